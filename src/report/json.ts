// The report for machines: the same history as the summary, in the shape of report.schema.json.
import type { Change } from '../domain/change.ts'
import type { DeploymentEvent } from '../domain/event.ts'
import type { Problem } from '../domain/problem.ts'
import type { Shape, Timetable } from '../domain/shape.ts'
import type { Gate } from '../domain/snapshot.ts'
import { MINUTE, SECOND, type Json, type JsonObject, type Millis } from '../domain/units.ts'
import { passes, VERDICTS } from '../domain/verdict.ts'
import type { Run } from '../inputs/inputs.ts'
import { sanitise } from '../out/sanitise.ts'
import { storyOf, type Story } from './story.ts'
import { plain } from './wording/phrase.ts'
import { placePhrase } from './wording/problem.ts'
import { iso } from './wording/time.ts'
import { remedy } from './wording/remedy.ts'
import { reason } from './wording/verdict.ts'
import { problemsOf } from './wording/verdict-problems.ts'

const instant = (at: Millis | undefined): string | null => (at === undefined ? null : iso(at))
const text = (value: string | undefined): string | null => (value === undefined ? null : sanitise(value))

function problem(each: Problem): JsonObject {
  return {
    code: each.code,
    where: text(each.place && plain(placePhrase(each.place))),
    found: sanitise(each.found),
    expected: text(each.expected),
    changed: sanitise(each.changed),
    remedy: sanitise(each.remedy),
    awsError: text(each.aws?.name),
    awsRequestId: text(each.aws?.requestId)
  }
}

const seconds = (span: Millis): number => span / SECOND

function strategy(shape: Shape): JsonObject {
  const bakeMinutes = 'bake' in shape && shape.bake !== undefined ? shape.bake / MINUTE : null
  const told = { kind: shape.kind, percent: null, minutes: null, bakeMinutes }
  switch (shape.kind) {
    case 'canary':
      return { ...told, percent: shape.first, minutes: shape.hold / MINUTE }
    case 'linear':
      return { ...told, percent: shape.step, minutes: shape.every / MINUTE }
    case 'all-at-once':
    case 'blue-green':
    case 'rolling':
      return told
  }
}

function timetable({ readyWait, steps, bake }: Timetable): JsonObject {
  return {
    readyWaitSeconds: seconds(readyWait),
    steps: steps.map(({ after, weight }) => ({ afterSeconds: seconds(after), weight })),
    bakeSeconds: seconds(bake)
  }
}

function change({ path, kind, from, to }: Change): JsonObject {
  return { path: sanitise(path), kind, from: text(from), to: text(to) }
}

function gate({ hookId, stage, expiresAt, onExpiry }: Gate): JsonObject {
  return { hookId: text(hookId), stage: text(stage), expiresAt: instant(expiresAt), onExpiry }
}

/** A deployment of this run, or the one that was found; one that was found was begun by AWS's clock. */
function deployment({ started, attachment }: Story): JsonObject | null {
  const handle = started?.handle ?? attachment?.handle
  if (handle === undefined) return null
  return {
    id: sanitise(handle.id),
    url: text(handle.url),
    adopted: started?.adopted ?? true,
    startedAt: instant(started?.at ?? attachment?.createdAt)
  }
}

export function jsonReport(history: readonly DeploymentEvent[], run: Run, startedAt?: Millis): JsonObject {
  const story = storyOf(history, startedAt)
  const { plan, subject, started, verdict } = story
  // A deployment begins with nothing on the new revision; one that was found running may be further.
  const start = started === undefined || started.adopted ? [] : [{ at: started.at, weight: 0 }]
  const list = <T>(all: readonly T[] | undefined, each: (one: T) => Json): readonly Json[] => (all ?? []).map(each)
  return {
    schemaVersion: 1,
    verdict: verdict?.kind ?? null,
    passes: verdict !== undefined && passes(verdict),
    judged: verdict !== undefined && VERDICTS[verdict.kind].judged,
    cause: verdict !== undefined && 'cause' in verdict ? verdict.cause.kind : null,
    reason: text(verdict && reason(verdict)),
    remedy: text(verdict && remedy(verdict, story.known)),
    run: {
      repository: sanitise(run.repository),
      runId: sanitise(run.runId),
      attempt: sanitise(run.attempt),
      sha: sanitise(run.sha),
      actor: sanitise(run.actor),
      url: text(run.url)
    },
    target:
      subject === undefined
        ? null
        : {
            partition: sanitise(subject.target.partition),
            region: sanitise(subject.target.region),
            account: sanitise(subject.target.account),
            cluster: sanitise(subject.target.cluster),
            service: sanitise(subject.target.service)
          },
    engine: subject?.engine ?? null,
    through: list(subject?.through, ({ what, name }) => ({ what: sanitise(what), name: sanitise(name) })),
    strategy: subject?.shape === undefined ? null : strategy(subject.shape),
    timetable: subject === undefined ? null : timetable(subject.timetable),
    guard:
      subject === undefined
        ? null
        : { alarms: subject.guard.alarms.map(sanitise), rollsBackOn: [...subject.guard.rollsBackOn] },
    taskDefinitionArn: text(story.registered ?? story.attachment?.handle.taskDefinition),
    previousTaskDefinitionArn: text(subject?.before.taskDefinition),
    images: list(story.images, ({ container, from, to }) => ({
      container: sanitise(container),
      from: text(from),
      to: sanitise(to)
    })),
    changes: plan?.changes === undefined ? null : plan.changes.map(change),
    stored: list(plan?.stored, change),
    deployment: deployment(story),
    gate: verdict?.kind === 'paused' ? gate(verdict.gate) : null,
    rollback:
      story.rollback === undefined
        ? null
        : {
            id: sanitise(story.rollback.id),
            status: sanitise(story.rollback.status)
          },
    from: iso(story.from),
    to: iso(story.to),
    traffic: [
      ...list(start, ({ at, weight }) => ({ at: iso(at), weight })),
      ...list(story.traffic, ({ at, to }) => ({ at: iso(at), weight: to }))
    ],
    stages: list(story.stages, ({ name, status, startedAt, endedAt, detail }) => ({
      name: sanitise(name),
      status: sanitise(status),
      startedAt: instant(startedAt),
      endedAt: instant(endedAt),
      detail: text(detail)
    })),
    hooks: list(story.hooks, ({ id, kind, function: called, status }) => ({
      id: sanitise(id),
      kind: sanitise(kind),
      function: text(called),
      status: sanitise(status)
    })),
    monitors: list(story.monitors, ({ name, status, count }) => ({
      name,
      status: sanitise(status),
      failures: count?.failures ?? null,
      threshold: count?.threshold ?? null
    })),
    alarms: list(story.alarms, ({ alarm, fired }) => ({
      name: sanitise(alarm.name),
      state: sanitise(alarm.state),
      fired: fired !== undefined,
      rule: text(alarm.rule),
      reason: text(fired?.reason ?? alarm.reason),
      since: instant(fired?.since ?? alarm.since)
    })),
    evidence: list(story.evidence, ({ about, detail }) => ({ about: sanitise(about), detail: sanitise(detail) })),
    problems: list(verdict && problemsOf(verdict), problem),
    notes: list(story.notes, ({ says, level, remedy: todo }) => ({ level, says: sanitise(says), remedy: text(todo) }))
  }
}
