import { describe, expect, test } from '@jest/globals'
import { MINUTE } from '../../../../src/domain/units.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import {
  aBalancer,
  ADVANCED,
  aPause,
  aServiceDeployment,
  CANARY,
  deploymentArn,
  LAMBDA,
  listener,
  plan,
  planned,
  PRIMARY,
  refusals,
  REPLACING,
  revision,
  ROLLING,
  says,
  serviceRevision,
  without,
  type World
} from '../../../engines/ecs-planning.ts'
import { inTurn, problem } from '../../../engines/fake-ports.ts'
import { aDocument, DEFINITION } from '../../../engines/asked.ts'

const linear = (step: number, minutes: number): Partial<Deploying> => ({
  strategy: { kind: 'shape', shape: { kind: 'linear', step, every: minutes * MINUTE }, written: 'linear' }
})
const REUSE = { kind: 'reuse', arn: revision(41), definition: DEFINITION } as const
const PINNED = {
  kind: 'reuse',
  arn: revision(41),
  definition: { family: 'web', containerDefinitions: [{ name: 'app', image: `web@sha256:${'0'.repeat(64)}` }] }
} as const

describe('with nothing but a service and an image', () => {
  test('the plan is the service’s, and nothing beyond the revision is sent', async () => {
    expect(await plan()).toMatchObject({
      engine: 'ecs',
      readBy: 'deployment',
      target: { cluster: 'prod', service: 'web' },
      through: [{ what: 'ECS service', name: 'prod/web' }],
      before: { taskDefinition: revision(41) },
      shape: { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE },
      timetable: {
        readyWait: 0,
        steps: [
          { after: 0, weight: 10 },
          { after: 5 * MINUTE, weight: 100 }
        ],
        bake: 5 * MINUTE
      },
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm', 'stop'] },
      update: {},
      sent: undefined,
      stored: [],
      pauses: false,
      wait: { until: 'complete', allowance: 30 * MINUTE, onTimeout: 'rollback', onCancel: 'rollback' }
    })
  })

  test('each choice says that it is the service’s', async () => {
    const { choices } = await plan()
    expect(choices).toEqual([
      { what: 'strategy', value: 'canary 10% for 5m', origin: 'service' },
      { what: 'bake', value: '5m', origin: 'service' },
      { what: 'alarms', value: 'web-5xx', origin: 'service' },
      { what: 'rolls back on', value: 'failure, alarm, stop', origin: 'service' }
    ])
  })

  test('the permission to stop it is named, unless nothing would', async () => {
    expect(says(await plan())).toContain('ecs:StopServiceDeployment')
    expect(says(await plan({ inputs: { onTimeout: 'leave', onCancel: 'leave' } }))).toBe('')
  })

  test('a service without tasks is a warning', async () => {
    expect(says(await plan({ service: { desiredCount: 0 } }))).toContain('warning: The desired count')
  })
})

describe('what is sent back', () => {
  const configuration = { ...CANARY, lifecycleHooks: [LAMBDA], tomorrow: { is: ['another', 'day'] } }

  test('is all of the configuration, with only what was asked for changed', async () => {
    const { update, sent } = await plan({ configuration, inputs: linear(25, 2) })
    expect(update).toEqual({
      deploymentConfiguration: {
        ...without(configuration, 'canaryConfiguration'),
        strategy: 'LINEAR',
        linearConfiguration: { stepPercent: 25, stepBakeTimeInMinutes: 2 }
      }
    })
    expect(sent).toEqual({ title: 'The service update that is sent', document: update })
  })

  test('is told member by member as it was before and will be after', async () => {
    const { stored } = await plan({ configuration, inputs: { ...linear(25, 2), desiredCount: 4, alarms: ['slow'] } })
    expect(stored).toEqual([
      { path: 'desiredCount', kind: 'changed', from: '2', to: '4' },
      {
        path: 'deploymentConfiguration.alarms.alarmNames',
        kind: 'changed',
        from: '["web-5xx"]',
        to: '["web-5xx","slow"]'
      },
      { path: 'deploymentConfiguration.strategy', kind: 'changed', from: 'CANARY', to: 'LINEAR' },
      {
        path: 'deploymentConfiguration.canaryConfiguration.canaryPercent',
        kind: 'removed',
        from: '10',
        to: undefined
      },
      {
        path: 'deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes',
        kind: 'removed',
        from: '5',
        to: undefined
      },
      { path: 'deploymentConfiguration.linearConfiguration.stepPercent', kind: 'added', from: undefined, to: '25' },
      {
        path: 'deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes',
        kind: 'added',
        from: undefined,
        to: '2'
      }
    ])
  })

  test('names the roles it hands on', async () => {
    expect(says(await plan({ configuration, inputs: linear(25, 2) }))).toContain('iam:PassRole')
    expect(says(await plan({ configuration }))).not.toContain('iam:PassRole')
  })

  test('is nothing when what was asked for is so already', async () => {
    const canary = { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE } as const
    const { update, stored } = await plan({
      inputs: { strategy: { kind: 'shape', shape: canary, written: 'canary 10% for 5m, bake 5m' } }
    })
    expect([update, stored]).toEqual([{}, []])
  })

  test('never tells what a hook is told', async () => {
    const { stored } = await plan({ configuration, inputs: { pauseAt: 'before-traffic' } })
    expect(JSON.stringify(stored)).toContain('POST_SCALE_UP')
    expect(JSON.stringify(stored)).not.toMatch(/hush|ecd:/)
  })
})

