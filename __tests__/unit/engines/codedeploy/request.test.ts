import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { createDeployment, eventsOf } from '../../../../src/engines/codedeploy/request.ts'
import { aPlan } from '../../../support/builders.ts'
import { revision } from '../../../engines/codedeploy-answers.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const APPSPEC = {
  version: 0,
  Resources: [
    {
      TargetService: {
        Type: 'AWS::ECS::Service',
        Properties: {
          TaskDefinition: '<TASK_DEFINITION>',
          LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 }
        }
      }
    }
  ],
  Hooks: [{ AfterAllowTestTraffic: 'smoke' }]
}

describe('CreateDeployment', () => {
  test('carries the AppSpec as text with the revision in it, and the hash of that very text', () => {
    const request = createDeployment(aPlan({ appSpec: APPSPEC, config: undefined }), revision(42), sha256)
    const content = request.revision?.appSpecContent?.content ?? ''
    expect(JSON.parse(content)).toEqual({
      ...APPSPEC,
      Resources: [
        {
          TargetService: {
            ...APPSPEC.Resources[0]?.TargetService,
            Properties: { ...APPSPEC.Resources[0]?.TargetService.Properties, TaskDefinition: revision(42) }
          }
        }
      ]
    })
    expect(request.revision?.appSpecContent?.sha256).toBe(sha256(content))
    expect(Object.keys(request).sort()).toEqual(['applicationName', 'deploymentGroupName', 'description', 'revision'])
  })

  test('leaves the group’s own settings alone unless asked', () => {
    const request = createDeployment(aPlan({ config: undefined }), revision(42), sha256)
    expect(request).not.toHaveProperty('deploymentConfigName')
    expect(request).not.toHaveProperty('autoRollbackConfiguration')
    expect(request).not.toHaveProperty('overrideAlarmConfiguration')
  })

  test('carries what was asked', () => {
    const plan = aPlan({
      config: { name: 'ours', create: true },
      autoRollback: ['failure', 'alarm', 'stop'],
      overrideAlarms: { names: ['a', 'b'], ignorePollFailure: true }
    })
    expect(createDeployment(plan, revision(42), sha256)).toMatchObject({
      deploymentConfigName: 'ours',
      autoRollbackConfiguration: {
        enabled: true,
        events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST']
      },
      overrideAlarmConfiguration: {
        enabled: true,
        ignorePollAlarmFailure: true,
        alarms: [{ name: 'a' }, { name: 'b' }]
      }
    })
  })

  test('switches off what is asked to be nothing: enabled and empty is refused', () => {
    const plan = aPlan({ autoRollback: [], overrideAlarms: { names: [], ignorePollFailure: false } })
    expect(createDeployment(plan, revision(42), sha256)).toMatchObject({
      autoRollbackConfiguration: { enabled: false, events: [] },
      overrideAlarmConfiguration: { enabled: false, alarms: [] }
    })
  })
})

test.each([
  [undefined, []],
  [{ enabled: false, events: ['DEPLOYMENT_FAILURE' as const] }, []],
  [{ enabled: true }, []],
  [{ enabled: true, events: ['DEPLOYMENT_STOP_ON_REQUEST' as const, 'BRAND_NEW' as 'DEPLOYMENT_FAILURE'] }, ['stop']]
])('%j rolls back on %j', (configuration, events) => {
  expect(eventsOf(configuration)).toEqual(events)
})
