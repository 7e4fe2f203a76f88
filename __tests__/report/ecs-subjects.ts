// Plans, handles and deployments that were found, of both engines, as the reports tell them.
import type { Change } from '../../src/domain/change.ts'
import type { CodeDeployPlan, EcsAttachment, EcsPlan } from '../../src/domain/plan.ts'
import type { Handle } from '../../src/domain/ports.ts'
import type { Shape } from '../../src/domain/shape.ts'
import type { Gate, HookState } from '../../src/domain/snapshot.ts'
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import { ACCOUNT, aHandle, aPlan, aTarget, aTimetable, REGION, revisionArn, START } from '../support/builders.ts'

export function aCodeDeployPlan(but: Partial<CodeDeployPlan> = {}): CodeDeployPlan {
  return aPlan({
    through: [
      { what: 'CodeDeploy application', name: 'AppECS-prod-web' },
      { what: 'deployment group', name: 'DgpECS-prod-web' },
      { what: 'deployment configuration', name: 'CodeDeployDefault.ECSCanary10Percent5Minutes' }
    ],
    sent: { title: 'The AppSpec that is sent', document: { version: 0 } },
    stored: [],
    ...but
  })
}

export function aCodeDeployHandle(but: Partial<Handle> = {}): Handle {
  const id = but.id ?? 'd-A7YW3F91L'
  return aHandle({
    id,
    alias: 'codedeploy-deployment-id',
    rollBackCommand: `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`,
    ...but
  })
}

export const NATIVE_CANARY: Shape = { kind: 'canary', first: 10, hold: 5 * MINUTE, bake: 5 * MINUTE }

const TRAFFIC = {
  shape: NATIVE_CANARY,
  timetable: aTimetable(NATIVE_CANARY, { bake: 5 * MINUTE }),
  guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm'] }
} as const
const THROUGH = [{ what: 'ECS service', name: 'prod/web' }]

/** A canary that is new to the service, and one pause of ours beside it. */
const STORED: readonly Change[] = [
  { path: 'deploymentConfiguration.strategy', kind: 'changed', from: 'ROLLING', to: 'CANARY' },
  {
    path: 'deploymentConfiguration.canaryConfiguration',
    kind: 'added',
    from: undefined,
    to: '{"canaryPercent":10,"canaryBakeTimeInMinutes":5}'
  },
  { path: 'deploymentConfiguration.bakeTimeInMinutes', kind: 'added', from: undefined, to: '5' }
]

export function anEcsPlan(but: Partial<EcsPlan> = {}): EcsPlan {
  const plan = aPlan()
  const update = {
    deploymentConfiguration: {
      strategy: 'CANARY',
      bakeTimeInMinutes: 5,
      canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 5 }
    }
  }
  return {
    engine: 'ecs',
    target: plan.target,
    through: THROUGH,
    before: plan.before,
    ...TRAFFIC,
    revision: plan.revision,
    changes: plan.changes,
    unchanged: false,
    images: plan.images,
    wait: plan.wait,
    marker: plan.marker,
    choices: [
      { what: 'strategy', value: 'canary 10% for 5m, bake 5m', origin: 'input' },
      { what: 'alarms', value: 'web-5xx', origin: 'service' }
    ],
    notes: [],
    sent: { title: 'The service update that is sent', document: update },
    leftovers: false,
    stored: STORED,
    readBy: 'deployment',
    enough: 100,
    update,
    replaces: false,
    pauses: false,
    ...but
  }
}

export const ECS_ID = `arn:aws:ecs:${REGION}:${ACCOUNT}:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28`
export const PAUSE_ID = 'ecs-pause-9f3kQ0aVb2Lx7TtYc1mPz8WnRsE4uHdJgK5oXi6ZqBA'

export function anEcsHandle(but: Partial<Handle> = {}): Handle {
  return {
    id: ECS_ID,
    taskDefinition: revisionArn(43),
    inService: 'ecs-svc/8028374652093847561',
    url: `https://${REGION}.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/deployments?region=${REGION}`,
    rollBackCommand: `aws ecs stop-service-deployment --service-deployment-arn ${ECS_ID} --stop-type ROLLBACK`,
    ...but
  }
}

export function aGate(but: Partial<Gate> = {}): Gate {
  return {
    hookId: PAUSE_ID,
    stage: 'POST_TEST_TRAFFIC_SHIFT',
    expiresAt: START + 62 * MINUTE,
    onExpiry: 'roll-back',
    ...but
  }
}

export function aPause(but: Partial<HookState> = {}): HookState {
  return { id: PAUSE_ID, kind: 'PAUSE', function: undefined, status: 'AWAITING_ACTION', ...but }
}

/** Begun twelve minutes before the run that finds it, and waiting since. */
export function anAttachment(but: Partial<EcsAttachment> = {}): EcsAttachment {
  return {
    engine: 'ecs',
    target: aTarget(),
    through: THROUGH,
    before: { taskDefinition: revisionArn(42) },
    ...TRAFFIC,
    readBy: 'deployment',
    enough: 100,
    handle: anEcsHandle(),
    status: 'IN_PROGRESS',
    phase: 'paused',
    gates: [aGate()],
    createdAt: START - 12 * MINUTE - 3 * SECOND,
    whose: 'repository',
    signs: ['it says of itself `c0ffee2 by octocat`'],
    ...but
  }
}
