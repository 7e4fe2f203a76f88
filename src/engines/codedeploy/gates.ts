// Where a deployment is to stop for a person: CodeDeploy waits at one place only, and only where the group says so. Pure.
import type { Choice, PauseAt } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { failed, type Found } from '../found.ts'
import type { Group } from './group.ts'

type Asked = Pick<Inputs, 'pauseAt' | 'pauseFor' | 'pauseExpiry'>
type Waiting = Pick<Group, 'group' | 'readyWait' | 'testListener'>

/** What each needs of the group; `never`: CodeDeploy does not wait once the traffic moves. */
const NEEDS: Readonly<Record<PauseAt, 'the wait' | 'the wait and test traffic' | 'never'>> = {
  'before-traffic': 'the wait',
  'after-test-traffic': 'the wait and test traffic',
  'before-each-shift': 'never',
  'after-canary': 'never'
}

/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html */
const CONFIGURE =
  'Set deploymentReadyOption of the group to `actionOnTimeout=STOP_DEPLOYMENT` with the `waitTimeInMinutes` a person may take (aws deploy update-deployment-group --blue-green-deployment-configuration)'

/** An undefined group is a problem of its own. */
export function decideGates(asked: Asked, group: Waiting | undefined): Found<readonly Choice[]> {
  const { pauseAt } = asked
  const problems = [...(pauseAt !== undefined && group ? unfit(pauseAt, group) : []), ...ownedByGroup(asked)]
  return failed(pauseAt === undefined ? [] : [{ what: 'pause', value: pauseAt, origin: 'input' }], ...problems)
}

function unfit(pauseAt: PauseAt, group: Waiting): readonly Problem[] {
  const refuse = (found: string, remedy: string): Problem =>
    new Problem('GATE_UNFIT', { place: { kind: 'input', name: 'pause-at' }, found: `\`${pauseAt}\`: ${found}`, remedy })
  const needs = NEEDS[pauseAt]
  if (needs === 'never') {
    const found = 'CodeDeploy waits for a person before the traffic moves, and not between its steps'
    return [refuse(found, 'Write `before-traffic` or `after-test-traffic`, or move the service to the controller ECS.')]
  }
  const problems: Problem[] = []
  if (group.readyWait === 0) {
    problems.push(refuse(`group ${group.group} does not wait for anybody before the traffic moves`, `${CONFIGURE}.`))
  }
  if (needs === 'the wait and test traffic' && !group.testListener) {
    const found = `group ${group.group} has no test listener, so there is no test traffic`
    problems.push(refuse(found, 'Give the group a test listener (testTrafficRoute), or write `before-traffic`.'))
  }
  return problems
}

/** How long is waited, and what comes then, a deployment cannot say. */
function ownedByGroup({ pauseFor, pauseExpiry }: Asked): readonly Problem[] {
  const asked = [
    { name: 'pause-minutes', value: pauseFor },
    { name: 'pause-timeout-action', value: pauseExpiry }
  ]
  return asked
    .filter(({ value }) => value !== undefined)
    .map(
      ({ name }) =>
        new Problem('GATE_UNFIT', {
          place: { kind: 'input', name },
          found: `\`${name}\` is set, but CodeDeploy takes the wait for a person from the deployment group, and stops the deployment when nobody comes`,
          remedy: `Remove \`${name}\`; ${CONFIGURE.charAt(0).toLowerCase()}${CONFIGURE.slice(1)}.`
        })
    )
}
