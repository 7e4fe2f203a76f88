import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import type { EcsPlan } from '../../src/domain/plan.ts'
import { moments, NO_OUTLOOK, outlook as outlookAt, type Outlook } from '../../src/domain/outlook.ts'
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import type { Cause } from '../../src/domain/verdict.ts'
import { createOut } from '../../src/out/out.ts'
import { logReporter } from '../../src/report/log.ts'
import { document } from '../../src/report/markdown.ts'
import {
  anAlarm,
  anEvent,
  anOutlook,
  aProblem,
  aRun,
  aServiceEvent,
  aStage,
  revisionArn,
  someTasks,
  START
} from '../support/builders.ts'
import { parseOutput } from '../support/runner-parser.ts'
import { learn, NOTHING_KNOWN } from '../../src/report/wording/known.ts'
import { plain } from '../../src/report/wording/phrase.ts'
import { remedy } from '../../src/report/wording/remedy.ts'
import { sentences } from '../../src/report/wording/verdict.ts'
import { golden } from './golden.ts'
import { aCodeDeployHandle, aCodeDeployPlan, aGate, anAttachment, anEcsPlan, aPause } from './ecs-subjects.ts'
import { HISTORIES, opening } from './histories.ts'

function logOf(history: readonly DeploymentEvent[]): string {
  let text = ''
  const out = createOut({ write: (more) => (text += more), env: {} })
  const reporter = logReporter(out, { startedAt: START })
  for (const event of history) void reporter.on?.(event)
  return text
}

const AT = 2 * MINUTE + 20 * SECOND
const DAY = 24 * 60 * MINUTE
const outlook = anOutlook(START + AT, START + AT)
const deadline = START + 45 * MINUTE
const paused = { next: { kind: 'expiry', at: START + 32 * MINUTE }, end: undefined, deadline } as const
const problem = aProblem('AWS_THROTTLED', {
  place: { kind: 'aws', call: 'codedeploy:GetDeployment' },
  found: 'AWS asked to slow down on `codedeploy:GetDeployment`'
})

