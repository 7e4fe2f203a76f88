import { describe, expect, test } from '@jest/globals'
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { CodeDeployAttachment } from '../../../../src/domain/plan.ts'
import { Problem } from '../../../../src/domain/problem.ts'
import { MINUTE } from '../../../../src/domain/units.ts'
import { codedeploy as kit } from '../../../../src/engines/codedeploy/kit.ts'
import { marker } from '../../../../src/engines/marker.ts'
import { manualClock } from '../../../support/manual-clock.ts'
import { aRun } from '../../../support/builders.ts'
import {
  aDeployment,
  anAlarmed,
  aRollback,
  aTaskSet,
  BLUE_ID,
  finished,
  anEcsTarget,
  EIGHT,
  GREEN_ID,
  OUR_ID,
  revision,
  ROLLBACK_ID,
  seconds
} from '../../../engines/codedeploy-answers.ts'
import { problem, WRITES } from '../../../engines/fake-ports.ts'
import { asking, deployments, NOW, sha256, type World } from './asking.ts'

const LAST = { lastAttemptedDeployment: { deploymentId: OUR_ID } }
const GREEN = aTaskSet({ id: GREEN_ID, status: 'ACTIVE', externalId: OUR_ID, taskDefinition: revision(42) })
const BOTH = { taskSets: [aTaskSet(), GREEN] }

function running(but: Partial<DeploymentInfo> = {}): DeploymentInfo {
  return aDeployment({ createTime: seconds(NOW / 1000 - 720), ...but })
}

function echoed(content: string): Partial<DeploymentInfo> {
  return { revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256: sha256(content) } } }
}

const appSpec = (number: number): string =>
  JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: revision(number) } } }]
  })

async function attached(world: World, id?: string) {
  const { fake, request } = asking({ group: LAST, service: BOTH, ...world })
  const result = await kit.attach(request, id)
  expect(fake.calls.filter((call) => WRITES.test(call.name))).toEqual([])
  return { ...fake, result }
}

async function found(world: World, id?: string): Promise<CodeDeployAttachment> {
  const { result } = await attached(world, id)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '))
  if (result.value === undefined) throw new Error('nothing was found')
  return result.value
}

async function refusals(world: World, id?: string): Promise<readonly Problem[]> {
  const { result } = await attached(world, id)
  return result.ok ? [] : result.problems
}

const knows = (...known: readonly DeploymentInfo[]): World => ({
  codedeploy: { getDeployment: deployments(...known) }
})

