import { describe, expect, test } from '@jest/globals'
import type { EcsPlan } from '../../../../src/domain/plan.ts'
import { Problem } from '../../../../src/domain/problem.ts'
import { MINUTE, SECOND } from '../../../../src/domain/units.ts'
import { ecsEngine } from '../../../../src/engines/ecs/engine.ts'
import {
  anEntry,
  aNativePlan,
  anOldEntry,
  aPause,
  aPausingPlan,
  aServiceDeployment,
  listed,
  MARKER,
  MISSING_SERVICE,
  OLD_ARN,
  OLD_ID,
  OUR_ARN,
  OUR_ID,
  records,
  revision,
  revisions,
  seconds,
  served,
  SERVED_BEFORE,
  THEIR_ARN,
  THEIR_ID,
  THEIR_REVISION,
  updated
} from '../../../engines/ecs-answers.ts'
import { fakeAws, inTurn, problem, type Answers } from '../../../engines/fake-ports.ts'
import { manualClock } from '../../../support/manual-clock.ts'

const OURS = aServiceDeployment()
const OTHERS = aServiceDeployment({ serviceDeploymentArn: THEIR_ARN, targetServiceRevision: { arn: THEIR_REVISION } })
/** The same revision, deployed by another run half a minute later. */
const TWIN = aServiceDeployment({ serviceDeploymentArn: THEIR_ARN, createdAt: seconds(1786241030) })
const REUSED: Partial<EcsPlan> = { revision: { kind: 'reuse', arn: revision(43), definition: {} } }

function made(ecs: NonNullable<Answers['ecs']> = {}, plan: EcsPlan = aNativePlan()) {
  const clock = manualClock()
  const cancel = new AbortController()
  const fake = fakeAws({
    ecs: {
      describeServices: SERVED_BEFORE,
      updateService: updated(),
      listServiceDeployments: inTurn(listed(OLD_ARN), listed(OUR_ARN, OLD_ARN)),
      describeServiceDeployments: records({ [OUR_ARN]: OURS, [THEIR_ARN]: OTHERS }),
      describeServiceRevisions: revisions,
      ...ecs
    }
  })
  const page = (_: object, path: readonly string[]) => path.join('/')
  const engine = ecsEngine(plan, fake.aws, { clock, cancelled: cancel.signal, hash: String, page })
  return { ...fake, clock, cancel, engine, start: () => engine.start(revision(43)) }
}

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error
  )
  if (thrown instanceof Problem) return thrown
  throw new Error(`no problem: ${String(thrown)}`)
}

const names = (calls: readonly { readonly name: string }[]) => calls.map(({ name }) => name)

