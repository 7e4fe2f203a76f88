import { describe, expect, test } from '@jest/globals'
import { MINUTE } from '../../../../src/domain/units.ts'
import type { Deploying } from '../../../../src/inputs/inputs.ts'
import { pairBehind } from '../../../engines/codedeploy-answers.ts'
import type { World } from './asking.ts'
import { plan, refusals } from './planning.ts'

describe('a pause for a person', () => {
  const [pair] = pairBehind('app').targetGroupPairInfoList ?? []
  const tested = { targetGroupPairInfoList: [{ ...pair, testTrafficRoute: { listenerArns: ['arn'] } }] }
  const waiting = (loadBalancerInfo = pairBehind('app')): World['group'] => ({
    loadBalancerInfo,
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 90 }
    }
  })

  test.each([
    ['before-traffic', waiting()],
    ['after-test-traffic', waiting(tested)]
  ] as const)('%s is the wait of the group', async (pauseAt, group) => {
    const made = await plan({ inputs: { pauseAt, waitUntil: 'paused' }, ...(group && { group }) })
    expect(made.choices).toContainEqual({ what: 'pause', value: pauseAt, origin: 'input' })
    expect(made).toMatchObject({ timetable: { readyWait: 90 * MINUTE }, wait: { until: 'paused' } })
  })

  const unfit: readonly [Partial<Deploying>, World['group'], readonly (readonly [string, RegExp, RegExp])[]][] = [
    [{ pauseAt: 'before-traffic' }, {}, [['pause-at', /does not wait/, /deploymentReadyOption.*STOP_DEPLOYMENT/]]],
    [{ pauseAt: 'after-test-traffic' }, waiting(), [['pause-at', /no test listener/, /testTrafficRoute/]]],
    [
      { pauseAt: 'after-test-traffic' },
      {},
      [
        ['pause-at', /does not wait/, /^Set/],
        ['pause-at', /no test listener/, /^Give/]
      ]
    ],
    [{ pauseAt: 'before-each-shift' }, waiting(), [['pause-at', /not between its steps/, /^Write/]]],
    [{ pauseAt: 'after-canary' }, waiting(tested), [['pause-at', /not between its steps/, /^Write/]]],
    [{ pauseFor: 5 * MINUTE }, waiting(), [['pause-minutes', /from the deployment group/, /^Remove.*set deployment/]]],
    [
      { pauseAt: 'before-traffic', pauseExpiry: 'continue' },
      waiting(),
      [['pause-timeout-action', /stops the deployment when nobody comes/, /^Remove/]]
    ]
  ]
  test.each(unfit)('%j with the group %j is refused', async (inputs, group, told) => {
    const problems = await refusals({ inputs, ...(group && { group }) })
    expect(problems).toMatchObject(
      told.map(([name, found, remedy]) => ({
        code: 'GATE_UNFIT',
        place: { kind: 'input', name },
        found: expect.stringMatching(found),
        remedy: expect.stringMatching(remedy)
      }))
    )
    expect(problems).toHaveLength(told.length)
  })
})
