// How long this step stays: `wait-until`, and the two inputs of the official action that say the same in other words.
import type { OnActive, PauseAt, WaitUntil } from '../domain/plan.ts'
import { MINUTE, type Millis } from '../domain/units.ts'
import type { Ask } from './ask.ts'
import type { InputName } from './catalog.ts'
import { boolean, wholeNumber, word } from './fields.ts'
import type { Mode } from './inputs.ts'

export interface Stay {
  readonly until: WaitUntil
  readonly allowance: Millis
  /** `wait-for-service-stability`, as written. */
  readonly stable: boolean | undefined
}

/** Beyond the deployment's own timetable. */
const USUAL_MINUTES = 30
/** The job's own limit is six hours. */
const MOST_MINUTES = 360

const ENDS = ['complete', 'traffic-shifted', 'paused', 'started'] as const satisfies readonly WaitUntil[]

/** Ends that a mode has no use for, each with the reason. */
const NO_END: Readonly<Record<Mode, Readonly<Partial<Record<WaitUntil, string>>>>> = {
  deploy: {},
  promote: {},
  rollback: {
    'traffic-shifted': 'a roll-back is over only when the older revision serves all traffic for good',
    paused: 'a roll-back stops for nobody'
  },
  status: { started: 'status starts nothing' }
}

export function readWait(asked: Ask, mode: Mode, pauseAt: PauseAt | undefined): Stay {
  const written = asked.read('wait-until', word(ENDS))
  const stable = asked.read('wait-for-service-stability', boolean)
  const minutes = asked.read('wait-for-minutes', wholeNumber(0, MOST_MINUTES))

  const stays: readonly Said[] = [
    ...(written !== undefined && written !== 'started' ? [said('wait-until', written)] : []),
    ...(stable === true ? [said('wait-for-service-stability', 'true')] : [])
  ]
  const leaves: readonly Said[] = [
    ...(written === 'started' ? [said('wait-until', 'started')] : []),
    ...(stable === false ? [said('wait-for-service-stability', 'false')] : []),
    ...(minutes === 0 ? [said('wait-for-minutes', '0')] : [])
  ]
  const [stay] = stays
  const [leave] = leaves
  if (stay !== undefined && leave !== undefined) {
    const clash = `${stay.words} waits for the deployment and ${leave.words} does not`
    asked.conflict(written === undefined ? 'wait-for-service-stability' : 'wait-until', clash, 'Remove one of the two.')
  }
  const usual = pauseAt !== undefined || mode === 'promote' ? 'paused' : 'complete'
  const until = leave === undefined ? (written ?? usual) : 'started'
  const useless = NO_END[mode][until]
  if (useless !== undefined) {
    const { input, words } = leave ?? said('wait-until', until)
    asked.conflict(input, `${words} does not go with \`mode: ${mode}\`: ${useless}`, `Remove \`${input}\`.`)
  }
  if (leave !== undefined && pauseAt === 'after-canary') {
    asked.conflict(
      'pause-at',
      `\`pause-at: after-canary\` needs this step to let the deployment pass its first pause, before the canary, and ${leave.words} lets the step leave`,
      `Remove \`${leave.input}\`, or write \`pause-at: before-each-shift\` and promote the first pause as well.`
    )
  }
  return { until, allowance: (minutes ?? USUAL_MINUTES) * MINUTE, stable }
}

/** An input and its value, as the user said them. */
interface Said {
  readonly input: InputName
  readonly words: string
}

function said(input: InputName, value: string): Said {
  return { input, words: `\`${input}: ${value}\`` }
}

/** What to do about a deployment that is under way already. */
export function readOnActive(asked: Ask, { until }: Stay): OnActive {
  const onActive = asked.read('on-active-deployment', word(['fail', 'wait', 'replace'] as const)) ?? 'fail'
  if (onActive === 'wait' && until === 'started') {
    asked.conflict(
      'on-active-deployment',
      '`on-active-deployment: wait` waits for the other deployment, and this step is told to wait for nothing',
      'Remove what says so (`wait-until: started`, `wait-for-minutes: 0` or `wait-for-service-stability: false`), or write `on-active-deployment: fail`.'
    )
  }
  return onActive
}
