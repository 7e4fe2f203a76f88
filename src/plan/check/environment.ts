// Variables, secrets and files of variables. Their values are never shown. Pure.
import { at, countOf, partOf, partsOf, repeated, textOf, type Part } from './part.ts'
import { api, each, namesOf, tried, type Finding, type Rule } from './rule.ts'

/** Of the parameter or secret: an ARN of either service, or the name of a parameter in the task's region. */
const PARAMETER = /^[A-Za-z0-9_.\-/]+$/
const SECRET_ARN = /^arn:[a-z-]+:(?:secretsmanager|ssm):[a-z0-9-]+:\d{12}:\S/
const SOURCE = 'the ARN of a secret of Secrets Manager or of a parameter of SSM, or the name of a parameter'

function secretsOf(container: Part): readonly Part[] {
  return [...partsOf(container, 'secrets'), ...partsOf(partOf(container, 'logConfiguration'), 'secretOptions')]
}

/** `other`: the ARN of another service, which may have become a source of secrets. */
function misplaced(secret: Part): 'other' | 'malformed' | undefined {
  const source = textOf(secret, 'valueFrom')
  if (source === undefined || SECRET_ARN.test(source)) return undefined
  if (/^arn:[a-z-]+:[a-z0-9-]+:[^\s<>${}]+$/.test(source)) return 'other'
  return PARAMETER.test(source) ? undefined : 'malformed'
}

const badSource = (secret: Part, found: string): Finding => ({
  path: at(secret, 'valueFrom'),
  found,
  expected: SOURCE,
  remedy: 'Write where the secret is kept; a value itself belongs into neither `secrets` nor this file.'
})

export const ENVIRONMENT: readonly Rule[] = [
  {
    // ClientException: The secret name must be unique and not shared with any new or existing environment variables
    // set on the container, such as 'KEY'.
    source: tried('secrets-without-execution-role'),
    find: each((container) => {
      const variables = new Set(namesOf(partsOf(container, 'environment')))
      return partsOf(container, 'secrets').flatMap((secret): readonly Finding[] => {
        const name = textOf(secret, 'name')
        if (name === undefined || !variables.has(name)) return []
        return [
          {
            path: secret.path,
            found: 'has the name of a variable in `environment`',
            remedy: `Remove ${JSON.stringify(name)} from \`environment\` or from \`secrets\`.`
          }
        ]
      })
    })
  },
  {
    // The same message.
    source: api('Secret'),
    find: each((container) =>
      repeated(partsOf(container, 'secrets'), (secret) => textOf(secret, 'name')).map(({ item, key }) => ({
        path: item.path,
        found: 'has the name of an earlier secret',
        remedy: `Remove one of the two ${JSON.stringify(key)}.`
      }))
    )
  },
  {
    source: api('KeyValuePair'),
    doubt: true,
    find: each((container) =>
      repeated(partsOf(container, 'environment'), (variable) => textOf(variable, 'name')).map(({ item, key }) => ({
        path: item.path,
        found: 'has the name of an earlier variable',
        remedy: `Remove one of the two ${JSON.stringify(key)}.`
      }))
    )
  },
  {
    // ClientException: The Systems Manager parameter name specified for secret KEY is invalid.
    source: api('Secret'),
    find: each((container) =>
      secretsOf(container)
        .filter((secret) => misplaced(secret) === 'malformed')
        .map((secret) => badSource(secret, 'names no place where a secret is kept'))
    )
  },
  {
    source: api('Secret'),
    doubt: true,
    find: each((container) =>
      secretsOf(container)
        .filter((secret) => misplaced(secret) === 'other')
        .map((secret) => badSource(secret, 'is the ARN of another service than the two that keep secrets'))
    )
  },
  {
    // ClientException: The maximum number of environment files was exceeded. Specify ten or less and try again.
    source: tried('environment-files-max'),
    find: each((container) => {
      const count = countOf(container, 'environmentFiles')
      if (count <= 10) return []
      const path = at(container, 'environmentFiles')
      return [
        {
          path,
          found: `has ${count} files`,
          expected: 'at most 10',
          remedy: 'Put variables of several files into one.'
        }
      ]
    })
  },
  {
    source: api('EnvironmentFile'),
    doubt: true,
    find: each((container) =>
      partsOf(container, 'environmentFiles')
        .filter((file) => !/^arn:[a-z-]+:s3:::[^/]+\/.+\.env$/.test(textOf(file, 'value') ?? ''))
        .map((file) => ({
          path: at(file, 'value'),
          found: 'is not the ARN of an object in S3 whose name ends in `.env`',
          remedy: 'Write `arn:aws:s3:::bucket/name.env`.'
        }))
    )
  }
]
