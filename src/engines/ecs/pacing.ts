// How many tasks a rolling deployment starts and stops at once. Pure.
import type { Choice } from '../../domain/plan.ts'
import { Problem } from '../../domain/problem.ts'
import type { Deploying } from '../../inputs/inputs.ts'
import { failed, found, type Found } from '../found.ts'
import { isStrategy, type Configuration } from './configuration.ts'
import type { Settings } from './settings.ts'

type Asked = Pick<Deploying, 'minimumHealthyPercent' | 'maximumPercent'>

export interface Pacing {
  readonly settings: Settings
  readonly choices: readonly Choice[]
  /** It is not the pace the service has. */
  readonly differs: boolean
}

const INPUTS = { minimumHealthyPercent: 'minimum-healthy-percent', maximumPercent: 'maximum-percent' } as const
const MEMBERS = ['minimumHealthyPercent', 'maximumPercent'] as const satisfies (keyof Asked)[]

/** `has`: with the strategy that was asked for. */
export function decidePacing(asked: Asked, has: Configuration): Found<Pacing> {
  const given = MEMBERS.filter((member) => asked[member] !== undefined)
  const settings: Settings = Object.fromEntries(given.flatMap((member) => [[member, asked[member]]]))
  if (given.length === 0) return found({ settings, choices: [], differs: false })
  const choices = given.map((member): Choice => ({
    what: member === 'minimumHealthyPercent' ? 'minimum healthy percent' : 'maximum percent',
    value: `${has[member]} -> ${String(asked[member])}`,
    origin: 'input'
  }))
  const value: Pacing = { settings, choices, differs: given.some((member) => asked[member] !== has[member]) }
  if (has.strategy !== 'ROLLING') {
    return failed(value, ...given.map((member) => notRolling(INPUTS[member], has.strategy)))
  }
  return failed(value, ...stuck(asked, has, given), ...tooEarly(asked, has))
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html */
function stuck(asked: Asked, has: Configuration, given: readonly (keyof Asked)[]): readonly Problem[] {
  const healthy = asked.minimumHealthyPercent ?? has.minimumHealthyPercent
  const most = asked.maximumPercent ?? has.maximumPercent
  const [name] = given
  if (name === undefined || healthy < 100 || most > 100) return []
  return [
    new Problem('SERVICE_OPTION_UNFIT', {
      place: { kind: 'input', name: INPUTS[name] },
      found: `with a minimum of ${healthy} % healthy tasks and a maximum of ${most} % ECS may neither stop an old task nor start a new one, so the deployment would never move`,
      expected: 'a minimum below 100 or a maximum above 100',
      remedy: 'Lower `minimum-healthy-percent`, or raise `maximum-percent`.'
    })
  ]
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function tooEarly({ minimumHealthyPercent: asked }: Asked, { enough }: Configuration): readonly Problem[] {
  if (asked === undefined || asked <= enough) return []
  return [
    new Problem('SERVICE_OPTION_UNFIT', {
      place: { kind: 'input', name: INPUTS.minimumHealthyPercent },
      found: `the service counts a deployment as a success with ${enough} % healthy tasks (earlySuccessCriteria.healthyPercent), and AWS takes no minimum above that`,
      expected: `a minimum of at most ${enough} %`,
      remedy: 'Lower `minimum-healthy-percent`, or raise earlySuccessCriteria.healthyPercent of the service.'
    })
  ]
}

function notRolling(name: string, strategy: string): Problem {
  return new Problem('SERVICE_OPTION_UNFIT', {
    place: { kind: 'input', name },
    found: `\`${name}\` paces a rolling deployment, and the strategy is ${strategy}, which ${isStrategy(strategy) ? 'starts all new tasks beside the old ones' : 'this release does not know'}`,
    remedy: `Remove \`${name}\`, or write \`strategy: rolling\`.`
  })
}
