/** A small generator with visible state, so that one scenario always gives the same ids and the same faults. */
export interface Random {
  state: number
}

export function randomFrom(seed: string | number): Random {
  let state = 2_166_136_261
  for (const char of String(seed)) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619)
  return { state: state >>> 0 }
}

/** mulberry32: the next number in [0, 1). */
export function next(random: Random): number {
  random.state = (random.state + 0x6d2b79f5) >>> 0
  let t = random.state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export function pick(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(next(random) * alphabet.length)]).join('')
}

const HEX = '0123456789abcdef'

export function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((length) => pick(random, HEX, length)).join('-')
}

/** `d-` and nine of A-Z0-9, as seen in `d-1NNWZG91L`. [LAB-CD] A1 */
export const deploymentId = (random: Random): string => `d-${pick(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 9)}`

/** `ecs-svc/` and nineteen digits. [LAB-CD] A1 */
export const taskSetId = (random: Random): string =>
  `ecs-svc/${pick(random, '123456789', 1)}${pick(random, '0123456789', 18)}`

export const taskId = (random: Random): string => pick(random, HEX, 32)
