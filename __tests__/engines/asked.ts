// What a user asked for, with defaults: a test names only what matters to it.
import { MINUTE, type JsonObject } from '../../src/domain/units.ts'
import { NO_EDITS, type Deploying, type Document } from '../../src/inputs/inputs.ts'

export function aDocument(value: JsonObject, path = 'task-definition.json'): Document {
  return { path, value, locate: () => undefined }
}

export const DEFINITION: JsonObject = {
  family: 'web',
  containerDefinitions: [
    { name: 'app', image: 'web:2', portMappings: [{ containerPort: 8080 }] },
    { name: 'proxy', image: 'nginx:1', portMappings: [{ containerPort: 8443 }] }
  ]
}

export function anAsk(but: Partial<Deploying> = {}): Deploying {
  return {
    mode: 'deploy',
    deploymentId: undefined,
    hookId: undefined,
    cluster: 'prod',
    service: 'web',
    region: 'us-east-1',
    base: { kind: 'file', document: aDocument(DEFINITION) },
    edits: NO_EDITS,
    unknownProperties: 'slips',
    stripEmptyValues: false,
    keepRevisions: undefined,
    strategy: undefined,
    appSpec: undefined,
    application: undefined,
    group: undefined,
    description: undefined,
    hooks: [],
    desiredCount: undefined,
    forceNewDeployment: false,
    enableEcsManagedTags: undefined,
    propagateTags: undefined,
    ebsVolume: undefined,
    alarms: [],
    allowActiveAlarms: false,
    rollbackOn: undefined,
    minimumHealthyPercent: undefined,
    maximumPercent: undefined,
    pauseAt: undefined,
    pauseFor: undefined,
    pauseExpiry: undefined,
    onActive: 'fail',
    waitUntil: 'complete',
    allowance: 30 * MINUTE,
    maxGap: undefined,
    onTimeout: 'rollback',
    onCancel: 'rollback',
    allowedAccounts: [],
    maxRetries: 3,
    notes: [],
    ...but
  }
}
