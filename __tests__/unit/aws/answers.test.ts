import { describe, expect, test } from '@jest/globals'
import { checked } from '../../../src/aws/answers.ts'

const services = { service: 'ecs', operation: 'DescribeServices' } as const
const target = { service: 'codedeploy', operation: 'GetDeploymentTarget' } as const

describe('answers of AWS', () => {
  test.each([
    ['an absent member is not wrong', services, {}],
    ['null is not given', services, { services: null }],
    ['an unknown member is not ours to judge', services, { services: [{ novelty: { a: 1 } }] }],
    ['a time is a time', services, { services: [{ events: [{ createdAt: new Date(0) }] }] }]
  ])('%s', (_claim, call, answer) => {
    expect(checked(answer, call)).toBe(answer)
  })

  test.each([
    ['a text where a list belongs', services, { services: 'web' }, '`services` is text where a list belongs'],
    ['a list of nothing', services, { services: [null] }, '`services[0]` is null'],
    [
      'a number where a text belongs',
      services,
      { services: [{ status: 7 }] },
      '`services[0].status` is a number where text belongs'
    ],
    [
      'a text where a number belongs',
      target,
      { deploymentTarget: { ecsTarget: { taskSetsInfo: [{ trafficWeight: '10' }] } } },
      '`deploymentTarget.ecsTarget.taskSetsInfo[0].trafficWeight` is text where a number belongs'
    ],
    [
      'a list where an object belongs',
      target,
      { deploymentTarget: [] },
      '`deploymentTarget` is a list where an object belongs'
    ],

    ['an answer that is a text', services, 'oops', '`the answer` is text where an object belongs']
  ])('%s is refused by name', (_claim, call, answer, found) => {
    expect(() => checked<unknown>(answer, call)).toThrow(expect.objectContaining({ code: 'AWS_ANSWER_INVALID', found }))
  })
})
