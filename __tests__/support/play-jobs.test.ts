// Several jobs share one world and one clock: seen on an action of a few lines.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scenario } from '../simulator/scenarios.ts'
import { jobsOf, playJobs, type Job } from './play-jobs.ts'
import { playScenario } from './play-scenario.ts'

let actionFolder: string
beforeAll(() => {
  actionFolder = mkdtempSync(join(tmpdir(), 'action-'))
  writeFileSync(join(actionFolder, 'action.yml'), MANIFEST)
  writeFileSync(join(actionFolder, 'main.mjs'), MAIN)
})
afterAll(() => rmSync(actionFolder, { recursive: true }))

const INPUTS = ['mode', 'deployment-id', 'hook-id', 'task-definition', 'images', 'cluster', 'service', 'pause-at']
const CODEDEPLOY = ['codedeploy-appspec', 'codedeploy-application', 'codedeploy-deployment-group']
const MANIFEST = `
name: stub
inputs:
${[...INPUTS, ...CODEDEPLOY].map((name) => `  ${name}: { description: x }`).join('\n')}
runs: { using: node24, main: main.mjs }
`

/** Deploys what serves already by force, or follows what runs; tells who and when it is. */
const MAIN = `
import { appendFileSync, readdirSync } from 'node:fs'
const { env } = process
const ask = async (operation, input) => {
  const answer = await fetch(env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonEC2ContainerServiceV20141113.' + operation,
      authorization: 'none'
    },
    body: JSON.stringify(input)
  })
  return answer.json()
}
const of = { cluster: env.INPUT_CLUSTER, service: env.INPUT_SERVICE }
const out = (name, value) => appendFileSync(env.GITHUB_OUTPUT, name + '=' + value + '\\n')
if (env.INPUT_MODE === 'fail') process.exitCode = 1
else if (env.INPUT_MODE === '') await ask('UpdateService', { ...of, forceNewDeployment: true })
const { services } = await ask('DescribeServices', { cluster: of.cluster, services: [of.service] })
out('deployment-id', services[0].currentServiceDeployment)
out('hook-id', 'ecs-pause-x')
out('now', Date.now())
out('who', [env.GITHUB_RUN_ID, env.GITHUB_JOB].join('/'))
const given = Object.keys(env).filter((name) => name.startsWith('INPUT_') && env[name] !== '')
out('given', given.map((name) => name.slice(6).toLowerCase()).sort().join(' '))
out('files', readdirSync('.').sort().join(' '))
out('named', env['INPUT_DEPLOYMENT-ID'])
`

const speed = 300
const minute = 60_000
const two = (more: Partial<Job>): readonly Job[] => [
  { name: 'one', actionFolder },
  { name: 'two', actionFolder, ...more }
]
const now = (outputs: Readonly<Record<string, string>> | undefined): number => Number(outputs?.['now'])

describe('jobs', () => {
  test('see the world as the one before left it, in the same run', async () => {
    const [one, other] = await playJobs('ecs-canary', two({ inputs: { mode: 'status' } }), { speed })
    expect(other?.outputs['deployment-id']).toBe(one?.outputs['deployment-id'])
    expect(other?.truth.deployments.filter(({ by }) => by === 'caller')).toHaveLength(1)
    expect([one?.outputs['who'], other?.outputs['who']]).toEqual(['19283746501/one', '19283746501/two'])
    expect(other?.calls.map(({ operation }) => operation)).toEqual(['DescribeServices'])
  })

  test('may take inputs from the outputs of those before', async () => {
    const inputs: Job['inputs'] = (before) => ({
      mode: 'promote',
      'deployment-id': before[0]?.outputs['deployment-id'] ?? ''
    })
    const [one, other] = await playJobs('ecs-canary', two({ inputs }), { speed })
    expect(other?.outputs['named']).toBe(one?.outputs['deployment-id'])
  })

  test('begin so much AWS time after the one before, or not before a moment', async () => {
    const [one, other] = await playJobs('ecs-canary', two({ after: 8 * minute }), { speed })
    expect(now(other?.outputs) - now(one?.outputs)).toBeGreaterThan(8 * minute)
    const [, third] = await playJobs('ecs-canary', two({ notBefore: 10 * minute }), { speed })
    expect(now(third?.outputs) - (third?.origin ?? 0)).toBeGreaterThan(10 * minute)
  })

  test('are skipped after a red one, unless they always run', async () => {
    const red: Job = { name: 'red', actionFolder, inputs: { mode: 'fail' } }
    const rest: Job = { name: 'rest', actionFolder }
    expect(await playJobs('ecs-canary', [red, rest], { speed })).toHaveLength(1)
    expect(await playJobs('ecs-canary', [red, rest, { ...rest, always: true }], { speed })).toHaveLength(2)
  })

  test('are not begun once the run is cancelled', async () => {
    const cancelled = new AbortController()
    const onPlayed = (): void => cancelled.abort()
    expect(await playJobs('ecs-canary', two({}), { speed, cancel: cancelled.signal, onPlayed })).toHaveLength(1)
  })
})

describe('the jobs of a scenario', () => {
  test('are its own, with the outputs they need, and what happens between them is told', async () => {
    const seen: string[] = []
    const jobs = jobsOf(scenario('pause-and-promote')).map((job) => ({ ...job, actionFolder }))
    const [, promoted] = await playJobs('pause-and-promote', jobs, {
      speed,
      onWait: ({ meanwhile = 'nothing' }) => seen.push(`wait: ${meanwhile}`),
      onJob: ({ name }, { mode = 'deploy' }) => seen.push(`${name}: ${mode}`),
      onPlayed: ({ name }) => seen.push(`${name} is over`)
    })
    expect(seen).toEqual([
      'wait: nothing',
      'canary: deploy',
      'canary is over',
      'wait: a person approves',
      'promote: promote',
      'promote is over'
    ])
    expect(promoted?.outputs['named']).toMatch(/:service-deployment\/prod\/web\//)
    expect(promoted?.outputs['given']).toBe('cluster deployment-id hook-id mode service')
  })

  test('are the plain step when it has none', () => {
    expect(jobsOf(scenario('smooth'))).toEqual([{ name: 'deploy' }])
  })
})

test.each([
  ['ecs-canary', 'cluster images service task-definition', 'task-definition.json'],
  [
    'smooth',
    'cluster codedeploy-application codedeploy-appspec codedeploy-deployment-group images service task-definition',
    'appspec.yaml task-definition.json'
  ]
])('the step of %s is given what its engine needs', async (name, given, files) => {
  const { outputs } = await playScenario(name, { speed, actionFolder })
  expect(outputs).toMatchObject({ given, files })
})
