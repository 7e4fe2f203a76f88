// What each codedeploy request may hold, member by member, as declared by @aws-sdk/client-codedeploy.
// shapes.test.ts holds this table against the schema inside that package. [CD]
import type { Struct } from './wire.ts'

export const CODEDEPLOY_REQUESTS: Readonly<Record<string, Struct>> = {
  BatchGetDeployments: { deploymentIds: ['string'] },
  BatchGetDeploymentTargets: { deploymentId: 'string', targetIds: ['string'] },
  ContinueDeployment: { deploymentId: 'string', deploymentWaitType: 'string' },
  CreateDeployment: {
    applicationName: 'string',
    deploymentGroupName: 'string',
    revision: {
      revisionType: 'string',
      s3Location: { bucket: 'string', key: 'string', bundleType: 'string', version: 'string', eTag: 'string' },
      gitHubLocation: { repository: 'string', commitId: 'string' },
      string: { content: 'string', sha256: 'string' },
      appSpecContent: { content: 'string', sha256: 'string' }
    },
    deploymentConfigName: 'string',
    description: 'string',
    ignoreApplicationStopFailures: 'boolean',
    targetInstances: {
      tagFilters: [{ Key: 'string', Value: 'string', Type: 'string' }],
      autoScalingGroups: ['string'],
      ec2TagSet: { ec2TagSetList: [[{ Key: 'string', Value: 'string', Type: 'string' }]] }
    },
    autoRollbackConfiguration: { enabled: 'boolean', events: ['string'] },
    updateOutdatedInstancesOnly: 'boolean',
    fileExistsBehavior: 'string',
    deploymentMode: 'string',
    overrideAlarmConfiguration: { enabled: 'boolean', ignorePollAlarmFailure: 'boolean', alarms: [{ name: 'string' }] }
  },
  CreateDeploymentConfig: {
    deploymentConfigName: 'string',
    minimumHealthyHosts: { type: 'string', value: 'number' },
    trafficRoutingConfig: {
      type: 'string',
      timeBasedCanary: { canaryPercentage: 'number', canaryInterval: 'number' },
      timeBasedLinear: { linearPercentage: 'number', linearInterval: 'number' }
    },
    computePlatform: 'string',
    zonalConfig: {
      firstZoneMonitorDurationInSeconds: 'number',
      monitorDurationInSeconds: 'number',
      minimumHealthyHostsPerZone: { type: 'string', value: 'number' }
    }
  },
  GetApplication: { applicationName: 'string' },
  GetApplicationRevision: {
    applicationName: 'string',
    revision: {
      revisionType: 'string',
      s3Location: { bucket: 'string', key: 'string', bundleType: 'string', version: 'string', eTag: 'string' },
      gitHubLocation: { repository: 'string', commitId: 'string' },
      string: { content: 'string', sha256: 'string' },
      appSpecContent: { content: 'string', sha256: 'string' }
    }
  },
  GetDeployment: { deploymentId: 'string' },
  GetDeploymentConfig: { deploymentConfigName: 'string' },
  GetDeploymentGroup: { applicationName: 'string', deploymentGroupName: 'string' },
  GetDeploymentTarget: { deploymentId: 'string', targetId: 'string' },
  ListDeployments: {
    applicationName: 'string',
    deploymentGroupName: 'string',
    externalId: 'string',
    includeOnlyStatuses: ['string'],
    createTimeRange: { start: 'time', end: 'time' },
    nextToken: 'string'
  },
  ListDeploymentTargets: { deploymentId: 'string', nextToken: 'string', targetFilters: 'lists' },
  RegisterApplicationRevision: {
    applicationName: 'string',
    revision: {
      revisionType: 'string',
      s3Location: { bucket: 'string', key: 'string', bundleType: 'string', version: 'string', eTag: 'string' },
      gitHubLocation: { repository: 'string', commitId: 'string' },
      string: { content: 'string', sha256: 'string' },
      appSpecContent: { content: 'string', sha256: 'string' }
    },
    description: 'string'
  },
  StopDeployment: { deploymentId: 'string', autoRollbackEnabled: 'boolean' }
}
