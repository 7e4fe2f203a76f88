// AWS's names for what went wrong, and what each is to us: the one table.
import type { ProblemCode } from '../domain/problem.ts'

/**
 * AWS's names for what went wrong. A name that AWS gives and nobody has listed is AWS_REFUSED: that is how AWS says that
 * the request itself is wrong (`ClientException`, `InvalidParameterException` and a hundred more).
 */
const NAMES: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  NOT_ALLOWED: [
    'AccessDenied',
    'AccessDeniedException',
    'AuthorizationError',
    'AuthorizationErrorException',
    'NotAuthorized',
    'NotAuthorizedException',
    'UnauthorizedException',
    'UnauthorizedOperation'
  ],
  CREDENTIALS_EXPIRED: [
    'AuthFailure',
    'ExpiredToken',
    'ExpiredTokenException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidIdentityToken',
    'InvalidIdentityTokenException',
    'InvalidSignatureException',
    'InvalidToken',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
    'TokenRefreshRequired',
    'UnrecognizedClientException'
  ],
  CREDENTIALS_MISSING: ['CredentialsProviderError', 'ProviderError', 'TokenProviderError'],
  AWS_THROTTLED: [
    'BandwidthLimitExceeded',
    'EC2ThrottledException',
    'PriorRequestNotComplete',
    'RequestLimitExceeded',
    'RequestThrottled',
    'RequestThrottledException',
    'SlowDown',
    'ThrottledException',
    'Throttling',
    'ThrottlingException',
    'TooManyRequestsException'
  ],
  AWS_BROKEN: [
    'InternalError',
    'InternalFailure',
    'InternalFailureException',
    'InternalServerError',
    'InternalServerException',
    'InternalServiceError',
    'InternalServiceFault',
    'ServerException',
    'ServiceException',
    'ServiceUnavailable',
    'ServiceUnavailableException'
  ],
  AWS_UNREACHABLE: ['AbortError', 'RequestTimeout', 'RequestTimeoutException', 'TimeoutError'],
  AWS_ANSWER_INVALID: ['SyntaxError'],
  CLUSTER_NOT_FOUND: ['ClusterNotFoundException'],
  SERVICE_NOT_FOUND: ['ServiceNotFoundException'],
  SERVICE_INACTIVE: ['ServiceNotActiveException'],
  APPLICATION_NOT_FOUND: ['ApplicationDoesNotExistException'],
  GROUP_NOT_FOUND: ['DeploymentGroupDoesNotExistException'],
  CONFIG_NOT_FOUND: ['DeploymentConfigDoesNotExistException'],
  CONFIG_EXISTS: ['DeploymentConfigAlreadyExistsException'],
  DEPLOYMENT_GONE: ['DeploymentDoesNotExistException', 'ServiceDeploymentNotFoundException'],
  // The target appears a moment after its deployment; a deployment that is gone says so by itself.
  DEPLOYMENT_NOT_STARTED: ['DeploymentNotStartedException', 'DeploymentTargetDoesNotExistException'],
  DEPLOYMENT_OVER: ['DeploymentAlreadyCompletedException']
}

const CODES: ReadonlyMap<string, ProblemCode> = new Map(
  Object.keys(NAMES)
    .filter((code) => isListed(code))
    .flatMap((code) => (NAMES[code] ?? []).map((name): [string, ProblemCode] => [name, code]))
)

function isListed(code: string): code is keyof typeof NAMES {
  return Object.hasOwn(NAMES, code)
}

/** A service deployment that is to be stopped or continued and is over. */
const TERMINAL = /service deployment.{0,80}\bterminal state/is

/** Names that mean two things, told apart by what AWS writes; the wording has changed before, hence so lenient. */
const BY_TEXT: readonly { readonly name: string; readonly says: RegExp; readonly code: ProblemCode }[] = [
  // Seen on concurrent registers of one family. Nothing was registered, so that it is safe to ask again.
  { name: 'ClientException', says: /too many concurrent attempts/i, code: 'AWS_THROTTLED' },
  // The same name stands for the account's limit. https://github.com/webfactory/create-aws-codedeploy-deployment/issues/24
  { name: 'DeploymentLimitExceededException', says: /\bd-[A-Z0-9]+|active deployment/i, code: 'DEPLOYMENT_ACTIVE' },
  // Under which name is not documented. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
  { name: 'InvalidParameterException', says: TERMINAL, code: 'DEPLOYMENT_OVER' },
  { name: 'ClientException', says: TERMINAL, code: 'DEPLOYMENT_OVER' },
  { name: 'ConflictException', says: TERMINAL, code: 'DEPLOYMENT_OVER' }
]

/** What AWS means; undefined for a name nobody has listed. */
export function listedCode(name: string, message: string): ProblemCode | undefined {
  const byText = BY_TEXT.find((entry) => entry.name === name && entry.says.test(message))
  return byText?.code ?? CODES.get(name)
}
