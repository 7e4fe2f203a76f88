// A line of the user's file is shown with its problem; never one that a secret stands on.
import { describe, expect, test } from '@jest/globals'
import { readDocument } from '../../../../src/inputs/document.ts'
import { NO_EDITS } from '../../../../src/inputs/inputs.ts'
import { render } from '../../../../src/plan/task-definition.ts'

async function told(text: string, path = 'task-definition.json'): Promise<string> {
  const read = await readDocument({ path, text })
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join())
  const result = render({ document: read.value.document, known: undefined }, NO_EDITS)
  if (result.ok) return JSON.stringify(result.value.notes)
  return JSON.stringify(
    result.problems.map(({ message, place, expected, remedy }) => ({ message, place, expected, remedy }))
  )
}

const web = (members: string, app: string): string =>
  `{ "family": "web", "memory": "512", ${members}\n"containerDefinitions": [{ "name": "app", "image": "a",\n${app}\n}] }`

describe('a secret', () => {
  test.each([
    ['of a variable', '"essential": 1, "environment": [{ "name": "T", "value": "hunter2" }]'],
    ['of a label', '"essential": 1, "dockerLabels": { "token": "hunter2" }'],
    ['of a log option', '"logConfiguration": { "logDriver": "splunkk", "options": { "splunk-token": "hunter2" } }'],
    [
      'of a log option of another type',
      '"logConfiguration": { "logDriver": 7, "options": { "splunk-token": "hunter2" } }'
    ],
    ['that is a number', '"essential": 1, "environment": [{ "name": "T", "value": 4242424242 }]'],
    ['written where its source belongs', '"secrets": [{ "name": "T", "valueFrom": "hunter2 is it" }]'],
    ['of a property nobody knows', '"enviroment": [{ "name": "T", "value": "hunter2" }]'],
    ['of a property nobody knows at all', '"passwords": ["hunter2"], "essential": 1'],
    ['in a slip', '"environmnt": "hunter2"'],
    [
      'of a router',
      '"essential": 1, "firelensConfiguration": { "type": "fluentbit", "options": { "key": "hunter2" } }'
    ],
    ['of a repository', '"essential": 1, "healthCheck": { "token": "hunter2" }']
  ])('%s is never shown with its line', async (_, app) => {
    const says = await told(web('', app))
    expect(says).toMatch(/line/)
    expect(says).not.toMatch(/hunter2|4242424242/)
  })

  test('of a tag is not shown with its line', async () => {
    const says = await told(web('"cpu": 7, "tags": [{ "key": "a", "value": "hunter2" }],', '"cpu": 1'))
    expect(says).toContain('`cpu` is the number 7')
    expect(says).not.toContain('hunter2')
  })

  test('in YAML is not shown either', async () => {
    const text =
      'family: web\nmemory: "512"\ncontainerDefinitions:\n  - name: app\n    image: a\n    environment: { T: hunter2 }\n'
    expect(await told(text, 'task-definition.yaml')).not.toContain('hunter2')
  })
})

test('a line without one is shown', async () => {
  expect(await told(web('', '"essential": 1'))).toContain('"text":"\\"essential\\": 1"')
})