describe('the update', () => {
  test('carries what was planned, and the revision', async () => {
    const update = { deploymentConfiguration: { strategy: 'CANARY' }, desiredCount: 3, taskDefinition: 'not this one' }
    const { start, inputsOf } = made({}, aNativePlan({ update }))
    await start()
    expect(inputsOf('ecs.updateService')).toEqual([
      {
        cluster: 'prod',
        service: 'web',
        taskDefinition: revision(43),
        deploymentConfiguration: { strategy: 'CANARY' },
        desiredCount: 3
      }
    ])
  })

  test('is sent after the baseline was read, and not when that fails', async () => {
    const { start, calls } = made({ describeServices: problem('CREDENTIALS_EXPIRED') })
    const { code, changed } = await refusal(start())
    expect([code, changed]).toEqual(['CREDENTIALS_EXPIRED', `revision ${revision(43)} was registered and is not used`])
    expect(names(calls)).not.toContain('ecs.updateService')
  })

  test('waits for a baseline that cannot be read for a moment', async () => {
    const { start, clock } = made({ describeServices: inTurn(problem('AWS_BROKEN'), SERVED_BEFORE) })
    expect((await start()).handle.id).toBe(OUR_ARN)
    expect(clock.slept[0]).toBe(SECOND)
  })

  const theirs = anEntry({ id: THEIR_ID, taskDefinition: revision(44), createdAt: seconds(1786244600) })
  const TAKEN = served([theirs, anOldEntry()])
  test.each([
    ['the list does not show yet', listed(OLD_ARN)],
    ['the role may not list', problem('NOT_ALLOWED')]
  ])('is not sent beside another deployment that %s', async (_, listServiceDeployments) => {
    const { start, calls } = made({ describeServices: TAKEN, listServiceDeployments })
    expect(await refusal(start())).toMatchObject({
      code: 'DEPLOYMENT_ACTIVE',
      found: expect.stringContaining(THEIR_ID)
    })
    expect(names(calls)).not.toContain('ecs.updateService')
  })

  test('is sent beside one that is to be replaced', async () => {
    const { start } = made({ describeServices: TAKEN }, aNativePlan({ replaces: true }))
    expect((await start()).handle.id).toBe(OUR_ARN)
  })

  test('is sent beside one that the list knows to be over', async () => {
    const late = served([anEntry({ id: OLD_ID, taskDefinition: revision(42) }), anOldEntry({ id: THEIR_ID })])
    const { start } = made({ describeServices: late })
    expect((await start()).handle.id).toBe(OUR_ARN)
  })

  test('is not sent for a job that was cancelled meanwhile', async () => {
    const { start, calls, cancel } = made()
    cancel.abort()
    expect(await refusal(start())).toMatchObject({ code: 'CANCELLED', changed: expect.stringContaining(revision(43)) })
    expect(names(calls)).not.toContain('ecs.updateService')
  })

  test.each([
    [{}, `revision ${revision(43)} was registered and is not used`],
    [REUSED, 'nothing']
  ])('that is refused tells what is left with %j', async (but, changed) => {
    const { start } = made({ updateService: problem('AWS_REFUSED', 'no') }, aNativePlan(but))
    expect(await refusal(start())).toMatchObject({ code: 'AWS_REFUSED', changed })
  })

  describe('whose marker AWS refuses', () => {
    const refused = problem('AWS_REFUSED', 'hookDetails is not supported for PAUSE hooks')

    test('is sent once more without it', async () => {
      const { start, inputsOf } = made({ updateService: inTurn(refused, updated()) }, aPausingPlan())
      expect((await start()).adopted).toBe(false)
      const { hookDetails, ...plain } = aPause()
      expect(hookDetails).toEqual({ 'ecs-canary-deploy': MARKER.text })
      expect(inputsOf('ecs.updateService')[1]).toMatchObject({
        deploymentConfiguration: { strategy: 'CANARY', lifecycleHooks: [plain] }
      })
    })

    test('keeps what others have written into their hooks', async () => {
      const theirs = { targetType: 'AWS_LAMBDA', hookDetails: { bucket: 'b' } }
      const update = { deploymentConfiguration: { lifecycleHooks: [theirs, aPause()] } }
      const { start, inputsOf } = made({ updateService: inTurn(refused, updated()) }, aPausingPlan({ update }))
      await start()
      const [, sent] = inputsOf('ecs.updateService') as { deploymentConfiguration: { lifecycleHooks: object[] } }[]
      expect(sent?.deploymentConfiguration.lifecycleHooks[0]).toEqual(theirs)
      expect(sent?.deploymentConfiguration.lifecycleHooks[1]).not.toHaveProperty('hookDetails')
    })

    test.each([
      ['for another reason', problem('AWS_REFUSED', 'the bake is too long'), aPausingPlan()],
      ['and that has no pause of ours', refused, aNativePlan()],
      ['twice', refused, aPausingPlan()]
    ])('is not sent again %s', async (why, answer, plan) => {
      const { start, inputsOf } = made({ updateService: answer }, plan)
      expect((await refusal(start())).code).toBe('AWS_REFUSED')
      expect(inputsOf('ecs.updateService')).toHaveLength(why === 'twice' ? 2 : 1)
    })
  })
})

