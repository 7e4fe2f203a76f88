// What has to be so before a deployment starts: the configuration exists, and the service itself is as it was asked to be.
import type { Aws } from '../../aws/ports.ts'
import type { CodeDeployPlan, ServiceUpdate } from '../../domain/plan.ts'
import type { Engine } from '../../domain/ports.ts'
import { isPassing, Problem } from '../../domain/problem.ts'
import type { Tools } from '../kit.ts'
import { otherwiseNamed } from './configuration.ts'
import { isUncertain, sighted, unhurried } from '../sending.ts'
import { updateText } from '../service-update.ts'
import { hasTaken } from './service-options.ts'
import { createConfiguration, routingIn, routingOf, same, type Routing } from './strategy.ts'

export function preparing(plan: CodeDeployPlan, { codedeploy, ecs }: Aws, tools: Tools): Engine['prepare'] {
  return async (changed) => {
    const routing = plan.shape && routingIn(plan.shape)
    // The configuration first: one that nobody uses harms nobody.
    if (plan.config?.create === true && routing !== undefined) {
      await createOrFind(plan.config.name, routing)
      await changed(`the deployment configuration ${plan.config.name} exists now`)
    }
    if (plan.serviceUpdate !== undefined) {
      await updateService(plan.serviceUpdate)
      await changed(toldOf(plan.serviceUpdate))
    }
  }

  async function createOrFind(name: string, routing: Routing): Promise<void> {
    try {
      await unhurried(tools, () => codedeploy.createDeploymentConfig(createConfiguration(name, routing)))
    } catch (error) {
      // Another run made it first, or the answer was lost. Either way it is right if it does what its name says.
      if (!(error instanceof Problem) || (error.code !== 'CONFIG_EXISTS' && !isPassing(error.code))) throw error
      const answer = await sighted(() => codedeploy.getDeploymentConfig({ deploymentConfigName: name }))
      if (answer === undefined) throw error
      const existing = routingOf(answer.deploymentConfigInfo?.trafficRoutingConfig)
      if (existing === undefined || !same(existing, routing)) throw otherwiseNamed(name)
    }
  }

  /** Sent once; after a lost answer the service itself tells whether it took effect. */
  async function updateService(update: ServiceUpdate): Promise<void> {
    const { cluster, service } = plan.target
    try {
      await unhurried(tools, () => ecs.updateService({ cluster, service, ...update }))
    } catch (error) {
      if (!(error instanceof Problem) || !isUncertain(error)) throw error
      const seen = await sighted(() => ecs.describeServices({ cluster, services: [service] }))
      if (!hasTaken(seen?.services?.[0], update)) throw error.after(`perhaps ${toldOf(update)}`)
    }
  }

  function toldOf(update: ServiceUpdate): string {
    return `the service ${plan.target.service} was changed: ${updateText(update)}`
  }
}
