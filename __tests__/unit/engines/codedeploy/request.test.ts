import { describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { createDeployment, eventsOf, marker, runKey } from '../../../../src/engines/codedeploy/request.ts'
import { aPlan, aRun } from '../../../support/builders.ts'
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

describe('the marker', () => {
  test('begins with its key, then says who and what', () => {
    const { key, text } = marker(aRun(), sha256('content'), 'n0nce', undefined)
    expect(key).toBe(`ecd:octo/web#9876543210.1:${sha256('content').slice(0, 8)}:n0nce`)
    expect(text).toBe(`${key} c0ffee2 by octocat`)
    expect(key.startsWith(runKey(aRun({ attempt: '2' })))).toBe(true)
  })

  test('carries the user’s description instead, cut to 256 and not through a character', () => {
    const { key, text } = marker(aRun(), sha256('content'), 'n0nce', '🚀'.repeat(300))
    expect(text.startsWith(`${key} 🚀`)).toBe(true)
    expect(text.length).toBeGreaterThanOrEqual(255)
    expect(text.length).toBeLessThanOrEqual(256)
    expect(text.endsWith('🚀')).toBe(true)
  })

  test('differs for another content, another attempt and another run', () => {
    const keys = [
      marker(aRun(), sha256('a'), 'n0nce', undefined),
      marker(aRun(), sha256('b'), 'n0nce', undefined),
      marker(aRun({ attempt: '2' }), sha256('a'), 'n0nce', undefined),
      marker(aRun({ runId: '1' }), sha256('a'), 'n0nce', undefined)
    ].map(({ key }) => key)
    expect(new Set(keys).size).toBe(4)
  })

  test('of run 9 is not taken for one of run 98', () => {
    expect(
      marker(aRun({ runId: '98' }), sha256('a'), 'n0nce', undefined).key.startsWith(runKey(aRun({ runId: '9' })))
    ).toBe(false)
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
