// The runner in small keeps the rules of the real one: seen on an action of a few lines.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DUMMY_TOKEN, runAction, type ActionCall, type ActionRun } from './run-action.ts'

let actionFolder: string
beforeAll(() => {
  actionFolder = mkdtempSync(join(tmpdir(), 'action-'))
})
afterAll(() => rmSync(actionFolder, { recursive: true }))

const MANIFEST = `
name: stub
inputs:
  image: { description: an image }
  wait-for: { description: minutes, default: 30 }
  github-token: { description: a token, default: '\${{ github.token }}' }
  old: { description: old, deprecationMessage: use image }
runs: { using: node24, main: main.mjs, post: post.mjs }
`

async function run(main: string, call: ActionCall = {}, post = ''): Promise<ActionRun> {
  writeFileSync(join(actionFolder, 'action.yml'), MANIFEST)
  const prelude = `import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'\nconst { env } = process\n`
  writeFileSync(join(actionFolder, 'main.mjs'), prelude + main)
  writeFileSync(join(actionFolder, 'post.mjs'), prelude + post)
  return runAction({ actionFolder, limit: 20_000, ...call })
}
const show = (expression: string): string => `console.log(JSON.stringify(${expression}))\n`
const shown = (ran: ActionRun): unknown => JSON.parse(ran.lines[0]?.text ?? '')

describe('inputs', () => {
  test('what is not given takes its default, and what has none is empty', async () => {
    const ran = await run(show(`[env['INPUT_IMAGE'], env['INPUT_WAIT-FOR'], env['INPUT_GITHUB-TOKEN'], env.INPUT_OLD]`))
    expect(shown(ran)).toEqual(['', '30', DUMMY_TOKEN, ''])
  })

  test('an empty string counts as given', async () => {
    const ran = await run(show(`env['INPUT_WAIT-FOR']`), { inputs: { 'Wait-For': '' } })
    expect(shown(ran)).toBe('')
  })

  test('an unknown and a deprecated input are warned of and passed on', async () => {
    const ran = await run(show(`[env.INPUT_IMAEG, env.INPUT_OLD]`), { inputs: { imaeg: 'a', old: 'b' } })
    expect(shown(ran)).toEqual(['a', 'b'])
    expect(ran.warnings).toEqual([
      "Unexpected input(s) 'imaeg'",
      "Input 'old' has been deprecated with message: use image"
    ])
  })
})

describe('the environment', () => {
  test('nothing of the developer leaks in', async () => {
    process.env['AWS_PROFILE'] = 'personal'
    const ran = await run(show(`[Object.keys(env).filter((name) => name.startsWith('AWS_')), env.HOME]`))
    delete process.env['AWS_PROFILE']
    const [aws, home] = shown(ran) as [string[], string]
    expect(aws).toEqual([])
    expect(home).not.toBe(process.env['HOME'])
  })

  test('the step stands in a workspace with the files given', async () => {
    const ran = await run(show(`[process.cwd() === env.GITHUB_WORKSPACE, readFileSync('deploy/td.json', 'utf8')]`), {
      files: { 'deploy/td.json': '{}' }
    })
    expect(shown(ran)).toEqual([true, '{}'])
  })

  test('what is left in RUNNER_TEMP can be read, and nothing stays on the disk', async () => {
    const ran = await run(
      `writeFileSync(env.RUNNER_TEMP + '/r.json', '{"a":1}')\n` + show(`env.RUNNER_TEMP + '/r.json'`)
    )
    expect(ran.produced.get(String(shown(ran)))).toBe('{"a":1}')
  })
})