describe('the last deployment of the group', () => {
  test('is followed like one of ours', async () => {
    expect(await found(knows(running({ description: 'by hand' })))).toEqual({
      engine: 'codedeploy',
      target: { partition: 'aws', region: 'us-east-1', account: '123456789012', cluster: 'prod', service: 'web' },
      application: 'AppECS-prod-web',
      group: 'DgpECS-prod-web',
      through: [
        { what: 'CodeDeploy application', name: 'AppECS-prod-web' },
        { what: 'deployment group', name: 'DgpECS-prod-web' },
        { what: 'deployment configuration', name: 'CodeDeployDefault.ECSCanary10Percent5Minutes' }
      ],
      before: { taskDefinition: revision(41) },
      taskSetBefore: BLUE_ID,
      shape: { kind: 'canary', first: 10, hold: 5 * MINUTE },
      timetable: {
        readyWait: 0,
        steps: [
          { after: 0, weight: 10 },
          { after: 5 * MINUTE, weight: 100 }
        ],
        bake: 60 * MINUTE
      },
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] },
      handle: {
        id: OUR_ID,
        taskDefinition: revision(42),
        url: `https://console/codesuite/codedeploy/deployments/${OUR_ID}`,
        alias: 'codedeploy-deployment-id',
        rollBackCommand: `aws deploy stop-deployment --deployment-id ${OUR_ID} --auto-rollback-enabled`
      },
      status: 'InProgress',
      phase: 'running',
      gates: [],
      createdAt: NOW - 12 * MINUTE,
      whose: 'unknown',
      signs: ['its creator is user', 'its description is "by hand"']
    })
  })

  test('is believed to be of the group whose record it is', async () => {
    const unnamed = running({ applicationName: undefined, deploymentGroupName: undefined })
    expect((await found(knows(unnamed))).handle.id).toBe(OUR_ID)
  })

  test('that waits for a person tells its gate', async () => {
    const { phase, gates } = await found(knows(running({ status: 'Ready' })))
    expect(phase).toBe('paused')
    expect(gates).toEqual([{ hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' }])
  })

  test('is of this repository when its description carries our marker', async () => {
    const { text } = marker(aRun({ runId: '1' }), sha256('content'), 'n0nce', undefined)
    const { whose, signs } = await found(knows(running({ description: text })))
    expect(whose).toBe('repository')
    expect(signs).toEqual(['its creator is user', `its description is "${text}"`])
  })

  test('is undefined when there never was one, and when AWS keeps no record of it', async () => {
    const never = await attached({ group: { lastAttemptedDeployment: undefined } })
    expect(never.result).toEqual({ ok: true, value: undefined })
    expect((await attached(knows())).result).toEqual({ ok: true, value: undefined })
  })

  test('that is a rollback is followed by the one it undoes', async () => {
    const group = { lastAttemptedDeployment: { deploymentId: ROLLBACK_ID } }
    const attachment = await found({ ...knows(anAlarmed(), aRollback('InProgress')), group })
    expect(attachment).toMatchObject({ handle: { id: OUR_ID }, status: 'Stopped', phase: 'rolling-back' })
    expect(await found({ ...knows(anAlarmed(), aRollback('Succeeded')), group })).toMatchObject({
      phase: 'rolled-back'
    })
  })

  test('that is a rollback of what AWS has forgotten stands for itself', async () => {
    const group = { lastAttemptedDeployment: { deploymentId: ROLLBACK_ID } }
    const rollback = aRollback('Succeeded', echoed(appSpec(41)))
    expect(await found({ ...knows(rollback), group })).toMatchObject({
      handle: { id: ROLLBACK_ID, taskDefinition: revision(41) },
      phase: 'succeeded'
    })
  })

  test('that was undone is judged with the one that undid it', async () => {
    expect(await found(knows(anAlarmed(), aRollback('Failed')))).toMatchObject({ phase: 'failed' })
  })
})

describe('how it goes is told by the deployment itself, and else by the group', () => {
  const asGroup = running({ autoRollbackConfiguration: undefined })
  const own = running({
    autoRollbackConfiguration: { enabled: false, events: ['DEPLOYMENT_FAILURE'] },
    overrideAlarmConfiguration: { enabled: true, alarms: [{ name: 'slow' }, {}] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
      deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 30 }
    }
  })
  const off = running({ overrideAlarmConfiguration: { enabled: false, alarms: [{ name: 'slow' }] } })
  test.each([
    ['as the group', asGroup, { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] }, 0, 60],
    ['on its own', own, { alarms: ['slow'], rollsBackOn: [] }, 30, 5],
    ['without alarms', off, { alarms: [], rollsBackOn: ['failure', 'alarm'] }, 0, 60]
  ])('%s', async (_, deployment, guard, readyWait, bake) => {
    expect(await found(knows(deployment))).toMatchObject({
      guard,
      timetable: { readyWait: readyWait * MINUTE, bake: bake * MINUTE }
    })
  })

  const config = {
    trafficRoutingConfig: { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 50, linearInterval: 2 } }
  }
  test.each([
    ['is read', { deploymentConfigInfo: config }, { kind: 'linear', step: 50, every: 2 * MINUTE }],
    ['is not told', {}, undefined],
    ['may not be read', problem('NOT_ALLOWED'), undefined],
    ['cannot be reached', problem('AWS_UNREACHABLE'), undefined]
  ])('its shape by its configuration, which %s', async (_, getDeploymentConfig, shape) => {
    const getDeployment = deployments(running({ deploymentConfigName: 'theirs' }))
    const attachment = await found({ codedeploy: { getDeployment, getDeploymentConfig } })
    expect(attachment.shape).toEqual(shape)
    expect(attachment.timetable.steps).toHaveLength(shape ? 2 : 0)
  })

  test('nothing where it names no configuration', async () => {
    const attachment = await found(knows(running({ deploymentConfigName: undefined })))
    expect(attachment.shape).toBeUndefined()
    expect(attachment.through.map(({ what }) => what)).toEqual(['CodeDeploy application', 'deployment group'])
  })
})