/** One log per kind of event; a kind that has no entry does not compile. */
const KINDS: Readonly<Record<DeploymentEvent['kind'], readonly DeploymentEvent[]>> = {
  planned: [
    anEvent(2 * SECOND, {
      kind: 'planned',
      plan: aCodeDeployPlan({
        notes: [
          {
            says: 'The role may not read alarms',
            remedy: 'Add `cloudwatch:DescribeAlarms` to the role.',
            level: 'warning'
          },
          { says: 'Read-only fields were removed', level: 'notice' }
        ]
      })
    })
  ],
  busy: [
    anEvent(3 * SECOND, { kind: 'busy', other: 'd-HOTFIX001', status: 'InProgress', waited: 0 }),
    anEvent(93 * SECOND, { kind: 'busy', other: 'd-HOTFIX001', status: 'Stopped', waited: 90 * SECOND })
  ],
  deregistered: [anEvent(12 * MINUTE, { kind: 'deregistered', taskDefinition: revisionArn(31) })],
  rendered: [anEvent(1 * SECOND, { kind: 'rendered', definition: { family: 'web' } })],
  stopped: [
    anEvent(90 * SECOND, {
      kind: 'stopped',
      tasks: { count: 3, reason: 'CannotPullContainerError: failed to resolve ref web:2.0.0: not found' }
    })
  ],
  attached: [
    anEvent(2 * SECOND, { kind: 'attached', attachment: anAttachment() }),
    anEvent(3 * SECOND, {
      kind: 'attached',
      attachment: anAttachment({
        status: 'SUCCESSFUL',
        phase: 'succeeded',
        gates: [],
        createdAt: undefined,
        whose: 'run',
        signs: [],
        through: [],
        before: { taskDefinition: undefined }
      })
    })
  ],
  registered: [anEvent(3 * SECOND, { kind: 'registered', taskDefinition: revisionArn(43), reused: false })],
  started: [
    anEvent(4 * SECOND, { kind: 'started', handle: aCodeDeployHandle(), adopted: false }),
    anEvent(5 * SECOND, { kind: 'started', handle: aCodeDeployHandle(), adopted: true }),
    anEvent(6 * SECOND, { kind: 'started', handle: aCodeDeployHandle({ url: '' }), adopted: false })
  ],
  phase: [
    anEvent(30 * SECOND, {
      kind: 'phase',
      from: 'queued',
      to: 'provisioning',
      status: 'InProgress',
      outlook: NO_OUTLOOK
    }),
    anEvent(AT, { kind: 'phase', from: 'provisioning', to: 'shifting', status: 'InProgress', outlook }),
    anEvent(AT, { kind: 'phase', from: 'provisioning', to: 'paused', status: 'Ready', outlook: paused })
  ],
  unlisted: [anEvent(MINUTE, { kind: 'unlisted', status: 'Simmering' })],
  stage: [
    anEvent(AT, { kind: 'stage', stage: aStage() }),
    anEvent(AT, { kind: 'stage', stage: aStage({ name: 'AllowTraffic', status: 'InProgress', endedAt: undefined }) }),
    anEvent(AT, {
      kind: 'stage',
      stage: aStage({ name: 'Hook', status: 'Failed', detail: 'ScriptFailed: no answer.' })
    })
  ],
  traffic: [
    anEvent(AT, { kind: 'traffic', from: 0, to: 10, old: 90, outlook }),
    anEvent(AT, { kind: 'traffic', from: 10, to: 20, old: 90, outlook }),
    anEvent(AT + 5 * MINUTE, {
      kind: 'traffic',
      from: 10,
      to: 100,
      old: undefined,
      outlook: anOutlook(START + AT, START + AT + 5 * MINUTE)
    }),
    anEvent(62 * MINUTE, { kind: 'traffic', from: undefined, to: 12.5, old: 87.5, outlook: NO_OUTLOOK })
  ],
  'test-traffic': [
    anEvent(AT, { kind: 'test-traffic', from: undefined, to: 0 }),
    anEvent(AT, { kind: 'test-traffic', from: 0, to: 100 })
  ],
  hook: [
    anEvent(AT, { kind: 'hook', hook: aPause() }),
    anEvent(AT, {
      kind: 'hook',
      hook: aPause({ id: 'ecs-lambda-1', kind: 'AWS_LAMBDA', function: 'smoke-test', status: 'IN_PROGRESS' })
    })
  ],
  monitor: [
    anEvent(AT, { kind: 'monitor', monitor: { name: 'alarms', status: 'MONITORING', count: undefined } }),
    anEvent(AT, { kind: 'monitor', monitor: { name: 'alarms', status: 'DISABLED', count: undefined } }),
    anEvent(AT, {
      kind: 'monitor',
      monitor: { name: 'circuit breaker', status: 'MONITORING', count: { failures: 1, threshold: 3 } }
    })
  ],
  paused: [
    anEvent(4 * MINUTE, { kind: 'paused', gate: aGate() }),
    anEvent(4 * MINUTE, { kind: 'paused', gate: aGate({ onExpiry: 'continue', expiresAt: START + 14 * DAY }) }),
    anEvent(4 * MINUTE, { kind: 'paused', gate: aGate({ onExpiry: 'unknown', hookId: undefined }) }),
    anEvent(63 * MINUTE, { kind: 'paused', gate: aGate() }),
    anEvent(4 * MINUTE, {
      kind: 'paused',
      gate: { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' }
    }),
    anEvent(4 * MINUTE, {
      kind: 'paused',
      gate: { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'unknown' }
    })
  ],
  tasks: [
    anEvent(MINUTE, { kind: 'tasks', tasks: someTasks({ running: 0, pending: 2 }) }),
    anEvent(2 * MINUTE, { kind: 'tasks', tasks: someTasks() }),
    anEvent(3 * MINUTE, { kind: 'tasks', tasks: someTasks() })
  ],
  alarm: [
    anEvent(14 * SECOND, { kind: 'alarm', alarm: anAlarm({ reason: undefined }), from: undefined }),
    anEvent(3 * MINUTE, { kind: 'alarm', alarm: anAlarm({ state: 'ALARM', rule: undefined }), from: 'OK' })
  ],
  'service-event': [anEvent(2 * MINUTE, { kind: 'service-event', event: aServiceEvent() })],
  rollback: [anEvent(4 * MINUTE, { kind: 'rollback', id: 'd-GJKKPRA1L', status: 'InProgress' })],
  blind: [
    anEvent(MINUTE, { kind: 'blind', source: 'status', problem, forGood: false }),
    anEvent(MINUTE, {
      kind: 'blind',
      source: 'alarms',
      problem: aProblem('NOT_ALLOWED', {
        place: { kind: 'aws', call: 'cloudwatch:DescribeAlarms' },
        found:
          'User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform: cloudwatch:DescribeAlarms'
      }),
      forGood: true
    })
  ],
  sighted: [anEvent(2 * MINUTE, { kind: 'sighted', source: 'status', after: 35 * SECOND })],
  acted: [
    anEvent(40 * MINUTE, { kind: 'acted', action: { kind: 'roll-back' }, problem: undefined }),
    anEvent(40 * MINUTE, { kind: 'acted', action: { kind: 'stop' }, problem }),
    anEvent(40 * MINUTE, { kind: 'acted', action: { kind: 'continue', gate: aGate() }, problem: undefined }),
    anEvent(40 * MINUTE, {
      kind: 'acted',
      action: { kind: 'continue', gate: aGate({ stage: undefined }) },
      problem: undefined
    })
  ],
  heartbeat: [
    anEvent(MINUTE, { kind: 'heartbeat', phase: 'rolling-back', traffic: undefined, outlook: NO_OUTLOOK }),
    anEvent(2 * MINUTE, { kind: 'heartbeat', phase: 'provisioning', traffic: 0, outlook: { ...NO_OUTLOOK, deadline } }),
    anEvent(3 * MINUTE, { kind: 'heartbeat', phase: 'paused', traffic: 0, outlook: paused }),
    anEvent(41 * MINUTE, { kind: 'heartbeat', phase: 'paused', traffic: 0, outlook: paused }),
    anEvent(4 * MINUTE, {
      kind: 'heartbeat',
      phase: 'shifting',
      traffic: 10,
      outlook: anOutlook(START + AT, START + 4 * MINUTE)
    }),
    anEvent(9 * MINUTE, {
      kind: 'heartbeat',
      phase: 'shifting',
      traffic: 10,
      outlook: outlookAt(moments(aCodeDeployPlan().timetable, START + AT), 10, deadline)
    }),
    anEvent(9 * MINUTE, {
      kind: 'heartbeat',
      phase: 'baking',
      traffic: 100,
      outlook: anOutlook(START + AT, START + 9 * MINUTE)
    }),
    anEvent(19 * MINUTE, {
      kind: 'heartbeat',
      phase: 'baking',
      traffic: 100,
      outlook: anOutlook(START + AT, START + 19 * MINUTE)
    })
  ],
  note: [
    anEvent(MINUTE, { kind: 'note', note: { says: 'An alarm is new', level: 'notice' } }),
    anEvent(MINUTE, { kind: 'note', note: { says: 'An alarm cannot be read', remedy: 'Add it.', level: 'warning' } })
  ],
  evidence: [
    anEvent(5 * MINUTE, { kind: 'evidence', evidence: { about: 'app', detail: 'exit code 137, out of memory.' } })
  ],
  concluded: Object.values(HISTORIES).flatMap((history) => history.filter((event) => event.kind === 'concluded'))
}

describe('the log reads as its golden file', () => {
  test.each(Object.entries(KINDS))('%s', (kind, history) => {
    const text = logOf(history)
    expect(golden(`${kind}.golden.txt`, text)).toBe(text)
  })

  test.each(['succeeded', 'rolled-back-alarm', 'refused-many', 'ecs-succeeded', 'ecs-paused', 'ecs-promoted'])(
    'a whole run: %s',
    (name) => {
      const text = logOf(HISTORIES[name] ?? [])
      expect(golden(`run-${name}.golden.txt`, text)).toBe(text)
    }
  )
})

describe('annotations', () => {
  const errorsOf = (name: string) =>
    parseOutput(logOf(HISTORIES[name] ?? [])).commands.filter((command) => command.name === 'error')

  test('a green run has none', () => {
    for (const [name, history] of Object.entries(HISTORIES)) {
      if (/^(succeeded|unchanged|registered|planned|started|paused)/.test(name)) {
        expect([name, parseOutput(logOf(history)).commands.filter((each) => each.name === 'error')]).toEqual([name, []])
      }
    }
  })

  test('a red run has one, with cause and remedy in what GitHub shows of it', () => {
    const [error, ...others] = errorsOf('rolled-back-alarm')
    expect(others).toEqual([])
    expect(error?.properties['title']).toBe('Rolled back: web in cluster prod')
    expect(error?.message.slice(0, 300)).toContain('web-5xx')
    expect(error?.message.slice(0, 300)).toContain('Mend what the alarm shows')
  })

  test('the remedy is shown however long the cause is', () => {
    const long: DeploymentEvent = anEvent(0, {
      kind: 'concluded',
      verdict: { kind: 'rolled-back', cause: { kind: 'hook', stage: 'Install', detail: 'so '.repeat(500) } }
    })
    const [error] = parseOutput(logOf([long])).commands
    const [shown = '', ...below] = error?.message.split('\n') ?? []
    expect(shown.length).toBeLessThanOrEqual(300)
    expect(shown).toContain('The hook of Install failed')
    expect(shown).toContain('The old revision serves all production traffic again. Read the log of the hook')
    expect(below.join('\n')).toMatch(/^\nIn full: The hook of Install failed: (so ){400}/)
    expect(below.join('\n')).not.toContain('Read the log')
  })

  test('neither where production stands nor the remedy is ever cut, and nothing is said twice', () => {
    for (const [name, history] of Object.entries(HISTORIES)) {
      const verdict = history.findLast((event) => event.kind === 'concluded')?.verdict
      const [shown = ''] = errorsOf(name)[0]?.message.split('\n\n') ?? []
      if (verdict === undefined || shown === '') continue
      const todo = remedy(verdict, history.reduce(learn, NOTHING_KNOWN))
      expect([name, shown.endsWith(` ${todo ?? ''}`)]).toEqual([name, true])
      for (const { text, quotes } of sentences(verdict)) {
        if (!quotes) expect(shown.split(plain(text))).toHaveLength(2)
      }
    }
  })

  test('production that is split is said before anything else, with a way out of it', () => {
    for (const name of ['failed-alarm-split', 'failed-rollback-failed', 'failed-rollback-missing']) {
      const [error] = errorsOf(name)
      expect(error?.message).toMatch(
        /^Production traffic is split: 90 % on the old revision, 10 % on the new one, and nothing moves it any more\. /
      )
      expect(error?.message).toContain('Deploy the previous revision, `web:42`, with `strategy: all-at-once`')
    }
  })

  test('a deployment that gave way to another is left alone', () => {
    const [error] = errorsOf('failed-superseded')
    expect(error?.message).toMatch(/^Another deployment, d-OTHER0001, is under way and moves the traffic now\. /)
    expect(error?.message).toContain('Leave it alone; wait for its end.')
    expect(error?.message).not.toMatch(/split|all-at-once|listener/)
  })

  test('what AWS refused to stop comes with the command that does', () => {
    const [error] = errorsOf('left-running-refused')
    expect(error?.message).toContain('AWS refused to stop the deployment: the role lacks codedeploy:StopDeployment.')
    expect(error?.message).toContain('`aws deploy stop-deployment --deployment-id d-A7YW3F91L --auto-rollback-enabled`')
  })

  test.each([undefined, 'aws deploy x; rm -rf ~', 'aws ecs stop $(x)', 'rm -rf ~', 'aws ecs `x`', 'aws ecs a | b'])(
    'a command is never given that a shell may take for more: %j',
    (rollBackCommand) => {
      const history = HISTORIES['left-running-refused'] ?? []
      const text = logOf(
        history.map((event) =>
          event.kind === 'started' ? { ...event, handle: aCodeDeployHandle({ rollBackCommand, url: '' }) } : event
        )
      )
      expect(text).toContain('Stop it now in the console')
      expect(text).not.toMatch(/Stop it now: /)
    }
  )

  test('problems of files stand on their lines, nine at most beside the verdict', () => {
    const problems = Array.from({ length: 14 }, (_, index) =>
      aProblem('FILE_SYNTAX', {
        place: { kind: 'file', path: 'task.json', line: index + 1, column: 2 },
        found: 'a comma'
      })
    )
    const [first, ...others] = parseOutput(
      logOf([anEvent(0, { kind: 'concluded', verdict: { kind: 'refused', problems } })])
    ).commands
    expect(first?.properties['file']).toBeUndefined()
    expect(others.map((each) => each.properties['line'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(others[0]?.properties).toMatchObject({ file: 'task.json', col: '2' })
  })

  test('a single problem of a file carries the verdict on its line', () => {
    const place = { kind: 'file', path: 'task.json', line: 7 } as const
    const problems = [aProblem('FILE_SYNTAX', { place, found: 'a comma' })]
    const { commands } = parseOutput(logOf([anEvent(0, { kind: 'concluded', verdict: { kind: 'refused', problems } })]))
    expect(commands.map(({ name, properties }) => [name, properties['file'], properties['line']])).toEqual([
      ['error', 'task.json', '7']
    ])
  })

  test('a flood of warnings becomes lines', () => {
    const notes = Array.from({ length: 12 }, (_, index) =>
      anEvent(0, { kind: 'note', note: { says: `warning ${index}`, level: 'warning' } })
    )
    const { commands, log } = parseOutput(logOf(notes))
    expect([commands.length, log.length]).toEqual([5, 7])
  })
})

describe('the definition that was made', () => {
  const made = anEvent(1 * SECOND, { kind: 'rendered', definition: { family: 'web' } })
  test('is not told where a plan tells more', () => {
    expect(logOf([made, ...opening()])).not.toContain('rendered')
  })
  test('is told where it is only registered', () => {
    expect(logOf(HISTORIES['registered'] ?? [])).toMatch(/^\[00:01\] rendered {2}the task definition of family web\n/)
  })
})

test('a deployment that is not watched has no time-out and no cancel', () => {
  const plan = aCodeDeployPlan()
  const text = logOf(opening({ ...plan, wait: { ...plan.wait, until: 'started' } }))
  expect(text).toContain('waits     not watched; time-out and cancel do nothing after the start\n')
  expect(text).not.toMatch(/^(time-out|cancel) /m)
})

describe('a gate', () => {
  const errorOf = (history: readonly DeploymentEvent[]) =>
    parseOutput(logOf(history)).commands.find(({ name }) => name === 'error')?.message

  test('that this job left behind is answered by whoever reads of it', () => {
    expect(errorOf(HISTORIES['ecs-left-running-at-a-gate'] ?? [])).toMatch(
      /Continue it with `mode: promote` and `hook-id: ecs-pause-[\w-]+`, or roll it back with `mode: rollback`\.$/
    )
  })

  test('that was passed is not named any more', () => {
    const history = HISTORIES['ecs-left-running-at-a-gate'] ?? []
    const goesOn = anEvent(46 * MINUTE, {
      kind: 'phase',
      from: 'paused',
      to: 'shifting',
      status: 'IN_PROGRESS',
      outlook: NO_OUTLOOK
    })
    expect(errorOf([...history.slice(0, -1), goesOn, ...history.slice(-1)])).not.toContain('mode: promote')
  })

  test('whose id is not plain is not made part of what is to be copied', () => {
    const gate = aGate({ hookId: 'ecs-pause-1` @octocat' })
    const text = logOf([anEvent(0, { kind: 'concluded', verdict: { kind: 'paused', gate, traffic: undefined } })])
    expect(text).toContain('to do     Continue it with `mode: promote`, or roll it back with `mode: rollback`.\n')
  })
})

test('what is sent and what stays is not told where nothing is deployed', () => {
  const groupsOf = (plan: EcsPlan) =>
    parseOutput(logOf([anEvent(0, { kind: 'planned', plan })]))
      .commands.filter(({ name }) => name === 'group')
      .map(({ message }) => message)
  const both = ['What changes about the service itself, and stays (3)', 'The service update that is sent']
  expect(groupsOf(anEcsPlan())).toEqual(expect.arrayContaining(both))
  expect(groupsOf(anEcsPlan({ unchanged: true })).filter((title) => both.includes(title))).toEqual([])
  expect(groupsOf(anEcsPlan({ sent: undefined, stored: [] })).filter((title) => both.includes(title))).toEqual([])
})

test('every line of the log begins with something that is not a space', () => {
  for (const history of Object.values(HISTORIES)) expect(logOf(history)).not.toMatch(/^\s/m)
})

describe('a deployment that goes back', () => {
  const outlook: Outlook = { next: { kind: 'weight', at: -MINUTE, weight: 100 }, end: undefined, deadline: undefined }

  test.each(['stopping', 'rolling-back'] as const)('has no step ahead of it: %s', (to) => {
    const text = logOf([
      anEvent(MINUTE, { kind: 'phase', from: 'shifting', to, status: 'STOP_REQUESTED', outlook }),
      anEvent(2 * MINUTE, { kind: 'heartbeat', phase: to, traffic: 10, outlook })
    ])
    expect(text).not.toMatch(/was due|next 100 %/)
  })

  test('is not said to leave all traffic to the old revision when the roll-back itself failed', () => {
    const first: Cause = { kind: 'circuit-breaker', detail: 'No rollback candidate was found to run the rollback' }
    const cause: Cause = { kind: 'rollback-failed', id: 'r-1', status: 'ROLLBACK_FAILED', first }
    const text = logOf([anEvent(0, { kind: 'concluded', verdict: { kind: 'failed', cause, traffic: 0 } })])
    expect(text).toContain('The new revision had 0 % of production traffic when last seen.')
    expect(text).not.toContain('The old revision serves')
  })
})

test('a deployment that was met on its way is not said to come from the queue', () => {
  const first = anEvent(1, { kind: 'phase', from: 'queued', to: 'baking', status: 'IN_PROGRESS', outlook: NO_OUTLOOK })
  const found = anEvent(0, { kind: 'attached', attachment: anAttachment() })
  const started = anEvent(0, { kind: 'started', handle: aCodeDeployHandle(), adopted: false })
  expect(logOf([found, first])).toContain('phase     baking (AWS: IN_PROGRESS)\n')
  expect(logOf([found, started, first])).toContain('phase     queued -> baking (AWS: IN_PROGRESS)\n')
  expect(document([found, first], aRun())).toContain('phase     baking (AWS: IN_PROGRESS)\n')
  expect(document([found, started, first], aRun())).toContain('phase     queued -> baking (AWS: IN_PROGRESS)\n')
})

test('what was found is told before its id, which may be as long as a line', () => {
  const text = logOf([anEvent(0, { kind: 'attached', attachment: anAttachment() })])
  const line = text.split('\n')[0] ?? ''
  expect(line).toMatch(/^\[00:00\] found {5}web in cluster prod/)
  expect(line.indexOf(anAttachment().handle.id)).toBeGreaterThan(line.indexOf('waits for a person'))
})

test.each([
  ['time', 'AWS to roll back, because the time is over'],
  ['cancel', 'AWS to roll back, because the job was cancelled'],
  [undefined, 'AWS to roll back']
] as const)('what AWS was asked for is told with why: %s', (because, text) => {
  const event = { kind: 'acted', action: { kind: 'roll-back' }, problem: undefined } as const
  expect(logOf([anEvent(0, because === undefined ? event : { ...event, because })])).toBe(`[00:00] asked     ${text}\n`)
})
