// A document cut to a number of bytes where no fence and no fold is open, with a note that it was cut.

/** GitHub drops a summary above 1 MiB as a whole; this leaves room for what the runner adds. */
export const SUMMARY_BYTES = 900 * 1024

const NOTE = '\n\n*This summary was cut: it was longer than GitHub shows. The log of the step has everything.*\n'

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const FOLD = /<(\/?)details>/g

interface Open {
  readonly fence: string | undefined
  readonly folds: number
}

function after(line: string, open: Open): Open {
  const fence = FENCE.exec(line)?.[1]
  if (open.fence !== undefined) {
    const closes = fence !== undefined && fence.startsWith(open.fence) && line.trim() === fence
    return closes ? { ...open, fence: undefined } : open
  }
  if (fence !== undefined) return { ...open, fence }
  const folds = [...line.matchAll(FOLD)].reduce((count, fold) => count + (fold[1] === '/' ? -1 : 1), open.folds)
  return { fence, folds }
}

export function capDocument(markdown: string, bytes: number = SUMMARY_BYTES): string {
  if (Buffer.byteLength(markdown) <= bytes) return markdown
  const room = bytes - Buffer.byteLength(NOTE)
  let open: Open = { fence: undefined, folds: 0 }
  let used = 0
  let at = 0
  let safe = 0
  for (const line of markdown.split('\n')) {
    used += Buffer.byteLength(line) + 1
    if (used > room) break
    open = after(line, open)
    at += line.length + 1
    if (open.fence === undefined && open.folds === 0) safe = at
  }
  return `${markdown.slice(0, safe).trimEnd()}${NOTE}`
}
