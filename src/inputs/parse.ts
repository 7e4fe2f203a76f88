// The text of all inputs to Inputs, or every problem at once.
import type { Note, Problem } from '../domain/problem.ts'
import { SECOND, type Result } from '../domain/units.ts'
import { ask, type Ask } from './ask.ts'
import { readDocument, type Read } from './document.ts'
import { boolean, listOf, text, wholeNumber, word, words } from './fields.ts'
import type { RawFile } from './files.ts'
import { imageNotes, readImages } from './images.ts'
import { NO_EDITS, type Inputs, type StrategyAsked } from './inputs.ts'
import { alarmName, codeDeployName } from './names.ts'
import type { RawInputs } from './raw.ts'
import { strategy } from './strategy.ts'
import { readTarget } from './target.ts'
import { readWait } from './wait.ts'

const POLICIES = ['rollback', 'stop', 'leave'] as const
const EVENTS = ['failure', 'alarm', 'stop'] as const

/** CodeDeploy's limit for one group: https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const MOST_ALARMS = 10

export async function parse(raw: RawInputs): Promise<Result<Inputs, Problem>> {
  const asked = ask(raw.values)
  const { read } = asked
  read('mode', word(['deploy']))
  read('on-active-deployment', word(['fail']))
  read('comment', word(['auto', 'never']))

  const taskDefinition = await readFile(asked, raw.taskDefinition)
  const appSpec = await readFile(asked, raw.appSpec)
  const target = readTarget(asked, raw.region)
  const images = readImages(asked)
  const alarms = read('alarms', listOf(alarmName)) ?? []
  const { until, allowance } = readWait(asked)
  const seconds = read('wait-max-delay-seconds', wholeNumber(10, 21_600))
  const rest = {
    strategy: readStrategy(asked),
    application: read('codedeploy-application', codeDeployName),
    group: read('codedeploy-deployment-group', codeDeployName),
    description: read('codedeploy-deployment-description', text),
    allowActiveAlarms: read('allow-active-alarms', boolean) ?? false,
    rollbackOn: read('rollback-on', words(EVENTS)),
    onTimeout: read('on-timeout', word(POLICIES)) ?? 'rollback',
    onCancel: read('on-cancel', word(POLICIES)) ?? 'rollback',
    maxRetries: read('max-retries', wholeNumber(0, 10)) ?? 3
  } as const
  checkTaskDefinition(asked, raw.taskDefinition)

  if (asked.problems.length > 0 || target === undefined || taskDefinition === undefined) {
    return { ok: false, problems: asked.problems }
  }
  const notes = [
    ...raw.notes,
    ...taskDefinition.notes,
    ...(appSpec?.notes ?? []),
    ...imageNotes(images),
    ...alarmNotes(alarms),
    ...keepNotes(asked)
  ]
  return {
    ok: true,
    value: {
      ...target,
      ...rest,
      base: { kind: 'file', document: taskDefinition.document },
      edits: { ...NO_EDITS, images },
      unknownProperties: 'slips',
      stripEmptyValues: false,
      keepRevisions: undefined,
      appSpec: appSpec?.document,
      hooks: [],
      desiredCount: undefined,
      forceNewDeployment: false,
      enableEcsManagedTags: undefined,
      propagateTags: undefined,
      ebsVolume: undefined,
      alarms,
      waitUntil: until,
      allowance,
      maxGap: seconds === undefined ? undefined : seconds * SECOND,
      notes
    }
  }
}

async function readFile(asked: Ask, raw: RawFile): Promise<Read | undefined> {
  switch (raw.kind) {
    case 'none':
      return undefined
    case 'refused':
      asked.report(raw.problem)
      return undefined
    case 'read': {
      const document = await readDocument(raw.file)
      if (document.ok) return document.value
      asked.report(...document.problems)
      return undefined
    }
  }
}

function checkTaskDefinition(asked: Ask, raw: RawFile): void {
  if (raw.kind !== 'none') return
  asked.missing('task-definition', {
    found: '`task-definition` is empty',
    expected: 'the path of a JSON or YAML file',
    remedy: 'Give the path of the file; if it comes from a step, check the step’s `id` and the name of its output.'
  })
}

function readStrategy(asked: Ask): StrategyAsked | undefined {
  const ours = asked.read('strategy', strategy)
  const name = asked.read('codedeploy-deployment-config', codeDeployName)
  if (asked.has('strategy') && asked.has('codedeploy-deployment-config')) {
    asked.conflict(
      'strategy',
      '`strategy` and `codedeploy-deployment-config` both say how the traffic moves',
      'Remove one of the two; `strategy` takes the name of a configuration as well.'
    )
  }
  return name === undefined ? ours : { kind: 'configuration', name }
}

function alarmNotes(alarms: readonly string[]): readonly Note[] {
  if (alarms.length <= MOST_ALARMS) return []
  return [
    {
      level: 'warning',
      says: `\`alarms\` names ${alarms.length} alarms; CodeDeploy takes at most ${MOST_ALARMS} for a deployment, those of the group included.`,
      remedy: 'Combine alarms in a composite alarm.'
    }
  ]
}

function keepNotes(asked: Ask): readonly Note[] {
  if (!asked.has('keep-null-value-keys')) return []
  return [
    { level: 'notice', says: '`keep-null-value-keys` changes nothing: this action never removes an empty value.' }
  ]
}
