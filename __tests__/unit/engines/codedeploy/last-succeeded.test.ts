import { expect, test } from '@jest/globals'
import type { DeploymentInfo } from '@aws-sdk/client-codedeploy'
import { codedeploy as kit } from '../../../../src/engines/codedeploy/kit.ts'
import { aDeployment, revision, seconds } from '../../../engines/codedeploy-answers.ts'
import { problem, type Answers } from '../../../engines/fake-ports.ts'
import { asking, deployments } from './asking.ts'

/** A deployment that succeeded with this revision, that many minutes after the first. */
function success(number: number, minute: number, but: Partial<DeploymentInfo> = {}): DeploymentInfo {
  const content = JSON.stringify({ Resources: [{ T: { Properties: { TaskDefinition: revision(number) } } }] })
  return aDeployment({
    deploymentId: `d-${minute}`,
    status: 'Succeeded',
    createTime: seconds(1786000000 + minute * 60),
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    ...but
  })
}

async function last(known: readonly DeploymentInfo[], codedeploy: Answers['codedeploy'] = {}, newest = known[0]) {
  const { fake, request } = asking({
    group: { lastSuccessfulDeployment: newest && { deploymentId: newest.deploymentId } },
    codedeploy: {
      listDeployments: { deployments: known.map(({ deploymentId }) => deploymentId) },
      getDeployment: deployments(...known),
      ...codedeploy
    }
  })
  return { result: await kit.lastSucceeded(request), ...fake }
}

const notEchoed = { revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'ab' } } } as const

// 41 is what serves.
test.each<[string, readonly DeploymentInfo[], number | undefined]>([
  ['the one before what serves', [success(41, 9), success(40, 8), success(39, 7)], 40],
  ['the newest where what serves is not of it', [success(43, 9), success(40, 8)], 43],
  ['the newest by its own time, however they are listed', [success(39, 7), success(40, 8), success(41, 9)], 40],
  ['not one that serves twice', [success(41, 9), success(41, 8), success(39, 7)], 39],
  [
    'not what a rollback restored',
    [success(41, 9), success(38, 8, { creator: 'codeDeployRollback' }), success(39, 7)],
    39
  ],
  [
    'not one that did not succeed after all',
    [success(41, 9), success(40, 8, { status: 'Failed' }), success(39, 7)],
    39
  ],
  ['not one that AWS does not tell', [success(41, 9), success(40, 8, notEchoed), success(39, 7)], 39],
  ['nothing where AWS echoes nothing', [success(41, 9, notEchoed), success(40, 8, notEchoed)], undefined],
  ['nothing where there is nothing else', [success(41, 9)], undefined],
  ['nothing where nothing ever succeeded', [], undefined],
  [
    'nothing further back than five',
    [...[9, 8, 7, 6, 5].map((minute) => success(41, minute)), success(40, 4)],
    undefined
  ]
])('is %s', async (_, known, number) => {
  const { result } = await last(known)
  expect(result).toEqual({ ok: true, value: number === undefined ? undefined : revision(number) })
})

test('is asked for by the group, and at most five deployments are looked at', async () => {
  const { inputsOf } = await last([9, 8, 7, 6, 5, 4, 3].map((minute) => success(41, minute)))
  expect(inputsOf('codedeploy.listDeployments')).toEqual([
    { applicationName: 'AppECS-prod-web', deploymentGroupName: 'DgpECS-prod-web', includeOnlyStatuses: ['Succeeded'] }
  ])
  expect(inputsOf('codedeploy.getDeployment')).toHaveLength(5)
})

test('is not taken from a list that does not hold the newest: it would be of long ago', async () => {
  const { result } = await last([success(12, 1), success(11, 2)], {}, success(41, 9))
  expect(result).toEqual({ ok: true, value: undefined })
})

test.each<[string, Answers['codedeploy'], string]>([
  ['the list', { listDeployments: problem('NOT_ALLOWED') }, 'NOT_ALLOWED'],
  ['a deployment', { getDeployment: problem('NOT_ALLOWED') }, 'NOT_ALLOWED'],
  ['the group', { getDeploymentGroup: problem('GROUP_NOT_FOUND') }, 'GROUP_NOT_FOUND']
])('is a problem where %s cannot be read', async (_, codedeploy, code) => {
  expect((await last([success(41, 9)], codedeploy)).result).toMatchObject({ ok: false, problems: [{ code }] })
})
