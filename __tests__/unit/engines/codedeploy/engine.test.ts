import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { CodeDeployPlan } from '../../../../src/domain/plan.ts'
import { Problem } from '../../../../src/domain/problem.ts'
import { MINUTE } from '../../../../src/domain/units.ts'
import { engineFor, evidenceFor } from '../../../../src/engines/pick.ts'
import { manualClock } from '../../../support/manual-clock.ts'
import { aHandle } from '../../../support/builders.ts'
import { CODEDEPLOY, CODEDEPLOY_PLAN } from '../../../engines/codedeploy-case.ts'
import {
  aDeployment,
  aGroup,
  anEcsTarget,
  aService,
  described,
  aRollback,
  lifecycle,
  EIGHT,
  OUR_ID,
  revision,
  ROLLBACK_ID
} from '../../../engines/codedeploy-answers.ts'
import { fakeAws, inTurn, problem, type Answers } from '../../../engines/fake-ports.ts'

const HANDLE = aHandle({ id: OUR_ID, taskDefinition: revision(42) })

function made(codedeploy: Answers['codedeploy'], but: Partial<CodeDeployPlan> = {}, ecs: Answers['ecs'] = {}) {
  const fake = fakeAws({ ...(codedeploy && { codedeploy }), ecs })
  const clock = manualClock()
  const plan = { ...CODEDEPLOY_PLAN, ...but }
  const cancelled = new AbortController().signal
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  return {
    ...fake,
    clock,
    plan,
    engine: engineFor(plan, fake.aws, { clock, cancelled, hash, page: (_, path) => path.join('/') })
  }
}

const noted = (): void => {}

describe('prepare', () => {
  const routing = { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 20, canaryInterval: 7 } }
  const config = (trafficRoutingConfig: unknown) => ({ deploymentConfigInfo: { trafficRoutingConfig } })
  const ours: Partial<CodeDeployPlan> = {
    config: { name: 'ours', create: true },
    shape: { kind: 'canary', first: 20, hold: 7 * MINUTE }
  }

  test('creates the configuration once', async () => {
    const { engine, calls } = made({ createDeploymentConfig: {} }, ours)
    await engine.prepare(noted)
    expect(calls).toEqual([
      {
        name: 'codedeploy.createDeploymentConfig',
        input: { deploymentConfigName: 'ours', computePlatform: 'ECS', trafficRoutingConfig: routing }
      }
    ])
  })

  test.each([undefined, { name: 'ours', create: false }])(
    'writes nothing when the configuration is %j',
    async (its) => {
      const { engine, calls } = made({}, { ...ours, config: its })
      await engine.prepare(noted)
      expect(calls).toEqual([])
    }
  )

  test.each(['CONFIG_EXISTS', 'AWS_BROKEN', 'AWS_UNREACHABLE'] as const)(
    'after %s is content with one that says the same',
    async (code) => {
      const { engine } = made({ createDeploymentConfig: problem(code), getDeploymentConfig: config(routing) }, ours)
      await engine.prepare(noted)
    }
  )

  test('after being throttled asks again, with pauses', async () => {
    const throttled = problem('AWS_THROTTLED')
    const { engine, clock } = made({ createDeploymentConfig: inTurn(throttled, throttled, {}) }, ours)
    await engine.prepare(noted)
    expect(clock.slept).toEqual([2000, 4000])
  })

  test.each([
    ['CONFIG_EXISTS', config({ type: 'AllAtOnce' }), 'CONFIG_UNFIT'],
    ['CONFIG_EXISTS', {}, 'CONFIG_UNFIT'],
    ['CONFIG_EXISTS', problem('NOT_ALLOWED'), 'CONFIG_EXISTS'],
    ['AWS_BROKEN', problem('CONFIG_NOT_FOUND'), 'AWS_BROKEN'],
    ['NOT_ALLOWED', config(routing), 'NOT_ALLOWED']
  ] as const)('after %s and on reading %j throws %s', async (code, getDeploymentConfig, thrown) => {
    const { engine } = made({ createDeploymentConfig: problem(code), getDeploymentConfig }, ours)
    await expect(engine.prepare(noted)).rejects.toMatchObject({ code: thrown, changed: 'nothing' })
  })
})

