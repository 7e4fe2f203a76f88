import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../../../../src/inputs/document.ts'
import { NO_EDITS } from '../../../../src/inputs/inputs.ts'
import { tidy } from '../../../../src/plan/render/tidy.ts'
import { render } from '../../../../src/plan/task-definition.ts'
import { APP, WEB, container, rendered, says } from './rendering.ts'

describe('the tags of AWS in a file', () => {
  test.each(['aws:cloudformation:stack-id', 'AWS:x', 'Aws:y'])('are left out with one notice: %s', async (key) => {
    const tags = [
      { key, value: 'x' },
      { key: 'awsome', value: 'y' }
    ]
    const result = await rendered({ ...WEB, tags })
    expect(result.definition['tags']).toEqual([{ key: 'awsome', value: 'y' }])
    expect(says(result)).toEqual([
      `task-definition.json: left out the tags \`${key}\`: AWS keeps keys that begin with \`aws:\` to itself.`
    ])
  })

  test('leave no empty list', async () => {
    const result = await rendered({ ...WEB, tags: [{ key: 'aws:x', value: '' }] })
    expect(result.definition).toEqual(WEB)
    expect(says(result)).toHaveLength(1)
  })

  test('do not move what is said of the tags behind them to another line', async () => {
    const tags = [
      { key: 'aws:x', value: '' },
      { key: 'a', value: '' },
      { key: 'b', value: 7 }
    ]
    const text = JSON.stringify({ ...WEB, tags }, undefined, 2)
    const read = await readDocument({ path: 'task-definition.json', text })
    const result = read.ok && render({ document: read.value.document, known: undefined }, NO_EDITS)
    const [problem] = result && !result.ok ? result.problems : []
    const line = text.split('\n').findIndex((each) => each.includes('"value": 7')) + 1
    expect(problem?.place).toMatchObject({ line })
  })
})

describe('null', () => {
  const environment = [
    { name: 'A', value: null },
    { name: 'B', value: 'secret' },
    { name: 'C', tomorrow: 1, value: null }
  ]

  test('for a variable is the empty text, and the variable is named', async () => {
    const result = await rendered({ ...WEB, containerDefinitions: [{ ...APP, environment }] })
    expect(container(result)['environment']).toEqual([
      { name: 'A', value: '' },
      { name: 'B', value: 'secret' },
      { name: 'C', tomorrow: 1, value: '' }
    ])
    expect(says(result)).toEqual([
      'task-definition.json: container `app`: null is sent as the empty text for the variables `A`, `C`.'
    ])
  })

  test('for a label drops the label', async () => {
    const result = await rendered({ ...WEB, containerDefinitions: [{ ...APP, dockerLabels: { g: null, h: '1' } }] })
    expect(container(result)['dockerLabels']).toEqual({ h: '1' })
    expect(says(result)).toEqual(['task-definition.json: container `app`: left out the labels that are null: `g`.'])
  })

  test('elsewhere is left as it is', () => {
    const definition = { ...WEB, volumes: null, containerDefinitions: [null, { name: 'app', environment: null }] }
    expect(tidy(definition, 'x')).toEqual({ value: definition, notes: [] })
  })
})