describe('what it deploys is told by', () => {
  const without = { taskSets: [aTaskSet()] }
  const yaml = `version: 0\nResources:\n  - TargetService:\n      Properties:\n        TaskDefinition: "${revision(44)}"\n`
  test.each<[string, World['service'], string, number | undefined]>([
    ['its task set', BOTH, '', 42],
    ['its task set, whatever an AppSpec names', BOTH, appSpec(44), 42],
    ['its AppSpec when its task set is gone', without, appSpec(44), 44],
    ['its AppSpec in YAML', without, yaml, 44],
    ['its AppSpec in lower case', without, appSpec(44).replace('TaskDefinition', 'taskDefinition'), 44],
    [
      'its AppSpec when what the task set runs is no revision',
      { taskSets: [{ ...GREEN, taskDefinition: 'web' }] },
      appSpec(44),
      44
    ],
    ['nobody when neither is there', without, '', undefined],
    ['nobody when the AppSpec names a family', without, appSpec(44).replace(/:44/, ''), undefined],
    ['nobody when the AppSpec names two', without, `${appSpec(44)}${appSpec(45)}`, undefined],
    ['nobody when the AppSpec holds something longer', without, appSpec(44).replace(/:44/, ':44:x'), undefined]
  ])('%s', async (_, service, content, number) => {
    const world = { ...knows(running(echoed(content))), service: service ?? {} }
    // Nobody knows, and it can be followed by its id all the same.
    const expected = number === undefined ? undefined : revision(number)
    expect((await found(world)).handle.taskDefinition).toBe(expected)
  })
})

describe('what served before', () => {
  test.each<[string, DeploymentInfo, World['service'], number | undefined]>([
    ['is the primary of another', running(), BOTH, 41],
    [
      'is not told once its own set is the primary',
      running(),
      { taskSets: [{ ...GREEN, status: 'PRIMARY' }] },
      undefined
    ],
    ['is not told once it is over', running({ status: 'Succeeded' }), BOTH, undefined]
  ])('%s', async (_, deployment, service, number) => {
    const { before, taskSetBefore } = await found({ ...knows(deployment), service: service ?? {} })
    expect(before.taskDefinition).toBe(number === undefined ? undefined : revision(number))
    expect(taskSetBefore).toBe(number === undefined ? undefined : BLUE_ID)
  })
})

describe('a deployment that was named', () => {
  const other = running({ deploymentId: 'd-OTHER', ...echoed(appSpec(44)) })

  test('is followed whatever came last', async () => {
    expect(await found(knows(running(), other), 'd-OTHER')).toMatchObject({ handle: { id: 'd-OTHER' } })
  })

  test('by an ARN is refused without asking AWS', async () => {
    const { result, calls } = await attached({}, 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/x')
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { code: 'INPUT_INVALID', place: { kind: 'input', name: 'deployment-id' }, expected: 'an id like `d-A7YW3F91L`' }
      ]
    })
    expect(calls).toEqual([])
  })

  test.each([
    ['group', { deploymentGroupName: 'DgpECS-prod-api' }, 'DgpECS-prod-api'],
    ['application', { applicationName: 'AppECS-prod-api' }, 'AppECS-prod-api'],
    ['group that AWS does not tell', { deploymentGroupName: undefined }, 'group ?']
  ])('of another %s is refused, both named', async (_, but, told) => {
    const [refused] = await refusals(knows({ ...other, ...but }), 'd-OTHER')
    expect(refused).toMatchObject({
      code: 'DEPLOYMENT_NOT_FOUND',
      place: { kind: 'input', name: 'deployment-id' },
      found: expect.stringContaining(told),
      expected: expect.stringContaining('group DgpECS-prod-web in application AppECS-prod-web')
    })
  })

  test.each([
    ['nobody knows', problem('DEPLOYMENT_GONE')],
    [
      'is malformed',
      new Problem('AWS_REFUSED', {
        found: 'x',
        aws: { name: 'InvalidDeploymentIdException', message: 'x', requestId: undefined }
      })
    ]
  ])('by an id that %s is refused by that id', async (_, getDeployment) => {
    expect(await refusals({ codedeploy: { getDeployment } }, 'd-LOST')).toMatchObject([
      { code: 'DEPLOYMENT_NOT_FOUND', found: expect.stringContaining('no deployment d-LOST in region us-east-1') }
    ])
  })
})

