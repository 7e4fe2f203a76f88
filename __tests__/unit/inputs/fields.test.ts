import { describe, expect, test } from '@jest/globals'
import {
  boolean,
  duration,
  list,
  listOf,
  percent,
  wholeNumber,
  wholePercent,
  word,
  words,
  type Parser
} from '../../../src/inputs/fields.ts'
import {
  accountId,
  alarmName,
  codeDeployName,
  containerImage,
  containerName,
  hasUpperCaseRepository,
  image,
  named,
  region
} from '../../../src/inputs/names.ts'

function value<T>(parser: Parser<T>, text: string): T {
  const field = parser(text)
  if (!field.ok) throw new Error(`refused: ${JSON.stringify(field.problems)}`)
  return field.value
}

/** Everything said about a value that is refused. */
function flaws(parser: Parser<unknown>, text: string): string {
  const field = parser(text)
  if (field.ok) throw new Error(`accepted: ${JSON.stringify(field.value)}`)
  expect(field.problems.length).toBeGreaterThan(0)
  for (const flaw of field.problems) expect(flaw.remedy).toMatch(/^[A-Z]/)
  return field.problems.map((flaw) => [flaw.found, flaw.expected, flaw.remedy].join(' | ')).join('\n')
}

describe('booleans', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['FALSE', false]
  ])('%s', (text, expected) => expect(value(boolean, text)).toBe(expected))

  test.each(['yes', 'no', '1', '0', 'on', 'y', 'tru', 'true false', '"true"'])('%s is not one', (text) => {
    expect(flaws(boolean, text)).toContain('`true` or `false`')
  })
})

describe('words', () => {
  const policy = word(['rollback', 'stop', 'leave'])

  test('case does not matter', () => expect(value(policy, 'RollBack')).toBe('rollback'))

  test.each([
    ['rolback', 'Write `rollback`, if that is what was meant.'],
    ['stopp', 'Write `stop`, if that is what was meant.'],
    ['nothing', 'Write `rollback`, `stop` or `leave`.']
  ])('%s', (text, remedy) => expect(flaws(policy, text)).toContain(remedy))

  const events = words(['failure', 'alarm', 'stop'])

  test.each([
    ['failure', ['failure']],
    ['failure, alarm', ['failure', 'alarm']],
    ['failure\nstop', ['failure', 'stop']],
    ['NONE', []]
  ])('%j', (text, expected) => expect(value(events, text)).toEqual(expected))

  test.each([
    ['none, alarm', '`none` stands beside other words'],
    ['alarm, alarm', '"alarm" is named twice'],
    ['alarms', 'Write `alarm`, if that is what was meant.'],
    ['fail, alrm', '"fail" cannot be used']
  ])('%s is refused', (text, says) => expect(flaws(events, text)).toContain(says))

  test('every wrong word is named', () => {
    expect(flaws(events, 'wrong, worse').split('\n')).toHaveLength(2)
  })
})

describe('whole numbers', () => {
  const minutes = wholeNumber(0, 360)

  test.each([
    ['0', 0],
    ['30', 30],
    ['360', 360],
    ['007', 7]
  ])('%s', (text, expected) => expect(value(minutes, text)).toBe(expected))

  test.each(['361', '-1', '1.5', '1e2', '0x10', '30m', 'many', '∞', '٣', '1,000', '9'.repeat(400), ' 3'])(
    '%s is not one',
    (text) => expect(flaws(minutes, text)).toContain('a whole number from 0 to 360')
  )
})

describe('durations', () => {
  test.each([
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['1h30m', 5_400_000],
    ['1H30M', 5_400_000],
    ['0m', 0]
  ])('%s', (text, expected) => expect(value(duration, text)).toBe(expected))

  test.each(['', 'm', '5 m', '5min', '30m1h', '-5m', '1.5h', '5m5m', '9'.repeat(400) + 'm'])(
    '%j is not one',
    (text) => {
      expect(flaws(duration, text)).toContain('is not a duration')
    }
  )

  test('a bare number is asked for its unit', () => {
    expect(flaws(duration, '5')).toContain('Write `5m` for minutes or `5s` for seconds.')
  })
})

