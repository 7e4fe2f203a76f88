// The AWS calls we make, as narrow function types. Every one rejects with a Problem and nothing else.
import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch'
import type {
  ContinueDeploymentInput,
  CreateDeploymentConfigInput,
  CreateDeploymentConfigOutput,
  CreateDeploymentInput,
  CreateDeploymentOutput,
  GetDeploymentConfigInput,
  GetDeploymentConfigOutput,
  GetDeploymentGroupInput,
  GetDeploymentGroupOutput,
  GetDeploymentInput,
  GetDeploymentOutput,
  GetDeploymentTargetInput,
  GetDeploymentTargetOutput,
  ListDeploymentsInput,
  ListDeploymentsOutput,
  StopDeploymentInput,
  StopDeploymentOutput
} from '@aws-sdk/client-codedeploy'
import type {
  ContinueServiceDeploymentRequest,
  ContinueServiceDeploymentResponse,
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeServiceDeploymentsRequest,
  DescribeServiceDeploymentsResponse,
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  DescribeTaskDefinitionRequest,
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListServiceDeploymentsRequest,
  ListServiceDeploymentsResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  ListTasksRequest,
  ListTasksResponse,
  StopServiceDeploymentRequest,
  StopServiceDeploymentResponse
} from '@aws-sdk/client-ecs'
import type { JsonObject } from '../domain/units.ts'

export type Call<Input, Output> = (input: Input, options?: { readonly signal?: AbortSignal }) => Promise<Output>

export interface Ecs {
  readonly describeServices: Call<DescribeServicesRequest, DescribeServicesResponse>
  /** The same as AWS wrote it, unchecked: what is read to be sent back must keep members the typed client does not know. */
  readonly describeServicesAsWritten: Call<DescribeServicesRequest, JsonObject>
  /** Plain JSON both ways: the typed client drops members it does not know, in requests and in answers. */
  readonly describeTaskDefinition: Call<DescribeTaskDefinitionRequest, JsonObject>
  readonly registerTaskDefinition: Call<JsonObject, JsonObject>
  readonly listTaskDefinitions: Call<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>
  readonly deregisterTaskDefinition: Call<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>
  /** Plain JSON both ways, unchecked. */
  readonly updateService: Call<JsonObject, JsonObject>
  readonly listServiceDeployments: Call<ListServiceDeploymentsRequest, ListServiceDeploymentsResponse>
  readonly describeServiceDeployments: Call<DescribeServiceDeploymentsRequest, DescribeServiceDeploymentsResponse>
  readonly describeServiceRevisions: Call<DescribeServiceRevisionsRequest, DescribeServiceRevisionsResponse>
  readonly stopServiceDeployment: Call<StopServiceDeploymentRequest, StopServiceDeploymentResponse>
  readonly continueServiceDeployment: Call<ContinueServiceDeploymentRequest, ContinueServiceDeploymentResponse>
  readonly listTasks: Call<ListTasksRequest, ListTasksResponse>
  readonly describeTasks: Call<DescribeTasksRequest, DescribeTasksResponse>
}

export interface CodeDeploy {
  readonly getDeploymentGroup: Call<GetDeploymentGroupInput, GetDeploymentGroupOutput>
  readonly getDeploymentConfig: Call<GetDeploymentConfigInput, GetDeploymentConfigOutput>
  readonly createDeploymentConfig: Call<CreateDeploymentConfigInput, CreateDeploymentConfigOutput>
  readonly createDeployment: Call<CreateDeploymentInput, CreateDeploymentOutput>
  readonly getDeployment: Call<GetDeploymentInput, GetDeploymentOutput>
  readonly getDeploymentTarget: Call<GetDeploymentTargetInput, GetDeploymentTargetOutput>
  readonly stopDeployment: Call<StopDeploymentInput, StopDeploymentOutput>
  /** Its answer is empty. */
  readonly continueDeployment: Call<ContinueDeploymentInput, object>
  readonly listDeployments: Call<ListDeploymentsInput, ListDeploymentsOutput>
}

export interface CloudWatch {
  readonly describeAlarms: Call<DescribeAlarmsInput, DescribeAlarmsOutput>
}

export interface Aws {
  readonly region: string
  readonly ecs: Ecs
  readonly codedeploy: CodeDeploy
  readonly cloudwatch: CloudWatch
}