describe('ours', () => {
  test('is named by its record, by the service, and for a person', async () => {
    const { start } = made()
    expect(await start()).toEqual({
      adopted: false,
      notes: [],
      handle: {
        id: OUR_ARN,
        taskDefinition: revision(43),
        inService: OUR_ID,
        url: 'ecs/v2/clusters/prod/services/web/deployments',
        rollBackCommand: `aws ecs stop-service-deployment --service-deployment-arn ${OUR_ARN} --stop-type ROLLBACK`
      }
    })
  })

  test('is told by the answer to the update where that is new', async () => {
    const { start, inputsOf } = made({ updateService: updated(anEntry(), OUR_ARN) })
    expect((await start()).handle.id).toBe(OUR_ARN)
    expect(inputsOf('ecs.listServiceDeployments')).toHaveLength(1)
  })

  test('is not what the answer calls current, where that deploys another revision', async () => {
    const { start } = made({
      updateService: updated(anEntry(), THEIR_ARN),
      listServiceDeployments: inTurn(listed(OLD_ARN), listed(THEIR_ARN, OUR_ARN, OLD_ARN))
    })
    expect((await start()).handle.id).toBe(OUR_ARN)
  })

  test('is waited for while the list lags, and not taken for the one before', async () => {
    const { start, clock } = made({
      listServiceDeployments: inTurn(
        listed(OLD_ARN),
        listed(OLD_ARN),
        listed(THEIR_ARN, OLD_ARN),
        listed(OUR_ARN, OLD_ARN)
      )
    })
    expect((await start()).handle.id).toBe(OUR_ARN)
    expect(clock.slept).toEqual([0, 1, 2].map((each) => each * SECOND))
  })

  test.each([
    ['unmarked', OURS, TWIN, aNativePlan(), OUR_ARN],
    ['unmarked, and theirs is nearer', TWIN, OURS, aNativePlan(), THEIR_ARN],
    ['theirs is marked', OURS, marked(TWIN, 'ecd:octo/web#2.1:abcdef12:m x'), aPausingPlan(), OUR_ARN],
    ['ours is marked', marked(OURS, MARKER.text), OURS, aPausingPlan(), OUR_ARN]
  ])('is told from another of the same revision: %s', async (_, one, other, plan, expected) => {
    const { start } = made(
      {
        listServiceDeployments: inTurn(listed(OLD_ARN), listed(THEIR_ARN, OUR_ARN, OLD_ARN)),
        describeServiceDeployments: records({ [OUR_ARN]: one, [THEIR_ARN]: other })
      },
      plan
    )
    expect((await start()).handle.id).toBe(expected)
  })

  test('is waited for while one of those it may be cannot be read', async () => {
    const both = records({ [OUR_ARN]: OURS, [THEIR_ARN]: TWIN })
    let reads = 0
    const { start } = made({
      listServiceDeployments: inTurn(listed(OLD_ARN), listed(THEIR_ARN, OUR_ARN, OLD_ARN)),
      describeServiceDeployments: (input: { readonly serviceDeploymentArns: readonly string[] }) =>
        input.serviceDeploymentArns[0] === OUR_ARN && reads++ === 0 ? problem('AWS_BROKEN') : both(input)
    })
    expect((await start()).handle.id).toBe(OUR_ARN)
  })

  test('without a record in time is followed by the service’s name for it', async () => {
    const { start, clock } = made({ listServiceDeployments: listed(OLD_ARN) })
    const began = clock.now()
    expect((await start()).handle).toMatchObject({ id: OUR_ID, inService: OUR_ID, rollBackCommand: undefined })
    expect(clock.now() - began).toBeLessThanOrEqual(MINUTE)
  })

  test.each(['listServiceDeployments', 'describeServiceDeployments', 'describeServiceRevisions'] as const)(
    'is named by the service where %s is denied',
    async (call) => {
      const { start } = made({ [call]: problem('NOT_ALLOWED') })
      expect((await start()).handle).toMatchObject({ id: OUR_ID, inService: OUR_ID })
    }
  )

  test('is not looked for in records that the plan says are denied', async () => {
    const { start, calls } = made({}, aNativePlan({ readBy: 'service' }))
    expect((await start()).handle.id).toBe(OUR_ID)
    expect(new Set(names(calls))).toEqual(new Set(['ecs.describeServices', 'ecs.updateService']))
  })

  test('after a lost answer is the new one of our revision in the service, where records are denied', async () => {
    const after = served([anEntry({ id: THEIR_ID, taskDefinition: revision(44) }), anEntry({ status: 'ACTIVE' })])
    const { start } = made(
      { updateService: problem('AWS_UNREACHABLE'), describeServices: inTurn(SERVED_BEFORE, SERVED_BEFORE, after) },
      aNativePlan({ readBy: 'service' })
    )
    expect(await start()).toMatchObject({ adopted: true, handle: { id: OUR_ID } })
  })

  test('is found after a lost answer although the job was cancelled, within seconds', async () => {
    const { engine, clock, cancel } = made({
      updateService: () => {
        cancel.abort()
        return problem('AWS_UNREACHABLE')
      },
      listServiceDeployments: inTurn(listed(OLD_ARN), listed(OLD_ARN), listed(OLD_ARN), listed(OUR_ARN, OLD_ARN))
    })
    const began = clock.now()
    expect(await engine.start(revision(43))).toMatchObject({ adopted: true, handle: { id: OUR_ARN } })
    expect(clock.now() - began).toBeLessThanOrEqual(3 * SECOND)
  })
})

