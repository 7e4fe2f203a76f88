// Our words to theirs: the plan as a CreateDeployment request. Pure.
import type { AutoRollbackConfiguration, AutoRollbackEvent, CreateDeploymentInput } from '@aws-sdk/client-codedeploy'
import type { CodeDeployPlan, RollbackEvent } from '../../domain/plan.ts'
import type { Arn } from '../../domain/units.ts'
import { withTaskDefinition } from '../../plan/appspec.ts'
import { withRevision } from '../marker.ts'
import type { Hash } from '../kit.ts'

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
    description: withRevision(plan.marker, taskDefinition),
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
