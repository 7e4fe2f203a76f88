// action.yml, the catalog of inputs, the list of outputs and the README agree.
import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { CATALOG, INPUT_NAMES, type InputName } from '../src/inputs/catalog.ts'
import { OUTPUTS } from '../src/out/outputs.ts'

interface Declared {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

const text = read('../action.yml')
const action = parse(text) as {
  readonly name: string
  readonly description: string
  readonly author: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Readonly<Record<string, Declared>>
  readonly outputs: Readonly<Record<string, Declared>>
  readonly runs: Readonly<Record<string, string>>
}

/** These mean something else when they are given, even with their default: declaring it would always give them. */
const NEVER_GIVEN_BY_US: readonly InputName[] = [
  'cluster',
  'wait-until',
  'pause-minutes',
  'pause-timeout-action',
  'run-task-assign-public-IP',
  'run-task-launch-type'
]

/** The inputs of the official deploy and render actions, which a user keeps when only the `uses:` line changes. */
const OFFICIAL = `
  task-definition desired-count service cluster wait-for-service-stability wait-for-minutes wait-max-delay-seconds
  codedeploy-appspec codedeploy-application codedeploy-deployment-group codedeploy-deployment-description
  codedeploy-deployment-config force-new-deployment service-managed-ebs-volume-name service-managed-ebs-volume run-task
  run-task-container-overrides run-task-security-groups run-task-subnets run-task-assign-public-IP
  run-task-capacity-provider-strategy run-task-launch-type run-task-started-by run-task-tags
  run-task-managed-ebs-volume-name run-task-managed-ebs-volume wait-for-task-stopped enable-ecs-managed-tags
  propagate-tags keep-null-value-keys max-retries
  task-definition-arn task-definition-family task-definition-revision container-name image environment-variables
  env-files secrets log-configuration-log-driver log-configuration-options docker-labels command task-role-arn
  execution-role-arn
`
  .trim()
  .split(/\s+/)

describe('inputs', () => {
  test('action.yml and the catalog name the same inputs', () => {
    expect(Object.keys(action.inputs).toSorted()).toEqual(INPUT_NAMES.toSorted())
  })

  test('no input is asked for whatever the others say', () => {
    expect(Object.values(action.inputs).filter((input) => input.required !== false)).toEqual([])
  })

  test('the order in which the task definition is changed is told', () => {
    expect(action.inputs['images']?.description).toContain(
      'images, environment variables, environment files, secrets, Docker labels, log configuration, command, roles, size, and `task-definition-patch` last'
    )
  })

  test('no two inputs share the variable the runner hands them over in', () => {
    expect(new Set(INPUT_NAMES.map((name) => name.toUpperCase())).size).toBe(INPUT_NAMES.length)
  })

  test('every input of the official actions is declared', () => {
    expect(OFFICIAL.filter((name) => !(name in action.inputs))).toEqual([])
    expect(OFFICIAL).toHaveLength(45)
  })

  test.each(INPUT_NAMES)('%s has the default of the catalog, and says so', (name) => {
    const expected = CATALOG[name].default
    const declared = action.inputs[name]
    expect(declared?.default).toBe(NEVER_GIVEN_BY_US.includes(name) ? undefined : expected)
    expect(declared?.description).toContain(
      expected === undefined || expected.includes('${{') ? 'Default: ' : `Default: \`${expected}\``
    )
  })

  test.each(INPUT_NAMES)('%s says whether it is built', (name) => {
    const entry = CATALOG[name]
    const partly = entry.built && entry.later !== undefined
    const description = action.inputs[name]?.description ?? ''
    expect(/not built yet: refused when set/i.test(description)).toBe(!entry.built || partly)
  })

  test.each(INPUT_NAMES)('the words of %s that are not built yet are named', (name) => {
    const entry = CATALOG[name]
    for (const word of Object.keys((entry.built && entry.later) || {})) {
      expect(action.inputs[name]?.description).toContain(`\`${word}\``)
    }
  })
})

describe('outputs', () => {
  test('action.yml and the code name the same outputs', () => {
    expect(Object.keys(action.outputs).toSorted()).toEqual(OUTPUTS.toSorted())
  })

  test.each(OUTPUTS)('%s is described', (name) => {
    expect(action.outputs[name]?.description).toMatch(/\.$/)
  })
})

describe('the shape of action.yml', () => {
  test('both halves are the same bundle on Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js', post: 'dist/post.js' })
  })

  test('the marketplace has what it asks for', () => {
    expect(action.name).toBe('ECS Canary Deploy')
    expect(action.author).not.toBe('')
    expect(action.description.length).toBeLessThanOrEqual(125)
    expect(action.branding).toEqual({ icon: 'feather', color: 'yellow' })
  })

  // The runner refuses a file with an expression where none may stand; only a default may hold one.
  test('an expression stands in defaults only', () => {
    const lines = text.split('\n').filter((line) => line.includes('${{'))
    expect(lines).toEqual(["    default: '${{ github.token }}'"])
  })

  test('every default is text, as the runner hands it over', () => {
    for (const input of Object.values(action.inputs)) expect(['string', 'undefined']).toContain(typeof input.default)
  })
})

const README = new URL('../README.md', import.meta.url)
if (existsSync(README)) {
  const readme = readFileSync(README, 'utf8')
  describe('README.md', () => {
    test.each([...INPUT_NAMES, ...OUTPUTS])('names %s', (name) => {
      expect(readme).toContain(`\`${name}\``)
    })
  })
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}
