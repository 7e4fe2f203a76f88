// How two task definitions differ, for the people who review it: by path, without what does not count and without any value
// that may be a secret. Pure.
import type { Change } from '../domain/change.ts'
import type { JsonObject } from '../domain/units.ts'
import { MARK, normal, type Node } from './normal.ts'

/** Both as they could be registered. Images come first, the others by their paths. */
export function changes(running: JsonObject, definition: JsonObject): readonly Change[] {
  return compare(normal(running), normal(definition), []).toSorted(
    (one, other) => Number(isImage(other)) - Number(isImage(one)) || (one.path < other.path ? -1 : 1)
  )
}

const IMAGE = /^containers\.[^.]+\.image$/

function isImage({ path }: Change): boolean {
  return IMAGE.test(path)
}

function compare(before: Node | undefined, after: Node | undefined, path: readonly string[]): readonly Change[] {
  if (before?.kind === 'leaf' && after?.kind === 'leaf' && before.is === after.is) return []
  const names = new Set([...namesIn(before), ...namesIn(after)])
  const known = before === undefined || after === undefined || before.kind === after.kind
  if (known && names.size > 0) {
    return [...names].flatMap((name) => compare(member(before, name), member(after, name), [...path, name]))
  }
  if (before?.kind === 'branch' && after?.kind === 'branch') return []
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return [{ path: path.join('.').replaceAll(MARK, ' #'), kind, from: told(before), to: told(after) }]
}

function namesIn(node: Node | undefined): Iterable<string> {
  return node?.kind === 'branch' ? node.members.keys() : []
}

function member(node: Node | undefined, name: string): Node | undefined {
  return node?.kind === 'branch' ? node.members.get(name) : undefined
}

function told(node: Node | undefined): string | undefined {
  return node?.kind === 'leaf' ? node.told : undefined
}