describe('nothing', () => {
  const idle = { updateService: updated(anOldEntry({ status: 'PRIMARY' })), listServiceDeployments: listed(OLD_ARN) }

  test.each([
    [{}, `revision ${revision(43)} was registered and is not used`],
    [REUSED, `revision ${revision(43)} is not deployed`],
    [
      { ...REUSED, update: { desiredCount: 3, forceNewDeployment: true } },
      `revision ${revision(43)} is not deployed; settings of service web were sent and were changed: desiredCount`
    ]
  ])('was started: with %j it says that %s', async (but, changed) => {
    const { start } = made(idle, aNativePlan(but))
    const thrown = await refusal(start())
    expect(thrown).toMatchObject({ code: 'NOTHING_STARTED', changed, remedy: expect.stringMatching(/^Set /) })
    expect(thrown.found).toContain(OLD_ID)
  })

  test.each([
    ['accepted, by a primary nobody knows', { updateService: updated(anEntry({ taskDefinition: revision(44) })) }],
    ['unanswered', { updateService: problem('AWS_BROKEN') }],
    ['answered with a text', { updateService: 'what?' }],
    [
      'unanswered, and a twin cannot be told from ours',
      {
        updateService: problem('AWS_BROKEN'),
        listServiceDeployments: inTurn(listed(OLD_ARN), listed(OUR_ARN, THEIR_ARN, OLD_ARN)),
        describeServiceDeployments: records({ [OUR_ARN]: OURS, [THEIR_ARN]: TWIN })
      }
    ]
  ])('is certain of an update that was %s', async (_, ecs) => {
    const { start, inputsOf } = made(
      { listServiceDeployments: listed(OLD_ARN), ...ecs },
      aNativePlan({ update: { desiredCount: 3 } })
    )
    const thrown = await refusal(start())
    expect(thrown.code).toBe('OUTCOME_UNCERTAIN')
    expect(thrown.changed).toMatch(
      new RegExp(`^a deployment of revision ${revision(43)} may be running; settings of service web.*desiredCount$`)
    )
    expect(inputsOf('ecs.updateService')).toHaveLength(1)
  })

  test('is deployed to a service that is not there', async () => {
    const { start } = made({ describeServices: MISSING_SERVICE, updateService: problem('SERVICE_NOT_FOUND') })
    expect((await refusal(start())).code).toBe('SERVICE_NOT_FOUND')
  })
})

describe('find', () => {
  test.each([
    ['one that runs', OUR_ARN, { [OUR_ARN]: OURS }],
    ['two that run, and cannot be told apart', undefined, { [OUR_ARN]: OURS, [THEIR_ARN]: TWIN }],
    ['another revision', undefined, { [THEIR_ARN]: OTHERS }]
  ])('with %s finds %s', async (_, expected, known) => {
    const { engine } = made({
      listServiceDeployments: listed(...Object.keys(known), OLD_ARN),
      describeServiceDeployments: records(known)
    })
    expect((await engine.find(MARKER, revision(43)))?.id).toBe(expected)
  })
})

function marked(deployment: typeof OURS, text: string): typeof OURS {
  const lifecycleHooks = [aPause(text)]
  return { ...deployment, deploymentConfiguration: { strategy: 'CANARY', lifecycleHooks } as never }
}
