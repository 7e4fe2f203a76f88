// Which service in which cluster, region and account: names, and what ARNs say beside them, made to agree.
import { Problem } from '../domain/problem.ts'
import type { Ask } from './ask.ts'
import type { InputName } from './catalog.ts'
import { listOf } from './fields.ts'
import { accountId, named, region as regionCode, type Named } from './names.ts'
import type { RawInputs } from './raw.ts'
import { shown } from './words.ts'

export interface TargetAsked {
  readonly cluster: string
  readonly service: string
  readonly region: string
  readonly allowedAccounts: readonly string[]
}

const USUAL_CLUSTER = 'default'

/** Undefined when something is missing, which was reported. */
export function readTarget(asked: Ask, found: RawInputs['region']): TargetAsked | undefined {
  const service = asked.read('service', named('service'))
  const cluster = asked.read('cluster', named('cluster'))
  const accounts = asked.read('allowed-account-ids', listOf(accountId)) ?? []
  const region = readRegion(asked, found)
  if (!asked.has('service')) {
    asked.missing('service', {
      found: '`service` is not given, and registering a task definition without deploying it is not built yet',
      expected: 'the name or the ARN of a service',
      remedy: 'Give `service` the name of the service to deploy to.'
    })
  }
  checkClusters(asked, service, cluster)
  for (const [input, arn] of [
    ['service', service?.arn],
    ['cluster', cluster?.arn]
  ] as const) {
    if (arn === undefined) continue
    agree(
      asked,
      input,
      `the region ${arn.region}`,
      region === undefined || region === arn.region,
      `\`aws-region\` is ${region ?? ''}`
    )
    agree(
      asked,
      input,
      `the account ${arn.account}`,
      accounts.length === 0 || accounts.includes(arn.account),
      '`allowed-account-ids` does not name it'
    )
  }
  if (service === undefined || region === undefined) return undefined
  return {
    service: service.name,
    cluster: cluster?.name ?? service.arn?.cluster ?? USUAL_CLUSTER,
    region,
    allowedAccounts: accountsOf(accounts, [service, cluster])
  }
}

/** An ARN names an account, and no other one is meant. */
function accountsOf(allowed: readonly string[], names: readonly (Named | undefined)[]): readonly string[] {
  const meant = names.flatMap((name) => (name?.arn === undefined ? [] : [name.arn.account]))
  return meant.length === 0 ? allowed : Array.from(new Set(meant))
}

function checkClusters(asked: Ask, service: Named | undefined, cluster: Named | undefined): void {
  const [ofService, own] = [service?.arn, cluster?.arn]
  if (ofService?.cluster !== undefined && cluster !== undefined && ofService.cluster !== cluster.name) {
    asked.conflict(
      'cluster',
      `\`service\` is an ARN in the cluster ${shown(ofService.cluster)} and \`cluster\` is ${shown(cluster.name)}`,
      'Remove `cluster`, or correct one of them.'
    )
  }
  if (ofService !== undefined && own !== undefined && ofService.account !== own.account) {
    asked.conflict('cluster', '`service` and `cluster` are ARNs of two accounts', 'Correct one of them.')
  }
}

function agree(asked: Ask, input: InputName, says: string, agrees: boolean, against: string): void {
  if (agrees) return
  asked.conflict(input, `\`${input}\` is an ARN in ${says}, and ${against}`, 'Correct one of them.')
}

function readRegion(asked: Ask, found: RawInputs['region']): string | undefined {
  if (found === undefined) {
    asked.report(
      new Problem('REGION_MISSING', {
        place: { kind: 'input', name: 'aws-region' },
        found: 'neither `aws-region` nor the variables AWS_REGION and AWS_DEFAULT_REGION are set'
      })
    )
    return undefined
  }
  if (found.from === 'aws-region') return asked.read('aws-region', regionCode)
  const code = regionCode(found.name)
  if (code.ok) return code.value
  asked.report(
    ...code.problems.map(
      ({ expected }) =>
        new Problem('INPUT_INVALID', {
          place: { kind: 'input', name: 'aws-region' },
          found: `the variable ${found.from} of the environment is ${shown(found.name)}`,
          expected,
          remedy: `Set \`aws-region\`, or correct ${found.from}.`
        })
    )
  )
  return undefined
}
