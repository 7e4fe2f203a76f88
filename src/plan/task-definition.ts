// The definition to register: the user's own, with the images put in and AWS's own fields taken out. Pure.
import { isList, isObject } from '../domain/json.ts'
import { near } from '../domain/near.ts'
import type { ImageChange } from '../domain/plan.ts'
import { Problem, type Note } from '../domain/problem.ts'
import type { Json, JsonObject, Result } from '../domain/units.ts'
import type { Document, Edits, ImageEdit } from '../inputs/inputs.ts'
import { nameOf } from './containers.ts'
import type { BaseDefinition, Known } from './revisions.ts'
import { checkTaskDefinition, type Origin } from './task-definition-form.ts'

export interface Rendered {
  readonly definition: JsonObject
  /** An edit made it different from its base. */
  readonly modified: boolean
  /** The image of every container; what ran before is not known here. */
  readonly images: readonly ImageChange[]
  readonly notes: readonly Note[]
}

/**
 * What only DescribeTaskDefinition answers: members of TaskDefinition that RegisterTaskDefinition does not have.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
const READ_ONLY: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt'
])

export function render({ document, known }: BaseDefinition, { images }: Edits): Result<Rendered, Problem> {
  const unwrapped = unwrap(document)
  const tidied = withoutReadOnly(unwrapped.definition, document)
  const definition = withImages(tidied.definition, images)
  const problems = [...unknownContainers(definition, images, document), ...checkTaskDefinition(definition, unwrapped)]
  if (problems.length > 0) return { ok: false, problems }
  // What AWS itself answered is tidied up without a word.
  const notes = known ? [] : [...unwrapped.notes, ...tidied.notes]
  const modified = JSON.stringify(definition) !== JSON.stringify(tidied.definition)
  return { ok: true, value: { definition, modified, images: imagesOf(definition), notes } }
}

/** A revision as AWS describes it, in the form in which it could be registered again. */
export function registrable(known: Known): JsonObject {
  const document: Document = { path: known.arn, value: known.answer, locate: () => undefined }
  return withoutReadOnly(unwrap(document).definition, document).definition
}

interface Step {
  readonly definition: JsonObject
  readonly notes: readonly Note[]
}

/** The whole answer of `aws ecs describe-task-definition`, as people save it, has the definition inside and its tags beside. */
function unwrap(document: Document): Step & Origin {
  const { taskDefinition, tags, ...others } = document.value
  if (!isObject(taskDefinition) || 'containerDefinitions' in others) {
    return { definition: document.value, notes: [], document, root: [] }
  }
  const beside = isList(tags) ? tags : []
  const own = taskDefinition['tags']
  const definition = beside.length === 0 ? taskDefinition : { ...taskDefinition, tags: joined(own, beside) }
  const dropped = Object.keys(others)
  return {
    definition,
    document,
    root: ['taskDefinition'],
    notes: [
      {
        level: 'notice',
        says: `${document.path} is the whole answer of describe-task-definition; its \`taskDefinition\` is used${
          beside.length === 0 ? '' : ', with the tags beside it'
        }${dropped.length === 0 ? '' : `, without ${listed(dropped)}`}.`
      }
    ]
  }
}

/** A tag inside the definition was written by hand, and wins over one of the same key beside it. */
function joined(own: Json | undefined, beside: readonly Json[]): readonly Json[] {
  const inside = isList(own) ? own : []
  const keys = new Set(inside.map(keyOf))
  return [...inside, ...beside.filter((tag) => !keys.has(keyOf(tag)))]
}

function keyOf(tag: Json): Json | undefined {
  return isObject(tag) ? tag['key'] : undefined
}

function withoutReadOnly(definition: JsonObject, { path }: Document): Step {
  const entries = Object.entries(definition)
  const removed = entries.map(([name]) => name).filter((name) => READ_ONLY.has(name))
  // "ClientException: Tags can not be empty." https://github.com/sil-org/ecs-deploy/issues/232
  const { tags } = definition
  const emptyTags = isList(tags) && tags.length === 0 ? ['tags'] : []
  const gone = [...removed, ...emptyTags]
  if (gone.length === 0) return { definition, notes: [] }
  const notes: Note[] = []
  if (removed.length > 0) {
    notes.push({ level: 'notice', says: `${path}: left out what only AWS sets: ${listed(removed)}.` })
  }
  if (emptyTags.length > 0) {
    notes.push({
      level: 'notice',
      says: `${path}: left out \`tags\`, which is empty: AWS refuses an empty list of tags.`
    })
  }
  return { definition: Object.fromEntries(entries.filter(([name]) => !gone.includes(name))), notes }
}

function withImages(definition: JsonObject, edits: readonly ImageEdit[]): JsonObject {
  const { containerDefinitions } = definition
  if (!isList(containerDefinitions) || edits.length === 0) return definition
  const images = new Map(edits.map(({ container, image }) => [container, image]))
  return {
    ...definition,
    containerDefinitions: containerDefinitions.map((container) => {
      const image = images.get(nameOf(container) ?? '')
      return isObject(container) && image !== undefined ? { ...container, image } : container
    })
  }
}

function unknownContainers(
  definition: JsonObject,
  edits: readonly ImageEdit[],
  { path }: Document
): readonly Problem[] {
  const { containerDefinitions } = definition
  if (!isList(containerDefinitions)) return []
  const names = containerDefinitions.map(nameOf).filter((name) => name !== undefined)
  return edits
    .filter(({ container }) => !names.includes(container))
    .map(({ container, input }) => {
      const meant = near(container, names)
      return new Problem('CONTAINER_NOT_FOUND', {
        place: { kind: 'input', name: input },
        found: `${path} has no container ${JSON.stringify(container)}`,
        expected: names.length === 0 ? 'a container with a name' : `one of ${listed(names)}`,
        ...(meant !== undefined && { remedy: `Write \`${meant}\`, if that is what was meant.` })
      })
    })
}

function imagesOf(definition: JsonObject): readonly ImageChange[] {
  const { containerDefinitions } = definition
  return (isList(containerDefinitions) ? containerDefinitions : []).flatMap((container): ImageChange[] => {
    const image = isObject(container) ? container['image'] : undefined
    return typeof image === 'string' ? [{ container: nameOf(container) ?? '', from: undefined, to: image }] : []
  })
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ')
}
