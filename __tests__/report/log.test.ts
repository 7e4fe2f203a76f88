import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { moments, NO_OUTLOOK, outlook as outlookAt } from '../../src/domain/outlook.ts'
import { MINUTE, SECOND } from '../../src/domain/units.ts'
import { createOut } from '../../src/out/out.ts'
import { logReporter } from '../../src/report/log.ts'
import {
  aHandle,
  anAlarm,
  anEvent,
  anOutlook,
  aPlan,
  aProblem,
  aServiceEvent,
  aStage,
  revisionArn,
  someTasks,
  START
} from '../support/builders.ts'
import { parseOutput } from '../support/runner-parser.ts'
import { plain } from '../../src/report/wording/phrase.ts'
import { remedy } from '../../src/report/wording/remedy.ts'
import { sentences } from '../../src/report/wording/verdict.ts'
import { golden } from './golden.ts'
import { HISTORIES, opening } from './histories.ts'

function logOf(history: readonly DeploymentEvent[]): string {
  let text = ''
  const out = createOut({ write: (more) => (text += more), env: {} })
  const reporter = logReporter(out, { startedAt: START })
  for (const event of history) void reporter.on?.(event)
  return text
}

const AT = 2 * MINUTE + 20 * SECOND
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
      plan: aPlan({
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
  deregistered: [anEvent(12 * MINUTE, { kind: 'deregistered', taskDefinition: revisionArn(31) })],
  rendered: [anEvent(1 * SECOND, { kind: 'rendered', definition: { family: 'web' } })],
  stopped: [
    anEvent(90 * SECOND, {
      kind: 'stopped',
      tasks: { count: 3, reason: 'CannotPullContainerError: failed to resolve ref web:2.0.0: not found' }
    })
  ],
  registered: [anEvent(3 * SECOND, { kind: 'registered', taskDefinition: revisionArn(43), reused: false })],
  started: [
    anEvent(4 * SECOND, { kind: 'started', handle: aHandle(), adopted: false }),
    anEvent(5 * SECOND, { kind: 'started', handle: aHandle(), adopted: true }),
    anEvent(6 * SECOND, { kind: 'started', handle: aHandle({ url: '' }), adopted: false })
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
    anEvent(AT, { kind: 'traffic', from: 0, to: 10, outlook }),
    anEvent(AT + 5 * MINUTE, {
      kind: 'traffic',
      from: 10,
      to: 100,
      outlook: anOutlook(START + AT, START + AT + 5 * MINUTE)
    }),
    anEvent(62 * MINUTE, { kind: 'traffic', from: undefined, to: 12.5, outlook: NO_OUTLOOK })
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
    anEvent(40 * MINUTE, { kind: 'acted', action: { kind: 'stop' }, problem })
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
      outlook: outlookAt(moments(aPlan().timetable, START + AT), 10, deadline)
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

  test.each(['succeeded', 'rolled-back-alarm', 'refused-many'])('a whole run: %s', (name) => {
    const text = logOf(HISTORIES[name] ?? [])
    expect(golden(`run-${name}.golden.txt`, text)).toBe(text)
  })
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
      const plan = history.find((event) => event.kind === 'planned')?.plan
      const deployment = history.find((event) => event.kind === 'started')?.handle.id
      const todo = remedy(verdict, { before: plan?.before.taskDefinition, deployment })
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

  test('a command is never made of what is no id', () => {
    const history = HISTORIES['left-running-refused'] ?? []
    const text = logOf(
      history.map((event) =>
        event.kind === 'started' ? { ...event, handle: aHandle({ id: 'd-1; rm -rf ~', url: '' }) } : event
      )
    )
    expect(text).toContain('Stop it now in the console')
    expect(text).not.toContain('aws deploy')
  })

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
  const plan = aPlan()
  const text = logOf(opening({ ...plan, wait: { ...plan.wait, until: 'started' } }))
  expect(text).toContain('waits     not watched; time-out and cancel do nothing after the start\n')
  expect(text).not.toMatch(/^(time-out|cancel) /m)
})

test('every line of the log begins with something that is not a space', () => {
  for (const history of Object.values(HISTORIES)) expect(logOf(history)).not.toMatch(/^\s/m)
})