describe('a new deployment is forced', () => {
  test.each<[string, World, boolean]>([
    ['when it is asked for', { inputs: { forceNewDeployment: true } }, true],
    ['when the service has the revision already: AWS would start nothing', { revision: REUSE }, true],
    ['not for a revision that is new to it', {}, false],
    ['not for another one that is reused', { revision: { ...REUSE, arn: revision(40) } }, false]
  ])('%s', async (_, world, forced) => {
    expect((await plan(world)).update['forceNewDeployment']).toBe(forced ? true : undefined)
  })
})

describe('what is not for ECS is refused', () => {
  test.each<[string, Partial<Deploying>]>([
    ['codedeploy-application', { application: 'App' }],
    ['codedeploy-deployment-group', { group: 'Group' }],
    ['codedeploy-hooks', { hooks: [{ event: 'BeforeInstall', function: 'check' }] }],
    ['codedeploy-appspec', { appSpec: aDocument({}, 'deploy/appspec.yaml') }],
    ['on-timeout', { onTimeout: 'stop' }],
    ['on-cancel', { onCancel: 'stop' }]
  ])('%s', async (name, inputs) => {
    const problems = await refusals({ inputs })
    expect(problems.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: 'SERVICE_OPTION_UNFIT', place: { kind: 'input', name } }
    ])
    expect(problems[0]?.remedy).toMatch(/^[A-Z][a-z]+ /)
  })

  test('but not a file that only lies there, nor a description', async () => {
    const appSpec = aDocument({}, 'appspec.yaml')
    const notes = says(await plan({ inputs: { appSpec, appSpecByDefault: true, description: 'v2' } }))
    expect(notes).toContain('notice: appspec.yaml is not used')
    expect(notes).toContain('codedeploy-deployment-description')
  })
})

