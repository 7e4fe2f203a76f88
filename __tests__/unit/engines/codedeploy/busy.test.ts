import { describe, expect, test } from '@jest/globals'
import { problem } from '../../../engines/fake-ports.ts'
import {
  aDeployment,
  anAlarmed,
  aRollback,
  aTaskSet,
  GREEN_ID,
  OUR_ID,
  revision,
  ROLLBACK_ID,
  seconds
} from '../../../engines/codedeploy-answers.ts'
import { deployments, NOW, type World } from './asking.ts'
import { PINNED, plan, planned, refusals, says } from './planning.ts'

describe('another deployment', () => {
  const group = { lastAttemptedDeployment: { deploymentId: 'd-OTHER', status: 'InProgress' as const } }
  const other = (but: Parameters<typeof aDeployment>[0] = {}) =>
    aDeployment({ deploymentId: 'd-OTHER', createTime: seconds(NOW / 1000 - 720), ...but })
  const taskSet = aTaskSet({ id: GREEN_ID, status: 'ACTIVE', externalId: 'd-OTHER', taskDefinition: revision(43) })
  const service = { taskSets: [aTaskSet(), taskSet] }

  async function busy(world: World) {
    const { result } = await planned(world)
    if (result.kind !== 'busy') throw new Error(`the service is not busy but ${result.kind}`)
    return result
  }

  test('that runs is told with who and since when, beside the whole plan', async () => {
    const codedeploy = { getDeployment: deployments(other({ description: 'by hand' })) }
    const { problem: told, other: found, plan: made } = await busy({ group, service, codedeploy })
    expect(told.code).toBe('DEPLOYMENT_ACTIVE')
    expect(told.found).toBe(
      'deployment d-OTHER of group DgpECS-prod-web is InProgress; it was created 12 minutes ago; its creator is user; its description is "by hand"'
    )
    expect(found).toMatchObject({
      engine: 'codedeploy',
      handle: { id: 'd-OTHER', taskDefinition: revision(43) },
      status: 'InProgress',
      phase: 'running',
      whose: 'unknown',
      signs: ['its creator is user', 'its description is "by hand"']
    })
    expect(made).toMatchObject({ unchanged: false, application: 'AppECS-prod-web' })
  })

  /** The service is busy with a deployment whose description is made of our own marker. */
  async function marked(change: (key: string) => string) {
    const { key } = (await plan()).marker
    const codedeploy = { getDeployment: deployments(other({ description: `${change(key)} text` })) }
    return busy({ group, service, codedeploy })
  }

  test('of an earlier attempt of this run with the same content is recognised', async () => {
    const { other: found, problem: told } = await marked((key) => key.replace('.1:', '.0:'))
    expect(found.whose).toBe('run')
    expect(told.found).toContain('an earlier attempt of this run started it')
  })

  test('of an earlier attempt with another content is only one of the repository', async () => {
    const { other: found, problem: told } = await marked((key) => key.replace(/\.1:\w+:/, '.0:00000000:'))
    expect(found.whose).toBe('repository')
    expect(told.found).toContain('a run of this repository started it')
  })

  test('that is rolled back is followed by the one that is undone, and is not ours any more', async () => {
    const { marker } = await plan()
    const getDeployment = deployments(anAlarmed({ description: marker.text }), aRollback('InProgress'))
    const last = { deploymentId: ROLLBACK_ID, status: 'InProgress' as const }
    const sets = [aTaskSet(), { ...taskSet, externalId: OUR_ID }]
    const world = { group: { lastAttemptedDeployment: last }, service: { taskSets: sets } }
    const { other: found, problem: told } = await busy({ ...world, codedeploy: { getDeployment } })
    expect(told.found).toContain(
      `deployment ${ROLLBACK_ID} of group DgpECS-prod-web is InProgress; it rolls back deployment ${OUR_ID}`
    )
    expect(found).toMatchObject({ handle: { id: OUR_ID }, phase: 'rolling-back', whose: 'repository' })
  })

  test('stands in the way of leaving alone what serves already', async () => {
    const codedeploy = { getDeployment: deployments(other()) }
    const { plan: made } = await busy({ group, service, codedeploy, changes: [], definition: PINNED })
    expect(made.unchanged).toBe(false)
    expect(says(made)).toContain('another deployment is on its way')
  })

  test('is told with everything else that is wrong', async () => {
    const codedeploy = { getDeployment: deployments(other()) }
    const problems = await refusals({ group, service, codedeploy, inputs: { alarms: ['nobody'] } })
    expect(problems.map(({ code }) => code)).toEqual(['ALARM_NOT_FOUND', 'DEPLOYMENT_ACTIVE'])
  })

  test('that cannot be read cannot be waited for, and is refused', async () => {
    const problems = await refusals({ group, codedeploy: { getDeployment: problem('AWS_BROKEN') } })
    expect(problems).toMatchObject([
      { code: 'DEPLOYMENT_ACTIVE', found: expect.stringMatching(/d-OTHER.*neither be waited/) }
    ])
    expect(problems[0]?.remedy).not.toContain('on-active-deployment')
  })

  test('that cannot be read has the age of the group’s record', async () => {
    const last = { ...group.lastAttemptedDeployment, createTime: seconds(NOW / 1000 - 180) }
    const codedeploy = { getDeployment: problem('AWS_BROKEN') }
    const [refused] = await refusals({ group: { lastAttemptedDeployment: last }, codedeploy })
    expect(refused?.found).toContain('it was created 3 minutes ago')
  })

  test('that may not be read says that ours could not be followed', async () => {
    const last = { deploymentId: 'd-OLD', status: 'Succeeded' as const }
    const denied = { getDeployment: problem('NOT_ALLOWED') }
    expect(await refusals({ group: { lastAttemptedDeployment: last }, codedeploy: denied })).toMatchObject([
      { code: 'NOT_ALLOWED' }
    ])
  })

  test('that has ended meanwhile is none: the group’s record lags', async () => {
    const over = other({ status: 'Succeeded' })
    expect((await planned({ group, codedeploy: { getDeployment: deployments(over) } })).result.kind).toBe('planned')
  })

  test.each(['Succeeded', 'Failed', 'Stopped', 'Levitating', undefined])(
    'that is %s does not stand in the way',
    async (status) => {
      const last = { deploymentId: 'd-OTHER', status: status as 'Failed' }
      expect((await planned({ group: { lastAttemptedDeployment: last } })).result.kind).toBe('planned')
    }
  )
})

