// Words AWS does not list for a member that has a list of them. It adds to them, so a word is never refused. Pure.
import { isList, isObject } from '../../domain/json.ts'
import { near } from '../../domain/near.ts'
import type { Json } from '../../domain/units.ts'
import { told, type Form, type Path } from '../form.ts'
import { TASK_DEFINITION } from './known-members.ts'
import { listed, type Finding, type Rule } from './rule.ts'

function unlisted(form: Form, value: Json | undefined, path: Path): readonly Finding[] {
  if (typeof form === 'string' || 'texts' in form) return []
  if ('words' in form) {
    if (typeof value !== 'string' || form.words.includes(value)) return []
    const meant = form.words.find((word) => word.toLowerCase() === value.toLowerCase()) ?? near(value, form.words)
    return [
      {
        path,
        found: `is ${told(value)}, which is not a word AWS lists`,
        expected: listed(form.words),
        remedy:
          meant === undefined
            ? 'Check the word; it is sent as it is.'
            : `Write \`${meant}\`, if that is what was meant.`
      }
    ]
  }
  if ('list' in form) {
    return isList(value) ? value.flatMap((item, index) => unlisted(form.list, item, [...path, index])) : []
  }
  if (!isObject(value)) return []
  return Object.entries(form.members).flatMap(([name, inner]) => unlisted(inner, value[name], [...path, name]))
}

export const WORDS: readonly Rule[] = [
  {
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    doubt: true,
    find: ({ value }) => unlisted(TASK_DEFINITION, value, [])
  }
]
