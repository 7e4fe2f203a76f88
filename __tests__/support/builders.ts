// Values with defaults: a test names only what matters to it.
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { outlook as outlookAt, moments, type Outlook } from '../../src/domain/outlook.ts'
import type { CodeDeployPlan, DeploymentPlan, EcsAttachment, EcsPlan, Target, Wait } from '../../src/domain/plan.ts'
import type { Handle } from '../../src/domain/ports.ts'
import { Problem, type ProblemCode, type ProblemDetails } from '../../src/domain/problem.ts'
import { weightSteps, type Shape, type Timetable } from '../../src/domain/shape.ts'
import type { AlarmState, Gate, ServiceEvent, Stage, Tasks } from '../../src/domain/snapshot.ts'
import { MINUTE, SECOND, type JsonObject, type Millis } from '../../src/domain/units.ts'
import type { Run } from '../../src/inputs/inputs.ts'

/** 2026-11-20 14:00:00 UTC: when every test's deployment begins. */
export const START: Millis = 1_795_183_200_000

export const ACCOUNT = '123456789012'
export const REGION = 'eu-west-1'

export function revisionArn(number: number, family = 'web'): string {
  return `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/${family}:${number}`
}

export function image(tag: string, repository = 'web'): string {
  return `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${repository}:${tag}`
}

export function aTarget(but: Partial<Target> = {}): Target {
  return { partition: 'aws', region: REGION, account: ACCOUNT, cluster: 'prod', service: 'web', ...but }
}

export const CANARY: Shape = { kind: 'canary', first: 10, hold: 5 * MINUTE }

export function aTimetable(shape: Shape = CANARY, but: Partial<Timetable> = {}): Timetable {
  return { readyWait: 0, steps: weightSteps(shape), bake: 10 * MINUTE, ...but }
}

/** What a plan of either engine has, and no engine's own. */
type Alike = Omit<EcsPlan, 'engine' | 'readBy' | 'enough' | 'update' | 'replaces' | 'pauses'>

const WAIT: Wait = {
  until: 'complete',
  allowance: 30 * MINUTE,
  maxGap: undefined,
  onTimeout: 'rollback',
  onCancel: 'rollback'
}

function anyPlan(shape: Shape): Alike {
  return {
    target: aTarget(),
    through: [],
    before: { taskDefinition: revisionArn(42) },
    revision: {
      kind: 'register',
      definition: { family: 'web', containerDefinitions: [{ name: 'app', image: image('2.0.0') }] }
    },
    changes: [
      { path: 'containers.app.image', kind: 'changed', from: image('1.9.3'), to: image('2.0.0') },
      { path: 'containers.app.environment.LOG_LEVEL', kind: 'added', from: undefined, to: undefined },
      { path: 'containers.app.environment.RELEASE', kind: 'changed', from: undefined, to: undefined },
      { path: 'memory', kind: 'changed', from: '1024', to: '2048' }
    ],
    unchanged: false,
    images: [
      { container: 'app', from: image('1.9.3'), to: image('2.0.0') },
      { container: 'proxy', from: image('1.27', 'nginx'), to: image('1.27', 'nginx') }
    ],
    shape,
    timetable: aTimetable(shape),
    guard: { alarms: ['web-5xx', 'web-latency'], rollsBackOn: ['failure', 'alarm'] },
    wait: WAIT,
    marker: { text: 'octo/web run 1 attempt 1', key: 'octo/web run 1' },
    choices: [],
    notes: [],
    sent: undefined,
    leftovers: false,
    stored: []
  }
}

export function aPlan(but: Partial<CodeDeployPlan> = {}): CodeDeployPlan {
  const configuration = 'CodeDeployDefault.ECSCanary10Percent5Minutes'
  return {
    ...anyPlan(but.shape ?? CANARY),
    engine: 'codedeploy',
    through: [
      { what: 'CodeDeploy application', name: 'AppECS-prod-web' },
      { what: 'deployment group', name: 'DgpECS-prod-web' },
      { what: 'deployment configuration', name: but.config?.name ?? configuration }
    ],
    choices: [
      { what: 'deployment configuration', value: configuration, origin: 'input' },
      { what: 'deployment group', value: 'DgpECS-prod-web', origin: 'default' },
      { what: 'alarms', value: 'web-5xx, web-latency', origin: 'group' }
    ],
    application: 'AppECS-prod-web',
    group: 'DgpECS-prod-web',
    taskSetBefore: undefined,
    config: { name: configuration, create: false },
    serviceUpdate: undefined,
    appSpec: { version: 0 },
    sent: { title: 'The AppSpec that is sent', document: but.appSpec ?? { version: 0 } },
    autoRollback: undefined,
    overrideAlarms: undefined,
    ...but
  }
}

const ECS_CANARY: Shape = { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE }
const ECS_UPDATE: JsonObject = {
  deploymentConfiguration: {
    strategy: 'CANARY',
    canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 },
    bakeTimeInMinutes: 5,
    alarms: { alarmNames: ['web-5xx', 'web-latency'], enable: true, rollback: true },
    deploymentCircuitBreaker: { enable: true, rollback: true }
  }
}

