// The step's log as GitHub's page shows it, on a terminal: folds, annotations and secrets, in colour where there is one.
import { stripVTControlCharacters, styleText } from 'node:util'
import type { LogLine } from '../support/log-reader.ts'

type Style = Parameters<typeof styleText>[0]
export type Paint = (style: Style, text: string) => string

/** styleText itself looks at NO_COLOR, FORCE_COLOR and whether the stream is a terminal. */
export const painter =
  (stream: NodeJS.WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream })

const LEVELS: Readonly<Record<string, { readonly word: string; readonly style: Style }>> = {
  error: { word: 'Error: ', style: 'red' },
  warning: { word: 'Warning: ', style: 'yellow' },
  notice: { word: 'Notice: ', style: 'blue' }
}

/** Turns lines into what is shown of them, in order; undefined where GitHub shows nothing. */
export function logView(paint: Paint): (line: LogLine) => string | undefined {
  let inFold = false
  const secrets: string[] = []
  const shown = (text: string): string => {
    const masked = secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text)
    return masked
      .split('\n')
      .map((line) => `${inFold ? '  ' : ''}${stripVTControlCharacters(line)}`)
      .join('\n')
  }
  return ({ command, text }) => {
    const name = command?.name
    if (name === 'add-mask') {
      if (text !== '') secrets.push(text)
      return undefined
    }
    if (name === 'group') {
      const title = paint('bold', `▾ ${shown(text)}`)
      inFold = true
      return title
    }
    if (name === 'endgroup') {
      inFold = false
      return undefined
    }
    const level = name === undefined ? undefined : LEVELS[name]
    if (level) return paint(level.style, shown(`${level.word}${text}`))
    return name === undefined ? shown(text) : undefined
  }
}
