import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import type { Whose } from '../../../src/domain/plan.ts'
import type { Run } from '../../../src/inputs/inputs.ts'
import { marker, revisionIn, whoseMark, withRevision } from '../../../src/engines/marker.ts'
import { aRun } from '../../support/builders.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('the marker', () => {
  test('begins with its key, then says who and what', () => {
    const { key, text } = marker(aRun(), sha256('content'), 'n0nce', undefined)
    expect(key).toBe(`ecd:octo/web#9876543210.1:${sha256('content').slice(0, 8)}:n0nce`)
    expect(text).toBe(`${key} c0ffee2 by octocat`)
  })

  test('carries the user’s description instead, cut to 256 and not through a character', () => {
    const { key, text } = marker(aRun(), sha256('content'), 'n0nce', '🚀'.repeat(300))
    expect(text.startsWith(`${key} 🚀`)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual(255)
    expect(text.length).toBeLessThanOrEqual(256)
    expect(text.endsWith('🚀')).toBe(true)
  })

  test('differs for another content, another attempt and another run', () => {
    const keys = [
      marker(aRun(), sha256('a'), 'n0nce', undefined),
      marker(aRun(), sha256('b'), 'n0nce', undefined),
      marker(aRun({ attempt: '2' }), sha256('a'), 'n0nce', undefined),
      marker(aRun({ runId: '1' }), sha256('a'), 'n0nce', undefined)
    ].map(({ key }) => key)
    expect(new Set(keys).size).toBe(4)
  })
})

describe('whose a deployment is', () => {
  const markOf = (run: Partial<Run>, content = 'a'): string =>
    marker(aRun(run), sha256(content), 'n0nce', undefined).text

  test.each<[string, string | undefined, Whose]>([
    ['another attempt of this run with the same content', markOf({ attempt: '2' }), 'run'],
    ['another attempt of this run with another content', markOf({ attempt: '2' }, 'b'), 'repository'],
    ['another run of this repository', markOf({ runId: '1' }), 'repository'],
    ['a run whose number begins like this one', markOf({ runId: '98765432101' }), 'repository'],
    ['another repository', markOf({ repository: 'octo/api' }), 'unknown'],
    ['a repository whose name begins like this one', markOf({ repository: 'octo/web2' }), 'unknown'],
    ['a text of a person', 'by hand', 'unknown'],
    ['no text', undefined, 'unknown']
  ])('told of %s', (_, text, whose) => {
    expect(whoseMark(text, aRun(), sha256('a'))).toBe(whose)
  })

  test('is never this very run where this run deploys nothing', () => {
    expect(whoseMark(markOf({ attempt: '2' }), aRun())).toBe('repository')
  })
})

describe('the revision in a marker', () => {
  const mark = marker(aRun(), sha256('a'), 'n0nce', undefined)
  const arn = (name: string): string => `arn:aws:ecs:us-east-1:123456789012:task-definition/${name}`

  test('stands behind the key, and is read again', () => {
    const text = withRevision(mark, arn('web:42'))
    expect(text).toBe(mark.text.replace(mark.key, `${mark.key} web:42`))
    expect(revisionIn(text)).toBe('web:42')
  })

  test('never costs the key, nor more room than there is', () => {
    const long = withRevision(marker(aRun(), sha256('a'), 'n0nce', 'x'.repeat(300)), arn('web:42'))
    expect(long).toHaveLength(256)
    expect(revisionIn(long)).toBe('web:42')
    expect(withRevision(mark, arn(`${'f'.repeat(255)}:1`))).toBe(mark.text)
    expect(withRevision(mark, 'arn:of:something:else')).toBe(mark.text)
  })

  test.each([
    undefined,
    '',
    'by hand web:42',
    'ecd:octo/web#1.1:a:n c0ffee2 by octocat',
    'ecd:octo/web#1.1:a:n web:42x'
  ])('is not read out of %j', (text) => {
    expect(revisionIn(text)).toBeUndefined()
  })
})
