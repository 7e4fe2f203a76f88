// Which service in which cluster, region and account: names, and what ARNs say beside them, made to agree.
import { Problem } from '../domain/problem.ts'
import type { Ask } from './ask.ts'
import type { InputName } from './catalog.ts'
import type { OfAService } from './deployment-id.ts'
import { listOf } from './fields.ts'
import { accountId, named, region as regionCode, type Named, type Whereabouts } from './names.ts'
import type { RawInputs } from './raw.ts'
import { shown } from './words.ts'

export interface TargetAsked {
  readonly cluster: string
  /** Undefined: nothing is deployed. */
  readonly service: string | undefined
  readonly region: string
  readonly allowedAccounts: readonly string[]
}

const USUAL_CLUSTER = 'default'

interface Placed {
  readonly input: InputName
  readonly arn: Whereabouts
}

/** What the ARNs of other inputs say of where they are. */
interface Elsewhere {
  readonly revision: Whereabouts | undefined
  readonly deployment: OfAService | undefined
}

/** Undefined when something is missing, which was reported. */
export function readTarget(
  asked: Ask,
  found: RawInputs['region'],
  { revision, deployment }: Elsewhere
): TargetAsked | undefined {
  const service = asked.read('service', named('service'))
  const cluster = asked.read('cluster', named('cluster'))
  const accounts = asked.read('allowed-account-ids', listOf(accountId)) ?? []
  const region = readRegion(asked, found)
  checkClusters(asked, service, cluster)
  checkDeployment(asked, deployment, service, cluster)

  const placed: readonly Placed[] = [
    ...(service?.arn ? [{ input: 'service', arn: service.arn } as const] : []),
    ...(cluster?.arn ? [{ input: 'cluster', arn: cluster.arn } as const] : []),
    ...(revision ? [{ input: 'task-definition-arn', arn: revision } as const] : []),
    ...(deployment ? [{ input: 'deployment-id', arn: deployment } as const] : [])
  ]
  for (const { input, arn } of placed) {
    const inRegion = region === undefined || region === arn.region
    agree(asked, input, `the region ${arn.region}`, inRegion, `\`aws-region\` is ${region ?? ''}`)
    const allowed = accounts.length === 0 || accounts.includes(arn.account)
    agree(asked, input, `the account ${arn.account}`, allowed, '`allowed-account-ids` does not name it')
  }
  checkAccounts(asked, placed)
  if (region === undefined) return undefined
  return {
    service: service?.name,
    cluster: cluster?.name ?? service?.arn?.cluster ?? deployment?.cluster ?? USUAL_CLUSTER,
    region,
    allowedAccounts: placed.length === 0 ? accounts : Array.from(new Set(placed.map(({ arn }) => arn.account)))
  }
}

/** An ARN names an account, and no other one is meant. */
function checkAccounts(asked: Ask, [first, ...others]: readonly Placed[]): void {
  for (const { input, arn } of others) {
    if (first === undefined || first.arn.account === arn.account) continue
    asked.conflict(input, `\`${first.input}\` and \`${input}\` are ARNs of two accounts`, 'Correct one of them.')
  }
}

function checkClusters(asked: Ask, service: Named | undefined, cluster: Named | undefined): void {
  const ofService = service?.arn?.cluster
  if (ofService === undefined || cluster === undefined || ofService === cluster.name) return
  asked.conflict(
    'cluster',
    `\`service\` is an ARN in the cluster ${shown(ofService)} and \`cluster\` is ${shown(cluster.name)}`,
    'Remove `cluster`, or correct one of them.'
  )
}

function checkDeployment(
  asked: Ask,
  deployment: OfAService | undefined,
  service: Named | undefined,
  cluster: Named | undefined
): void {
  if (deployment === undefined) return
  const inCluster = cluster?.name ?? service?.arn?.cluster ?? deployment.cluster
  const ofService = service?.name ?? deployment.service
  const from = cluster === undefined ? '`service` is an ARN in the cluster' : '`cluster` is'
  const sameCluster = inCluster === deployment.cluster
  agree(asked, 'deployment-id', `the cluster ${deployment.cluster}`, sameCluster, `${from} ${shown(inCluster)}`)
  if (ofService === deployment.service) return
  asked.conflict(
    'deployment-id',
    `\`deployment-id\` is a deployment of the service ${shown(deployment.service)} and \`service\` is ${shown(ofService)}`,
    'Remove `deployment-id`, or correct one of them.'
  )
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
