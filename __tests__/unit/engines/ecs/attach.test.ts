import { describe, expect, test } from '@jest/globals'
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import type { EcsAttachment } from '../../../../src/domain/plan.ts'
import { MINUTE } from '../../../../src/domain/units.ts'
import { ecs } from '../../../../src/engines/ecs/kit.ts'
import {
  aPause,
  asked,
  aServiceDeployment,
  CANARY,
  deploymentArn,
  NOW,
  PRIMARY,
  REPLACING,
  revision,
  serviceRevision,
  type World
} from '../../../engines/ecs-planning.ts'
import { problem } from '../../../engines/fake-ports.ts'

async function attached(world: World, id?: string): Promise<EcsAttachment | undefined> {
  const result = await ecs.attach(asked(world).request, id)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '))
  return result.value
}

async function codes(world: World, id: string | undefined): Promise<readonly string[]> {
  const result = await ecs.attach(asked(world).request, id)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

const over = (name: string, status: ServiceDeployment['status'], number: number): ServiceDeployment =>
  aServiceDeployment({
    serviceDeploymentArn: deploymentArn(name),
    status,
    targetServiceRevision: { arn: serviceRevision(number) }
  })
const waiting = aServiceDeployment({
  serviceDeploymentArn: deploymentArn('waiting'),
  lifecycleStage: 'POST_SCALE_UP',
  lifecycleHookDetails: [{ hookId: 'ecs-pause-1', targetType: 'PAUSE', status: 'AWAITING_ACTION' }]
})

describe('the deployment that is named', () => {
  test('is told with its own configuration, revisions and gates', async () => {
    const mark = 'ecd:octo/web#9876543210.1:abcdef12:n0nce c0ffee2 by octocat'
    const configuration = {
      ...CANARY,
      lifecycleHooks: [aPause('POST_SCALE_UP', 60, { 'ecs-canary-deploy': mark })]
    } as unknown as NonNullable<ServiceDeployment['deploymentConfiguration']>
    const history = [{ ...waiting, deploymentConfiguration: configuration }]
    expect(await attached({ history, service: { deployments: REPLACING } }, deploymentArn('waiting'))).toMatchObject({
      engine: 'ecs',
      readBy: 'deployment',
      through: [{ what: 'ECS service', name: 'prod/web' }],
      handle: { id: deploymentArn('waiting'), taskDefinition: revision(42), inService: 'ecs-svc/42' },
      before: { taskDefinition: revision(41) },
      status: 'IN_PROGRESS',
      phase: 'paused',
      gates: [{ hookId: 'ecs-pause-1' }],
      createdAt: NOW - 3 * MINUTE,
      shape: { kind: 'canary' },
      timetable: { readyWait: 60 * MINUTE },
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm', 'stop'] },
      // Of this very run, and a run that deploys nothing has no content to compare.
      whose: 'repository',
      signs: ['it deploys web:42', 'it waits for a person at POST_SCALE_UP', `its pause says "${mark}"`]
    })
  })

  test('comes back to the revision that had most of the traffic', async () => {
    const sourceServiceRevisions = [
      { arn: serviceRevision(39), requestedProductionTrafficWeight: 0 },
      { arn: serviceRevision(40), requestedProductionTrafficWeight: 90 }
    ]
    const history = [aServiceDeployment({ sourceServiceRevisions })]
    expect((await attached({ history }))?.before.taskDefinition).toBe(revision(40))
  })

  test('has no name in the service where its revision was deployed at another time', async () => {
    const deployments = REPLACING.map((each) => ({ ...each, createdAt: new Date(NOW - 60 * MINUTE) }))
    const { handle } = (await attached({ history: [aServiceDeployment()], service: { deployments } })) ?? {}
    expect(handle?.inService).toBeUndefined()
  })

  test('takes the service’s configuration where it tells none of its own', async () => {
    const untold = aServiceDeployment({ deploymentConfiguration: undefined })
    expect(await attached({ history: [untold] })).toMatchObject({ shape: { kind: 'canary', first: 10 } })
    const blind = { describeServicesAsWritten: problem('AWS_THROTTLED') }
    expect(await attached({ history: [untold], ecs: blind })).toMatchObject({
      shape: undefined,
      timetable: { steps: [] }
    })
  })

  test.each<[string, string, string]>([
    ['of CodeDeploy', 'd-A7YW3F91L', 'INPUT_CONFLICT'],
    ['of another service', deploymentArn('active', 'api'), 'INPUT_CONFLICT'],
    ['of another region', deploymentArn('active').replace('us-east-1', 'eu-west-1'), 'INPUT_CONFLICT'],
    ['that is no ARN', 'active', 'INPUT_INVALID'],
    ['with something behind it', `${deploymentArn('active')}\n`, 'INPUT_INVALID'],
    ['AWS does not know', deploymentArn('gone'), 'DEPLOYMENT_NOT_FOUND'],
    ['the service does not know', 'ecs-svc/7', 'DEPLOYMENT_NOT_FOUND']
  ])('and is one %s is refused', async (_, id, code) => {
    expect(await codes({ history: [aServiceDeployment()] }, id)).toEqual([code])
  })
})

describe('without a name', () => {
  const done = over('done', 'SUCCESSFUL', 41)
  const stopping = over('stopping', 'STOP_REQUESTED', 43)

  test.each<[string, readonly ServiceDeployment[], string | undefined]>([
    ['there is none', [], undefined],
    ['the last one is meant, when nothing is on its way', [over('bad', 'ROLLBACK_FAILED', 42), done], 'bad'],
    ['the one on its way is meant', [aServiceDeployment(), done], 'active'],
    ['and not the one that gives way to it', [stopping, aServiceDeployment(), done], 'active'],
    ['unless that is all there is', [stopping, done], 'stopping']
  ])('%s', async (_, history, name) => {
    const found = await attached({ history })
    expect(found?.handle.id).toBe(name === undefined ? undefined : deploymentArn(name))
  })

  test('a person who promotes means the one that waits', async () => {
    const history = [aServiceDeployment(), waiting]
    expect((await attached({ history, inputs: { mode: 'promote' } }))?.handle.id).toBe(deploymentArn('waiting'))
    expect((await attached({ history, inputs: { mode: 'status' } }))?.handle.id).toBe(deploymentArn('active'))
  })

  test('one that has just begun and is not on the list yet is meant, and not the last there was', async () => {
    const before = { ...done, createdAt: new Date(0) }
    const listServiceDeployments = { serviceDeployments: [{ ...before, targetServiceRevision: undefined }] }
    const world: World = { history: [aServiceDeployment(), before], ecs: { listServiceDeployments } }
    const service = { deployments: REPLACING, currentServiceDeployment: deploymentArn('active') }
    expect((await attached({ ...world, service }))?.handle.id).toBe(deploymentArn('active'))
    expect((await attached({ ...world, service: { deployments: REPLACING } }))?.handle.id).toBe('ecs-svc/42')
  })

  const marked = (name: string, mark: string): ServiceDeployment => {
    const lifecycleHooks = [aPause('POST_SCALE_UP', 60, { 'ecs-canary-deploy': mark })]
    const deploymentConfiguration = { ...CANARY, lifecycleHooks } as unknown as NonNullable<
      ServiceDeployment['deploymentConfiguration']
    >
    return { ...waiting, serviceDeploymentArn: deploymentArn(name), deploymentConfiguration }
  }
  const OURS = 'ecd:octo/web#9876543210.1:abcdef12:n0nce c0ffee2 by octocat'

  test('one that has inherited our pause from the deployment it replaces is not ours', async () => {
    const stopped = { ...marked('ours', OURS), status: 'STOPPED' as const, lifecycleHookDetails: [] }
    const history = [marked('theirs', OURS), stopped, done]
    expect(await attached({ history, inputs: { mode: 'promote' } })).toMatchObject({
      handle: { id: deploymentArn('theirs') },
      whose: 'unknown',
      signs: ['it deploys web:42', 'it waits for a person at POST_SCALE_UP']
    })
    expect(await attached({ history: [marked('ours', OURS), done], inputs: { mode: 'promote' } })).toMatchObject({
      whose: 'repository'
    })
    const next = OURS.replace('n0nce', 'other')
    expect(await attached({ history: [marked('next', next), stopped], inputs: { mode: 'promote' } })).toMatchObject({
      whose: 'repository'
    })
  })

  test.each<[ServiceDeployment['status'], string]>([
    ['PENDING', 'queued'],
    ['STOP_REQUESTED', 'stopping'],
    ['ROLLBACK_IN_PROGRESS', 'rolling-back'],
    ['SUCCESSFUL', 'succeeded'],
    ['ROLLBACK_SUCCESSFUL', 'rolled-back'],
    ['LEVITATING' as 'PENDING', 'running']
  ])('%s is the phase %s', async (status, phase) => {
    expect(await attached({ history: [aServiceDeployment({ status })] })).toMatchObject({ status, phase })
  })
})

describe('a role that may not read deployments', () => {
  const denied: World = { history: problem('NOT_ALLOWED'), ecs: { describeServiceDeployments: problem('NOT_ALLOWED') } }

  test('has the service tell of the newest', async () => {
    expect(await attached({ ...denied, service: { deployments: REPLACING } })).toMatchObject({
      readBy: 'service',
      handle: { id: 'ecs-svc/42', taskDefinition: revision(42), inService: 'ecs-svc/42' },
      before: { taskDefinition: revision(41) },
      status: 'IN_PROGRESS',
      phase: 'running',
      shape: { kind: 'canary' }
    })
  })

  test('has one that is over told as the service tells it', async () => {
    expect(await attached(denied)).toMatchObject({
      status: 'COMPLETED',
      phase: 'succeeded',
      before: { taskDefinition: undefined }
    })
    const failed = {
      ...PRIMARY,
      id: 'ecs-svc/42',
      status: 'ACTIVE',
      taskDefinition: revision(42),
      rolloutState: 'FAILED'
    } as const
    const deployments = [PRIMARY, failed]
    expect(await attached({ service: { deployments } }, 'ecs-svc/42')).toMatchObject({ phase: 'rolled-back' })
    const back = [{ ...PRIMARY, rolloutState: 'IN_PROGRESS' as const }, failed]
    expect(await attached({ service: { deployments: back } }, 'ecs-svc/42')).toMatchObject({ phase: 'rolling-back' })
  })

  test('has one that is named told only where the service says that it is this one', async () => {
    const service = { deployments: REPLACING, currentServiceDeployment: deploymentArn('active') }
    expect(await attached({ ...denied, service }, deploymentArn('active'))).toMatchObject({ readBy: 'service' })
    expect(await codes({ ...denied, service }, deploymentArn('older'))).toEqual(['NOT_ALLOWED'])
  })

  test('has nothing told by a service that says nothing', async () => {
    expect(await codes({ ...denied, service: { deployments: [] } }, undefined)).toEqual(['NOT_ALLOWED'])
  })
})

describe('the last that succeeded', () => {
  test.each<[string, readonly ServiceDeployment[], string | undefined]>([
    [
      'is the newest of another revision than the one that serves',
      [over('c', 'SUCCESSFUL', 41), over('b', 'ROLLBACK_SUCCESSFUL', 40), over('a', 'SUCCESSFUL', 39)],
      revision(39)
    ],
    [
      'is the newest even when the one that serves is older',
      [over('b', 'SUCCESSFUL', 42), over('a', 'SUCCESSFUL', 41)],
      revision(42)
    ],
    ['is none where there was no other', [over('a', 'SUCCESSFUL', 41)], undefined],
    ['is none where there was none', [], undefined]
  ])('%s', async (_, history, value) => {
    expect(await ecs.lastSucceeded(asked({ history }).request)).toEqual({ ok: true, value })
  })

  test('is passed over where AWS keeps no record of its revision', async () => {
    const history = [over('b', 'SUCCESSFUL', 40), over('a', 'SUCCESSFUL', 39)]
    const answer = {
      serviceRevisions: [{ serviceRevisionArn: serviceRevision(39), taskDefinition: revision(39) }],
      failures: [{ arn: serviceRevision(40), reason: 'MISSING' }]
    }
    const { request } = asked({ history, ecs: { describeServiceRevisions: answer } })
    expect(await ecs.lastSucceeded(request)).toEqual({ ok: true, value: revision(39) })
  })

  test('is not guessed where it cannot be read', async () => {
    const { request } = asked({ history: problem('NOT_ALLOWED') })
    expect(await ecs.lastSucceeded(request)).toMatchObject({ ok: false, problems: [{ code: 'NOT_ALLOWED' }] })
  })
})
