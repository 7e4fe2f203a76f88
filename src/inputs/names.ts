// The forms of the names users write: images, containers, accounts, clusters, services, CodeDeploy's own.
import { accept, matching, refuse, type Field, type Parser } from './fields.ts'
import { shown } from './words.ts'

const STEP_OUTPUT =
  'Check the step this part comes from: its `id`, the name of its output, and that it ran before this step.'

/** Applications, groups and configurations of CodeDeploy: 1 to 100 of these characters. */
export const codeDeployName: Parser<string> = matching(
  /^[A-Za-z0-9._+=,@-]{1,100}$/,
  'a name of 1 to 100 letters, digits and . _ + = , @ -'
)

export const containerName: Parser<string> = matching(
  /^[A-Za-z0-9_-]{1,255}$/,
  'a container name of up to 255 letters, digits, - and _'
)

export const accountId: Parser<string> = (written) => {
  if (/^\d{12}$/.test(written)) return accept(written)
  const short = /^\d{9,11}$/.test(written)
  return refuse({
    found: `${shown(written)} is not an account id`,
    expected: '12 digits',
    remedy: short ? 'Put quotes around the id in the workflow: YAML drops leading zeros.' : 'Write the 12 digits.'
  })
}

export const region: Parser<string> = matching(
  /^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/,
  'the code of an AWS region, like `eu-west-1`'
)

/** CloudWatch allows 1 to 255 characters, control characters excepted. */
export const alarmName: Parser<string> = (written) => {
  const fromArn = /^arn:[a-z-]+:cloudwatch:[^:]*:\d*:alarm:(.+)$/.exec(written)?.[1]
  if (fromArn !== undefined) {
    return refuse({
      found: `${shown(written)} is an ARN`,
      expected: 'the name of the alarm',
      remedy: `Write \`${fromArn}\`.`
    })
  }
  if (/\p{Cc}/u.test(written)) {
    return refuse({
      found: `${shown(written)} holds a control character`,
      expected: 'a name as CloudWatch shows it',
      remedy: 'Write the name without it; if it comes from a step, check its output.'
    })
  }
  if (written.length <= 255) return accept(written)
  return refuse({
    found: `an alarm name has ${written.length} characters`,
    expected: 'at most 255 characters',
    remedy: 'Write the names separated by commas or line breaks.'
  })
}

/** Ways an image reference comes out wrong when a part of it was empty or meant for something else. */
const IMAGE_SLIPS: readonly (readonly [RegExp, string, string])[] = [
  [/\s/, 'contains a space', 'Write one image without spaces; put further containers on further lines of `images`.'],
  [/^[a-z]+:\/\//i, 'begins with a scheme', 'Remove the scheme: an image begins with the host of its registry.'],
  [/^[:/@]/, 'has nothing before its first separator', STEP_OUTPUT],
  [/[:@]$/, 'has an empty tag or digest', STEP_OUTPUT],
  [/\/\/|\/:|\/$|\/@/, 'has an empty part between its separators', STEP_OUTPUT],
  [/,/, 'contains a comma', 'Put every container=image on its own line.'],
  [
    /[^A-Za-z0-9._/:@-]/,
    'contains a character no image may have',
    'Write it like `repository:tag` or `repository@sha256:…`.'
  ],
  [
    /@(?!sha256:[0-9a-f]{64}$|sha512:[0-9a-f]{128}$)/,
    'has a digest that is not one',
    'Write `@sha256:` and 64 hexadecimal digits.'
  ]
]

export const image: Parser<string> = (written) => {
  const slip = IMAGE_SLIPS.find(([pattern]) => pattern.test(written))
  if (slip === undefined) return accept(written)
  const [, says, remedy] = slip
  return refuse({
    found: `the image ${shown(written)} ${says}`,
    expected: 'an image like `registry/repository:tag`',
    remedy
  })
}

/** Docker refuses such a name when it pulls: https://github.com/distribution/reference (name components are lower case). */
export function hasUpperCaseRepository(written: string): boolean {
  const [name = ''] = written.split('@')
  const repository = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name
  return /[A-Z]/.test(repository.split(':')[0] ?? '')
}

export interface ContainerImage {
  readonly container: string
  readonly image: string
}

/** container=image; the first = splits. */
export const containerImage: Parser<ContainerImage> = (line) => {
  const split = line.indexOf('=')
  if (split === -1) {
    return refuse({
      found: `the line ${shown(line)} has no =`,
      expected: 'lines like `web=registry/repository:tag`',
      remedy: 'Write the name of the container, then =, then its image.'
    })
  }
  const container = containerName(line.slice(0, split).trim())
  const written = line.slice(split + 1).trim()
  const of =
    written === ''
      ? refuse({ found: `the line ${shown(line)} has no image after the =`, expected: 'an image', remedy: STEP_OUTPUT })
      : image(written)
  if (container.ok && of.ok) return accept({ container: container.value, image: of.value })
  return refuse(
    ...(container.ok
      ? []
      : container.problems.map((flaw) => ({
          ...flaw,
          found: `the line ${shown(line)} does not begin with a container name`
        }))),
    ...(of.ok ? [] : of.problems)
  )
}

/** The part of an ARN that has to agree with where we deploy to. */
export interface Whereabouts {
  readonly region: string
  readonly account: string
}

/** A cluster or service by name or ARN. */
export interface Named {
  readonly name: string
  /** What the ARN says beside the name; a service ARN of the old form has no cluster. */
  readonly arn: (Whereabouts & { readonly cluster: string | undefined }) | undefined
}

const NAME = /^[A-Za-z0-9_-]{1,255}$/
const ARN =
  /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):(cluster|service)\/(?:([A-Za-z0-9_-]{1,255})\/)?([A-Za-z0-9_-]{1,255})$/

export function named(kind: 'cluster' | 'service'): Parser<Named> {
  return (written): Field<Named> => {
    if (NAME.test(written)) return accept({ name: written, arn: undefined })
    const [, region = '', account = '', found, cluster, name = ''] = ARN.exec(written) ?? []
    if (found === kind && (kind === 'service' || cluster === undefined)) {
      return accept({ name, arn: { region, account, cluster } })
    }
    const expected = `the name or the ARN of a ${kind}`
    if (found !== undefined) {
      return refuse({ found: `it is ${shown(written)}, an ARN of a ${found}`, expected, remedy: `Write ${expected}.` })
    }
    return refuse({
      expected: `${expected}: up to 255 letters, digits, - and _`,
      remedy: written.includes('/') ? `Write the part behind the last / only, or the whole ARN.` : `Write ${expected}.`
    })
  }
}