/** A canary of 10 % for 5 minutes, then both alive for 5 more. */
export function anEcsPlan(but: Partial<EcsPlan> = {}): EcsPlan {
  const shape = but.shape ?? ECS_CANARY
  const update = but.update ?? ECS_UPDATE
  return {
    ...anyPlan(shape),
    engine: 'ecs',
    readBy: 'deployment',
    enough: 100,
    timetable: aTimetable(shape, { bake: 5 * MINUTE }),
    update,
    replaces: false,
    pauses: false,
    choices: [
      { what: 'strategy', value: 'canary 10 % for 5 min, bake 5 min', origin: 'input' },
      { what: 'alarms', value: 'web-5xx, web-latency', origin: 'service' }
    ],
    sent: { title: 'The update that is sent', document: update },
    leftovers: false,
    stored: [{ path: 'deploymentConfiguration.strategy', kind: 'changed', from: 'ROLLING', to: 'CANARY' }],
    ...but
  }
}

export const SERVICE_DEPLOYMENT = `arn:aws:ecs:${REGION}:${ACCOUNT}:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28`

export function anEcsHandle(but: Partial<Handle> = {}): Handle {
  const id = but.id ?? SERVICE_DEPLOYMENT
  return {
    id,
    taskDefinition: revisionArn(43),
    inService: 'ecs-svc/5782596715501462061',
    url: `https://${REGION}.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments?region=${REGION}`,
    rollBackCommand: `aws ecs stop-service-deployment --service-deployment-arn ${id} --stop-type ROLLBACK`,
    ...but
  }
}

/** One of ECS that somebody else started, and that waits for a person after its test traffic. */
export function anAttachment(but: Partial<EcsAttachment> = {}): EcsAttachment {
  const shape = but.shape ?? ECS_CANARY
  return {
    engine: 'ecs',
    readBy: 'deployment',
    enough: 100,
    target: aTarget(),
    through: [],
    before: { taskDefinition: revisionArn(42) },
    shape,
    timetable: aTimetable(shape, { bake: 5 * MINUTE }),
    guard: { alarms: ['web-5xx', 'web-latency'], rollsBackOn: ['failure', 'alarm'] },
    handle: anEcsHandle(),
    status: 'IN_PROGRESS',
    phase: 'paused',
    gates: [aGate()],
    createdAt: START - 20 * MINUTE,
    whose: 'unknown',
    signs: ['it is IN_PROGRESS', 'it was created 20 minutes ago'],
    ...but
  }
}

export function aGate(but: Partial<Gate> = {}): Gate {
  return {
    hookId: 'ecs-pause-Zm9sbG93IHRoZSB3aGl0ZSByYWJiaXQgZG93biB0aGU',
    stage: 'POST_TEST_TRAFFIC_SHIFT',
    expiresAt: START + 60 * MINUTE,
    onExpiry: 'roll-back',
    ...but
  }
}

export function aHandle(but: Partial<Handle> = {}): Handle {
  const id = but.id ?? 'd-A7YW3F91L'
  const url = `https://${REGION}.console.aws.amazon.com/codesuite/codedeploy/deployments/${id}?region=${REGION}`
  return {
    id,
    taskDefinition: revisionArn(43),
    url,
    alias: 'codedeploy-deployment-id',
    rollBackCommand: `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`,
    ...but
  }
}

export function aStage(but: Partial<Stage> = {}): Stage {
  return {
    name: 'Install',
    status: 'Succeeded',
    startedAt: START + 10 * SECOND,
    endedAt: START + 115 * SECOND,
    detail: undefined,
    ...but
  }
}

export function someTasks(but: Partial<Tasks> = {}): Tasks {
  return { desired: 2, running: 2, pending: 0, ...but }
}

export function anAlarm(but: Partial<AlarmState> = {}): AlarmState {
  return {
    name: 'web-5xx',
    state: 'OK',
    reason: 'Threshold Crossed: 1 datapoint [0.0 (20/11/26 13:59:00)] was not greater than the threshold (10.0).',
    since: START - 60 * MINUTE,
    rule: 'Sum of HTTPCode_Target_5XX_Count > 10 for 1 x 60 s',
    ...but
  }
}

export function aServiceEvent(but: Partial<ServiceEvent> = {}): ServiceEvent {
  return { id: 'e-1', at: START + 2 * MINUTE, text: '(service web) has reached a steady state.', ...but }
}

export function aProblem(code: ProblemCode = 'SERVICE_NOT_FOUND', but: Partial<ProblemDetails> = {}): Problem {
  return new Problem(code, {
    found: 'service `wbe` in cluster `prod`',
    place: { kind: 'input', name: 'service' },
    ...but
  })
}

export function aRun(but: Partial<Run> = {}): Run {
  return {
    repository: 'octo/web',
    runId: '9876543210',
    attempt: '1',
    sha: 'c0ffee254729296a45a3885639ac7e10f9d54979',
    actor: 'octocat',
    url: 'https://github.com/octo/web/actions/runs/9876543210',
    ...but
  }
}

/** What the plan's timetable predicts at `now` when the traffic began to move at `began`. */
export function anOutlook(began: Millis, now: Millis, plan: Pick<DeploymentPlan, 'timetable'> = aPlan()): Outlook {
  const traffic = plan.timetable.steps.findLast((step) => began + step.after <= now)?.weight
  return outlookAt(moments(plan.timetable, began), traffic, began + 40 * MINUTE)
}

type Without<Event> = Event extends unknown ? Omit<Event, 'at'> : never

/** An event `after` the start. */
export function anEvent(after: Millis, event: Without<DeploymentEvent>): DeploymentEvent {
  return { ...event, at: START + after }
}
