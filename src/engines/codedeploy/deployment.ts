// One deployment, read by its id: alike for whoever looks for ours and whoever watches it.
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import type { CodeDeploy } from '../../aws/ports.ts'
import { given } from './snapshot.ts'

export type Options = { readonly signal?: AbortSignal }

export async function readDeployment(codedeploy: CodeDeploy, id: string, options?: Options): Promise<DeploymentInfo> {
  const { deploymentInfo } = await codedeploy.getDeployment({ deploymentId: id }, options)
  return given(deploymentInfo, 'codedeploy:GetDeployment', 'deploymentInfo')
}
