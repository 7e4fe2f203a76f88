// The name of a CodeDeploy deployment configuration, asked of a service that ECS itself deploys to: the same in our words. Pure.
import { near } from '../../domain/near.ts'
import { Problem } from '../../domain/problem.ts'
import type { Shape } from '../../domain/shape.ts'
import type { StrategyAsked } from '../../inputs/inputs.ts'

type Named = Extract<StrategyAsked, { readonly kind: 'configuration' }>

/** AWS's own. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
const SAME_IN_OUR_WORDS: ReadonlyMap<string, string> = new Map([
  ['CodeDeployDefault.ECSAllAtOnce', 'all-at-once'],
  ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 'linear 10% every 1m'],
  ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 'linear 10% every 3m'],
  ['CodeDeployDefault.ECSCanary10Percent5Minutes', 'canary 10% for 5m'],
  ['CodeDeployDefault.ECSCanary10Percent15Minutes', 'canary 10% for 15m']
])

/** Each of our strategies, as it is written. */
const EXAMPLES: Readonly<Record<Shape['kind'], string>> = {
  canary: 'canary 10% for 5m',
  linear: 'linear 10% every 1m',
  'all-at-once': 'all-at-once',
  'blue-green': 'blue-green',
  rolling: 'rolling'
}

/** A single word that is none of ours is the name of a configuration, or a slip. */
export function notOfEcs({ name, input }: Named): Problem {
  const same = SAME_IN_OUR_WORDS.get(name)
  const slip = input === 'strategy' && same === undefined ? meant(name) : undefined
  if (slip !== undefined) {
    return new Problem('STRATEGY_UNFIT', {
      place: { kind: 'input', name: input },
      found: `${name} is no strategy; taken for the name of a CodeDeploy deployment configuration, it is of no use to a service that ECS itself deploys to`,
      remedy: `Write \`${slip}\`, if that is what was meant.`
    })
  }
  const instead = input === 'strategy' ? '' : ` in place of \`${input}\``
  return new Problem('STRATEGY_UNFIT', {
    place: { kind: 'input', name: input },
    found: `${name} is a deployment configuration of CodeDeploy, and the service is deployed to by ECS itself`,
    remedy:
      same === undefined
        ? `Write the same as \`strategy\`${instead}, like \`canary 10% for 5m\`, \`linear 10% every 1m\` or \`all-at-once\`.`
        : `Write \`strategy: ${same}\`${instead}, which moves the traffic in the same way.`
  })
}

function meant(name: string): string | undefined {
  const word = near(name, Object.keys(EXAMPLES))
  return Object.entries(EXAMPLES).find(([kind]) => kind === word)?.[1]
}
