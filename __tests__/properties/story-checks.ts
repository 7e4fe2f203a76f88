// What holds of every job in every world, whatever the engine: checked against what really was.
import type { Attachment, DeploymentPlan } from '../../src/domain/plan.ts'
import { scheduledTime } from '../../src/domain/shape.ts'
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import { PATIENCE } from '../../src/observe/pursuit.ts'
import type { Call } from '../simulator/world.ts'
import { handleIn, play, type Fact, type Ran, type Sight } from './story-run.ts'
import type { Story } from './story.ts'

/** How each world went: broken claims, and how often each verdict was met. */
export async function survey(
  story: (seed: number) => Story,
  first: number,
  count: number
): Promise<{ readonly broken: readonly string[]; readonly verdicts: ReadonlyMap<string, number> }> {
  const broken: string[] = []
  const verdicts = new Map<string, number>()
  for (let seed = first; seed < first + count; seed++) {
    const told = story(seed)
    const violations: string[] = []
    try {
      const { runs } = await play(told)
      for (const [index, run] of runs.entries()) {
        verdicts.set(run.verdict.kind, (verdicts.get(run.verdict.kind) ?? 0) + 1)
        const claims = check(run, told, runs.slice(0, index))
        violations.push(...claims.map((claim) => `job ${index + 1} (${run.inputs.mode}) ${shown(run)}: ${claim}`))
      }
    } catch (error) {
      violations.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
    if (violations.length > 0) broken.push(`SEED=${seed} WORLDS=1: ${violations.join('\n  ')}`)
  }
  if (process.env['SHOW']) process.stderr.write(`${broken.join('\n')}\n${JSON.stringify([...verdicts])}\n`)
  return { broken, verdicts }
}

function shown({ verdict }: Ran): string {
  return JSON.stringify(verdict, (_, value: unknown) => (value instanceof Error ? value.message : value)).slice(0, 300)
}

function check(run: Ran, told: Story, earlier: readonly Ran[]): string[] {
  const { verdict } = run
  const ours = lastFact(run)
  const claims: readonly (readonly [string, boolean])[] = [
    ['green means that ours is the primary with all traffic', !isServing(run) || serves(ours, run)],
    [
      'undone means that ours does not serve',
      !isUndone(run) || ours === undefined || (!ours.primary && ours.weight === 0)
    ],
    ['unchanged means that nothing is on its way', verdict.kind !== 'unchanged' || isQuiet(run)],
    ['paused means that it waits there', verdict.kind !== 'paused' || waits(run, ours, verdict.gate.hookId)],
    ['started means that it is there', verdict.kind !== 'started' || isThere(run)],
    ['refused means that nothing was written', verdict.kind !== 'refused' || isUntouched(run)],
    ['at most one deployment is started', run.after.deployments - run.before.deployments <= 1],
    ['one that was started is told', isTold(run)],
    ['status writes nothing', run.inputs.mode !== 'status' || run.calls.every(({ write }) => !write)],
    [
      'only the deployment of this run is stopped',
      stops(run).every((call) => isMine(call, run) || isReplaced(call, run))
    ],
    ['nothing is rolled back before its time', stops(run).every((call) => isDue(call, run) || isReplaced(call, run))],
    ['leave means leave', keepsToPolicy(run)],
    ['a gate is passed only as asked', continues(run).every((call) => isWanted(call, run, told))],
    [
      'a gate is never passed for somebody else',
      continues(run).every((call) => isMine(call, run) && !isTheirs(call, run))
    ],
    ['hooks of others stay', told.theirs.every((hook) => run.after.hooks.includes(JSON.stringify(hook)))],
    ['another deployment is replaced only where that was asked for', isAlone(run, told)],
    ['it ends', run.endedAt <= latestEnd(run)],
    ['a cancelled run ends at once', endsAtOnce(run, told)],
    ['a cancelled run leaves nothing behind unasked', isAttended(run, told, ours)],
    ['an honest world succeeds', !told.honest || earlier.length > 0 || isPlainSuccess(run, told)],
    ['what AWS finished well is green', !isMissed(run, told, ours)],
    ['about 12 calls a minute', callsAMinute(run) <= ((told.scenario.faults ?? []).length > 0 ? 18 : 13.5)]
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim)
}

const LOOKS = new Set(['describeServices', 'describeServiceDeployments', 'getDeployment', 'getDeploymentTarget'])

/** As it was when AWS was last looked at: what happens after that nobody can see. */
function lastSight({ sights }: Ran): Sight | undefined {
  return sights.findLast(({ operation }) => LOOKS.has(operation))
}

function lastFact(run: Ran): Fact | undefined {
  const id = handleIn(run.events)
  return lastSight(run)?.facts.find((fact) => fact.arn === id || fact.id === id)
}

function isThere(run: Ran): boolean {
  const id = handleIn(run.events)
  return run.sights.at(-1)?.facts.some((fact) => fact.arn === id || fact.id === id) === true
}

function isServing(run: Ran): boolean {
  return run.verdict.kind === 'succeeded' && !isUndone(run)
}

function serves(ours: Fact | undefined, run: Ran): boolean {
  return ours !== undefined && ours.primary && (ours.weight === 100 || isHeadless(run, ours))
}

/** Nothing is weighed without a load balancer: then no other revision may be wanted. */
function isHeadless(run: Ran, ours: Fact): boolean {
  return lastSight(run)?.facts.every((fact) => fact === ours || fact.weight === 0) === true
}

/** What is brought back by a deployment of its own is that deployment's revision: it has to serve. */
function isUndone({ verdict, events }: Ran): boolean {
  const redeployed = events.some((event) => event.kind === 'started')
  const asked = verdict.kind === 'succeeded' && verdict.until === 'rolled-back' && !redeployed
  return verdict.kind === 'rolled-back' || asked
}

function isOpen({ status }: Fact): boolean {
  return !['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'].includes(status)
}

function isQuiet(run: Ran): boolean {
  return lastSight(run)?.facts.every((fact) => !isOpen(fact)) === true
}

function waits(run: Ran, ours: Fact | undefined, hookId: string | undefined): boolean {
  const seen = run.sights.findLast(
    ({ operation }) => operation === 'describeServiceDeployments' || operation === 'getDeployment'
  )
  const then = seen?.facts.find(({ arn }) => arn === ours?.arn)
  return then?.waits.includes(hookId) === true
}

function isUntouched(run: Ran): boolean {
  const same = JSON.stringify(run.before) === JSON.stringify(run.after)
  // Somebody of the world may change nothing of this but the service's own configuration, and nobody does.
  return same && [...stops(run), ...continues(run)].every(({ status }) => status >= 400 && status < 500)
}

function isTold(run: Ran): boolean {
  if (run.after.deployments === run.before.deployments) return true
  if (run.events.some(({ kind }) => kind === 'started')) return true
  const { verdict } = run
  if (verdict.kind === 'unknown') return verdict.problem.code === 'OUTCOME_UNCERTAIN'
  return false
}

function of(run: Ran, operation: string): readonly Call[] {
  return run.calls.filter((call) => call.operation === operation)
}

const stops = (run: Ran): readonly Call[] => [...of(run, 'StopServiceDeployment'), ...of(run, 'StopDeployment')]
const continues = (run: Ran): readonly Call[] => [
  ...of(run, 'ContinueServiceDeployment'),
  ...of(run, 'ContinueDeployment')
]

function named({ input }: Call): string {
  const { serviceDeploymentArn, deploymentId } = input as Readonly<Record<string, string | undefined>>
  return serviceDeploymentArn ?? deploymentId ?? 'nothing'
}

function isMine(call: Call, run: Ran): boolean {
  const id = handleIn(run.events)
  const fact = run.sights.at(-1)?.facts.find(({ arn }) => arn === named(call))
  return fact !== undefined && (fact.arn === id || fact.id === id)
}

/** CodeDeploy has one deployment at a time: what is replaced is rolled back before ours begins. */
function isReplaced(call: Call, run: Ran): boolean {
  const fact = run.sights.at(-1)?.facts.find(({ arn }) => arn === named(call))
  const { mode, onActive } = run.inputs
  const asked = mode === 'deploy' && onActive === 'replace' && call.operation === 'StopDeployment'
  const [start] = of(run, 'CreateDeployment')
  return asked && fact !== undefined && fact.by !== 'rollback' && call.at < (start?.at ?? Infinity)
}

/** Of a deployment that was not named and that no run of ours has started. */
function isTheirs(call: Call, run: Ran): boolean {
  const fact = run.sights.at(-1)?.facts.find(({ arn }) => arn === named(call))
  return run.inputs.deploymentId === undefined && fact?.by !== 'caller'
}

function subjectOf({ events }: Ran): DeploymentPlan | Attachment | undefined {
  for (const event of events.toReversed()) {
    if (event.kind === 'planned') return event.plan
    if (event.kind === 'attached') return event.attachment
  }
  return undefined
}

/** From the first moment its deployment can have been followed. */
function earliestDeadline(run: Ran): Millis {
  const subject = subjectOf(run)
  const began = run.events.find(({ kind }) => kind === 'started' || kind === 'attached')
  if (subject === undefined || began === undefined) return Infinity
  const allowance = 'wait' in subject ? subject.wait.allowance : run.inputs.allowance
  const start = run.events.findLast(({ kind }) => kind === 'started') ?? began
  return start.at + scheduledTime(subject.timetable) + allowance
}

function isDue({ at }: Call, run: Ran): boolean {
  if (run.cancelledAt !== undefined && at >= run.cancelledAt) return true
  const started = run.events.some(({ kind }) => kind === 'started')
  if (run.inputs.mode === 'rollback' && !started) return true
  return at >= earliestDeadline(run)
}

function keepsToPolicy(run: Ran): boolean {
  const { onTimeout, onCancel, mode } = run.inputs
  if (mode === 'rollback') return true
  const allowed = onTimeout !== 'leave' || (run.cancelledAt !== undefined && onCancel !== 'leave')
  return allowed || stops(run).every((call) => isReplaced(call, run))
}

function isWanted({ input, at }: Call, run: Ran, { theirs }: Story): boolean {
  const { hookId } = input as { readonly hookId: string }
  const { mode, pauseAt } = run.inputs
  if (mode === 'promote') {
    const asked = new Set(continues(run).map((call) => (call.input as { readonly hookId: string }).hookId))
    return asked.size === 1 && (run.inputs.hookId === undefined || run.inputs.hookId === hookId)
  }
  if (
    mode !== 'deploy' ||
    pauseAt !== 'after-canary' ||
    theirs.some((hook) => hook['targetType'] === 'PAUSE' && !isAfterwards(hook))
  )
    return false
  const seen = run.sights.findLast((sight) => sight.at < at)
  return seen?.facts.find(({ arn }) => arn === named({ input } as Call))?.weight === 0
}

function isAfterwards(hook: Story['theirs'][number]): boolean {
  return JSON.stringify(hook['lifecycleStages']) === '["POST_PRODUCTION_TRAFFIC_SHIFT"]'
}

/** Another one that could be seen before the update. Of two within a minute the list may show the first alone. */
function isAlone(run: Ran, { scenario }: Story): boolean {
  const update = of(run, 'UpdateService')[0]
  if (run.inputs.onActive === 'replace' || update === undefined) return true
  // Without these the service tells whether one is on its way, and not until when.
  if (run.after.deployments === run.before.deployments || Array.isArray(scenario.world?.policy)) return true
  const seen = run.sights.findLast(({ at, operation }) => at < update.at && operation === 'describeServices')
  const isTwin = (fact: Fact): boolean =>
    seen?.facts.some((each) => each !== fact && Math.abs(each.createdAt - fact.createdAt) < MINUTE) === true
  return seen?.facts.every((fact) => fact.vanished || !isOpen(fact) || isTwin(fact)) !== false
}

function latestEnd(run: Ran): Millis {
  const deadline = earliestDeadline(run)
  const replacing =
    run.inputs.onActive === 'replace' ? run.inputs.allowance + PATIENCE.rollback + 2 * PATIENCE.blind : 0
  const patience = PATIENCE.rollback + PATIENCE.blind + 5 * MINUTE + replacing
  const subject = subjectOf(run)
  const wait = run.inputs.allowance + (subject ? scheduledTime(subject.timetable) : 0)
  return (deadline === Infinity ? run.startedAt + wait : deadline + run.inputs.allowance) + patience
}

/** GitHub kills it ten seconds later. */
function endsAtOnce(run: Ran, { scenario }: Story): boolean {
  if (run.cancelledAt === undefined || (scenario.faults ?? []).some(({ kind }) => kind === 'hang')) return true
  return run.endedAt - run.cancelledAt <= 10 * SECOND
}

function isAttended(run: Ran, { scenario }: Story, ours: Fact | undefined): boolean {
  const { cancelledAt, inputs, verdict } = run
  if (cancelledAt === undefined || inputs.onCancel !== 'rollback' || inputs.mode === 'status') return true
  if ((scenario.faults ?? []).length > 0 || scenario.world?.policy !== undefined) return true
  if (
    ours === undefined ||
    ours.vanished ||
    verdict.kind === 'paused' ||
    verdict.kind === 'started' ||
    verdict.kind === 'refused'
  )
    return true
  const mine = inputs.mode !== 'deploy' || run.events.some(({ kind }) => kind === 'started')
  const end = run.sights.at(-1)?.facts.find(({ arn }) => arn === ours.arn)
  return !mine || end === undefined || end.weight === 100 || end.stopAsked || end.status !== 'IN_PROGRESS'
}

function isPlainSuccess({ verdict, inputs }: Ran, { scenario }: Story): boolean {
  if (inputs.mode === 'rollback') return verdict.kind === 'refused'
  if (inputs.waitUntil === 'started') return verdict.kind === 'started'
  if (inputs.waitUntil === 'paused') return verdict.kind === 'paused'
  // Nobody comes to a gate in an honest world.
  const { ready } = scenario.world ?? {}
  if (ready?.action === 'STOP_DEPLOYMENT') return verdict.kind === 'rolled-back' || verdict.kind === 'failed'
  if (inputs.pauseAt !== undefined)
    return inputs.pauseExpiry === 'continue' ? verdict.kind === 'succeeded' : verdict.kind === 'rolled-back'
  return verdict.kind === 'succeeded'
}

/** Seen to its end in plain sight, and red all the same. */
function isMissed(run: Ran, { scenario }: Story, ours: Fact | undefined): boolean {
  const { verdict, cancelledAt, inputs } = run
  if (cancelledAt !== undefined || inputs.mode === 'rollback' || (scenario.faults ?? []).length > 0) return false
  if (scenario.world?.policy !== undefined || (scenario.script ?? []).length > 0 || ours === undefined) return false
  if (verdict.kind === 'started' || verdict.kind === 'paused' || verdict.kind === 'refused') return false
  return ours.status === 'SUCCESSFUL' && ours.primary && ours.weight === 100 && verdict.kind !== 'succeeded'
}

function callsAMinute(run: Ran): number {
  const began = run.events.findLast(({ kind }) => kind === 'started' || kind === 'attached')
  const minutes = began === undefined ? 0 : (run.endedAt - began.at) / MINUTE
  return began === undefined || minutes < 15 ? 0 : run.calls.filter(({ at }) => at > began.at).length / minutes
}
