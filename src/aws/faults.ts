// The only translator of SDK errors: whatever a call threw becomes a Problem, by one table of names. Pure.
import { type AwsAnswer, Problem, type ProblemCode, type ProblemDetails } from '../domain/problem.ts'
import { allowing, readDenial, withoutEncodedReason } from './denial.ts'
import { listedCode } from './fault-names.ts'

export interface CallName {
  readonly service: 'ecs' | 'codedeploy' | 'cloudwatch'
  readonly operation: string
  /** What was asked about, as a person would name it. */
  readonly resource?: string | undefined
}

/** What the SDK and Node throw, without a name of its own, before anything is sent. */
const OURS: readonly { readonly says: RegExp; readonly code: ProblemCode }[] = [
  { says: /^ Region is missing/, code: 'REGION_MISSING' },
  { says: /^ Region not accepted/, code: 'INPUT_INVALID' },
  { says: /^ERR_(?:INVALID_URL|PROXY_INVALID_CONFIG) /, code: 'INPUT_INVALID' }
]

/** How Node names a connection that did not come about, or broke. */
const SOCKET =
  /^(?:ECONN(?:RESET|REFUSED|ABORTED)|ENOTFOUND|EAI_[A-Z]+|EPIPE|ETIMEDOUT|E(?:HOST|NET)(?:UNREACH|DOWN)|EADDRNOTAVAIL|ERR_STREAM_PREMATURE_CLOSE|ERR_PROXY_TUNNEL)$/
const TLS =
  /^(?:EPROTO|CERT_.*|UNABLE_TO_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|HOSTNAME_MISMATCH|ERR_TLS_.*|ERR_SSL_.*|CRL_.*)$/
/** What the SDK calls an answer in which AWS names no error. */
const NAMELESS = /^(?:UnknownError|Unknown|Error|)$/
const MALFORMED = /^(?:HPE_.*|ERR_HTTP_.*)$/

/** The names under which AWS refuses a signature that is too old or too young. */
const CLOCK = /^(?:InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired)$/

/** True when AWS refused a request for our clock only, and the SDK has meanwhile learnt AWS's: the same request may go again. */
export function refusedForItsClock(error: unknown): boolean {
  const seen = look(error)
  return seen.clockSkewCorrected && CLOCK.test(seen.name)
}

export function fault(error: unknown, call: CallName): Problem {
  if (error instanceof Problem) return error
  const seen = look(error)
  const code = classify(seen)
  const { resource } = call
  return new Problem(code, {
    place: { kind: 'aws', call: `${call.service}:${call.operation}`, ...(resource !== undefined && { resource }) },
    cause: error,
    ...(seen.answered && { aws: answer(seen) }),
    ...wording(code, seen, call)
  })
}

/** A call answered, but not with what the API promises. */
export function invalidAnswer(found: string, call: CallName): Problem {
  const { resource } = call
  return new Problem('AWS_ANSWER_INVALID', {
    place: { kind: 'aws', call: `${call.service}:${call.operation}`, ...(resource !== undefined && { resource }) },
    found
  })
}

function classify(seen: Seen): ProblemCode {
  const { status } = seen
  const listed = listedCode(seen.name, seen.message)
  if (seen.answered && listed !== undefined) return listed
  // Before the status: an answer may break off after it has begun.
  if (listed === 'AWS_UNREACHABLE' || SOCKET.test(seen.errno) || TLS.test(seen.errno)) return 'AWS_UNREACHABLE'
  // A web page from something between AWS and us, or an answer of another shape: only the status can be trusted.
  if (status !== undefined && status >= 500) return 'AWS_BROKEN'
  if (status === 429) return 'AWS_THROTTLED'
  if (status !== undefined && status < 300) return 'AWS_ANSWER_INVALID'
  if (listed !== undefined) return listed
  if (MALFORMED.test(seen.errno)) return 'AWS_ANSWER_INVALID'
  // Something between AWS and us answered, or AWS in a form of its own: whether the request took effect is not known.
  if (seen.answered) return NAMELESS.test(seen.name) ? 'AWS_ANSWER_INVALID' : 'AWS_REFUSED'
  return OURS.find(({ says }) => says.test(`${seen.errno} ${seen.message}`))?.code ?? 'INTERNAL'
}

