// What to say of a path that leads nowhere: which files there are instead, the likeliest first. Pure.
import { near } from '../domain/near.ts'

/** At most five: files of the same name elsewhere, then names that are nearly the same, then any. */
export function likeliest(path: string, paths: readonly string[]): readonly string[] {
  const name = lastPart(path)
  const rank = (other: string): number => {
    if (lastPart(other) === name) return 0
    return near(name, [lastPart(other)]) === undefined ? 2 : 1
  }
  return paths.toSorted((one, other) => rank(one) - rank(other)).slice(0, 5)
}

function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** The remedy for a path that leads nowhere. */
export function remedyFor(path: string, paths: readonly string[]): string {
  if (/^\s*\{|[\r\n]/.test(path)) return 'Write the text to a file in an earlier step, and give its path here.'
  if (path.startsWith('arn:'))
    return 'Give the path of a file here; the ARN of a revision goes into `task-definition-arn`.'
  if (/\$|^~/.test(path)) {
    return 'Write the path itself or an expression like `${{ env.NAME }}`: no shell replaces variables or ~ here.'
  }
  const meant = near(path, paths) ?? paths.find((other) => lastPart(other) === lastPart(path))
  if (meant !== undefined) return `Write \`${meant}\`, if that is what was meant.`
  return paths.length === 0
    ? 'Run actions/checkout before this step, and write the path relative to the workspace.'
    : 'Correct the path; it is read relative to the workspace, after actions/checkout.'
}
