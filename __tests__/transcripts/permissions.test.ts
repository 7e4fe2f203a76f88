// What the README says a role needs, held against every call that each mode makes in the local AWS.
import { describe, expect, test } from '@jest/globals'
import type { Deploying } from '../../src/inputs/inputs.ts'
import { readme } from '../support/readme.ts'
import { tell, type Told } from './play.ts'

const ENGINES = { ecs: 1, codedeploy: 2 } as const
type EngineName = keyof typeof ENGINES

/** IAM has its own name for no call of ours. */
const actionsIn = (text: string): readonly string[] => text.match(/\b(?:ecs|codedeploy|cloudwatch):[A-Z]\w+/g) ?? []

const [, table = ''] = /<!-- modes -->\n(.*?)<!-- \/modes -->/s.exec(readme()) ?? []
const [policy = '', inPlaceOfCodeDeploy = ''] = [...readme().matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text)

function cell(name: string, engine: EngineName): readonly string[] {
  const row = table.split('\n').find((line) => line.startsWith(`| ${name} |`))
  const cells = row?.split('|').map((text) => text.trim()) ?? []
  const text = cells[ENGINES[engine] + 1] ?? ''
  return actionsIn(text === 'the same' ? (cells[ENGINES.ecs + 1] ?? '') : text)
}

function allowedTo(mode: Deploying['mode'], engine: EngineName): readonly string[] {
  if (mode !== 'deploy') {
    const rows = [`\`${mode}\``, 'reads', 'reads of evidence']
    return ['ecs:DescribeServices', ...rows.flatMap((name) => cell(name, engine))]
  }
  const all = actionsIn(policy)
  return engine === 'codedeploy'
    ? all
    : [...all.filter((action) => !action.startsWith('codedeploy:')), ...actionsIn(inPlaceOfCodeDeploy)]
}

const PAUSES = { waitUntil: 'paused', pauseAt: 'before-traffic' } as const
const STARTS = { waitUntil: 'started' } as const

const callsOf = ({ world }: Told, from: number): readonly string[] => [
  ...new Set(world.calls.slice(from).map(({ service, operation }) => `${service}:${operation}`))
]

describe.each([
  ['ecs', 'ecs-canary', PAUSES, 'promote'],
  ['ecs', 'ecs-canary', { ...PAUSES, pauseAt: 'after-canary' }, 'promote'],
  ['ecs', 'ecs-canary', PAUSES, 'rollback'],
  ['ecs', 'ecs-canary', STARTS, 'status'],
  ['ecs', 'ecs-circuit-breaker', STARTS, 'status'],
  ['codedeploy', 'ready-wait', PAUSES, 'promote'],
  ['codedeploy', 'smooth', STARTS, 'rollback'],
  ['codedeploy', 'smooth', STARTS, 'status'],
  ['codedeploy', 'tasks-never-start', STARTS, 'status']
] as const)('on %s, %s, %j and then %s', (engine, scenario, over, mode) => {
  test('needs no more than the README says', async () => {
    const first = await tell(scenario, over)
    expect(allowedTo('deploy', engine)).toEqual(expect.arrayContaining([...callsOf(first, 0)]))
    const from = first.world.calls.length
    const next = { mode, base: { kind: 'running' }, waitUntil: mode === 'promote' ? 'paused' : 'complete' } as const
    const second = await tell(first, next, { after: 60_000 })
    expect(second.verdict.kind).not.toBe('refused')
    expect(allowedTo(mode, engine)).toEqual(expect.arrayContaining([...callsOf(second, from)]))
  })
})