describe('percentages', () => {
  test.each([
    ['10%', 10],
    ['0.5%', 0.5],
    ['100%', 100],
    ['10 %', 10]
  ])('%s', (text, expected) => expect(value(percent, text)).toBe(expected))

  test.each(['0%', '101%', '-5%', '10', '%', '1.25%', 'ten%', '10%%'])('%s is not one', (text) => {
    expect(flaws(percent, text)).toContain('is not a percentage')
  })
})

describe('whole percentages', () => {
  const half = wholePercent(0, 100)

  test.each([
    ['0', 0],
    ['50', 50],
    ['50%', 50],
    ['50 %', 50],
    ['100', 100]
  ])('%s', (text, expected) => expect(value(half, text)).toBe(expected))

  test.each(['101', '-1', '0.5', '50%%', '50  %', '%', 'half', '1e1'])('%s is not one', (text) => {
    expect(flaws(half, text)).toContain('Write a whole percentage from 0 to 100.')
  })
})

describe('lists', () => {
  test.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    [' a , b ,', ['a', 'b']],
    ['a\r\nb\n\nc', ['a', 'b', 'c']],
    ['a,\nb', ['a', 'b']],
    ['a,', ['a']]
  ])('%j', (text, expected) => expect(value(list, text)).toEqual(expected))

  test('each name that stands twice is named once', () => {
    expect(flaws(list, 'a,b,a,a,b').split('\n')).toHaveLength(2)
  })
})

describe('account ids', () => {
  test('twelve digits', () => expect(value(listOf(accountId), '123456789012, 000000000001')).toHaveLength(2))

  test.each(['1234567890123', '12345678901a', '1234-5678-9012', '1234'])('%s is not one', (text) => {
    expect(flaws(accountId, text)).toContain('12 digits')
  })

  test('a lost leading zero is explained', () => {
    expect(flaws(accountId, '12345678901')).toContain('Put quotes around the id')
  })
})

describe('regions', () => {
  test.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1', 'ap-southeast-7', 'eusc-de-east-1', 'us-isob-east-1'])(
    '%s',
    (text) => expect(value(region, text)).toBe(text)
  )

  test.each(['EU-WEST-1', 'eu-west', 'eu west 1', 'evil.example/', 'eu-west-1.evil.example', 'frankfurt'])(
    '%s is not one',
    (text) => expect(flaws(region, text)).toContain('the code of an AWS region')
  )
})

describe('images', () => {
  test.each([
    'nginx',
    'nginx:1.27',
    'localhost:5000/web',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:1.2.3-rc_1',
    `ghcr.io/octo/web@sha256:${'0a'.repeat(32)}`,
    `ghcr.io/octo/web:v1@sha256:${'0a'.repeat(32)}`
  ])('%s', (text) => expect(value(image, text)).toBe(text))

  test.each([
    ['nginx :1', 'contains a space'],
    ['a\nb', 'contains a space'],
    ['https://ghcr.io/octo/web', 'begins with a scheme'],
    ['repo:', 'has an empty tag or digest'],
    ['repo@', 'has an empty tag or digest'],
    [':latest', 'has nothing before its first separator'],
    ['/web:1', 'has nothing before its first separator'],
    ['ghcr.io//web', 'has an empty part'],
    ['ghcr.io/:1', 'has an empty part'],
    ['ghcr.io/', 'has an empty part'],
    ['<IMAGE>', 'contains a character no image may have'],
    ['$IMAGE', 'contains a character no image may have'],
    ['a=b', 'contains a character no image may have'],
    ['web@sha256:abc', 'has a digest that is not one'],
    ['web,api=api:1', 'contains a comma']
  ])('%j %s', (text, says) => expect(flaws(image, text)).toContain(says))

  test.each([
    ['ghcr.io/Octo/web:1', true],
    ['Web', true],
    ['ghcr.io/octo/web:V1', false],
    ['REGISTRY.example:5000/web', false]
  ])('upper case in the repository of %s: %s', (text, expected) => expect(hasUpperCaseRepository(text)).toBe(expected))

  test.each([
    ['web=nginx:1', { container: 'web', image: 'nginx:1' }],
    [' web = nginx:1 ', { container: 'web', image: 'nginx:1' }]
  ])('%j', (text, expected) => expect(value(containerImage, text)).toEqual(expected))

  test.each([
    ['web', 'has no ='],
    ['=nginx', 'does not begin with a container name'],
    ['my web=nginx', 'does not begin with a container name'],
    ['web=', 'has no image after the ='],
    ['web=a=b', 'contains a character no image may have']
  ])('%j %s', (text, says) => expect(flaws(containerImage, text)).toContain(says))

  test('a line with two flaws tells both', () => {
    expect(flaws(containerImage, 'my web=repo:').split('\n')).toHaveLength(2)
  })
})

