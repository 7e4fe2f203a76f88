// 20,000 random worlds through watch and judge. The checker reads truth, looks, acts, events and the verdict, nothing else.
import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { scheduledTime } from '../../src/domain/shape.ts'
import { MINUTE, SECOND, type Millis } from '../../src/domain/units.ts'
import { passes, VERDICTS, type Verdict } from '../../src/domain/verdict.ts'
import { PATIENCE } from '../../src/observe/pursuit.ts'
import { watch } from '../../src/observe/watch.ts'
import { manualClock } from '../support/manual-clock.ts'
import { HANDLE, world, type World } from './random-world.ts'

const WORLDS = Number(process.env['WORLDS'] ?? 20_000)
const FIRST = Number(process.env['SEED'] ?? 1)

interface Run {
  readonly world: World
  readonly verdict: Verdict
  readonly events: readonly DeploymentEvent[]
  readonly endedAt: Millis
  readonly deadline: Millis
  readonly cancelledAt: Millis | undefined
}

describe('random worlds', () => {
  test(`no invariant is broken in ${WORLDS} of them`, async () => {
    const broken: string[] = []
    const verdicts = new Map<string, number>()
    for (let seed = FIRST; seed < FIRST + WORLDS; seed++) {
      const run = await play(seed)
      verdicts.set(run.verdict.kind, (verdicts.get(run.verdict.kind) ?? 0) + 1)
      const violations = check(run)
      if (violations.length > 0) {
        broken.push(
          `SEED=${seed} WORLDS=1: ${run.verdict.kind}: ${violations.join('; ')} ${JSON.stringify(run.world.script)}`
        )
      }
    }
    expect(broken.slice(0, 5)).toEqual([])
    // The worlds are worth something only when every ending is met often.
    for (const word of ['succeeded', 'rolled-back', 'failed', 'left-running', 'unknown', 'paused']) {
      expect([word, (verdicts.get(word) ?? 0) >= Math.min(WORLDS / 100, 50)]).toEqual([
        word,
        WORLDS >= 1000 ? true : expect.anything()
      ])
    }
  })
})

async function play(seed: number): Promise<Run> {
  const clock = manualClock()
  const place = world(seed, clock)
  const { allowance, ...rest } = place.script.pursuit
  const deadline = place.startedAt + scheduledTime(rest.timetable) + allowance
  const cancelled = new AbortController()
  const cancelAt = place.script.cancelAt === undefined ? undefined : place.startedAt + place.script.cancelAt
  const events: DeploymentEvent[] = []
  let turns = 0
  const verdict = await watch({ ...rest, deadline }, place.engine, HANDLE, {
    clock: {
      now: clock.now,
      sleep: async (span, signal) => {
        if (++turns > 50_000) throw new Error(`seed ${seed} never ends`)
        const due = cancelAt === undefined ? Infinity : cancelAt - clock.now()
        await clock.sleep(Math.min(span, Math.max(0, due)), signal)
        if (due <= span) cancelled.abort()
      }
    },
    cancelled: cancelled.signal,
    emit: (event) => {
      events.push(event)
      return Promise.resolve()
    }
  })
  return {
    world: place,
    verdict,
    events,
    endedAt: clock.now(),
    deadline,
    cancelledAt: cancelled.signal.aborted ? cancelAt : undefined
  }
}

function check(run: Run): string[] {
  const claims: readonly (readonly [string, boolean])[] = [
    ['green that judged means serving', !passesJudged(run.verdict) || serves(run)],
    [
      'succeeded complete means AWS said so',
      !saysComplete(run.verdict) || run.world.truth(run.endedAt).phase === 'succeeded'
    ],
    ['undone is never green', !(passes(run.verdict) && isUndone(run))],
    ['an honest, visible success is green', !isPlainSuccess(run) || run.verdict.kind === 'succeeded'],
    [
      'rolled-back means the old revision is primary',
      run.verdict.kind !== 'rolled-back' || !run.world.truth(run.endedAt).primaryIsTarget
    ],
    ['it ends', run.endedAt <= run.deadline + PATIENCE.rollback + PATIENCE.blind + 3 * MINUTE],
    ['it ends soon after AWS does', isPrompt(run)],
    ['at most one request is accepted', undoings(run).filter((act) => act.accepted).length <= 1],
    ['a gate is passed only where that was asked for', run.world.acts.every((act) => isWanted(act, run))],
    ['a gate is passed once', isPassedOnce(run)],
    ['paused means that it waits for a person', run.verdict.kind !== 'paused' || waits(run, run.verdict)],
    [
      'nothing is asked for early',
      undoings(run).every((act) => act.at >= run.deadline || run.cancelledAt !== undefined)
    ],
    ['leave means leave', keepsToPolicy(run)],
    ['no roll-back on an old or finished sight', undoings(run).every((act) => isInformed(act, run))],
    ['time never runs back', run.events.every((event, index) => event.at >= (run.events[index - 1]?.at ?? 0))],
    ['weights only rise until undone', weightsRise(run)],
    ['never silent for long', maxSilence(run) <= 60 * SECOND + 65 * SECOND],
    ['at most 60 looks in any minute', maxLooksAMinute(run) <= 60],
    ['about 12 looks a minute over time', averageLooks(run) <= (run.world.script.flaky > 0 ? 16 : 13.5)],
    ['unknown only after looking long enough', isPatient(run)]
  ]
  return claims.filter(([, holds]) => !holds).map(([claim]) => claim)
}

/** Everything this run asked for but to go on. */
function undoings({ world: place }: Run): readonly World['acts'][number][] {
  return place.acts.filter((act) => act.action.kind !== 'continue')
}