type Wording = Pick<ProblemDetails, 'found' | 'remedy'>

/** Where a code has more to say than AWS's own words. */
const WORDING: Readonly<Partial<Record<ProblemCode, (seen: Seen, said: string, action: string) => Wording>>> = {
  NOT_ALLOWED: (seen, said, action) => ({ found: said, remedy: allowing(readDenial(seen.message, action)) }),
  AWS_UNREACHABLE: (seen) => unreachable(seen),
  AWS_ANSWER_INVALID: (seen, said, action) => ({
    found: `the answer to ${action} is not what the API promises: ${[status(seen), said].filter(Boolean).join(', ')}`
  }),
  AWS_BROKEN: (seen, said) => ({
    found: seen.answered && seen.status !== undefined ? `${said}, HTTP ${seen.status}` : (status(seen) ?? said)
  }),
  CREDENTIALS_EXPIRED: (seen, said) =>
    CLOCK.test(seen.name)
      ? { found: said, remedy: 'Check the clock of the runner, and that secret key and session token belong together.' }
      : { found: said },
  INPUT_INVALID: (_, said) => ({
    found: said,
    remedy: 'Correct `aws-region`, or the environment variables HTTPS_PROXY and AWS_ENDPOINT_URL of this step.'
  })
}

function wording(code: ProblemCode, seen: Seen, call: CallName): Wording {
  const text = legible(seen.message)
  const said = text === '' ? `AWS answered ${seen.name} and nothing more` : `${text} (${seen.name})`
  return WORDING[code]?.(seen, said, `${call.service}:${call.operation}`) ?? { found: said }
}

function status(seen: Seen): string | undefined {
  return seen.status === undefined ? undefined : `HTTP ${seen.status}`
}

function unreachable(seen: Seen): Wording {
  const text = legible(seen.message)
  if (seen.name === 'AbortError') return { found: 'the call was given up before AWS had answered' }
  if (TLS.test(seen.errno)) {
    return {
      found: `the TLS connection failed with ${seen.errno}: ${text}`,
      remedy: 'Check who answers in the place of AWS; name the certificate of a proxy in NODE_EXTRA_CA_CERTS.'
    }
  }
  if (seen.errno === 'ERR_PROXY_TUNNEL') {
    return { found: text, remedy: 'Check that the proxy of HTTPS_PROXY lets this runner reach AWS, or set NO_PROXY.' }
  }
  const why = text === '' ? seen.errno || seen.name : text
  const late = seen.name === 'TimeoutError' && /^(?:ETIMEDOUT)?$/.test(seen.errno)
  return { found: late ? `no answer in time: ${why}` : why }
}

function legible(message: string): string {
  return withoutEncodedReason(message).trim().slice(0, 1_000)
}

function answer(seen: Seen): AwsAnswer {
  return { name: seen.name, message: withoutEncodedReason(seen.message), requestId: seen.requestId }
}

/** What there is to see of an error, whatever it is. */
interface Seen {
  readonly name: string
  readonly message: string
  /** Node's own code of a failed connection, of the error or of what caused it; else empty. */
  readonly errno: string
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** AWS itself said this, in its own form. */
  readonly answered: boolean
  readonly clockSkewCorrected: boolean
}

function look(error: unknown): Seen {
  const fields = bag(error)
  const metadata = bag(fields['$metadata'])
  const status = metadata['httpStatusCode']
  const requestId = metadata['requestId']
  const inner = Array.isArray(fields['errors']) ? bag(fields['errors'][0]) : {}
  return {
    name: word(fields['name']) || typeof error,
    message: (word(fields['message']) || word(inner['message']) || (typeof error === 'string' ? error : '')).replace(
      // The SDK's words to its own users, not to ours.
      /^@smithy\/[a-z-]+ - (?:\[ERROR\] )?|\s+Deserialization error: to see the raw response.*$/gs,
      ''
    ),
    errno: word(fields['code']) || word(inner['code']) || word(bag(fields['cause'])['code']),
    status: typeof status === 'number' ? status : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
    answered: typeof fields['$fault'] === 'string',
    clockSkewCorrected: metadata['clockSkewCorrected'] === true
  }
}

function bag(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
