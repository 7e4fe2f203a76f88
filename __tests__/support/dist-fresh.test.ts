// The freshness check sees every way in which dist/ can differ from a build.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differences, uncommitted } from './dist-fresh.mjs'

let folder: string
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const differ = (): readonly string[] => differences(join(folder, 'dist'), join(folder, 'built'))
const git = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: folder,
    encoding: 'utf8'
  })
  expect([status, stderr]).toEqual([0, expect.anything()])
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fresh-'))
  for (const path of ['dist/index.js', 'dist/123.index.js', 'built/index.js', 'built/123.index.js']) put(path, 'code')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the same bytes are fresh', () => {
  expect(differ()).toEqual([])
})

test('one byte more is stale', () => {
  put('dist/index.js', 'code\n')
  expect(differ()).toEqual(['stale    index.js'])
})

test('a chunk of an earlier build is extra, and a chunk that is not there is missing', () => {
  put('dist/99.index.js', 'old')
  put('built/sub/7.index.js', 'new')
  expect(differ()).toEqual(['extra    99.index.js', 'missing  sub/7.index.js'])
})

test('no dist at all is all missing', () => {
  rmSync(join(folder, 'dist'), { recursive: true })
  expect(differ()).toEqual(['missing  123.index.js', 'missing  index.js'])
})

test('git is asked for what is changed, untracked or ignored', () => {
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'a')
  expect(uncommitted(folder, 'dist')).toEqual([])
  put('dist/index.js', 'changed')
  put('dist/5.index.js', 'new')
  put('dist/6.index.js', 'ignored')
  put('.gitignore', '6.index.js\n')
  expect(uncommitted(folder, 'dist')).toEqual([' M dist/index.js', '?? dist/5.index.js', '!! dist/6.index.js'])
})

test('outside a work tree git has nothing to say', () => {
  expect(uncommitted(folder, 'dist')).toEqual([])
})
