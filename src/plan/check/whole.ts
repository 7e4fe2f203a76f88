// How much a task definition may hold in all: where it holds more, what its parts want of each other is not asked. Pure.
import { at, countOf } from './part.ts'
import { guide, type Rule } from './rule.ts'

const MOST_BYTES = 64 * 1024
const MOST_CONTAINERS = 10

export const WHOLE: readonly Rule[] = [
  {
    source: guide('service-quotas'),
    find: ({ value }) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value)).byteLength
      if (bytes <= MOST_BYTES) return []
      return [
        {
          path: [],
          found: `has ${bytes} bytes as JSON`,
          expected: `at most ${MOST_BYTES}`,
          remedy: 'Move long values to SSM parameters, Secrets Manager or a file in S3.'
        }
      ]
    }
  },
  {
    // ClientException: Too many containers.
    source: guide('service-quotas'),
    find: (task) => {
      const count = countOf(task, 'containerDefinitions')
      if (count <= MOST_CONTAINERS) return []
      return [
        {
          path: at(task, 'containerDefinitions'),
          found: `has ${count} containers`,
          expected: `at most ${MOST_CONTAINERS}`,
          remedy: 'Move containers to another service.'
        }
      ]
    }
  }
]
