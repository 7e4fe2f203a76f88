// Figures and their targets: the arithmetic and the table, without a measurement.

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: 'ms' | 's' | 'min' | 'MB' | 'MiB' | 'calls' | 'calls/min'
  /** How many times the plain thing it is held against. */
  readonly ratios?: Readonly<Record<string, number>>
  /** Undefined: told, not judged. */
  readonly limit?: number
  /** Where the limit comes from, when it is not a number of its own. */
  readonly because?: string
}

export const sorted = (values: readonly number[]): readonly number[] => [...values].sort((a, b) => a - b)

/** Nearest rank: a value that was measured, never one in between. */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('nothing was measured')
  const rank = Math.max(1, Math.ceil((percent / 100) * values.length))
  return sorted(values)[rank - 1] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** The most instants that fall into any window of this length. */
export function busiest(instants: readonly number[], window: number): number {
  const times = sorted(instants)
  let from = 0
  return times.reduce((most, time, at) => {
    while (time - (times[from] ?? time) >= window) from += 1
    return Math.max(most, at - from + 1)
  }, 0)
}

/** A figure that could not be measured misses its target. */
export const misses = ({ value, limit }: Figure): boolean => limit !== undefined && !(value <= limit)

/** The same figures of several subjects, each next to its like: `delay, codedeploy` above `delay, ecs`. */
export function sideBySide(subjects: readonly (readonly [string, readonly Figure[]])[]): readonly Figure[] {
  const names = [...new Set(subjects.flatMap(([, figures]) => figures.map(({ name }) => name)))]
  return names.flatMap((name) =>
    subjects.flatMap(([subject, figures]) =>
      figures.filter((figure) => figure.name === name).map((figure) => ({ ...figure, name: `${name}, ${subject}` }))
    )
  )
}

const shown = (value: number, unit: string): string => {
  const digits = unit === 'calls' || unit === 'ms' ? 0 : 1
  return `${value.toFixed(digits)} ${unit}`
}

export function table(figures: readonly Figure[]): string {
  const bases = [...new Set(figures.flatMap((figure) => Object.keys(figure.ratios ?? {})))]
  const head = ['figure', 'measured', ...bases.map((base) => `/ ${base}`), 'target', '']
  const rows = figures.map((figure) => [
    figure.name,
    shown(figure.value, figure.unit),
    ...bases.map((base) => {
      const ratio = figure.ratios?.[base]
      return ratio === undefined ? '' : `${ratio.toFixed(1)}x`
    }),
    figure.limit === undefined
      ? ''
      : `<= ${shown(figure.limit, figure.unit)}${figure.because ? ` (${figure.because})` : ''}`,
    figure.limit === undefined ? '' : misses(figure) ? 'MISSED' : 'ok'
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const aligned = (cell: string, column: number): string => {
    const width = widths[column] ?? 0
    return column >= 1 && column <= 1 + bases.length ? cell.padStart(width) : cell.padEnd(width)
  }
  const line = (row: readonly string[]): string => row.map(aligned).join('  ').trimEnd()
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}
