import { describe, expect, test } from '@jest/globals'
import { alarmLink, consoleUrl, isConsole, serviceLink } from '../../../src/report/links.ts'
import { aTarget } from '../../support/builders.ts'

describe('a link goes to the console of the partition, whatever the region is called', () => {
  test.each([
    ['aws', 'eu-west-1', 'https://eu-west-1.console.aws.amazon.com/'],
    ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/'],
    ['aws-us-gov', 'us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
    ['aws-us-gov', 'us-west-1', 'https://us-west-1.console.amazonaws-us-gov.com/']
  ])('%s %s', (partition, region, host) => {
    const where = aTarget({ partition, region })
    expect(consoleUrl(where, ['a', 'b/c'])).toBe(`${host}a/b%2Fc?region=${region}`)
    expect(serviceLink(where)).toBe(`${host}ecs/v2/clusters/prod/services/web/deployments?region=${region}`)
    expect(alarmLink(where, 'web-5xx')).toBe(`${host}cloudwatch/home?region=${region}#alarmsV2:alarm/web-5xx`)
    expect(
      [consoleUrl(where, ['a', ')']), serviceLink(where), alarmLink(where, 'a b')].map((url) => isConsole(url ?? ''))
    ).toEqual([true, true, true])
  })
})

test.each(['aws-eusc', 'aws-iso', '', '__proto__', 'constructor'])(
  'an unknown partition has no link: %j',
  (partition) => {
    expect(alarmLink({ partition, region: 'x-1' }, 'a')).toBeUndefined()
    expect(consoleUrl({ partition, region: 'x-1' }, ['a'])).toBe('')
  }
)

test('a region that is none has no link', () => {
  expect(alarmLink({ partition: 'aws', region: 'evil.example/' }, 'a')).toBeUndefined()
})

test('names are encoded, so that none can leave its part or end a Markdown link', () => {
  const url = alarmLink(aTarget(), "a/b?c#d(e)'f*g!h é|<>\ud83d")
  expect(url).toContain('alarm/a%2Fb%3Fc%23d%28e%29%27f%2Ag%21h%20%C3%A9%7C%3C%3E%EF%BF%BD')
  expect(isConsole(url ?? '')).toBe(true)
})

test.each([
  'http://eu-west-1.console.aws.amazon.com/x',
  'https://console.aws.amazon.com.evil.example/x',
  'https://evil.example/console.aws.amazon.com/',
  'https://evilconsole.aws.amazon.com/x',
  'https://user@console.aws.amazon.com/x',
  'https://console.aws.amazon.com/a)b',
  'https://console.aws.amazon.com/a b',
  'javascript:alert(1)',
  ''
])('%j is no console', (url) => {
  expect(isConsole(url)).toBe(false)
})
