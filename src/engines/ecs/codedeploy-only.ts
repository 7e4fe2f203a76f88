// Inputs that only CodeDeploy can follow, refused for a service it does not deploy to: nothing the user wrote is ignored. Pure.
import { Problem, type Note } from '../../domain/problem.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import type { Found } from '../found.ts'

type Asked = Pick<
  Deploying,
  'application' | 'group' | 'hooks' | 'appSpec' | 'appSpecByDefault' | 'description' | 'onTimeout' | 'onCancel'
>

const INPUTS: Readonly<Record<string, (asked: Asked) => boolean>> = {
  'codedeploy-application': ({ application }) => application !== undefined,
  'codedeploy-deployment-group': ({ group }) => group !== undefined,
  'codedeploy-hooks': ({ hooks }) => hooks.length > 0,
  'codedeploy-appspec': ({ appSpec, appSpecByDefault }) => appSpec !== undefined && appSpecByDefault !== true
}

const POLICIES = { 'on-timeout': 'onTimeout', 'on-cancel': 'onCancel' } as const

export function refuseCodeDeploy(asked: Asked): Found<undefined> {
  const named = Object.entries(INPUTS).filter(([, applies]) => applies(asked))
  const stops = Object.entries(POLICIES).filter(([, member]) => asked[member] === 'stop')
  return {
    value: undefined,
    problems: [...named.map(([name]) => notUsed(name)), ...stops.map(([name]) => noStop(name))],
    notes: [
      ...(asked.appSpec !== undefined && asked.appSpecByDefault === true ? [appSpecNote(asked.appSpec.path)] : []),
      ...(asked.description === undefined ? [] : [DESCRIPTION_NOTE])
    ]
  }
}

function notUsed(name: string): Problem {
  return new Problem('SERVICE_OPTION_UNFIT', {
    place: { kind: 'input', name },
    found: `\`${name}\` is for CodeDeploy, and the service is deployed to by ECS itself`,
    expected: 'a service whose deployment controller is CODE_DEPLOY',
    remedy: `Remove \`${name}\`; ${name === 'codedeploy-hooks' || name === 'codedeploy-appspec' ? 'hooks are set on the service (deploymentConfiguration.lifecycleHooks)' : 'the service carries its own settings'}.`
  })
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
function noStop(name: string): Problem {
  return new Problem('SERVICE_OPTION_UNFIT', {
    place: { kind: 'input', name },
    found: `\`${name}: stop\` would leave the traffic where it is, and ECS always rolls back a deployment that is stopped`,
    expected: 'rollback or leave',
    remedy: `Write \`${name}: rollback\` or \`${name}: leave\`.`
  })
}

function appSpecNote(path: string): Note {
  return {
    level: 'notice',
    says: `${path} is not used: the service is deployed to by ECS itself, which takes no AppSpec`
  }
}

const DESCRIPTION_NOTE: Note = {
  level: 'notice',
  says: '`codedeploy-deployment-description` is not shown in AWS: a deployment of ECS has no description'
}
