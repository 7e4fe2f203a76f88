// What AWS would refuse in a task definition, or what would fail only after a revision was registered. Pure.
import { Problem } from '../domain/problem.ts'
import type { JsonObject } from '../domain/units.ts'
import type { Document } from '../inputs/inputs.ts'
import { checkContainers, checkName } from './containers.ts'
import { misfits, pathText, placeOf, type Form, type Path } from './form.ts'

const TEXTS: Form = { list: 'text' }
const OBJECTS: Form = { list: { members: {}, needed: [] } }

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html: the members people get wrong. */
const CONTAINER: Form = {
  members: {
    name: 'text',
    image: 'text',
    cpu: 'whole',
    memory: 'whole',
    memoryReservation: 'whole',
    essential: 'boolean',
    command: TEXTS,
    entryPoint: TEXTS,
    environment: { list: { members: { name: 'text', value: 'quoted' }, needed: ['name'] } },
    secrets: { list: { members: { name: 'text', valueFrom: 'quoted' }, needed: ['name', 'valueFrom'] } },
    environmentFiles: OBJECTS,
    portMappings: { list: { members: { containerPort: 'whole', hostPort: 'whole', protocol: 'text' }, needed: [] } },
    mountPoints: OBJECTS,
    volumesFrom: OBJECTS,
    dependsOn: OBJECTS,
    dockerLabels: { texts: 'by name' },
    logConfiguration: {
      members: {
        logDriver: 'text',
        options: { texts: 'by name' },
        secretOptions: { list: { members: { name: 'text', valueFrom: 'quoted' }, needed: ['name', 'valueFrom'] } }
      },
      needed: ['logDriver']
    },
    healthCheck: {
      members: { command: TEXTS, interval: 'whole', timeout: 'whole', retries: 'whole', startPeriod: 'whole' },
      needed: ['command']
    },
    startTimeout: 'whole',
    stopTimeout: 'whole',
    readonlyRootFilesystem: 'boolean',
    privileged: 'boolean',
    user: 'text',
    workingDirectory: 'text'
  },
  needed: ['name', 'image']
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const TASK_DEFINITION: Form = {
  members: {
    family: 'text',
    containerDefinitions: { list: CONTAINER },
    cpu: 'text',
    memory: 'text',
    networkMode: 'text',
    taskRoleArn: 'text',
    executionRoleArn: 'text',
    requiresCompatibilities: TEXTS,
    volumes: OBJECTS,
    placementConstraints: OBJECTS,
    tags: { list: { members: { key: 'text', value: 'quoted' }, needed: ['key'] } }
  },
  needed: ['family', 'containerDefinitions']
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_BYTES = 64 * 1024

/** Where the definition stands in its file. */
export interface Origin {
  readonly document: Document
  readonly root: Path
}

export function checkTaskDefinition(definition: JsonObject, origin: Origin): readonly Problem[] {
  const report = reporter(definition, origin)
  const wrongForm = misfits(TASK_DEFINITION, definition)
  return [
    ...wrongForm.map(({ path, found, expected, remedy, secret }) =>
      report(path, { found: `is ${found}`, expected, remedy, secret })
    ),
    ...checkName(definition['family'], ['family'], report),
    ...checkContainers(definition['containerDefinitions'], report),
    ...checkSize(definition, report)
  ]
}

export interface Finding {
  /** Goes on after the name of the member. */
  readonly found: string
  readonly expected?: string
  readonly remedy: string
  readonly secret?: boolean
}
export type Report = (path: Path, finding: Finding) => Problem

function reporter(definition: JsonObject, { document, root }: Origin): Report {
  return (path, { found, expected, remedy, secret }) =>
    new Problem('TASK_DEFINITION_INVALID', {
      place: placeOf(document, [...root, ...path], secret),
      found: `${path.length === 0 ? 'the task definition' : `\`${pathText(definition, path)}\``} ${found}`,
      ...(expected !== undefined && { expected }),
      remedy
    })
}

function checkSize(definition: JsonObject, report: Report): readonly Problem[] {
  const bytes = new TextEncoder().encode(JSON.stringify(definition)).byteLength
  if (bytes <= MOST_BYTES) return []
  return [
    report([], {
      found: `has ${bytes} bytes as JSON`,
      expected: `at most ${MOST_BYTES}`,
      remedy: 'Move long values to SSM parameters, Secrets Manager or a file in S3.'
    })
  ]
}
