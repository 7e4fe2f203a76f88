/** AWS time that runs `speed` times faster than the wall clock. The only place here that looks at the wall clock. */
export function scaledClock(speed: number, origin: number = Date.now()): () => number {
  if (!(speed > 0)) throw new RangeError(`speed must be above 0, not ${speed}`)
  return () => origin + (Date.now() - origin) * speed
}

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute

/** AWS JSON protocols write a moment as epoch seconds with a fraction. [PROBE] G */
export const wireTime = (epochMs: number): number => Math.round(epochMs) / 1_000
