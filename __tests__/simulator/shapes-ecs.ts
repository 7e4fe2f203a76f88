// What each ecs request may hold, member by member, as declared by @aws-sdk/client-ecs.
// shapes.test.ts holds this table against the schema inside that package. [ECS]
import { NATIVE_REQUESTS } from './shapes-native.ts'
import type { Struct } from './wire.ts'

export const ECS_REQUESTS: Readonly<Record<string, Struct>> = {
  DeregisterTaskDefinition: { taskDefinition: 'string' },
  DescribeClusters: { clusters: ['string'], include: ['string'] },
  DescribeServices: { services: ['string'], cluster: 'string', include: ['string'] },
  DescribeTaskDefinition: { taskDefinition: 'string', include: ['string'] },
  DescribeTasks: { tasks: ['string'], cluster: 'string', include: ['string'] },
  ListServices: {
    cluster: 'string',
    nextToken: 'string',
    maxResults: 'number',
    launchType: 'string',
    schedulingStrategy: 'string',
    resourceManagementType: 'string'
  },
  ListTaskDefinitions: {
    familyPrefix: 'string',
    status: 'string',
    sort: 'string',
    nextToken: 'string',
    maxResults: 'number'
  },
  ListTasks: {
    cluster: 'string',
    containerInstance: 'string',
    family: 'string',
    nextToken: 'string',
    maxResults: 'number',
    startedBy: 'string',
    serviceName: 'string',
    desiredStatus: 'string',
    launchType: 'string',
    daemonName: 'string'
  },
  RegisterTaskDefinition: {
    family: 'string',
    containerDefinitions: [
      {
        name: 'string',
        image: 'string',
        repositoryCredentials: { credentialsParameter: 'string' },
        cpu: 'number',
        memory: 'number',
        memoryReservation: 'number',
        links: ['string'],
        portMappings: [
          {
            containerPort: 'number',
            hostPort: 'number',
            protocol: 'string',
            name: 'string',
            appProtocol: 'string',
            containerPortRange: 'string'
          }
        ],
        essential: 'boolean',
        restartPolicy: { enabled: 'boolean', ignoredExitCodes: ['number'], restartAttemptPeriod: 'number' },
        entryPoint: ['string'],
        command: ['string'],
        environment: [{ name: 'string', value: 'string' }],
        environmentFiles: [{ value: 'string', type: 'string' }],
        mountPoints: [{ sourceVolume: 'string', containerPath: 'string', readOnly: 'boolean' }],
        volumesFrom: [{ sourceContainer: 'string', readOnly: 'boolean' }],
        linuxParameters: {
          capabilities: { add: ['string'], drop: ['string'] },
          devices: [{ hostPath: 'string', containerPath: 'string', permissions: ['string'] }],
          initProcessEnabled: 'boolean',
          sharedMemorySize: 'number',
          tmpfs: [{ containerPath: 'string', size: 'number', mountOptions: ['string'] }],
          maxSwap: 'number',
          swappiness: 'number'
        },
        secrets: [{ name: 'string', valueFrom: 'string' }],
        dependsOn: [{ containerName: 'string', condition: 'string' }],
        startTimeout: 'number',
        stopTimeout: 'number',
        versionConsistency: 'string',
        hostname: 'string',
        user: 'string',
        workingDirectory: 'string',
        disableNetworking: 'boolean',
        privileged: 'boolean',
        readonlyRootFilesystem: 'boolean',
        dnsServers: ['string'],
        dnsSearchDomains: ['string'],
        extraHosts: [{ hostname: 'string', ipAddress: 'string' }],
        dockerSecurityOptions: ['string'],
        interactive: 'boolean',
        pseudoTerminal: 'boolean',
        dockerLabels: 'map',
        ulimits: [{ name: 'string', softLimit: 'number', hardLimit: 'number' }],
        logConfiguration: {
          logDriver: 'string',
          options: 'map',
          secretOptions: [{ name: 'string', valueFrom: 'string' }]
        },
        healthCheck: {
          command: ['string'],
          interval: 'number',
          timeout: 'number',
          retries: 'number',
          startPeriod: 'number'
        },
        systemControls: [{ namespace: 'string', value: 'string' }],
        resourceRequirements: [
          {
            type: 'string',
            value: 'string',
            sharingStrategy: { nvidiaMps: { memory: 'number', maxComputePercent: 'number' } }
          }
        ],
        firelensConfiguration: { type: 'string', options: 'map' },
        credentialSpecs: ['string']
      }
    ],
    taskRoleArn: 'string',
    executionRoleArn: 'string',
    networkMode: 'string',
    volumes: [
      {
        name: 'string',
        host: { sourcePath: 'string' },
        dockerVolumeConfiguration: {
          scope: 'string',
          autoprovision: 'boolean',
          driver: 'string',
          driverOpts: 'map',
          labels: 'map'
        },
        efsVolumeConfiguration: {
          fileSystemId: 'string',
          rootDirectory: 'string',
          transitEncryption: 'string',
          transitEncryptionPort: 'number',
          authorizationConfig: { accessPointId: 'string', iam: 'string' }
        },
        s3filesVolumeConfiguration: {
          fileSystemArn: 'string',
          rootDirectory: 'string',
          transitEncryptionPort: 'number',
          accessPointArn: 'string'
        },
        fsxWindowsFileServerVolumeConfiguration: {
          fileSystemId: 'string',
          rootDirectory: 'string',
          authorizationConfig: { credentialsParameter: 'string', domain: 'string' }
        },
        configuredAtLaunch: 'boolean'
      }
    ],
    placementConstraints: [{ type: 'string', expression: 'string' }],
    requiresCompatibilities: ['string'],
    cpu: 'string',
    memory: 'string',
    tags: [{ key: 'string', value: 'string' }],
    pidMode: 'string',
    ipcMode: 'string',
    proxyConfiguration: { containerName: 'string', type: 'string', properties: [{ name: 'string', value: 'string' }] },
    inferenceAccelerators: [{ deviceName: 'string', deviceType: 'string' }],
    ephemeralStorage: { sizeInGiB: 'number' },
    runtimePlatform: { cpuArchitecture: 'string', operatingSystemFamily: 'string' },
    enableFaultInjection: 'boolean'
  },
  ...NATIVE_REQUESTS
}