describe('another deployment on its way', () => {
  const busy: World = { history: [aServiceDeployment()], service: { deployments: REPLACING } }

  test('is told with its id, age, status and revision, beside the plan', async () => {
    const planning = await planned(busy)
    expect(planning).toMatchObject({
      kind: 'busy',
      plan: { engine: 'ecs', before: { taskDefinition: revision(41) } },
      other: {
        engine: 'ecs',
        readBy: 'deployment',
        handle: { id: deploymentArn('active'), taskDefinition: revision(42), inService: 'ecs-svc/42' },
        before: { taskDefinition: revision(41) },
        status: 'IN_PROGRESS',
        phase: 'running',
        whose: 'unknown'
      }
    })
    expect(planning.kind === 'busy' && planning.problem).toMatchObject({
      code: 'DEPLOYMENT_ACTIVE',
      found: `deployment ${deploymentArn('active')} of service web is IN_PROGRESS; it was created 3 minutes ago; it deploys web:42`
    })
  })

  test('is replaced when that is asked for, which is said loudly', async () => {
    const notes = says(await plan({ ...busy, inputs: { onActive: 'replace' } }))
    expect(notes).toContain('warning: Another deployment is on its way and will be replaced')
    expect(notes).toContain(deploymentArn('active'))
  })

  test('is this run’s own when an earlier attempt left the revision that is reused', async () => {
    const own: World = { ...busy, revision: { ...REUSE, arn: revision(42) }, run: { attempt: '2' } }
    expect(await planned(own)).toMatchObject({ kind: 'busy', other: { whose: 'run' } })
    // Never replaced: it is followed.
    expect(await planned({ ...own, inputs: { onActive: 'replace' } })).toMatchObject({ kind: 'busy' })
    expect(await planned({ ...own, run: { attempt: '1' } })).toMatchObject({ other: { whose: 'unknown' } })
  })

  test.each(['ROLLBACK_IN_PROGRESS', 'STOP_REQUESTED'] as const)(
    'is not this run’s own any more when it is %s',
    async (status) => {
      const own: World = { history: [aServiceDeployment({ status })], revision: { ...REUSE, arn: revision(42) } }
      expect(await planned({ ...own, run: { attempt: '2' } })).toMatchObject({
        kind: 'busy',
        other: { whose: 'unknown' }
      })
    }
  )

  test('of a word nobody has told us of goes on until AWS says that it finished', async () => {
    const levitating = aServiceDeployment({ status: 'LEVITATING' as 'PENDING' })
    expect(await planned({ history: [levitating] })).toMatchObject({
      kind: 'busy',
      other: { status: 'LEVITATING', phase: 'running' }
    })
    const landed = { ...levitating, finishedAt: new Date(1) }
    expect((await planned({ history: [landed] })).kind).toBe('planned')
  })

  test('that is being replaced itself gives way to the one that replaces it', async () => {
    const stopping = aServiceDeployment({ serviceDeploymentArn: deploymentArn('newer'), status: 'STOP_REQUESTED' })
    expect(await planned({ history: [stopping, aServiceDeployment()] })).toMatchObject({
      other: { handle: { id: deploymentArn('active') } }
    })
  })

  test('that is over stands in nobody’s way', async () => {
    const history = (['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'] as const).map((status) =>
      aServiceDeployment({ status })
    )
    expect((await planned({ history })).kind).toBe('planned')
  })

  test('does not hide another problem', async () => {
    const problems = await refusals({ ...busy, inputs: { onCancel: 'stop' } })
    expect(problems.map(({ code }) => code)).toEqual(['SERVICE_OPTION_UNFIT'])
  })
})

describe('a deployment that has just begun, and is not on the list', () => {
  const before = aServiceDeployment({
    serviceDeploymentArn: deploymentArn('before'),
    status: 'SUCCESSFUL',
    createdAt: new Date(0)
  })
  const begun = aServiceDeployment()
  const service = { deployments: REPLACING }
  const list = (...all: readonly (typeof begun)[]): unknown => ({ serviceDeployments: all })

  test('is the one the service names', async () => {
    const named = { ...service, currentServiceDeployment: deploymentArn('active') }
    const ecs = { listServiceDeployments: list(before) }
    expect(await planned({ history: [begun, before], ecs, service: named })).toMatchObject({
      kind: 'busy',
      other: { handle: { id: deploymentArn('active') } }
    })
  })

  test('is on it at the second look', async () => {
    const ecs = { listServiceDeployments: inTurn(list(before), list(begun, before)) }
    expect(await planned({ history: [begun, before], ecs, service })).toMatchObject({
      kind: 'busy',
      other: { handle: { id: deploymentArn('active') } }
    })
  })

  test('is told by the service alone when it stays away', async () => {
    expect(await planned({ history: [before], service })).toMatchObject({
      kind: 'busy',
      plan: { readBy: 'deployment' },
      other: { readBy: 'service', handle: { id: 'ecs-svc/42' } }
    })
  })

  test('is none where the list has it, and says that it is over', async () => {
    expect((await planned({ history: [{ ...begun, status: 'SUCCESSFUL' }], service })).kind).toBe('planned')
  })
})

