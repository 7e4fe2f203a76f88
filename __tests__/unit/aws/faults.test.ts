import { describe, expect, test } from '@jest/globals'
import { fault, refusedForItsClock } from '../../../src/aws/faults.ts'
import { Problem, type ProblemCode } from '../../../src/domain/problem.ts'

const CALL = { service: 'codedeploy', operation: 'CreateDeployment', resource: 'app/group' } as const

/** As the SDK throws what AWS answered. */
function answered(name: string, message = 'because', status = 400): unknown {
  const $metadata = { httpStatusCode: status, requestId: 'request-1' }
  return Object.assign(new Error(message), { name, $fault: status < 500 ? 'client' : 'server', $metadata })
}

/** As Node and the SDK throw what came before, or instead of, an answer. */
function thrown(fields: { readonly name?: string; readonly code?: string; readonly message?: string }): unknown {
  return Object.assign(new Error(fields.message ?? 'because'), fields)
}

const BY_NAME: readonly [ProblemCode, readonly string[]][] = [
  ['NOT_ALLOWED', ['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation', 'AuthorizationError']],
  [
    'CREDENTIALS_EXPIRED',
    [
      'ExpiredToken',
      'ExpiredTokenException',
      'UnrecognizedClientException',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'SignatureDoesNotMatch',
      'RequestExpired',
      'MissingAuthenticationTokenException',
      'IncompleteSignature'
    ]
  ],
  [
    'AWS_THROTTLED',
    ['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'RequestLimitExceeded', 'SlowDown']
  ],
  ['AWS_BROKEN', ['ServerException', 'InternalServiceFault', 'InternalFailure', 'ServiceUnavailableException']],
  ['CLUSTER_NOT_FOUND', ['ClusterNotFoundException']],
  ['SERVICE_NOT_FOUND', ['ServiceNotFoundException']],
  ['SERVICE_INACTIVE', ['ServiceNotActiveException']],
  ['APPLICATION_NOT_FOUND', ['ApplicationDoesNotExistException']],
  ['GROUP_NOT_FOUND', ['DeploymentGroupDoesNotExistException']],
  ['CONFIG_NOT_FOUND', ['DeploymentConfigDoesNotExistException']],
  ['CONFIG_EXISTS', ['DeploymentConfigAlreadyExistsException']],
  ['DEPLOYMENT_GONE', ['DeploymentDoesNotExistException', 'ServiceDeploymentNotFoundException']],
  ['DEPLOYMENT_NOT_STARTED', ['DeploymentNotStartedException', 'DeploymentTargetDoesNotExistException']],
  ['DEPLOYMENT_OVER', ['DeploymentAlreadyCompletedException']],
  [
    'AWS_REFUSED',
    [
      'ClientException',
      'InvalidParameterException',
      'LimitExceededException',
      'UnsupportedFeatureException',
      'PlatformUnknownException',
      'PlatformTaskDefinitionIncompatibilityException',
      'UpdateInProgressException',
      'ConflictException',
      'BlockedException',
      'ValidationException',
      'SerializationException',
      'RevisionRequiredException',
      'InvalidRevisionException',
      'RevisionDoesNotExistException',
      'InvalidTrafficRoutingConfigurationException',
      'InvalidLoadBalancerInfoException',
      'InvalidAlarmConfigException',
      'InvalidAutoRollbackConfigException',
      'AlarmsLimitExceededException',
      'InvalidRoleException',
      'InvalidECSServiceException',
      'ECSServiceMappingLimitExceededException',
      'DescriptionTooLongException',
      'DeploymentGroupNameRequiredException',
      'DeploymentConfigLimitExceededException',
      'DeploymentTargetListSizeExceededException',
      'InvalidComputePlatformException',
      'DeploymentIsNotInReadyStateException',
      'InvalidDeploymentStatusException',
      'InvalidDeploymentWaitTypeException',
      'UnsupportedActionForDeploymentTypeException',
      'InvalidNextToken',
      'SomethingAwsInventsTomorrow',
      'constructor'
    ]
  ]
]

describe('what AWS answers', () => {
  test.each(BY_NAME.flatMap(([code, names]) => names.map((name) => [name, code] as const)))(
    '%s is %s',
    (name, code) => {
      const problem = fault(answered(name), CALL)
      expect(problem.code).toBe(code)
      expect(problem.found).toContain('because')
      expect(problem.aws).toEqual({ name, message: 'because', requestId: 'request-1' })
      expect(problem.place).toEqual({ kind: 'aws', call: 'codedeploy:CreateDeployment', resource: 'app/group' })
    }
  )

  test.each<[string, string, ProblemCode]>([
    [
      'ClientException',
      'Too many concurrent attempts to create a new revision of the specified family.',
      'AWS_THROTTLED'
    ],
    [
      'DeploymentLimitExceededException',
      "The Deployment Group 'web' already has an active Deployment 'd-1NNWZG91L'",
      'DEPLOYMENT_ACTIVE'
    ],
    ['DeploymentLimitExceededException', 'Deployment group is busy with d-1NNWZG91L', 'DEPLOYMENT_ACTIVE'],
    ['DeploymentLimitExceededException', 'The number of deployments of the account is reached', 'AWS_REFUSED'],
    [
      'InvalidParameterException',
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
      'DEPLOYMENT_OVER'
    ],
    [
      'ClientException',
      'Continuing a service deployment is not allowed for service deployment in terminal states.',
      'DEPLOYMENT_OVER'
    ],
    ['ConflictException', 'The service deployment is in a terminal state', 'DEPLOYMENT_OVER'],
    ['ConflictException', 'The service deployment is changing', 'AWS_REFUSED'],
    [
      'InvalidParameterException',
      'Provided hookId is either completed, unavailable, or not associated with the given Resource ARN',
      'AWS_REFUSED'
    ]
  ])('%s with «%s» is %s', (name, message, code) => {
    expect(fault(answered(name, message), CALL).code).toBe(code)
  })

  test('a server’s failure is one under any name', () => {
    const { code, found } = fault(answered('Whatever', 'sorry', 503), CALL)
    expect(code).toBe('AWS_BROKEN')
    expect(found).toBe('sorry (Whatever), HTTP 503')
  })

  test('keeps the name AWS gave it, with the status of a server’s failure too', () => {
    expect(fault(answered('ThrottlingException', 'Rate exceeded', 503), CALL).code).toBe('AWS_THROTTLED')
  })

  test('that says nothing is told as that', () => {
    expect(fault(answered('ClientException', ''), CALL).found).toBe('AWS answered ClientException and nothing more')
  })

  test('is cut when it is very long', () => {
    expect(fault(answered('ClientException', 'x'.repeat(100_000)), CALL).found.length).toBeLessThan(1_100)
  })
})

describe('what comes instead of an answer', () => {
  test.each<[string, Parameters<typeof thrown>[0], ProblemCode]>([
    ['a reset', { code: 'ECONNRESET' }, 'AWS_UNREACHABLE'],
    ['a refused connection', { code: 'ECONNREFUSED' }, 'AWS_UNREACHABLE'],
    ['an unknown host', { code: 'ENOTFOUND' }, 'AWS_UNREACHABLE'],
    ['a resolver that is busy', { code: 'EAI_AGAIN' }, 'AWS_UNREACHABLE'],
    ['a broken pipe', { code: 'EPIPE' }, 'AWS_UNREACHABLE'],
    ['a time-out of the system', { code: 'ETIMEDOUT' }, 'AWS_UNREACHABLE'],
    ['a network that is not there', { code: 'ENETUNREACH' }, 'AWS_UNREACHABLE'],
    ['a proxy that says no', { code: 'ERR_PROXY_TUNNEL' }, 'AWS_UNREACHABLE'],
    ['a time-out of ours', { name: 'TimeoutError' }, 'AWS_UNREACHABLE'],
    ['an abort', { name: 'AbortError' }, 'AWS_UNREACHABLE'],
    ['a certificate nobody knows', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'AWS_UNREACHABLE'],
    ['a certificate that cannot be followed', { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'AWS_UNREACHABLE'],
    ['a certificate that is over', { code: 'CERT_HAS_EXPIRED' }, 'AWS_UNREACHABLE'],
    ['a certificate for another host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'AWS_UNREACHABLE'],
    ['a protocol error of TLS', { code: 'EPROTO' }, 'AWS_UNREACHABLE'],
    ['something that is not HTTP', { code: 'HPE_INVALID_CONSTANT' }, 'AWS_ANSWER_INVALID'],
    ['a text that is not JSON', { name: 'SyntaxError' }, 'AWS_ANSWER_INVALID'],
    ['no credentials', { name: 'CredentialsProviderError' }, 'CREDENTIALS_MISSING'],
    ['no region', { message: 'Region is missing' }, 'REGION_MISSING'],
    ['a region that is none', { message: 'Region not accepted: region="us east"' }, 'INPUT_INVALID'],
    ['an address that is none', { code: 'ERR_INVALID_URL', message: 'Invalid URL' }, 'INPUT_INVALID'],
    ['a defect', { name: 'TypeError', message: 'x is not a function' }, 'INTERNAL']
  ])('%s is classified', (_, fields, code) => {
    const problem = fault(thrown(fields), CALL)
    expect(problem.code).toBe(code)
    expect(problem.aws).toBeUndefined()
    expect(problem.found).not.toBe('')
  })

  test('the cause of a failed connection counts, and so does the first of several', () => {
    expect(fault(new Error('failed', { cause: { code: 'ECONNRESET' } }), CALL).code).toBe('AWS_UNREACHABLE')
    const both = new AggregateError([
      Object.assign(new Error('connect ECONNREFUSED ::1:443'), { code: 'ECONNREFUSED' })
    ])
    const { code, found } = fault(both, CALL)
    expect(code).toBe('AWS_UNREACHABLE')
    expect(found).toBe('connect ECONNREFUSED ::1:443')
  })

  test('an answer that breaks off is not an answer, whatever its status was', () => {
    const broken = Object.assign(new Error('aborted'), { code: 'ECONNRESET', $metadata: { httpStatusCode: 200 } })
    expect(fault(broken, CALL).code).toBe('AWS_UNREACHABLE')
  })

  test('an answer the client stumbles over is invalid', () => {
    const stumble = Object.assign(new TypeError('x.map is not a function'), { $metadata: { httpStatusCode: 200 } })
    expect(fault(stumble, CALL).code).toBe('AWS_ANSWER_INVALID')
  })

  test.each([[undefined], [null], ['text'], [42], [{}], [() => 1]])('%p, thrown, is a defect of ours', (value) => {
    expect(fault(value, CALL).code).toBe('INTERNAL')
  })

  test('a problem stays the problem it is', () => {
    const problem = new Problem('INPUT_INVALID', { found: 'x' })
    expect(fault(problem, CALL)).toBe(problem)
  })

  test('a certificate points to NODE_EXTRA_CA_CERTS, a proxy to NO_PROXY', () => {
    expect(fault(thrown({ code: 'SELF_SIGNED_CERT_IN_CHAIN' }), CALL).remedy).toContain('NODE_EXTRA_CA_CERTS')
    expect(fault(thrown({ code: 'ERR_PROXY_TUNNEL' }), CALL).remedy).toContain('NO_PROXY')
  })
})

describe('a denial', () => {
  const denied = (message: string) => fault(answered('AccessDeniedException', message), CALL)
  const ARN = 'arn:aws:codedeploy:eu-west-1:111122223333:deploymentgroup:app/group'

  test('names the statement that would allow the call, and the role it belongs to', () => {
    const { code, found, remedy } = denied(
      `User: arn:aws:sts::111122223333:assumed-role/deploy/GitHubActions is not authorized to perform: codedeploy:CreateDeployment on resource: ${ARN} because no identity-based policy allows the codedeploy:CreateDeployment action`
    )
    expect(code).toBe('NOT_ALLOWED')
    expect(found).toContain('assumed-role/deploy/GitHubActions')
    expect(remedy).toBe(
      `Add this statement to a policy of the role \`deploy\`: {"Effect":"Allow","Action":"codedeploy:CreateDeployment","Resource":"${ARN}"}`
    )
  })

  test.each([
    // iam:PassRole is missing although the call was another one.
    [
      'User: arn:aws:sts::1:assumed-role/deploy/x is not authorized to perform: iam:PassRole on resource: arn:aws:iam::1:role/task because no …',
      'iam:PassRole',
      'arn:aws:iam::1:role/task'
    ],
    // overrideAlarmConfiguration needs another action than the call's name says.
    [
      `User: arn:aws:iam::1:user/ci is not authorized to perform: codedeploy:UpdateDeploymentGroup on resource: ${ARN}`,
      'codedeploy:UpdateDeploymentGroup',
      ARN
    ],
    [
      `User: x is not authorized to perform codedeploy:GetDeployment on resource: ${ARN}.`,
      'codedeploy:GetDeployment',
      ARN
    ],
    ['User: x is not authorized to perform: ecs:DescribeServices on resource: *', 'ecs:DescribeServices', '*'],
    ['Not authorized to perform sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithWebIdentity', '*'],
    ['no', 'codedeploy:CreateDeployment', '*'],
    ['', 'codedeploy:CreateDeployment', '*']
  ])('«%s» asks for %s on %s', (message, action, resource) => {
    expect(denied(message).remedy).toContain(JSON.stringify({ Effect: 'Allow', Action: action, Resource: resource }))
  })

  test('that is explicit is not met with another allowance', () => {
    const { remedy } = denied(
      `User: arn:aws:iam::1:user/ci is not authorized to perform: codedeploy:CreateDeployment on resource: ${ARN} with an explicit deny in a service control policy`
    )
    expect(remedy).toBe(
      `Remove the explicit deny of \`codedeploy:CreateDeployment\` on \`${ARN}\` from the policies of arn:aws:iam::1:user/ci.`
    )
  })

  test('is told without its page of encoded letters', () => {
    const { found, aws } = denied(
      `You are not authorized. Encoded authorization failure message: ${'aB3_'.repeat(500)}`
    )
    expect(found).toBe('You are not authorized. (AccessDeniedException)')
    expect(aws?.message).toBe('You are not authorized.')
  })

  // Read in more than linear time this would take minutes.
  test('is read however it is written', () => {
    const text = `${'User: '.repeat(200_000)}arn:${'on resource: arn:'.repeat(200_000)} is not authorized to perform: `
    expect(denied(text).found).toContain('User: ')
  })
})

describe('a refusal for the clock', () => {
  const corrected = { $metadata: { httpStatusCode: 403, clockSkewCorrected: true } }

  test('is one whose signature was refused and whose clock the SDK has corrected', () => {
    expect(
      refusedForItsClock(Object.assign(new Error('expired'), { name: 'InvalidSignatureException' }, corrected))
    ).toBe(true)
  })

  test('is not a server’s failure that happened to correct the clock: that one may have done something', () => {
    expect(refusedForItsClock(Object.assign(new Error('oops'), { name: 'ServerException' }, corrected))).toBe(false)
  })

  test('is not a signature that is simply wrong', () => {
    expect(refusedForItsClock(answered('InvalidSignatureException'))).toBe(false)
  })
})
