// ECS behind its ports. Loaded on first use; rejects as the SDK does, which only clients.ts may see.
import {
  ContinueServiceDeploymentCommand,
  DeregisterTaskDefinitionCommand,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  type ECSClientConfig,
  ListServiceDeploymentsCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  StopServiceDeploymentCommand,
  UpdateServiceCommand
} from '@aws-sdk/client-ecs'
import { keepAnswer, sendAsWritten } from './plain-json.ts'
import { abortable } from './guard.ts'
import type { Ecs } from './ports.ts'

/** `sent` is called as soon as a request is on its way. */
export function connectEcs(settings: ECSClientConfig, sent: () => void): Ecs {
  const client = new ECSClient(settings)
  client.middlewareStack.add(
    (next) => (args) => {
      const answer = next(args)
      sent()
      return answer
    },
    { step: 'deserialize', priority: 'low', name: 'sent' }
  )
  return {
    describeServices: (input, options) => client.send(new DescribeServicesCommand(input), abortable(options)),
    describeServicesAsWritten: async (input, options) => {
      const command = new DescribeServicesCommand(input)
      const answer = keepAnswer(command)
      await client.send(command, abortable(options))
      return answer()
    },
    describeTaskDefinition: async (input, options) => {
      const command = new DescribeTaskDefinitionCommand(input)
      const answer = keepAnswer(command)
      await client.send(command, abortable(options))
      return answer()
    },
    registerTaskDefinition: async (definition, options) => {
      // The typed input is a stand-in; what is sent is the definition itself.
      const command = new RegisterTaskDefinitionCommand({ family: '-', containerDefinitions: [] })
      sendAsWritten(command, definition)
      const answer = keepAnswer(command)
      await client.send(command, abortable(options))
      return answer()
    },
    listTaskDefinitions: (input, options) => client.send(new ListTaskDefinitionsCommand(input), abortable(options)),
    deregisterTaskDefinition: (input, options) =>
      client.send(new DeregisterTaskDefinitionCommand(input), abortable(options)),
    updateService: async (input, options) => {
      // The typed input is a stand-in here, too.
      const command = new UpdateServiceCommand({ service: '-' })
      sendAsWritten(command, input)
      const answer = keepAnswer(command)
      await client.send(command, abortable(options))
      return answer()
    },
    listServiceDeployments: (input, options) =>
      client.send(new ListServiceDeploymentsCommand(input), abortable(options)),
    describeServiceDeployments: (input, options) =>
      client.send(new DescribeServiceDeploymentsCommand(input), abortable(options)),
    describeServiceRevisions: (input, options) =>
      client.send(new DescribeServiceRevisionsCommand(input), abortable(options)),
    stopServiceDeployment: (input, options) => client.send(new StopServiceDeploymentCommand(input), abortable(options)),
    continueServiceDeployment: (input, options) =>
      client.send(new ContinueServiceDeploymentCommand(input), abortable(options)),
    listTasks: (input, options) => client.send(new ListTasksCommand(input), abortable(options)),
    describeTasks: (input, options) => client.send(new DescribeTasksCommand(input), abortable(options))
  }
}
