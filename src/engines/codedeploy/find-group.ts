// The deployment group of a service, by the names that were given or the ones the console makes up.
import { Problem } from '../../domain/problem.ts'
import { attempt, failed, found, type Found } from '../found.ts'
import type { AttachRequest } from '../kit.ts'
import { checkGroup, groupNames, type Group, type GroupName } from './group.ts'
import { given } from '../facts.ts'

export async function findGroup(request: AttachRequest): Promise<Found<Group | undefined>> {
  const { inputs, today, aws, read } = request
  const names = groupNames(inputs, today.target)
  let missing: Problem | undefined
  for (const name of names) {
    const input = { applicationName: name.application, deploymentGroupName: name.group }
    const answer = await attempt(async () => {
      const { deploymentGroupInfo } = await read(() => aws.codedeploy.getDeploymentGroup(input))
      return given(deploymentGroupInfo, 'codedeploy:GetDeploymentGroup', 'deploymentGroupInfo')
    })
    if (!(answer instanceof Problem)) return checkGroup(name, answer, today.target)
    if (answer.code !== 'APPLICATION_NOT_FOUND' && answer.code !== 'GROUP_NOT_FOUND') return failed(undefined, answer)
    missing ??= answer
  }
  return missing ? failed(undefined, notFound(missing, names, request)) : found(undefined)
}

/** Which name was looked for, and who chose it. */
function notFound(problem: Problem, names: readonly GroupName[], { inputs }: AttachRequest): Problem {
  const application = problem.code === 'APPLICATION_NOT_FOUND'
  const input = application ? 'codedeploy-application' : 'codedeploy-deployment-group'
  const tried = (of: (name: GroupName) => string): string => [...new Set(names.map(of))].join(' or ')
  const applications = tried((name) => name.application)
  const what = application
    ? `CodeDeploy application ${applications}`
    : `deployment group ${tried((name) => name.group)} in application ${applications}`
  const byDefault = (application ? inputs.application : inputs.group) === undefined
  return new Problem(problem.code, {
    place: { kind: 'input', name: input },
    found: `there is no ${what}${byDefault ? `; \`${input}\` was not given, so the console's default was used` : ''}`,
    ...(problem.aws && { aws: problem.aws }),
    cause: problem
  })
}
