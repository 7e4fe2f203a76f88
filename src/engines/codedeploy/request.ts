// Our words to theirs: the plan as a CreateDeployment request, and the marker by which we know our own deployment again. Pure.
import type { AutoRollbackConfiguration, AutoRollbackEvent, CreateDeploymentInput } from '@aws-sdk/client-codedeploy'
import type { CodeDeployPlan, Marker, RollbackEvent } from '../../domain/plan.ts'
import type { Arn } from '../../domain/units.ts'
import type { Run } from '../../inputs/inputs.ts'
import { withTaskDefinition } from '../../plan/appspec.ts'

/** Hex SHA-256. */
export type Hash = (text: string) => string

export const ROLLBACK_EVENTS: Readonly<Record<RollbackEvent, AutoRollbackEvent>> = {
  failure: 'DEPLOYMENT_FAILURE',
  alarm: 'DEPLOYMENT_STOP_ON_ALARM',
  stop: 'DEPLOYMENT_STOP_ON_REQUEST'
}

const EVENTS: readonly RollbackEvent[] = ['failure', 'alarm', 'stop']

/** The events AWS rolls back on by itself; none when it is switched off. */
export function eventsOf(configuration: AutoRollbackConfiguration | undefined): readonly RollbackEvent[] {
  if (configuration?.enabled !== true) return []
  return EVENTS.filter((event) => configuration.events?.includes(ROLLBACK_EVENTS[event]))
}

/** The AppSpec goes as JSON text; its hash is of that very text. */
export function createDeployment(plan: CodeDeployPlan, taskDefinition: Arn, hash: Hash): CreateDeploymentInput {
  const content = JSON.stringify(withTaskDefinition(plan.appSpec, taskDefinition))
  const { autoRollback, overrideAlarms } = plan
  return {
    applicationName: plan.application,
    deploymentGroupName: plan.group,
    description: plan.marker.text,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256: hash(content) } },
    ...(plan.config && { deploymentConfigName: plan.config.name }),
    ...(autoRollback && {
      autoRollbackConfiguration: {
        // Switched on without events is refused.
        enabled: autoRollback.length > 0,
        events: autoRollback.map((event) => ROLLBACK_EVENTS[event])
      }
    }),
    ...(overrideAlarms && {
      overrideAlarmConfiguration: {
        enabled: overrideAlarms.names.length > 0,
        ignorePollAlarmFailure: overrideAlarms.ignorePollFailure,
        alarms: overrideAlarms.names.map((name) => ({ name }))
      }
    })
  }
}

/** The guide says 256 characters, the official action 512; both hold this. */
const DESCRIPTION_LENGTH = 256

/**
 * `content`: the hash of what is deployed. The key is first, so that a cut never touches it, and is of this one start: the same step twice in a job makes two
 * deployments that must not be taken for each other.
 */
export function marker(run: Run, content: string, nonce: string, description: string | undefined): Marker {
  const key = `${runKey(run)}${run.attempt}:${content.slice(0, 8)}:${nonce}`
  const text = `${key} ${description ?? `${run.sha.slice(0, 7)} by ${run.actor}`}`
  // AWS's count may be of UTF-16 units; a pair is not cut in two.
  return { key, text: text.slice(0, DESCRIPTION_LENGTH).replace(/[\uD800-\uDBFF]$/, '') }
}

/** What the markers of all attempts of a run begin with. */
export function runKey(run: Run): string {
  return `ecd:${run.repository}#${run.runId}.`
}
