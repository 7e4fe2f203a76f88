// What ECS works out from a task definition by itself. The list is an imitation, good enough to be stripped. [ECS] C1
import { stringOf } from './read.ts'
import { isJson } from './wire.ts'
import type { Json } from './wire.ts'

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : [])

const some = (containers: readonly Json[], member: string): boolean =>
  containers.some((one) =>
    Array.isArray(one[member]) ? (one[member] as unknown[]).length > 0 : one[member] !== undefined
  )

export function attributesOf(sent: Json): readonly { readonly name: string }[] {
  const containers = list(sent['containerDefinitions'])
  const drivers = containers.map((one) =>
    isJson(one['logConfiguration']) ? one['logConfiguration']['logDriver'] : undefined
  )
  const valueFroms = containers.flatMap((one) => list(one['secrets'])).map((one) => String(one['valueFrom']))
  const ecr = containers.some((one) => stringOf(one, 'image')?.includes('.dkr.ecr.'))
  const awslogs = drivers.includes('awslogs')
  const needs: readonly (readonly [boolean, string])[] = [
    [awslogs, 'com.amazonaws.ecs.capability.logging-driver.awslogs'],
    [awslogs && sent['executionRoleArn'] !== undefined, 'ecs.capability.execution-role-awslogs'],
    [ecr, 'com.amazonaws.ecs.capability.ecr-auth'],
    [ecr && sent['executionRoleArn'] !== undefined, 'ecs.capability.execution-role-ecr-pull'],
    [true, 'com.amazonaws.ecs.capability.docker-remote-api.1.29'],
    [some(containers, 'healthCheck'), 'ecs.capability.container-health-check'],
    [some(containers, 'dependsOn'), 'ecs.capability.container-ordering'],
    [valueFroms.some((from) => from.includes(':secretsmanager:')), 'ecs.capability.secrets.asm.environment-variables'],
    [valueFroms.some((from) => !from.includes(':secretsmanager:')), 'ecs.capability.secrets.ssm.environment-variables'],
    [sent['taskRoleArn'] !== undefined, 'com.amazonaws.ecs.capability.task-iam-role'],
    [sent['networkMode'] === 'awsvpc', 'ecs.capability.task-eni']
  ]
  return needs.filter(([needed]) => needed).map(([, name]) => ({ name }))
}

export const compatibilitiesOf = (sent: Json): readonly ('EC2' | 'FARGATE')[] =>
  sent['networkMode'] === 'awsvpc' && sent['cpu'] !== undefined && sent['memory'] !== undefined
    ? ['EC2', 'FARGATE']
    : ['EC2']
