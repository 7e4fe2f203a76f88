// The place a job runs in: its folders, its files, and the variables the runner sets for every step.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Job {
  readonly folder: string
  readonly workspace: string
  readonly temp: string
  readonly home: string
  readonly event: string
}

export function layOut(folder: string, files: Readonly<Record<string, string>>): Job {
  const job = {
    folder,
    workspace: join(folder, 'work', 'web', 'web'),
    temp: join(folder, 'work', '_temp'),
    home: join(folder, 'home'),
    event: join(folder, 'work', '_github_workflow_event.json')
  }
  for (const made of [job.workspace, job.temp, job.home]) mkdirSync(made, { recursive: true })
  writeFileSync(job.event, '{}')
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(job.workspace, path)), { recursive: true })
    writeFileSync(join(job.workspace, path), content)
  }
  return job
}

/** Nothing of the developer's own environment but PATH; the addresses of GitHub lead nowhere. */
export function runnerEnvironment(job: Job): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: job.home,
    LANG: 'C.UTF-8',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__octo_ecs-canary-deploy',
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: job.event,
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo/web',
    GITHUB_REPOSITORY_OWNER: 'octo',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '19283746501',
    GITHUB_RUN_NUMBER: '142',
    GITHUB_SHA: '3f2c1aa9be04d7e6c85f1b2a7d90e4c36b8f5a12',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'runner-1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: job.temp,
    RUNNER_TOOL_CACHE: join(job.folder, 'tools')
  }
}

/** Every file below the folder, by its absolute path. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]))
}
