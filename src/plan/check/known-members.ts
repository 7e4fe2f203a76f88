// The members of RegisterTaskDefinition as the SDK's own schema has them. Made by __tests__/support/known-members.ts.
import type { Form } from '../form.ts'

// prettier-ignore
export const TASK_DEFINITION = {
  "members": {
    "family": "text",
    "containerDefinitions": {
      "list": {
        "members": {
          "name": "text",
          "image": "text",
          "repositoryCredentials": {
            "members": {
              "credentialsParameter": "text"
            },
            "needed": [
              "credentialsParameter"
            ]
          },
          "cpu": "whole",
          "memory": "whole",
          "memoryReservation": "whole",
          "links": {
            "list": "text"
          },
          "portMappings": {
            "list": {
              "members": {
                "containerPort": "whole",
                "hostPort": "whole",
                "protocol": {
                  "words": [
                    "tcp",
                    "udp"
                  ]
                },
                "name": "text",
                "appProtocol": {
                  "words": [
                    "grpc",
                    "http",
                    "http2"
                  ]
                },
                "containerPortRange": "text"
              },
              "needed": []
            }
          },
          "essential": "boolean",
          "restartPolicy": {
            "members": {
              "enabled": "boolean",
              "ignoredExitCodes": {
                "list": "whole"
              },
              "restartAttemptPeriod": "whole"
            },
            "needed": [
              "enabled"
            ]
          },
          "entryPoint": {
            "list": "text"
          },
          "command": {
            "list": "text"
          },
          "environment": {
            "list": {
              "members": {
                "name": "text",
                "value": "quoted"
              },
              "needed": []
            }
          },
          "environmentFiles": {
            "list": {
              "members": {
                "value": "quoted",
                "type": {
                  "words": [
                    "s3"
                  ]
                }
              },
              "needed": [
                "value",
                "type"
              ]
            }
          },
          "mountPoints": {
            "list": {
              "members": {
                "sourceVolume": "text",
                "containerPath": "text",
                "readOnly": "boolean"
              },
              "needed": []
            }
          },
          "volumesFrom": {
            "list": {
              "members": {
                "sourceContainer": "text",
                "readOnly": "boolean"
              },
              "needed": []
            }
          },
          "linuxParameters": {
            "members": {
              "capabilities": {
                "members": {
                  "add": {
                    "list": "text"
                  },
                  "drop": {
                    "list": "text"
                  }
                },
                "needed": []
              },
              "devices": {
                "list": {
                  "members": {
                    "hostPath": "text",
                    "containerPath": "text",
                    "permissions": {
                      "list": {
                        "words": [
                          "mknod",
                          "read",
                          "write"
                        ]
                      }
                    }
                  },
                  "needed": [
                    "hostPath"
                  ]
                }
              },
              "initProcessEnabled": "boolean",
              "sharedMemorySize": "whole",
              "tmpfs": {
                "list": {
                  "members": {
                    "containerPath": "text",
                    "size": "whole",
                    "mountOptions": {
                      "list": "text"
                    }
                  },
                  "needed": [
                    "containerPath",
                    "size"
                  ]
                }
              },
              "maxSwap": "whole",
              "swappiness": "whole"
            },
            "needed": []
          },
          "secrets": {
            "list": {
              "members": {
                "name": "text",
                "valueFrom": "quoted"
              },
              "needed": [
                "name",
                "valueFrom"
              ]
            }
          },
          "dependsOn": {
            "list": {
              "members": {
                "containerName": "text",
                "condition": {
                  "words": [
                    "COMPLETE",
                    "HEALTHY",
                    "START",
                    "SUCCESS"
                  ]
                }
              },
              "needed": [
                "containerName",
                "condition"
              ]
            }
          },
          "startTimeout": "whole",
          "stopTimeout": "whole",
          "versionConsistency": {
            "words": [
              "disabled",
              "enabled"
            ]
          },
          "hostname": "text",
          "user": "text",
          "workingDirectory": "text",
          "disableNetworking": "boolean",
          "privileged": "boolean",
          "readonlyRootFilesystem": "boolean",
          "dnsServers": {
            "list": "text"
          },
          "dnsSearchDomains": {
            "list": "text"
          },
          "extraHosts": {
            "list": {
              "members": {
                "hostname": "text",
                "ipAddress": "text"
              },
              "needed": [
                "hostname",
                "ipAddress"
              ]
            }
          },
          "dockerSecurityOptions": {
            "list": "text"
          },
          "interactive": "boolean",
          "pseudoTerminal": "boolean",
          "dockerLabels": {
            "texts": "by name"
          },
          "ulimits": {
            "list": {
              "members": {
                "name": {
                  "words": [
                    "core",
                    "cpu",
                    "data",
                    "fsize",
                    "locks",
                    "memlock",
                    "msgqueue",
                    "nice",
                    "nofile",
                    "nproc",
                    "rss",
                    "rtprio",
                    "rttime",
                    "sigpending",
                    "stack"
                  ]
                },
                "softLimit": "whole",
                "hardLimit": "whole"
              },
              "needed": [
                "name",
                "softLimit",
                "hardLimit"
              ]
            }
          },
          "logConfiguration": {
            "members": {
              "logDriver": {
                "words": [
                  "awsfirelens",
                  "awslogs",
                  "fluentd",
                  "gelf",
                  "journald",
                  "json-file",
                  "splunk",
                  "syslog"
                ]
              },
              "options": {
                "texts": "by name"
              },
              "secretOptions": {
                "list": {
                  "members": {
                    "name": "text",
                    "valueFrom": "quoted"
                  },
                  "needed": [
                    "name",
                    "valueFrom"
                  ]
                }
              }
            },
            "needed": [
              "logDriver"
            ]
          },
          "healthCheck": {
            "members": {
              "command": {
                "list": "text"
              },
              "interval": "whole",
              "timeout": "whole",
              "retries": "whole",
              "startPeriod": "whole"
            },
            "needed": [
              "command"
            ]
          },
          "systemControls": {
            "list": {
              "members": {
                "namespace": "text",
                "value": "quoted"
              },
              "needed": []
            }
          },
          "resourceRequirements": {
            "list": {
              "members": {
                "type": {
                  "words": [
                    "GPU",
                    "InferenceAccelerator",
                    "NeuronDevice"
                  ]
                },
                "value": "quoted",
                "sharingStrategy": {
                  "members": {
                    "nvidiaMps": {
                      "members": {
                        "memory": "whole",
                        "maxComputePercent": "whole"
                      },
                      "needed": [
                        "memory"
                      ]
                    }
                  },
                  "needed": []
                }
              },
              "needed": [
                "type"
              ]
            }
          },
          "firelensConfiguration": {
            "members": {
              "type": {
                "words": [
                  "fluentbit",
                  "fluentd"
                ]
              },
              "options": {
                "texts": "by name"
              }
            },
            "needed": [
              "type"
            ]
          },
          "credentialSpecs": {
            "list": "text"
          }
        },
        "needed": []
      }
    },
    "taskRoleArn": "text",
    "executionRoleArn": "text",
    "networkMode": {
      "words": [
        "awsvpc",
        "bridge",
        "host",
        "none"
      ]
    },
    "volumes": {
      "list": {
        "members": {
          "name": "text",
          "host": {
            "members": {
              "sourcePath": "text"
            },
            "needed": []
          },
          "dockerVolumeConfiguration": {
            "members": {
              "scope": {
                "words": [
                  "shared",
                  "task"
                ]
              },
              "autoprovision": "boolean",
              "driver": "text",
              "driverOpts": {
                "texts": "by name"
              },
              "labels": {
                "texts": "by name"
              }
            },
            "needed": []
          },
          "efsVolumeConfiguration": {
            "members": {
              "fileSystemId": "text",
              "rootDirectory": "text",
              "transitEncryption": {
                "words": [
                  "DISABLED",
                  "ENABLED"
                ]
              },
              "transitEncryptionPort": "whole",
              "authorizationConfig": {
                "members": {
                  "accessPointId": "text",
                  "iam": {
                    "words": [
                      "DISABLED",
                      "ENABLED"
                    ]
                  }
                },
                "needed": []
              }
            },
            "needed": [
              "fileSystemId"
            ]
          },
          "s3filesVolumeConfiguration": {
            "members": {
              "fileSystemArn": "text",
              "rootDirectory": "text",
              "transitEncryptionPort": "whole",
              "accessPointArn": "text"
            },
            "needed": [
              "fileSystemArn"
            ]
          },
          "fsxWindowsFileServerVolumeConfiguration": {
            "members": {
              "fileSystemId": "text",
              "rootDirectory": "text",
              "authorizationConfig": {
                "members": {
                  "credentialsParameter": "text",
                  "domain": "text"
                },
                "needed": [
                  "credentialsParameter",
                  "domain"
                ]
              }
            },
            "needed": [
              "fileSystemId",
              "rootDirectory",
              "authorizationConfig"
            ]
          },
          "configuredAtLaunch": "boolean"
        },
        "needed": []
      }
    },
    "placementConstraints": {
      "list": {
        "members": {
          "type": {
            "words": [
              "memberOf"
            ]
          },
          "expression": "text"
        },
        "needed": []
      }
    },
    "requiresCompatibilities": {
      "list": {
        "words": [
          "EC2",
          "EXTERNAL",
          "FARGATE",
          "MANAGED_INSTANCES"
        ]
      }
    },
    "cpu": "text",
    "memory": "text",
    "tags": {
      "list": {
        "members": {
          "key": "text",
          "value": "quoted"
        },
        "needed": []
      }
    },
    "pidMode": {
      "words": [
        "host",
        "task"
      ]
    },
    "ipcMode": {
      "words": [
        "host",
        "none",
        "task"
      ]
    },
    "proxyConfiguration": {
      "members": {
        "containerName": "text",
        "type": {
          "words": [
            "APPMESH"
          ]
        },
        "properties": {
          "list": {
            "members": {
              "name": "text",
              "value": "quoted"
            },
            "needed": []
          }
        }
      },
      "needed": [
        "containerName"
      ]
    },
    "inferenceAccelerators": {
      "list": {
        "members": {
          "deviceName": "text",
          "deviceType": "text"
        },
        "needed": [
          "deviceName",
          "deviceType"
        ]
      }
    },
    "ephemeralStorage": {
      "members": {
        "sizeInGiB": "whole"
      },
      "needed": [
        "sizeInGiB"
      ]
    },
    "runtimePlatform": {
      "members": {
        "cpuArchitecture": {
          "words": [
            "ARM64",
            "X86_64"
          ]
        },
        "operatingSystemFamily": {
          "words": [
            "LINUX",
            "WINDOWS_SERVER_2004_CORE",
            "WINDOWS_SERVER_2016_FULL",
            "WINDOWS_SERVER_2019_CORE",
            "WINDOWS_SERVER_2019_FULL",
            "WINDOWS_SERVER_2022_CORE",
            "WINDOWS_SERVER_2022_FULL",
            "WINDOWS_SERVER_2025_CORE",
            "WINDOWS_SERVER_2025_FULL",
            "WINDOWS_SERVER_20H2_CORE"
          ]
        }
      },
      "needed": []
    },
    "enableFaultInjection": "boolean"
  },
  "needed": [
    "family",
    "containerDefinitions"
  ]
} as const satisfies Form