describe('what is asked of the service itself', () => {
  const serviceUpdate = { desiredCount: 4, propagateTags: 'NONE' } as const
  const sent = { cluster: 'prod', service: 'web', ...serviceUpdate }
  const isSo = described(aService({ desiredCount: 4, enableECSManagedTags: true }))

  async function prepared(
    ecs: Answers['ecs'],
    but: Partial<CodeDeployPlan> = {},
    codedeploy: Answers['codedeploy'] = {}
  ) {
    const fake = made(codedeploy, { serviceUpdate, ...but }, ecs)
    const told: string[] = []
    const outcome = await fake.engine.prepare((what) => void told.push(what)).catch((error: unknown) => error)
    return { ...fake, told, outcome }
  }

  test('is written once, and told as a change that stays', async () => {
    const { inputsOf, calls, told, outcome } = await prepared({ updateService: {} })
    expect(inputsOf('ecs.updateService')).toEqual([sent])
    expect(calls).toHaveLength(1)
    expect(told).toEqual(['the service web was changed: desired count 4, propagated tags NONE'])
    expect(outcome).toBeUndefined()
  })

  test('is not written when nothing differs', async () => {
    const { calls, told } = await prepared({}, { serviceUpdate: undefined })
    expect([calls, told]).toEqual([[], []])
  })

  test('comes after the configuration, which harms nobody when the service is refused', async () => {
    const create = { config: { name: 'ours', create: true } } as const
    const refused = { updateService: problem('NOT_ALLOWED') }
    const { calls, told, outcome } = await prepared(refused, create, { createDeploymentConfig: {} })
    expect(calls.map(({ name }) => name)).toEqual(['codedeploy.createDeploymentConfig', 'ecs.updateService'])
    expect(told).toEqual(['the deployment configuration ours exists now'])
    expect(outcome).toMatchObject({ code: 'NOT_ALLOWED', changed: 'nothing' })
  })

  test('that is throttled is sent again, with pauses', async () => {
    const { clock, inputsOf } = await prepared({ updateService: inTurn(problem('AWS_THROTTLED'), {}) })
    expect(clock.slept).toEqual([2000])
    expect(inputsOf('ecs.updateService')).toEqual([sent, sent])
  })

  test.each(['AWS_UNREACHABLE', 'AWS_BROKEN', 'AWS_ANSWER_INVALID'] as const)(
    'is looked for, and not sent again, after %s',
    async (code) => {
      const { told, outcome, inputsOf } = await prepared({ updateService: problem(code), describeServices: isSo })
      expect(inputsOf('ecs.updateService')).toHaveLength(1)
      expect(outcome).toBeUndefined()
      expect(told).toHaveLength(1)
    }
  )

  test.each([
    ['the service is as it was', described(aService())],
    ['the service cannot be read', problem('AWS_UNREACHABLE')],
    ['there is no service', { services: [] }]
  ])('that was not answered may have taken effect when %s', async (_, describeServices) => {
    const { told, outcome } = await prepared({ updateService: problem('AWS_BROKEN'), describeServices })
    expect(told).toEqual([])
    expect(outcome).toMatchObject({
      code: 'AWS_BROKEN',
      changed: 'perhaps the service web was changed: desired count 4, propagated tags NONE'
    })
  })
})

