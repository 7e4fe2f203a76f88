// How the user says the traffic is to move: our words, or the name of a CodeDeploy deployment configuration.
import { near } from '../domain/near.ts'
import type { Shape } from '../domain/shape.ts'
import { MINUTE, type Millis } from '../domain/units.ts'
import { accept, duration, percent, refuse, type Field, type Flaw, type Parser } from './fields.ts'
import type { StrategyAsked } from './inputs.ts'
import { codeDeployName } from './names.ts'
import { shown } from './words.ts'

const EXPECTED =
  '`canary 10% for 5m`, `linear 10% every 1m`, `all-at-once`, `blue-green` or `rolling`, any of them with `, bake 10m` behind it, or the name of a CodeDeploy deployment configuration'
const WORDS = ['canary', 'linear', 'all-at-once', 'blue-green', 'rolling']

/** Both are matched against single spaces: runs of spaces would make them slow. */
const BAKE = /^([^,]*?) ?, ?bake (\S+)$/
const STEPPED = /^(canary|linear) (\S+(?: %)?) (for|every) (\S+)$/
const LONGEST: Millis = 2_880 * MINUTE
const LINK: Readonly<Record<string, string>> = { canary: 'for', linear: 'every' }

export const strategy: Parser<StrategyAsked> = (written) => {
  const lower = written.toLowerCase().split(/\s+/).join(' ')
  const baked = BAKE.exec(lower)
  const main = baked?.[1] ?? lower
  if (!/\s/.test(written) && !WORDS.includes(lower)) return configuration(written)

  const shape = shapeOf(main)
  const bake = baked?.[2] === undefined ? undefined : minutes(baked[2])
  const flaws = [shape, bake].flatMap((field) => (field === undefined || field.ok ? [] : field.problems))
  if (!shape.ok || (bake !== undefined && !bake.ok)) return { ok: false, problems: flaws }
  return accept({ kind: 'shape', written, shape: bake === undefined ? shape.value : withBake(shape.value, bake.value) })
}

function configuration(written: string): Field<StrategyAsked> {
  const name = codeDeployName(written)
  return name.ok ? accept({ kind: 'configuration', name: name.value, input: 'strategy' }) : refuse(unknown(written))
}

function shapeOf(main: string): Field<Shape> {
  if (main === 'all-at-once' || main === 'blue-green' || main === 'rolling') return accept({ kind: main })
  if (main === 'canary') return incomplete('canary', 'canary 10% for 5m')
  if (main === 'linear') return incomplete('linear', 'linear 10% every 1m')
  const [, kind, share, link, span] = STEPPED.exec(main) ?? []
  if (kind === undefined || share === undefined || span === undefined || LINK[kind] !== link)
    return refuse(unknown(main))
  return stepped(kind, share, span)
}

function stepped(kind: string, share: string, span: string): Field<Shape> {
  const weight = percent(share)
  const time = minutes(span)
  if (!weight.ok || !time.ok) return refuse(...(weight.ok ? [] : weight.problems), ...(time.ok ? [] : time.problems))
  return accept(
    kind === 'canary'
      ? { kind: 'canary', first: weight.value, hold: time.value }
      : { kind: 'linear', step: weight.value, every: time.value }
  )
}

/**
 * Both engines count in whole minutes, and none shifts for more than two days; what else they cannot do, each says itself:
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const minutes: Parser<Millis> = (written) => {
  const time = duration(written)
  if (!time.ok) return time
  if (time.value % MINUTE !== 0) {
    return refuse({
      found: `${shown(written)} is not a whole number of minutes`,
      expected: 'whole minutes',
      remedy: 'Write whole minutes, like `5m`.'
    })
  }
  if (time.value <= LONGEST) return time
  return refuse({
    found: `${shown(written)} is longer than any engine holds`,
    expected: 'at most 2880 minutes (48h)',
    remedy: 'Write a shorter time.'
  })
}

/** All at once with a bake is what blue/green means. */
function withBake(shape: Shape, bake: Millis): Shape {
  return shape.kind === 'all-at-once' ? { kind: 'blue-green', bake } : { ...shape, bake }
}

function incomplete(word: string, whole: string): Field<never> {
  return refuse({
    found: `\`${word}\` does not say how much traffic and how long`,
    expected: `\`${whole}\``,
    remedy: `Write \`${whole}\` with your own numbers.`
  })
}

function unknown(written: string): Flaw {
  const first = written.split(/[\s,]/)[0] ?? ''
  const meant = WORDS.includes(first) ? undefined : near(first, WORDS)
  return {
    expected: EXPECTED,
    remedy: meant === undefined ? 'Write one of these.' : `Write \`${meant}\` first, if that is what was meant.`
  }
}
