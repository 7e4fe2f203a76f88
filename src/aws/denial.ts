// What AWS says when a role may not make a call, turned into the statement that would allow it. Pure.

export interface Denial {
  readonly action: string
  readonly resource: string
  readonly principal: string | undefined
  /** A policy forbids it: adding an allowance would not help. */
  readonly explicit: boolean
}

/**
 * Reads `User: arn:… is not authorized to perform: ecs:X on resource: arn:… because …`. Every part may be missing;
 * `action` is then the call itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readDenial(message: string, action: string): Denial {
  const part = (pattern: RegExp) => pattern.exec(message)?.[1]
  return {
    action: part(/authorized to perform:? ([a-z0-9-]{1,64}:[A-Za-z0-9*]{1,128})/i) ?? action,
    resource: part(/on resource: ?"?(arn:[^\s"]{0,2000}[^\s".,;])/) ?? '*',
    principal: part(/\b(?:User|Principal): (arn:\S{1,2000})/),
    explicit: /with an explicit deny/i.test(message)
  }
}

/** A sentence with a statement that can be copied into a policy. */
export function allowing(denial: Denial): string {
  const who = whose(denial.principal)
  if (denial.explicit) {
    return `Remove the explicit deny of \`${denial.action}\` on \`${denial.resource}\` from the policies of ${who}.`
  }
  const statement = JSON.stringify({ Effect: 'Allow', Action: denial.action, Resource: denial.resource })
  return `Add this statement to a policy of ${who}: ${statement}`
}

function whose(principal: string | undefined): string {
  if (principal === undefined) return 'the role'
  const role = /:assumed-role\/([^/]+)\//.exec(principal)?.[1]
  return role === undefined ? principal : `the role \`${role}\``
}

/** Without the encoded reason, which is a page of letters only `sts:DecodeAuthorizationMessage` can read. */
export function withoutEncodedReason(message: string): string {
  return message.replace(/\s*Encoded authorization failure message:\s*\S+/i, '')
}