describe('start', () => {
  test('names the deployment that is in the way, and who made it', async () => {
    const text = `Deployment Group 'g' already has an active Deployment '${OUR_ID}'`
    const { engine } = made({
      createDeployment: problem('DEPLOYMENT_ACTIVE', text),
      getDeployment: { deploymentInfo: aDeployment({ description: 'by hand', creator: 'CloudFormation' }) }
    })
    await expect(engine.start(revision(42))).rejects.toMatchObject({
      code: 'DEPLOYMENT_ACTIVE',
      found: expect.stringMatching(/d-A7YW3F91L.*CloudFormation.*by hand/),
      changed: `revision ${revision(42)} was registered and is not used`
    })
  })

  test.each([
    ['without an id in its text', 'too many deployments', {}],
    ['that cannot be read', `active '${OUR_ID}'`, { getDeployment: problem('NOT_ALLOWED') }]
  ])('passes on a refusal %s', async (_, text, more) => {
    const { engine } = made({ createDeployment: problem('DEPLOYMENT_ACTIVE', text), ...more })
    await expect(engine.start(revision(42))).rejects.toMatchObject({ code: 'DEPLOYMENT_ACTIVE', found: text })
  })

  test('sends the plan as it is', async () => {
    const { engine, inputsOf } = made({ createDeployment: { deploymentId: OUR_ID } })
    await engine.start(revision(42))
    expect(inputsOf('codedeploy.createDeployment')).toMatchObject([
      { applicationName: 'AppECS-prod-web', description: 'ecd:octo/web#1.1:abcdef12 web:42 c0ffee2 by octocat' }
    ])
  })
})

test('a deployment of ours is found behind the rollback that undid it', async () => {
  const { engine } = made({
    getDeploymentGroup: { deploymentGroupInfo: aGroup({ lastAttemptedDeployment: { deploymentId: ROLLBACK_ID } }) },
    getDeployment: ({ deploymentId }: { deploymentId: string }) => ({
      deploymentInfo:
        deploymentId === OUR_ID ? aDeployment({ description: CODEDEPLOY.plan.marker.text }) : aRollback('InProgress')
    })
  })
  expect(await engine.find(CODEDEPLOY.plan.marker, revision(42))).toMatchObject({ id: OUR_ID })
})

test('a deployment of somebody else is not ours because it was rolled back', async () => {
  const { engine } = made({
    getDeploymentGroup: { deploymentGroupInfo: aGroup({ lastAttemptedDeployment: { deploymentId: ROLLBACK_ID } }) },
    getDeployment: ({ deploymentId }: { deploymentId: string }) => ({
      deploymentInfo: deploymentId === OUR_ID ? aDeployment({ description: 'by hand' }) : aRollback('InProgress')
    })
  })
  expect(await engine.find(CODEDEPLOY.plan.marker, revision(42))).toBeUndefined()
})

describe('observe', () => {
  test('a target that has not begun is queued, not unseen', async () => {
    const { engine, inputsOf } = made({ getDeploymentTarget: problem('DEPLOYMENT_NOT_STARTED') })
    expect((await engine.observe(HANDLE, ['target'])).target).toMatchObject({ kind: 'seen', part: { phase: 'queued' } })
    expect(inputsOf('codedeploy.getDeploymentTarget')).toEqual([{ deploymentId: OUR_ID, targetId: 'prod:web' }])
  })

  test('a rollback that cannot be seen makes the status unseen: nothing is concluded from half of it', async () => {
    const stopped = {
      deploymentInfo: aDeployment({ status: 'Stopped', rollbackInfo: { rollbackDeploymentId: ROLLBACK_ID } })
    }
    const { engine } = made({ getDeployment: inTurn(stopped, problem('AWS_THROTTLED')) })
    expect((await engine.observe(HANDLE, ['status'])).status).toMatchObject({ kind: 'blind', forGood: false })
  })

  test('a deployment without guarding alarms asks for none', async () => {
    const { engine, calls } = made({}, { guard: { alarms: [], rollsBackOn: [] } })
    expect((await engine.observe(HANDLE, ['alarms'])).alarms).toMatchObject({ kind: 'seen', part: [] })
    expect(calls).toEqual([])
  })
})

test('a deployment is named with its page and the command that rolls it back', async () => {
  const { engine } = made({ createDeployment: { deploymentId: OUR_ID } })
  expect((await engine.start(revision(42))).handle).toEqual({
    id: OUR_ID,
    taskDefinition: revision(42),
    url: `codesuite/codedeploy/deployments/${OUR_ID}`,
    alias: 'codedeploy-deployment-id',
    rollBackCommand: `aws deploy stop-deployment --deployment-id ${OUR_ID} --auto-rollback-enabled`
  })
})

