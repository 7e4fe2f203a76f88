// What this step does, and which inputs that can heed: one that it cannot is refused, never ignored.
import type { Ask } from './ask.ts'
import { CATALOG, INPUT_NAMES, type InputName } from './catalog.ts'
import { word } from './fields.ts'
import type { Mode } from './inputs.ts'
import { oneOf } from './words.ts'

const MODES = ['deploy', 'promote', 'rollback', 'status'] as const satisfies readonly Mode[]
const USUAL = 'deploy'

/** Why an input of another mode has nothing to act on. */
const DOES: Readonly<Record<Mode, string>> = {
  deploy: 'deploy starts a deployment of its own',
  promote: 'promote continues what was deployed',
  rollback: 'rollback brings back a revision that was there before, as it is',
  status: 'status only looks at what is there'
}

const ANY: readonly Mode[] = MODES
/** A deployment is started: by a roll-back as well, when none is under way that AWS could roll back. */
const STARTING: readonly Mode[] = ['deploy', 'rollback']
const WRITING: readonly Mode[] = ['deploy', 'promote', 'rollback']
const FINDING: readonly Mode[] = ['promote', 'rollback', 'status']
const DEPLOY: readonly Mode[] = ['deploy']
const PROMOTE: readonly Mode[] = ['promote']

const HEEDED_IN: Readonly<Record<InputName, readonly Mode[]>> = {
  mode: ANY,

  'task-definition': DEPLOY,
  'task-definition-arn': STARTING,
  'task-definition-family': STARTING,
  'task-definition-revision': STARTING,
  images: DEPLOY,
  'container-name': DEPLOY,
  image: DEPLOY,
  'environment-variables': DEPLOY,
  'env-files': DEPLOY,
  secrets: DEPLOY,
  'env-update-strategy': DEPLOY,
  'docker-labels': DEPLOY,
  command: DEPLOY,
  'log-configuration-log-driver': DEPLOY,
  'log-configuration-options': DEPLOY,
  'task-role-arn': DEPLOY,
  'execution-role-arn': DEPLOY,
  cpu: DEPLOY,
  memory: DEPLOY,
  'task-definition-patch': DEPLOY,
  'unknown-properties': DEPLOY,
  'strip-empty-values': DEPLOY,
  'keep-null-value-keys': DEPLOY,
  'keep-revisions': DEPLOY,

  service: ANY,
  cluster: ANY,
  'desired-count': DEPLOY,
  'force-new-deployment': DEPLOY,
  'enable-ecs-managed-tags': DEPLOY,
  'propagate-tags': DEPLOY,
  'service-managed-ebs-volume-name': DEPLOY,
  'service-managed-ebs-volume': DEPLOY,

  strategy: STARTING,
  'codedeploy-appspec': STARTING,
  'codedeploy-application': ANY,
  'codedeploy-deployment-group': ANY,
  'codedeploy-deployment-config': STARTING,
  'codedeploy-deployment-description': STARTING,
  'codedeploy-hooks': STARTING,
  'minimum-healthy-percent': STARTING,
  'maximum-percent': STARTING,

  alarms: STARTING,
  'allow-active-alarms': STARTING,
  'rollback-on': STARTING,
  'pause-at': DEPLOY,
  'pause-minutes': DEPLOY,
  'pause-timeout-action': DEPLOY,
  'deployment-id': FINDING,
  'hook-id': PROMOTE,

  'wait-until': ANY,
  'wait-for-service-stability': ANY,
  'wait-for-minutes': ANY,
  'wait-max-delay-seconds': ANY,
  'on-timeout': WRITING,
  'on-cancel': WRITING,
  'on-active-deployment': DEPLOY,

  'run-task': DEPLOY,
  'run-task-container-overrides': DEPLOY,
  'run-task-security-groups': DEPLOY,
  'run-task-subnets': DEPLOY,
  'run-task-assign-public-IP': DEPLOY,
  'run-task-capacity-provider-strategy': DEPLOY,
  'run-task-launch-type': DEPLOY,
  'run-task-started-by': DEPLOY,
  'run-task-tags': DEPLOY,
  'run-task-managed-ebs-volume-name': DEPLOY,
  'run-task-managed-ebs-volume': DEPLOY,
  'wait-for-task-stopped': DEPLOY,

  comment: ANY,
  'github-token': ANY,
  'role-to-assume': ANY,
  'role-session-name': ANY,
  audience: ANY,
  'allowed-account-ids': ANY,
  'allow-forks': ANY,
  'aws-region': ANY,
  'max-retries': ANY
}

export interface Moded {
  readonly mode: Mode
  /** What the mode cannot heed was refused once, counts as not given here, and has no further problems. */
  readonly asked: Ask
}

export function readMode(given: Ask): Moded {
  const written = given.read('mode', word(MODES))
  // The word is wrong, which was reported: what was meant to be heeded cannot be told.
  if (written === undefined && given.has('mode')) return { mode: USUAL, asked: given }
  const mode = written ?? USUAL

  for (const name of INPUT_NAMES) {
    if (CATALOG[name].built && !heeds(mode, name) && given.sets(name)) refuse(given, mode, name)
  }
  if (mode !== 'deploy' && !given.has('service')) {
    given.missing('service', {
      found: `\`mode: ${mode}\` is for a deployment of a service, and \`service\` is not given`,
      expected: 'the name or the ARN of the service',
      remedy: 'Give `service`; if it comes from a step or a variable, check that it is not empty.'
    })
  }
  return {
    mode,
    asked: {
      ...given,
      has: (name) => heeds(mode, name) && given.has(name),
      sets: (name) => heeds(mode, name) && given.sets(name),
      read: (name, parser) => (heeds(mode, name) ? given.read(name, parser) : undefined)
    }
  }
}

/** Whether `mode`, as it is written, can heed this input; a word nobody knows decides nothing. */
export function mayHeed(written: string | undefined, name: InputName): boolean {
  const lower = written?.toLowerCase() ?? USUAL
  const mode = MODES.find((known) => known === lower)
  return mode === undefined || heeds(mode, name)
}

export function heeds(mode: Mode, name: InputName): boolean {
  return HEEDED_IN[name].includes(mode)
}

function refuse(given: Ask, mode: Mode, name: InputName): void {
  const others = oneOf(HEEDED_IN[name].map((other) => `mode: ${other}`))
  given.conflict(
    name,
    `\`${name}\` is for ${others}; ${DOES[mode]}`,
    mode === 'deploy' ? `Remove \`${name}\`, or write ${others}.` : `Remove \`${name}\`.`
  )
}
