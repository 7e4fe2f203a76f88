// The form a JSON value must have, written as a table, and every place where it has another. Unknown members always pass.
import { isList, isObject } from '../domain/json.ts'
import type { Place } from '../domain/problem.ts'
import type { Json } from '../domain/units.ts'
import type { Document } from '../inputs/inputs.ts'

export type Path = readonly (string | number)[]

/** `quoted` is a text that YAML takes for something else when its quotes are missing; it may be a secret and is never shown. */
type Plain = 'text' | 'quoted' | 'whole' | 'boolean'

export type Form =
  | Plain
  | { readonly list: Form }
  | { readonly texts: 'by name' }
  /** A text; these are the words AWS lists, and it adds to them. */
  | { readonly words: readonly string[] }
  | { readonly members: Readonly<Record<string, Form>>; readonly needed: readonly string[] }

/** One value of another form. */
export interface Misfit {
  readonly path: Path
  readonly found: string
  readonly expected: string
  readonly remedy: string
  readonly secret: boolean
}

/** A member that is null passes like one that is missing, except where AWS needs it. */
export function misfits(form: Form, value: Json, path: Path = []): readonly Misfit[] {
  if (value === null && form !== 'quoted') return []
  if (typeof form === 'string') return plainMisfits(form, value, path)
  if ('words' in form) return plainMisfits('text', value, path)
  if ('list' in form) {
    if (!isList(value)) return [misfit(path, told(value), 'a list', `Write a list${ofWhat(form.list)}.`)]
    return value.flatMap((item, index) => element(form.list, item, [...path, index]))
  }
  if (!isObject(value)) {
    return [misfit(path, told(value), 'an object', 'Write an object with names and values.')]
  }
  if ('texts' in form) {
    return Object.entries(value).flatMap(([name, text]) => misfits('quoted', text, [...path, name]))
  }
  return [
    ...form.needed
      .filter((name) => value[name] === undefined || value[name] === null)
      .map((name) => misfit([...path, name], 'missing', 'a value', `Add \`${name}\`.`)),
    ...Object.entries(form.members).flatMap(([name, inner]) => {
      const member = value[name]
      const missing = member === undefined || (member === null && form.needed.includes(name))
      return missing ? [] : misfits(inner, member, [...path, name])
    })
  ]
}

function plainMisfits(form: Plain, value: Json, path: Path): readonly Misfit[] {
  switch (form) {
    case 'text':
      return typeof value === 'string' ? [] : [misfit(path, told(value), 'a text', 'Put the value in quotes.')]
    case 'quoted':
      return typeof value === 'string' ? [] : [unquoted(path, value)]
    case 'whole':
      if (Number.isInteger(value)) return []
      return [
        misfit(
          path,
          told(value),
          'a whole number',
          'Write a whole number like `80`: without quotes, decimals or leading zeros, and below 2^53.'
        )
      ]
    case 'boolean':
      if (typeof value === 'boolean') return []
      return [misfit(path, told(value), '`true` or `false`', 'Write `true` or `false` without quotes.')]
  }
}

/** Nothing may stand in a list: AWS has no place for it. */
function element(form: Form, value: Json, path: Path): readonly Misfit[] {
  if (value === null) return [misfit(path, 'empty', 'a value', 'Remove the empty entry of the list.')]
  return misfits(form, value, path)
}

function misfit(path: Path, found: string, expected: string, remedy: string): Misfit {
  return { path, found, expected, remedy, secret: false }
}

function unquoted(path: Path, value: Json): Misfit {
  const remedy =
    value === null ? 'Write "" for an empty text.' : 'Put the value in quotes; without them YAML and JSON change it.'
  return { path, found: kindOf(value), expected: 'a text', remedy, secret: true }
}

function ofWhat(form: Form): string {
  if (typeof form === 'string' || 'words' in form) return ' of values'
  if (!('members' in form)) return ''
  const names = Object.keys(form.members).slice(0, 2)
  return names.length === 0 ? '' : ` of objects with ${names.map((name) => `\`${name}\``).join(' and ')}`
}

/** A value that is no secret, as an error shows it. */
export function told(value: Json | undefined): string {
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)}`
  if (typeof value === 'number') return `the number ${value}`
  if (typeof value === 'boolean') return `the value ${value}`
  return kindOf(value)
}

function kindOf(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing'
  if (isList(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

/** `containerDefinitions[app].environment[PORT].value`: an entry of a list by its name where it has one. */
export function pathText(root: Json, path: Path): string {
  let value: Json | undefined = root
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') {
      value = isList(value) ? value[step] : undefined
      const name: Json | undefined = isObject(value) ? value['name'] : undefined
      text += `[${typeof name === 'string' && name !== '' ? name : step}]`
    } else {
      value = isObject(value) ? value[step] : undefined
      text += text === '' ? step : `.${step}`
    }
  }
  return text
}

/** The place of a member, without its line where that may show a secret: other values can stand on the same line. */
export function placeOf(document: Document, path: Path, secret = false): Place {
  const spot = document.locate(path)
  if (!spot) return { kind: 'file', path: document.path }
  const { line, column, text } = spot
  const shown = !secret && text !== undefined && text.length < 160 && !/\bvalue\b/i.test(text)
  return { kind: 'file', path: document.path, line, column, ...(shown && { text }) }
}