test.each(['d-A; rm -rf /', 'd-a', 'd-', `d-${'A'.repeat(31)}`, ' d-A', 'd-A\nB'])(
  'no command is made of an id like %j',
  async (deploymentId) => {
    const { engine } = made({ createDeployment: { deploymentId } })
    const { handle } = await engine.start(revision(42))
    expect(handle).toMatchObject({ id: deploymentId, rollBackCommand: undefined })
  }
)

describe('continue', () => {
  const gate = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' } as const
  const refusal = (name: string): Problem =>
    new Problem('AWS_REFUSED', { found: name, aws: { name, message: name, requestId: undefined } })

  test('ends the wait before the traffic moves, and no other', async () => {
    const { engine, calls } = made({ continueDeployment: {} })
    await engine.act(HANDLE, { kind: 'continue', gate })
    expect(calls).toEqual([
      {
        name: 'codedeploy.continueDeployment',
        input: { deploymentId: OUR_ID, deploymentWaitType: 'READY_WAIT' }
      }
    ])
  })

  test.each([
    ['somebody has continued already', refusal('DeploymentIsNotInReadyStateException')],
    ['is over', problem('DEPLOYMENT_OVER')]
  ])('of one that %s is nothing to complain of', async (_, continueDeployment) => {
    await made({ continueDeployment }).engine.act(HANDLE, { kind: 'continue', gate })
  })

  test('that is refused says so', async () => {
    const continueDeployment = refusal('UnsupportedActionForDeploymentTypeException')
    const { engine } = made({ continueDeployment })
    await expect(engine.act(HANDLE, { kind: 'continue', gate })).rejects.toBe(continueDeployment)
  })

  test('a refusal to stop is not mended by the deployment not being ready', async () => {
    const stopDeployment = refusal('DeploymentIsNotInReadyStateException')
    await expect(made({ stopDeployment }).engine.act(HANDLE, { kind: 'stop' })).rejects.toBe(stopDeployment)
  })
})

test.each([
  ['roll-back', true],
  ['stop', false]
] as const)('%s asks for a rollback: %s', async (kind, autoRollbackEnabled) => {
  const { engine, inputsOf } = made({ stopDeployment: { status: 'Pending' } })
  await engine.act(HANDLE, { kind })
  expect(inputsOf('codedeploy.stopDeployment')).toEqual([{ deploymentId: OUR_ID, autoRollbackEnabled }])
})

describe('evidence', () => {
  const target = (lifecycleEvents: ReturnType<typeof lifecycle>) => ({
    getDeploymentTarget: { deploymentTarget: { ecsTarget: anEcsTarget({ lifecycleEvents }) } }
  })

  test('is what the stage that failed says', async () => {
    const [first, ...rest] = lifecycle(EIGHT, 'BeforeInstall', 'Failed', 'Skipped')
    const diagnostics = { errorCode: 'ScriptFailed', message: 'no answer' } as const
    const { aws, plan } = made(target([{ ...first, diagnostics }, ...rest]))
    expect(await evidenceFor(plan, HANDLE, aws, new AbortController().signal)).toEqual([
      { about: 'BeforeInstall', detail: 'ScriptFailed: no answer' }
    ])
  })

  test('names the function of a hook that failed, and its log', async () => {
    const appSpec = { version: 0, Hooks: [{ AfterInstall: 'arn:aws:lambda:us-east-1:123456789012:function:smoke:7' }] }
    const { aws, plan } = made(target(lifecycle(EIGHT, 'AfterInstall', 'Failed', 'Skipped')), { appSpec })
    const [told] = await evidenceFor(plan, HANDLE, aws, new AbortController().signal)
    expect(told).toMatchObject({ about: 'AfterInstall', detail: expect.stringMatching(/ \/aws\/lambda\/smoke$/) })
  })

  test('is nothing when AWS says no more than that a stage failed', async () => {
    const { aws, plan } = made(target(lifecycle(EIGHT, 'AllowTraffic', 'Failed', 'Skipped')))
    expect(await evidenceFor(plan, HANDLE, aws, new AbortController().signal)).toEqual([])
  })

  test('is nothing when nothing failed', async () => {
    const { aws, plan } = made(target(lifecycle(EIGHT, 'AllowTraffic')))
    expect(await evidenceFor(plan, HANDLE, aws, new AbortController().signal)).toEqual([])
  })
})
