import { describe, expect, test } from '@jest/globals'
import { near } from '../../../src/domain/near.ts'

describe('the nearest name', () => {
  test.each([
    ['wbe', ['app', 'web'], 'web'],
    ['prx', ['app', 'proxy'], 'proxy'],
    ['APP', ['app'], 'app'],
    ['sidcar', ['side', 'sidecar', 'sidecars'], 'sidecar'],
    ['BeforeAllowTrafic', ['BeforeInstall', 'BeforeAllowTraffic', 'AfterAllowTraffic'], 'BeforeAllowTraffic']
  ])('of %s in %p is %s', (name, candidates, expected) => {
    expect(near(name, candidates)).toBe(expected)
  })

  test.each([
    ['a', ['b']],
    ['ab', ['xy', 'cd']],
    ['', ['a', 'ab']],
    ['web', ['wax']],
    ['web', []],
    ['web', ['database']],
    ['nginx', ['proxy']]
  ])('of %p in %p is none', (name, candidates) => {
    expect(near(name, candidates)).toBeUndefined()
  })

  test('is the first of two that are as near', () => {
    expect(near('appx', ['app1', 'app2'])).toBe('app1')
  })

  // Compared letter by letter and name by name this would take minutes.
  test('of very long names is looked for', () => {
    const far = near(
      'x'.repeat(255),
      Array.from({ length: 10 }, (_, index) => `${'y'.repeat(253)}${index}`)
    )
    expect(far).toBeUndefined()
    expect(near('x'.repeat(1_000_000), ['y'])).toBeUndefined()
  })
})