describe('what serves already', () => {
  const same = { definition: PINNED, changes: [] }

  test('alone and pinned by digest is left alone', async () => {
    expect(await plan(same)).toMatchObject({ unchanged: true, notes: [] })
    const drains = { taskSets: [aTaskSet(), aTaskSet({ id: 'old', status: 'DRAINING' })] }
    expect(await plan({ ...same, service: drains })).toMatchObject({ unchanged: true })
  })

  test.each<[string, World['service'], string]>([
    ['without a primary', { taskSets: [] }, 'primary task set'],
    [
      'beside a set that may have traffic',
      { taskSets: [aTaskSet(), aTaskSet({ id: 'b', status: 'ACTIVE' })] },
      'still'
    ],
    ['beside a set of a status nobody knows', { taskSets: [aTaskSet(), aTaskSet({ id: 'b', status: 'X' })] }, 'still']
  ])('%s is deployed again, and that is said', async (_, service, said) => {
    const made = await plan({ ...same, ...(service && { service }) })
    expect(made.unchanged).toBe(false)
    expect(says(made)).toMatch(new RegExp(`Nothing differs from the running revision.*${said}`))
  })

  test('is deployed again while it is not known whether something is on its way', async () => {
    const group = { lastAttemptedDeployment: { deploymentId: 'd-OTHER', status: 'Levitating' as 'Ready' } }
    expect(says(await plan({ ...same, group }))).toContain('it is not known whether a deployment is on its way')
  })
})
