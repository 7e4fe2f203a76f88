// CodeDeploy behind its ports. Loaded on first use; rejects as the SDK does, which only clients.ts may see.
import {
  CodeDeployClient,
  type CodeDeployClientConfig,
  ContinueDeploymentCommand,
  CreateDeploymentCommand,
  CreateDeploymentConfigCommand,
  GetDeploymentCommand,
  GetDeploymentConfigCommand,
  GetDeploymentGroupCommand,
  GetDeploymentTargetCommand,
  ListDeploymentsCommand,
  StopDeploymentCommand
} from '@aws-sdk/client-codedeploy'
import { abortable } from './guard.ts'
import type { CodeDeploy } from './ports.ts'

export function connectCodeDeploy(settings: CodeDeployClientConfig): CodeDeploy {
  const client = new CodeDeployClient(settings)
  return {
    getDeploymentGroup: (input, options) => client.send(new GetDeploymentGroupCommand(input), abortable(options)),
    getDeploymentConfig: (input, options) => client.send(new GetDeploymentConfigCommand(input), abortable(options)),
    createDeploymentConfig: (input, options) =>
      client.send(new CreateDeploymentConfigCommand(input), abortable(options)),
    createDeployment: (input, options) => client.send(new CreateDeploymentCommand(input), abortable(options)),
    getDeployment: (input, options) => client.send(new GetDeploymentCommand(input), abortable(options)),
    getDeploymentTarget: (input, options) => client.send(new GetDeploymentTargetCommand(input), abortable(options)),
    stopDeployment: (input, options) => client.send(new StopDeploymentCommand(input), abortable(options)),
    continueDeployment: (input, options) => client.send(new ContinueDeploymentCommand(input), abortable(options)),
    listDeployments: (input, options) => client.send(new ListDeploymentsCommand(input), abortable(options))
  }
}
