// One deployment, read by its id: alike for whoever looks for ours, whoever watches it and whoever finds one.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { CodeDeploy } from '../../aws/ports.ts'
import type { Options } from '../looking.ts'
import { given } from '../facts.ts'

export async function readDeployment(codedeploy: CodeDeploy, id: string, options?: Options): Promise<DeploymentInfo> {
  const { deploymentInfo } = await codedeploy.getDeployment({ deploymentId: id }, options)
  return given(deploymentInfo, 'codedeploy:GetDeployment', 'deploymentInfo')
}
