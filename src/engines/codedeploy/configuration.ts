// What is known of the configuration a deployment would run with, from AWS's answer or its refusal to give one. Pure.
import type { DeploymentConfigInfo } from '@aws-sdk/client-codedeploy'
import { Problem, type Place } from '../../domain/problem.ts'
import { failed, found, lost, type Found } from '../found.ts'
import { PREDEFINED, routingOf, same, type Routing, type Wanted } from './strategy.ts'

export type Configuration =
  | { readonly kind: 'known'; readonly routing: Routing }
  /** Ours, and to be created. */
  | { readonly kind: 'absent'; readonly routing: Routing }
  | { readonly kind: 'unknown' }

export const UNKNOWN: Configuration = { kind: 'unknown' }

export function checkConfiguration(
  name: string,
  wanted: Wanted,
  answer: DeploymentConfigInfo | Problem
): Found<Configuration> {
  return answer instanceof Problem ? unread(name, wanted, answer) : checkAnswer(name, wanted, answer)
}

function unread(name: string, wanted: Wanted, problem: Problem): Found<Configuration> {
  // CreateDeployment is refused without it as well, whichever configuration it names.
  // https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
  if (problem.code === 'NOT_ALLOWED') return failed(UNKNOWN, problem)
  // AWS's own five never change.
  const routing = PREDEFINED.get(name)
  if (routing) return found({ kind: 'known', routing })
  const ours = wanted.kind === 'shape'
  if (problem.code === 'CONFIG_NOT_FOUND') {
    if (ours) return found({ kind: 'absent', routing: wanted.routing })
    const who = wanted.kind === 'group' ? 'the deployment group names it' : 'check the name, region and account'
    const details = { place: placeOf(name), found: `there is no deployment configuration ${name}; ${who}` }
    return failed(UNKNOWN, new Problem('CONFIG_NOT_FOUND', { ...details, cause: problem }))
  }
  return failed(UNKNOWN, problem)
}

function checkAnswer(name: string, wanted: Wanted, answer: DeploymentConfigInfo): Found<Configuration> {
  const place = placeOf(name)
  if (answer.computePlatform !== undefined && answer.computePlatform !== 'ECS') {
    const says = `${name} is a configuration for ${answer.computePlatform}`
    return failed(UNKNOWN, new Problem('CONFIG_UNFIT', { place, found: says, expected: 'ECS' }))
  }
  const routing = routingOf(answer.trafficRoutingConfig)
  if (wanted.kind === 'shape' && wanted.ours && (routing === undefined || !same(routing, wanted.routing))) {
    return failed(UNKNOWN, otherwiseNamed(name))
  }
  if (routing) return found({ kind: 'known', routing })
  const type = answer.trafficRoutingConfig?.type ?? 'nothing'
  return lost(UNKNOWN, {
    level: 'notice',
    says: `The deployment configuration ${name} moves traffic in a way this release does not know (${type}), so no timetable is shown`
  })
}

/** A configuration under a name of ours with another content. */
export function otherwiseNamed(name: string): Problem {
  return new Problem('CONFIG_UNFIT', {
    place: placeOf(name),
    found: `${name} exists, but does not move traffic as its name says`,
    remedy: 'Delete that configuration; this action then creates it anew.'
  })
}

function placeOf(name: string): Place {
  return { kind: 'aws', call: 'codedeploy:GetDeploymentConfig', resource: name }
}
