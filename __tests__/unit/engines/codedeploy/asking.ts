// A world to plan in and to find deployments in: a service, its group, and what CodeDeploy and CloudWatch answer.
import { createHash } from 'node:crypto'
import type { Change } from '../../../../src/domain/change.ts'
import type { JsonObject } from '../../../../src/domain/units.ts'
import type { PlanRequest } from '../../../../src/engines/kit.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { understand } from '../../../../src/plan/survey.ts'
import { anAsk, DEFINITION } from '../../../engines/asked.ts'
import { aGroup, aService, described } from '../../../engines/codedeploy-answers.ts'
import { fakeAws, problem, type Answers, type FakeAws } from '../../../engines/fake-ports.ts'
import { aRun } from '../../../support/builders.ts'

export const NOW = 1786241480_000

export const ALL_AT_ONCE = { computePlatform: 'ECS', trafficRoutingConfig: { type: 'AllAtOnce' } }

export interface World {
  readonly inputs?: Partial<Deploying>
  readonly service?: Parameters<typeof aService>[0]
  readonly group?: Parameters<typeof aGroup>[0]
  readonly codedeploy?: Answers['codedeploy']
  readonly alarms?: unknown
  readonly definition?: JsonObject
  /** Against what runs; not known unless told. */
  readonly changes?: readonly Change[]
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function asking(world: World = {}): { readonly fake: FakeAws; readonly request: PlanRequest } {
  const inputs = anAsk(world.inputs)
  const today = understand(described(aService(world.service)), inputs, 'us-east-1')
  if (!today.ok) throw new Error('the test’s service is refused')
  const fake = fakeAws({
    codedeploy: {
      getDeploymentGroup: { deploymentGroupInfo: aGroup(world.group) },
      getDeploymentConfig: { deploymentConfigInfo: ALL_AT_ONCE },
      ...world.codedeploy
    },
    cloudwatch: {
      describeAlarms: world.alarms ?? {
        MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'OK' }],
        CompositeAlarms: []
      }
    }
  })
  const images = [
    { container: 'app', from: undefined, to: 'web:2' },
    { container: 'proxy', from: undefined, to: 'nginx:1' }
  ]
  const request: PlanRequest = {
    inputs,
    today: today.value,
    wanted: {
      revision: { kind: 'register', definition: world.definition ?? DEFINITION },
      images,
      changes: world.changes,
      notes: []
    },
    run: aRun(),
    aws: fake.aws,
    read: (call) => call(),
    hash: sha256,
    page: (_, path) => `https://console/${path.join('/')}`,
    nonce: 'n0nce',
    now: NOW
  }
  return { fake, request }
}

/** Deployments by their ids; any other is one AWS keeps no record of. */
export function deployments(...known: readonly { readonly deploymentId?: string | undefined }[]) {
  return ({ deploymentId }: { deploymentId: string }): unknown => {
    const deploymentInfo = known.find((each) => each.deploymentId === deploymentId)
    return deploymentInfo === undefined ? problem('DEPLOYMENT_GONE') : { deploymentInfo }
  }
}
