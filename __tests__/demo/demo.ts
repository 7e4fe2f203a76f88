// Plays a scenario before your eyes: the shipped dist/ as the runner would run it, against the local AWS, on real input.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { SCENARIOS, type Scenario } from '../simulator/scenarios.ts'
import { githubPage } from '../support/github-page.ts'
import { jobsOf, playJobs, type Job } from '../support/play-jobs.ts'
import type { Played } from '../support/play-scenario.ts'
import { ROOT } from '../support/run-action.ts'
import { understand, USAGE } from './arguments.ts'
import { expectedVerdicts, isGreen } from './endings.ts'
import { logView, painter } from './terminal.ts'

const print = (text: string): void => void process.stdout.write(`${text}\n`)
const paint = painter(process.stdout)
const heading = (text: string): void =>
  print(`\n${paint('bold', `── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}`)}`)
const pairs = (rows: Readonly<Record<string, string>>): void => {
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  for (const [name, value] of Object.entries(rows)) print(`  ${paint('dim', name.padEnd(width))}  ${value}`)
}

const GROUPS: readonly { readonly title: string; readonly has: (scenario: Scenario) => boolean }[] = [
  { title: 'CodeDeploy', has: ({ native }) => native === undefined },
  { title: 'ECS-native deployments', has: ({ native }) => native !== undefined }
]

// `npm run demo -- --list | head` closes the pipe; that is no mistake.
process.stdout.on('error', () => process.exit())
process.exitCode = await demo()

async function demo(): Promise<number> {
  const asked = understand(process.argv.slice(2), Object.keys(SCENARIOS))
  switch (asked.kind) {
    case 'help':
      print(USAGE)
      return 0
    case 'list':
      list()
      return 0
    case 'wrong':
      process.stderr.write(`${asked.says}\n`)
      return 2
    case 'play': {
      const scenario = SCENARIOS[asked.scenario]
      if (scenario === undefined || !existsSync(join(ROOT, 'dist', 'index.js'))) {
        process.stderr.write('dist/ is not there: it comes with the repository; `npm run build` makes it.\n')
        return 2
      }
      return play(scenario, asked.speed)
    }
  }
}

function list(): void {
  for (const { title, has } of GROUPS) {
    heading(title)
    for (const { name, says, lookAt } of Object.values(SCENARIOS).filter(has)) {
      const ends = expectedVerdicts(name).join(', then ')
      print(`${paint('bold', name)} (ends ${ends})\n  ${says}\n  ${paint('dim', `Look at: ${lookAt}`)}`)
    }
  }
}

async function play(scenario: Scenario, speed: number): Promise<number> {
  const ctrlC = new AbortController()
  process.on('SIGINT', () => {
    if (ctrlC.signal.aborted) process.exit(130)
    print('\nCancelling as GitHub would: SIGINT, SIGTERM, kill. Once more to leave at once.')
    ctrlC.abort()
  })
  const jobs = jobsOf(scenario)
  const several = jobs.length > 1
  const place = (job: Job): number => jobs.indexOf(job) + 1
  const folderOf = (job: Job): string =>
    join(ROOT, '.demo', scenario.name, ...(several ? [`${place(job)}-${job.name}`] : []))
  let show = logView(paint)
  const played = await playJobs(scenario, jobs, {
    speed,
    cancel: ctrlC.signal,
    limit: 3_600_000,
    onStage: () => {
      heading(`the shipped dist/ against the local AWS, ${speed} times as fast as life`)
      pairs({ scenario: `${scenario.name}: ${scenario.says}`, 'look at': scenario.lookAt })
    },
    onWait: ({ meanwhile, after = 0 }) => {
      if (meanwhile === undefined) return
      heading(meanwhile)
      print(`  ${(after / 60_000).toFixed(0)} minutes for AWS`)
    },
    onJob: (job, inputs) => {
      if (several) heading(`job ${place(job)}: ${job.name}`)
      heading('the step')
      pairs(inputs)
      heading('its log, live')
      show = logView(paint)
    },
    onLine: (line) => {
      const shown = show(line)
      if (shown !== undefined) print(shown)
    },
    onPlayed: (job, one) => report(one, folderOf(job))
  })
  return ctrlC.signal.aborted ? 130 : judged(scenario, played)
}

function report(played: Played, folder: string): void {
  const { exitCode, wallMs, speed, calls } = played
  heading('the end')
  const ending = paint(exitCode === 0 ? 'green' : 'red', `exit code ${exitCode ?? played.signal ?? '?'}`)
  const minutes = ((wallMs * speed) / 60_000).toFixed(1)
  print(
    `  ${ending} after ${(wallMs / 1_000).toFixed(1)} s, which were ${minutes} minutes for AWS; ${calls.length} API calls`
  )

  mkdirSync(folder, { recursive: true })
  heading('outputs')
  pairs(Object.keys(played.outputs).length > 0 ? keepFiles(played, folder) : { none: '' })

  const pages = writeSummary(played, folder)
  heading('job summary, as Markdown and as GitHub shows it')
  for (const page of pages) print(`  ${page}`)
}

/** Every job must end with its verdict, in the colour of that verdict. */
function judged({ name }: Scenario, played: readonly Played[]): number {
  const expected = expectedVerdicts(name)
  const crashed = played.some(({ post }) => post !== undefined && post.exitCode !== 0)
  const verdicts = played.map(({ verdict = 'nothing' }) => verdict)
  const fits =
    !crashed &&
    isDeepStrictEqual(verdicts, expected) &&
    played.every(({ exitCode }, at) => (exitCode === 0) === isGreen(expected[at] ?? ''))
  const told = expected.join(', then ')
  print(
    `\n${fits ? paint('green', `As expected: ${told}.`) : paint('red', `Expected ${told}, and it was ${verdicts.join(', then ')}${crashed ? ', and the second half crashed' : ''}.`)}`
  )
  return fits ? 0 : 1
}

/** The runner's folders are gone when the step is over; a file that an output names is kept beside the summary. */
function keepFiles({ outputs, produced }: Played, folder: string): Readonly<Record<string, string>> {
  const kept = Object.entries(outputs).map(([name, value]) => {
    const content = produced.get(value)
    if (content === undefined) return [name, value] as const
    const path = join(folder, `${name}${extname(value)}`)
    writeFileSync(path, content)
    return [name, relative(process.cwd(), path)] as const
  })
  return Object.fromEntries(kept)
}

function writeSummary({ scenario, summary }: Played, folder: string): readonly string[] {
  const pages = { 'summary.md': summary, 'summary.html': githubPage(summary, `deploy: ${scenario.name}`) }
  return Object.entries(pages).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return relative(process.cwd(), join(folder, name))
  })
}
