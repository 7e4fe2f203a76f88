// Short names for long ones, and the words the reports use for our own closed sets.
import type { Origin, Policy, RollbackEvent, WaitUntil } from '../../domain/plan.ts'
import { shiftTime, type Shape, type Timetable, type WeightStep } from '../../domain/shape.ts'
import type { Phase, Source } from '../../domain/snapshot.ts'
import type { Millis, Percent } from '../../domain/units.ts'
import { span } from './time.ts'

/** web:42 of arn:…:task-definition/web:42; anything else is shown as it is. */
export function revision(arn: string): string {
  const mark = ':task-definition/'
  const at = arn.indexOf(mark)
  return at < 0 ? arn : arn.slice(at + mark.length)
}

/** At most one digit behind the point: weights move in steps of 0.1 %. */
export function percent(value: Percent): string {
  return `${Math.round(value * 10) / 10} %`
}

/** AWS's words in ours: InProgress and IN_PROGRESS are read as "in progress". */
export function spaced(word: string): string {
  return word
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replaceAll('_', ' ')
    .toLowerCase()
}

/** A roll-back's own status, under the label that says already what it is of. */
export function rollbackStatus(word: string): string {
  return spaced(word).replace(/^rollback /, '')
}

export const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  queued: 'queued',
  running: 'running',
  provisioning: 'provisioning',
  paused: 'paused',
  shifting: 'shifting',
  baking: 'baking',
  'rolling-back': 'rolling back',
  stopping: 'stopping',
  succeeded: 'succeeded',
  'rolled-back': 'rolled back',
  failed: 'failed',
  stopped: 'stopped'
}

export const SOURCE_NAMES: Readonly<Record<Source, string>> = {
  status: 'the status of the deployment',
  target: 'the progress of the deployment',
  service: 'the service',
  alarms: 'the alarms',
  stopped: 'why tasks stopped'
}

/** What a reader misses of a source that is never seen. */
export const MISSED_NAMES: Readonly<Record<Source, string>> = {
  status: 'the status of the deployment is not known',
  target: 'traffic and stages are not shown',
  service: 'tasks and events of the service are not shown',
  alarms: 'the states of the alarms are not shown',
  stopped: 'why tasks stopped is not shown'
}

export const ORIGIN_NAMES: Readonly<Record<Origin, string>> = {
  input: 'input',
  file: 'file',
  service: 'service',
  group: 'deployment group',
  default: 'default'
}

export const ROLLBACK_NAMES: Readonly<Record<RollbackEvent, string>> = {
  failure: 'failure',
  alarm: 'alarm',
  stop: 'stop'
}

export const UNTIL_NAMES: Readonly<Record<WaitUntil, string>> = {
  complete: 'the deployment is complete',
  'traffic-shifted': 'all traffic has moved',
  paused: 'it stops for a person',
  started: 'the deployment has started'
}

export const POLICY_NAMES: Readonly<Record<Policy, string>> = {
  rollback: 'roll back',
  stop: 'stop without roll-back',
  leave: 'leave it running'
}

function traffic(shape: Shape): string {
  switch (shape.kind) {
    case 'all-at-once':
      return 'all at once'
    case 'canary':
      return `canary, ${percent(shape.first)} for ${span(shape.hold)}`
    case 'linear':
      return `linear, ${percent(shape.step)} every ${span(shape.every)}`
    case 'blue-green':
      return 'blue/green'
    case 'rolling':
      return 'rolling'
  }
}

/** `shape` is undefined when the configuration could not be read. */
export function strategy(shape: Shape | undefined): string {
  if (shape === undefined) return 'not known'
  return `${traffic(shape)}${!('bake' in shape) || shape.bake === undefined ? '' : `, bake ${span(shape.bake)}`}`
}

function step(weight: WeightStep): string {
  return `${percent(weight.weight)} ${weight.after === 0 ? 'at once' : `after ${span(weight.after)}`}`
}

/** More steps than this are told by the first two and the last. */
const STEPS_IN_FULL = 4

/** Tasks are replaced batch by batch, as fast as they get healthy, and no old one is left for a bake. */
function rolling({ readyWait, bake }: Timetable): string {
  return [
    ...waiting(readyWait),
    'the tasks are replaced batch by batch',
    ...(bake > 0 ? [`${span(bake)} of watching`] : [])
  ].join('; ')
}

function waiting(readyWait: Millis): readonly string[] {
  return readyWait > 0 ? [`waits up to ${span(readyWait)} for a person`] : []
}

export function timetable(table: Timetable, shape: Shape | undefined): string {
  if (shape?.kind === 'rolling') return rolling(table)
  const steps =
    table.steps.length > STEPS_IN_FULL
      ? [...table.steps.slice(0, 2).map(step), '…', ...table.steps.slice(-1).map(step)]
      : table.steps.map(step)
  const all = shiftTime(table) + table.bake
  return [
    ...waiting(table.readyWait),
    steps.length === 0 ? 'steps not known' : steps.join(', '),
    ...(table.bake > 0 ? [`the old revision stays ${span(table.bake)}`] : []),
    ...(all > 0 && steps.length > 0 ? [`${span(all)} in all`] : [])
  ].join('; ')
}
