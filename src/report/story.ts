// A history of events folded into what a report tells: the latest of everything, and the traffic from its start.
import type { DeploymentEvent, Evidence } from '../domain/event.ts'
import { isList, isObject } from '../domain/json.ts'
import type { Attachment, DeploymentPlan, ImageChange, Subject } from '../domain/plan.ts'
import type { Handle } from '../domain/ports.ts'
import type { Note } from '../domain/problem.ts'
import type { AlarmState, HookState, Monitor, ServiceEvent, Stage } from '../domain/snapshot.ts'
import type { Arn, JsonObject, Millis, Percent } from '../domain/units.ts'
import type { Verdict } from '../domain/verdict.ts'
import { learn, NOTHING_KNOWN, type Known } from './wording/known.ts'
import { MISSED_NAMES } from './wording/names.ts'
import { capital, own, plain, say } from './wording/phrase.ts'
import { gist } from './wording/problem.ts'
import { problemsOf } from './wording/verdict-problems.ts'

type Of<Kind extends DeploymentEvent['kind']> = Extract<DeploymentEvent, { readonly kind: Kind }>

export interface Story {
  readonly from: Millis
  readonly to: Millis
  readonly plan: DeploymentPlan | undefined
  /** A deployment that was found, where none was planned. */
  readonly attachment: Attachment | undefined
  /** What is followed, however it came about. */
  readonly subject: Subject | undefined
  /** With what runs before, where there is a plan. */
  readonly images: readonly ImageChange[]
  readonly registered: Arn | undefined
  /** It was registered before. */
  readonly reused: boolean
  readonly started: { readonly at: Millis; readonly handle: Handle; readonly adopted: boolean } | undefined
  /** Of the deployment that is followed; undefined before there is one. */
  readonly handle: Handle | undefined
  readonly traffic: readonly {
    readonly at: Millis
    readonly from: Percent | undefined
    readonly to: Percent
    readonly old: Percent | undefined
  }[]
  /** The last word on each visit, in the order they were first heard of: ECS visits a stage once per step. */
  readonly stages: readonly Stage[]
  /** The last word on each. */
  readonly hooks: readonly HookState[]
  readonly monitors: readonly Monitor[]
  /** With `fired`: whether it was ever in ALARM, or in any state but OK when last seen. */
  readonly alarms: readonly { readonly alarm: AlarmState; readonly fired: AlarmState | undefined }[]
  readonly rollback: { readonly id: string; readonly status: string } | undefined
  readonly serviceEvents: readonly ServiceEvent[]
  readonly evidence: readonly Evidence[]
  readonly notes: readonly Note[]
  readonly verdict: Verdict | undefined
  /** What a remedy can name. */
  readonly known: Known
}

function only<Kind extends DeploymentEvent['kind']>(
  history: readonly DeploymentEvent[],
  kind: Kind
): readonly Of<Kind>[] {
  return history.filter((event): event is Of<Kind> => event.kind === kind)
}

/** Of a definition that is registered and not deployed: nothing runs to compare it with. */
function imagesOf(definition: JsonObject | undefined): readonly ImageChange[] {
  const containers = definition?.['containerDefinitions']
  return (isList(containers) ? containers : []).flatMap((container) => {
    const { name, image } = isObject(container) ? container : {}
    return typeof name === 'string' && typeof image === 'string'
      ? [{ container: name, from: undefined, to: image }]
      : []
  })
}

/** What this report misses because it may never be read, unless plan or verdict have `told` of the same permission. */
function missed(blind: readonly Of<'blind'>[], told: readonly { readonly remedy?: string }[]): readonly Note[] {
  return blind
    .filter(({ forGood, problem }) => forGood && !told.some(({ remedy }) => remedy === problem.remedy))
    .map(({ source, problem }) => ({
      level: 'notice',
      says: plain(say`${capital(own(MISSED_NAMES[source]))}: ${gist(problem)}`),
      remedy: problem.remedy
    }))
}

/** The last of each name; a Map keeps the place of the first. */
function latest<T>(all: readonly T[], name: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [name(each), each])).values()]
}

/**
 * More visits than a deployment makes: the smallest step of a linear one is 3 %, which is 34 visits of two stages each.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 */
const VISITS = 100

/** A stage that has ended and begins anew is another visit. */
function visits(all: readonly Stage[]): readonly Stage[] {
  const seen = all.reduce<readonly Stage[]>((rows, stage) => {
    const at = rows.findLastIndex((row) => row.name === stage.name)
    const row = rows[at]
    const again = row?.endedAt !== undefined && row.startedAt !== stage.startedAt
    return row === undefined || again ? [...rows, stage] : rows.with(at, stage)
  }, [])
  return seen.slice(-VISITS)
}

export function storyOf(history: readonly DeploymentEvent[], startedAt?: Millis): Story {
  const plan = only(history, 'planned').at(-1)?.plan
  const attachment = plan === undefined ? only(history, 'attached').at(-1)?.attachment : undefined
  const registered = only(history, 'registered').at(-1)
  const started = only(history, 'started').at(-1)
  const verdict = only(history, 'concluded').at(-1)?.verdict
  const states = only(history, 'alarm').map((event) => event.alarm)
  return {
    from: startedAt ?? history[0]?.at ?? 0,
    to: history.at(-1)?.at ?? 0,
    plan,
    attachment,
    subject: plan ?? attachment,
    images: plan?.images ?? imagesOf(only(history, 'rendered').at(-1)?.definition),
    registered: registered?.taskDefinition,
    reused: registered?.reused ?? false,
    started: started && { at: started.at, handle: started.handle, adopted: started.adopted },
    handle: started?.handle ?? attachment?.handle,
    traffic: only(history, 'traffic').map(({ at, from, to, old }) => ({ at, from, to, old })),
    stages: visits(only(history, 'stage').map((event) => event.stage)),
    hooks: latest(
      only(history, 'hook').map((event) => event.hook),
      (hook) => hook.id
    ),
    monitors: latest(
      only(history, 'monitor').map((event) => event.monitor),
      (monitor) => monitor.name
    ),
    alarms: latest(states, (alarm) => alarm.name).map((alarm) => ({
      alarm,
      fired: states.findLast((state) => state.name === alarm.name && state.state === 'ALARM')
    })),
    rollback: only(history, 'rollback').at(-1),
    serviceEvents: only(history, 'service-event').map((event) => event.event),
    evidence: [
      ...latest(
        only(history, 'stopped').map((event) => event.tasks),
        (tasks) => tasks.reason
      ).map(({ count, reason }) => ({
        about: count === 1 ? 'a stopped task' : `${count} stopped tasks`,
        detail: reason
      })),
      ...only(history, 'evidence').map((event) => event.evidence)
    ],
    notes: [
      ...(plan?.notes ?? []),
      ...only(history, 'note').map((event) => event.note),
      ...missed(only(history, 'blind'), [...(plan?.notes ?? []), ...(verdict ? problemsOf(verdict) : [])])
    ],
    verdict,
    known: history.reduce(learn, NOTHING_KNOWN)
  }
}
