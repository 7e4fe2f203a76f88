import { describe, expect, test } from '@jest/globals'
import { MINUTE } from '../../../../src/domain/units.ts'
import { checkGroup, groupNames } from '../../../../src/engines/codedeploy/group.ts'
import { aTarget } from '../../../support/builders.ts'
import { aGroup, pairBehind } from '../../../engines/codedeploy-answers.ts'

const NAME = { application: 'AppECS-prod-web', group: 'DgpECS-prod-web' }

describe('the names', () => {
  const none = { application: undefined, group: undefined }

  test('are the console’s where none are given', () => {
    expect(groupNames(none, aTarget())).toEqual([NAME])
  })

  test('are those given', () => {
    expect(groupNames({ application: 'a', group: 'g' }, aTarget())).toEqual([{ application: 'a', group: 'g' }])
    expect(groupNames({ application: 'a', group: undefined }, aTarget())).toEqual([{ ...NAME, application: 'a' }])
  })

  test('are cut at 47 characters like the console’s, then whole like the official action’s', () => {
    const cluster = 'c'.repeat(50)
    const cut = `${'c'.repeat(47)}-web`
    expect(groupNames(none, aTarget({ cluster }))).toEqual([
      { application: `AppECS-${cut}`, group: `DgpECS-${cut}` },
      { application: `AppECS-${cluster}-web`, group: `DgpECS-${cluster}-web` }
    ])
    expect(groupNames({ application: 'a', group: 'g' }, aTarget({ cluster }))).toHaveLength(1)
  })
})

describe('a group as facts', () => {
  test('of everything configured', () => {
    const { value, problems } = checkGroup(NAME, aGroup(), aTarget())
    expect(problems).toEqual([])
    expect(value).toMatchObject({
      ...NAME,
      configuration: 'CodeDeployDefault.ECSAllAtOnce',
      alarms: { enabled: true, names: ['web-5xx'], ignorePollFailure: false },
      rollsBackOn: ['failure', 'alarm'],
      readyWait: 0,
      bake: 60 * MINUTE,
      network: false
    })
  })

  test('waits for a person only where the deployment stops when nobody comes', () => {
    const ready = (actionOnTimeout: 'STOP_DEPLOYMENT' | 'CONTINUE_DEPLOYMENT') =>
      checkGroup(
        NAME,
        aGroup({
          blueGreenDeploymentConfiguration: { deploymentReadyOption: { actionOnTimeout, waitTimeInMinutes: 20 } }
        }),
        aTarget()
      ).value
    expect(ready('STOP_DEPLOYMENT')).toMatchObject({ readyWait: 20 * MINUTE, bake: 0 })
    expect(ready('CONTINUE_DEPLOYMENT')).toMatchObject({ readyWait: 0 })
  })

  test('that rolls back on nothing when that is switched off', () => {
    const off = { enabled: false, events: ['DEPLOYMENT_FAILURE' as const] }
    expect(checkGroup(NAME, aGroup({ autoRollbackConfiguration: off }), aTarget()).value.rollsBackOn).toEqual([])
  })

  test('behind a network load balancer', () => {
    expect(checkGroup(NAME, aGroup({ loadBalancerInfo: pairBehind('net') }), aTarget()).value.network).toBe(true)
  })
})

describe('a group that cannot deploy this service is refused', () => {
  const [pair] = pairBehind('app').targetGroupPairInfoList ?? []
  test.each([
    ['for Lambda', { computePlatform: 'Lambda' }, ['GROUP_UNFIT'], /Lambda/],
    [
      'of another service',
      { ecsServices: [{ clusterName: 'prod', serviceName: 'api' }] },
      ['GROUP_MISMATCH'],
      /prod:api/
    ],
    [
      'of another cluster',
      { ecsServices: [{ clusterName: 'dev', serviceName: 'web' }] },
      ['GROUP_MISMATCH'],
      /dev:web/
    ],
    ['of no service', { ecsServices: undefined }, ['GROUP_MISMATCH'], /no service/],
    ['without blue/green settings', { blueGreenDeploymentConfiguration: undefined }, ['GROUP_UNFIT'], /blueGreen/],
    ['without a load balancer', { loadBalancerInfo: undefined }, ['GROUP_UNFIT'], /pair of target groups/],
    ['with one target group', pairOf({ ...pair, targetGroups: [{ name: 'a' }] }), ['GROUP_UNFIT'], /1 target groups/],
    ['without a listener', pairOf({ ...pair, prodTrafficRoute: {} }), ['GROUP_UNFIT'], /no production listener/],
    [
      'with everything wrong at once',
      { ecsServices: [], blueGreenDeploymentConfiguration: undefined, loadBalancerInfo: undefined },
      ['GROUP_UNFIT', 'GROUP_UNFIT', 'GROUP_MISMATCH'],
      /blueGreen/
    ]
  ] as const)('%s', (_, but, codes, found) => {
    const { problems } = checkGroup(NAME, aGroup(but as Parameters<typeof aGroup>[0]), aTarget())
    expect(problems.map((each) => each.code)).toEqual(codes)
    expect(problems[0]?.found).toMatch(found)
  })

  function pairOf(one: NonNullable<typeof pair>) {
    return { loadBalancerInfo: { targetGroupPairInfoList: [one] } }
  }
})