describe('a role that may not read deployments', () => {
  const denied: World = { history: problem('NOT_ALLOWED') }

  test('costs their course and not the deployment', async () => {
    const it = await plan(denied)
    expect(it.readBy).toBe('service')
    expect(says(it)).toContain(
      'ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions'
    )
  })

  test('leaves it to the service whether one is on its way', async () => {
    expect(await planned({ ...denied, service: { deployments: REPLACING } })).toMatchObject({
      kind: 'busy',
      other: { readBy: 'service', handle: { id: 'ecs-svc/42', taskDefinition: revision(42) }, status: 'IN_PROGRESS' }
    })
  })

  test('is as much denied when only the details are', async () => {
    const history = [aServiceDeployment({ status: 'SUCCESSFUL' })]
    const ecs = { describeServiceDeployments: problem('NOT_ALLOWED') }
    expect((await plan({ history, ecs })).readBy).toBe('service')
  })

  test('cannot wait for a person: nobody would see the gate', async () => {
    const problems = await refusals({ ...denied, inputs: { pauseAt: 'before-traffic' } })
    expect(problems.map(({ code }) => code)).toEqual(['GATE_UNFIT'])
    expect(problems[0]?.remedy).toContain('ecs:DescribeServiceDeployments')
  })
})

describe('nothing is deployed', () => {
  const UNGUARDED = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 }
  const VOLUME = { name: 'data', settings: { roleArn: 'arn:role', sizeInGiB: 20 } }
  const LINEAR = {
    ...UNGUARDED,
    strategy: 'LINEAR',
    linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 1 }
  }
  const same: World = { revision: PINNED, changes: [] }

  test('when all of it is so already, and then nothing is said of what is not sent', async () => {
    expect(await plan(same)).toMatchObject({ unchanged: true, notes: [], sent: undefined, stored: [] })
  })

  test('nor for a pause of ours that was left behind', async () => {
    const configuration = { ...CANARY, lifecycleHooks: [aPause('POST_SCALE_UP', 60, { 'ecs-canary-deploy': 'ecd:x' })] }
    expect(await plan({ ...same, configuration })).toMatchObject({ unchanged: true, stored: [] })
  })

  test.each<[string, Partial<World>]>([
    ['the primary is not complete', { service: { deployments: [{ ...PRIMARY, rolloutState: 'IN_PROGRESS' }] } }],
    [
      'another deployment still has tasks',
      { service: { deployments: [PRIMARY, { ...PRIMARY, id: 'ecs-svc/40', status: 'ACTIVE', runningCount: 1 }] } }
    ],
    ['a strategy was asked for', { inputs: linear(25, 2) }],
    ['a strategy was asked for, and is the one there is', { inputs: linear(10, 1), configuration: LINEAR }],
    ['`rollback-on` leaves out what the service does', { inputs: { rollbackOn: ['failure'] } }],
    ['`rollback-on` is none', { inputs: { rollbackOn: [] } }],
    ['`rollback-on` adds to what the service does', { inputs: { rollbackOn: ['failure'] }, configuration: UNGUARDED }],
    ['another minimum was asked for', { inputs: { minimumHealthyPercent: 50 }, configuration: ROLLING }],
    ['another volume was asked for', { inputs: { ebsVolume: VOLUME }, connected: { volumeConfigurations: [] } }],
    ['another maximum was asked for', { inputs: { maximumPercent: 150 }, configuration: ROLLING }]
  ])('unless %s', async (_, world) => {
    expect((await plan({ ...same, ...world })).unchanged).toBe(false)
  })

  test.each<[string, World]>([
    ['what the service rolls back on', { inputs: { rollbackOn: ['alarm', 'failure', 'stop'] } }],
    ['that nothing but a stop rolls back', { inputs: { rollbackOn: [] }, configuration: UNGUARDED }],
    [
      'the volume its tasks have',
      {
        inputs: { ebsVolume: VOLUME },
        connected: {
          volumeConfigurations: [{ managedEBSVolume: { sizeInGiB: 20, roleArn: 'arn:role' }, name: 'data' }]
        }
      }
    ],
    ['alarms, where there are none', { inputs: { rollbackOn: ['alarm'] }, configuration: UNGUARDED }],
    [
      'the pace it has',
      { inputs: { minimumHealthyPercent: 100, maximumPercent: 200 }, configuration: without(ROLLING, 'maximumPercent') }
    ]
  ])('nor because it is asked for %s', async (_, world) => {
    expect(await plan({ ...same, ...world })).toMatchObject({ unchanged: true, sent: undefined, stored: [] })
  })

  test('and what differs is stored with a deployment that is forced, and why is told', async () => {
    const it = await plan({ ...same, inputs: { rollbackOn: ['failure'] } })
    expect(it.update).toEqual({
      forceNewDeployment: true,
      deploymentConfiguration: { ...CANARY, alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false } }
    })
    expect(says(it)).toContain('another `rollback-on` was asked for')
    expect(it.stored.map(({ path }) => path)).toEqual(['deploymentConfiguration.alarms.rollback'])
  })
})

