// The CodeDeploy operations: parsed request in, reply out. [CD]
import { createDeployment, createDeploymentConfig } from './codedeploy-create.ts'
import * as deployments from './codedeploy-deployments.ts'
import * as setup from './codedeploy-setup.ts'
import type { Operation } from './state.ts'

export const CODEDEPLOY: Readonly<Record<string, Operation>> = {
  BatchGetDeployments: deployments.batchGetDeployments,
  BatchGetDeploymentTargets: deployments.batchGetDeploymentTargets,
  ContinueDeployment: deployments.continueDeployment,
  CreateDeployment: createDeployment,
  CreateDeploymentConfig: createDeploymentConfig,
  GetApplication: setup.getApplication,
  GetApplicationRevision: setup.getApplicationRevision,
  GetDeployment: deployments.getDeployment,
  GetDeploymentConfig: setup.getDeploymentConfig,
  GetDeploymentGroup: setup.getDeploymentGroup,
  GetDeploymentTarget: deployments.getDeploymentTarget,
  ListDeployments: deployments.listDeployments,
  ListDeploymentTargets: deployments.listDeploymentTargets,
  RegisterApplicationRevision: setup.registerApplicationRevision,
  StopDeployment: deployments.stopDeployment
}