describe('names', () => {
  test.each([
    [containerName, 'web_1-a'],
    [codeDeployName, 'AppECS-prod-web'],
    [codeDeployName, 'a.b_c+d=e,f@g'],
    [alarmName, 'Errors above 1 % (web)'],
    [alarmName, 'x'.repeat(255)]
  ])('%# %s', (parser, text) => expect(value(parser, text)).toBe(text))

  test.each([
    [containerName, 'web 1'],
    [containerName, 'x'.repeat(256)],
    [codeDeployName, 'a b'],
    [codeDeployName, 'x'.repeat(101)],
    [codeDeployName, 'app/group'],
    [alarmName, 'x'.repeat(256)]
  ])('%# %s is refused', (parser, text) => expect(flaws(parser, text)).not.toBe(''))

  test('the ARN of an alarm is answered with its name', () => {
    expect(flaws(alarmName, 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:errors')).toContain('Write `errors`.')
  })
})

describe('clusters and services', () => {
  const arn = 'arn:aws:ecs:eu-west-1:123456789012:'

  test.each([
    ['service', 'web', { name: 'web', arn: undefined }],
    [
      'service',
      `${arn}service/prod/web`,
      { name: 'web', arn: { region: 'eu-west-1', account: '123456789012', cluster: 'prod' } }
    ],
    [
      'service',
      `${arn}service/web`,
      { name: 'web', arn: { region: 'eu-west-1', account: '123456789012', cluster: undefined } }
    ],
    [
      'cluster',
      `${arn}cluster/prod`,
      { name: 'prod', arn: { region: 'eu-west-1', account: '123456789012', cluster: undefined } }
    ],
    [
      'cluster',
      'arn:aws-us-gov:ecs:us-gov-west-1:123456789012:cluster/prod',
      { name: 'prod', arn: { region: 'us-gov-west-1', account: '123456789012', cluster: undefined } }
    ]
  ] as const)('%s %s', (kind, text, expected) => expect(value(named(kind), text)).toEqual(expected))

  test.each([
    ['service', `${arn}cluster/prod`, 'an ARN of a cluster'],
    ['cluster', `${arn}service/prod/web`, 'an ARN of a service'],
    ['cluster', `${arn}cluster/a/b`, 'an ARN of a cluster'],
    ['service', 'prod/web', 'Write the part behind the last /'],
    ['service', 'my service', 'up to 255 letters'],
    ['service', 'x'.repeat(256), 'up to 255 letters'],
    ['service', 'arn:aws:ecs:eu-west-1:1:service/web', 'up to 255 letters'],
    ['service', `${arn}service/a/b/c`, 'up to 255 letters']
  ] as const)('%s %s is refused', (kind, text, says) => expect(flaws(named(kind), text)).toContain(says))
})
