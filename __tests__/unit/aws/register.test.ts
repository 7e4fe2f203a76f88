import { describe, expect, test } from '@jest/globals'
import { register } from '../../../src/aws/register.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'
import type { JsonObject } from '../../../src/domain/units.ts'
import { manualClock } from '../../support/manual-clock.ts'

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:43'
const DEFINITION = { family: 'web', containerDefinitions: [{ name: 'app', image: 'app:2' }] }

function ecs(...answers: readonly (JsonObject | ProblemCode)[]) {
  const sent: JsonObject[] = []
  const registerTaskDefinition = async (definition: JsonObject) => {
    const answer = answers[sent.length] ?? {}
    sent.push(definition)
    if (typeof answer === 'string') throw new Problem(answer, { found: 'so' })
    return answer
  }
  return { sent, registerTaskDefinition }
}

const answer = (arn: string): JsonObject => ({ taskDefinition: { family: 'web', taskDefinitionArn: arn } })

describe('a registration', () => {
  test('sends the definition once and returns its ARN', async () => {
    const port = ecs(answer(ARN))
    expect(await register(port, DEFINITION, manualClock())).toMatchObject({ arn: ARN })
    expect(port.sent).toEqual([DEFINITION])
  })

  test.each([
    'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web:1',
    'arn:aws-us-gov:ecs:us-gov-west-1:111122223333:task-definition/web:1000000'
  ])('accepts %s', async (arn) => {
    expect(await register(ecs(answer(arn)), DEFINITION, manualClock())).toMatchObject({ arn })
  })

  test('that met others in a hurry is repeated, because nothing was done', async () => {
    const clock = manualClock()
    const port = ecs('AWS_THROTTLED', 'AWS_THROTTLED', answer(ARN))
    expect(await register(port, DEFINITION, clock)).toMatchObject({ arn: ARN })
    expect(clock.slept).toEqual([1_000, 2_000])
  })

  test('that always meets others in a hurry gives up', async () => {
    const port = ecs(...Array.from({ length: 20 }, (): ProblemCode => 'AWS_THROTTLED'))
    await expect(register(port, DEFINITION, manualClock())).rejects.toMatchObject({
      code: 'AWS_THROTTLED',
      changed: 'nothing'
    })
    expect(port.sent).toHaveLength(6)
  })

  test.each<ProblemCode>(['AWS_BROKEN', 'AWS_UNREACHABLE', 'AWS_ANSWER_INVALID'])(
    'that ended with %s is not repeated, and may have happened',
    async (code) => {
      const port = ecs(code)
      await expect(register(port, DEFINITION, manualClock())).rejects.toMatchObject({
        code,
        changed: expect.stringContaining('"web" may have been registered')
      })
      expect(port.sent).toHaveLength(1)
    }
  )

  test.each<ProblemCode>(['AWS_REFUSED', 'NOT_ALLOWED', 'CREDENTIALS_EXPIRED'])(
    'that AWS refused with %s changed nothing',
    async (code) => {
      await expect(register(ecs(code), DEFINITION, manualClock())).rejects.toMatchObject({ code, changed: 'nothing' })
    }
  )

  test.each<[string, JsonObject]>([
    ['nothing', {}],
    ['no object', { taskDefinition: 'web:43' }],
    ['a list', { taskDefinition: [] }],
    ['no ARN', { taskDefinition: { family: 'web' } }],
    ['a number', { taskDefinition: { taskDefinitionArn: 43 } }],
    ['an ARN of something else', answer('arn:aws:ecs:eu-west-1:111122223333:service/prod/web')],
    ['an ARN without a revision', answer('arn:aws:ecs:eu-west-1:111122223333:task-definition/web')],
    ['an ARN with more behind it', answer(`${ARN}\n::error::x`)],
    ['another family', answer('arn:aws:ecs:eu-west-1:111122223333:task-definition/other:43')]
  ])('answered with %s is not believed', async (_, said) => {
    await expect(register(ecs(said), DEFINITION, manualClock())).rejects.toMatchObject({
      code: 'AWS_ANSWER_INVALID',
      changed: expect.stringContaining('may have been registered')
    })
  })
})

describe('what AWS did not keep', () => {
  const tags = [{ key: 'team', value: 'web' }]

  test('is nothing when all of it came back, the tags beside', async () => {
    const said = { taskDefinition: { ...DEFINITION, taskDefinitionArn: ARN, revision: 43, status: 'ACTIVE' }, tags }
    expect(await register(ecs(said), { ...DEFINITION, tags }, manualClock())).toEqual({ arn: ARN, lost: [] })
  })

  test('is told by its paths', async () => {
    const definition = {
      ...DEFINITION,
      tags,
      containerDefinitions: [{ name: 'app', image: 'app:2', novelty: { a: 1 } }]
    }
    const said = { taskDefinition: { ...DEFINITION, taskDefinitionArn: ARN } }
    const { lost } = await register(ecs(said), definition, manualClock())
    expect(lost).toEqual(['containerDefinitions[0].novelty', 'tags'])
  })
})