describe('nothing is found, and the reason told, when', () => {
  test.each<[string, World, string]>([
    ['the group serves another service', { group: { ...LAST, ecsServices: [] } }, 'GROUP_MISMATCH'],
    ['there is no group', { codedeploy: { getDeploymentGroup: problem('GROUP_NOT_FOUND') } }, 'GROUP_NOT_FOUND'],
    ['the deployment may not be read', { codedeploy: { getDeployment: problem('NOT_ALLOWED') } }, 'NOT_ALLOWED'],
    ['the answer is empty', { codedeploy: { getDeployment: {} } }, 'AWS_ANSWER_INVALID'],
    ['the status is missing', knows(running({ status: undefined })), 'AWS_ANSWER_INVALID']
  ])('%s', async (_, world, code) => {
    expect(await refusals(world)).toMatchObject([{ code }])
  })

  test('its rollback may not be read', async () => {
    const getDeployment = ({ deploymentId }: { deploymentId: string }): unknown =>
      deploymentId === OUR_ID ? { deploymentInfo: anAlarmed() } : problem('NOT_ALLOWED')
    expect(await refusals({ codedeploy: { getDeployment } })).toMatchObject([{ code: 'NOT_ALLOWED' }])
  })
})

describe('a deployment that was found', () => {
  const tools = {
    clock: manualClock(),
    cancelled: new AbortController().signal,
    hash: sha256,
    page: (_: unknown, path: readonly string[]) => path.join('/')
  }

  test('is looked at and stopped like one of ours', async () => {
    const attachment = await found(knows(running()))
    const world = {
      getDeployment: deployments(running()),
      getDeploymentTarget: { deploymentTarget: { ecsTarget: anEcsTarget({ lifecycleEvents: finished(EIGHT) }) } },
      stopDeployment: { status: 'Pending' }
    }
    const { fake } = asking({ codedeploy: world })
    const follower = kit.follower(attachment, fake.aws, tools)
    const { status, target } = await follower.observe(attachment.handle, ['status', 'target'])
    expect(status).toMatchObject({ kind: 'seen', part: { phase: 'running' } })
    expect(target).toMatchObject({ kind: 'seen', part: { phase: 'baking', traffic: 10, oldTraffic: 90 } })
    await follower.act(attachment.handle, { kind: 'roll-back' })
    expect(fake.inputsOf('codedeploy.stopDeployment')).toEqual([{ deploymentId: OUR_ID, autoRollbackEnabled: true }])
  })

  test('explains itself by its stages', async () => {
    const attachment = await found(knows(running()))
    const diagnostics = { errorCode: 'ScriptFailed', message: 'no answer' } as const
    const lifecycleEvents = [{ lifecycleEventName: 'AfterInstall', status: 'Failed' as const, diagnostics }]
    const getDeploymentTarget = { deploymentTarget: { ecsTarget: anEcsTarget({ lifecycleEvents }) } }
    const { fake } = asking({ codedeploy: { getDeploymentTarget } })
    const told = await kit.evidence(attachment, attachment.handle, fake.aws, new AbortController().signal)
    expect(told).toEqual([{ about: 'AfterInstall', detail: 'ScriptFailed: no answer' }])
  })

  test('has no pauses of ours in its service', async () => {
    const { fake, request } = asking()
    expect(await kit.removePauses(request)).toEqual([])
    expect(fake.calls).toEqual([])
  })
})
