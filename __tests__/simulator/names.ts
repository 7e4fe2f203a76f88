import type { Settings } from './scenario.ts'

/** Every ARN and fixed name of the world, so that no two places build the same one differently. [CD][ECS] A1, I */
export interface Names {
  readonly cluster: string
  readonly service: string
  readonly taskDefinition: (family: string, revision: number) => string
  readonly task: (id: string) => string
  readonly taskSet: (id: string) => string
  readonly targetGroups: readonly [string, string]
  readonly targetGroup: (name: string) => string
  readonly prodListener: string
  readonly testListener: string
  readonly alarm: (name: string) => string
  readonly application: (name: string) => string
  readonly group: (application: string, group: string) => string
  readonly config: (name: string) => string
  readonly codeDeployRole: string
  readonly caller: string
  readonly target: string
}

export function namesOf(s: Settings): Names {
  const arn = (service: string, rest: string): string =>
    `arn:${s.partition}:${service}:${s.region}:${s.account}:${rest}`
  const kind = s.balancer === 'application' ? 'app' : 'net'
  const balancer = `${kind}/${s.service}/50dc6c495c0c9188`
  const groupSuffix = { [`${s.service}-blue`]: '73e2d6bc24d8a067', [`${s.service}-green`]: '8a1b6f0c9d3e4f52' }
  return {
    cluster: arn('ecs', `cluster/${s.cluster}`),
    service: arn('ecs', `service/${s.cluster}/${s.service}`),
    taskDefinition: (family, revision) => arn('ecs', `task-definition/${family}:${revision}`),
    task: (id) => arn('ecs', `task/${s.cluster}/${id}`),
    taskSet: (id) => arn('ecs', `task-set/${s.cluster}/${s.service}/${id}`),
    targetGroups: [`${s.service}-blue`, `${s.service}-green`],
    targetGroup: (name) =>
      arn('elasticloadbalancing', `targetgroup/${name}/${groupSuffix[name] ?? '0000000000000000'}`),
    prodListener: arn('elasticloadbalancing', `listener/${balancer}/f2f7dc8efc522ab2`),
    testListener: arn('elasticloadbalancing', `listener/${balancer}/a9c1d2e3f4b5a697`),
    alarm: (name) => arn('cloudwatch', `alarm:${name}`),
    application: (name) => arn('codedeploy', `application:${name}`),
    group: (application, group) => arn('codedeploy', `deploymentgroup:${application}/${group}`),
    config: (name) => arn('codedeploy', `deploymentconfig:${name}`),
    codeDeployRole: `arn:${s.partition}:iam::${s.account}:role/ecsCodeDeployRole`,
    caller: `arn:${s.partition}:sts::${s.account}:assumed-role/deploy/GitHubActions`,
    target: `${s.cluster}:${s.service}`
  }
}
