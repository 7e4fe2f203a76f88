// Which cpu and memory go together on Fargate, in MiB. [DG:fargate-tasks-services] C1
const range = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step)

const PAIRS: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1024, 2048],
  512: range(1024, 4096, 1024),
  1024: range(2048, 8192, 1024),
  2048: range(4096, 16384, 1024),
  4096: range(8192, 30720, 1024),
  8192: range(16384, 61440, 4096),
  16384: range(32768, 122880, 8192),
  32768: [61440, 122880, 249856]
}

/** `"1 vCPU"`, `".25 vCPU"`, `"3 GB"` are accepted and converted; undefined when it is no number at all. */
export function unitsOf(value: string, unit: 'vCPU' | 'GB'): number | undefined {
  const [, amount, suffix] = /^\s*(\d*\.?\d+)\s*(vcpu|gb)?\s*$/i.exec(value) ?? []
  if (amount === undefined || (suffix && suffix.toLowerCase() !== unit.toLowerCase())) return undefined
  return suffix ? Math.round(Number(amount) * 1024) : Number(amount)
}

export const fits = (cpu: number, memory: number): boolean => PAIRS[cpu]?.includes(memory) ?? false
