// Every field of a deployment of ECS's own, as people, generators and attackers get it wrong: refused at its own name, in few words.
import { describe, expect, test } from '@jest/globals'
import type { InputName } from '../../../src/inputs/catalog.ts'
import { inputs, problems, told, wording, type Values } from './parsed.ts'

/** What no field of ours can mean. */
const HOSTILE = [
  ',',
  '-',
  '%',
  'null',
  'NULL',
  '{"a": 1}',
  '<b>bold</b>',
  '::error::forged',
  '\u001b[31mred',
  'a\u0000b',
  '💥',
  '__proto__',
  'constructor',
  '${{ inputs.forgotten }}',
  'x'.repeat(10_000)
]

const PAUSE: Values = { 'pause-at': 'before-traffic' }
const PROMOTE: Values = { mode: 'promote' }

const FIELDS: readonly (readonly [InputName, readonly string[], Values?])[] = [
  [
    'mode',
    ['deploy promote', 'promot', 'approve', 'roll-back', 'undo', 'watch', '1', 'true', 'deploy,promote', 'none']
  ],
  [
    'strategy',
    [
      'canary',
      'canary 10 for 5m',
      'canary 10% for 5',
      'canary 10% every 5m',
      'canary 0% for 5m',
      'canary 100.1% for 5m',
      'canary 10.55% for 5m',
      'canary 10% for 5m bake 10m',
      'canary 10% for 5m, bake',
      'canary 10% for 5m, bake 1m, bake 2m',
      'canary 10% for 90s',
      'canary 10% for -5m',
      'canary ten% for 5m',
      'linear 10% for 1m',
      'linear 10% every 3000m',
      'blue-green bake 10m',
      'rolling, bake',
      'rolling with care',
      'canary10%for5m'
    ]
  ],
  [
    'alarms',
    ['a,a', 'x'.repeat(256), 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:web', ',,', ' , \n ,', 'a\u0007b']
  ],
  ['allowed-account-ids', [',,', '1234', '123456789012;210987654321', '123456789012,123456789012', 'all', '*']],
  ['allow-active-alarms', ['yes', 'no', '1', '0', 'on', 'off', 'TRUE!', 'truth', 'true,false', 'web-5xx']],
  [
    'rollback-on',
    [
      'failed',
      'alarms',
      'failure alarm',
      'none, failure',
      'failure, failure',
      'none, none',
      'true',
      'all',
      ',,',
      'DEPLOYMENT_FAILURE'
    ]
  ],
  [
    'pause-at',
    [
      'canary',
      'after canary',
      'before-traffic, after-canary',
      'POST_SCALE_UP',
      'none',
      'true',
      '10%',
      '1',
      'after_canary!',
      'before'
    ]
  ],
  [
    'pause-minutes',
    ['0', '-1', '1.5', '1h', '60m', '20161', '1e3', '６０', '0x10', '1_000', '1,000', '99999999999', '+5'],
    PAUSE
  ],
  [
    'pause-timeout-action',
    ['roll-back', 'ROLL_BACK', 'stop', 'fail', 'leave', 'true', 'continue!', 'go on', 'rollback,continue', '0'],
    PAUSE
  ],
  [
    'minimum-healthy-percent',
    ['-1', '101', '33.3', '50%%', '% 50', '１００', '5e1', '0x32', '+50', 'half', '50-100', '50 percent']
  ],
  [
    'maximum-percent',
    ['0', '99', '1001', '-200', '150.5', '2x', '200%%', '２００', '2e2', 'double', '100-200', '200 percent']
  ],
  [
    'wait-until',
    ['pausd', 'done', 'complete, paused', 'completed', 'stable', 'true', '100%', 'shifted', 'start', 'never']
  ],
  [
    'on-active-deployment',
    ['queue', 'cancel', 'stop', 'abort', 'true', 'replace!', 'wait,fail', 'none', 'rollback', 'ignore']
  ],
  [
    'deployment-id',
    [
      'd-abc',
      'd-',
      'D-1NNWZG91L',
      'ecs-svc/1234567890',
      'arn:aws:ecs:us-east-1:123456789012:service/prod/web',
      'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web',
      'arn:aws:ecs:us-east-1:12345:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28',
      'arn:aws:ecs::123456789012:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28',
      'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/../other',
      'EZe5RNVLH6PPzHXINuP28',
      'latest'
    ],
    PROMOTE
  ],
  [
    'hook-id',
    [
      'pause-abc',
      'ecs-pause-',
      'ecs--abc',
      'ecs_pause_abc',
      'ECS-pause-abc',
      'd-1NNWZG91L',
      'ecs-pause-a b',
      'ecs-pause-a/b',
      'latest',
      '1'
    ],
    PROMOTE
  ]
]

describe.each(FIELDS)('%s', (name, values, beside = {}) => {
  test.each([...values, ...HOSTILE.filter((value) => !isFine(name, value))])('%j', async (value) => {
    const all = await problems({ ...beside, [name]: value })
    expect(new Set(told(all))).toEqual(new Set([`INPUT_INVALID ${name}`]))
    const words = wording(all)
    expect(words.length).toBeLessThan(1_200)
    // What a terminal would obey.
    expect(all.map(({ message }) => message).join(' ')).not.toMatch(/\p{Cc}/u)
  })
})

/** An alarm may have nearly any name, and `strategy` the name of a configuration of CodeDeploy. */
function isFine(name: InputName, value: string): boolean {
  if (name === 'alarms') return !/\p{Cc}|^,$|\$\{\{|x{256}/u.test(value)
  return name === 'strategy' && /^[\w+=,@.-]{1,100}$/.test(value)
}

describe('fields against each other', () => {
  test.each<[Values, readonly string[]]>([
    [{ 'pause-minutes': '5', 'pause-timeout-action': 'continue' }, ['pause-minutes', 'pause-timeout-action']],
    [{ mode: 'promote', 'pause-at': 'after-canary', 'rollback-on': 'none' }, ['rollback-on', 'pause-at']],
    [{ mode: 'status', 'on-timeout': 'rollback' }, []],
    [{ mode: 'status', 'on-timeout': 'leave', 'on-cancel': 'stop' }, ['on-timeout', 'on-cancel']],
    [{ mode: 'rollback', 'pause-at': 'before-traffic', images: 'web=web:2' }, ['images', 'pause-at']],
    [{ mode: 'rollback', 'hook-id': 'ecs-pause-abc' }, ['hook-id']],
    [{ strategy: 'rolling', 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' }, ['strategy']],
    [{ 'wait-until': 'paused', 'wait-for-service-stability': 'false' }, ['wait-until']],
    [
      { 'pause-at': 'after-canary', 'wait-until': 'started', 'on-active-deployment': 'wait' },
      ['pause-at', 'on-active-deployment']
    ],
    [{ service: '', 'rollback-on': 'none', 'maximum-percent': '150' }, ['maximum-percent', 'rollback-on']]
  ])('%j', async (values, names) => {
    if (names.length === 0) {
      await inputs(values)
      return
    }
    expect(told(await problems(values))).toEqual(names.map((name) => `INPUT_CONFLICT ${name}`))
  })
})
