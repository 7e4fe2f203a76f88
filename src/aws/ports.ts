// The AWS calls we make, as narrow function types. Every one rejects with a Problem and nothing else.
import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch'
import type {
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
  StopDeploymentInput,
  StopDeploymentOutput
} from '@aws-sdk/client-codedeploy'
import type {
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeServicesRequest,
  DescribeServicesResponse,
  DescribeTaskDefinitionRequest,
  DescribeTasksRequest,
  DescribeTasksResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  ListTasksRequest,
  ListTasksResponse,
  UpdateServiceRequest,
  UpdateServiceResponse
} from '@aws-sdk/client-ecs'
import type { JsonObject } from '../domain/units.ts'

export type Call<Input, Output> = (input: Input, options?: { readonly signal?: AbortSignal }) => Promise<Output>

export interface Ecs {
  readonly describeServices: Call<DescribeServicesRequest, DescribeServicesResponse>
  /** Plain JSON both ways: the typed client drops members it does not know, in requests and in answers. */
  readonly describeTaskDefinition: Call<DescribeTaskDefinitionRequest, JsonObject>
  readonly registerTaskDefinition: Call<JsonObject, JsonObject>
  readonly listTaskDefinitions: Call<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>
  readonly deregisterTaskDefinition: Call<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>
  readonly updateService: Call<UpdateServiceRequest, UpdateServiceResponse>
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
