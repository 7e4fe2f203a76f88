// ECS's own deployments for the contract: its words for each of the contract's states.
import type { Problem } from '../../src/domain/problem.ts'
import type { ServiceDeployment } from '@aws-sdk/client-ecs'
import type { EngineCase, Sighting } from './contract.ts'
import {
  anAlarmedDeployment,
  anEntry,
  anOldEntry,
  aPause,
  aPausingPlan,
  aServiceDeployment,
  aWaitingPause,
  CONFLICT,
  listed,
  OLD_ARN,
  OUR_ARN,
  records,
  revision,
  revisions,
  served,
  SERVED_BEFORE,
  THEIR_ARN,
  updated,
  weighed
} from './ecs-answers.ts'
import { fakeAws, inTurn, problem, type Answers } from './fake-ports.ts'

const marked = (text?: string): Partial<ServiceDeployment> => ({
  deploymentConfiguration: {
    strategy: 'CANARY',
    lifecycleHooks: [aPause(text)]
  }
})
const ours = aServiceDeployment(marked())
/** Of the same revision, by another run. */
const theirs = aServiceDeployment({ ...marked('ecd:octo/web#1.2:abcdef12:m later'), serviceDeploymentArn: THEIR_ARN })
const RECORDS = records({ [OUR_ARN]: ours, [THEIR_ARN]: theirs })

/** The list before the start, and what it shows afterwards. */
const thenListed = (...later: readonly unknown[]) => inTurn(listed(OLD_ARN), ...later)
const SHOWN = listed(OUR_ARN, OLD_ARN)

const STARTS: EngineCase['starting'] = (start) => {
  const ecs = ((): NonNullable<Answers['ecs']> => {
    switch (start) {
      case 'accepted':
        return { updateService: updated(), listServiceDeployments: thenListed(listed(OLD_ARN), SHOWN) }
      case 'throttled twice':
        return {
          updateService: inTurn(problem('AWS_THROTTLED'), problem('AWS_THROTTLED'), updated()),
          listServiceDeployments: thenListed(SHOWN)
        }
      case 'throttled for ever':
        return { updateService: problem('AWS_THROTTLED'), listServiceDeployments: listed(OLD_ARN) }
      case 'answer lost, took effect':
        return { updateService: problem('AWS_UNREACHABLE'), listServiceDeployments: thenListed(SHOWN) }
      case 'answer lost, seen late':
        return {
          updateService: problem('AWS_BROKEN'),
          listServiceDeployments: thenListed(
            problem('AWS_THROTTLED'),
            listed(THEIR_ARN, OLD_ARN),
            listed(THEIR_ARN, OUR_ARN, OLD_ARN)
          )
        }
      case 'answer lost, took no effect':
        return { updateService: problem('AWS_BROKEN'), listServiceDeployments: thenListed(listed(THEIR_ARN, OLD_ARN)) }
      case 'answer unreadable, took effect':
        return { updateService: {}, listServiceDeployments: thenListed(SHOWN) }
      case 'refused':
        return { updateService: problem('NOT_ALLOWED'), listServiceDeployments: listed(OLD_ARN) }
      case 'another one active':
        // ECS starts beside another one, until there are five.
        return {
          updateService: problem('AWS_REFUSED', 'The service already has 5 deployments that are not complete.'),
          listServiceDeployments: listed(THEIR_ARN, OLD_ARN)
        }
      case 'our own one active':
        return {
          updateService: problem('AWS_BROKEN'),
          listServiceDeployments: thenListed(listed(THEIR_ARN, OUR_ARN, OLD_ARN))
        }
    }
  })()
  return fakeAws({
    ecs: {
      describeServices: SERVED_BEFORE,
      describeServiceDeployments: RECORDS,
      describeServiceRevisions: revisions,
      ...ecs
    }
  })
}

const SEEN: Readonly<Record<Sighting, ServiceDeployment>> = {
  accepted: aServiceDeployment({ status: 'PENDING' }),
  'going on': aServiceDeployment(),
  'waiting for a person': aServiceDeployment({ lifecycleHookDetails: [aWaitingPause()] }),
  succeeded: aServiceDeployment({ status: 'SUCCESSFUL', targetServiceRevision: weighed(100) }),
  'failed without a way back': anAlarmedDeployment({ status: 'ROLLBACK_FAILED' }),
  'stopped without a way back': aServiceDeployment({ status: 'STOPPED' }),
  'being rolled back': anAlarmedDeployment({ status: 'ROLLBACK_IN_PROGRESS' }),
  'about to be rolled back': aServiceDeployment({ status: 'ROLLBACK_REQUESTED' }),
  'rolled back': anAlarmedDeployment(),
  'rollback failed': anAlarmedDeployment({ status: 'ROLLBACK_FAILED' }),
  'a word nobody knows': aServiceDeployment({ status: 'LEVITATING' as 'PENDING' })
}

function everyRead(answer: unknown): Answers {
  return {
    ecs: { describeServices: answer, describeServiceDeployments: answer },
    cloudwatch: { describeAlarms: answer }
  }
}

const ACTING = {
  accepted: { serviceDeploymentArn: OUR_ARN },
  'already over': CONFLICT,
  'already continued': problem(
    'AWS_REFUSED',
    'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN'
  ),
  refused: problem('NOT_ALLOWED')
}

export const NATIVE: EngineCase = {
  name: 'ecs',
  plan: aPausingPlan(),
  taskDefinition: revision(43),
  startCall: 'ecs.updateService',
  starting: STARTS,
  sighted: (sighting) =>
    fakeAws({
      ecs: {
        describeServices: served([anEntry({ rolloutState: 'COMPLETED' }), anOldEntry({ desiredCount: 0 })]),
        describeServiceDeployments: records({ [OUR_ARN]: SEEN[sighting] })
      },
      cloudwatch: { describeAlarms: { MetricAlarms: [{ AlarmName: 'web-5xx', StateValue: 'OK' }] } }
    }),
  blind: (code: Problem['code']) => fakeAws(everyRead(problem(code))),
  garbled: (garbage) => fakeAws(everyRead(garbage)),
  acting: (answer) => fakeAws({ ecs: { stopServiceDeployment: ACTING[answer] } }),
  continuing: (answer) => fakeAws({ ecs: { continueServiceDeployment: ACTING[answer] } }),
  finding: (whose) =>
    fakeAws({
      ecs: {
        listServiceDeployments: {
          ours: listed(THEIR_ARN, OUR_ARN, OLD_ARN),
          theirs: listed(THEIR_ARN, OLD_ARN),
          'nobody’s': listed(OLD_ARN)
        }[whose],
        describeServiceDeployments: RECORDS,
        describeServiceRevisions: revisions
      }
    })
}
