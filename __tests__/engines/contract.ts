// What every engine has to be able to show: its own world in each of these states, in words no engine owns.
import type { DeploymentPlan } from '../../src/domain/plan.ts'
import type { Phase } from '../../src/domain/snapshot.ts'
import type { FakeAws } from './fake-ports.ts'

/** What happens to the request that starts a deployment. */
export type Start =
  | 'accepted'
  | 'throttled twice'
  | 'throttled for ever'
  | 'answer lost, took effect'
  | 'answer lost, seen late'
  | 'answer lost, took no effect'
  | 'answer unreadable, took effect'
  | 'refused'
  | 'another one active'
  | 'our own one active'

export const STARTS: Readonly<Record<Start, 'started' | 'adopted' | 'refused' | 'uncertain'>> = {
  accepted: 'started',
  'throttled twice': 'started',
  'throttled for ever': 'refused',
  'answer lost, took effect': 'adopted',
  'answer lost, seen late': 'adopted',
  'answer lost, took no effect': 'uncertain',
  'answer unreadable, took effect': 'adopted',
  refused: 'refused',
  'another one active': 'refused',
  'our own one active': 'adopted'
}

/** What AWS says of a deployment, and the phase it has to be seen in. */
export type Sighting =
  | 'accepted'
  | 'going on'
  | 'waiting for a person'
  | 'succeeded'
  | 'failed without a way back'
  | 'stopped without a way back'
  | 'being rolled back'
  | 'about to be rolled back'
  | 'rolled back'
  | 'rollback failed'
  | 'a word nobody knows'

export const SIGHTINGS: Readonly<Record<Sighting, Phase>> = {
  accepted: 'queued',
  'going on': 'running',
  'waiting for a person': 'paused',
  succeeded: 'succeeded',
  'failed without a way back': 'failed',
  'stopped without a way back': 'stopped',
  'being rolled back': 'rolling-back',
  'about to be rolled back': 'rolling-back',
  'rolled back': 'rolled-back',
  'rollback failed': 'failed',
  'a word nobody knows': 'running'
}

/** Why nothing can be seen: asking again helps, or not. */
export type Blindness = 'AWS_THROTTLED' | 'AWS_BROKEN' | 'AWS_UNREACHABLE' | 'AWS_ANSWER_INVALID' | 'NOT_ALLOWED'

export const BLINDNESS: Readonly<Record<Blindness, { readonly forGood: boolean }>> = {
  AWS_THROTTLED: { forGood: false },
  AWS_BROKEN: { forGood: false },
  AWS_UNREACHABLE: { forGood: false },
  AWS_ANSWER_INVALID: { forGood: false },
  NOT_ALLOWED: { forGood: true }
}

export interface EngineCase {
  readonly name: string
  readonly plan: DeploymentPlan
  readonly taskDefinition: string
  /** The call that starts a deployment, and the ones that act on one. */
  readonly startCall: string
  readonly starting: (start: Start) => FakeAws
  readonly sighted: (sighting: Sighting) => FakeAws
  readonly blind: (blindness: Blindness) => FakeAws
  /** Answers of another form than the API promises, for every read. */
  readonly garbled: (garbage: unknown) => FakeAws
  readonly acting: (answer: 'accepted' | 'already over' | 'refused') => FakeAws
  /** What is asked to go on from a pause. */
  readonly continuing: (answer: 'accepted' | 'already continued' | 'refused') => FakeAws
  /** The last deployment is ours, somebody else's, or there is none. */
  readonly finding: (whose: 'ours' | 'theirs' | 'nobody’s') => FakeAws
}
