// Plays of a table, begun before their tests come: a process sleeps most of its life, and so would the test.

/** Starts them in order with the first that is asked for, so many at a time; each test waits for its own. */
export function ahead<Case, Done>(
  cases: readonly Case[],
  play: (one: Case) => Promise<Done>,
  atOnce = 3
): (one: Case) => Promise<Done> {
  const done = new Map(cases.map((one) => [one, Promise.withResolvers<Done>()]))
  const waiting = [...done]
  let begun = false
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [one, { promise, resolve }] = next
      resolve(play(one))
      // It is the test's to fail.
      await promise.catch(() => undefined)
    }
  }
  return (one) => {
    if (!begun) for (let each = 0; each < atOnce; each += 1) void worker()
    begun = true
    return done.get(one)?.promise ?? Promise.reject(new RangeError('it is not in the table'))
  }
}
