// A strategy is asked for that the service is not configured with.
import { CANARY, LINEAR, ROLLING, configured } from './scenarios-ecs-parts.ts'
import type { JobPlan, Scenario } from './scenario.ts'

const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 3 }
const asking = (strategy: string): { readonly jobs: readonly JobPlan[] } => ({
  jobs: [{ name: 'deploy', inputs: { strategy } }]
})

export const ASKED: readonly Scenario[] = [
  {
    name: 'ecs-canary-asked',
    says: 'A rolling service is deployed as a canary of 10 % for five minutes.',
    lookAt: 'The strategy is stored in the service; what was configured beside it stays.',
    native: { world: configured(ROLLING) },
    ...asking('canary 10% for 5m')
  },
  {
    name: 'ecs-linear-asked',
    says: 'A blue/green service is deployed in four steps of 25 %, two minutes apart.',
    lookAt: 'The bake of the service stays, the steps are those that were asked for.',
    native: { world: configured(BLUE_GREEN) },
    ...asking('linear 25% every 2m')
  },
  {
    name: 'ecs-blue-green-asked',
    says: 'A linear service is deployed at once, with ten minutes of bake.',
    lookAt: 'One production step, and linearConfiguration is gone.',
    native: { world: configured(LINEAR) },
    ...asking('blue-green, bake 10m')
  },
  {
    name: 'ecs-rolling-asked',
    says: 'A canary service is deployed task by task.',
    lookAt: 'No weights; canaryConfiguration is gone from the service.',
    native: { world: configured(CANARY) },
    ...asking('rolling')
  },
  {
    name: 'ecs-canary-asked-plain-balancer',
    says: 'A canary is asked of a rolling service whose load balancer has no advanced configuration.',
    lookAt: 'UpdateService would refuse it; that can be known before.',
    native: { world: { ...configured(ROLLING), balancers: 'plain' } },
    ...asking('canary 10% for 5m')
  }
]
