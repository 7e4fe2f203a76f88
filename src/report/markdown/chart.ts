// The traffic of the new revision as a Mermaid chart. A renderer that fails shows this source, so the table beside it has the numbers.
import { MINUTE, SECOND, type Millis, type Percent } from '../../domain/units.ts'

export interface Point {
  readonly at: Millis
  readonly weight: Percent
}

/** Enough to see a step as a step, few enough to read the source. */
const SAMPLES = 40

/** The weight a step function has at `at`. */
function weightAt(points: readonly Point[], at: Millis): Percent {
  return points.findLast((point) => point.at <= at)?.weight ?? 0
}

/** Only what every version of Mermaid reads as plain text. */
export function label(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._%/-]/g, '')
}

/** Undefined when nothing moved. */
export function chart(points: readonly Point[], from: Millis, to: Millis): string | undefined {
  const length = to - from
  if (points.length === 0 || length < SECOND) return undefined
  // xychart spreads its values evenly between the ends of the axis, so the steps are sampled.
  const values = Array.from(
    { length: SAMPLES + 1 },
    (_, index) => Math.round(weightAt(points, from + (index * length) / SAMPLES) * 10) / 10
  )
  const unit = length < 3 * MINUTE ? { name: 'seconds', size: SECOND } : { name: 'minutes', size: MINUTE }
  const end = Math.round((length / unit.size) * 10) / 10
  return [
    '```mermaid',
    'xychart-beta',
    `  x-axis "${label(`${unit.name} since the start`)}" 0 --> ${end}`,
    `  y-axis "${label('% of production traffic')}" 0 --> 100`,
    `  line [${values.join(', ')}]`,
    '```'
  ].join('\n')
}
