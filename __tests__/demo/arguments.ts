// What the demo is asked for on the command line, or what is wrong with it.
import { parseArgs } from 'node:util'
import { near } from '../../src/domain/near.ts'

export type Asked =
  | { readonly kind: 'play'; readonly scenario: string; readonly speed: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly says: string }

export const USAGE = `npm run demo                      plays \`smooth\`: a canary of 10 % for 5 minutes, in about 15 seconds
npm run demo -- <scenario>        plays another one, for example \`alarm\` or \`ecs-canary\`
npm run demo -- pause-and-promote plays two jobs: a canary that waits, and the one that goes on
npm run demo -- --list            names every scenario, and what to look at
npm run demo -- --speed 120       another speed than 60 times life (1 to 600)

Exit code: 0 when each step ended with the verdict its scenario expects (for \`alarm\` that is a red step),
1 when it did not, 2 when the demo could not begin, 130 after Ctrl-C.`

export function understand(given: readonly string[], scenarios: readonly string[]): Asked {
  const wrong = (says: string): Asked => ({ kind: 'wrong', says })
  let read
  try {
    const speed = { type: 'string', default: '60' } as const
    const flag = { type: 'boolean', default: false } as const
    read = parseArgs({ args: [...given], options: { speed, list: flag, help: flag }, allowPositionals: true })
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = read
  if (values.help) return { kind: 'help' }
  if (values.list) return { kind: 'list' }
  const speed = Number(values.speed)
  if (!(speed >= 1 && speed <= 600)) return wrong(`--speed is a number from 1 to 600, not ${values.speed}`)
  const [scenario = 'smooth', ...more] = positionals
  if (more.length > 0) return wrong(`one scenario at a time, not ${positionals.join(', ')}`)
  if (!scenarios.includes(scenario)) return wrong(unknown(scenario, scenarios))
  return { kind: 'play', scenario, speed }
}

function unknown(name: string, scenarios: readonly string[]): string {
  const slip = near(name, scenarios)
  const alike = scenarios.filter((one) => one !== slip && name.length > 2 && one.includes(name))
  const meant = [...(slip === undefined ? [] : [slip]), ...alike]
  const hint = meant.length > 0 ? `Did you mean ${meant.join(', ')}?` : 'npm run demo -- --list names them all.'
  return `no scenario is named ${name}. ${hint}`
}
