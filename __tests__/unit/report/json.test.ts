import { describe, expect, test } from '@jest/globals'
import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { VERDICTS } from '../../../src/domain/verdict.ts'
import { jsonReport } from '../../../src/report/json.ts'
import { ECS_ID, PAUSE_ID } from '../../report/ecs-subjects.ts'
import { HISTORIES } from '../../report/histories.ts'
import { HOSTILE, poisoned } from '../../report/poison.ts'
import { aRun, revisionArn, START } from '../../support/builders.ts'

const schema = JSON.parse(readFileSync(new URL('../../../src/report/report.schema.json', import.meta.url), 'utf8')) as {
  properties: { verdict: { enum: unknown[] } }
}
const validate = new Ajv({ allErrors: true }).compile(schema)
const errorsOf = (report: unknown) => (validate(report) === true ? [] : validate.errors)

describe('the report for machines fits its schema', () => {
  test.each(Object.entries(HISTORIES))('%s', (_, history) => {
    expect(errorsOf(jsonReport(history, aRun()))).toEqual([])
  })

  test('whatever AWS puts into it', () => {
    for (const text of HOSTILE) {
      for (const history of Object.values(HISTORIES))
        expect(errorsOf(jsonReport(poisoned(history, text), aRun()))).toEqual([])
    }
  })

  test('before anything happened', () => {
    expect(errorsOf(jsonReport([], aRun({ url: undefined })))).toEqual([])
  })
})

test('the schema refuses a member it does not know and one that is missing', () => {
  const { verdict, ...rest } = jsonReport(HISTORIES['succeeded'] ?? [], aRun())
  expect(errorsOf(rest)).not.toEqual([])
  expect(errorsOf({ ...rest, verdict, extra: 1 })).not.toEqual([])
})

test('the schema knows every verdict', () => {
  expect(schema.properties.verdict.enum).toEqual([...Object.keys(VERDICTS), null])
})

test('it tells what a program asks for', () => {
  const report = jsonReport(HISTORIES['rolled-back-alarm'] ?? [], aRun(), START)
  expect(report).toMatchObject({
    schemaVersion: 1,
    verdict: 'rolled-back',
    passes: false,
    judged: true,
    cause: 'alarm',
    from: '2026-11-20T14:00:00.000Z',
    deployment: { id: 'd-A7YW3F91L', adopted: false, startedAt: '2026-11-20T14:00:04.000Z' },
    rollback: { id: 'd-GJKKPRA1L', status: 'Succeeded' },
    engine: 'codedeploy',
    through: [
      { what: 'CodeDeploy application', name: 'AppECS-prod-web' },
      { what: 'deployment group', name: 'DgpECS-prod-web' },
      { what: 'deployment configuration', name: 'CodeDeployDefault.ECSCanary10Percent5Minutes' }
    ],
    stored: [],
    gate: null,
    hooks: [],
    monitors: [],
    strategy: { kind: 'canary', percent: 10, minutes: 5, bakeMinutes: null },
    timetable: {
      readyWaitSeconds: 0,
      steps: [
        { afterSeconds: 0, weight: 10 },
        { afterSeconds: 300, weight: 100 }
      ],
      bakeSeconds: 600
    },
    guard: { alarms: ['web-5xx', 'web-latency'], rollsBackOn: ['failure', 'alarm'] },
    traffic: [
      { at: '2026-11-20T14:00:04.000Z', weight: 0 },
      { at: '2026-11-20T14:02:20.000Z', weight: 10 }
    ],
    images: [{ container: 'app' }, { container: 'proxy' }]
  })
  expect(report['alarms']).toMatchObject([
    { name: 'web-5xx', state: 'ALARM', fired: true, since: '2026-11-20T14:03:18.000Z' },
    { name: 'web-latency', state: 'OK', fired: false }
  ])
})

test('a deployment that was found running has no traffic before it was seen', () => {
  const history = (HISTORIES['succeeded'] ?? []).map((event) =>
    event.kind === 'started' ? { ...event, adopted: true } : event
  )
  expect(jsonReport(history, aRun(), START)['traffic']).toMatchObject([{ weight: 10 }, { weight: 100 }])
})

test('a wait for a person is told with all that is needed to answer it', () => {
  expect(jsonReport(HISTORIES['ecs-paused'] ?? [], aRun(), START)).toMatchObject({
    verdict: 'paused',
    engine: 'ecs',
    deployment: { id: ECS_ID, adopted: false },
    gate: {
      hookId: PAUSE_ID,
      stage: 'POST_TEST_TRAFFIC_SHIFT',
      expiresAt: '2026-11-20T15:02:00.000Z',
      onExpiry: 'roll-back'
    },
    stored: [{ path: 'deploymentConfiguration.strategy', kind: 'changed', from: 'ROLLING', to: 'CANARY' }, {}, {}],
    hooks: [
      { id: 'ecs-lambda-1', kind: 'AWS_LAMBDA', function: 'smoke-test', status: 'SUCCEEDED' },
      { id: PAUSE_ID, kind: 'PAUSE', function: null, status: 'AWAITING_ACTION' }
    ],
    monitors: [
      { name: 'alarms', status: 'MONITORING', failures: null, threshold: null },
      { name: 'circuit breaker', status: 'MONITORING', failures: 0, threshold: 3 }
    ]
  })
})

test('a deployment that was found is told with its own target, and begins by AWS’s clock', () => {
  expect(jsonReport(HISTORIES['ecs-status-of-the-last'] ?? [], aRun(), START)).toMatchObject({
    engine: 'ecs',
    target: { service: 'web' },
    taskDefinitionArn: revisionArn(43),
    previousTaskDefinitionArn: revisionArn(42),
    deployment: { id: ECS_ID, adopted: true, startedAt: '2026-11-19T12:00:00.000Z' }
  })
})

test('what the role may not read is a note with its remedy', () => {
  expect(jsonReport(HISTORIES['succeeded-half-blind'] ?? [], aRun(), START)['notes']).toMatchObject([
    {
      says: 'Traffic and stages are not shown: the role lacks codedeploy:GetDeploymentTarget',
      remedy: expect.stringContaining('"Action":"codedeploy:GetDeploymentTarget"')
    }
  ])
})