function isWanted({ action, trafficSeen }: World['acts'][number], { world: place }: Run): boolean {
  return action.kind !== 'continue' || (place.script.pursuit.passesFirst && trafficSeen?.traffic === 0)
}

function isPassedOnce({ world: place }: Run): boolean {
  const passed = place.acts.flatMap(({ action, accepted }) =>
    action.kind === 'continue' && accepted ? [action.gate.hookId] : []
  )
  return new Set(passed).size === passed.length
}

/** At the last look at the status. */
function waits({ world: place }: Run, verdict: Extract<Verdict, { kind: 'paused' }>): boolean {
  const seen = place.looks.findLast((look) => look.source === 'status')
  return place.truth(seen?.at ?? place.startedAt).gate?.hookId === verdict.gate.hookId
}

function passesJudged(verdict: Verdict): boolean {
  return passes(verdict) && VERDICTS[verdict.kind].judged
}

function saysComplete(verdict: Verdict): boolean {
  return verdict.kind === 'succeeded' && verdict.until === 'complete'
}

function serves({ world: place, endedAt }: Run): boolean {
  const is = place.truth(endedAt)
  return is.traffic === 100 && is.primaryIsTarget && is.active
}

/** At the last look at the status: what happens within the burst of a last look nobody can see. */
function isUndone({ world: place }: Run): boolean {
  const seen = place.looks.findLast((look) => look.source === 'status')
  const { phase } = place.truth(seen?.at ?? place.startedAt)
  return phase === 'rolled-back' || phase === 'failed' || phase === 'stopped' || phase === 'rolling-back'
}

/** Nothing interferes: the one right answer is succeeded. */
function isPlainSuccess({ world: place, cancelledAt, deadline }: Run): boolean {
  const { script } = place
  const length = script.install + (script.pursuit.timetable.steps.at(-1)?.after ?? 0) + script.bake
  return (
    (script.ending.kind === 'succeeds' || script.ending.kind === 'settles-late') &&
    cancelledAt === undefined &&
    script.outages.length === 0 &&
    script.flaky === 0 &&
    script.waits.length === 0 &&
    script.deniedFrom.status === undefined &&
    script.deniedFrom.service === undefined &&
    place.startedAt + length + 90 * SECOND < deadline
  )
}

function isPrompt(run: Run): boolean {
  const { script } = run.world
  const { overAt } = run.world.truth(run.endedAt)
  const seesWell = script.outages.length === 0 && script.flaky === 0 && Object.keys(script.deniedFrom).length === 0
  if (
    overAt === undefined ||
    !seesWell ||
    run.cancelledAt !== undefined ||
    script.ending.kind === 'lies' ||
    script.ending.kind === 'vanishes'
  )
    return true
  const allowed = script.ending.kind === 'settles-late' ? script.ending.after + 21 * SECOND : 15 * SECOND
  // A hung look of 20 s may stand between AWS and us, and a person's stop is given time for a rollback to appear.
  const hung = 42 * SECOND
  const surprise = run.world.truth(run.endedAt).byPerson ? PATIENCE.rollbackSurprises + 5 * SECOND : 0
  return run.endedAt - (run.world.startedAt + overAt) <= allowed + hung + surprise
}

function keepsToPolicy({ world: place, cancelledAt }: Run): boolean {
  const { onTimeout, onCancel } = place.script.pursuit
  const allowed = new Set(
    [onTimeout, ...(cancelledAt === undefined ? [] : [onCancel])].map(
      (policy) => ({ rollback: 'roll-back', stop: 'stop', leave: 'none' })[policy]
    )
  )
  return place.acts.every((act) => act.action.kind === 'continue' || allowed.has(act.action.kind))
}

function isInformed(act: World['acts'][number], run: Run): boolean {
  if (run.cancelledAt !== undefined) return true
  if (
    run.world.script.deniedFrom.target !== undefined ||
    run.world.script.outages.length > 0 ||
    run.world.script.flaky > 0
  )
    return true
  return act.trafficSeen !== undefined && act.trafficSeen.traffic < 100 && act.trafficSeen.at >= run.deadline
}

function weightsRise(run: Run): boolean {
  const weights = run.events.flatMap((event) => (event.kind === 'traffic' ? [event.to] : []))
  const undone = isUndone(run) || undoings(run).length > 0
  return undone || weights.every((weight, index) => weight > (weights[index - 1] ?? -1))
}

function maxSilence({ events, world: place }: Run): Millis {
  const times = [place.startedAt, ...events.map((event) => event.at)]
  return Math.max(...times.map((at, index) => at - (times[index - 1] ?? at)))
}

function maxLooksAMinute({ world: { looks } }: Run): number {
  let first = 0
  let most = 0
  for (const [index, look] of looks.entries()) {
    while (look.at - (looks[first]?.at ?? 0) >= MINUTE) first++
    most = Math.max(most, index - first + 1)
  }
  return most
}

function averageLooks({ world: place, endedAt }: Run): number {
  const minutes = (endedAt - place.startedAt) / MINUTE
  return minutes < 15 ? 0 : place.looks.length / minutes
}

function isPatient({ verdict, world: place, endedAt }: Run): boolean {
  if (verdict.kind !== 'unknown') return true
  if (verdict.problem.code === 'NOT_ALLOWED') return Object.keys(place.script.deniedFrom).length > 0
  if (verdict.problem.code === 'DEPLOYMENT_GONE') return place.script.ending.kind === 'vanishes'
  return endedAt - place.startedAt >= PATIENCE.settle
}