describe('command files', () => {
  test('outputs and the summary arrive although the step fails', async () => {
    const ran = await run(
      `appendFileSync(env.GITHUB_OUTPUT, 'a<<END\\n1\\n\\n2\\nEND\\nb=x=y\\nc=<<\\n')
       appendFileSync(env.GITHUB_STEP_SUMMARY, '# red\\n')
       process.exitCode = 1`
    )
    expect(ran).toMatchObject({ exitCode: 1, conclusion: 'failure', summary: '# red\n' })
    expect(ran.outputs).toEqual({ a: '1\n\n2', b: 'x=y', c: '<<' })
  })

  test.each(['a<<END\n1\n', 'nothing\n', '=1\n', 'a<<\n'])('%j fails the step', async (text) => {
    await expect(run(`appendFileSync(env.GITHUB_OUTPUT, ${JSON.stringify(text)})`)).rejects.toThrow(SyntaxError)
  })

  test('the post half gets the state of the main half and the same inputs, also after a failure', async () => {
    const ran = await run(
      `appendFileSync(env.GITHUB_STATE, 'id=d-1\\n'); process.exitCode = 1`,
      { inputs: { image: 'web:1' } },
      show(`[env.STATE_id, env.INPUT_IMAGE]`)
    )
    expect(JSON.parse(ran.post?.lines[0]?.text ?? '')).toEqual(['d-1', 'web:1'])
  })

  test('a summary above 1 MiB is not uploaded', async () => {
    const ran = await run(`appendFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))`)
    expect(ran.warnings).toHaveLength(1)
  })
})

describe('the log', () => {
  test('a lone CR begins a line, and a character cut in two is put together', async () => {
    const ran = await run(`
      process.stdout.write(Buffer.from([0x61, 0x0d, 0xe2, 0x82]))
      setTimeout(() => process.stdout.write(Buffer.from([0xac, 0x0d, 0x0a, 0x62])), 100)`)
    expect(ran.lines.map((line) => line.raw)).toEqual(['a', '€', 'b'])
  })

  test('annotations of both halves and both streams are collected', async () => {
    const ran = await run(
      `console.log('::error file=a.json,line=3,title=No%3A::50%25%0Aof it')`,
      {},
      `console.error('::warning::late')`
    )
    expect(ran.annotations).toEqual([
      { level: 'error', message: '50%\nof it', properties: { file: 'a.json', line: '3', title: 'No:' } },
      { level: 'warning', message: 'late', properties: {} }
    ])
  })

  test('a command between stop-commands and its token is text', async () => {
    const ran = await run(
      `for (const line of ['::stop-commands::t0ken', '::error::forged', '::t0ken::', '::error::real']) console.log(line)`
    )
    expect(ran.annotations.map((one) => one.message)).toEqual(['real'])
  })

  test('a line is told when it comes, not when the step is over', async () => {
    const seen: number[] = []
    await run(`console.log('a'); setTimeout(() => console.log('b'), 400)`, { onLine: (line) => seen.push(line.at) })
    expect((seen[1] ?? 0) - (seen[0] ?? 0)).toBeGreaterThan(300)
  })
})

describe('a cancel', () => {
  const time = { speed: 50, origin: Date.now() }
  const wait = `setInterval(() => {}, 1000); console.log('ready');`
  const cancelWhen: NonNullable<ActionCall['cancelWhen']> = (line) => line.text === 'ready'

  test('begins with SIGINT, and a step that ends at once hears nothing more', async () => {
    const ran = await run(`process.on('SIGINT', () => { console.log('bye'); process.exit(0) }); ${wait}`, {
      time,
      cancelWhen
    })
    expect(ran).toMatchObject({ signals: ['SIGINT'], exitCode: 0, conclusion: 'cancelled' })
    expect(ran.lines.at(-1)?.text).toBe('bye')
  })

  test('goes on to SIGTERM and ends with a kill, in the proportions of the runner', async () => {
    const ran = await run(`process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); ${wait}`, {
      time,
      cancelWhen
    })
    expect(ran).toMatchObject({ signals: ['SIGINT', 'SIGTERM', 'SIGKILL'], signal: 'SIGKILL', exitCode: null })
    expect(ran.wallMs).toBeGreaterThan((7_500 + 2_500) / time.speed)
  })

  test('does not keep the post half from running', async () => {
    const ran = await run(wait, { time, cancelWhen }, `console.log('post')`)
    expect(ran.post?.lines.map((line) => line.text)).toEqual(['post'])
  })
})

test('a step that does not end is a failed test with its last lines', async () => {
  await expect(run(`setInterval(() => {}, 1000); console.log('stuck')`, { limit: 1_000 })).rejects.toThrow(/stuck/)
})