describe('time AWS may take beyond the timetable', () => {
  const behind = (kind: 'app' | 'net'): World['loadBalancers'] => [
    aBalancer({
      ...ADVANCED,
      productionListenerRule: listener(kind, 'production'),
      testListenerRule: listener(kind, 'test')
    })
  ]
  const STEADY = { ...ROLLING, alarms: { alarmNames: ['web-5xx'], enable: true, rollback: true } }

  test.each<[string, World, number]>([
    ['none behind an application load balancer', { loadBalancers: behind('app') ?? [] }, 0],
    ['ten minutes at the test shift and at each step behind a network one', { loadBalancers: behind('net') ?? [] }, 30],
    ['five minutes of a rolling deployment that alarms watch', { configuration: STEADY }, 5],
    ['none where the bake is named', { configuration: { ...STEADY, bakeTimeInMinutes: 2 } }, 0]
  ])('%s', async (_, world, minutes) => {
    const { wait, timetable } = await plan(world)
    expect(wait.allowance).toBe((30 + minutes) * MINUTE)
    expect(timetable.steps.length).toBe(world.configuration ? 0 : 2)
  })

  test('behind a network load balancer is told, since the timetable has none of it', async () => {
    const told = 'Behind a network load balancer ECS takes ten minutes more'
    expect(says(await plan({ loadBalancers: behind('net') ?? [] }))).toContain(told)
    expect(says(await plan({ loadBalancers: behind('app') ?? [] }))).not.toContain(told)
    expect(says(await plan({ loadBalancers: behind('net') ?? [], configuration: ROLLING }))).not.toContain(told)
  })
})

describe('of what AWS answers', () => {
  test('a strategy nobody has told us of is shown, without a timetable', async () => {
    const it = await plan({ configuration: { ...CANARY, strategy: 'TELEPORT' } })
    expect(it).toMatchObject({ shape: undefined, timetable: { steps: [] } })
    expect(it.choices[0]).toMatchObject({ what: 'strategy', value: 'TELEPORT' })
    expect(says(it)).toContain('TELEPORT')
  })

  test.each([[{}], [{ services: [] }], [{ services: 'none' }]])('%j is refused', async (answer) => {
    const problems = await refusals({ ecs: { describeServicesAsWritten: answer } })
    expect(problems.map(({ code }) => code)).toEqual(['AWS_ANSWER_INVALID'])
  })

  test('every read that failed is told, with everything else that is wrong', async () => {
    const problems = await refusals({
      history: problem('AWS_THROTTLED'),
      ecs: { describeServicesAsWritten: problem('AWS_BROKEN') },
      inputs: { onCancel: 'stop' }
    })
    expect(problems.map(({ code }) => code)).toEqual(['AWS_BROKEN', 'AWS_THROTTLED', 'SERVICE_OPTION_UNFIT'])
  })

  test('a deployment whose revision is not known is not taken for any', async () => {
    const history = [aServiceDeployment({ targetServiceRevision: { arn: serviceRevision(42) } })]
    const problems = await refusals({ history, ecs: { describeServiceRevisions: { serviceRevisions: [] } } })
    expect(problems.map(({ code }) => code)).toEqual(['AWS_ANSWER_INVALID'])
  })
})

test('the marker is of what was asked for, whatever the service has of it by now', async () => {
  const first = await plan({ inputs: linear(25, 2) })
  const after = first.update['deploymentConfiguration'] as World['configuration'] & object
  const second = await plan({ inputs: linear(25, 2), configuration: after })
  expect(second.update).toEqual({})
  expect(second.marker.key).toBe(first.marker.key)
  expect((await plan({ inputs: linear(20, 2) })).marker.key).not.toBe(first.marker.key)
})
