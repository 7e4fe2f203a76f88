// Everything that is to be different from the base: containers first, then the task, then the patch that goes over it all.
import type { Note } from '../domain/problem.ts'
import type { Ask } from './ask.ts'
import type { InputName } from './catalog.ts'
import { command } from './command.ts'
import { listOf, word } from './fields.ts'
import { imageNotes, readImages } from './images.ts'
import type { Edits, Pair } from './inputs.ts'
import { containerName } from './names.ts'
import { pairs } from './pairs.ts'
import { readPatch, type RawPatch } from './patch.ts'
import { cpuSize, environmentFiles, memorySize, roleName } from './task-fields.ts'
import { oneOf, shown } from './words.ts'

export interface EditsAsked {
  readonly edits: Edits
  readonly notes: readonly Note[]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const LOG_DRIVERS = [
  'json-file',
  'syslog',
  'journald',
  'logentries',
  'gelf',
  'fluentd',
  'awslogs',
  'splunk',
  'awsfirelens'
] as const

/** What changes the containers in `container-name`, beside `image`. */
const OF_A_CONTAINER: readonly InputName[] = [
  'environment-variables',
  'env-files',
  'secrets',
  'docker-labels',
  'log-configuration-log-driver',
  'log-configuration-options',
  'command'
]

/** What `env-update-strategy` is for. */
const REPLACED = ['environment-variables', 'secrets', 'docker-labels'] as const

export async function readEdits(asked: Ask, rawPatch: RawPatch): Promise<EditsAsked> {
  const { read } = asked
  const containers = read('container-name', listOf(containerName)) ?? []
  const edited = OF_A_CONTAINER.some((name) => asked.has(name))
  const images = readImages(asked, containers, edited)
  const environment = read('environment-variables', pairs('value'))
  const secrets = read('secrets', pairs('valueFrom'))
  const dockerLabels = read('docker-labels', pairs('value'))
  const logOptions = read('log-configuration-options', pairs('value')) ?? []
  const updateStrategy = read('env-update-strategy', word(['merge', 'replace'] as const)) ?? 'merge'
  const patch = await readPatch(asked, rawPatch)
  if (updateStrategy === 'replace') {
    checkReplacement(asked, { 'environment-variables': environment, secrets, 'docker-labels': dockerLabels })
  }
  checkNames(asked, environment ?? [], secrets ?? [])
  return {
    edits: {
      images,
      containers,
      environment: environment ?? [],
      environmentFiles: read('env-files', environmentFiles),
      secrets: secrets ?? [],
      dockerLabels: dockerLabels ?? [],
      updateStrategy,
      command: read('command', command),
      logDriver: read('log-configuration-log-driver', word(LOG_DRIVERS)),
      logOptions,
      taskRoleArn: read('task-role-arn', roleName),
      executionRoleArn: read('execution-role-arn', roleName),
      cpu: read('cpu', cpuSize),
      memory: read('memory', memorySize),
      patch: patch?.document
    },
    notes: [
      ...imageNotes(images),
      ...spaceNotes('environment-variables', environment ?? []),
      ...spaceNotes('docker-labels', dockerLabels ?? []),
      ...spaceNotes('log-configuration-options', logOptions),
      ...secretNotes(secrets ?? []),
      ...(patch?.notes ?? [])
    ]
  }
}

/** To replace by nothing may be meant or may be a step that gave nothing: neither is guessed. */
function checkReplacement(
  asked: Ask,
  lists: Readonly<Record<(typeof REPLACED)[number], readonly Pair[] | undefined>>
): void {
  const remedy = 'Give what is to remain, or remove a whole list with `task-definition-patch`.'
  if (!REPLACED.some((name) => asked.has(name))) {
    const found = `\`env-update-strategy\` is \`replace\`, and neither ${oneOf(REPLACED)} says by what`
    asked.conflict('env-update-strategy', found, remedy)
  }
  for (const name of REPLACED) {
    if (lists[name]?.length !== 0) continue
    asked.conflict(name, `\`env-update-strategy\` is \`replace\`, and \`${name}\` is an empty list`, remedy)
  }
}

/** AWS refuses a name that is both, and which of the two is meant cannot be told. */
function checkNames(asked: Ask, environment: readonly Pair[], secrets: readonly Pair[]): void {
  const both = namesOf(environment).filter((name) => namesOf(secrets).includes(name))
  if (both.length === 0) return
  const found = `\`secrets\` and \`environment-variables\` both give ${both.map(shown).join(', ')}`
  asked.conflict('secrets', found, 'Name each variable in one of them.')
}

function spaceNotes(input: InputName, list: readonly Pair[]): readonly Note[] {
  const spaced = list.filter(({ value }) => value.trim() !== value)
  if (spaced.length === 0) return []
  const says = `\`${input}\`: a space at the beginning or the end of a value is part of it: ${namesOf(spaced).join(', ')}.`
  return [{ level: 'notice', says }]
}

/** What AWS takes for `valueFrom`: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html */
const REFERENCE = /^(?:arn:[a-z-]+:(?:secretsmanager|ssm):\S+|[\w./-]+)$/

function secretNotes(secrets: readonly Pair[]): readonly Note[] {
  const odd = secrets.filter(({ value }) => !REFERENCE.test(value))
  if (odd.length === 0) return []
  return [
    {
      level: 'warning',
      says: `\`secrets\`: neither an ARN of Secrets Manager or Parameter Store nor the name of a parameter: ${namesOf(odd).join(', ')}.`,
      remedy: 'Give the place of the secret, not the secret itself: the task definition can be read by many.'
    }
  ]
}

function namesOf(list: readonly Pair[]): readonly string[] {
  return list.map(({ name }) => name)
}
