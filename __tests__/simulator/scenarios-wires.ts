// The API itself misbehaves: limits, permissions, credentials, lost and broken answers, hostile texts.
import { minute, second } from './clock.ts'
import type { Scenario } from './scenario.ts'

/** The policy in the README of the official deploy action. [ACT] E1 */
const OFFICIAL_POLICY = [
  'ecs:RegisterTaskDefinition',
  'ecs:DescribeServices',
  'ecs:UpdateService',
  'iam:PassRole',
  'codedeploy:GetDeploymentGroup',
  'codedeploy:CreateDeployment',
  'codedeploy:GetDeployment',
  'codedeploy:GetDeploymentConfig',
  'codedeploy:RegisterApplicationRevision'
] as const

/** Alarm names hold no control characters in AWS, but everything else they may hold. */
const HOSTILE_ALARM =
  'web-5xx ##[error]x \u2028::set-output name=x::y \u202e <img src=x> @everyone `` ` | a | [x](https://evil.example) <!--'

export const WIRES: readonly Scenario[] = [
  {
    name: 'throttled',
    says: 'Three reads in ten are throttled.',
    lookAt: 'Rate exceeded never decides a deployment.',
    faults: [{ operation: 'reads', kind: 'throttle', probability: 0.3, seed: 7 }]
  },
  {
    name: 'throttled-hard',
    says: 'For five minutes all reads are throttled.',
    lookAt: 'The canary goes on unseen.',
    faults: [{ operation: 'reads', kind: 'throttle', since: 3 * minute, until: 8 * minute }]
  },
  {
    name: 'throttled-create',
    says: 'The first CreateDeployment is throttled.',
    lookAt: 'Nothing began; it may be sent again.',
    faults: [{ operation: 'CreateDeployment', kind: 'throttle', to: 1 }]
  },
  {
    name: 'five-hundreds',
    says: 'For four minutes every read fails with 500.',
    lookAt: 'The deployment ends well; the reader must still be there.',
    faults: [{ operation: 'reads', kind: '500', since: 3 * minute, until: 7 * minute }]
  },
  {
    name: 'resets',
    says: 'Every fourth read loses its connection.',
    lookAt: 'Reads may be repeated.',
    faults: [{ operation: 'reads', kind: 'reset', every: 4 }]
  },
  {
    name: 'black-hole',
    says: 'The fifth GetDeployment is never answered.',
    lookAt: 'Without a timeout the reader waits for ever.',
    faults: [{ operation: 'GetDeployment', kind: 'hang', from: 5, to: 5 }]
  },
  {
    name: 'garbled',
    says: 'Reads come truncated, as HTML or empty now and then.',
    lookAt: 'An answer that is no answer decides nothing.',
    faults: [
      { operation: 'reads', kind: 'malformed', every: 5 },
      { operation: 'reads', kind: 'html', every: 7 },
      { operation: 'reads', kind: 'empty', every: 11 }
    ]
  },
  {
    name: 'lost-answer',
    says: 'CreateDeployment takes effect and its answer is a 500.',
    lookAt: 'A deployment runs whose id nobody was told.',
    faults: [{ operation: 'CreateDeployment', kind: 'after-effect-500', to: 1 }]
  },
  {
    name: 'lost-connection',
    says: 'CreateDeployment takes effect and the connection breaks.',
    lookAt: 'A deployment runs whose id nobody was told.',
    faults: [{ operation: 'CreateDeployment', kind: 'after-effect-reset', to: 1 }]
  },
  {
    name: 'garbled-create',
    says: 'CreateDeployment takes effect and its answer is cut off.',
    lookAt: 'A deployment runs whose id nobody was told.',
    faults: [{ operation: 'CreateDeployment', kind: 'malformed', to: 1 }]
  },
  {
    name: 'failed-create',
    says: 'The first CreateDeployment fails with 500 and has no effect.',
    lookAt: 'From outside it looks like a lost answer.',
    faults: [{ operation: 'CreateDeployment', kind: '500', to: 1 }]
  },
  {
    name: 'lost-registration',
    says: 'RegisterTaskDefinition takes effect and its answer is a 500.',
    lookAt: 'A revision exists whose number nobody was told.',
    faults: [{ operation: 'RegisterTaskDefinition', kind: 'after-effect-500', to: 1 }]
  },
  {
    name: 'concurrent-registration',
    says: 'Somebody else registers the same family at the same time, twice.',
    lookAt: 'A ClientException that is worth another try.',
    faults: [
      {
        operation: 'RegisterTaskDefinition',
        kind: 'error',
        to: 2,
        error: {
          status: 400,
          type: 'ClientException',
          message: 'Too many concurrent attempts to create a new revision of the specified family.'
        }
      }
    ]
  },
  {
    name: 'lost-stop',
    says: 'StopDeployment takes effect and its answer is a 500.',
    lookAt: 'A second StopDeployment tells.',
    faults: [{ operation: 'StopDeployment', kind: 'after-effect-500', to: 1 }]
  },
  {
    name: 'denied-optional',
    says: 'The caller has the policy of the official action and nothing more.',
    lookAt: 'Targets, lists, tasks and alarms are denied; GetDeployment still tells the end.',
    world: { policy: OFFICIAL_POLICY }
  },
  {
    name: 'denied-midway',
    says: 'From the tenth GetDeployment on the permission is gone.',
    lookAt: 'The deployment goes on unseen.',
    faults: [{ operation: 'GetDeployment', kind: 'deny', from: 10 }]
  },
  {
    name: 'denied-stop',
    says: 'web-latency goes off, which the group does not watch; StopDeployment is denied.',
    lookAt: 'The caller sees the alarm and may not act.',
    faults: [{ operation: 'StopDeployment', kind: 'deny' }],
    script: [{ when: 'weight >= 10', after: minute, do: { alarm: 'web-latency', to: 'ALARM' } }]
  },
  {
    name: 'expired-midway',
    says: 'Four minutes after the beginning the credentials expire.',
    lookAt: 'AWS goes on; the reader is blind.',
    faults: [{ operation: '*', kind: 'expired-token', since: 4 * minute }]
  },
  {
    name: 'unknown-status',
    says: 'GetDeployment says `Verifying`, then `Baking`, for a minute each.',
    lookAt: 'A status nobody knows is not an end.',
    script: [
      { when: 'weight >= 10', after: minute, do: { showStatus: 'Verifying', for: minute } },
      { when: 'termination wait', after: minute, do: { showStatus: 'Baking', for: minute } }
    ]
  },
  {
    name: 'hostile',
    says: 'Every free text of AWS carries runner commands, escapes, Markdown and HTML; the alarm stops the deployment.',
    lookAt: 'Nothing of it may reach a terminal, a log command or a page as more than text.',
    world: {
      groupAlarms: { enabled: true, ignorePollAlarmFailure: false, names: ['web-5xx', HOSTILE_ALARM] },
      alarms: [
        { name: 'web-5xx', kind: 'metric', metric: 'HTTPCode_Target_5XX_Count', threshold: 10 },
        { name: HOSTILE_ALARM, kind: 'metric', metric: 'HTTPCode_Target_5XX_Count', threshold: 1 }
      ]
    },
    faults: [{ operation: 'reads', kind: 'throttle', every: 9 }],
    script: [
      { when: 'event Install', after: 10 * second, do: { says: '(service web) was unable to place a task.' } },
      { when: 'weight >= 10', after: minute, do: { alarm: HOSTILE_ALARM, to: 'ALARM' } },
      { when: 'weight >= 10', after: minute, do: { alarm: 'web-5xx', to: 'ALARM' } }
    ],
    switches: { hostile: true, hookDiagnostics: 'given' }
  },
  {
    name: 'hostile-tasks',
    says: 'Hostile texts in the reasons of tasks that never start.',
    lookAt: 'stoppedReason and service events are data.',
    world: { tasks: { never: 'ResourceInitializationError: unable to pull secrets', stopCode: 'TaskFailedToStart' } },
    switches: { hostile: true }
  },
  {
    name: 'hostile-refusal',
    says: 'CreateDeployment is refused with a hostile text; another deployment with a hostile description runs.',
    lookAt: 'Descriptions and messages of refusals are data.',
    script: [{ when: 'start', do: { deploy: { image: 'nginx', description: 'hotfix' } } }],
    switches: { hostile: true }
  },
  {
    name: 'small-pages',
    says: 'Every list comes one item a page.',
    lookAt: 'Lists must be read to the end.',
    switches: { pageSize: 1 }
  }
]
