// node __tests__/simulator/cli.ts --scenario smooth --speed 60 [--port 0] [--list]
import { parseArgs } from 'node:util'
import { scaledClock } from './clock.ts'
import { SCENARIOS, scenario } from './scenarios.ts'
import { startSimulator } from './server.ts'

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'smooth' },
    speed: { type: 'string', default: '60' },
    port: { type: 'string', default: '0' },
    list: { type: 'boolean', default: false }
  }
})

if (values.list) {
  for (const { name, says } of Object.values(SCENARIOS)) console.log(`${name.padEnd(36)} ${says}`)
} else {
  const chosen = scenario(values.scenario)
  const simulator = await startSimulator({
    scenario: chosen,
    now: scaledClock(Number(values.speed)),
    port: Number(values.port)
  })
  const { settings } = simulator.world
  console.log(`# ${chosen.name}: ${chosen.says}`)
  console.log(`# look at: ${chosen.lookAt}`)
  console.log(`# cluster ${settings.cluster}, service ${settings.service}, family ${settings.family}, ${values.speed}x`)
  for (const line of [
    `AWS_ENDPOINT_URL=${simulator.url}`,
    `AWS_REGION=${settings.region}`,
    'AWS_ACCESS_KEY_ID=AKIDSIMULATOR',
    'AWS_SECRET_ACCESS_KEY=simulator',
    'AWS_EC2_METADATA_DISABLED=true'
  ])
    console.log(`export ${line}`)
  process.once('SIGINT', () => void simulator.close())
}
