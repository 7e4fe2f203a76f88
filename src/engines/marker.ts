// The marker by which we know a deployment of ours again, alike for every engine. Pure.
import type { Marker, Whose } from '../domain/plan.ts'
import type { Arn } from '../domain/units.ts'
import type { Run } from '../inputs/inputs.ts'

/** Of every text that carries a marker. CodeDeploy's guide says 256 characters, the official action 512; both hold this. */
const LENGTH = 256

/**
 * `content`: the hash of what is deployed. The key is first, so that a cut never touches it, and is of this one start: the
 * same step twice in a job makes two deployments that must not be taken for each other.
 */
export function marker(run: Run, content: string, nonce: string, description: string | undefined): Marker {
  const key = `${runKey(run)}${run.attempt}:${content.slice(0, 8)}:${nonce}`
  return { key, text: cut(`${key} ${description ?? `${run.sha.slice(0, 7)} by ${run.actor}`}`) }
}

/** AWS's count may be of UTF-16 units; a pair is not cut in two. */
function cut(text: string): string {
  return text.slice(0, LENGTH).replace(/[\uD800-\uDBFF]$/, '')
}

/** The text with the revision that is deployed behind the key: AWS may not tell it in any other place. */
export function withRevision({ key, text }: Marker, taskDefinition: Arn): string {
  const name = taskDefinition.split(':task-definition/').at(-1) ?? ''
  const named = `${key} ${name}`
  return NAME.test(name) && named.length <= LENGTH ? cut(`${named}${text.slice(key.length)}`) : text
}

const NAME = /^[\w-]{1,255}:\d{1,9}$/
const NAMED = /^ecd:\S+ ([\w-]{1,255}:\d{1,9})(?: |$)/

/** `web:42` of a text that names it. */
export function revisionIn(text: string | undefined): string | undefined {
  return NAMED.exec(text ?? '')?.[1]
}

/** What the markers of all attempts of a run begin with. */
function runKey(run: Run): string {
  return `${repositoryKey(run)}${run.runId}.`
}

function repositoryKey(run: Run): string {
  return `ecd:${run.repository}#`
}

/**
 * Whose deployment a text says it is. An attempt of this run is `run` only where it deploys the same: `content` is the hash
 * of what this run would deploy; undefined where it deploys nothing.
 */
export function whoseMark(text: string | undefined, run: Run, content?: string): Whose {
  if (text === undefined || run.repository === '' || !text.startsWith(repositoryKey(run))) return 'unknown'
  const [attempt, hash] = text.slice(runKey(run).length).split(':')
  const same =
    content !== undefined && text.startsWith(runKey(run)) && /^\d+$/.test(attempt ?? '') && hash === content.slice(0, 8)
  return same ? 'run' : 'repository'
}
