// The ways a running deployment ends badly, with the codes and texts that were seen or documented. A4
import { uuid } from './random.ts'
import type { Cause } from './agenda.ts'
import type { DeploymentStatus } from './scenario.ts'
import type { ErrorInformation, World } from './state.ts'

export interface Ending {
  readonly status: Extract<DeploymentStatus, 'Failed' | 'Stopped'>
  readonly error: ErrorInformation
}

const failed = (code: string, message: string): Ending => ({ status: 'Failed', error: { code, message } })

/** The service's own refusal, wrapped as CodeDeploy wraps it. [ISS] A4 */
const serviceRefused = (world: World, said: string, type: string): Ending =>
  failed(
    'ECS_UPDATE_ERROR',
    `The ECS service cannot be updated due to an unexpected error: ${said} (Service: AmazonECS; Status Code: 400; Error Code: ${type}; Request ID: ${uuid(world.random)}; Proxy: null). Check your ECS service status.`
  )

export function endingOf(world: World, cause: Cause): Ending {
  const { switches, names, settings } = world
  switch (cause.why) {
    case 'hook failed': // [LAB-LAM][TSH-CD]
      return failed(
        'HOOK_EXECUTION_FAILURE',
        'The deployment failed because one or more of the lifecycle event validation functions failed.'
      )
    case 'hook timed out': // [TSH-CD], code UNVERIFIED
      return failed(
        switches.hookTimeoutCode,
        'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.'
      )
    case 'hook denied': // [TSH-CD], code inferred
      return failed(
        'IAM_ROLE_PERMISSIONS',
        `The IAM role ${names.codeDeployRole} does not give you permission to perform operations in the following AWS service: AWSLambda.`
      )
    case 'install timed out': // [TSH-CD], code UNVERIFIED
      return failed(
        switches.installTimeoutCode,
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.'
      )
    case 'not steady': // documented that it fails; code and text are ours. [DG:deployment-type-bluegreen] A8
      return failed(
        switches.installTimeoutCode,
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 5 minutes.'
      )
    case 'service gone': // that it fails is plain; code and text are ours
      return serviceRefused(world, 'Service was not ACTIVE.', 'ServiceNotActiveException')
    case 'service refused':
      return serviceRefused(world, cause.said, cause.type)
    case 'app spec': // [ISS:aws/aws-cli#6267], code inferred
      return failed('INVALID_REVISION', cause.problem)
    case 'gradual on nlb': // [TSH-CD] text; that it comes this late is the other side of a switch
      return failed(
        'ELASTIC_LOAD_BALANCING_INVALID',
        'Only ALB supports gradual traffic routing, use AllAtOnce Traffic routing instead when you create/update Deployment group.'
      )
    case 'not code deploy': // text of A3
      return failed(
        'INVALID_ECS_SERVICE',
        "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller."
      )
    case 'scenario': {
      const { status, code, message } = settings.breaks ?? {
        status: 'Failed' as const,
        code: 'INTERNAL_ERROR',
        message: ''
      }
      return { status, error: { code, message } }
    }
  }
}

/** Each alarm in angle brackets, space separated. [LAB-CD][LAB-LAM] A4 */
export const alarmActive = (names: readonly string[]): ErrorInformation => ({
  code: 'ALARM_ACTIVE',
  message: `One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped. Activated alarms: ${names.map((name) => `<${name}>`).join(' ')}`
})

/** CodeDeploy could not read the alarms: it stops, code and text are ours. [CD] A10 */
export const alarmsUnreadable = (world: World): ErrorInformation => ({
  code: 'IAM_ROLE_PERMISSIONS',
  message: `The IAM role ${world.names.codeDeployRole} does not give you permission to perform operations in the following AWS service: AmazonCloudWatch.`
})

/** The code is in the enum, the text is ours. UNVERIFIED A4 */
export const manualStop: ErrorInformation = { code: 'MANUAL_STOP', message: 'The deployment was stopped by a user.' }

/** [TSH-CD] text, code UNVERIFIED. A4 */
export const readyExpired = (world: World, minutes: number): ErrorInformation | undefined =>
  world.switches.readyExpiryCode === 'absent'
    ? undefined
    : {
        code: world.switches.readyExpiryCode,
        message: `The deployment timed out while waiting for a notification to continue. This time out period is ${minutes} minutes.`
      }

/** [TSH-CD] text, code inferred. A4 */
export const rollbackFailed: ErrorInformation = {
  code: 'ELASTIC_LOAD_BALANCING_INVALID',
  message:
    'The ELB could not be updated due to the following error: Primary taskset target group must be behind listener'
}
