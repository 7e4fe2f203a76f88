import { describe, expect, test } from '@jest/globals'
import type { AlarmState } from '../../../../src/domain/snapshot.ts'
import type { JsonObject } from '../../../../src/domain/units.ts'
import { configurationOf } from '../../../../src/engines/ecs/configuration.ts'
import { decideGuard } from '../../../../src/engines/ecs/guard.ts'
import { anAlarm, START } from '../../../support/builders.ts'
import { CANARY } from '../../../engines/ecs-planning.ts'

type Asked = Parameters<typeof decideGuard>[0]

const NOTHING: Asked = { alarms: [], allowActiveAlarms: false, rollbackOn: undefined }
const BARE: JsonObject = { strategy: 'ROLLING' }

function guarded(asked: Partial<Asked>, raw: JsonObject = CANARY, states?: readonly AlarmState[]) {
  const known = states ?? ['web-5xx', 'slow'].map((name) => anAlarm({ name }))
  return decideGuard({ ...NOTHING, ...asked }, raw, configurationOf(raw), known, START)
}

const words = ({ notes }: ReturnType<typeof guarded>): string =>
  notes.map(({ level, says }) => `${level}: ${says}`).join('\n')

describe('the alarms that guard', () => {
  test('are the service’s, and nothing is sent, when none are asked', () => {
    const { value, problems, notes } = guarded({})
    expect(value).toMatchObject({
      settings: {},
      guard: { alarms: ['web-5xx'], rollsBackOn: ['failure', 'alarm', 'stop'] }
    })
    expect([problems, notes]).toEqual([[], []])
  })

  test('are the union, each once, and roll back', () => {
    const raw = { ...CANARY, alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false, tomorrow: 1 } }
    expect(guarded({ alarms: ['web-5xx', 'slow', 'slow'] }, raw).value).toMatchObject({
      settings: { alarms: { alarmNames: ['web-5xx', 'slow'], enable: true, rollback: true, tomorrow: 1 } },
      guard: { alarms: ['web-5xx', 'slow'], rollsBackOn: ['failure', 'alarm', 'stop'] }
    })
  })

  test('are all there is where the service has none', () => {
    expect(guarded({ alarms: ['slow'] }, BARE).value.settings).toEqual({
      alarms: { alarmNames: ['slow'], enable: true, rollback: true }
    })
  })

  test('are not those that are switched off, which is said', () => {
    const raw = { ...CANARY, alarms: { alarmNames: ['old'], enable: false, rollback: true } }
    expect(words(guarded({}, raw))).toContain(
      'warning: The alarms of the service (old) are switched off and guard nothing'
    )
    const asked = guarded({ alarms: ['slow'] }, raw)
    expect(asked.value.guard.alarms).toEqual(['slow'])
    expect(words(asked)).toContain('will name them no more')
  })

  test('have to exist', () => {
    const { problems } = guarded({ alarms: ['typo'] })
    expect(problems.map(({ code }) => code)).toEqual(['ALARM_NOT_FOUND'])
  })
})

describe('an alarm that is on already', () => {
  const states = [anAlarm({ name: 'web-5xx', state: 'ALARM' }), anAlarm({ name: 'slow' })]

  test('is refused, with what ECS would do', () => {
    const { problems } = guarded({ alarms: ['slow'] }, CANARY, states)
    expect(problems.map(({ code }) => code)).toEqual(['ALARM_ACTIVE'])
    expect(problems[0]?.found).toContain('ECS would ignore all alarms')
    expect(problems[0]?.remedy).toContain('allow-active-alarms')
  })

  test('makes ECS ignore ALL alarms, which is said loudly and not counted on', () => {
    const allowed = guarded({ alarms: ['slow'], allowActiveAlarms: true }, CANARY, states)
    expect(allowed.problems).toEqual([])
    expect(allowed.value.guard).toEqual({ alarms: ['web-5xx', 'slow'], rollsBackOn: ['failure', 'stop'] })
    expect(words(allowed)).toMatch(
      /^warning: Alarm web-5xx is on, so ECS ignores ALL alarms .*\(web-5xx, slow\): NO alarm/
    )
  })

  test('is nobody’s business when it guards nothing here', () => {
    const other = [...states, anAlarm({ name: 'other', state: 'ALARM' })].slice(1)
    expect(
      guarded({}, { ...CANARY, alarms: { alarmNames: ['slow'], enable: true, rollback: true } }, other).problems
    ).toEqual([])
  })
})

describe('what ECS rolls back on', () => {
  test.each<[string, Asked['rollbackOn'], JsonObject, JsonObject]>([
    [
      'all that is named',
      ['failure', 'alarm'],
      { ...BARE, alarms: { alarmNames: ['slow'], enable: true, rollback: false } },
      {
        alarms: { alarmNames: ['slow'], enable: true, rollback: true },
        deploymentCircuitBreaker: { enable: true, rollback: true }
      }
    ],
    [
      'nothing, and the circuit breaker stays as it was',
      [],
      CANARY,
      {
        alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false },
        deploymentCircuitBreaker: { enable: true, rollback: false }
      }
    ],
    ['nothing, and a circuit breaker that is absent stays absent', [], BARE, {}],
    [
      'failures, and the rest of the circuit breaker is kept',
      ['failure'],
      { ...BARE, deploymentCircuitBreaker: { enable: false, rollback: false, resetOnHealthyTask: false } },
      { deploymentCircuitBreaker: { enable: true, rollback: true, resetOnHealthyTask: false } }
    ],
    ['alarms, where there are none', ['alarm'], BARE, {}]
  ])('%s', (_, rollbackOn, raw, settings) => {
    expect(guarded({ rollbackOn }, raw).value.settings).toEqual(settings)
  })

  test('always includes a stop, which `rollback-on` is told', () => {
    const { value, notes } = guarded({ rollbackOn: [] })
    expect(value.guard.rollsBackOn).toEqual(['stop'])
    expect(notes.map(({ says }) => says)).toContainEqual(
      expect.stringContaining('always rolls back a deployment that is stopped')
    )
    expect(words(guarded({ rollbackOn: ['failure', 'alarm', 'stop'] }))).toBe('')
  })

  test('is missed where the service rolls back on nothing', () => {
    const raw = {
      ...CANARY,
      alarms: { alarmNames: ['web-5xx'], enable: true, rollback: false },
      deploymentCircuitBreaker: { enable: true, rollback: false }
    }
    const said = words(guarded({}, raw))
    expect(said).toContain('warning: A failed deployment will not be rolled back')
    expect(said).toContain('warning: An alarm will stop the deployment and not roll it back')
    expect(words(guarded({ rollbackOn: ['failure'] }, raw))).toContain('notice: An alarm will stop the deployment')
  })

  test('needs an alarm to roll back on one', () => {
    expect(words(guarded({ rollbackOn: ['failure', 'alarm', 'stop'] }, BARE))).toContain(
      'no alarm guards this deployment'
    )
  })
})

test.each([[BARE], [{ ...BARE, deploymentCircuitBreaker: { enable: false, rollback: true } }]])(
  'without a circuit breaker a broken revision is tried without end: %j',
  (raw) => {
    expect(words(guarded({}, raw))).toContain('warning: The service has no deployment circuit breaker')
    expect(words(guarded({ rollbackOn: ['failure', 'stop'] }, raw))).toBe('')
  }
)
