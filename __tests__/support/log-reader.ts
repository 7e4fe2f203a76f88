// Bytes of a step's two streams in, log lines out, the way the runner reads them: each line a command or text.
import { performance } from 'node:perf_hooks'
import type { Readable } from 'node:stream'
import { parseLine, type Command } from './runner-parser.ts'

export interface LogLine {
  /** Milliseconds since the process was spawned. */
  readonly at: number
  /** As it came. */
  readonly raw: string
  /** What the runner shows; of a command its message. */
  readonly text: string
  readonly command: Command | undefined
}

/** Made once for a step; called once for each stream. Lines end as .NET ends them: CR, LF or both. */
export function logReader(since: number, onLine: (line: LogLine) => void): (stream: Readable) => void {
  const understand = reader()
  const tell = (raw: string): void => {
    const command = understand(raw)
    onLine({ at: performance.now() - since, raw, text: command?.message ?? raw, command })
  }
  return (stream) => {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      const whole = rest + chunk
      // A CR at the very end may be half of a CR LF.
      const held = whole.endsWith('\r') ? '\r' : ''
      const lines = whole.slice(0, whole.length - held.length).split(/\r\n|\r|\n/)
      rest = (lines.pop() ?? '') + held
      lines.forEach(tell)
    })
    stream.on('end', () => {
      if (rest !== '') tell(rest.replace(/\r$/, ''))
    })
  }
}

/** `::stop-commands::TOKEN` turns every command into text until `::TOKEN::`. Source: ActionCommandManager.cs. */
function reader(): (line: string) => Command | undefined {
  let stoppedBy: string | undefined
  return (line) => {
    if (stoppedBy !== undefined) {
      if (line.trim() === `::${stoppedBy}::`) stoppedBy = undefined
      return undefined
    }
    const command = parseLine(line)
    if (command?.name === 'stop-commands') stoppedBy = command.message
    return command
  }
}
