// What each request of an ECS-native deployment may hold, as declared by @aws-sdk/client-ecs.
// shapes.test.ts holds this table against the schema inside that package. [ECS] B2, B3, B9
import type { Struct } from './wire.ts'

export const NATIVE_REQUESTS: Readonly<Record<string, Struct>> = {
  UpdateService: {
    service: 'string',
    cluster: 'string',
    desiredCount: 'number',
    taskDefinition: 'string',
    capacityProviderStrategy: [
      {
        capacityProvider: 'string',
        weight: 'number',
        base: 'number'
      }
    ],
    deploymentConfiguration: {
      deploymentCircuitBreaker: {
        enable: 'boolean',
        rollback: 'boolean',
        resetOnHealthyTask: 'boolean',
        thresholdConfiguration: {
          type: 'string',
          value: 'number'
        }
      },
      maximumPercent: 'number',
      minimumHealthyPercent: 'number',
      alarms: {
        alarmNames: ['string'],
        rollback: 'boolean',
        enable: 'boolean'
      },
      strategy: 'string',
      bakeTimeInMinutes: 'number',
      lifecycleHooks: [
        {
          targetType: 'string',
          hookTargetArn: 'string',
          roleArn: 'string',
          lifecycleStages: ['string'],
          hookDetails: 'any',
          timeoutConfiguration: {
            timeoutInMinutes: 'number',
            action: 'string'
          }
        }
      ],
      linearConfiguration: {
        stepPercent: 'number',
        stepBakeTimeInMinutes: 'number'
      },
      canaryConfiguration: {
        canaryPercent: 'number',
        canaryBakeTimeInMinutes: 'number'
      },
      earlySuccessCriteria: {
        enable: 'boolean',
        healthyPercent: 'number',
        sourceServiceRevisionCleanup: 'string'
      }
    },
    availabilityZoneRebalancing: 'string',
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['string'],
        securityGroups: ['string'],
        assignPublicIp: 'string'
      }
    },
    placementConstraints: [
      {
        type: 'string',
        expression: 'string'
      }
    ],
    placementStrategy: [
      {
        type: 'string',
        field: 'string'
      }
    ],
    platformVersion: 'string',
    forceNewDeployment: 'boolean',
    healthCheckGracePeriodSeconds: 'number',
    deploymentController: {
      type: 'string'
    },
    enableExecuteCommand: 'boolean',
    enableECSManagedTags: 'boolean',
    loadBalancers: [
      {
        targetGroupArn: 'string',
        loadBalancerName: 'string',
        containerName: 'string',
        containerPort: 'number',
        advancedConfiguration: {
          alternateTargetGroupArn: 'string',
          productionListenerRule: 'string',
          testListenerRule: 'string',
          roleArn: 'string'
        }
      }
    ],
    propagateTags: 'string',
    serviceRegistries: [
      {
        registryArn: 'string',
        port: 'number',
        containerName: 'string',
        containerPort: 'number'
      }
    ],
    serviceConnectConfiguration: {
      enabled: 'boolean',
      namespace: 'string',
      services: [
        {
          portName: 'string',
          discoveryName: 'string',
          clientAliases: [
            {
              port: 'number',
              dnsName: 'string',
              testTrafficRules: {
                header: {
                  name: 'string',
                  value: {
                    exact: 'string'
                  }
                }
              }
            }
          ],
          ingressPortOverride: 'number',
          timeout: {
            idleTimeoutSeconds: 'number',
            perRequestTimeoutSeconds: 'number'
          },
          tls: {
            issuerCertificateAuthority: {
              awsPcaAuthorityArn: 'string'
            },
            kmsKey: 'string',
            roleArn: 'string'
          }
        }
      ],
      logConfiguration: {
        logDriver: 'string',
        options: 'map',
        secretOptions: [
          {
            name: 'string',
            valueFrom: 'string'
          }
        ]
      },
      accessLogConfiguration: {
        format: 'string',
        includeQueryParameters: 'string'
      },
      containerConfigurations: [
        {
          logLevel: 'string'
        }
      ]
    },
    volumeConfigurations: [
      {
        name: 'string',
        managedEBSVolume: {
          roleArn: 'string',
          encrypted: 'boolean',
          kmsKeyId: 'string',
          volumeType: 'string',
          sizeInGiB: 'number',
          snapshotId: 'string',
          volumeInitializationRate: 'number',
          iops: 'number',
          throughput: 'number',
          tagSpecifications: [
            {
              resourceType: 'string',
              tags: [
                {
                  key: 'string',
                  value: 'string'
                }
              ],
              propagateTags: 'string'
            }
          ],
          filesystemType: 'string'
        }
      }
    ],
    vpcLatticeConfigurations: [
      {
        roleArn: 'string',
        targetGroupArn: 'string',
        portName: 'string',
        advancedConfiguration: {
          alternateTargetGroupArn: 'string',
          productionListenerRule: 'string',
          testListenerRule: 'string'
        }
      }
    ],
    gatewayConnectors: [
      {
        portName: 'string',
        healthCheck: {
          healthCheckProtocol: 'string',
          healthCheckPort: 'number',
          healthCheckPath: 'string',
          healthCheckTimeoutSeconds: 'number',
          healthCheckIntervalSeconds: 'number',
          healthyThresholdCount: 'number',
          unhealthyThresholdCount: 'number',
          matcher: {
            httpCode: 'string',
            grpcCode: 'string'
          }
        },
        filters: {
          accessTypes: ['string']
        }
      }
    ],
    monitoring: {
      metricConfigurations: [
        {
          metricNames: ['string'],
          resolutionSeconds: 'number'
        }
      ]
    }
  },
  ListServiceDeployments: {
    service: 'string',
    cluster: 'string',
    status: ['string'],
    createdAt: {
      before: 'time',
      after: 'time'
    },
    nextToken: 'string',
    maxResults: 'number'
  },
  DescribeServiceDeployments: {
    serviceDeploymentArns: ['string']
  },
  DescribeServiceRevisions: {
    serviceRevisionArns: ['string']
  },
  StopServiceDeployment: {
    serviceDeploymentArn: 'string',
    stopType: 'string'
  },
  ContinueServiceDeployment: {
    serviceDeploymentArn: 'string',
    hookId: 'string',
    action: 'string'
  }
}
