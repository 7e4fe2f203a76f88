// Pages of the AWS console, in the partition the resource belongs to: a region's name does not tell it.
import type { Target } from '../domain/plan.ts'

/** Where the console of each partition lives. */
const CONSOLES: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com'
}

type Where = Pick<Target, 'partition' | 'region'>

/** Undefined where we do not know the console: no link is better than one to the wrong partition. */
function page({ partition, region }: Where, path: readonly string[], hash = ''): string | undefined {
  const host = Object.hasOwn(CONSOLES, partition) ? CONSOLES[partition] : undefined
  if (host === undefined || !/^[a-z0-9-]{1,40}$/.test(region)) return undefined
  return `https://${region}.${host}/${path.map(part).join('/')}?region=${region}${hash}`
}

/** What encodeURIComponent leaves alone includes what ends a Markdown link. */
function part(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  )
}

/** For whoever knows a page of their own; empty where the console of the partition is not known. */
export function consoleUrl(where: Where, path: readonly string[]): string {
  return page(where, path) ?? ''
}

export function serviceLink(target: Target): string | undefined {
  return page(target, ['ecs', 'v2', 'clusters', target.cluster, 'services', target.service, 'deployments'])
}

export function alarmLink(where: Where, name: string): string | undefined {
  return page(where, ['cloudwatch', 'home'], `#alarmsV2:alarm/${part(name)}`)
}

/** Whether a link made elsewhere leads to a console and nowhere else, and cannot end a Markdown link. */
export function isConsole(url: string): boolean {
  const found = /^https:\/\/([a-z0-9.-]{1,253})\/[A-Za-z0-9._~:/?#@$&+,;=%-]*$/.exec(url)
  return Object.values(CONSOLES).some((host) => found?.[1] === host || found?.[1]?.endsWith(`.${host}`))
}
