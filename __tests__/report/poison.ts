// Hostile text in every text field of an event: what AWS, a container or a file may put there.
import type { DeploymentEvent } from '../../src/domain/event.ts'
import { Problem } from '../../src/domain/problem.ts'
import { OVER } from '../../src/domain/snapshot.ts'

/** Members whose words are ours: a closed set each. */
const OURS = new Set([
  'kind',
  'engine',
  'code',
  'level',
  'origin',
  'until',
  'onTimeout',
  'onCancel',
  'rollsBackOn',
  'asked',
  'source',
  'phase',
  'onExpiry',
  'tells',
  'whose',
  'readBy',
  'alias'
])

function poison(value: unknown, text: string): unknown {
  if (typeof value === 'string') return Object.hasOwn(OVER, value) ? value : text
  if (Array.isArray(value)) return Array.from<unknown, unknown>(value, (each) => poison(each, text))
  if (value instanceof Problem) {
    return new Problem(value.code, {
      ...(value.place && { place: members(value.place, text) as NonNullable<Problem['place']> }),
      found: text,
      expected: text,
      changed: text,
      remedy: text,
      aws: { name: text, message: text, requestId: text }
    })
  }
  return typeof value === 'object' && value !== null ? members(value, text) : value
}

/** A hook's kind is a word of AWS, unlike every other; the name of what AWS watches with is one of two of ours. */
function isOurs(key: string, within: object): boolean {
  if ('function' in within) return false
  return OURS.has(key) || (key === 'name' && 'count' in within)
}

function members(value: object, text: string): object {
  const pairs = Object.entries(value).map(([key, each]: [string, unknown]) => [
    key,
    isOurs(key, value) ? each : poison(each, text)
  ])
  return Object.fromEntries(pairs) as object
}

export function poisoned(history: readonly DeploymentEvent[], text: string): readonly DeploymentEvent[] {
  return history.map((event) => members(event, text) as DeploymentEvent)
}

/** Ways to forge a command, a mention, a link, an image, a tag, a table cell, a fence, a fold or a formula. */
export const HOSTILE: readonly string[] = [
  '::error::forged',
  ' ::set-output name=verdict::succeeded',
  '\u200b::add-mask::a',
  '\ufeff\u00a0::stop-commands::x',
  'x ##[error]forged',
  'x #\u200b#[set-output name=verdict]succeeded',
  'x #\u00ad#\u2060[warning]forged',
  'a\n::error::forged',
  'a\r::error::forged',
  'a\r\n##[error]forged',
  'a\u2028::error::forged',
  'a\u2029##[error]forged',
  'a\u0085::error::forged',
  'a\v::error::forged\f::error::forged',
  '%0A::error::forged',
  '%25%0A%3A%3A',
  'title=x,file=y::forged',
  '\u001b[2K\u001b[1G::error::forged',
  '\u001b]0;::error::\u0007##[error]forged',
  '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  '@octocat please look',
  'mail octocat@example.com',
  'fixes #12',
  'octo/web#12 and GH-12',
  'c0ffee254729296a45a3885639ac7e10f9d54979',
  '[click](https://evil.example)',
  '[click]: https://evil.example',
  '![](https://evil.example/pixel.png)',
  'https://evil.example/path',
  'www.evil.example',
  '<https://evil.example>',
  '<img src=x onerror=alert(1)>',
  '</details><h1>forged</h1>',
  '<!-- hidden marker -->',
  '<script>alert(1)</script>',
  '&lt;img src=x&gt; &#64;octocat',
  'a | b | c',
  'a \\| b \\\\| c |',
  '`a`@octocat`b`',
  '``',
  '` `` ``` @octocat ``` `` `',
  '```\n# forged\n```',
  '~~~\n# forged',
  '````````\n</details>',
  '\u1fef\u1fef\u1fef @octocat',
  '# forged heading',
  '- [ ] forged task',
  '> forged quote',
  '1. forged',
  '| a | b |\n| --- | --- |',
  '---',
  '===',
  '***bold*** __bold__ ~~gone~~',
  '$\\sqrt{x}$ and $$x$$',
  ':tada: :rocket:',
  '[^1]: note',
  '\\',
  '\\`',
  'a\\',
  '"]\n  line [1, 2]\n```',
  '%%{init: {}}%%',
  'click x "javascript:alert(1)"',
  'javascript:alert(1)',
  'aws ecs stop; rm -rf ~',
  'aws ecs `id` $(id)',
  'https://console.aws.amazon.com.evil.example/x',
  'https://console.aws.amazon.com/)![](https://evil.example',
  '\u202egnp.exe',
  '\ud83d lone',
  '\u0000\u0007\u007f',
  ' ',
  '',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '`'.repeat(3_000)
]
