// Old revisions are taken out of use once the new one serves, as `keep-revisions` asks. It never changes a verdict.
import type { Ecs } from '../aws/ports.ts'
import type { Note } from '../domain/problem.ts'
import { Problem } from '../domain/problem.ts'
import { SECOND, type Arn, type Millis } from '../domain/units.ts'
import type { Deploying } from '../inputs/inputs.ts'
import { familyOf, oldRevisions, type Keeping } from '../plan/old-revisions.ts'
import type { Read } from '../plan/survey.ts'
import type { World } from './world.ts'

/** In one run: the job is over, and only this still goes on. */
const MOST = 50
/** What the account may do in the long run. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html */
const GAP: Millis = SECOND

/** What is going to happen, said before anything has. */
export function tidyNotes({ keepRevisions: keep, waitUntil }: Deploying): readonly Note[] {
  if (keep === undefined) return []
  if (waitUntil === 'started') {
    const says =
      '`keep-revisions` does nothing here: old revisions go only after a success, which this run does not wait for'
    return [{ level: 'notice', says }]
  }
  return [
    {
      level: 'notice',
      says: `After a success, older revisions of the family are deregistered (not the newest ${keep}, nor the one that served before, and at most ${MOST} in a run), which needs the permissions \`ecs:ListTaskDefinitions\` and \`ecs:DeregisterTaskDefinition\``
    }
  ]
}

export async function tidy(keeping: Keeping, world: World, read: Read): Promise<void> {
  const { aws, clock, emit, cancelled } = world
  const note = (told: Note): Promise<void> => emit({ kind: 'note', at: clock.now(), note: told })
  let gone = 0
  let old: readonly Arn[] = []
  let refused: Problem | undefined
  try {
    old = oldRevisions(await activeRevisions(keeping, aws.ecs, read), keeping)
    for (const [turn, taskDefinition] of old.slice(0, MOST).entries()) {
      if (turn > 0) await clock.sleep(GAP, cancelled)
      if (cancelled.aborted) return
      const problem = await refusalOf(aws.ecs.deregisterTaskDefinition({ taskDefinition }))
      refused ??= problem
      if (problem) continue
      gone++
      await emit({ kind: 'deregistered', at: clock.now(), taskDefinition })
    }
    if (refused) await note(leftOver(gone, old.length, refused))
    if (old.length > MOST) await note({ level: 'notice', says: 'There are more old revisions; the next run goes on' })
  } catch (error) {
    // The deployment has succeeded, and a revision too many harms nobody: told, and left to the next run.
    await note(leftOver(gone, old.length, error))
  }
}

/** What AWS has against this one revision; everything else would meet the next one, too, and is thrown. */
async function refusalOf(write: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await write
    return undefined
  } catch (error) {
    if (error instanceof Problem && error.code === 'AWS_REFUSED') return error
    throw error
  }
}

/** Newest first, as many pages as can matter. */
async function activeRevisions({ keep, deployed }: Keeping, ecs: Ecs, read: Read): Promise<readonly Arn[]> {
  const family = familyOf(deployed)
  if (family === undefined) return []
  const enough = keep + MOST + 3
  const found: Arn[] = []
  let nextToken: string | undefined
  for (let page = 0; page < enough && found.length < enough; page++) {
    const input = { familyPrefix: family, status: 'ACTIVE', sort: 'DESC', ...(nextToken && { nextToken }) } as const
    const answer = await read(() => ecs.listTaskDefinitions(input))
    // Named a prefix, and documented as the full name.
    found.push(...(answer.taskDefinitionArns ?? []).filter((arn) => familyOf(arn) === family))
    nextToken = answer.nextToken
    if (!nextToken) break
  }
  return found
}

function leftOver(gone: number, all: number, error: unknown): Note {
  const why = error instanceof Problem ? error.found : String(error)
  const what = all === 0 ? 'Old revisions were not deregistered' : `${gone} of ${all} old revisions were deregistered`
  return {
    level: 'warning',
    says: `${what}: ${why}`,
    ...(error instanceof Problem && { remedy: error.remedy })
  }
}
