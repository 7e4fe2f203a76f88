import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { CodeDeployPlan } from '../../../../src/domain/plan.ts'
import { MINUTE } from '../../../../src/domain/units.ts'
import { engineFor, evidenceFor } from '../../../../src/engines/pick.ts'
import { manualClock } from '../../../support/manual-clock.ts'
import { CODEDEPLOY } from '../../../engines/codedeploy-case.ts'
import {
  aDeployment,
  aGroup,
  anEcsTarget,
  aRollback,
  lifecycle,
  EIGHT,
  OUR_ID,
  revision,
  ROLLBACK_ID
} from '../../../engines/codedeploy-answers.ts'
import { fakeAws, inTurn, problem, type Answers } from '../../../engines/fake-ports.ts'

const HANDLE = { id: OUR_ID, taskDefinition: revision(42), url: 'https://console' }

function made(codedeploy: Answers['codedeploy'], but: Partial<CodeDeployPlan> = {}) {
  const fake = fakeAws({ ...(codedeploy && { codedeploy }) })
  const clock = manualClock()
  const plan = { ...CODEDEPLOY.plan, ...but }
  const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
  return { ...fake, clock, plan, engine: engineFor(plan, fake.aws, { clock, hash, url: (_, id) => id }) }
}

describe('prepare', () => {
  const routing = { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 20, canaryInterval: 7 } }
  const config = (trafficRoutingConfig: unknown) => ({ deploymentConfigInfo: { trafficRoutingConfig } })
  const ours: Partial<CodeDeployPlan> = {
    config: { name: 'ours', create: true },
    shape: { kind: 'canary', first: 20, hold: 7 * MINUTE }
  }

  test('creates the configuration once', async () => {
    const { engine, calls } = made({ createDeploymentConfig: {} }, ours)
    await engine.prepare()
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
      await engine.prepare()
      expect(calls).toEqual([])
    }
  )

  test.each(['CONFIG_EXISTS', 'AWS_BROKEN', 'AWS_UNREACHABLE'] as const)(
    'after %s is content with one that says the same',
    async (code) => {
      const { engine } = made({ createDeploymentConfig: problem(code), getDeploymentConfig: config(routing) }, ours)
      await engine.prepare()
    }
  )

  test('after being throttled asks again, with pauses', async () => {
    const throttled = problem('AWS_THROTTLED')
    const { engine, clock } = made({ createDeploymentConfig: inTurn(throttled, throttled, {}) }, ours)
    await engine.prepare()
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
    await expect(engine.prepare()).rejects.toMatchObject({ code: thrown, changed: 'nothing' })
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
      { applicationName: 'AppECS-prod-web', description: CODEDEPLOY.plan.marker.text }
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
    expect(await evidenceFor(plan, HANDLE, aws)).toEqual([
      { about: 'BeforeInstall', detail: 'ScriptFailed: no answer' }
    ])
  })

  test('is nothing when AWS says no more than that a stage failed', async () => {
    const { aws, plan } = made(target(lifecycle(EIGHT, 'AllowTraffic', 'Failed', 'Skipped')))
    expect(await evidenceFor(plan, HANDLE, aws)).toEqual([])
  })

  test('is nothing when nothing failed', async () => {
    const { aws, plan } = made(target(lifecycle(EIGHT, 'AllowTraffic')))
    expect(await evidenceFor(plan, HANDLE, aws)).toEqual([])
  })
})
