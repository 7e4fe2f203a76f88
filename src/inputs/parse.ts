// The text of all inputs to Inputs, or every problem at once.
import type { Policy } from '../domain/plan.ts'
import type { Note, Problem } from '../domain/problem.ts'
import { SECOND, type Result } from '../domain/units.ts'
import { ask, type Ask } from './ask.ts'
import { baseNotes, readBase, readRevision } from './base.ts'
import { readDeployment } from './deployment-id.ts'
import { readDocument, type Read } from './document.ts'
import { boolean, listOf, text, wholeNumber, word, words } from './fields.ts'
import { readEbsVolume } from './ebs-volume.ts'
import { readEdits } from './edits.ts'
import type { RawFile } from './files.ts'
import { hooks } from './hooks.ts'
import { readGate } from './gate.ts'
import type { Inputs, Mode, StrategyAsked } from './inputs.ts'
import { heeds, readMode } from './mode.ts'
import { alarmName, codeDeployName } from './names.ts'
import { readPace } from './pace.ts'
import type { RawInputs } from './raw.ts'
import { strategy } from './strategy.ts'
import { readTarget } from './target.ts'
import { readOnActive, readWait } from './wait.ts'
import { checkWithoutService } from './without-service.ts'

const POLICIES = ['rollback', 'stop', 'leave'] as const satisfies readonly Policy[]
/** What holds when nothing is said: `status` writes nothing. */
const POLICY: Readonly<Record<Mode, Policy>> = {
  deploy: 'rollback',
  promote: 'rollback',
  rollback: 'rollback',
  status: 'leave'
}
const EVENTS = ['failure', 'alarm', 'stop'] as const
const UNKNOWN = ['error', 'warn', 'ignore'] as const
const TAG_SOURCES = ['SERVICE', 'TASK_DEFINITION', 'NONE'] as const

/** Of a service, and of a family: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
const MOST_TASKS = 5_000
const MOST_REVISIONS = 1_000_000

export async function parse(raw: RawInputs): Promise<Result<Inputs, Problem>> {
  const { mode, asked } = readMode(ask(raw.values))
  const { read } = asked
  read('comment', word(['auto', 'never']))

  const taskDefinition = heeds(mode, 'task-definition') ? await readFile(asked, raw.taskDefinition) : undefined
  const appSpec = heeds(mode, 'codedeploy-appspec') ? await readFile(asked, raw.appSpec) : undefined
  const revision = readRevision(asked)
  const { deploymentId, hookId, arn } = readDeployment(asked)
  const target = readTarget(asked, raw.region, { revision: revision?.arn, deployment: arn })
  const base = readBase(asked, mode, taskDefinition, revision)
  const { edits, notes: editNotes } = await readEdits(asked, raw.patch)
  const alarms = read('alarms', listOf(alarmName)) ?? []
  const gate = readGate(asked)
  const stay = readWait(asked, mode, gate.pauseAt)
  const seconds = read('wait-max-delay-seconds', wholeNumber(10, 21_600))
  const rest = {
    mode,
    deploymentId,
    hookId,
    ...gate,
    ...readPace(asked),
    onActive: readOnActive(asked, stay),
    unknownProperties: read('unknown-properties', word(UNKNOWN)) ?? 'slips',
    stripEmptyValues: readStrip(asked),
    keepRevisions: read('keep-revisions', wholeNumber(1, MOST_REVISIONS)),
    strategy: readStrategy(asked),
    application: read('codedeploy-application', codeDeployName),
    group: read('codedeploy-deployment-group', codeDeployName),
    description: read('codedeploy-deployment-description', text),
    hooks: read('codedeploy-hooks', hooks) ?? [],
    desiredCount: read('desired-count', wholeNumber(0, MOST_TASKS)),
    forceNewDeployment: read('force-new-deployment', boolean) ?? false,
    enableEcsManagedTags: read('enable-ecs-managed-tags', boolean),
    propagateTags: read('propagate-tags', word(TAG_SOURCES)),
    ebsVolume: await readEbsVolume(asked),
    allowActiveAlarms: read('allow-active-alarms', boolean) ?? false,
    rollbackOn: read('rollback-on', words(EVENTS)),
    onTimeout: read('on-timeout', word(POLICIES)) ?? POLICY[mode],
    onCancel: read('on-cancel', word(POLICIES)) ?? POLICY[mode],
    maxRetries: read('max-retries', wholeNumber(0, 10)) ?? 3
  } as const
  if (mode === 'deploy') checkWithoutService(asked, stay.stable)

  if (asked.problems.length > 0 || target === undefined || base === undefined) {
    return { ok: false, problems: asked.problems }
  }
  const notes = [
    ...raw.notes,
    ...(taskDefinition?.notes ?? []),
    ...(appSpec?.notes ?? []),
    ...baseNotes(base, mode),
    ...editNotes,
    ...keepNotes(asked)
  ]
  return {
    ok: true,
    value: {
      ...target,
      ...rest,
      base,
      edits,
      appSpec: appSpec?.document,
      appSpecByDefault: appSpec !== undefined && !asked.has('codedeploy-appspec'),
      alarms,
      waitUntil: stay.until,
      allowance: stay.allowance,
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

/** The official action keeps the keys named; here nobody could tell which of the two inputs wins. */
function readStrip(asked: Ask): boolean {
  const strips = asked.read('strip-empty-values', boolean) ?? false
  if (strips && asked.has('keep-null-value-keys')) {
    asked.conflict(
      'strip-empty-values',
      '`strip-empty-values` removes every empty value, and `keep-null-value-keys` wants to keep some',
      'Remove `strip-empty-values`: this action then keeps every value, those keys included.'
    )
  }
  return strips
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
  return name === undefined ? ours : { kind: 'configuration', name, input: 'codedeploy-deployment-config' }
}

function keepNotes(asked: Ask): readonly Note[] {
  if (!asked.has('keep-null-value-keys')) return []
  return [
    { level: 'notice', says: '`keep-null-value-keys` changes nothing: this action never removes an empty value.' }
  ]
}
