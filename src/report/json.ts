// The report for machines: the same history as the summary, in the shape of report.schema.json.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Problem } from '../domain/problem.ts'
import type { Shape, Timetable } from '../domain/shape.ts'
import { MINUTE, SECOND, type Json, type JsonObject, type Millis } from '../domain/units.ts'
import { passes, VERDICTS } from '../domain/verdict.ts'
import type { Run } from '../inputs/inputs.ts'
import { sanitise } from '../out/sanitise.ts'
import { knownOf, storyOf } from './story.ts'
import { plain } from './wording/phrase.ts'
import { placePhrase } from './wording/problem.ts'
import { iso } from './wording/time.ts'
import { remedy } from './wording/remedy.ts'
import { problemsOf, reason } from './wording/verdict.ts'

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
    terminationWaitSeconds: seconds(bake)
  }
}

export function jsonReport(history: readonly DeploymentEvent[], run: Run, startedAt?: Millis): JsonObject {
  const { plan, started, verdict, ...story } = storyOf(history, startedAt)
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
    remedy: text(verdict && remedy(verdict, knownOf({ plan, started }))),
    run: {
      repository: sanitise(run.repository),
      runId: sanitise(run.runId),
      attempt: sanitise(run.attempt),
      sha: sanitise(run.sha),
      actor: sanitise(run.actor),
      url: text(run.url)
    },
    target:
      plan === undefined
        ? null
        : {
            partition: sanitise(plan.target.partition),
            region: sanitise(plan.target.region),
            account: sanitise(plan.target.account),
            cluster: sanitise(plan.target.cluster),
            service: sanitise(plan.target.service)
          },
    engine: plan?.engine ?? null,
    codedeploy:
      plan === undefined
        ? null
        : {
            application: sanitise(plan.application),
            group: sanitise(plan.group),
            configuration: text(plan.config?.name)
          },
    strategy: plan?.shape === undefined ? null : strategy(plan.shape),
    timetable: plan === undefined ? null : timetable(plan.timetable),
    guard:
      plan === undefined ? null : { alarms: plan.guard.alarms.map(sanitise), rollsBackOn: [...plan.guard.rollsBackOn] },
    taskDefinitionArn: text(story.registered),
    previousTaskDefinitionArn: text(plan?.before.taskDefinition),
    images: list(story.images, ({ container, from, to }) => ({
      container: sanitise(container),
      from: text(from),
      to: sanitise(to)
    })),
    changes:
      plan?.changes === undefined
        ? null
        : plan.changes.map(({ path, kind, from, to }) => ({
            path: sanitise(path),
            kind,
            from: text(from),
            to: text(to)
          })),
    deployment:
      started === undefined
        ? null
        : {
            id: sanitise(started.handle.id),
            url: text(started.handle.url),
            adopted: started.adopted,
            startedAt: iso(started.at)
          },
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
