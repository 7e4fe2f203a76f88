// Reads JSON with places, duplicates and unrounded numbers, all of which JSON.parse keeps to itself.
import type { Source } from './source.ts'
import { checkDepth, enter, jsonNumber, list, map, scalar, type Member, type Node } from './tree.ts'

/** A mark, a string without raw control characters (C1 are allowed), or a bare word. */
const TOKEN =
  /[ \t\r\n]*(?:([\[\]\{\},:])|("[^"\\[\p{Cc}--[\x7f-\x9f]]]*(?:\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})[^"\\[\p{Cc}--[\x7f-\x9f]]]*)*")|([^\s\[\]\{\},:"]+))/vy
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null]
])

type Token =
  | { readonly kind: 'mark'; readonly at: number; readonly text: string }
  | { readonly kind: 'string'; readonly at: number; readonly text: string }
  | { readonly kind: 'bare'; readonly at: number; readonly text: string }
  | { readonly kind: 'end'; readonly at: number; readonly text: '' }

/** Throws the problem of the first place that is not JSON. */
export function readJson(source: Source): Node {
  let position = 0

  const next = (): Token => {
    TOKEN.lastIndex = position
    const found = TOKEN.exec(source.text)
    if (found === null) return nothingMore()
    position = TOKEN.lastIndex
    const [, mark, string, bare] = found
    const text = mark ?? string ?? bare ?? ''
    const kind = mark !== undefined ? 'mark' : string !== undefined ? 'string' : 'bare'
    return { kind, at: position - text.length, text }
  }

  const nothingMore = (): Token => {
    const rest = source.text.slice(position)
    const at = position + (rest.length - rest.trimStart().length)
    if (rest.trim() === '') return { kind: 'end', at, text: '' }
    return source.fail(
      at,
      'a string is not closed, or holds a line break or a backslash that JSON does not know',
      'Close the string with a double quote; write \\n for a line break and \\\\ for a backslash.'
    )
  }

  const value = (token: Token, depth: number): Node => {
    switch (token.kind) {
      case 'end':
        return unexpected(token, 'a value')
      case 'string':
        return scalar(token.at, unescape(token.text))
      case 'bare':
        return bare(token)
      case 'mark':
        if (token.text === '{') return object(token.at, depth + 1)
        if (token.text === '[') return array(token.at, depth + 1)
        return unexpected(token, 'a value')
    }
  }

  const bare = (token: Token): Node => {
    const word = WORDS.get(token.text)
    if (word !== undefined) return scalar(token.at, word)
    if (NUMBER.test(token.text)) return jsonNumber(token.at, token.text)
    return unexpected(token, 'a value in JSON')
  }

  const object = (at: number, depth: number): Node => {
    checkDepth(source, at, depth)
    const members = new Map<string, Member>()
    for (let token = next(); !(is(token, '}') && members.size === 0); token = next()) {
      if (token.kind !== 'string') return unexpected(token, 'a key in double quotes')
      const colon = next()
      if (!is(colon, ':')) return unexpected(colon, 'a colon after the key')
      enter(source, members, unescape(token.text), token.at, value(next(), depth))
      const separator = next()
      if (is(separator, '}')) break
      if (!is(separator, ',')) return unexpected(separator, 'a comma or a closing brace')
    }
    return map(source, at, members)
  }

  const array = (at: number, depth: number): Node => {
    checkDepth(source, at, depth)
    const items: Node[] = []
    for (let token = next(); !(is(token, ']') && items.length === 0); token = next()) {
      items.push(value(token, depth))
      const separator = next()
      if (is(separator, ']')) break
      if (!is(separator, ',')) return unexpected(separator, 'a comma or a closing bracket')
    }
    return list(source, at, items)
  }

  const unexpected = (token: Token, wanted: string): never => {
    const remedy = isComment(token) ? 'Remove the comment: JSON has no comments.' : `Put ${wanted} here.`
    return source.fail(token.at, `${told(token)} where ${wanted} should be`, remedy)
  }

  const root = value(next(), 0)
  const rest = next()
  if (rest.kind !== 'end') unexpected(rest, 'the end of the file')
  return root
}

function is(token: Token, mark: string): boolean {
  return token.kind === 'mark' && token.text === mark
}

/** The token's pattern has admitted only what JSON.parse can read. */
function unescape(string: string): string {
  return String(JSON.parse(string))
}

function isComment(token: Token): boolean {
  return token.kind === 'bare' && /^\/[/*]/.test(token.text)
}

/** Only marks are quoted: what stands in the wrong place may be a secret that lost its quotes. */
function told(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the file ends'
    case 'mark':
      return `${token.text} stands`
    case 'string':
      return 'a text stands'
    case 'bare':
      if (isComment(token)) return 'a comment stands'
      return /^[-+.]?\d/.test(token.text) ? 'a number stands' : 'a word stands'
  }
}
