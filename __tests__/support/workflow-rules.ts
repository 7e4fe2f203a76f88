// What a workflow of ours must keep to: each rule is a function from a parsed workflow to complaints.
// The rules carry the names zizmor gives them (docs.zizmor.sh/audits).
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly uses?: string
  readonly 'timeout-minutes'?: number
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly steps?: readonly Step[]
}
interface Workflow {
  readonly on?: unknown
  readonly permissions?: unknown
  readonly concurrency?: unknown
  readonly jobs?: Readonly<Record<string, Job>>
}

interface Read {
  readonly text: string
  readonly workflow: Workflow
  readonly jobs: readonly (readonly [string, Job])[]
  readonly steps: readonly Step[]
}

/** One sentence per broken rule, with the rule's name first. */
export function workflowProblems(text: string): readonly string[] {
  const workflow = parse(text) as Workflow
  const jobs = Object.entries(workflow.jobs ?? {})
  const read: Read = { text, workflow, jobs, steps: jobs.flatMap(([, job]) => job.steps ?? []) }
  return Object.entries(RULES).flatMap(([name, rule]) => rule(read).map((complaint) => `${name}: ${complaint}`))
}

const RULES: Readonly<Record<string, (read: Read) => readonly string[]>> = {
  'unpinned-uses': ({ text }) =>
    [...text.matchAll(/^\s*(?:-\s+)?uses:\s*(.*)$/gm)]
      .map(([, used = '']) => used.trim())
      .filter((used) => !/^(\.\/|\$\/)/.test(used) && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))
      .map((used) => `${used} needs a commit of 40 hex digits and its version as a comment`),

  'excessive-permissions': ({ workflow, jobs }) => [
    ...(isNothing(workflow.permissions) ? [] : ['the workflow must begin with `permissions: {}`']),
    ...jobs
      .filter(([, job]) => !isLeast(job.permissions))
      .map(([name]) => `${name} must name what it needs, no write-all`)
  ],

  'undocumented-permissions': ({ text }) =>
    text
      .split('\n')
      .filter((line) => /^\s+[a-z-]+: (read|write)\s*$/.test(line))
      .map((line) => `${line.trim()} does not say what for`),

  artipacked: ({ steps }) =>
    steps
      .filter((step) => step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
      .map(() => 'checkout must set `persist-credentials: false`'),

  'dangerous-triggers': ({ workflow }) =>
    triggers(workflow.on)
      .filter((trigger) => trigger === 'pull_request_target' || trigger === 'workflow_run')
      .map((trigger) => `${trigger} runs with secrets on the code of strangers`),

  'template-injection': ({ steps }) =>
    steps
      .flatMap((step) => [step.run, step.with?.['script']])
      .filter((script) => typeof script === 'string' && script.includes('${{'))
      .map((script) => `hand values over through env, not into the script: ${String(script).trim()}`),

  'secrets-inherit': ({ jobs }) =>
    jobs.filter(([, job]) => job.secrets === 'inherit').map(([name]) => `${name} hands every secret on`),

  'time-limits': ({ jobs }) =>
    jobs
      .filter(([, job]) => job.uses === undefined && !((job['timeout-minutes'] ?? 0) > 0))
      .map(([name]) => `${name} has no timeout-minutes`),

  'concurrency-limits': ({ workflow }) =>
    workflow.concurrency === undefined ? ['the workflow has no concurrency group'] : []
}

const isNothing = (permissions: unknown): boolean =>
  typeof permissions === 'object' && permissions !== null && Object.keys(permissions).length === 0

const isLeast = (permissions: unknown): boolean =>
  typeof permissions === 'object' &&
  permissions !== null &&
  Object.values(permissions).every((scope) => scope === 'read' || scope === 'write' || scope === 'none')

function triggers(on: unknown): readonly string[] {
  if (typeof on === 'string') return [on]
  if (Array.isArray(on)) return on.map(String)
  return Object.keys(on ?? {})
}
