import { describe, expect, test } from '@jest/globals'
import type { Problem } from '../../../src/domain/problem.ts'
import type { Base } from '../../../src/inputs/inputs.ts'
import { imageChanges, imagesOf } from '../../../src/plan/images.ts'
import { readBase, readRunning } from '../../../src/plan/revisions.ts'
import type { Read } from '../../../src/plan/survey.ts'
import { fakeAws, problem } from '../../engines/fake-ports.ts'

const once: Read = (call) => call()
const ARN = 'arn:aws:ecs:us-east-1:123456789012:task-definition/web:41'
const ANSWER = {
  taskDefinition: { taskDefinitionArn: ARN, containerDefinitions: [{ name: 'app', image: 'web:1' }] },
  tags: []
}

const aws = (describeTaskDefinition: unknown) => fakeAws({ ecs: { describeTaskDefinition } })

async function base(of: Base, answer: unknown) {
  const { aws: ports, inputsOf } = aws(answer)
  const result = await readBase(of, readRunning(ARN, ports, once), ports, once)
  return { result, asked: inputsOf('ecs.describeTaskDefinition') }
}

describe('the running revision', () => {
  test('is read with its tags', async () => {
    const { aws: ports, inputsOf } = aws(ANSWER)
    expect(await readRunning(ARN, ports, once)).toEqual({ known: { arn: ARN, answer: ANSWER }, notes: [] })
    expect(inputsOf('ecs.describeTaskDefinition')).toEqual([{ taskDefinition: ARN, include: ['TAGS'] }])
  })

  test.each([
    ['a missing permission', problem('NOT_ALLOWED'), 'ecs:DescribeTaskDefinition'],
    ['a revision that is gone', problem('AWS_REFUSED', 'deleted'), 'deleted'],
    ['an answer without a definition', {}, 'no task definition']
  ])('%s costs the comparison, not the deployment', async (_claim, answer, said) => {
    const { known, notes } = await readRunning(ARN, aws(answer).aws, once)
    expect(known).toBeUndefined()
    expect(notes).toMatchObject([{ level: 'notice' }])
    expect(notes[0]?.says).toContain(said)
  })

  test('of a service that runs nothing is not asked for', async () => {
    const { aws: ports, inputsOf } = aws(ANSWER)
    expect(await readRunning(undefined, ports, once)).toEqual({ known: undefined, notes: [] })
    expect(inputsOf('ecs.describeTaskDefinition')).toEqual([])
  })
})

describe('the base', () => {
  test('is the running revision when nothing else is named, read once', async () => {
    const { result, asked } = await base({ kind: 'running' }, ANSWER)
    expect(result).toMatchObject({
      ok: true,
      value: { known: { arn: ARN }, document: { path: 'web:41', value: ANSWER } }
    })
    expect(asked).toHaveLength(1)
  })

  test('that cannot be read is a problem, not a notice', async () => {
    const { result } = await base({ kind: 'running' }, problem('NOT_ALLOWED'))
    const problems: readonly Problem[] = result.ok ? [] : result.problems
    expect(problems).toMatchObject([{ code: 'INPUT_MISSING', place: { name: 'task-definition' } }])
  })

  test('may be any revision AWS knows', async () => {
    const { result, asked } = await base({ kind: 'revision', name: 'web:40', input: 'task-definition-family' }, ANSWER)
    expect(result).toMatchObject({ ok: true })
    expect(asked).toContainEqual({ taskDefinition: 'web:40', include: ['TAGS'] })
  })
})

test('an image is told beside the one that runs in its container, where there is one', () => {
  const running = imagesOf({ containerDefinitions: [{ name: 'app', image: 'web:1' }, 'nonsense', { name: 'x' }] })
  expect(
    imageChanges(
      [
        { container: 'app', from: undefined, to: 'web:2' },
        { container: 'new', from: undefined, to: 'n:1' }
      ],
      running
    )
  ).toEqual([
    { container: 'app', from: 'web:1', to: 'web:2' },
    { container: 'new', from: undefined, to: 'n:1' }
  ])
})
