// What is worth knowing of a deployment that is about to be sent. Pure.
import type { Wait } from '../../domain/plan.ts'
import type { Note } from '../../domain/problem.ts'
import type { Configuration } from './configuration.ts'

interface Sending {
  /** The service's configuration as it will be. */
  readonly will: Configuration
  /** Something was asked for that stays in the service. */
  readonly stores: boolean
  /** The configuration is sent at all. */
  readonly sends: boolean
  readonly wait: Wait
  /** There will be no task. */
  readonly empty: boolean
}

export function planNotes({ will, stores, sends, wait, empty }: Sending): readonly Note[] {
  return [
    ...(will.shape === undefined ? [unknownStrategy(will.strategy)] : []),
    ...(sends && stores ? [STORED_NOTE] : []),
    ...(sends && will.hookRoles.length > 0 ? [roleNote(will.hookRoles)] : []),
    ...(stops(wait) ? [STOP_NOTE] : []),
    ...(empty ? [EMPTY_NOTE] : [])
  ]
}

function stops(wait: Wait): boolean {
  return wait.until !== 'started' && (wait.onTimeout !== 'leave' || wait.onCancel !== 'leave')
}

const STOP_NOTE: Note = {
  level: 'notice',
  says: 'When the job is cancelled or runs out of time, the deployment is rolled back; that needs the permission `ecs:StopServiceDeployment`'
}

const EMPTY_NOTE: Note = {
  level: 'warning',
  says: 'The desired count of the service is 0: the new revision will be deployed without a single task to try it'
}

const STORED_NOTE: Note = {
  level: 'notice',
  says: 'What was asked for is stored in the service and stays there for every later deployment, even if this one is rolled back'
}

function unknownStrategy(word: string): Note {
  return {
    level: 'notice',
    says: `The service moves traffic in a way this release does not know (${word}), so no timetable is shown`
  }
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-permissions.html */
function roleNote(roles: readonly string[]): Note {
  return {
    level: 'notice',
    says: `The hooks of the service are sent back as they are, which may need the permission \`iam:PassRole\` of ${roles.join(', ')}`
  }
}
