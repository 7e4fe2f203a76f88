// CodeDeploy for the contract: its words for each of the contract's states.
import { Problem } from '../../src/domain/problem.ts'
import { aPlan } from '../support/builders.ts'
import {
  aDeployment,
  aGroup,
  anAlarmed,
  anEcsTarget,
  aRollback,
  BLUE_ID,
  OUR_ID,
  revision,
  ROLLBACK_ID,
  taken
} from './codedeploy-answers.ts'
import type { EngineCase, Sighting } from './contract.ts'
import { fakeAws, inTurn, problem, type Answers } from './fake-ports.ts'

const MARKER = { key: 'ecd:octo/web#1.1:abcdef12', text: 'ecd:octo/web#1.1:abcdef12 c0ffee2 by octocat' }
const ACTIVE = `The Deployment Group 'DgpECS-prod-web' already has an active Deployment '${OUR_ID}'`

const ours = { deploymentInfo: aDeployment({ description: MARKER.text }) }
const theirs = { deploymentInfo: aDeployment({ deploymentId: OUR_ID, description: 'ecd:octo/web#1.2:abcdef12 later' }) }
const groupWith = (deploymentId: string | undefined) => ({
  deploymentGroupInfo: aGroup({ lastAttemptedDeployment: deploymentId === undefined ? undefined : { deploymentId } })
})

const STARTS: EngineCase['starting'] = (start) => {
  const codedeploy = ((): Answers['codedeploy'] => {
    switch (start) {
      case 'accepted':
        return { createDeployment: { deploymentId: OUR_ID } }
      case 'throttled twice':
        return {
          createDeployment: inTurn(problem('AWS_THROTTLED'), problem('AWS_THROTTLED'), { deploymentId: OUR_ID })
        }
      case 'throttled for ever':
        return { createDeployment: problem('AWS_THROTTLED') }
      case 'answer lost, took effect':
        return {
          createDeployment: problem('AWS_UNREACHABLE'),
          getDeploymentGroup: groupWith(OUR_ID),
          getDeployment: ours
        }
      case 'answer lost, seen late':
        return {
          createDeployment: problem('AWS_BROKEN'),
          getDeploymentGroup: inTurn(problem('AWS_THROTTLED'), groupWith('d-111111111'), groupWith(OUR_ID)),
          getDeployment: inTurn(theirs, ours)
        }
      case 'answer lost, took no effect':
        return {
          createDeployment: problem('AWS_BROKEN'),
          getDeploymentGroup: groupWith('d-111111111'),
          getDeployment: theirs
        }
      case 'answer unreadable, took effect':
        return { createDeployment: {}, getDeploymentGroup: groupWith(OUR_ID), getDeployment: ours }
      case 'refused':
        return { createDeployment: problem('NOT_ALLOWED') }
      case 'another one active':
        return { createDeployment: problem('DEPLOYMENT_ACTIVE', ACTIVE), getDeployment: theirs }
      case 'our own one active':
        return { createDeployment: problem('DEPLOYMENT_ACTIVE', ACTIVE), getDeployment: ours }
    }
  })()
  return fakeAws({ ...(codedeploy && { codedeploy }) })
}

const off = { enabled: false }
const SEEN: Readonly<Record<Sighting, readonly [Parameters<typeof aDeployment>[0], string?]>> = {
  accepted: [{ status: 'Created' }],
  'going on': [{ status: 'InProgress' }],
  'waiting for a person': [{ status: 'Ready' }],
  succeeded: [{ status: 'Succeeded' }],
  'failed without a way back': [{ status: 'Failed', autoRollbackConfiguration: off }],
  'stopped without a way back': [{ status: 'Stopped', autoRollbackConfiguration: off }],
  'being rolled back': [anAlarmed(), 'InProgress'],
  'about to be rolled back': [anAlarmed({ rollbackInfo: undefined })],
  'rolled back': [anAlarmed(), 'Succeeded'],
  'rollback failed': [anAlarmed(), 'Failed'],
  'a word nobody knows': [{ status: 'Levitating' as 'Ready' }]
}

/** Both deployments by their ids. */
function deployments([but, rollback]: (typeof SEEN)[Sighting]) {
  return ({ deploymentId }: { deploymentId: string }): unknown => {
    if (deploymentId === OUR_ID) return { deploymentInfo: aDeployment(but) }
    return rollback === undefined ? problem('DEPLOYMENT_GONE') : { deploymentInfo: aRollback(rollback) }
  }
}

const CONTINUED = {
  accepted: {},
  'already continued': new Problem('AWS_REFUSED', {
    found: 'as AWS says',
    aws: { name: 'DeploymentIsNotInReadyStateException', message: 'as AWS says', requestId: 'r-1' }
  }),
  refused: problem('NOT_ALLOWED')
} as const

function everyRead(answer: unknown): Answers {
  return {
    ecs: { describeServices: answer },
    codedeploy: { getDeployment: answer, getDeploymentTarget: answer },
    cloudwatch: { describeAlarms: answer }
  }
}

export const CODEDEPLOY_PLAN = aPlan({
  marker: MARKER,
  taskSetBefore: BLUE_ID,
  guard: { alarms: ['web-5xx'], rollsBackOn: [] }
})

export const CODEDEPLOY: EngineCase = {
  name: 'codedeploy',
  plan: CODEDEPLOY_PLAN,
  taskDefinition: revision(42),
  startCall: 'codedeploy.createDeployment',
  starting: STARTS,
  sighted: (sighting) =>
    fakeAws({
      ecs: { describeServices: taken() },
      codedeploy: {
        getDeployment: deployments(SEEN[sighting]),
        getDeploymentTarget: { deploymentTarget: { deploymentTargetType: 'ECSTarget', ecsTarget: anEcsTarget() } }
      },
      cloudwatch: { describeAlarms: { MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'OK' }] } }
    }),
  blind: (code: Problem['code']) => fakeAws(everyRead(problem(code))),
  garbled: (garbage) => fakeAws(everyRead(garbage)),
  acting: (answer) =>
    fakeAws({
      codedeploy: {
        stopDeployment:
          answer === 'accepted'
            ? { status: 'Pending' }
            : problem(answer === 'already over' ? 'DEPLOYMENT_OVER' : 'NOT_ALLOWED')
      }
    }),
  continuing: (answer) => fakeAws({ codedeploy: { continueDeployment: CONTINUED[answer] } }),
  finding: (whose) =>
    fakeAws({
      codedeploy: {
        getDeploymentGroup: groupWith(whose === 'nobody’s' ? undefined : OUR_ID),
        getDeployment: whose === 'ours' ? ours : theirs
      }
    })
}

export { ROLLBACK_ID }
