import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1156:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./src/aws/faults.ts + 2 modules
var faults = __nccwpck_require__(3282);
;// CONCATENATED MODULE: ./src/aws/answers.ts
// The members of AWS's answers that we use, and the type each must have when it is there. Checked once, at the border, so
// that nobody behind it meets a text where a list should be. What must be there at all is for those who need it to say.

const TASK_DEFINITION = { taskDefinitionArn: 'text' };
const PLACEMENT = {
    taskDefinition: 'text',
    launchType: 'text',
    platformVersion: 'text',
    networkConfiguration: {
        awsvpcConfiguration: { subnets: ['text'], securityGroups: ['text'], assignPublicIp: 'text' }
    },
    capacityProviderStrategy: [{ capacityProvider: 'text', weight: 'number', base: 'number' }],
    loadBalancers: [{ targetGroupArn: 'text', containerName: 'text', containerPort: 'number' }]
};
const ROLLBACK = { enabled: 'boolean', events: ['text'] };
const LAST = { deploymentId: 'text', status: 'text' };
const ROUTE = { listenerArns: ['text'] };
const ALARM = {
    AlarmName: 'text',
    StateValue: 'text',
    StateReason: 'text',
    StateUpdatedTimestamp: 'time',
    StateTransitionedTimestamp: 'time'
};
const ANSWERS = {
    DescribeServices: {
        services: [
            {
                ...PLACEMENT,
                serviceArn: 'text',
                serviceName: 'text',
                clusterArn: 'text',
                status: 'text',
                desiredCount: 'number',
                schedulingStrategy: 'text',
                deploymentController: { type: 'text' },
                taskSets: [
                    {
                        ...PLACEMENT,
                        id: 'text',
                        externalId: 'text',
                        status: 'text',
                        stabilityStatus: 'text',
                        computedDesiredCount: 'number',
                        runningCount: 'number',
                        pendingCount: 'number'
                    }
                ],
                events: [{ id: 'text', createdAt: 'time', message: 'text' }]
            }
        ],
        failures: [{ arn: 'text', reason: 'text', detail: 'text' }]
    },
    DescribeTaskDefinition: {
        taskDefinition: { ...TASK_DEFINITION, containerDefinitions: [{ name: 'text', image: 'text' }] }
    },
    RegisterTaskDefinition: { taskDefinition: TASK_DEFINITION },
    ListTasks: { taskArns: ['text'] },
    DescribeTasks: {
        tasks: [
            {
                taskDefinitionArn: 'text',
                stopCode: 'text',
                stoppedReason: 'text',
                containers: [{ name: 'text', reason: 'text', exitCode: 'number' }]
            }
        ]
    },
    GetDeploymentGroup: {
        deploymentGroupInfo: {
            deploymentConfigName: 'text',
            computePlatform: 'text',
            ecsServices: [{ serviceName: 'text', clusterName: 'text' }],
            alarmConfiguration: { enabled: 'boolean', ignorePollAlarmFailure: 'boolean', alarms: [{ name: 'text' }] },
            autoRollbackConfiguration: ROLLBACK,
            blueGreenDeploymentConfiguration: {
                terminateBlueInstancesOnDeploymentSuccess: { action: 'text', terminationWaitTimeInMinutes: 'number' },
                deploymentReadyOption: { actionOnTimeout: 'text', waitTimeInMinutes: 'number' }
            },
            loadBalancerInfo: {
                targetGroupPairInfoList: [
                    { targetGroups: [{ name: 'text' }], prodTrafficRoute: ROUTE, testTrafficRoute: ROUTE }
                ]
            },
            lastAttemptedDeployment: LAST,
            lastSuccessfulDeployment: LAST
        }
    },
    GetDeploymentConfig: {
        deploymentConfigInfo: {
            deploymentConfigName: 'text',
            computePlatform: 'text',
            trafficRoutingConfig: {
                type: 'text',
                timeBasedCanary: { canaryPercentage: 'number', canaryInterval: 'number' },
                timeBasedLinear: { linearPercentage: 'number', linearInterval: 'number' }
            }
        }
    },
    CreateDeployment: { deploymentId: 'text' },
    GetDeployment: {
        deploymentInfo: {
            deploymentId: 'text',
            status: 'text',
            creator: 'text',
            description: 'text',
            createTime: 'time',
            errorInformation: { code: 'text', message: 'text' },
            rollbackInfo: { rollbackDeploymentId: 'text' },
            autoRollbackConfiguration: ROLLBACK
        }
    },
    GetDeploymentTarget: {
        deploymentTarget: {
            ecsTarget: {
                status: 'text',
                lifecycleEvents: [
                    {
                        lifecycleEventName: 'text',
                        status: 'text',
                        startTime: 'time',
                        endTime: 'time',
                        diagnostics: { errorCode: 'text', message: 'text', logTail: 'text' }
                    }
                ],
                taskSetsInfo: [
                    {
                        identifer: 'text', // misspelt in the API
                        status: 'text',
                        taskSetLabel: 'text',
                        trafficWeight: 'number',
                        desiredCount: 'number',
                        runningCount: 'number',
                        pendingCount: 'number'
                    }
                ]
            }
        }
    },
    DescribeAlarms: {
        MetricAlarms: [
            {
                ...ALARM,
                MetricName: 'text',
                ComparisonOperator: 'text',
                Threshold: 'number',
                Period: 'number',
                EvaluationPeriods: 'number'
            }
        ],
        CompositeAlarms: [ALARM]
    }
};
/** The answer, or a Problem that names the first member of another type. */
function checked(answer, call) {
    const form = Object.hasOwn(ANSWERS, call.operation) ? ANSWERS[call.operation] : undefined;
    const found = form && misfit(form, answer, '');
    if (found !== undefined)
        throw (0,faults/* invalidAnswer */.k_)(found, call);
    return answer;
}
function misfit(form, value, path) {
    // Absent and null are alike in AWS's answers: the value is not given.
    if (value === undefined || value === null)
        return undefined;
    const wrong = `\`${path === '' ? 'the answer' : path}\` is ${typeName(value)} where ${formName(form)} belongs`;
    if (typeof form === 'string')
        return isScalar(form, value) ? undefined : wrong;
    if (isList(form)) {
        if (!Array.isArray(value))
            return wrong;
        return first(value, (item, index) => item === null ? `\`${path}[${index}]\` is null` : misfit(form[0], item, `${path}[${index}]`));
    }
    if (typeof value !== 'object' || Array.isArray(value))
        return wrong;
    return first(Object.entries(form), ([name, member]) => {
        const given = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
        return misfit(member, given, path === '' ? name : `${path}.${name}`);
    });
}
function first(items, find) {
    for (const [index, item] of items.entries()) {
        const found = find(item, index);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function isScalar(form, value) {
    switch (form) {
        case 'text':
            return typeof value === 'string';
        case 'number':
            return typeof value === 'number' && Number.isFinite(value);
        case 'boolean':
            return typeof value === 'boolean';
        case 'time':
            return isTime(value) && Number.isFinite(Number(value));
    }
}
/** Of whatever realm, and without naming the clock. */
function isTime(value) {
    return Object.prototype.toString.call(value) === '[object Date]';
}
function isList(form) {
    return Array.isArray(form);
}
function formName(form) {
    if (typeof form !== 'string')
        return isList(form) ? 'a list' : 'an object';
    return form === 'text' ? 'text' : `a ${form}`;
}
function typeName(value) {
    if (Array.isArray(value))
        return 'a list';
    if (isTime(value))
        return 'a time';
    return typeof value === 'string' ? 'text' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

// EXTERNAL MODULE: ./src/aws/guard.ts
var guard = __nccwpck_require__(280);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
var external_node_https_default = /*#__PURE__*/__nccwpck_require__.n(external_node_https_);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/aws/transport.ts
// How bytes travel: time limits, kept connections, and the proxy of the environment, for every client alike.


/** AWS closes idle connections without a word, and a write must not be the one to find out. */
const LIMITS = { connect: 5_000, answer: 20_000, call: 30_000, idle: 4_000 };
/** Options of the SDK's own HTTP handler. Without `throwOnRequestTimeout` its time limit is a warning, and hangs. */
function transport(env, limits) {
    const kept = { keepAlive: true, timeout: limits.idle };
    return {
        connectionTimeout: limits.connect,
        requestTimeout: limits.answer,
        throwOnRequestTimeout: true,
        socketTimeout: limits.answer,
        httpAgent: kept,
        // https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support: the SDK has no proxy support of its own
        httpsAgent: new (external_node_https_default()).Agent({ ...kept, proxyEnv: transport_checked(env) })
    };
}
/** Node ignores a proxy it does not understand, and would go round it in silence. */
function transport_checked(env) {
    for (const name of ['https_proxy', 'HTTPS_PROXY']) {
        const address = env[name] ?? '';
        const scheme = /^https?:\/\/[^/]/i.test(address);
        if (address !== '' && !(scheme && URL.canParse(address))) {
            throw new problem/* Problem */.A('INPUT_INVALID', {
                // Not the value: it may carry a password.
                found: `the environment variable ${name} is not the address of a proxy this action can use`,
                expected: 'http://host:port or https://host:port',
                remedy: `Write ${name} as http://host:port.`
            });
        }
    }
    return env;
}

;// CONCATENATED MODULE: ./src/aws/clients.ts
// The SDK behind our ports. Each client is loaded when it is first needed: the time to the first call is what a user waits.



function connect({ region, env, version, limits = LIMITS }) {
    const settings = once(() => ({
        region,
        // Retries are ours: the SDK would send a write again and so deploy twice.
        maxAttempts: 1,
        retryMode: 'standard',
        requestHandler: transport(env, limits),
        customUserAgent: [['ecs-canary-deploy', version]]
    }));
    const start = headStart();
    const loadEcs = once(async () => {
        start.take();
        return (await Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(212), __nccwpck_require__.e(371)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1371))).connectEcs(settings(), start.end);
    });
    const loadCodeDeploy = once(async () => {
        await start.over();
        return (await Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(507), __nccwpck_require__.e(307)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3307))).connectCodeDeploy(settings());
    });
    const loadCloudWatch = once(async () => {
        await start.over();
        return (await Promise.all(/* import() */[__nccwpck_require__.e(861), __nccwpck_require__.e(85), __nccwpck_require__.e(817)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3817))).connectCloudWatch(settings());
    });
    start.afterwards(() => {
        // While ECS thinks. A failure is met again, and told, by the call that needs the client.
        loadCodeDeploy().catch(() => undefined);
        loadCloudWatch().catch(() => undefined);
    });
    const ecs = ports(async () => loadEcs(), { service: 'ecs', limit: limits.call, settled: start.end });
    const codedeploy = ports(async () => loadCodeDeploy(), { service: 'codedeploy', limit: limits.call });
    const cloudwatch = ports(async () => loadCloudWatch(), { service: 'cloudwatch', limit: limits.call });
    return {
        region,
        ecs: {
            describeServices: ecs('DescribeServices', (port) => port.describeServices, ({ cluster, services }) => (services ?? []).map((service) => `${cluster ?? 'default'}/${service}`).join(', ')),
            describeTaskDefinition: ecs('DescribeTaskDefinition', (port) => port.describeTaskDefinition, ({ taskDefinition }) => taskDefinition),
            registerTaskDefinition: ecs('RegisterTaskDefinition', (port) => port.registerTaskDefinition, ({ family }) => (typeof family === 'string' ? family : undefined)),
            listTasks: ecs('ListTasks', (port) => port.listTasks, ({ cluster }) => cluster),
            describeTasks: ecs('DescribeTasks', (port) => port.describeTasks, ({ cluster }) => cluster)
        },
        codedeploy: {
            getDeploymentGroup: codedeploy('GetDeploymentGroup', (port) => port.getDeploymentGroup, group),
            getDeploymentConfig: codedeploy('GetDeploymentConfig', (port) => port.getDeploymentConfig, config),
            createDeploymentConfig: codedeploy('CreateDeploymentConfig', (port) => port.createDeploymentConfig, config),
            createDeployment: codedeploy('CreateDeployment', (port) => port.createDeployment, group),
            getDeployment: codedeploy('GetDeployment', (port) => port.getDeployment, deployment),
            getDeploymentTarget: codedeploy('GetDeploymentTarget', (port) => port.getDeploymentTarget, deployment),
            stopDeployment: codedeploy('StopDeployment', (port) => port.stopDeployment, deployment)
        },
        cloudwatch: {
            describeAlarms: cloudwatch('DescribeAlarms', (port) => port.describeAlarms, ({ AlarmNames }) => AlarmNames?.join(', '))
        }
    };
}
const group = (input) => [input.applicationName, input.deploymentGroupName].filter((part) => part !== undefined).join('/');
const config = (input) => input.deploymentConfigName;
const deployment = (input) => input.deploymentId;
function ports(load, { service, limit, settled }) {
    return (operation, pick, resource) => (0,guard/* guarded */.N)(limit, { service, operation }, resource, async (input, options) => {
        try {
            const answer = await pick(await load())(input, options);
            return checked(answer, { service, operation, resource: resource(input) });
        }
        finally {
            settled?.();
        }
    });
}
/** ECS goes first: while its first request is being made, nothing else is loaded. */
function headStart() {
    const { promise, resolve } = Promise.withResolvers();
    let taken = false;
    return {
        take: () => {
            taken = true;
        },
        end: () => resolve(),
        over: async () => {
            if (taken)
                await promise;
        },
        afterwards: (next) => void promise.then(next)
    };
}
function once(make) {
    let made;
    return () => (made ??= { value: make() }).value;
}


/***/ }),

/***/ 3282:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  DG: () => (/* binding */ fault),
  k_: () => (/* binding */ invalidAnswer),
  Es: () => (/* binding */ refusedForItsClock)
});

// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/aws/denial.ts
// What AWS says when a role may not make a call, turned into the statement that would allow it. Pure.
/**
 * Reads `User: arn:… is not authorized to perform: ecs:X on resource: arn:… because …`. Every part may be missing;
 * `action` is then the call itself.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function readDenial(message, action) {
    const part = (pattern) => pattern.exec(message)?.[1];
    return {
        action: part(/authorized to perform:? ([a-z0-9-]{1,64}:[A-Za-z0-9*]{1,128})/i) ?? action,
        resource: part(/on resource: ?"?(arn:[^\s"]{0,2000}[^\s".,;])/) ?? '*',
        principal: part(/\b(?:User|Principal): (arn:\S{1,2000})/),
        explicit: /with an explicit deny/i.test(message)
    };
}
/** A sentence with a statement that can be copied into a policy. */
function allowing(denial) {
    const who = whose(denial.principal);
    if (denial.explicit) {
        return `Remove the explicit deny of \`${denial.action}\` on \`${denial.resource}\` from the policies of ${who}.`;
    }
    const statement = JSON.stringify({ Effect: 'Allow', Action: denial.action, Resource: denial.resource });
    return `Add this statement to a policy of ${who}: ${statement}`;
}
function whose(principal) {
    if (principal === undefined)
        return 'the role';
    const role = /:assumed-role\/([^/]+)\//.exec(principal)?.[1];
    return role === undefined ? principal : `the role \`${role}\``;
}
/** Without the encoded reason, which is a page of letters only `sts:DecodeAuthorizationMessage` can read. */
function withoutEncodedReason(message) {
    return message.replace(/\s*Encoded authorization failure message:\s*\S+/i, '');
}

;// CONCATENATED MODULE: ./src/aws/fault-names.ts
/**
 * AWS's names for what went wrong. A name that AWS gives and nobody has listed is AWS_REFUSED: that is how AWS says that
 * the request itself is wrong (`ClientException`, `InvalidParameterException` and a hundred more).
 */
const NAMES = {
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
    DEPLOYMENT_GONE: ['DeploymentDoesNotExistException'],
    // The target appears a moment after its deployment; a deployment that is gone says so by itself.
    DEPLOYMENT_NOT_STARTED: ['DeploymentNotStartedException', 'DeploymentTargetDoesNotExistException'],
    DEPLOYMENT_OVER: ['DeploymentAlreadyCompletedException']
};
const CODES = new Map(Object.keys(NAMES)
    .filter((code) => isListed(code))
    .flatMap((code) => (NAMES[code] ?? []).map((name) => [name, code])));
function isListed(code) {
    return Object.hasOwn(NAMES, code);
}
/** Names that mean two things, told apart by what AWS writes; the wording has changed before, hence so lenient. */
const BY_TEXT = [
    // Seen on concurrent registers of one family. Nothing was registered, so that it is safe to ask again.
    { name: 'ClientException', says: /too many concurrent attempts/i, code: 'AWS_THROTTLED' },
    // The same name stands for the account's limit. https://github.com/webfactory/create-aws-codedeploy-deployment/issues/24
    { name: 'DeploymentLimitExceededException', says: /\bd-[A-Z0-9]+|active deployment/i, code: 'DEPLOYMENT_ACTIVE' }
];
/** What AWS means; undefined for a name nobody has listed. */
function listedCode(name, message) {
    const byText = BY_TEXT.find((entry) => entry.name === name && entry.says.test(message));
    return byText?.code ?? CODES.get(name);
}

;// CONCATENATED MODULE: ./src/aws/faults.ts
// The only translator of SDK errors: whatever a call threw becomes a Problem, by one table of names. Pure.



/** What the SDK and Node throw, without a name of its own, before anything is sent. */
const OURS = [
    { says: /^ Region is missing/, code: 'REGION_MISSING' },
    { says: /^ Region not accepted/, code: 'INPUT_INVALID' },
    { says: /^ERR_(?:INVALID_URL|PROXY_INVALID_CONFIG) /, code: 'INPUT_INVALID' }
];
/** How Node names a connection that did not come about, or broke. */
const SOCKET = /^(?:ECONN(?:RESET|REFUSED|ABORTED)|ENOTFOUND|EAI_[A-Z]+|EPIPE|ETIMEDOUT|E(?:HOST|NET)(?:UNREACH|DOWN)|EADDRNOTAVAIL|ERR_STREAM_PREMATURE_CLOSE|ERR_PROXY_TUNNEL)$/;
const TLS = /^(?:EPROTO|CERT_.*|UNABLE_TO_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|HOSTNAME_MISMATCH|ERR_TLS_.*|ERR_SSL_.*|CRL_.*)$/;
const MALFORMED = /^(?:HPE_.*|ERR_HTTP_.*)$/;
/** The names under which AWS refuses a signature that is too old or too young. */
const CLOCK = /^(?:InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired)$/;
/** True when AWS refused a request for our clock only, and the SDK has meanwhile learnt AWS's: the same request may go again. */
function refusedForItsClock(error) {
    const seen = look(error);
    return seen.clockSkewCorrected && CLOCK.test(seen.name);
}
function fault(error, call) {
    if (error instanceof problem/* Problem */.A)
        return error;
    const seen = look(error);
    const code = classify(seen);
    const { resource } = call;
    return new problem/* Problem */.A(code, {
        place: { kind: 'aws', call: `${call.service}:${call.operation}`, ...(resource !== undefined && { resource }) },
        cause: error,
        ...(seen.answered && { aws: answer(seen) }),
        ...wording(code, seen, call)
    });
}
/** A call answered, but not with what the API promises. */
function invalidAnswer(found, call) {
    const { resource } = call;
    return new problem/* Problem */.A('AWS_ANSWER_INVALID', {
        place: { kind: 'aws', call: `${call.service}:${call.operation}`, ...(resource !== undefined && { resource }) },
        found
    });
}
function classify(seen) {
    const { status } = seen;
    const listed = listedCode(seen.name, seen.message);
    if (seen.answered && listed !== undefined)
        return listed;
    // Before the status: an answer may break off after it has begun.
    if (listed === 'AWS_UNREACHABLE' || SOCKET.test(seen.errno) || TLS.test(seen.errno))
        return 'AWS_UNREACHABLE';
    // A web page from something between AWS and us, or an answer of another shape: only the status can be trusted.
    if (status !== undefined && status >= 500)
        return 'AWS_BROKEN';
    if (status === 429)
        return 'AWS_THROTTLED';
    if (status !== undefined && status < 300)
        return 'AWS_ANSWER_INVALID';
    if (listed !== undefined)
        return listed;
    if (MALFORMED.test(seen.errno))
        return 'AWS_ANSWER_INVALID';
    if (seen.answered)
        return 'AWS_REFUSED';
    return OURS.find(({ says }) => says.test(`${seen.errno} ${seen.message}`))?.code ?? 'INTERNAL';
}
/** Where a code has more to say than AWS's own words. */
const WORDING = {
    NOT_ALLOWED: (seen, said, action) => ({ found: said, remedy: allowing(readDenial(seen.message, action)) }),
    AWS_UNREACHABLE: (seen) => unreachable(seen),
    AWS_ANSWER_INVALID: (seen, said, action) => ({
        found: `the answer to ${action} is not what the API promises: ${[faults_status(seen), said].filter(Boolean).join(', ')}`
    }),
    AWS_BROKEN: (seen, said) => ({
        found: seen.answered && seen.status !== undefined ? `${said}, HTTP ${seen.status}` : (faults_status(seen) ?? said)
    }),
    CREDENTIALS_EXPIRED: (seen, said) => CLOCK.test(seen.name)
        ? { found: said, remedy: 'Check the clock of the runner, and that secret key and session token belong together.' }
        : { found: said },
    INPUT_INVALID: (_, said) => ({
        found: said,
        remedy: 'Correct `aws-region`, or the environment variables HTTPS_PROXY and AWS_ENDPOINT_URL of this step.'
    })
};
function wording(code, seen, call) {
    const text = legible(seen.message);
    const said = text === '' ? `AWS answered ${seen.name} and nothing more` : `${text} (${seen.name})`;
    return WORDING[code]?.(seen, said, `${call.service}:${call.operation}`) ?? { found: said };
}
function faults_status(seen) {
    return seen.status === undefined ? undefined : `HTTP ${seen.status}`;
}
function unreachable(seen) {
    const text = legible(seen.message);
    if (seen.name === 'AbortError')
        return { found: 'the call was given up before AWS had answered' };
    if (TLS.test(seen.errno)) {
        return {
            found: `the TLS connection failed with ${seen.errno}: ${text}`,
            remedy: 'Check who answers in the place of AWS; name the certificate of a proxy in NODE_EXTRA_CA_CERTS.'
        };
    }
    if (seen.errno === 'ERR_PROXY_TUNNEL') {
        return { found: text, remedy: 'Check that the proxy of HTTPS_PROXY lets this runner reach AWS, or set NO_PROXY.' };
    }
    const why = text === '' ? seen.errno || seen.name : text;
    const late = seen.name === 'TimeoutError' && /^(?:ETIMEDOUT)?$/.test(seen.errno);
    return { found: late ? `no answer in time: ${why}` : why };
}
function legible(message) {
    return withoutEncodedReason(message).trim().slice(0, 1_000);
}
function answer(seen) {
    return { name: seen.name, message: withoutEncodedReason(seen.message), requestId: seen.requestId };
}
function look(error) {
    const fields = bag(error);
    const metadata = bag(fields['$metadata']);
    const status = metadata['httpStatusCode'];
    const requestId = metadata['requestId'];
    const inner = Array.isArray(fields['errors']) ? bag(fields['errors'][0]) : {};
    return {
        name: word(fields['name']) || typeof error,
        message: (word(fields['message']) || word(inner['message']) || (typeof error === 'string' ? error : '')).replace(
        // The SDK's words to its own users, not to ours.
        /^@smithy\/[a-z-]+ - (?:\[ERROR\] )?|\s+Deserialization error: to see the raw response.*$/gs, ''),
        errno: word(fields['code']) || word(inner['code']) || word(bag(fields['cause'])['code']),
        status: typeof status === 'number' ? status : undefined,
        requestId: typeof requestId === 'string' ? requestId : undefined,
        answered: typeof fields['$fault'] === 'string',
        clockSkewCorrected: metadata['clockSkewCorrected'] === true
    };
}
function bag(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function word(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 280:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guarded),
/* harmony export */   Z: () => (/* binding */ abortable)
/* harmony export */ });
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3282);

function guarded(limit, name, resource, call) {
    return async (input, options) => {
        const over = AbortSignal.timeout(limit);
        const signal = options?.signal ? AbortSignal.any([options.signal, over]) : over;
        try {
            return await before(signal, () => correctingTheClock(() => call(input, { signal })));
        }
        catch (error) {
            // The reason of an abort is whatever the caller gave, and no word of AWS.
            const givenUp = options?.signal?.aborted === true && error === signal.reason;
            const seen = givenUp ? new DOMException('', 'AbortError') : error;
            throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .fault */ .DG)(seen, { ...name, resource: resource(input) || undefined });
        }
    };
}
/**
 * With one attempt per call the SDK corrects its clock and then gives up. AWS did nothing with a request that it refused
 * for its signature, so that even a write may be sent again.
 */
async function correctingTheClock(call) {
    try {
        return await call();
    }
    catch (error) {
        if ((0,_faults_js__WEBPACK_IMPORTED_MODULE_0__/* .refusedForItsClock */ .Es)(error))
            return call();
        throw error;
    }
}
/** Ends with `signal`, whatever the call is busy with: finding credentials, for one, cannot be aborted. */
async function before(signal, call) {
    signal.throwIfAborted();
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
        return await Promise.race([call(), aborted.promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}
/** Our options as the SDK names them. */
function abortable(options) {
    return options?.signal ? { abortSignal: options.signal } : {};
}


/***/ }),

/***/ 4862:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ patiently),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3503);


const LONGEST = 10 * _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z;
/** Up to `retries` more attempts after the first; ends with the last problem, or with the current one once aborted. */
async function patiently(clock, retries, call, signal) {
    for (let attempt = 0;; attempt++) {
        try {
            return await call();
        }
        catch (error) {
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A) || !(0,_domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(error.code) || attempt >= retries)
                throw error;
            if (!signal?.aborted)
                await clock.sleep(pause(error.code, attempt), signal);
            if (signal?.aborted)
                throw error;
        }
    }
}
/** 1, 2, 4 … 10 s. A broken connection is usually whole again at once, so that the first pause after one is short. */
function pause(code, attempt) {
    const doubled = (step) => Math.min(LONGEST, _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z * 2 ** step);
    if (code === 'AWS_THROTTLED')
        return doubled(attempt);
    return attempt === 0 ? 200 : doubled(attempt - 1);
}


/***/ }),

/***/ 1948:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ register)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3282);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4862);



/** Refusals for haste: several workflows that register the same family at once. */
const ATTEMPTS = 6;
/** After these nobody can tell whether AWS has acted. */
const UNCERTAIN = new Set(['AWS_UNREACHABLE', 'AWS_BROKEN', 'AWS_ANSWER_INVALID']);
async function register(ecs, definition, clock, signal) {
    const family = definition['family'];
    try {
        return registered(await unhurried(ecs, definition, clock, signal), family);
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A) || !UNCERTAIN.has(error.code))
            throw error;
        throw error.after(`a revision of task definition ${JSON.stringify(family)} may have been registered; nothing runs it`);
    }
}
/** Only a refusal for haste is answered by asking again: AWS did nothing then. */
async function unhurried(ecs, definition, clock, signal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await ecs.registerTaskDefinition(definition, signal && { signal });
        }
        catch (error) {
            const again = error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A && error.code === 'AWS_THROTTLED' && attempt < ATTEMPTS;
            if (!again || signal?.aborted)
                throw error;
            await clock.sleep((0,_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .pause */ .v)(error.code, attempt - 1), signal);
            if (signal?.aborted)
                throw error;
        }
    }
}
const REVISION = /^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d+:task-definition\/([A-Za-z0-9_-]+):\d+$/;
function registered(answer, family) {
    const call = { service: 'ecs', operation: 'RegisterTaskDefinition' };
    const { taskDefinition } = answer;
    const arn = isObject(taskDefinition) ? taskDefinition['taskDefinitionArn'] : undefined;
    const match = typeof arn === 'string' ? REVISION.exec(arn) : null;
    if (!match)
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidAnswer */ .k_)('the answer names no revision', call);
    if (match[1] !== family) {
        throw (0,_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .invalidAnswer */ .k_)(`the answer names ${match[0]}, which is not of family ${JSON.stringify(family)}`, call);
    }
    return match[0];
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 5717:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ PROBLEMS)
/* harmony export */ });
const PROBLEMS = {
    INPUT_MISSING: { says: 'A required input is missing', remedy: 'Give the input a value.', passing: false },
    INPUT_INVALID: {
        says: 'An input has a value that cannot be used',
        remedy: 'Write one of the values named above.',
        passing: false
    },
    INPUT_CONFLICT: { says: 'Two inputs contradict each other', remedy: 'Remove one of them.', passing: false },
    INPUT_NOT_BUILT: {
        says: 'An input is declared but not built yet',
        remedy: 'Remove the input, or keep the action that does this until a release of ours that lists it as built.',
        passing: false
    },
    FILE_NOT_FOUND: {
        says: 'A file does not exist',
        remedy: 'Check the path; it is read relative to the workspace, after actions/checkout.',
        passing: false
    },
    FILE_OUTSIDE: {
        says: 'A file lies outside the workspace',
        remedy: 'Move the file into the workspace or the runner’s temp folder.',
        passing: false
    },
    FILE_UNREADABLE: {
        says: 'A file cannot be read',
        remedy: 'Check that the path is a regular text file this job may read.',
        passing: false
    },
    FILE_TOO_LARGE: {
        says: 'A file is too large',
        remedy: 'Shorten the file; AWS accepts far less than this.',
        passing: false
    },
    FILE_SYNTAX: { says: 'A file cannot be read as JSON or YAML', remedy: 'Correct the line shown.', passing: false },
    TASK_DEFINITION_INVALID: {
        says: 'The task definition has the wrong shape',
        remedy: 'Correct the property named above.',
        passing: false
    },
    CONTAINER_NOT_FOUND: {
        says: 'A container does not exist in the task definition',
        remedy: 'Use the name of a container of the task definition.',
        passing: false
    },
    APPSPEC_INVALID: {
        says: 'The AppSpec has the wrong shape',
        remedy: 'Correct the property named above, or leave `codedeploy-appspec` out to have it generated.',
        passing: false
    },
    APPSPEC_MISMATCH: {
        says: 'The AppSpec does not fit the task definition',
        remedy: 'Name a container and a port of the task definition in LoadBalancerInfo.',
        passing: false
    },
    STRATEGY_UNFIT: {
        says: 'The strategy does not fit the service',
        remedy: 'Choose a strategy this service can run.',
        passing: false
    },
    REGION_MISSING: {
        says: 'No AWS region is known',
        remedy: 'Set `aws-region`, or run aws-actions/configure-aws-credentials before this step.',
        passing: false
    },
    CREDENTIALS_MISSING: {
        says: 'No AWS credentials were found',
        remedy: 'Run aws-actions/configure-aws-credentials before this step, with `permissions: id-token: write` on the job.',
        passing: false
    },
    CREDENTIALS_EXPIRED: {
        says: 'The AWS credentials have expired or are not accepted',
        remedy: 'Raise `role-duration-seconds` of aws-actions/configure-aws-credentials above the length of the deployment.',
        passing: false
    },
    NOT_ALLOWED: {
        says: 'The role is not allowed to make an AWS call',
        remedy: 'Add the action named above to the role’s policy.',
        passing: false
    },
    ACCOUNT_NOT_ALLOWED: {
        says: 'The credentials belong to another account',
        remedy: 'Use credentials of the account that `allowed-account-ids` or the ARN names.',
        passing: false
    },
    AWS_THROTTLED: { says: 'AWS asked us to slow down', remedy: 'Wait; nothing has to be changed.', passing: true },
    AWS_UNREACHABLE: {
        says: 'AWS could not be reached',
        remedy: 'Check the network of the runner; run the job again.',
        passing: true
    },
    AWS_BROKEN: {
        says: 'AWS answered with a server error',
        remedy: 'Run the job again in a few minutes.',
        passing: true
    },
    AWS_ANSWER_INVALID: {
        says: 'An answer of AWS could not be understood',
        remedy: 'Run the job again; report it to us if it stays.',
        passing: true
    },
    AWS_REFUSED: { says: 'AWS refused a request', remedy: 'Correct what AWS names above.', passing: false },
    CLUSTER_NOT_FOUND: {
        says: 'The cluster does not exist',
        remedy: 'Correct `cluster`, `aws-region` or the account of the credentials.',
        passing: false
    },
    SERVICE_NOT_FOUND: {
        says: 'The service does not exist',
        remedy: 'Correct `service` or `cluster`; this action deploys to a service and does not create one.',
        passing: false
    },
    SERVICE_INACTIVE: {
        says: 'The service is not active',
        remedy: 'Create the service again, or name another one.',
        passing: false
    },
    CONTROLLER_UNFIT: {
        says: 'The service has a deployment controller this release cannot drive',
        remedy: 'Deploy to a service whose deployment controller is CODE_DEPLOY.',
        passing: false
    },
    APPLICATION_NOT_FOUND: {
        says: 'The CodeDeploy application does not exist',
        remedy: 'Correct `codedeploy-application`.',
        passing: false
    },
    GROUP_NOT_FOUND: {
        says: 'The CodeDeploy deployment group does not exist',
        remedy: 'Correct `codedeploy-deployment-group`.',
        passing: false
    },
    GROUP_MISMATCH: {
        says: 'The deployment group serves another service',
        remedy: 'Name the group of this service in `codedeploy-deployment-group`.',
        passing: false
    },
    GROUP_UNFIT: {
        says: 'The deployment group cannot deploy to ECS',
        remedy: 'Complete the deployment group as named above.',
        passing: false
    },
    CONFIG_NOT_FOUND: {
        says: 'The deployment configuration does not exist',
        remedy: 'Correct `codedeploy-deployment-config` or `strategy`.',
        passing: false
    },
    CONFIG_EXISTS: {
        says: 'The deployment configuration exists already',
        remedy: 'Use it as it is, or choose another name.',
        passing: false
    },
    CONFIG_UNFIT: {
        says: 'The deployment configuration is not one for ECS',
        remedy: 'Name a configuration whose compute platform is ECS.',
        passing: false
    },
    DEPLOYMENT_ACTIVE: {
        says: 'Another deployment is running',
        remedy: 'Wait for it to end, or stop it, then run the job again.',
        passing: false
    },
    DEPLOYMENT_GONE: {
        says: 'The deployment cannot be found any more',
        remedy: 'Look at the deployment group in the console; check region and account.',
        passing: true
    },
    DEPLOYMENT_NOT_STARTED: {
        says: 'The deployment has not begun',
        remedy: 'Wait; nothing has to be changed.',
        passing: true
    },
    DEPLOYMENT_OVER: {
        says: 'The deployment was already over',
        remedy: 'Look at its verdict; nothing has to be changed.',
        passing: false
    },
    ALARM_NOT_FOUND: {
        says: 'An alarm does not exist',
        remedy: 'Correct the name in `alarms`, or create the alarm in this region.',
        passing: false
    },
    ALARM_ACTIVE: {
        says: 'An alarm is on before the deployment begins',
        remedy: 'Mend what the alarm shows, or set `allow-active-alarms: true` to deploy without it.',
        passing: false
    },
    OUTCOME_UNCERTAIN: {
        says: 'It is not known whether a request took effect',
        remedy: 'Look in the console before running the job again.',
        passing: false
    },
    CANCELLED: {
        says: 'The job was cancelled before the deployment was started',
        remedy: 'Run the job again.',
        passing: false
    },
    INTERNAL: {
        says: 'This action has a defect',
        remedy: 'Report the text below to us; look at the deployment in the console.',
        passing: false
    }
};


/***/ }),

/***/ 7504:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   L: () => (/* binding */ isList)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !isList(value);
}
function isList(value) {
    return Array.isArray(value);
}


/***/ }),

/***/ 228:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ near)
/* harmony export */ });
// The nearest of the names that exist, for a typing slip: what the user most likely meant, or nothing.
/** The nearest candidate at most two edits away and less than half changed, compared without case; the first of equals. */
function near(name, candidates) {
    let best;
    for (const candidate of candidates) {
        if (Math.abs(name.length - candidate.length) > 2)
            continue;
        const distance = edits(name.toLowerCase(), candidate.toLowerCase());
        const close = distance <= 2 && 2 * distance < Math.max(name.length, candidate.length);
        if (close && distance < (best?.distance ?? Infinity))
            best = { candidate, distance };
    }
    return best?.candidate;
}
/** Insertions, deletions, replacements and swaps of neighbours that turn `from` into `to`. */
function edits(from, to) {
    let beforeLast = [];
    let last = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let row = 1; row <= from.length; row++) {
        const next = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            next.push(Math.min(at(last, column) + 1, at(next, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity));
        }
        beforeLast = last;
        last = next;
    }
    return at(last, to.length);
}
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 3603:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ Problem),
/* harmony export */   W: () => (/* binding */ isPassing)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5717);
// We could not do our job: one class, many codes, each with its remedy. The key of the catalogue is the code.

class Problem extends Error {
    code;
    place;
    found;
    expected;
    changed;
    remedy;
    aws;
    constructor(code, details) {
        super(`${_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[code].says}: ${details.found}`, { cause: details.cause });
        this.name = 'Problem';
        this.code = code;
        this.place = details.place;
        this.found = details.found;
        this.expected = details.expected;
        this.changed = details.changed ?? 'nothing';
        this.remedy = details.remedy ?? _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[code].remedy;
        this.aws = details.aws;
    }
    /** The same problem, told after a write: what AWS has of us now. */
    after(changed) {
        return new Problem(this.code, {
            ...(this.place && { place: this.place }),
            ...(this.expected !== undefined && { expected: this.expected }),
            ...(this.aws && { aws: this.aws }),
            found: this.found,
            remedy: this.remedy,
            cause: this.cause,
            changed
        });
    }
}
/** Whether asking again later may help: the difference between waiting and giving up. */
function isPassing(code) {
    return _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[code].passing;
}


/***/ }),

/***/ 2853:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iy: () => (/* binding */ shiftTime),
/* harmony export */   RC: () => (/* binding */ scheduledTime),
/* harmony export */   wF: () => (/* binding */ weightSteps)
/* harmony export */ });
/**
 * The weights a shape goes through. The first step is immediate: observed on a real linear run, where 10 % was live as
 * AllowTraffic began and 100 % came after ceil(100 / step) - 1 intervals.
 */
function weightSteps(shape) {
    switch (shape.kind) {
        case 'canary':
            return [
                { after: 0, weight: shape.first },
                { after: shape.hold, weight: 100 }
            ];
        case 'linear': {
            const count = Math.ceil(100 / shape.step);
            return Array.from({ length: count }, (_, index) => ({
                after: index * shape.every,
                weight: Math.min(100, (index + 1) * shape.step)
            }));
        }
        case 'all-at-once':
        case 'blue-green':
        case 'rolling':
            return [{ after: 0, weight: 100 }];
    }
}
/** From the first step of the shift to 100 %. */
function shiftTime(timetable) {
    return timetable.steps.at(-1)?.after ?? 0;
}
/** Everything the timetable knows of: the least that must be allowed for a deployment. */
function scheduledTime(timetable) {
    return timetable.readyWait + shiftTime(timetable) + timetable.bake;
}


/***/ }),

/***/ 3503:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ SECOND),
/* harmony export */   p: () => (/* binding */ MINUTE)
/* harmony export */ });
const SECOND = 1_000;
const MINUTE = 60_000;


/***/ }),

/***/ 5805:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ passes),
/* harmony export */   b: () => (/* binding */ VERDICTS)
/* harmony export */ });
/** The one classification of verdicts. `judged: false` passes without having judged the deployment, and must say so. */
const VERDICTS = {
    succeeded: { passes: true, judged: true },
    unchanged: { passes: true, judged: true },
    registered: { passes: true, judged: false },
    planned: { passes: true, judged: false },
    started: { passes: true, judged: false },
    paused: { passes: true, judged: false },
    'rolled-back': { passes: false, judged: true },
    failed: { passes: false, judged: true },
    'left-running': { passes: false, judged: false },
    unknown: { passes: false, judged: false },
    refused: { passes: false, judged: false }
};
function passes(verdict) {
    return VERDICTS[verdict.kind].passes;
}


/***/ }),

/***/ 8630:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W8: () => (/* binding */ CATALOG)
/* harmony export */ });
/* unused harmony exports INPUTS, isInputName */
const RUN_TASK = 'the task that runs before the deployment, such as a database migration';
const RENDER = 'this change to the task definition';
const EBS = 'the volumes ECS creates for the tasks';
const BASE = 'the revision to start from';
const GATE = 'the wait for a person';
const OIDC = 'the role to deploy with';
const INPUTS = {
    mode: {
        built: true,
        default: 'deploy',
        later: {
            plan: 'the promise that nothing is changed',
            promote: 'the deployment that is to be continued',
            rollback: 'the roll-back that was asked for',
            status: 'the promise that nothing is changed'
        }
    },
    'task-definition': { built: true },
    'task-definition-arn': { built: false, loses: BASE },
    'task-definition-family': { built: false, loses: BASE },
    'task-definition-revision': { built: false, loses: BASE },
    images: { built: true },
    'container-name': { built: true },
    image: { built: true },
    'environment-variables': { built: false, loses: RENDER },
    'env-files': { built: false, loses: RENDER },
    secrets: { built: false, loses: RENDER },
    'env-update-strategy': { built: false, default: 'merge', loses: RENDER },
    'docker-labels': { built: false, loses: RENDER },
    command: { built: false, loses: RENDER },
    'log-configuration-log-driver': { built: false, loses: RENDER },
    'log-configuration-options': { built: false, loses: RENDER },
    'task-role-arn': { built: false, loses: RENDER },
    'execution-role-arn': { built: false, loses: RENDER },
    cpu: { built: false, loses: RENDER },
    memory: { built: false, loses: RENDER },
    'task-definition-patch': { built: false, loses: RENDER },
    'unknown-properties': { built: false, loses: 'the choice of what happens to properties nobody knows' },
    'strip-empty-values': { built: false, default: 'false', loses: 'the removal of empty values' },
    'keep-null-value-keys': { built: true },
    'keep-revisions': { built: false, loses: 'the removal of old revisions' },
    service: { built: true },
    cluster: { built: true, default: 'default' },
    'desired-count': { built: false, loses: 'the change of the number of tasks' },
    'force-new-deployment': { built: false, default: 'false', loses: 'the forced replacement of all tasks' },
    'enable-ecs-managed-tags': { built: false, loses: 'the tags ECS puts on the tasks' },
    'propagate-tags': { built: false, loses: 'the tags the tasks take over' },
    'service-managed-ebs-volume-name': { built: false, loses: EBS },
    'service-managed-ebs-volume': { built: false, default: '{}', loses: EBS },
    strategy: { built: true },
    'codedeploy-appspec': { built: true },
    'codedeploy-application': { built: true },
    'codedeploy-deployment-group': { built: true },
    'codedeploy-deployment-config': { built: true },
    'codedeploy-deployment-description': { built: true },
    'codedeploy-hooks': { built: false, loses: 'the hook functions, such as a smoke test' },
    'minimum-healthy-percent': { built: false, loses: 'the pace of the rolling deployment' },
    'maximum-percent': { built: false, loses: 'the pace of the rolling deployment' },
    alarms: { built: true },
    'allow-active-alarms': { built: true, default: 'false' },
    'rollback-on': { built: true },
    'pause-at': { built: false, loses: GATE },
    'pause-minutes': { built: false, default: '60', loses: GATE },
    'pause-timeout-action': { built: false, default: 'rollback', loses: GATE },
    'deployment-id': { built: false, loses: 'the choice of the deployment' },
    'hook-id': { built: false, loses: 'the choice of the gate' },
    'wait-until': { built: true, default: 'complete', later: { paused: GATE } },
    'wait-for-service-stability': { built: true },
    'wait-for-minutes': { built: true, default: '30' },
    'wait-max-delay-seconds': { built: true },
    'on-timeout': { built: true, default: 'rollback' },
    'on-cancel': { built: true, default: 'rollback' },
    'on-active-deployment': {
        built: true,
        default: 'fail',
        later: { wait: 'the wait for the other deployment', replace: 'the end of the other deployment' }
    },
    'run-task': { built: false, default: 'false', loses: RUN_TASK },
    'run-task-container-overrides': { built: false, default: '[]', loses: RUN_TASK },
    'run-task-security-groups': { built: false, loses: RUN_TASK },
    'run-task-subnets': { built: false, loses: RUN_TASK },
    'run-task-assign-public-IP': { built: false, default: 'DISABLED', loses: RUN_TASK },
    'run-task-capacity-provider-strategy': { built: false, default: '[]', loses: RUN_TASK },
    'run-task-launch-type': { built: false, default: 'FARGATE', loses: RUN_TASK },
    'run-task-started-by': { built: false, default: 'GitHub-Actions', loses: RUN_TASK },
    'run-task-tags': { built: false, default: '[]', loses: RUN_TASK },
    'run-task-managed-ebs-volume-name': { built: false, loses: RUN_TASK },
    'run-task-managed-ebs-volume': { built: false, default: '{}', loses: RUN_TASK },
    'wait-for-task-stopped': { built: false, default: 'false', loses: RUN_TASK },
    comment: { built: true, default: 'auto' },
    'github-token': { built: true, default: '${{ github.token }}' },
    'role-to-assume': { built: false, loses: OIDC },
    'role-session-name': { built: false, loses: OIDC },
    audience: { built: false, loses: OIDC },
    'allowed-account-ids': { built: true },
    'allow-forks': {
        built: false,
        default: 'false',
        loses: 'the consent to deploy from a fork, which no check asks for yet'
    },
    'aws-region': { built: true },
    'max-retries': { built: true, default: '3' }
};
function isInputName(name) {
    return Object.hasOwn(INPUTS, name);
}
/** The table with its rows seen as rows. */
const CATALOG = INPUTS;
const INPUT_NAMES = Object.keys(INPUTS).filter(isInputName);


/***/ }),

/***/ 8087:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ parse)
});

// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/inputs/catalog.ts
var catalog = __nccwpck_require__(8630);
// EXTERNAL MODULE: ./src/inputs/words.ts
var inputs_words = __nccwpck_require__(6096);
;// CONCATENATED MODULE: ./src/inputs/ask.ts
// Asks for one input after the other and keeps every problem, so that a user hears of all of them in one go.



function ask(values) {
    const problems = [];
    const report = (...more) => {
        problems.push(...more);
    };
    const read = (name, parser) => {
        const text = values.get(name);
        if (text === undefined || isUnevaluated(text) || laterWord(name, text) !== undefined)
            return undefined;
        const field = parser(text);
        if (field.ok)
            return field.value;
        report(...field.problems.map((flaw) => invalid(name, text, flaw)));
        return undefined;
    };
    for (const name of catalog/* INPUT_NAMES */.Qh) {
        const text = values.get(name);
        if (text !== undefined)
            report(...refusals(name, text));
    }
    return {
        has: (name) => values.has(name),
        read,
        missing: (name, details) => report(new problem/* Problem */.A('INPUT_MISSING', { place: { kind: 'input', name }, ...details })),
        conflict: (name, found, remedy) => report(new problem/* Problem */.A('INPUT_CONFLICT', { place: { kind: 'input', name }, found, remedy })),
        report,
        problems
    };
}
/** What can be said of a value without knowing what it means. Values of inputs that are not built are not shown: secrets are among them. */
function refusals(name, text) {
    const entry = catalog/* CATALOG */.W8[name];
    if (isUnevaluated(text) && entry.built)
        return text === entry.default ? [] : [unevaluated(name)];
    if (!entry.built)
        return meansNotGiven(entry, text) ? [] : [notBuilt(name, `\`${name}\` is set`, entry.loses, entry)];
    const loses = laterWord(name, text);
    return loses === undefined ? [] : [notBuilt(name, `\`${name}\` is ${(0,inputs_words/* shown */.S)(text)}`, loses, entry)];
}
function laterWord(name, text) {
    const entry = catalog/* CATALOG */.W8[name];
    const later = entry.built ? entry.later : undefined;
    const word = text.toLowerCase();
    return later !== undefined && Object.hasOwn(later, word) ? later[word] : undefined;
}
function meansNotGiven(entry, text) {
    const plain = (value) => value.toLowerCase().replace(/\s/g, '');
    return entry.default !== undefined && plain(entry.default) === plain(text);
}
function notBuilt(name, found, loses, entry) {
    return new problem/* Problem */.A('INPUT_NOT_BUILT', {
        place: { kind: 'input', name },
        found: `${found}, and this release cannot do that yet: ignoring it would lose ${loses}`,
        expected: entry.default === undefined ? 'no value' : `no value, or \`${entry.default}\``
    });
}
function isUnevaluated(text) {
    return text.includes('${{');
}
function unevaluated(name) {
    return new problem/* Problem */.A('INPUT_INVALID', {
        place: { kind: 'input', name },
        found: `\`${name}\` holds an expression that GitHub did not evaluate`,
        expected: 'a value without ${{',
        remedy: 'Write the expression in the workflow file itself: GitHub evaluates none inside other values.'
    });
}
function invalid(name, text, flaw) {
    return new problem/* Problem */.A('INPUT_INVALID', {
        place: { kind: 'input', name },
        found: flaw.found === undefined ? `\`${name}\` is ${(0,inputs_words/* shown */.S)(text)}` : `in \`${name}\`, ${flaw.found}`,
        expected: flaw.expected,
        ...(flaw.remedy !== undefined && { remedy: flaw.remedy })
    });
}

;// CONCATENATED MODULE: ./src/inputs/tree.ts
/** AWS nests about ten levels; a text of 256 KiB without aliases cannot reach the size. */
const DEEPEST = 64;
const LARGEST = 200_000;
/** Keys that change an object instead of becoming a member of it. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$|^0[xX][\da-fA-F]+$|^0o[0-7]+$/;
function scalar(at, value) {
    return { kind: 'scalar', at, size: 1, depth: 0, value };
}
/** An unquoted number: a number when it is written as numbers are, else its text: 012345678901 is an account, 1.10 a version. */
function unquoted(at, text) {
    if (!NUMBER.test(text))
        return scalar(at, text);
    const number = Number(text);
    if (String(number) === text)
        return scalar(at, number);
    return { kind: 'scalar', at, size: 1, depth: 0, value: text, number };
}
function list(source, at, items) {
    return { kind: 'list', at, ...measure(source, at, items), items };
}
function map(source, at, members) {
    const nodes = Array.from(members.values(), (member) => member.node);
    return { kind: 'map', at, ...measure(source, at, nodes), members };
}
/** Adds a member to the map being read. */
function enter(source, members, key, at, node) {
    if (FORBIDDEN.has(key)) {
        source.fail(at, `the key "${key}" is not accepted in any file`, `Remove the key "${key}".`);
    }
    const first = members.get(key);
    if (first !== undefined) {
        source.fail(at, `the key ${JSON.stringify(key)} is written twice, first on line ${source.spot(first.at).line}`, 'Remove one of the two.');
    }
    members.set(key, { at, node });
}
function checkDepth(source, at, depth) {
    if (depth > DEEPEST)
        tooDeep(source, at);
}
function tooDeep(source, at) {
    return source.fail(at, `the file is nested deeper than ${DEEPEST} levels`, 'Write it with fewer levels.');
}
function checkSize(source, at, size) {
    if (size > LARGEST) {
        source.fail(at, `with its aliases written out the file has more than ${LARGEST} values`, 'Write fewer aliases of aliases.');
    }
}
function measure(source, at, nodes) {
    const size = nodes.reduce((sum, node) => sum + node.size, 1);
    const depth = nodes.reduce((deepest, node) => Math.max(deepest, node.depth), 0) + 1;
    checkSize(source, at, size);
    checkDepth(source, at, depth);
    return { size, depth };
}
/** Where the member at this path stands, or else the nearest thing around it that exists. */
function find(root, path) {
    let at = root.at;
    let node = root;
    for (const step of path) {
        const next = child(node, step);
        if (next === undefined)
            return at;
        at = next.at;
        node = next.node;
    }
    return at;
}
function child(node, step) {
    switch (node.kind) {
        case 'scalar':
            return undefined;
        case 'list': {
            const item = typeof step === 'number' ? node.items[step] : undefined;
            return item && { at: item.at, node: item };
        }
        case 'map':
            return node.members.get(String(step));
    }
}
function toJson(node) {
    switch (node.kind) {
        case 'scalar':
            return node.value;
        case 'list':
            return node.items.map(toJson);
        case 'map':
            return Object.fromEntries(Array.from(node.members, ([key, member]) => [key, toJson(member.node)]));
    }
}
/** Every scalar, with its path. */
function scalars(node, path = []) {
    switch (node.kind) {
        case 'scalar':
            return [{ node, path }];
        case 'list':
            return node.items.flatMap((item, index) => scalars(item, [...path, index]));
        case 'map':
            return Array.from(node.members).flatMap(([key, member]) => scalars(member.node, [...path, key]));
    }
}
/** Where every key and every scalar begins. */
function words(node) {
    switch (node.kind) {
        case 'scalar':
            return [node.at];
        case 'list':
            return node.items.flatMap(words);
        case 'map':
            return Array.from(node.members.values()).flatMap((member) => [member.at, ...words(member.node)]);
    }
}

;// CONCATENATED MODULE: ./src/inputs/json.ts

/** A mark, a string without raw control characters (C1 are allowed), or a bare word. */
const TOKEN = /[ \t\r\n]*(?:([\[\]\{\},:])|("[^"\\[\p{Cc}--[\x7f-\x9f]]]*(?:\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})[^"\\[\p{Cc}--[\x7f-\x9f]]]*)*")|([^\s\[\]\{\},:"]+))/vy;
const json_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
const WORDS = new Map([
    ['true', true],
    ['false', false],
    ['null', null]
]);
/** Throws the problem of the first place that is not JSON. */
function readJson(source) {
    let position = 0;
    const next = () => {
        TOKEN.lastIndex = position;
        const found = TOKEN.exec(source.text);
        if (found === null)
            return nothingMore();
        position = TOKEN.lastIndex;
        const [, mark, string, bare] = found;
        const text = mark ?? string ?? bare ?? '';
        const kind = mark !== undefined ? 'mark' : string !== undefined ? 'string' : 'bare';
        return { kind, at: position - text.length, text };
    };
    const nothingMore = () => {
        const rest = source.text.slice(position);
        const at = position + (rest.length - rest.trimStart().length);
        if (rest.trim() === '')
            return { kind: 'end', at, text: '' };
        return source.fail(at, 'a string is not closed, or holds a line break or a backslash that JSON does not know', 'Close the string with a double quote; write \\n for a line break and \\\\ for a backslash.');
    };
    const value = (token, depth) => {
        switch (token.kind) {
            case 'end':
                return unexpected(token, 'a value');
            case 'string':
                return scalar(token.at, json_unescape(token.text));
            case 'bare':
                return bare(token);
            case 'mark':
                if (token.text === '{')
                    return object(token.at, depth + 1);
                if (token.text === '[')
                    return array(token.at, depth + 1);
                return unexpected(token, 'a value');
        }
    };
    const bare = (token) => {
        const word = WORDS.get(token.text);
        if (word !== undefined)
            return scalar(token.at, word);
        if (json_NUMBER.test(token.text))
            return unquoted(token.at, token.text);
        return unexpected(token, 'a value in JSON');
    };
    const object = (at, depth) => {
        checkDepth(source, at, depth);
        const members = new Map();
        for (let token = next(); !(is(token, '}') && members.size === 0); token = next()) {
            if (token.kind !== 'string')
                return unexpected(token, 'a key in double quotes');
            const colon = next();
            if (!is(colon, ':'))
                return unexpected(colon, 'a colon after the key');
            enter(source, members, json_unescape(token.text), token.at, value(next(), depth));
            const separator = next();
            if (is(separator, '}'))
                break;
            if (!is(separator, ','))
                return unexpected(separator, 'a comma or a closing brace');
        }
        return map(source, at, members);
    };
    const array = (at, depth) => {
        checkDepth(source, at, depth);
        const items = [];
        for (let token = next(); !(is(token, ']') && items.length === 0); token = next()) {
            items.push(value(token, depth));
            const separator = next();
            if (is(separator, ']'))
                break;
            if (!is(separator, ','))
                return unexpected(separator, 'a comma or a closing bracket');
        }
        return list(source, at, items);
    };
    const unexpected = (token, wanted) => {
        const found = token.kind === 'end' ? 'the file ends' : `${cut(token.text)} stands`;
        return source.fail(token.at, `${found} where ${wanted} should be`, `Put ${wanted} here.`);
    };
    const root = value(next(), 0);
    const rest = next();
    if (rest.kind !== 'end')
        unexpected(rest, 'the end of the file');
    return root;
}
function is(token, mark) {
    return token.kind === 'mark' && token.text === mark;
}
/** The token's pattern has admitted only what JSON.parse can read. */
function json_unescape(string) {
    return String(JSON.parse(string));
}
function cut(text) {
    return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

;// CONCATENATED MODULE: ./src/inputs/source.ts
// A file's text with its places: the only way from an offset to a line a person can look at.

const LINE_BREAK = /\r\n|\r|\n/g;
const LONGEST_LINE = 160;
function source(path, text) {
    let starts;
    const spot = (offset) => {
        starts ??= [0, ...Array.from(text.matchAll(LINE_BREAK), (found) => found.index + found[0].length)];
        const line = lineOf(starts, offset);
        const start = starts[line] ?? 0;
        const end = starts[line + 1] ?? text.length;
        return { line: line + 1, column: offset - start + 1, text: excerpt(text.slice(start, end), offset - start) };
    };
    const fail = (offset, found, remedy) => {
        throw new problem/* Problem */.A('FILE_SYNTAX', {
            place: { kind: 'file', path, ...spot(offset) },
            found,
            ...(remedy !== undefined && { remedy })
        });
    };
    return { path, text, spot, fail };
}
/** The last line that starts at or before the offset. */
function lineOf(starts, offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}
function excerpt(line, column) {
    const whole = line.replace(/[\r\n]+$/, '');
    if (whole.length <= LONGEST_LINE)
        return whole;
    const start = Math.max(0, Math.min(column - LONGEST_LINE / 2, whole.length - LONGEST_LINE));
    return whole.slice(start, start + LONGEST_LINE);
}

;// CONCATENATED MODULE: ./src/inputs/yaml.ts

/** Plain words of the YAML 1.2 core schema; `yes` and `no` are text there. */
const yaml_WORDS = new Map([
    ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]),
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false])
]);
/** `!` and `!!str` say "text"; the others say what we would do anyway. */
const TEXT_TAGS = new Set(['!', 'tag:yaml.org,2002:str']);
const USUAL_TAGS = new Set(['map', 'seq', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`));
/** What to do about the mistakes people make most. */
const REMEDIES = {
    TAB_AS_INDENT: 'Replace the tab by spaces.',
    BLOCK_AS_IMPLICIT_KEY: 'Put quotes around a value that holds a colon and a space.',
    BAD_SCALAR_START: 'Put quotes around a value that starts with this character.',
    MULTIPLE_DOCS: 'Keep one document in the file: remove everything from the second `---` on.'
};
/** Throws the problem of the first place that is not YAML. */
async function readYaml(source) {
    const { isAlias, isMap, isScalar, isSeq, parseDocument } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    // The failsafe schema leaves every scalar as it is written; uniqueKeys compares each key with each other, `enter` does not.
    const document = parseDocument(source.text, {
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error'
    });
    const error = document.errors[0];
    if (error !== undefined) {
        if (error.message.includes('call stack'))
            tooDeep(source, error.pos[0]);
        source.fail(error.pos[0], sentence(error.code, error.message), REMEDIES[error.code]);
    }
    const anchors = new Map();
    let entered = 0;
    const read = (written, at, depth) => {
        if (isAlias(written))
            return aliased(written, at);
        if (!isScalar(written) && !isMap(written) && !isSeq(written))
            return scalar(at, null);
        const start = written.range?.[0] ?? at;
        const node = isScalar(written)
            ? word(written, start)
            : isSeq(written)
                ? sequence(written, start, depth + 1)
                : mapping(written, start, depth + 1);
        if (written.anchor !== undefined)
            anchors.set(written.anchor, node);
        return node;
    };
    const aliased = (alias, at) => {
        const start = alias.range?.[0] ?? at;
        const node = anchors.get(alias.source);
        if (node !== undefined)
            return node;
        return source.fail(start, `the alias *${alias.source} has no anchor before it`, `Define &${alias.source} above this line.`);
    };
    const word = (written, at) => {
        const text = written.source ?? '';
        if (written.tag !== undefined && TEXT_TAGS.has(written.tag))
            return scalar(at, text);
        checkTag(written.tag, at);
        if (written.type !== 'PLAIN')
            return scalar(at, text);
        const known = yaml_WORDS.get(text);
        return known === undefined ? unquoted(at, text) : scalar(at, known);
    };
    const sequence = (written, at, depth) => {
        checkDepth(source, at, depth);
        checkTag(written.tag, at);
        return list(source, at, written.items.map((item) => read(item, at, depth)));
    };
    const mapping = (written, at, depth) => {
        checkDepth(source, at, depth);
        checkTag(written.tag, at);
        const own = new Map();
        const inherited = [];
        for (const pair of written.items) {
            const { text, start, merges } = key(pair, at);
            if (pair.value === null)
                source.fail(start, 'a key stands without a colon and a value', 'Write `key: value`.');
            const node = read(pair.value, start, depth);
            if (merges)
                inherited.push(...mergeable(node, start));
            else
                enter(source, own, text, start, node);
        }
        return map(source, at, merged(own, inherited, at));
    };
    const key = (pair, at) => {
        const written = pair.key;
        if (!isScalar(written)) {
            return source.fail(at, 'a key of this mapping is not a plain word', 'Write every key as one word or in quotes.');
        }
        const start = written.range?.[0] ?? at;
        const text = written.source ?? '';
        if (written.type === 'PLAIN' && text === '') {
            return source.fail(start, 'a key is missing before the colon', 'Write the key, or remove the line.');
        }
        return { text, start, merges: written.type === 'PLAIN' && text === '<<' };
    };
    /** The mappings a merge key names: https://yaml.org/type/merge.html */
    const mergeable = (node, at) => {
        const nodes = node.kind === 'list' ? node.items : [node];
        return nodes.map((one) => one.kind === 'map'
            ? one.members
            : source.fail(at, 'the merge key << does not name a mapping', 'Give << an alias of a mapping, or a list of them.'));
    };
    /** A mapping's own keys win, then those of the mapping named first. */
    const merged = (own, inherited, at) => {
        const all = new Map(own);
        for (const members of inherited) {
            entered += members.size;
            checkSize(source, at, entered);
            for (const [name, member] of members)
                if (!all.has(name))
                    all.set(name, member);
        }
        return all;
    };
    const checkTag = (tag, at) => {
        if (tag === undefined || USUAL_TAGS.has(tag))
            return;
        source.fail(at, `the tag ${tag} is not known here`, 'Write the value itself: this file goes to AWS as it stands, and no template engine reads it.');
    };
    return read(document.contents, 0, 0);
}
function sentence(code, message) {
    if (code === 'MULTIPLE_DOCS')
        return 'the file holds more than one YAML document';
    return message.charAt(0).toLowerCase() + message.slice(1);
}

;// CONCATENATED MODULE: ./src/inputs/document.ts
// A file's text to a Document: JSON first, because it needs no package, then YAML.





async function readDocument(file) {
    const text = source(file.path, file.text);
    try {
        const { node: read, notes } = await readEither(text);
        const node = versionAsNumber(read);
        const value = toJson(node);
        if (!isObject(value))
            return { ok: false, problems: [notAnObject(text, node, value)] };
        const locate = (path) => text.spot(find(node, path));
        const document = { path: file.path, value, locate };
        return { ok: true, value: { document, notes: [...notes, ...textNotes(text, node)] } };
    }
    catch (error) {
        if (error instanceof problem/* Problem */.A)
            return { ok: false, problems: [error] };
        throw error;
    }
}
/** JSON with a comma too many is YAML, and the official action reads it as that: so do we, and say it. */
async function readEither(text) {
    const json = attempt(() => readJson(text));
    if (!(json instanceof problem/* Problem */.A))
        return { node: json, notes: [] };
    if (!looksLikeJson(text))
        return { node: await readYaml(text), notes: [] };
    const yaml = await readYaml(text).catch(asProblem);
    if (yaml instanceof problem/* Problem */.A || !writtenAsJson(text, yaml))
        throw json;
    return { node: yaml, notes: [looseJson(text, json)] };
}
function attempt(read) {
    try {
        return read();
    }
    catch (error) {
        return asProblem(error);
    }
}
function asProblem(error) {
    if (error instanceof problem/* Problem */.A)
        return error;
    throw error;
}
function looksLikeJson(text) {
    return /^\s*[[{]/.test(text.text) && !/\.ya?ml$/i.test(text.path);
}
/** A word as JSON writes it. YAML reads more: `tru`, nothing at all and a text over several lines, as other than was meant. */
const JSON_WORD = /(?:"(?:[^"\\\r\n]|\\.)*"|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?=[\s,:\]}]))/y;
function writtenAsJson(text, root) {
    return words(root).every((at) => {
        JSON_WORD.lastIndex = at;
        return JSON_WORD.test(text.text);
    });
}
function looseJson(text, json) {
    const line = json.place?.kind === 'file' ? json.place.line : undefined;
    return {
        level: 'warning',
        says: `${text.path} is not strict JSON (line ${line ?? 1}: ${json.found}); it was read as YAML.`,
        remedy: 'Correct the line, so that every tool reads the same.'
    };
}
/** The AppSpec's `version: 0.0` is the one number that is always written in a form no number is printed in. */
function versionAsNumber(root) {
    if (root.kind !== 'map')
        return root;
    const members = Array.from(root.members, ([key, { at, node }]) => {
        const number = key.toLowerCase() === 'version' && node.kind === 'scalar' ? node.number : undefined;
        return [key, { at, node: number === undefined ? node : scalar(node.at, number) }];
    });
    return { ...root, members: new Map(members) };
}
function textNotes(text, root) {
    const places = scalars(root)
        .filter(({ node }) => node.number !== undefined)
        .map(({ node, path }) => `line ${text.spot(node.at).line} (${dotted(path)})`);
    if (places.length === 0)
        return [];
    const named = places.length > 5 ? [...places.slice(0, 5), `${places.length - 5} more`] : places;
    return [
        {
            level: 'warning',
            says: `${text.path}: an unquoted number would be changed by reading it as a number, so it is kept as text: ${named.join(', ')}.`,
            remedy: 'Put quotes around it, or write it as a plain number.'
        }
    ];
}
/** containerDefinitions[0].image */
function dotted(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function notAnObject(text, node, value) {
    const empty = text.text.trim() === '';
    return new problem/* Problem */.A('FILE_SYNTAX', {
        place: { kind: 'file', path: text.path, ...text.spot(node.at) },
        found: empty ? 'the file is empty' : `the file holds ${kind(value)}`,
        expected: 'an object with keys and values',
        remedy: empty ? 'Check the step that writes this file.' : 'Write keys and values at the top of the file.'
    });
}
function kind(value) {
    if (value === null)
        return 'nothing but comments or null';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'string' ? 'one text' : `one ${typeof value}`;
}

// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
;// CONCATENATED MODULE: ./src/inputs/fields.ts
// One parser per kind of field: text in, value or everything that is wrong with it out.



function accept(value) {
    return { ok: true, value };
}
function refuse(...problems) {
    return { ok: false, problems };
}
const fields_text = accept;
const fields_boolean = (written) => {
    const word = written.toLowerCase();
    if (word === 'true' || word === 'false')
        return accept(word === 'true');
    return refuse({ expected: (0,inputs_words/* oneOf */.y)(['true', 'false']), remedy: 'Write `true` or `false`.' });
};
function word(words) {
    return (written) => {
        const lower = written.toLowerCase();
        const known = words.find((each) => each === lower);
        return known === undefined ? refuse(notOneOf(written, words)) : accept(known);
    };
}
/** Several words; `none` stands alone and means an empty list. */
function fields_words(known) {
    const each = word(known);
    return (written) => {
        if (written.toLowerCase() === 'none')
            return accept([]);
        const parts = fields_list(written.toLowerCase());
        if (!parts.ok)
            return parts;
        if (parts.value.includes('none')) {
            return refuse({
                found: '`none` stands beside other words',
                expected: '`none` alone',
                remedy: 'Remove `none` or the rest.'
            });
        }
        return every(parts.value, each);
    };
}
function wholeNumber(least, most) {
    const expected = `a whole number from ${least} to ${most}`;
    return (written) => {
        const number = /^\d{1,9}$/.test(written) ? Number(written) : undefined;
        if (number !== undefined && number >= least && number <= most)
            return accept(number);
        return refuse({ expected, remedy: `Write ${expected}, in digits only.` });
    };
}
const UNITS = { h: 60 * units/* MINUTE */.p, m: units/* MINUTE */.p, s: units/* SECOND */.Z };
const DURATION = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/;
/** 90s, 5m, 1h, 1h30m */
const duration = (written) => {
    const found = DURATION.exec(written.toLowerCase());
    const parts = [UNITS.h, UNITS.m, UNITS.s].map((unit, index) => (unit ?? 0) * Number(found?.[index + 1] ?? 0));
    if (found !== null && written !== '')
        return accept(parts.reduce((sum, part) => sum + part, 0));
    const bare = /^\d+$/.test(written);
    return refuse({
        found: bare ? `the duration ${(0,inputs_words/* shown */.S)(written)} has no unit` : `${(0,inputs_words/* shown */.S)(written)} is not a duration`,
        expected: 'a duration like `90s`, `5m` or `1h30m`',
        remedy: bare ? `Write \`${written}m\` for minutes or \`${written}s\` for seconds.` : 'Write a duration like `5m`.'
    });
};
/** 10%, 0.1% */
const percent = (written) => {
    const found = /^(\d{1,3}(?:\.\d)?)\s?%$/.exec(written);
    const number = Number(found?.[1] ?? Number.NaN);
    if (number > 0 && number <= 100)
        return accept(number);
    return refuse({
        found: `${(0,inputs_words/* shown */.S)(written)} is not a percentage`,
        expected: 'a percentage above 0 and up to 100, like `10%`',
        remedy: /^\d+$/.test(written) ? `Write \`${written}%\`.` : 'Write a percentage like `10%`.'
    });
};
/** Parts between commas and line breaks. */
const fields_list = (written) => {
    const parts = written
        .split(/[,\r\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    const twice = parts.filter((part, index) => parts.indexOf(part) !== index);
    if (twice.length === 0)
        return accept(parts);
    return refuse(...Array.from(new Set(twice), (part) => ({
        found: `${(0,inputs_words/* shown */.S)(part)} is named twice`,
        expected: 'each name once',
        remedy: 'Remove one of the two.'
    })));
};
/** A list whose every part is read by `parser`. */
function listOf(parser) {
    return (written) => {
        const parts = fields_list(written);
        return parts.ok ? every(parts.value, parser) : parts;
    };
}
/** All values, or the flaws of all parts. */
function every(parts, parser) {
    const values = [];
    const problems = [];
    for (const part of parts) {
        const field = parser(part);
        if (field.ok)
            values.push(field.value);
        else
            problems.push(...field.problems.map((flaw) => ({ found: `${(0,inputs_words/* shown */.S)(part)} cannot be used`, ...flaw })));
    }
    return problems.length === 0 ? accept(values) : { ok: false, problems };
}
/** Text of a known form. */
function matching(pattern, expected, remedy) {
    return (written) => pattern.test(written) ? accept(written) : refuse({ expected, remedy: remedy ?? `Write ${expected}.` });
}
function notOneOf(written, words) {
    const meant = (0,near/* near */.Z)(written, words);
    return {
        expected: (0,inputs_words/* oneOf */.y)(words),
        remedy: meant === undefined ? `Write ${(0,inputs_words/* oneOf */.y)(words)}.` : `Write \`${meant}\`, if that is what was meant.`
    };
}

;// CONCATENATED MODULE: ./src/inputs/names.ts
// The forms of the names users write: images, containers, accounts, clusters, services, CodeDeploy's own.


const STEP_OUTPUT = 'Check the step this part comes from: its `id`, the name of its output, and that it ran before this step.';
/** Applications, groups and configurations of CodeDeploy: 1 to 100 of these characters. */
const codeDeployName = matching(/^[A-Za-z0-9._+=,@-]{1,100}$/, 'a name of 1 to 100 letters, digits and . _ + = , @ -');
const containerName = matching(/^[A-Za-z0-9_-]{1,255}$/, 'a container name of up to 255 letters, digits, - and _');
const accountId = (written) => {
    if (/^\d{12}$/.test(written))
        return accept(written);
    const short = /^\d{9,11}$/.test(written);
    return refuse({
        found: `${(0,inputs_words/* shown */.S)(written)} is not an account id`,
        expected: '12 digits',
        remedy: short ? 'Put quotes around the id in the workflow: YAML drops leading zeros.' : 'Write the 12 digits.'
    });
};
const region = matching(/^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/, 'the code of an AWS region, like `eu-west-1`');
/** CloudWatch allows 1 to 255 characters, control characters excepted. */
const alarmName = (written) => {
    const fromArn = /^arn:[a-z-]+:cloudwatch:[^:]*:\d*:alarm:(.+)$/.exec(written)?.[1];
    if (fromArn !== undefined) {
        return refuse({
            found: `${(0,inputs_words/* shown */.S)(written)} is an ARN`,
            expected: 'the name of the alarm',
            remedy: `Write \`${fromArn}\`.`
        });
    }
    if (written.length <= 255)
        return accept(written);
    return refuse({
        found: `an alarm name has ${written.length} characters`,
        expected: 'at most 255 characters',
        remedy: 'Write the names separated by commas or line breaks.'
    });
};
/** Ways an image reference comes out wrong when a part of it was empty or meant for something else. */
const IMAGE_SLIPS = [
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
];
const names_image = (written) => {
    const slip = IMAGE_SLIPS.find(([pattern]) => pattern.test(written));
    if (slip === undefined)
        return accept(written);
    const [, says, remedy] = slip;
    return refuse({
        found: `the image ${(0,inputs_words/* shown */.S)(written)} ${says}`,
        expected: 'an image like `registry/repository:tag`',
        remedy
    });
};
/** Docker refuses such a name when it pulls: https://github.com/distribution/reference (name components are lower case). */
function hasUpperCaseRepository(written) {
    const [name = ''] = written.split('@');
    const repository = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
    return /[A-Z]/.test(repository.split(':')[0] ?? '');
}
/** container=image; the first = splits. */
const containerImage = (line) => {
    const split = line.indexOf('=');
    if (split === -1) {
        return refuse({
            found: `the line ${(0,inputs_words/* shown */.S)(line)} has no =`,
            expected: 'lines like `web=registry/repository:tag`',
            remedy: 'Write the name of the container, then =, then its image.'
        });
    }
    const container = containerName(line.slice(0, split).trim());
    const written = line.slice(split + 1).trim();
    const of = written === ''
        ? refuse({ found: `the line ${(0,inputs_words/* shown */.S)(line)} has no image after the =`, expected: 'an image', remedy: STEP_OUTPUT })
        : names_image(written);
    if (container.ok && of.ok)
        return accept({ container: container.value, image: of.value });
    return refuse(...(container.ok
        ? []
        : container.problems.map((flaw) => ({
            ...flaw,
            found: `the line ${(0,inputs_words/* shown */.S)(line)} does not begin with a container name`
        }))), ...(of.ok ? [] : of.problems));
};
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const ARN = /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):(cluster|service)\/(?:([A-Za-z0-9_-]{1,255})\/)?([A-Za-z0-9_-]{1,255})$/;
function named(kind) {
    return (written) => {
        if (NAME.test(written))
            return accept({ name: written, arn: undefined });
        const [, region = '', account = '', found, cluster, name = ''] = ARN.exec(written) ?? [];
        if (found === kind && (kind === 'service' || cluster === undefined)) {
            return accept({ name, arn: { region, account, cluster } });
        }
        const expected = `the name or the ARN of a ${kind}`;
        if (found !== undefined) {
            return refuse({ found: `it is ${(0,inputs_words/* shown */.S)(written)}, an ARN of a ${found}`, expected, remedy: `Write ${expected}.` });
        }
        return refuse({
            expected: `${expected}: up to 255 letters, digits, - and _`,
            remedy: written.includes('/') ? `Write the part behind the last / only, or the whole ARN.` : `Write ${expected}.`
        });
    };
}

;// CONCATENATED MODULE: ./src/inputs/images.ts



const lines = (written) => every(written
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== ''), containerImage);
function readImages(asked) {
    const fromLines = asked.read('images', lines) ?? [];
    const containers = asked.read('container-name', listOf(containerName)) ?? [];
    const one = asked.read('image', names_image);
    checkPair(asked);
    const edits = [
        ...fromLines.map((edit) => ({ ...edit, input: 'images' })),
        ...(one === undefined ? [] : containers.map((container) => ({ container, image: one, input: 'container-name' })))
    ];
    const first = new Map();
    for (const edit of edits) {
        const earlier = first.get(edit.container);
        if (earlier === undefined)
            first.set(edit.container, edit);
        else if (earlier.image !== edit.image) {
            asked.conflict('images', `the container \`${edit.container}\` gets ${(0,inputs_words/* shown */.S)(earlier.image)} from \`${earlier.input}\` and ${(0,inputs_words/* shown */.S)(edit.image)} from \`${edit.input}\``, 'Name the container once.');
        }
    }
    return [...first.values()];
}
function checkPair(asked) {
    const [container, image] = [asked.has('container-name'), asked.has('image')];
    if (container && !image) {
        asked.missing('image', {
            found: '`container-name` is given and `image` is empty',
            expected: 'both or neither',
            remedy: 'Give `image` a value; if it comes from a step, check the step’s `id` and the name of its output.'
        });
    }
    if (image && !container) {
        asked.missing('container-name', {
            found: '`image` is given and `container-name` is empty',
            expected: 'both or neither',
            remedy: 'Give `container-name` the name of the container that gets the image, or write `images: container=image`.'
        });
    }
}
function imageNotes(edits) {
    return edits
        .filter((edit) => hasUpperCaseRepository(edit.image))
        .map((edit) => ({
        level: 'warning',
        says: `The image ${(0,inputs_words/* shown */.S)(edit.image)} has upper-case letters in its repository; container runtimes refuse to pull such a name.`,
        remedy: 'Write the repository in lower case.'
    }));
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts
const NO_EDITS = {
    images: [],
    containers: [],
    environment: [],
    environmentFiles: undefined,
    secrets: [],
    dockerLabels: [],
    updateStrategy: 'merge',
    command: undefined,
    logDriver: undefined,
    logOptions: [],
    taskRoleArn: undefined,
    executionRoleArn: undefined,
    cpu: undefined,
    memory: undefined,
    patch: undefined
};

// EXTERNAL MODULE: ./src/domain/shape.ts
var domain_shape = __nccwpck_require__(2853);
;// CONCATENATED MODULE: ./src/inputs/strategy.ts
// How the user says the traffic is to move: our words, or the name of a CodeDeploy deployment configuration.





const EXPECTED = '`canary 10% for 5m`, `linear 10% every 1m`, `all-at-once`, `blue-green`, `rolling` or the name of a CodeDeploy deployment configuration';
const strategy_WORDS = ['canary', 'linear', 'all-at-once', 'blue-green', 'rolling'];
/** Both are matched against single spaces: runs of spaces would make them slow. */
const BAKE = /^([^,]*?) ?, ?bake (\S+)$/;
const STEPPED = /^(canary|linear) (\S+(?: %)?) (for|every) (\S+)$/;
const LINK = { canary: 'for', linear: 'every' };
const strategy = (written) => {
    const lower = written.toLowerCase().split(/\s+/).join(' ');
    const baked = BAKE.exec(lower);
    const main = baked?.[1] ?? lower;
    if (!/\s/.test(written) && !strategy_WORDS.includes(lower))
        return configuration(written);
    const shape = shapeOf(main);
    const bake = baked?.[2] === undefined ? undefined : duration(baked[2]);
    const flaws = [shape, bake].flatMap((field) => (field === undefined || field.ok ? [] : field.problems));
    if (!shape.ok || (bake !== undefined && !bake.ok))
        return { ok: false, problems: flaws };
    return accept({ kind: 'shape', written, shape: bake === undefined ? shape.value : withBake(shape.value, bake.value) });
};
function configuration(written) {
    const name = codeDeployName(written);
    return name.ok ? accept({ kind: 'configuration', name: name.value }) : refuse(unknown(written));
}
function shapeOf(main) {
    if (main === 'all-at-once' || main === 'blue-green' || main === 'rolling')
        return accept({ kind: main });
    if (main === 'canary')
        return incomplete('canary', 'canary 10% for 5m');
    if (main === 'linear')
        return incomplete('linear', 'linear 10% every 1m');
    const [, kind, share, link, span] = STEPPED.exec(main) ?? [];
    if (kind === undefined || share === undefined || span === undefined || LINK[kind] !== link)
        return refuse(unknown(main));
    return stepped(kind, share, span);
}
function stepped(kind, share, span) {
    const weight = percent(share);
    const time = duration(span);
    if (!weight.ok || !time.ok)
        return refuse(...(weight.ok ? [] : weight.problems), ...(time.ok ? [] : time.problems));
    const shape = kind === 'canary'
        ? { kind: 'canary', first: weight.value, hold: time.value }
        : { kind: 'linear', step: weight.value, every: time.value };
    const flaws = limits(weight.value, time.value, shape);
    return flaws.length === 0 ? accept(shape) : refuse(...flaws);
}
/**
 * CodeDeploy counts in whole percents from 1 to 99 and whole minutes, and shifts for at most two days:
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 */
function limits(weight, time, shape) {
    const flaws = [];
    if (!Number.isInteger(weight) || weight > 99) {
        flaws.push({
            found: `the strategy moves ${weight}% at a time`,
            expected: 'a whole percentage from 1% to 99%',
            remedy: weight > 99 ? 'Write `all-at-once` to move everything at once.' : 'Write a whole percentage.'
        });
    }
    if (time < units/* MINUTE */.p || time % units/* MINUTE */.p !== 0) {
        flaws.push({
            found: `the strategy holds for ${time / 1_000} seconds`,
            expected: 'whole minutes, at least 1m',
            remedy: 'Write whole minutes, like `5m`.'
        });
    }
    const whole = (0,domain_shape/* shiftTime */.Iy)({ readyWait: 0, steps: (0,domain_shape/* weightSteps */.wF)(shape), bake: 0 });
    if (flaws.length === 0 && whole > 2_880 * units/* MINUTE */.p) {
        flaws.push({
            found: `the traffic would shift for ${whole / units/* MINUTE */.p} minutes`,
            expected: 'at most 2880 minutes (48h) from the first step to 100%',
            remedy: 'Shorten the time, or take larger steps.'
        });
    }
    return flaws;
}
/** All at once with a bake is what blue/green means. */
function withBake(shape, bake) {
    return shape.kind === 'all-at-once' ? { kind: 'blue-green', bake } : { ...shape, bake };
}
function incomplete(word, whole) {
    return refuse({
        found: `\`${word}\` does not say how much traffic and how long`,
        expected: `\`${whole}\``,
        remedy: `Write \`${whole}\` with your own numbers.`
    });
}
function unknown(written) {
    const first = written.split(/[\s,]/)[0] ?? '';
    const meant = strategy_WORDS.includes(first) ? undefined : (0,near/* near */.Z)(first, strategy_WORDS);
    return {
        expected: EXPECTED,
        remedy: meant === undefined ? 'Write one of these.' : `Write \`${meant}\` first, if that is what was meant.`
    };
}

;// CONCATENATED MODULE: ./src/inputs/target.ts
// Which service in which cluster, region and account: names, and what ARNs say beside them, made to agree.




const USUAL_CLUSTER = 'default';
/** Undefined when something is missing, which was reported. */
function readTarget(asked, found) {
    const service = asked.read('service', named('service'));
    const cluster = asked.read('cluster', named('cluster'));
    const accounts = asked.read('allowed-account-ids', listOf(accountId)) ?? [];
    const region = readRegion(asked, found);
    if (!asked.has('service')) {
        asked.missing('service', {
            found: '`service` is not given, and registering a task definition without deploying it is not built yet',
            expected: 'the name or the ARN of a service',
            remedy: 'Give `service` the name of the service to deploy to.'
        });
    }
    checkClusters(asked, service, cluster);
    for (const [input, arn] of [
        ['service', service?.arn],
        ['cluster', cluster?.arn]
    ]) {
        if (arn === undefined)
            continue;
        agree(asked, input, `the region ${arn.region}`, region === undefined || region === arn.region, `\`aws-region\` is ${region ?? ''}`);
        agree(asked, input, `the account ${arn.account}`, accounts.length === 0 || accounts.includes(arn.account), '`allowed-account-ids` does not name it');
    }
    if (service === undefined || region === undefined)
        return undefined;
    return {
        service: service.name,
        cluster: cluster?.name ?? service.arn?.cluster ?? USUAL_CLUSTER,
        region,
        allowedAccounts: accountsOf(accounts, [service, cluster])
    };
}
/** An ARN names an account, and no other one is meant. */
function accountsOf(allowed, names) {
    const meant = names.flatMap((name) => (name?.arn === undefined ? [] : [name.arn.account]));
    return meant.length === 0 ? allowed : Array.from(new Set(meant));
}
function checkClusters(asked, service, cluster) {
    const [ofService, own] = [service?.arn, cluster?.arn];
    if (ofService?.cluster !== undefined && cluster !== undefined && ofService.cluster !== cluster.name) {
        asked.conflict('cluster', `\`service\` is an ARN in the cluster ${(0,inputs_words/* shown */.S)(ofService.cluster)} and \`cluster\` is ${(0,inputs_words/* shown */.S)(cluster.name)}`, 'Remove `cluster`, or correct one of them.');
    }
    if (ofService !== undefined && own !== undefined && ofService.account !== own.account) {
        asked.conflict('cluster', '`service` and `cluster` are ARNs of two accounts', 'Correct one of them.');
    }
}
function agree(asked, input, says, agrees, against) {
    if (agrees)
        return;
    asked.conflict(input, `\`${input}\` is an ARN in ${says}, and ${against}`, 'Correct one of them.');
}
function readRegion(asked, found) {
    if (found === undefined) {
        asked.report(new problem/* Problem */.A('REGION_MISSING', {
            place: { kind: 'input', name: 'aws-region' },
            found: 'neither `aws-region` nor the variables AWS_REGION and AWS_DEFAULT_REGION are set'
        }));
        return undefined;
    }
    if (found.from === 'aws-region')
        return asked.read('aws-region', region);
    const code = region(found.name);
    if (code.ok)
        return code.value;
    asked.report(...code.problems.map(({ expected }) => new problem/* Problem */.A('INPUT_INVALID', {
        place: { kind: 'input', name: 'aws-region' },
        found: `the variable ${found.from} of the environment is ${(0,inputs_words/* shown */.S)(found.name)}`,
        expected,
        remedy: `Set \`aws-region\`, or correct ${found.from}.`
    })));
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/wait.ts


/** Beyond the deployment's own timetable. */
const USUAL_MINUTES = 30;
/** The job's own limit is six hours. */
const MOST_MINUTES = 360;
function readWait(asked) {
    const written = asked.read('wait-until', word(['complete', 'traffic-shifted', 'started']));
    const stable = asked.read('wait-for-service-stability', fields_boolean);
    const minutes = asked.read('wait-for-minutes', wholeNumber(0, MOST_MINUTES));
    const stays = [
        ...(written !== undefined && written !== 'started' ? [`wait-until: ${written}`] : []),
        ...(stable === true ? ['wait-for-service-stability: true'] : [])
    ];
    const leaves = [
        ...(written === 'started' ? ['wait-until: started'] : []),
        ...(stable === false ? ['wait-for-service-stability: false'] : []),
        ...(minutes === 0 ? ['wait-for-minutes: 0'] : [])
    ];
    const [stay] = stays;
    const [leave] = leaves;
    if (stay !== undefined && leave !== undefined) {
        const clash = `\`${stay}\` waits for the deployment and \`${leave}\` does not`;
        asked.conflict(written === undefined ? 'wait-for-service-stability' : 'wait-until', clash, 'Remove one of the two.');
    }
    return {
        until: leave === undefined ? (written ?? 'complete') : 'started',
        allowance: (minutes ?? USUAL_MINUTES) * units/* MINUTE */.p
    };
}

;// CONCATENATED MODULE: ./src/inputs/parse.ts










const POLICIES = ['rollback', 'stop', 'leave'];
const EVENTS = ['failure', 'alarm', 'stop'];
/** CodeDeploy's limit for one group: https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const MOST_ALARMS = 10;
async function parse(raw) {
    const asked = ask(raw.values);
    const { read } = asked;
    read('mode', word(['deploy']));
    read('on-active-deployment', word(['fail']));
    read('comment', word(['auto', 'never']));
    const taskDefinition = await readFile(asked, raw.taskDefinition);
    const appSpec = await readFile(asked, raw.appSpec);
    const target = readTarget(asked, raw.region);
    const images = readImages(asked);
    const alarms = read('alarms', listOf(alarmName)) ?? [];
    const { until, allowance } = readWait(asked);
    const seconds = read('wait-max-delay-seconds', wholeNumber(10, 21_600));
    const rest = {
        strategy: readStrategy(asked),
        application: read('codedeploy-application', codeDeployName),
        group: read('codedeploy-deployment-group', codeDeployName),
        description: read('codedeploy-deployment-description', fields_text),
        allowActiveAlarms: read('allow-active-alarms', fields_boolean) ?? false,
        rollbackOn: read('rollback-on', fields_words(EVENTS)),
        onTimeout: read('on-timeout', word(POLICIES)) ?? 'rollback',
        onCancel: read('on-cancel', word(POLICIES)) ?? 'rollback',
        maxRetries: read('max-retries', wholeNumber(0, 10)) ?? 3
    };
    checkTaskDefinition(asked, raw.taskDefinition);
    if (asked.problems.length > 0 || target === undefined || taskDefinition === undefined) {
        return { ok: false, problems: asked.problems };
    }
    const notes = [
        ...raw.notes,
        ...taskDefinition.notes,
        ...(appSpec?.notes ?? []),
        ...imageNotes(images),
        ...alarmNotes(alarms),
        ...keepNotes(asked)
    ];
    return {
        ok: true,
        value: {
            ...target,
            ...rest,
            base: { kind: 'file', document: taskDefinition.document },
            edits: { ...NO_EDITS, images },
            unknownProperties: 'slips',
            stripEmptyValues: false,
            keepRevisions: undefined,
            appSpec: appSpec?.document,
            hooks: [],
            desiredCount: undefined,
            forceNewDeployment: false,
            enableEcsManagedTags: undefined,
            propagateTags: undefined,
            ebsVolume: undefined,
            alarms,
            waitUntil: until,
            allowance,
            maxGap: seconds === undefined ? undefined : seconds * units/* SECOND */.Z,
            notes
        }
    };
}
async function readFile(asked, raw) {
    switch (raw.kind) {
        case 'none':
            return undefined;
        case 'refused':
            asked.report(raw.problem);
            return undefined;
        case 'read': {
            const document = await readDocument(raw.file);
            if (document.ok)
                return document.value;
            asked.report(...document.problems);
            return undefined;
        }
    }
}
function checkTaskDefinition(asked, raw) {
    if (raw.kind !== 'none')
        return;
    asked.missing('task-definition', {
        found: '`task-definition` is empty',
        expected: 'the path of a JSON or YAML file',
        remedy: 'Give the path of the file; if it comes from a step, check the step’s `id` and the name of its output.'
    });
}
function readStrategy(asked) {
    const ours = asked.read('strategy', strategy);
    const name = asked.read('codedeploy-deployment-config', codeDeployName);
    if (asked.has('strategy') && asked.has('codedeploy-deployment-config')) {
        asked.conflict('strategy', '`strategy` and `codedeploy-deployment-config` both say how the traffic moves', 'Remove one of the two; `strategy` takes the name of a configuration as well.');
    }
    return name === undefined ? ours : { kind: 'configuration', name };
}
function alarmNotes(alarms) {
    if (alarms.length <= MOST_ALARMS)
        return [];
    return [
        {
            level: 'warning',
            says: `\`alarms\` names ${alarms.length} alarms; CodeDeploy takes at most ${MOST_ALARMS} for a deployment, those of the group included.`,
            remedy: 'Combine alarms in a composite alarm.'
        }
    ];
}
function keepNotes(asked) {
    if (!asked.has('keep-null-value-keys'))
        return [];
    return [
        { level: 'notice', says: '`keep-null-value-keys` changes nothing: this action never removes an empty value.' }
    ];
}


/***/ }),

/***/ 8733:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readRaw)
});

// EXTERNAL MODULE: ./src/inputs/catalog.ts
var catalog = __nccwpck_require__(8630);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
;// CONCATENATED MODULE: ./src/inputs/nearby.ts
// What to say of a path that leads nowhere: which files there are instead, the likeliest first. Pure.

/** At most five: files of the same name elsewhere, then names that are nearly the same, then any. */
function likeliest(path, paths) {
    const name = lastPart(path);
    const rank = (other) => {
        if (lastPart(other) === name)
            return 0;
        return (0,near/* near */.Z)(name, [lastPart(other)]) === undefined ? 2 : 1;
    };
    return paths.toSorted((one, other) => rank(one) - rank(other)).slice(0, 5);
}
function lastPart(path) {
    return path.split(/[/\\]/).at(-1) ?? path;
}
/** The remedy for a path that leads nowhere. */
function remedyFor(path, paths) {
    if (/^\s*\{|[\r\n]/.test(path))
        return 'Write the text to a file in an earlier step, and give its path here.';
    if (path.startsWith('arn:'))
        return 'Give the path of a file here: a revision cannot be named by its ARN yet.';
    if (/\$|^~/.test(path)) {
        return 'Write the path itself or an expression like `${{ env.NAME }}`: no shell replaces variables or ~ here.';
    }
    const meant = (0,near/* near */.Z)(path, paths) ?? paths.find((other) => lastPart(other) === lastPart(path));
    if (meant !== undefined)
        return `Write \`${meant}\`, if that is what was meant.`;
    return paths.length === 0
        ? 'Run actions/checkout before this step, and write the path relative to the workspace.'
        : 'Correct the path; it is read relative to the workspace, after actions/checkout.';
}

// EXTERNAL MODULE: ./src/inputs/words.ts
var words = __nccwpck_require__(6096);
;// CONCATENATED MODULE: ./src/inputs/files.ts
// The only reader of input files: every step of the way to a text that may be read, and what to say where the way ends.





/** AWS takes 64 KB of task definition; a YAML file may need more for the same. */
const LARGEST = 256 * 1024;
const DEFAULT_APPSPEC = 'appspec.yaml';
const APPSPEC_LOOKALIKES = ['appspec.yml', 'appspec.json'];
async function readPlaces(workspace, temp) {
    const roots = await Promise.all([workspace, temp ?? workspace].map(real));
    return { workspace, roots };
}
/** A root that does not exist holds no file: its own name will do. */
async function real(path) {
    return (0,promises_.realpath)(path).catch(() => (0,external_node_path_.resolve)(path));
}
async function readDefaultAppSpec(places) {
    const exists = await present((0,external_node_path_.join)(places.workspace, DEFAULT_APPSPEC));
    return exists ? readFile('codedeploy-appspec', DEFAULT_APPSPEC, places) : { kind: 'none' };
}
/** A file the user may believe to be read: its hooks would be missed. */
async function lookalikes(places) {
    if (await present((0,external_node_path_.join)(places.workspace, DEFAULT_APPSPEC)))
        return [];
    const found = await Promise.all(APPSPEC_LOOKALIKES.map(async (name) => ((await present((0,external_node_path_.join)(places.workspace, name))) ? [name] : [])));
    return found.flat().map((name) => ({
        level: 'warning',
        says: `${name} is not read: without \`codedeploy-appspec\` only ${DEFAULT_APPSPEC} is looked for.`,
        remedy: `Set \`codedeploy-appspec: ${name}\` to use it.`
    }));
}
/** Anything at all, a broken link or a folder included: what it is will be said when it is read. */
async function present(path) {
    return (0,promises_.lstat)(path).then(() => true, (error) => codeOf(error) !== 'ENOENT');
}
async function readFile(input, path, places) {
    try {
        return { kind: 'read', file: { path, text: await readText(input, path, places) } };
    }
    catch (error) {
        if (error instanceof problem/* Problem */.A)
            return { kind: 'refused', problem: error };
        const code = codeOf(error);
        const missing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
        return { kind: 'refused', problem: missing ? await notFound(input, path, places) : unreadable(path, code, error) };
    }
}
async function readText(input, path, places) {
    const target = await (0,promises_.realpath)((0,external_node_path_.resolve)(places.workspace, path));
    const place = { kind: 'file', path };
    if (!places.roots.some((root) => contains(root, target))) {
        throw new problem/* Problem */.A('FILE_OUTSIDE', {
            place,
            found: `\`${input}\` leads to ${target}`,
            expected: 'a file in the workspace or in the runner’s temp folder'
        });
    }
    const { size } = await regular(path, target);
    if (size > LARGEST) {
        throw new problem/* Problem */.A('FILE_TOO_LARGE', {
            place,
            found: `the file has ${size} bytes`,
            expected: `at most ${LARGEST} bytes`
        });
    }
    return decode(path, await (0,promises_.readFile)(target));
}
async function regular(path, target) {
    const found = await (0,promises_.stat)(target);
    if (found.isFile())
        return found;
    throw new problem/* Problem */.A('FILE_UNREADABLE', {
        place: { kind: 'file', path },
        found: found.isDirectory() ? 'the path is a folder' : 'the path is neither a file nor a folder',
        expected: 'a text file',
        ...(found.isDirectory() && { remedy: 'Add the name of the file to the path.' })
    });
}
function decode(path, read) {
    const text = utf8(read);
    if (text !== undefined && !text.includes('\0'))
        return text;
    const utf16 = (read[0] === 0xff && read[1] === 0xfe) || (read[0] === 0xfe && read[1] === 0xff);
    throw new problem/* Problem */.A('FILE_UNREADABLE', {
        place: { kind: 'file', path },
        found: utf16 ? 'the file is written in UTF-16' : 'the file is not text in UTF-8',
        expected: 'text in UTF-8',
        remedy: utf16
            ? 'Write the file in UTF-8; in PowerShell use `| Out-File -Encoding utf8`.'
            : 'Write the file in UTF-8.'
    });
}
/** The decoder drops a byte order mark, and has one reason to refuse: bytes that are not UTF-8. */
function utf8(read) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(read);
    }
    catch {
        return undefined;
    }
}
function unreadable(path, code, cause) {
    const why = code === 'EACCES' || code === 'EPERM' ? 'this job may not read it' : `the system says ${code}`;
    return new problem/* Problem */.A('FILE_UNREADABLE', {
        place: { kind: 'file', path },
        found: `the file cannot be read: ${why}`,
        cause
    });
}
async function notFound(input, path, places) {
    const paths = likeliest(path, await documents(places.workspace));
    return new problem/* Problem */.A('FILE_NOT_FOUND', {
        place: { kind: 'file', path: path.slice(0, 200) },
        found: `\`${input}\` names ${(0,words/* shown */.S)(path)}, which does not exist${paths.length === 0 ? '' : `; there is ${(0,words/* oneOf */.y)(paths)}`}`,
        remedy: remedyFor(path, paths)
    });
}
const DEEPEST = 4;
const MOST_FOLDERS = 300;
/** The JSON and YAML files of the workspace, as far as a quick look goes. */
async function documents(workspace) {
    const found = [];
    let folders = [workspace];
    let looked = 0;
    for (let depth = 0; depth < DEEPEST && looked < MOST_FOLDERS; depth++) {
        looked += folders.length;
        const entries = await Promise.all(folders.slice(0, MOST_FOLDERS).map(entriesOf));
        found.push(...entries.flatMap(({ files }) => files));
        folders = entries.flatMap((entry) => entry.folders);
    }
    return found.map((path) => (0,external_node_path_.relative)(workspace, path).split(external_node_path_.sep).join('/'));
}
/** A folder that cannot be listed has nothing to suggest. */
async function entriesOf(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const path = (entry) => (0,external_node_path_.join)(folder, entry.name);
    return {
        files: entries.filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/i.test(entry.name)).map(path),
        folders: entries
            .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
            .map(path)
    };
}
function contains(root, target) {
    const way = (0,external_node_path_.relative)(root, target);
    return way !== '..' && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}
function codeOf(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'an unknown error';
}

;// CONCATENATED MODULE: ./src/inputs/raw.ts
// What the runner hands over, as text: the only reader of INPUT_* and of the environment. It judges nothing.


const noFile = { kind: 'none' };
async function readRaw(env) {
    const values = readValues(env);
    const places = await readPlaces(env.GITHUB_WORKSPACE ?? process.cwd(), env.RUNNER_TEMP);
    const path = values.get('task-definition');
    const appSpec = values.get('codedeploy-appspec');
    const [taskDefinition, appSpecFile, notes] = await Promise.all([
        path === undefined ? noFile : readFile('task-definition', path, places),
        appSpec === undefined ? readDefaultAppSpec(places) : readFile('codedeploy-appspec', appSpec, places),
        appSpec === undefined ? lookalikes(places) : []
    ]);
    return { values, taskDefinition, appSpec: appSpecFile, region: readRegion(env, values), run: readRun(env), notes };
}
/** The runner upper-cases a name and replaces spaces only: hyphens stay. */
function readValues(env) {
    return new Map(catalog/* INPUT_NAMES */.Qh.map((name) => [name, env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '']).filter(([, value]) => value !== ''));
}
function readRegion(env, values) {
    const sources = [
        { from: 'aws-region', name: values.get('aws-region') },
        ...['AWS_REGION', 'AWS_DEFAULT_REGION'].map((from) => ({ from, name: env[from]?.trim() }))
    ];
    for (const { from, name } of sources)
        if (name)
            return { from, name };
    return undefined;
}
function readRun(env) {
    const repository = env.GITHUB_REPOSITORY ?? '';
    const runId = env.GITHUB_RUN_ID ?? '';
    const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
    return {
        repository,
        runId,
        attempt: env.GITHUB_RUN_ATTEMPT ?? '1',
        sha: env.GITHUB_SHA ?? '',
        actor: env.GITHUB_ACTOR ?? '',
        url: repository === '' || runId === '' ? undefined : `${server}/${repository}/actions/runs/${runId}`
    };
}


/***/ }),

/***/ 6096:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ shown),
/* harmony export */   y: () => (/* binding */ oneOf)
/* harmony export */ });
// How words and values are shown in an error.
/** `a`, `b` or `c` */
function oneOf(words) {
    const quoted = words.map((word) => `\`${word}\``);
    const last = quoted.at(-1) ?? '';
    return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} or ${last}`;
}
/** A value as it is shown in an error: quoted, on one line, not too long. */
function shown(text) {
    return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1156);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5805);
/* harmony import */ var _inputs_parse_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8087);
/* harmony import */ var _inputs_raw_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8733);
/* harmony import */ var _out_out_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(3821);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(9374);
/* harmony import */ var _report_links_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(3303);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(8273);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(5468);
/* harmony import */ var _report_reporters_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(8056);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(9256);
/* harmony import */ var _stories_deploy_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(9677);
/* harmony import */ var _stories_register_js__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(7680);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(311);
// Entry of both halves of the action. Builds the real world, tells a story, and passes only on a verified success.



















/** Fail closed: a run that ends any other way than by a verdict that passes is red, an event loop that drains included. */
process.exitCode = 1;
const clock = {
    now: () => performance.timeOrigin + performance.now(),
    sleep: (span, signal) => new Promise((resolve) => {
        if (signal?.aborted)
            return resolve();
        const over = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', over);
            resolve();
        };
        const timer = setTimeout(over, Math.max(0, span));
        signal?.addEventListener('abort', over, { once: true });
    })
};
const out = (0,_out_out_js__WEBPACK_IMPORTED_MODULE_9__/* .createOut */ .V)({ write: (text) => process.stdout.write(text), env: process.env });
// The runner reads a closed pipe as silence, not as a failure of the deployment.
process.stdout.on('error', () => undefined);
if (process.env['STATE_half'] === 'main') {
    // The clean-up half. Nothing is left to clean up yet: a cancelled deployment is stopped by the first half.
    process.exitCode = 0;
}
else {
    // Before anything else, and at once: a first half that was killed without it would be told again by the second.
    if (process.env['GITHUB_STATE'])
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync)(process.env['GITHUB_STATE'], 'half=main\n');
    await first();
}
async function first() {
    const startedAt = clock.now();
    const raw = await (0,_inputs_raw_js__WEBPACK_IMPORTED_MODULE_8__/* .readRaw */ .h)(process.env);
    const { run } = raw;
    const report = (0,_report_reporters_js__WEBPACK_IMPORTED_MODULE_14__/* .reporters */ .R)([
        { name: 'the log', reporter: (0,_report_log_js__WEBPACK_IMPORTED_MODULE_12__/* .logReporter */ .e)(out, { startedAt }) },
        { name: 'the outputs', reporter: (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_13__/* .outputsReporter */ .A)(out) },
        { name: 'the files', reporter: (0,_report_files_js__WEBPACK_IMPORTED_MODULE_10__/* .filesReporter */ .H)(out, { run, startedAt, save }) },
        { name: 'the summary', reporter: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_15__/* .summaryReporter */ .G)(out, run, startedAt) }
    ], (line) => out.line(line));
    const emit = async (event) => report.on(event);
    for (const kind of ['uncaughtException', 'unhandledRejection']) {
        process.once(kind, (error) => {
            void conclude({ kind: 'unknown', problem: defect(error) }, emit).finally(() => process.exit(1));
        });
    }
    const verdict = await tell(raw, emit).catch((error) => ({
        kind: 'unknown',
        problem: error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .Problem */ .A ? error : defect(error)
    }));
    await conclude(verdict, emit);
    process.exitCode = (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_6__/* .passes */ .W)(verdict) ? 0 : 1;
}
async function tell(raw, emit) {
    const inputs = await (0,_inputs_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parse */ .q)(raw);
    if (!inputs.ok)
        return { kind: 'refused', problems: inputs.problems };
    const aws = (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_4__/* .connect */ .N)({ region: inputs.value.region, env: process.env, version: _version_js__WEBPACK_IMPORTED_MODULE_18__/* .version */ .r });
    const world = {
        aws,
        clock,
        emit,
        run: raw.run,
        cancelled: cancellation(),
        hash: (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        url: _report_links_js__WEBPACK_IMPORTED_MODULE_11__/* .deploymentUrl */ .PM
    };
    const { service } = inputs.value;
    return service === undefined ? (0,_stories_register_js__WEBPACK_IMPORTED_MODULE_17__/* .registerOnly */ .y)(inputs.value, world) : (0,_stories_deploy_js__WEBPACK_IMPORTED_MODULE_16__/* .deploy */ .g)({ ...inputs.value, service }, world);
}
async function conclude(verdict, emit) {
    await emit({ kind: 'concluded', at: clock.now(), verdict });
}
/** The runner sends SIGINT, and SIGTERM 7.5 s later. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
function cancellation() {
    const cancelled = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.on(signal, () => cancelled.abort());
    return cancelled.signal;
}
async function save(prefix, text) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(process.env['RUNNER_TEMP'] ?? process.cwd(), `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(path, text, { flag: 'wx' });
    return path;
}
function defect(error) {
    const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .Problem */ .A('INTERNAL', { found, changed: 'unknown: look at the deployment in the console', cause: error });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3821:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ createOut)
});

// UNUSED EXPORTS: OUTPUTS

;// CONCATENATED MODULE: ./src/out/cap.ts
// A document cut to a number of bytes where no fence and no fold is open, with a note that it was cut.
/** GitHub drops a summary above 1 MiB as a whole; this leaves room for what the runner adds. */
const SUMMARY_BYTES = 900 * 1024;
const NOTE = '\n\n*This summary was cut: it was longer than GitHub shows. The log of the step has everything.*\n';
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FOLD = /<(\/?)details>/g;
function after(line, open) {
    const fence = FENCE.exec(line)?.[1];
    if (open.fence !== undefined) {
        const closes = fence !== undefined && fence.startsWith(open.fence) && line.trim() === fence;
        return closes ? { ...open, fence: undefined } : open;
    }
    if (fence !== undefined)
        return { ...open, fence };
    const folds = [...line.matchAll(FOLD)].reduce((count, fold) => count + (fold[1] === '/' ? -1 : 1), open.folds);
    return { fence, folds };
}
function capDocument(markdown, bytes = SUMMARY_BYTES) {
    if (Buffer.byteLength(markdown) <= bytes)
        return markdown;
    const room = bytes - Buffer.byteLength(NOTE);
    let open = { fence: undefined, folds: 0 };
    let used = 0;
    let at = 0;
    let safe = 0;
    for (const line of markdown.split('\n')) {
        used += Buffer.byteLength(line) + 1;
        if (used > room)
            break;
        open = after(line, open);
        at += line.length + 1;
        if (open.fence === undefined && open.folds === 0)
            safe = at;
    }
    return `${markdown.slice(0, safe).trimEnd()}${NOTE}`;
}

// EXTERNAL MODULE: ./src/out/sanitise.ts
var sanitise = __nccwpck_require__(672);
;// CONCATENATED MODULE: ./src/out/out.ts
// The one writer: every byte to log, outputs, saved state and summary goes through here, sanitised. It never throws.



/** The runner keeps 4,096 characters of an annotation. */
const ANNOTATION = 4_000;
const WITHHELD = '(withheld: the runner would have read a command in this line)';
// https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
const escapeMessage = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
function command(name, properties, message) {
    const pairs = Object.entries(properties).flatMap(([key, value]) => value === undefined || value === '' ? [] : [`${key}=${escapeProperty(value)}`]);
    return `::${name}${pairs.length > 0 ? ` ${pairs.join(',')}` : ''}::${escapeMessage(message)}`;
}
/** So short a text stands in every second line: masking it would hide the log. */
const LEAST_SECRET = 3;
/** Every form in which a secret may come back. */
function guises(secret) {
    if (secret.trim().length < LEAST_SECRET)
        return [];
    const forms = [
        secret,
        ...secret.split(/\r?\n/),
        JSON.stringify(secret).slice(1, -1),
        encodeURIComponent(secret.toWellFormed()),
        Buffer.from(secret).toString('base64')
    ];
    return [...new Set(forms)].filter((form) => form.trim().length >= LEAST_SECRET);
}
function createOut(sinks) {
    const load = sinks.load ?? (() => __nccwpck_require__.e(/* import() */ 421).then(__nccwpck_require__.bind(__nccwpck_require__, 6421)));
    const complained = new Set();
    const write = (line) => {
        try {
            sinks.write(`${line}\n`);
        }
        catch {
            // Standard output is closed: there is nobody left to tell, and the deployment decides, not its log.
        }
    };
    /** Stands behind the sanitiser, so that no mistake in it can become a command. */
    const print = (line) => {
        write((0,sanitise/* resemblesCommand */.Cr)(line) ? WITHHELD : line);
    };
    const complain = (variable, what, why) => {
        if (complained.has(variable))
            return;
        complained.add(variable);
        print((0,sanitise/* sanitiseLine */.lg)(`warning   ${what} cannot be written: ${why}. The verdict is not affected.`));
    };
    const file = async (variable, what, put) => {
        // Without its file core falls back to commands on standard output, which runners no longer accept.
        if (!sinks.env[variable]) {
            complain(variable, what, `${variable} is not set`);
            return;
        }
        try {
            await put(await load());
        }
        catch (error) {
            complain(variable, what, error instanceof Error ? error.message : String(error));
        }
    };
    return {
        line(text) {
            print((0,sanitise/* sanitiseLine */.lg)(text));
        },
        group(title, lines) {
            write(command('group', {}, (0,sanitise/* sanitise */.tB)(title)));
            for (const line of lines)
                print((0,sanitise/* sanitiseLine */.lg)(line));
            write('::endgroup::');
        },
        annotate(level, title, message, spot) {
            const text = (0,sanitise/* clip */.$Q)((0,sanitise/* sanitiseLines */.WP)(message).join('\n'), ANNOTATION);
            const place = spot && {
                file: (0,sanitise/* sanitise */.tB)(spot.file),
                line: spot.line?.toString(),
                col: spot.column?.toString()
            };
            write(command(level, { title: (0,sanitise/* sanitise */.tB)(title), ...place }, text));
        },
        output: (name, value) => file('GITHUB_OUTPUT', 'An output', (core) => {
            core.setOutput(name, (0,sanitise/* sanitise */.tB)(value));
        }),
        saveState: (name, value) => file('GITHUB_STATE', 'The state for the clean-up step', (core) => {
            core.saveState(name, value);
        }),
        summary: (markdown) => file('GITHUB_STEP_SUMMARY', 'The summary', (core) => core.summary
            .emptyBuffer()
            .addRaw(capDocument((0,sanitise/* sanitiseDocument */.Q6)(markdown)))
            .write()),
        mask(value) {
            for (const form of guises(value))
                write(command('add-mask', {}, form));
        }
    };
}


/***/ }),

/***/ 672:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   Cr: () => (/* binding */ resemblesCommand),
/* harmony export */   Q6: () => (/* binding */ sanitiseDocument),
/* harmony export */   WP: () => (/* binding */ sanitiseLines),
/* harmony export */   lg: () => (/* binding */ sanitiseLine),
/* harmony export */   tB: () => (/* binding */ sanitise)
/* harmony export */ });
/* unused harmony exports LONGEST, redact */
// Text of AWS, files and containers, made harmless before it reaches any sink. Every expression here is linear in its input.
/** More than this of one text is never printed. */
const LONGEST = 2_000;
/** Far beyond what is printed: keeps the work bounded when a field is absurdly long. */
const CONSIDERED = 10 * LONGEST;
/** Where a line break stood, when the text has to stay on one line. */
const BREAK = ' ⏎ ';
// The strings of OSC, DCS, SOS, PM and APC end at BEL, ST or, so that nothing else is swallowed, at a line break.
const ESCAPE_STRING = 
// eslint-disable-next-line no-control-regex -- terminal escapes are control characters
/(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n\r\v\f\u0085\u2028\u2029]*(?:\u0007|\u001b\\|\u009c)?/g;
// eslint-disable-next-line no-control-regex -- terminal escapes are control characters
const ESCAPE_SEQUENCE = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?/g;
// eslint-disable-next-line no-control-regex -- terminal escapes are control characters
const ESCAPE_PAIR = /\u001b[ -/]*[0-~]?/g;
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
const TAB = /\t/g;
// The runner looks for `##[` with a comparison that may skip code points without a meaning of their own, so all of them go:
// https://learn.microsoft.com/dotnet/standard/base-types/string-comparison-net-5-plus
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** The shapes of secrets, each with what remains of it. A look-behind keeps a long run from being tried at every offset. */
const SECRETS = [
    [/(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, '$1***'],
    [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g, '***'],
    [/(?<![A-Za-z0-9])(gh[opsur]_|github_pat_)\w{20,}/g, '$1***'],
    [/(?<![A-Za-z0-9])(authorization["']?[ ]?[:=]).+/gi, '$1 ***'],
    [/(?<![A-Za-z0-9])(bearer )[A-Za-z0-9._~+/=-]{16,}/gi, '$1***'],
    [
        /([?&](?:x-amz-signature|x-amz-credential|x-amz-security-token|awsaccesskeyid|signature|sig|token|access_token)=)[^&\s"'<>]+/gi,
        '$1***'
    ]
];
/** Whatever looks like a credential, made unreadable. */
function redact(text) {
    return SECRETS.reduce((rest, [shape, remains]) => rest.replace(shape, remains), text);
}
/** The first `limit` UTF-16 units, never half a code point; a cut is visible. */
function clip(text, limit) {
    if (text.length <= limit)
        return text;
    const head = text.slice(0, limit - 1);
    return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}
/** One line without line breaks in it, from text that has had them dealt with. */
function clean(text) {
    const visible = text.replace(TAB, ' ').replace(INVISIBLE, '').toWellFormed().normalize('NFC');
    return redact(visible);
}
function withoutEscapes(text) {
    return text.replace(ESCAPE_STRING, '').replace(ESCAPE_SEQUENCE, '').replace(ESCAPE_PAIR, '');
}
/** The old command form counts anywhere in a line, so it is broken everywhere. */
function withoutOldCommands(text) {
    return text.replaceAll('##[', '# #[');
}
/** One piece of text for the middle of a line: on one line, visible, at most `LONGEST` long. */
function sanitise(text) {
    const oneLine = withoutEscapes(text.slice(0, CONSIDERED)).replace(LINE_BREAK, BREAK);
    return withoutOldCommands(clip(clean(oneLine), LONGEST));
}
/** A whole log line: `::` cannot lead it. */
function sanitiseLine(text) {
    const safe = sanitise(text);
    return safe.trimStart().startsWith('::') ? `| ${safe}` : safe;
}
/** Text with line breaks, as lines of its own. */
function sanitiseLines(text) {
    return withoutEscapes(text.slice(0, CONSIDERED)).split(LINE_BREAK).map(sanitiseLine);
}
/** A document of ours, whose lines and lengths are its own business: only what cannot be seen is taken out. */
function sanitiseDocument(markdown) {
    return markdown
        .split('\n')
        .map((line) => withoutOldCommands(clean(withoutEscapes(line).replace(LINE_BREAK, BREAK))))
        .join('\n');
}
/** Whether the runner would read a command in this line; says yes too often rather than too seldom. */
function resemblesCommand(line) {
    return line.includes('##[') || line.split(LINE_BREAK).some((part) => part.trimStart().startsWith('::'));
}


/***/ }),

/***/ 2759:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ decideRevision)
/* harmony export */ });
/* harmony import */ var _task_definition_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9819);

function decideRevision(rendered, base, running) {
    const { definition } = rendered;
    if (base.known && !rendered.modified)
        return { kind: 'reuse', arn: base.known.arn, definition };
    if (running && JSON.stringify((0,_task_definition_js__WEBPACK_IMPORTED_MODULE_0__/* .registrable */ .Z)(running)) === JSON.stringify(definition)) {
        return { kind: 'reuse', arn: running.arn, definition };
    }
    return { kind: 'register', definition };
}


/***/ }),

/***/ 4533:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   gX: () => (/* binding */ misfits)
/* harmony export */ });
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7504);
// The form a JSON value must have, written as a table, and every place where it has another. Unknown members always pass.

/** A member that is null passes like one that is missing, except where AWS needs it. */
function misfits(form, value, path = []) {
    if (value === null && form !== 'quoted')
        return [];
    if (typeof form === 'string')
        return plainMisfits(form, value, path);
    if ('list' in form) {
        if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .L)(value))
            return [misfit(path, told(value), 'a list', `Write a list${ofWhat(form.list)}.`)];
        return value.flatMap((item, index) => element(form.list, item, [...path, index]));
    }
    if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value)) {
        return [misfit(path, told(value), 'an object', 'Write an object with names and values.')];
    }
    if ('texts' in form) {
        return Object.entries(value).flatMap(([name, text]) => misfits('quoted', text, [...path, name]));
    }
    return [
        ...form.needed
            .filter((name) => value[name] === undefined || value[name] === null)
            .map((name) => misfit([...path, name], 'missing', 'a value', `Add \`${name}\`.`)),
        ...Object.entries(form.members).flatMap(([name, inner]) => {
            const member = value[name];
            const missing = member === undefined || (member === null && form.needed.includes(name));
            return missing ? [] : misfits(inner, member, [...path, name]);
        })
    ];
}
function plainMisfits(form, value, path) {
    switch (form) {
        case 'text':
            return typeof value === 'string' ? [] : [misfit(path, told(value), 'a text', 'Put the value in quotes.')];
        case 'quoted':
            return typeof value === 'string' ? [] : [unquoted(path, value)];
        case 'whole':
            if (Number.isInteger(value))
                return [];
            return [misfit(path, told(value), 'a whole number', 'Write a whole number without quotes.')];
        case 'boolean':
            if (typeof value === 'boolean')
                return [];
            return [misfit(path, told(value), '`true` or `false`', 'Write `true` or `false` without quotes.')];
    }
}
/** Nothing may stand in a list: AWS has no place for it. */
function element(form, value, path) {
    if (value === null)
        return [misfit(path, 'empty', 'a value', 'Remove the empty entry of the list.')];
    return misfits(form, value, path);
}
function misfit(path, found, expected, remedy) {
    return { path, found, expected, remedy, secret: false };
}
function unquoted(path, value) {
    const remedy = value === null ? 'Write "" for an empty text.' : 'Put the value in quotes; without them YAML and JSON change it.';
    return { path, found: kindOf(value), expected: 'a text', remedy, secret: true };
}
function ofWhat(form) {
    if (typeof form === 'string')
        return ' of values';
    if (!('members' in form))
        return '';
    const names = Object.keys(form.members).slice(0, 2);
    return names.length === 0 ? '' : ` of objects with ${names.map((name) => `\`${name}\``).join(' and ')}`;
}
/** A value that is no secret, as an error shows it. */
function told(value) {
    if (typeof value === 'string')
        return `the text ${JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)}`;
    if (typeof value === 'number')
        return `the number ${value}`;
    if (typeof value === 'boolean')
        return `the value ${value}`;
    return kindOf(value);
}
function kindOf(value) {
    if (value === undefined || value === null)
        return 'nothing';
    if ((0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .L)(value))
        return value.length === 0 ? 'an empty list' : 'a list';
    if ((0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        return 'an object';
    return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}
/** `containerDefinitions[app].environment[PORT].value`: an entry of a list by its name where it has one. */
function pathText(root, path) {
    let value = root;
    let text = '';
    for (const step of path) {
        if (typeof step === 'number') {
            value = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .L)(value) ? value[step] : undefined;
            const name = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) ? value['name'] : undefined;
            text += `[${typeof name === 'string' && name !== '' ? name : step}]`;
        }
        else {
            value = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) ? value[step] : undefined;
            text += text === '' ? step : `.${step}`;
        }
    }
    return text;
}
/** The place of a member, without its line where that may show a secret: other values can stand on the same line. */
function placeOf(document, path, secret = false) {
    const spot = document.locate(path);
    if (!spot)
        return { kind: 'file', path: document.path };
    const { line, column, text } = spot;
    const shown = !secret && text.length < 160 && !/\bvalue\b/i.test(text);
    return { kind: 'file', path: document.path, line, column, ...(shown && { text }) };
}


/***/ }),

/***/ 4201:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readRunning),
/* harmony export */   w: () => (/* binding */ readBase)
/* harmony export */ });
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7504);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);


/** The revision that serves now. Not being able to read it costs the comparison, not the deployment. */
async function readRunning(arn, aws, read) {
    if (arn === undefined)
        return { known: undefined, notes: [] };
    try {
        return { known: await describe(arn, aws, read), notes: [] };
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A))
            throw error;
        const why = error.code === 'NOT_ALLOWED' ? 'the role lacks ecs:DescribeTaskDefinition' : error.message;
        const says = `The running revision ${arn} could not be read (${why}), so what changes is not shown`;
        return { known: undefined, notes: [{ level: 'notice', says, remedy: error.remedy }] };
    }
}
/** `running`: where the service serves from, when the base is that revision. */
async function readBase(base, running, aws, read) {
    switch (base.kind) {
        case 'file':
            return { ok: true, value: { document: base.document, known: undefined } };
        case 'revision':
            try {
                return { ok: true, value: asBase(await describe(base.name, aws, read)) };
            }
            catch (error) {
                if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A))
                    throw error;
                return { ok: false, problems: [error] };
            }
        case 'running': {
            const { known, notes } = await running;
            if (known)
                return { ok: true, value: asBase(known) };
            return { ok: false, problems: [noBase(notes)] };
        }
    }
}
async function describe(taskDefinition, aws, read) {
    const answer = await read(() => aws.ecs.describeTaskDefinition({ taskDefinition, include: ['TAGS'] }));
    const definition = answer['taskDefinition'];
    const arn = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(definition) ? definition['taskDefinitionArn'] : undefined;
    if (typeof arn === 'string' && (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(definition) && (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isList */ .L)(definition['containerDefinitions']))
        return { arn, answer };
    throw new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('AWS_ANSWER_INVALID', {
        place: { kind: 'aws', call: 'ecs:DescribeTaskDefinition', resource: taskDefinition },
        found: 'the answer holds no task definition with an ARN and containers'
    });
}
function asBase(known) {
    const path = known.arn.split('/').at(-1) ?? known.arn;
    return { known, document: { path, value: known.answer, locate: () => undefined } };
}
function noBase(notes) {
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('INPUT_MISSING', {
        place: { kind: 'input', name: 'task-definition' },
        found: notes[0]?.says ?? 'no task definition was given, and the service runs none to start from',
        expected: 'a file, `task-definition-arn`, `task-definition-family`, or a service whose running revision can be read'
    });
}


/***/ }),

/***/ 9819:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ registrable),
  X: () => (/* binding */ render)
});

// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/plan/form.ts
var plan_form = __nccwpck_require__(4533);
;// CONCATENATED MODULE: ./src/plan/containers.ts
// What a table of forms cannot say of the containers of a task definition: how they stand to each other. Pure.


/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_CONTAINERS = 10;
/** Of a family and of a container. */
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
function checkName(name, path, report) {
    if (typeof name !== 'string' || NAME.test(name))
        return [];
    return [
        report(path, {
            found: `is ${(0,plan_form/* told */.Ev)(name)}`,
            expected: 'up to 255 letters, digits, hyphens and underscores',
            remedy: 'Write a name of letters, digits, hyphens and underscores.'
        })
    ];
}
function checkContainers(containers, report) {
    if (!(0,json/* isList */.L)(containers))
        return [];
    const path = ['containerDefinitions'];
    const objects = containers.filter((container) => (0,json/* isObject */.G)(container));
    const problems = containers.flatMap((container, index) => (0,json/* isObject */.G)(container) ? checkContainer(container, [...path, index], report) : []);
    if (containers.length === 0) {
        problems.push(report(path, { found: 'is an empty list', remedy: 'Define at least one container.' }));
    }
    else if (objects.length > 0 && objects.every((container) => container['essential'] === false)) {
        problems.push(report(path, {
            found: 'has no essential container',
            expected: 'at least one',
            remedy: 'Remove `"essential": false` from the container the task lives for.'
        }));
    }
    if (containers.length > MOST_CONTAINERS) {
        const found = `has ${containers.length} containers`;
        problems.push(report(path, { found, expected: 'at most 10', remedy: 'Move containers to another service.' }));
    }
    for (const [index, name] of repeated(containers)) {
        problems.push(report([...path, index, 'name'], {
            found: `is ${(0,plan_form/* told */.Ev)(name)}, as that of an earlier container`,
            remedy: 'Give every container a name of its own.'
        }));
    }
    return problems;
}
function checkContainer(container, path, report) {
    const { name, image, environment, secrets } = container;
    const problems = [...checkName(name, [...path, 'name'], report)];
    // A placeholder of a template: AWS registers it and the tasks never start.
    if (typeof image === 'string' && (image === '' || /[\s<>${}]/.test(image))) {
        problems.push(report([...path, 'image'], {
            found: `is ${(0,plan_form/* told */.Ev)(image)}, which is not the name of an image`,
            remedy: 'Name the image in the file, or set it with `images` or `container-name` and `image`.'
        }));
    }
    // ClientException: The secret name must be unique and not shared with any new or existing environment variables
    const variables = new Set(((0,json/* isList */.L)(environment) ? environment : []).map(nameOf).filter((text) => text !== undefined));
    const entries = (0,json/* isList */.L)(secrets) ? secrets : [];
    for (const [index, entry] of entries.entries()) {
        const secret = nameOf(entry);
        if (secret === undefined || !variables.has(secret))
            continue;
        problems.push(report([...path, 'secrets', index], {
            found: 'has the name of a variable in `environment`',
            remedy: `Remove ${JSON.stringify(secret)} from \`environment\` or from \`secrets\`.`,
            secret: true
        }));
    }
    for (const [index, name] of repeated(entries)) {
        problems.push(report([...path, 'secrets', index], {
            found: 'has the name of an earlier secret',
            remedy: `Remove one of the two ${JSON.stringify(name)}.`,
            secret: true
        }));
    }
    return problems;
}
/** The entries whose name was given before. */
function repeated(entries) {
    const seen = new Set();
    return [...entries.entries()].flatMap(([index, entry]) => {
        const name = nameOf(entry);
        if (name === undefined)
            return [];
        if (seen.has(name))
            return [[index, name]];
        seen.add(name);
        return [];
    });
}
function nameOf(entry) {
    const name = (0,json/* isObject */.G)(entry) ? entry['name'] : undefined;
    return typeof name === 'string' ? name : undefined;
}

;// CONCATENATED MODULE: ./src/plan/task-definition-form.ts
// What AWS would refuse in a task definition, or what would fail only after a revision was registered. Pure.



const TEXTS = { list: 'text' };
const OBJECTS = { list: { members: {}, needed: [] } };
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html: the members people get wrong. */
const CONTAINER = {
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
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const TASK_DEFINITION = {
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
};
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html */
const MOST_BYTES = 64 * 1024;
function checkTaskDefinition(definition, origin) {
    const report = reporter(definition, origin);
    const wrongForm = (0,plan_form/* misfits */.gX)(TASK_DEFINITION, definition);
    return [
        ...wrongForm.map(({ path, found, expected, remedy, secret }) => report(path, { found: `is ${found}`, expected, remedy, secret })),
        ...checkName(definition['family'], ['family'], report),
        ...checkContainers(definition['containerDefinitions'], report),
        ...checkSize(definition, report)
    ];
}
function reporter(definition, { document, root }) {
    return (path, { found, expected, remedy, secret }) => new problem/* Problem */.A('TASK_DEFINITION_INVALID', {
        place: (0,plan_form/* placeOf */.$t)(document, [...root, ...path], secret),
        found: `${path.length === 0 ? 'the task definition' : `\`${(0,plan_form/* pathText */.LF)(definition, path)}\``} ${found}`,
        ...(expected !== undefined && { expected }),
        remedy
    });
}
function checkSize(definition, report) {
    const bytes = new TextEncoder().encode(JSON.stringify(definition)).byteLength;
    if (bytes <= MOST_BYTES)
        return [];
    return [
        report([], {
            found: `has ${bytes} bytes as JSON`,
            expected: `at most ${MOST_BYTES}`,
            remedy: 'Move long values to SSM parameters, Secrets Manager or a file in S3.'
        })
    ];
}

;// CONCATENATED MODULE: ./src/plan/task-definition.ts
// The definition to register: the user's own, with the images put in and AWS's own fields taken out. Pure.





/**
 * What only DescribeTaskDefinition answers: members of TaskDefinition that RegisterTaskDefinition does not have.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html
 */
const READ_ONLY = new Set([
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt'
]);
function render({ document, known }, { images }) {
    const unwrapped = unwrap(document);
    const tidied = withoutReadOnly(unwrapped.definition, document);
    const definition = withImages(tidied.definition, images);
    const problems = [...unknownContainers(definition, images, document), ...checkTaskDefinition(definition, unwrapped)];
    if (problems.length > 0)
        return { ok: false, problems };
    // What AWS itself answered is tidied up without a word.
    const notes = known ? [] : [...unwrapped.notes, ...tidied.notes];
    const modified = JSON.stringify(definition) !== JSON.stringify(tidied.definition);
    return { ok: true, value: { definition, modified, images: imagesOf(definition), notes } };
}
/** A revision as AWS describes it, in the form in which it could be registered again. */
function registrable(known) {
    const document = { path: known.arn, value: known.answer, locate: () => undefined };
    return withoutReadOnly(unwrap(document).definition, document).definition;
}
/** The whole answer of `aws ecs describe-task-definition`, as people save it, has the definition inside and its tags beside. */
function unwrap(document) {
    const { taskDefinition, tags, ...others } = document.value;
    if (!(0,json/* isObject */.G)(taskDefinition) || 'containerDefinitions' in others) {
        return { definition: document.value, notes: [], document, root: [] };
    }
    const beside = (0,json/* isList */.L)(tags) ? tags : [];
    const own = taskDefinition['tags'];
    const definition = beside.length === 0 ? taskDefinition : { ...taskDefinition, tags: joined(own, beside) };
    const dropped = Object.keys(others);
    return {
        definition,
        document,
        root: ['taskDefinition'],
        notes: [
            {
                level: 'notice',
                says: `${document.path} is the whole answer of describe-task-definition; its \`taskDefinition\` is used${beside.length === 0 ? '' : ', with the tags beside it'}${dropped.length === 0 ? '' : `, without ${listed(dropped)}`}.`
            }
        ]
    };
}
/** A tag inside the definition was written by hand, and wins over one of the same key beside it. */
function joined(own, beside) {
    const inside = (0,json/* isList */.L)(own) ? own : [];
    const keys = new Set(inside.map(keyOf));
    return [...inside, ...beside.filter((tag) => !keys.has(keyOf(tag)))];
}
function keyOf(tag) {
    return (0,json/* isObject */.G)(tag) ? tag['key'] : undefined;
}
function withoutReadOnly(definition, { path }) {
    const entries = Object.entries(definition);
    const removed = entries.map(([name]) => name).filter((name) => READ_ONLY.has(name));
    // "ClientException: Tags can not be empty." https://github.com/sil-org/ecs-deploy/issues/232
    const { tags } = definition;
    const emptyTags = (0,json/* isList */.L)(tags) && tags.length === 0 ? ['tags'] : [];
    const gone = [...removed, ...emptyTags];
    if (gone.length === 0)
        return { definition, notes: [] };
    const notes = [];
    if (removed.length > 0) {
        notes.push({ level: 'notice', says: `${path}: left out what only AWS sets: ${listed(removed)}.` });
    }
    if (emptyTags.length > 0) {
        notes.push({
            level: 'notice',
            says: `${path}: left out \`tags\`, which is empty: AWS refuses an empty list of tags.`
        });
    }
    return { definition: Object.fromEntries(entries.filter(([name]) => !gone.includes(name))), notes };
}
function withImages(definition, edits) {
    const { containerDefinitions } = definition;
    if (!(0,json/* isList */.L)(containerDefinitions) || edits.length === 0)
        return definition;
    const images = new Map(edits.map(({ container, image }) => [container, image]));
    return {
        ...definition,
        containerDefinitions: containerDefinitions.map((container) => {
            const image = images.get(nameOf(container) ?? '');
            return (0,json/* isObject */.G)(container) && image !== undefined ? { ...container, image } : container;
        })
    };
}
function unknownContainers(definition, edits, { path }) {
    const { containerDefinitions } = definition;
    if (!(0,json/* isList */.L)(containerDefinitions))
        return [];
    const names = containerDefinitions.map(nameOf).filter((name) => name !== undefined);
    return edits
        .filter(({ container }) => !names.includes(container))
        .map(({ container, input }) => {
        const meant = (0,near/* near */.Z)(container, names);
        return new problem/* Problem */.A('CONTAINER_NOT_FOUND', {
            place: { kind: 'input', name: input },
            found: `${path} has no container ${JSON.stringify(container)}`,
            expected: names.length === 0 ? 'a container with a name' : `one of ${listed(names)}`,
            ...(meant !== undefined && { remedy: `Write \`${meant}\`, if that is what was meant.` })
        });
    });
}
function imagesOf(definition) {
    const { containerDefinitions } = definition;
    return ((0,json/* isList */.L)(containerDefinitions) ? containerDefinitions : []).flatMap((container) => {
        const image = (0,json/* isObject */.G)(container) ? container['image'] : undefined;
        return typeof image === 'string' ? [{ container: nameOf(container) ?? '', from: undefined, to: image }] : [];
    });
}
function listed(names) {
    return names.map((name) => `\`${name}\``).join(', ');
}


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ filesReporter)
});

// EXTERNAL MODULE: ./src/domain/verdict.ts
var domain_verdict = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./src/out/sanitise.ts
var sanitise = __nccwpck_require__(672);
// EXTERNAL MODULE: ./src/report/story.ts
var report_story = __nccwpck_require__(6363);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/problem.ts
var problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts + 1 modules
var wording_verdict = __nccwpck_require__(2764);
;// CONCATENATED MODULE: ./src/report/json.ts







const instant = (at) => (at === undefined ? null : (0,time/* iso */.KH)(at));
const json_text = (value) => (value === undefined ? null : (0,sanitise/* sanitise */.tB)(value));
function json_problem(each) {
    return {
        code: each.code,
        where: json_text(each.place && (0,phrase/* plain */.pj)((0,problem/* placePhrase */.ti)(each.place))),
        found: (0,sanitise/* sanitise */.tB)(each.found),
        expected: json_text(each.expected),
        changed: (0,sanitise/* sanitise */.tB)(each.changed),
        remedy: (0,sanitise/* sanitise */.tB)(each.remedy),
        awsError: json_text(each.aws?.name),
        awsRequestId: json_text(each.aws?.requestId)
    };
}
function jsonReport(history, run, startedAt) {
    const { plan, started, verdict, ...story } = (0,report_story/* storyOf */.d)(history, startedAt);
    const list = (all, each) => (all ?? []).map(each);
    return {
        schemaVersion: 1,
        verdict: verdict?.kind ?? null,
        passes: verdict !== undefined && (0,domain_verdict/* passes */.W)(verdict),
        judged: verdict !== undefined && domain_verdict/* VERDICTS */.b[verdict.kind].judged,
        cause: verdict !== undefined && 'cause' in verdict ? verdict.cause.kind : null,
        reason: json_text(verdict && (0,wording_verdict/* reason */.l)(verdict)),
        remedy: json_text(verdict && (0,wording_verdict/* remedy */.zL)(verdict)),
        run: {
            repository: (0,sanitise/* sanitise */.tB)(run.repository),
            runId: (0,sanitise/* sanitise */.tB)(run.runId),
            attempt: (0,sanitise/* sanitise */.tB)(run.attempt),
            sha: (0,sanitise/* sanitise */.tB)(run.sha),
            actor: (0,sanitise/* sanitise */.tB)(run.actor),
            url: json_text(run.url)
        },
        target: plan === undefined
            ? null
            : {
                partition: (0,sanitise/* sanitise */.tB)(plan.target.partition),
                region: (0,sanitise/* sanitise */.tB)(plan.target.region),
                account: (0,sanitise/* sanitise */.tB)(plan.target.account),
                cluster: (0,sanitise/* sanitise */.tB)(plan.target.cluster),
                service: (0,sanitise/* sanitise */.tB)(plan.target.service)
            },
        engine: plan?.engine ?? null,
        strategy: plan?.shape?.kind ?? null,
        taskDefinitionArn: json_text(story.registered),
        previousTaskDefinitionArn: json_text(plan?.before.taskDefinition),
        images: list(plan?.images, ({ container, from, to }) => ({
            container: (0,sanitise/* sanitise */.tB)(container),
            from: json_text(from),
            to: (0,sanitise/* sanitise */.tB)(to)
        })),
        deployment: started === undefined
            ? null
            : {
                id: (0,sanitise/* sanitise */.tB)(started.handle.id),
                url: json_text(started.handle.url),
                adopted: started.adopted,
                startedAt: (0,time/* iso */.KH)(started.at)
            },
        rollback: story.rollback === undefined
            ? null
            : {
                id: (0,sanitise/* sanitise */.tB)(story.rollback.id),
                status: (0,sanitise/* sanitise */.tB)(story.rollback.status)
            },
        from: (0,time/* iso */.KH)(story.from),
        to: (0,time/* iso */.KH)(story.to),
        traffic: list(story.traffic, ({ at, to }) => ({ at: (0,time/* iso */.KH)(at), weight: to })),
        stages: list(story.stages, ({ name, status, startedAt, endedAt, detail }) => ({
            name: (0,sanitise/* sanitise */.tB)(name),
            status: (0,sanitise/* sanitise */.tB)(status),
            startedAt: instant(startedAt),
            endedAt: instant(endedAt),
            detail: json_text(detail)
        })),
        alarms: list(story.alarms, ({ alarm, fired }) => ({
            name: (0,sanitise/* sanitise */.tB)(alarm.name),
            state: (0,sanitise/* sanitise */.tB)(alarm.state),
            fired: fired !== undefined,
            rule: json_text(alarm.rule),
            reason: json_text(fired?.reason ?? alarm.reason),
            since: instant(fired?.since ?? alarm.since)
        })),
        evidence: list(story.evidence, ({ about, detail }) => ({ about: (0,sanitise/* sanitise */.tB)(about), detail: (0,sanitise/* sanitise */.tB)(detail) })),
        problems: list(verdict && (0,wording_verdict/* problemsOf */.GW)(verdict), json_problem),
        notes: list(story.notes, ({ says, level, remedy: todo }) => ({ level, says: (0,sanitise/* sanitise */.tB)(says), remedy: json_text(todo) }))
    };
}

;// CONCATENATED MODULE: ./src/report/files.ts

function filesReporter(out, { run, startedAt, save }) {
    const history = [];
    const keep = async (output, prefix, value) => {
        await out.output(output, await save(prefix, `${JSON.stringify(value, undefined, 2)}\n`));
    };
    return {
        async on(event) {
            history.push(event);
            if (event.kind === 'rendered')
                await keep('task-definition', 'task-definition-', event.definition);
            if (event.kind === 'concluded')
                await keep('report', 'ecs-canary-deploy-report-', jsonReport(history, run, startedAt));
        }
    };
}


/***/ }),

/***/ 3303:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ alarmLink),
/* harmony export */   PM: () => (/* binding */ deploymentUrl),
/* harmony export */   iX: () => (/* binding */ isConsole),
/* harmony export */   oT: () => (/* binding */ serviceLink)
/* harmony export */ });
/* unused harmony exports partitionOf, codeDeployLink */
/** Where the console of each partition lives. */
const CONSOLES = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com'
};
/** The second part of an ARN; undefined when it is not one. */
function partitionOf(arn) {
    const [head, partition, ...rest] = arn.split(':');
    return head === 'arn' && rest.length >= 4 && partition !== '' ? partition : undefined;
}
/** Undefined where we do not know the console: no link is better than one to the wrong partition. */
function page({ partition, region }, path, hash = '') {
    const host = Object.hasOwn(CONSOLES, partition) ? CONSOLES[partition] : undefined;
    if (host === undefined || !/^[a-z0-9-]{1,40}$/.test(region))
        return undefined;
    return `https://${region}.${host}/${path.map(part).join('/')}?region=${region}${hash}`;
}
/** What encodeURIComponent leaves alone includes what ends a Markdown link. */
function part(text) {
    return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
function codeDeployLink(where, deploymentId) {
    return page(where, ['codesuite', 'codedeploy', 'deployments', deploymentId]);
}
function serviceLink(target) {
    return page(target, ['ecs', 'v2', 'clusters', target.cluster, 'services', target.service, 'deployments']);
}
function alarmLink(where, name) {
    return page(where, ['cloudwatch', 'home'], `#alarmsV2:alarm/${part(name)}`);
}
/** Whether a link made elsewhere leads to a console and nowhere else, and cannot end a Markdown link. */
function isConsole(url) {
    const found = /^https:\/\/([a-z0-9.-]{1,253})\/[A-Za-z0-9._~:/?#@$&+,;=%-]*$/.exec(url);
    return Object.values(CONSOLES).some((host) => found?.[1] === host || found?.[1]?.endsWith(`.${host}`));
}
/** Where a person looks at a deployment of this plan; empty where the console of the partition is not known. */
function deploymentUrl(plan, id) {
    switch (plan.engine) {
        case 'codedeploy':
            return codeDeployLink(plan.target, id) ?? '';
    }
}


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ logReporter)
});

// UNUSED EXPORTS: rowText

// EXTERNAL MODULE: ./src/domain/verdict.ts
var domain_verdict = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./src/out/sanitise.ts
var sanitise = __nccwpck_require__(672);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/problem.ts
var wording_problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts + 1 modules
var wording_verdict = __nccwpck_require__(2764);
;// CONCATENATED MODULE: ./src/report/annotations.ts





/** GitHub shows this much of an annotation before it is folded; the remedy has its own part of it. */
const SHOWN = 300;
const REMEDY = 130;
/** The runner records ten errors of a step; one is the verdict's. */
const ON_FILES = 9;
function spotOf(problem) {
    if (problem.place?.kind !== 'file')
        return undefined;
    const { path, line, column } = problem.place;
    return { file: path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}
/** Cause and remedy within what is shown, whatever their lengths; the whole of both below when one had to be cut. */
function message(cause, todo) {
    if (todo === undefined)
        return cause;
    const brief = (0,sanitise/* clip */.$Q)(todo, Math.max(REMEDY, SHOWN - 1 - cause.length));
    const short = `${(0,sanitise/* clip */.$Q)(cause, SHOWN - 1 - brief.length)} ${brief}`;
    const whole = `${cause} ${todo}`;
    return short === whole ? whole : `${short}\n\n${whole}`;
}
function ofProblem(problem) {
    return (0,phrase/* plain */.pj)((0,phrase/* say */.cv) `${problem.found}. ${(0,wording_problem/* changedSentence */.yT)(problem)} ${problem.remedy}`);
}
function annotations(verdict, where) {
    if ((0,domain_verdict/* passes */.W)(verdict))
        return [];
    const first = {
        title: `${wording_verdict/* VERDICT_WORDS */._G[verdict.kind]}: ${where ?? 'deployment to ECS'}`,
        message: message((0,wording_verdict/* reason */.l)(verdict), (0,wording_verdict/* remedy */.zL)(verdict))
    };
    if (verdict.kind !== 'refused')
        return [first];
    const onFiles = verdict.problems.flatMap((problem) => {
        const spot = spotOf(problem);
        return spot === undefined ? [] : [{ title: (0,phrase/* plain */.pj)((0,wording_problem/* problemTitle */.yz)(problem)), message: ofProblem(problem), spot }];
    });
    const [only] = onFiles;
    // One problem, in a file: the verdict itself stands on its line.
    if (verdict.problems.length === 1 && only !== undefined)
        return [{ ...first, spot: only.spot }];
    return [first, ...onFiles.slice(0, ON_FILES)];
}

// EXTERNAL MODULE: ./src/report/wording/event.ts
var wording_event = __nccwpck_require__(8685);
// EXTERNAL MODULE: ./src/report/wording/plan.ts
var wording_plan = __nccwpck_require__(9070);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
;// CONCATENATED MODULE: ./src/report/log.ts







/** Wide enough for every label of an event. */
const LABEL = 10;
/** The runner records ten of a level for a step; the rest of the step may have some too. */
const WARNINGS = 5;
function rowText({ label, text }) {
    return `${label.padEnd(LABEL)}${(0,phrase/* plain */.pj)(text)}`;
}
function problemLines(verdict) {
    return (0,wording_verdict/* problemsOf */.GW)(verdict).flatMap((problem) => [
        `${problem.code}: ${(0,phrase/* plain */.pj)((0,wording_problem/* problemTitle */.yz)(problem))}`,
        ...(0,wording_problem/* problemDetails */.c6)(problem, (0,wording_verdict/* saidAbove */.DJ)(verdict, problem)).flatMap((detail) => [
            `- ${rowText(detail)}`,
            ...(detail.label === 'where' ? (0,wording_problem/* excerpt */.Kb)(problem.place).map((line) => `  ${' '.repeat(LABEL)}| ${line}`) : [])
        ])
    ]);
}
function logReporter(out, { startedAt }) {
    let warnings = 0;
    let where;
    let lastTasks;
    const line = (at, text) => {
        out.line(`[${(0,time/* stamp */.iE)(at - startedAt)}] ${text}`);
    };
    const row = (at, label, text) => {
        line(at, rowText({ label, text }));
    };
    const note = (at, event) => {
        const text = (0,wording_plan/* notePhrase */.qy)(event);
        if (event.level === 'warning' && ++warnings <= WARNINGS)
            out.annotate('warning', 'ECS deployment', (0,phrase/* plain */.pj)(text));
        else
            row(at, event.level === 'warning' ? 'warning' : 'note', text);
    };
    const planned = (at, plan) => {
        where = (0,phrase/* plain */.pj)((0,wording_plan/* serviceName */.fe)(plan));
        for (const change of plan.images)
            row(at, 'image', (0,phrase/* say */.cv) `${change.container}: ${(0,wording_plan/* imageChange */.i7)(change)}`);
        out.group('The plan in full', (0,wording_plan/* planRows */.Lq)(plan).map(rowText));
        for (const each of plan.notes)
            note(at, each);
    };
    const concluded = (at, verdict) => {
        for (const text of problemLines(verdict))
            line(at, text);
        const todo = (0,wording_verdict/* remedy */.zL)(verdict);
        if (todo !== undefined && verdict.kind !== 'refused')
            line(at, `${'to do'.padEnd(LABEL)}${todo}`);
        for (const each of annotations(verdict, where))
            out.annotate('error', each.title, each.message, each.spot);
    };
    return {
        on(event) {
            if (event.kind === 'note') {
                note(event.at, event.note);
                return;
            }
            const text = rowText((0,wording_event/* eventRow */.NG)(event));
            if (event.kind === 'tasks' && text === lastTasks)
                return;
            if (event.kind === 'tasks')
                lastTasks = text;
            line(event.at, text);
            if (event.kind === 'planned')
                planned(event.at, event.plan);
            if (event.kind === 'concluded')
                concluded(event.at, event.verdict);
        }
    };
}


/***/ }),

/***/ 5468:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ outputsReporter)
/* harmony export */ });
/* unused harmony export outputsOf */
/* harmony import */ var _wording_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2764);

function ownId(engine, id) {
    switch (engine) {
        case 'codedeploy':
            return [['codedeploy-deployment-id', id]];
        case undefined:
            return [];
    }
}
function outputsOf(event, known) {
    switch (event.kind) {
        case 'planned': {
            const { taskDefinition } = event.plan.before;
            return taskDefinition === undefined ? [] : [['previous-task-definition-arn', taskDefinition]];
        }
        case 'registered':
            return [
                ['task-definition-arn', event.taskDefinition],
                ['changed', 'true']
            ];
        case 'started':
            return [
                ['deployment-id', event.handle.id],
                ...ownId(known.engine, event.handle.id),
                ...(event.handle.url === '' ? [] : [['deployment-url', event.handle.url]])
            ];
        case 'concluded':
            return [
                ...(known.registered ? [] : [['changed', 'false']]),
                ['verdict', event.verdict.kind],
                ['reason', (0,_wording_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(event.verdict)]
            ];
        case 'rendered':
        case 'phase':
        case 'unlisted':
        case 'stage':
        case 'traffic':
        case 'tasks':
        case 'alarm':
        case 'service-event':
        case 'rollback':
        case 'blind':
        case 'sighted':
        case 'acted':
        case 'heartbeat':
        case 'note':
        case 'evidence':
            return [];
    }
}
function outputsReporter(out) {
    let known = { engine: undefined, registered: false };
    return {
        async on(event) {
            if (event.kind === 'planned')
                known = { ...known, engine: event.plan.engine };
            if (event.kind === 'registered')
                known = { ...known, registered: true };
            for (const [name, value] of outputsOf(event, known))
                await out.output(name, value);
        }
    };
}


/***/ }),

/***/ 8056:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ reporters)
/* harmony export */ });
/* harmony import */ var _out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(672);

function reporters(all, warn) {
    const broken = new Set();
    let last = Promise.resolve();
    const tell = async ({ name, reporter }, event) => {
        if (broken.has(name))
            return;
        try {
            await reporter.on?.(event);
        }
        catch (error) {
            // A report that fails must not change the verdict: it is said once, and the deployment goes on.
            broken.add(name);
            const why = (0,_out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitise */ .tB)(error instanceof Error ? error.message : String(error));
            try {
                warn(`warning   ${name} failed and is left out from here on: ${why}. The verdict is not affected.`);
            }
            catch {
                // The place to complain is gone as well.
            }
        }
    };
    return {
        /** Ends when every reporter has taken the event; events keep their order even when nobody waits. */
        on(event) {
            last = last.then(async () => {
                for (const each of all)
                    await tell(each, event);
            });
            return last;
        }
    };
}


/***/ }),

/***/ 6363:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ storyOf)
/* harmony export */ });
function only(history, kind) {
    return history.filter((event) => event.kind === kind);
}
/** The last of each name; a Map keeps the place of the first. */
function latest(all, name) {
    return [...new Map(all.map((each) => [name(each), each])).values()];
}
function storyOf(history, startedAt) {
    const plan = only(history, 'planned').at(-1)?.plan;
    const started = only(history, 'started').at(-1);
    const states = only(history, 'alarm').map((event) => event.alarm);
    return {
        from: startedAt ?? history[0]?.at ?? 0,
        to: history.at(-1)?.at ?? 0,
        plan,
        registered: only(history, 'registered').at(-1)?.taskDefinition,
        started: started && { at: started.at, handle: started.handle, adopted: started.adopted },
        traffic: only(history, 'traffic').map(({ at, from, to }) => ({ at, from, to })),
        stages: latest(only(history, 'stage').map((event) => event.stage), (stage) => stage.name),
        alarms: latest(states, (alarm) => alarm.name).map((alarm) => ({
            alarm,
            fired: states.findLast((state) => state.name === alarm.name && state.state === 'ALARM')
        })),
        rollback: only(history, 'rollback').at(-1),
        serviceEvents: only(history, 'service-event').map((event) => event.event),
        evidence: only(history, 'evidence').map((event) => event.evidence),
        notes: [...(plan?.notes ?? []), ...only(history, 'note').map((event) => event.note)],
        verdict: only(history, 'concluded').at(-1)?.verdict
    };
}


/***/ }),

/***/ 9256:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ summaryReporter)
});

// EXTERNAL MODULE: ./src/domain/verdict.ts
var domain_verdict = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./src/out/sanitise.ts
var sanitise = __nccwpck_require__(672);
// EXTERNAL MODULE: ./src/report/links.ts
var links = __nccwpck_require__(3303);
;// CONCATENATED MODULE: ./src/report/markdown/escape.ts
// Text of others inside Markdown: only ever in code, where GitHub sees no mention, reference, link, formula or tag.


/** One text in a report; the log has it in full. */
const SHOWN = 500;
/** The longest run of backticks decides the fence: it must not occur in the text. */
function fence(text, least) {
    const runs = text.match(/`+/g) ?? [];
    return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}
/** A code span. `|` is escaped, since a table would be split by it even inside code. */
function code(text) {
    const clean = (0,sanitise/* clip */.$Q)((0,sanitise/* sanitise */.tB)(text).replace(/ +/g, ' ').trim(), SHOWN);
    if (clean === '')
        return '(empty)';
    const marks = fence(clean, 1);
    const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
    return `${marks}${pad}${clean}${pad}${marks}`;
}
/** A fenced block; every line is one line. */
function block(lines, language = '') {
    const clean = lines.flatMap((line) => (0,sanitise/* sanitiseLines */.WP)(line)).map((line) => (0,sanitise/* clip */.$Q)(line, SHOWN));
    const marks = fence(clean.join('\n'), 3);
    return [`${marks}${language}`, ...clean, marks].join('\n');
}
/**
 * Words that no reader of Markdown or of GitHub takes for anything else: letters, digits and quiet punctuation. No `@`, `#`,
 * no address, no commit hash, no emoji shortcode.
 */
const QUIET = /^[("'“‘]?[\p{L}\p{N}](?:[\p{L}\p{N}'’/,.-]*[\p{L}\p{N}])?%?[)"'”’]?[.,;:!?)]{0,2}$/u;
const LOUD = /^[("'“‘]?(?:www\.|https?:|[0-9a-f]{7,64}[^\p{L}\p{N}]*$|gh-[0-9])/iu;
/** Marks on their own, as they stand beside a name between backticks. */
const MARKS = /^(?:[.,;:?()"'“”‘’]{1,3}|[-–—=%/…]|->)$/;
function word(text) {
    if ((QUIET.test(text) && !LOUD.test(text)) || MARKS.test(text))
        return text === '->' ? '→' : text;
    const tail = /[.,;:]$/.exec(text)?.[0] ?? '';
    const head = text.slice(0, text.length - tail.length);
    return head === '' ? code(text) : `${code(head)}${tail}`;
}
/** First in a line these begin a list, a heading's underline or a rule. */
const OPENING = /^(?:\d{1,9}[.)]|[-–—=]+)$/;
function words(text, first) {
    return text
        .split(' ')
        .map((each, index) => (each === '' ? '' : first && index === 0 && OPENING.test(each) ? code(each) : word(each)))
        .join(' ');
}
/** Two code spans that touch would be read as one with other ends. */
function glue(pieces) {
    return pieces.reduce((all, piece) => `${all}${all.endsWith('`') && piece.startsWith('`') ? ' ' : ''}${piece}`, '');
}
/** A sentence that mixes our words and theirs: names between backticks and every odd word become code. */
function sentence(text) {
    const pieces = (0,sanitise/* clip */.$Q)((0,sanitise/* sanitise */.tB)(text).trim(), SHOWN).split('`');
    // An odd number of backticks marks nothing: the text is not ours.
    if (pieces.length % 2 === 0)
        return words(pieces.join('`'), true);
    return glue(pieces.map((piece, index) => (index % 2 === 0 ? words(piece, index === 0) : code(piece))));
}
function phrase({ parts }) {
    return glue(parts.map((part) => {
        switch (part.kind) {
            case 'own':
                return part.text.replaceAll('->', '→');
            case 'quoted':
                return code(part.text);
            case 'prose':
                return sentence(part.text);
        }
    }));
}
/** A link to a console, or the bare text when the address is not one. `label` is Markdown already. */
function consoleLink(label, url) {
    return url !== undefined && (0,links/* isConsole */.iX)(url) ? `[${label}](${url})` : label;
}
/** Rows of Markdown cells as a table; empty when there are no rows. */
function table(head, rows) {
    if (rows.length === 0)
        return [];
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [[line(head), `|${head.map(() => ' --- ').join('|')}|`, ...rows.map(line)].join('\n')];
}
/** Folded away; `summary` is ours. */
function fold(summary, body) {
    if (body.length === 0)
        return [];
    return [`<details>\n<summary>${summary}</summary>`, ...body, '</details>'];
}

// EXTERNAL MODULE: ./src/report/wording/event.ts
var wording_event = __nccwpck_require__(8685);
// EXTERNAL MODULE: ./src/report/wording/names.ts
var names = __nccwpck_require__(3685);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var wording_phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/plan.ts
var wording_plan = __nccwpck_require__(9070);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts + 1 modules
var wording_verdict = __nccwpck_require__(2764);
;// CONCATENATED MODULE: ./src/report/markdown/head.ts









const SIGNS = {
    succeeded: '✅',
    unchanged: '✅',
    registered: '📝',
    planned: '📝',
    started: '🚀',
    paused: '⏳',
    'rolled-back': '❌',
    failed: '❌',
    'left-running': '❗',
    unknown: '❓',
    refused: '🚫'
};
/** What was seen of the cause: the alarm with its value, the stage with its message. */
function evidence(story) {
    const alarms = story.alarms.flatMap(({ fired }) => {
        if (fired === undefined)
            return [];
        const name = consoleLink(code(fired.name), story.plan && (0,links/* alarmLink */.C$)(story.plan.target, fired.name));
        const since = fired.since === undefined ? '' : ` since ${(0,time/* time */.kB)(fired.since)} UTC`;
        const reason = fired.reason === undefined ? '' : `: ${code(fired.reason)}`;
        return [`- ${name} in ALARM${since}${reason}`];
    });
    const told = new Set(story.evidence.map(({ about }) => about));
    const stages = story.stages.flatMap((stage) => stage.detail === undefined || stage.detail === '' || told.has(stage.name)
        ? []
        : [`- Stage ${code(stage.name)}: ${code(stage.detail)}`]);
    return [...alarms, ...stages, ...story.evidence.map((each) => `- ${phrase((0,wording_event/* evidencePhrase */.f5)(each))}`)];
}
function head(story, verdict) {
    const green = (0,domain_verdict/* passes */.W)(verdict);
    const where = story.plan === undefined ? '' : `: ${phrase((0,wording_plan/* serviceName */.fe)(story.plan))}`;
    const todo = (0,wording_verdict/* remedy */.zL)(verdict);
    const shown = green ? [] : evidence(story);
    return [
        `## ${SIGNS[verdict.kind]} ${wording_verdict/* VERDICT_WORDS */._G[verdict.kind]}${green && !domain_verdict/* VERDICTS */.b[verdict.kind].judged ? ', not judged' : ''}${where}`,
        phrase((0,wording_verdict/* verdictBody */.qn)(verdict, story.to)),
        ...(shown.length > 0 ? [shown.join('\n')] : []),
        // A refusal has a remedy for each of its problems, below.
        ...(todo !== undefined && verdict.kind !== 'refused' ? [`**To do:** ${sentence(todo)}`] : [])
    ];
}
/** The pages of the run and its commit, where the address is that of a run. */
function runPages(run) {
    const found = /^(https:\/\/[A-Za-z0-9.:-]{1,253}\/[\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/\d{1,20}(?:\/attempts\/\d{1,6})?$/.exec(run.url ?? '');
    if (found?.[1] === undefined || run.url === undefined || !/^[0-9a-f]{7,64}$/.test(run.sha))
        return undefined;
    return { run: run.url, commit: `${found[1]}/commit/${run.sha}` };
}
function startedBy(run) {
    const pages = runPages(run);
    const commit = code(run.sha.slice(0, 7));
    const name = `${code(run.runId)}, attempt ${code(run.attempt)}`;
    return pages === undefined
        ? `${code(run.actor)}, commit ${commit}, run ${name}`
        : `${code(run.actor)}, commit [${commit}](${pages.commit}), run [${code(run.runId)}](${pages.run}), attempt ${code(run.attempt)}`;
}
function revisions({ plan, registered }) {
    const before = plan?.before.taskDefinition;
    const from = before === undefined ? (0,wording_phrase/* say */.cv) `not known` : (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(before)}`;
    return phrase(registered === undefined ? from : (0,wording_phrase/* join */.fj)([from, (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(registered)}`], ' -> '));
}
/** The table of what was deployed; empty when there never was a plan. */
function deployed(story, run) {
    const { plan, started, rollback } = story;
    if (plan === undefined)
        return [`Started by ${startedBy(run)}.`];
    const duration = `${(0,time/* span */.Ln)(story.to - story.from)} (${(0,time/* date */.p6)(story.from)}, ${(0,time/* time */.kB)(story.from)} to ${(0,time/* time */.kB)(story.to)} UTC)`;
    return table(['', ''], [
        ['Service', `${phrase((0,wording_plan/* serviceName */.fe)(plan))}${head_link((0,links/* serviceLink */.oT)(plan.target))}`],
        ['Account, region', phrase((0,wording_plan/* accountAndRegion */.N8)(plan))],
        ...plan.images.map((change) => [`Image of ${code(change.container)}`, phrase((0,wording_plan/* imageChange */.i7)(change))]),
        ['Revision', revisions(story)],
        ['Strategy', (0,names/* strategy */.UL)(plan.shape)],
        ['Timetable', (0,names/* timetable */._2)(plan.timetable)],
        ['Guard', phrase((0,wording_plan/* guard */.ah)(plan))],
        ...(started ? [['Deployment', consoleLink(code(started.handle.id), started.handle.url)]] : []),
        ...(rollback ? [['Roll-back', `${code(rollback.id)} ${sentence((0,wording_event/* spaced */.ji)(rollback.status))}`]] : []),
        ['Duration', duration],
        ['Started by', startedBy(run)]
    ]);
}
function head_link(url) {
    return url === undefined ? '' : `, ${consoleLink('console', url)}`;
}

// EXTERNAL MODULE: ./src/report/wording/problem.ts
var problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/report/markdown/chart.ts
// The traffic of the new revision as a Mermaid chart. A renderer that fails shows this source, so the table beside it has the numbers.

/** Enough to see a step as a step, few enough to read the source. */
const SAMPLES = 40;
/** The weight a step function has at `at`. */
function weightAt(points, at) {
    return points.findLast((point) => point.at <= at)?.weight ?? 0;
}
/** Only what every version of Mermaid reads as plain text. */
function label(text) {
    return text.replace(/[^A-Za-z0-9 ._%/-]/g, '');
}
/** Undefined when nothing moved. */
function chart(points, from, to) {
    const length = to - from;
    if (points.length === 0 || length < units/* SECOND */.Z)
        return undefined;
    // xychart spreads its values evenly between the ends of the axis, so the steps are sampled.
    const values = Array.from({ length: SAMPLES + 1 }, (_, index) => Math.round(weightAt(points, from + (index * length) / SAMPLES) * 10) / 10);
    const unit = length < 3 * units/* MINUTE */.p ? { name: 'seconds', size: units/* SECOND */.Z } : { name: 'minutes', size: units/* MINUTE */.p };
    const end = Math.round((length / unit.size) * 10) / 10;
    return [
        '```mermaid',
        'xychart-beta',
        `  x-axis "${label(`${unit.name} since the start`)}" 0 --> ${end}`,
        `  y-axis "${label('% of production traffic')}" 0 --> 100`,
        `  line [${values.join(', ')}]`,
        '```'
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/markdown/sections.ts










/** Longer tables and logs are folded or cut: the log of the step has everything. */
const ROWS_SHOWN = 12;
const LINES_KEPT = 400;
function moves(story) {
    const seen = story.traffic.map(({ at, from, to }) => {
        const back = from !== undefined && to < from;
        return { at, weight: to, note: back ? 'moved back' : to === 100 ? 'all traffic on the new revision' : '' };
    });
    const last = seen.at(-1);
    // The verdict knows that the traffic is back; the target of a stopped deployment may not show it any more.
    if (story.verdict?.kind !== 'rolled-back' || last === undefined || last.weight === 0)
        return seen;
    return [...seen, { at: story.to, weight: 0, note: 'rolled back' }];
}
function traffic(story) {
    const all = moves(story);
    const from = story.started?.at ?? story.from;
    const drawn = all.length > 1 ? chart(all, from, story.to) : undefined;
    const rows = all.map(({ at, weight, note }) => [`${(0,time/* time */.kB)(at)} UTC`, (0,time/* stamp */.iE)(at - from), (0,names/* percent */.KN)(weight), note]);
    const numbers = table(['Time', 'Elapsed', 'New revision', ''], rows);
    if (rows.length === 0)
        return [];
    return [
        '### Traffic',
        ...(drawn === undefined ? [] : [drawn]),
        ...(rows.length > ROWS_SHOWN ? fold(`The same in numbers (${rows.length})`, numbers) : numbers)
    ];
}
function stages(story) {
    return table(['Stage', 'Status', 'Started', 'Took'], story.stages.map(({ name, status, startedAt, endedAt }) => [
        code(name),
        sentence((0,wording_event/* spaced */.ji)(status)),
        startedAt === undefined ? '' : `${(0,time/* time */.kB)(startedAt)} UTC`,
        startedAt === undefined || endedAt === undefined ? '' : (0,time/* span */.Ln)(endedAt - startedAt)
    ]));
}
function alarms(story) {
    const seen = story.alarms.map(({ alarm, fired }) => [
        consoleLink(code(alarm.name), story.plan && (0,links/* alarmLink */.C$)(story.plan.target, alarm.name)),
        fired === undefined || alarm.state === 'ALARM' ? sentence(alarm.state) : `${sentence(alarm.state)}, was ALARM`,
        alarm.rule === undefined ? '' : code(alarm.rule),
        alarm.reason === undefined ? '' : code(alarm.reason)
    ]);
    const known = new Set(story.alarms.map(({ alarm }) => alarm.name));
    // Nobody reads alarms before a deployment has started.
    const unread = (story.started === undefined ? [] : (story.plan?.guard.alarms ?? []))
        .filter((name) => !known.has(name))
        .map((name) => [consoleLink(code(name), story.plan && (0,links/* alarmLink */.C$)(story.plan.target, name)), 'not read', '', '']);
    return table(['Alarm', 'State', 'Rule', 'Reason'], [...seen, ...unread]);
}
function sections_problem(each, position, said) {
    const details = (0,problem/* problemDetails */.c6)(each, said).map(({ label, text }) => `- ${label === 'AWS' ? label : label.charAt(0).toUpperCase() + label.slice(1)}: ${phrase(text)}`);
    const lines = (0,problem/* excerpt */.Kb)(each.place);
    const lacks = (0,problem/* missingPermission */.Up)(each);
    const statement = lacks === undefined || each.remedy.includes(lacks.action)
        ? []
        : [block([JSON.stringify({ Effect: 'Allow', Action: lacks.action, Resource: lacks.resource })], 'json')];
    return [
        `**${position}${phrase((0,problem/* problemTitle */.yz)(each))}** ${code(each.code)}`,
        ...(lines.length > 0 ? [block(lines)] : []),
        details.join('\n'),
        ...statement
    ];
}
function problems(verdict) {
    const all = (0,wording_verdict/* problemsOf */.GW)(verdict);
    return all.flatMap((each, index) => sections_problem(each, all.length > 1 ? `${index + 1}. ` : '', (0,wording_verdict/* saidAbove */.DJ)(verdict, each)));
}
function warnings(story) {
    const lines = story.notes.filter((note) => note.level === 'warning').map((note) => `- ${phrase((0,wording_plan/* notePhrase */.qy)(note))}`);
    return lines.length === 0 ? [] : ['### Warnings', lines.join('\n')];
}
function notices(story) {
    const lines = story.notes.filter((note) => note.level === 'notice').map((note) => `- ${phrase((0,wording_plan/* notePhrase */.qy)(note))}`);
    return lines.length === 0 ? [] : fold(`Notes (${lines.length})`, [lines.join('\n')]);
}
function choices({ plan }) {
    if (plan === undefined)
        return [];
    const rows = plan.choices.map(({ what, value, origin }) => [sentence(what), code(value), names/* ORIGIN_NAMES */.Yn[origin]]);
    return fold(`Choices (${rows.length})`, [
        `Through ${phrase((0,wording_plan/* driver */.Bd)(plan))}.`,
        ...table(['What', 'Value', 'From'], rows)
    ]);
}
function kept(lines) {
    const left = lines.length - LINES_KEPT;
    return left > 0 ? [`(${left} earlier lines are in the log of the step)`, ...lines.slice(left)] : lines;
}
function serviceEvents({ serviceEvents: all }) {
    if (all.length === 0)
        return [];
    return fold(`Service events (${all.length})`, [block(kept(all.map(({ at, text }) => `${(0,time/* time */.kB)(at)} | ${text}`)))]);
}
function eventLog(history, from) {
    const told = history.filter((event) => event.kind !== 'heartbeat');
    const lines = told.map((event) => {
        const { label, text } = (0,wording_event/* eventRow */.NG)(event);
        return `[${(0,time/* stamp */.iE)(event.at - from)}] ${label.padEnd(10)}${(0,wording_phrase/* plain */.pj)(text)}`;
    });
    return lines.length === 0 ? [] : fold(`Event log (${lines.length})`, [block(kept(lines))]);
}

// EXTERNAL MODULE: ./src/report/story.ts
var report_story = __nccwpck_require__(6363);
;// CONCATENATED MODULE: ./src/report/markdown.ts





/** `startedAt`: what the live log counts from, so that both tell the same times. */
function markdown_document(history, run, startedAt) {
    const story = (0,report_story/* storyOf */.d)(history, startedAt);
    const { verdict } = story;
    const green = verdict !== undefined && (0,domain_verdict/* passes */.W)(verdict);
    /** What explains a failure is shown; on a green report it is one click away. */
    const shown = (title, body) => {
        if (body.length === 0)
            return [];
        return green ? fold(title, body) : [`### ${title}`, ...body];
    };
    const sections = [
        ...(verdict === undefined ? ['## ❓ Not concluded'] : [...head(story, verdict), ...problems(verdict)]),
        ...deployed(story, run),
        ...warnings(story),
        ...traffic(story),
        ...shown('Stages', stages(story)),
        ...shown('Alarms', alarms(story)),
        ...notices(story),
        ...choices(story),
        ...serviceEvents(story),
        ...eventLog(history, story.from)
    ];
    return `${sections.join('\n\n')}\n`;
}

;// CONCATENATED MODULE: ./src/report/summary.ts

function summaryReporter(out, run, startedAt) {
    const history = [];
    return {
        async on(event) {
            history.push(event);
            if (event.kind === 'concluded')
                await out.summary(markdown_document(history, run, startedAt));
        }
    };
}


/***/ }),

/***/ 8685:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NG: () => (/* binding */ eventRow),
/* harmony export */   f5: () => (/* binding */ evidencePhrase),
/* harmony export */   ji: () => (/* binding */ spaced)
/* harmony export */ });
/* unused harmony exports outlookPhrase, tasksPhrase */
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9070);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2636);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2764);





/** AWS acts some seconds after its own timetable: no moment is called late before this. */
const GRACE = 30_000;
/** `next 100 % at 14:07:20 UTC (in 5m 00s), over about 14:17 (in 15m)`, or what is late. */
function outlookPhrase({ next, end }, now) {
    if (next?.kind === 'weight' && now - next.at > GRACE) {
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(next.weight)} was due at ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .time */ .kB)(next.at)} UTC (${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(now - next.at)} ago)`);
    }
    const weight = next?.kind === 'weight'
        ? [
            `next ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(next.weight)} at ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .time */ .kB)(next.at)} UTC (${next.at > now ? `in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(next.at - now)}` : 'now'})`
        ]
        : [];
    const over = end !== undefined && end > now
        ? [`over about ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .minute */ .Vc)(end)}${weight.length > 0 ? '' : ' UTC'} (in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .about */ .Cv)(end - now)})`]
        : [];
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)([...weight, ...over].join(', '));
}
/** Set off by three spaces; nothing at all where there is no outlook. */
function apart(phrase) {
    return phrase.parts.length === 0 ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `   ${phrase}`;
}
/** AWS's words in ours: InProgress is read as "in progress". */
function spaced(word) {
    return word.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
function stage({ name, status, startedAt, endedAt, detail }) {
    const took = startedAt === undefined || endedAt === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(` in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(endedAt - startedAt)}`);
    const words = detail === undefined || (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(detail) === '' ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(detail)}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${name} ${spaced(status)}${took}${words}`;
}
function tasksPhrase(tasks) {
    const pending = tasks.pending === 0 ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `, ${tasks.pending} pending`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${tasks.running} of ${tasks.desired} running${pending}`;
}
function alarm(state, from) {
    const change = from === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${state.state}` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${from} -> ${state.state}`;
    const rule = state.rule === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) ` (${state.rule})`;
    // An alarm that is off says why as well, and nobody asks.
    const why = state.reason === undefined || state.state === 'OK' ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(state.reason)}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${state.name} ${change}${rule}${why}`;
}
function evidencePhrase({ about, detail }) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${about}: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(detail)}`;
}
function weight(from, to) {
    return from === undefined ? (0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(to) : `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(from)} -> ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(to)}`;
}
const ACTIONS = {
    'roll-back': 'to roll back',
    stop: 'to stop the deployment'
};
/** What the log shows of an event; labels are at most nine letters. */
function eventRow(event) {
    switch (event.kind) {
        case 'rendered': {
            const { family } = event.definition;
            return {
                label: 'rendered',
                text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the task definition${typeof family === 'string' ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) ` of family ${family}` : _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$}`
            };
        }
        case 'planned':
            return { label: 'plan', text: (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planLine */ .od)(event.plan) };
        case 'registered':
            return {
                label: 'revision',
                text: event.reused
                    ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .revision */ .QL)(event.taskDefinition)}, registered before`
                    : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .revision */ .QL)(event.taskDefinition)} registered`
            };
        case 'started': {
            const { id, url } = event.handle;
            const again = event.adopted ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `, found running and not started again` : _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$;
            const page = url === '' ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `   ${url}`;
            return { label: 'started', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${id}${again}${page}` };
        }
        case 'phase': {
            const change = `${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_NAMES */ .bs[event.from]} -> ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_NAMES */ .bs[event.to]}`;
            // The line of the traffic, at the same moment, has the outlook of a shift.
            const ahead = event.to === 'shifting' ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : apart(outlookPhrase(event.outlook, event.at));
            const text = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(change)} (AWS: ${event.status})${ahead}`;
            return { label: 'phase', text };
        }
        case 'unlisted':
            return {
                label: 'status',
                text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS says ${event.status}, a word this release does not know; it does not count as success`
            };
        case 'stage':
            return { label: 'stage', text: stage(event.stage) };
        case 'traffic': {
            const text = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(weight(event.from, event.to))}${apart(outlookPhrase(event.outlook, event.at))}`;
            return { label: 'traffic', text };
        }
        case 'tasks':
            return { label: 'tasks', text: tasksPhrase(event.tasks) };
        case 'alarm':
            return { label: 'alarm', text: alarm(event.alarm, event.from) };
        case 'service-event':
            return { label: 'ecs', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `| ${event.event.text}` };
        case 'rollback':
            return { label: 'roll-back', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${event.id} ${spaced(event.status)}` };
        case 'blind': {
            const source = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SOURCE_NAMES */ .tN[event.source]);
            const again = event.forGood ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `It is not asked for again.` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `Asking again.`;
            return { label: 'blind', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${source} cannot be read: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(event.problem.found))}. ${again}` };
        }
        case 'sighted':
            return {
                label: 'sighted',
                text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SOURCE_NAMES */ .tN[event.source]} can be read again, after ${(0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(event.after)}`)
            };
        case 'acted': {
            const asked = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(ACTIONS[event.action.kind]);
            return event.problem === undefined
                ? { label: 'asked', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS ${asked}` }
                : { label: 'asked', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS ${asked}, without success: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(event.problem.found))}` };
        }
        case 'heartbeat': {
            const traffic = event.traffic === undefined ? [] : [(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`traffic at ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(event.traffic)}`)];
            const ahead = outlookPhrase(event.outlook, event.at);
            const words = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)([(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .PHASE_NAMES */ .bs[event.phase]), ...traffic], ', ');
            return { label: 'waiting', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${words}${apart(ahead)}` };
        }
        case 'note':
            return { label: event.note.level === 'warning' ? 'warning' : 'note', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .capital */ .Nx)((0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .notePhrase */ .qy)(event.note)) };
        case 'evidence':
            return { label: 'evidence', text: evidencePhrase(event.evidence) };
        case 'concluded':
            return { label: 'verdict', text: (0,_verdict_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictLine */ .MT)(event.verdict, event.at) };
    }
}


/***/ }),

/***/ 3685:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gr: () => (/* binding */ ROLLBACK_NAMES),
/* harmony export */   I1: () => (/* binding */ UNTIL_NAMES),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   QL: () => (/* binding */ revision),
/* harmony export */   So: () => (/* binding */ POLICY_NAMES),
/* harmony export */   UL: () => (/* binding */ strategy),
/* harmony export */   Yn: () => (/* binding */ ORIGIN_NAMES),
/* harmony export */   _2: () => (/* binding */ timetable),
/* harmony export */   bs: () => (/* binding */ PHASE_NAMES),
/* harmony export */   tN: () => (/* binding */ SOURCE_NAMES)
/* harmony export */ });
/* harmony import */ var _domain_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2853);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2636);


/** web:42 of arn:…:task-definition/web:42; anything else is shown as it is. */
function revision(arn) {
    const mark = ':task-definition/';
    const at = arn.indexOf(mark);
    return at < 0 ? arn : arn.slice(at + mark.length);
}
/** At most one digit behind the point: weights move in steps of 0.1 %. */
function percent(value) {
    return `${Math.round(value * 10) / 10} %`;
}
const PHASE_NAMES = {
    queued: 'queued',
    running: 'running',
    provisioning: 'provisioning',
    paused: 'paused',
    shifting: 'shifting',
    baking: 'baking',
    'rolling-back': 'rolling back',
    succeeded: 'succeeded',
    'rolled-back': 'rolled back',
    failed: 'failed',
    stopped: 'stopped'
};
const SOURCE_NAMES = {
    status: 'the status of the deployment',
    target: 'the progress of the deployment',
    service: 'the service',
    alarms: 'the alarms'
};
const ORIGIN_NAMES = {
    input: 'input',
    file: 'file',
    service: 'service',
    group: 'deployment group',
    default: 'default'
};
const ROLLBACK_NAMES = {
    failure: 'failure',
    alarm: 'alarm',
    stop: 'stop'
};
const UNTIL_NAMES = {
    complete: 'the deployment is complete',
    'traffic-shifted': 'all traffic has moved',
    started: 'the deployment has started'
};
const POLICY_NAMES = {
    rollback: 'roll back',
    stop: 'stop without roll-back',
    leave: 'leave it running'
};
function traffic(shape) {
    switch (shape.kind) {
        case 'all-at-once':
            return 'all at once';
        case 'canary':
            return `canary, ${percent(shape.first)} for ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(shape.hold)}`;
        case 'linear':
            return `linear, ${percent(shape.step)} every ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(shape.every)}`;
        case 'blue-green':
            return 'blue/green';
        case 'rolling':
            return 'rolling';
    }
}
/** `shape` is undefined when the configuration could not be read. */
function strategy(shape) {
    if (shape === undefined)
        return 'not known';
    return `${traffic(shape)}${!('bake' in shape) || shape.bake === undefined ? '' : `, bake ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(shape.bake)}`}`;
}
function step(weight) {
    return `${percent(weight.weight)} ${weight.after === 0 ? 'at once' : `after ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(weight.after)}`}`;
}
/** More steps than this are told by the first two and the last. */
const STEPS_IN_FULL = 4;
function timetable(table) {
    const steps = table.steps.length > STEPS_IN_FULL
        ? [...table.steps.slice(0, 2).map(step), '…', ...table.steps.slice(-1).map(step)]
        : table.steps.map(step);
    const all = (0,_domain_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .shiftTime */ .Iy)(table) + table.bake;
    return [
        ...(table.readyWait > 0 ? [`waits up to ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(table.readyWait)} for a person`] : []),
        steps.length === 0 ? 'steps not known' : steps.join(', '),
        ...(table.bake > 0 ? [`the old revision stays ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(table.bake)}`] : []),
        ...(all > 0 ? [`${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(all)} in all`] : [])
    ].join('; ');
}


/***/ }),

/***/ 1264:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   sb: () => (/* binding */ clause)
/* harmony export */ });
/* harmony import */ var _out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(672);
// A sentence that knows which of its words are ours and which came from elsewhere, so that each medium can quote the latter.

function partsOf(slot) {
    switch (typeof slot) {
        case 'string':
            return [{ kind: 'quoted', text: slot }];
        case 'number':
            return [{ kind: 'own', text: String(slot) }];
        default:
            return slot.parts;
    }
}
/** say`Alarm ${name} went off`: the literal words are ours, what is filled in is quoted. */
function say(literals, ...slots) {
    const parts = literals.flatMap((literal, index) => {
        const slot = slots[index];
        return [
            ...(literal === '' ? [] : [{ kind: 'own', text: literal }]),
            ...(slot === undefined ? [] : partsOf(slot))
        ];
    });
    return { parts };
}
/** Words of ours that were made elsewhere: a time, a span, a word of a table. */
function own(text) {
    return { parts: text === '' ? [] : [{ kind: 'own', text }] };
}
/** A sentence that mixes the two, as problems and notes carry. */
function prose(text) {
    return { parts: text === '' ? [] : [{ kind: 'prose', text }] };
}
const NOTHING = { parts: [] };
function join(phrases, separator) {
    return {
        parts: phrases.flatMap((phrase, index) => index === 0 ? phrase.parts : [{ kind: 'own', text: separator }, ...phrase.parts])
    };
}
/** With a capital, when the first word is ours. */
function capital(phrase) {
    const [first, ...rest] = phrase.parts;
    if (first?.kind !== 'own')
        return phrase;
    return { parts: [{ kind: 'own', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] };
}
/** One line of plain text. */
function plain(phrase) {
    return phrase.parts.map((part) => (part.kind === 'own' ? part.text : (0,_out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .sanitise */ .tB)(part.text).trim())).join('');
}
/** The text without the marks that end a sentence, so that it can stand inside one. */
function clause(text) {
    return text.trim().replace(/[.\s]{1,20}$/, '');
}


/***/ }),

/***/ 9070:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bd: () => (/* binding */ driver),
/* harmony export */   Lq: () => (/* binding */ planRows),
/* harmony export */   N8: () => (/* binding */ accountAndRegion),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   fe: () => (/* binding */ serviceName),
/* harmony export */   i7: () => (/* binding */ imageChange),
/* harmony export */   od: () => (/* binding */ planLine),
/* harmony export */   qy: () => (/* binding */ notePhrase)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2636);



/** What carries the deployment out. */
function driver(plan) {
    switch (plan.engine) {
        case 'codedeploy':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `CodeDeploy application ${plan.application}, deployment group ${plan.group}`;
    }
}
function serviceName(plan) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${plan.target.service} in cluster ${plan.target.cluster}`;
}
function accountAndRegion(plan) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${plan.target.account}, ${plan.target.region}`;
}
/** An image and what pins it: a digest, or a tag behind the last slash. */
function parts(image) {
    const digest = image.indexOf('@');
    const tag = image.lastIndexOf(':');
    const at = digest >= 0 ? digest : tag > image.lastIndexOf('/') ? tag : image.length;
    return { name: image.slice(0, at), pin: image.slice(at + 1) };
}
function imageChange(change) {
    if (change.from === change.to)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${change.to}, unchanged`;
    if (change.from === undefined)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${change.to}, the running one is not known`;
    const [from, to] = [parts(change.from), parts(change.to)];
    const moved = from.name !== to.name || from.pin === '' || to.pin === '';
    return moved ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${change.from} -> ${change.to}` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${to.name} ${from.pin} -> ${to.pin}`;
}
/** Who rolls back, and on what. */
function guard(plan) {
    const { alarms, rollsBackOn } = plan.guard;
    const watched = alarms.length === 0
        ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `no alarms`
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(alarms.length === 1 ? 'alarm' : 'alarms')} ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(alarms.map((name) => (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${name}`), ', ')}`;
    const events = rollsBackOn.map((event) => _names_js__WEBPACK_IMPORTED_MODULE_0__/* .ROLLBACK_NAMES */ .Gr[event]).join(', ');
    return rollsBackOn.length === 0
        ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${watched}; AWS rolls back on nothing by itself`
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${watched}; AWS rolls back on ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(events)}`;
}
/** The plan's one line. */
function planLine(plan) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${serviceName(plan)}, ${plan.target.region}: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .strategy */ .UL)(plan.shape))}`;
}
function planRows(plan) {
    const { before, wait } = plan;
    return [
        { label: 'service', text: serviceName(plan) },
        { label: 'account', text: accountAndRegion(plan) },
        { label: 'through', text: driver(plan) },
        {
            label: 'revision',
            text: before.taskDefinition === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `not known` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .revision */ .QL)(before.taskDefinition)} runs now`
        },
        { label: 'strategy', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .strategy */ .UL)(plan.shape)) },
        { label: 'timetable', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .timetable */ ._2)(plan.timetable)) },
        { label: 'guard', text: guard(plan) },
        {
            label: 'waits',
            text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`until ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .UNTIL_NAMES */ .I1[wait.until]}, at most ${(0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(wait.allowance)} beyond the timetable`)
        },
        { label: 'time-out', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_NAMES */ .So[wait.onTimeout]) },
        { label: 'cancel', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_NAMES */ .So[wait.onCancel]) },
        ...plan.choices.map((choice) => ({
            label: 'chosen',
            text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(choice.what)}: ${choice.value} (${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ORIGIN_NAMES */ .Yn[choice.origin])})`
        }))
    ];
}
function notePhrase(note) {
    const says = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(note.says))}.`;
    return note.remedy === undefined ? says : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${says} ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(note.remedy)}`;
}


/***/ }),

/***/ 8810:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   c6: () => (/* binding */ problemDetails),
/* harmony export */   ti: () => (/* binding */ placePhrase),
/* harmony export */   yT: () => (/* binding */ changedSentence),
/* harmony export */   yz: () => (/* binding */ problemTitle)
/* harmony export */ });
/* harmony import */ var _domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5717);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);
// A problem in words: what, where, found against expected, what AWS has of us now, what to do.


function placePhrase(place) {
    switch (place.kind) {
        case 'input':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `input ${place.name}`;
        case 'file': {
            const line = place.line === undefined ? '' : `:${place.line}`;
            const column = place.line === undefined || place.column === undefined ? '' : `:${place.column}`;
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `file ${`${place.path}${line}${column}`}`;
        }
        case 'aws':
            return place.resource === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `call ${place.call}` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `call ${place.call} on ${place.resource}`;
    }
}
/** Never silent about production: every problem says what AWS has of us. */
function changedSentence(problem) {
    return problem.changed === 'nothing'
        ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `Nothing was changed in AWS.`
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `In AWS: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(problem.changed))}.`;
}
/** Without values, so that it can be searched for. */
function problemTitle(problem) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[problem.code].says);
}
/** As much of the line as fits a screen. */
const EXCERPT = 100;
const BEFORE_CARET = 40;
/** The line of the file and a caret under the column; empty when the line is not known. */
function excerpt(place) {
    if (place?.kind !== 'file' || place.text === undefined)
        return [];
    const column = place.column ?? 1;
    const from = column > EXCERPT - 10 ? column - 1 - BEFORE_CARET : 0;
    const text = place.text.replaceAll('\t', ' ').slice(from, from + EXCERPT);
    if (place.column === undefined)
        return [text];
    return [text, `${' '.repeat(Math.min(Math.max(0, column - 1 - from), text.length))}^`];
}
/** The AWS answer without its JSON: name, message, request id. */
function awsPhrase(problem) {
    if (problem.aws === undefined)
        return [];
    const { name, message, requestId } = problem.aws;
    const request = requestId === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)('') : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `, request ${requestId}`;
    const words = message === '' || problem.found.includes(message) ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)('') : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(message)}`;
    return [{ label: 'AWS', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${name}${words}${request}` }];
}
/** Everything but the title, the excerpt and what was `said` before, in the order a reader asks. */
function problemDetails(problem, said) {
    const all = [
        ...(problem.place === undefined ? [] : [{ label: 'where', text: placePhrase(problem.place) }]),
        { label: 'found', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(problem.found) },
        ...(problem.expected === undefined ? [] : [{ label: 'expected', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(problem.expected) }]),
        { label: 'changed', text: changedSentence(problem) },
        { label: 'to do', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(problem.remedy) },
        ...awsPhrase(problem)
    ];
    return all.filter(({ label }) => !said.includes(label));
}
/** The statement a role lacks; undefined when the call does not name an IAM action. */
function missingPermission(problem) {
    if (problem.code !== 'NOT_ALLOWED' || problem.place?.kind !== 'aws')
        return undefined;
    if (!/^[a-z][a-z0-9-]{0,40}:[A-Za-z]{1,80}$/.test(problem.place.call))
        return undefined;
    const resource = problem.place.resource;
    return { action: problem.place.call, resource: resource?.startsWith('arn:') ? resource : '*' };
}


/***/ }),

/***/ 2636:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   KH: () => (/* binding */ iso),
/* harmony export */   Ln: () => (/* binding */ span),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   iE: () => (/* binding */ stamp),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   p6: () => (/* binding */ date)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3503);
// Instants and spans as people read them: UTC for the clock on the wall, minutes and seconds for how long.

const HOUR = 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .p;
const DAY = 24 * HOUR;
const two = (value) => String(value).padStart(2, '0');
/** 45s, 5m 00s, 1h 05m, 2d 03h. */
function span(length) {
    const seconds = Math.max(0, Math.round(length / _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z));
    if (seconds < 60)
        return `${seconds}s`;
    const minutes = Math.floor(seconds / 60);
    if (minutes < 60)
        return `${minutes}m ${two(seconds % 60)}s`;
    const hours = Math.floor(minutes / 60);
    return hours < 24 ? `${hours}h ${two(minutes % 60)}m` : `${Math.floor(hours / 24)}d ${two(hours % 24)}h`;
}
/** To the minute, for what is only predicted. */
function about(length) {
    const minutes = Math.round(length / _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .p);
    if (minutes < 1)
        return 'less than 1m';
    return minutes < 60 ? `${minutes}m` : `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}
/** Time since the start, as every log line begins with: 02:20, 1:02:20. */
function stamp(length) {
    const seconds = Math.max(0, Math.floor(length / _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z));
    const minutes = Math.floor(seconds / 60);
    const tail = `${two(minutes % 60)}:${two(seconds % 60)}`;
    return minutes < 60 ? tail : `${Math.floor(minutes / 60)}:${tail}`;
}
/** 14:07:20 */
function time(at) {
    const seconds = Math.floor((((at % DAY) + DAY) % DAY) / _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z);
    return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
/** 14:17 */
function minute(at) {
    return time(at).slice(0, 5);
}
/** 2026-11-20, by the civil-from-days rule: https://howardhinnant.github.io/date_algorithms.html#civil_from_days */
function date(at) {
    const days = Math.floor(at / DAY) + 719_468;
    const era = Math.floor(days / 146_097);
    const dayOfEra = days - era * 146_097;
    const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
    const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
    const shifted = Math.floor((5 * dayOfYear + 2) / 153);
    const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
    const month = shifted < 10 ? shifted + 3 : shifted - 9;
    const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
/** 2026-11-20T14:07:20.000Z */
function iso(at) {
    const millis = ((Math.floor(at) % 1_000) + 1_000) % 1_000;
    return `${date(at)}T${time(at)}.${String(millis).padStart(3, '0')}Z`;
}


/***/ }),

/***/ 2764:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _G: () => (/* binding */ VERDICT_WORDS),
  GW: () => (/* binding */ problemsOf),
  l: () => (/* binding */ reason),
  zL: () => (/* binding */ remedy),
  DJ: () => (/* binding */ saidAbove),
  qn: () => (/* binding */ verdictBody),
  MT: () => (/* binding */ verdictLine)
});

// EXTERNAL MODULE: ./src/domain/catalogue.ts
var catalogue = __nccwpck_require__(5717);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
;// CONCATENATED MODULE: ./src/report/wording/cause.ts
// Why a deployment did not succeed, as a clause, and what a person does about it, as a sentence.



const detail = (text) => text === undefined || (0,phrase/* clause */.sb)(text) === '' ? phrase/* NOTHING */.K$ : (0,phrase/* say */.cv) `: ${(0,phrase/* clause */.sb)(text)}`;
/** A title of the catalogue inside a sentence; AWS and other names in capitals stay. */
const lower = (title) => /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
/** What a code of AWS means, where its message may be missing. */
function fromAws(code, message) {
    if (code === undefined && message === undefined)
        return (0,phrase/* say */.cv) `AWS ended the deployment without a reason`;
    return code === undefined
        ? (0,phrase/* say */.cv) `AWS ended the deployment${detail(message)}`
        : (0,phrase/* say */.cv) `AWS ended the deployment with ${code}${detail(message)}`;
}
/** A clause: it begins with a small letter and has no full stop. */
function causeClause(cause) {
    switch (cause.kind) {
        case 'alarm': {
            const names = (0,phrase/* join */.fj)(cause.names.map((name) => (0,phrase/* say */.cv) `${name}`), ', ');
            if (cause.names.length === 0)
                return (0,phrase/* say */.cv) `an alarm went off`;
            return (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(cause.names.length === 1 ? 'alarm' : 'alarms')} ${names} went off${detail(cause.reason)}`;
        }
        case 'hook':
            return cause.stage === undefined
                ? (0,phrase/* say */.cv) `a hook failed${detail(cause.detail)}`
                : (0,phrase/* say */.cv) `the hook of ${cause.stage} failed${detail(cause.detail)}`;
        case 'tasks':
            return (0,phrase/* say */.cv) `the tasks of the new revision did not become healthy${detail(cause.detail)}`;
        case 'ready-wait-expired':
            return (0,phrase/* say */.cv) `nobody continued the deployment in time${detail(cause.detail)}`;
        case 'deadline':
            return (0,phrase/* say */.cv) `the ${(0,phrase/* own */.ZV)((0,time/* span */.Ln)(cause.after))} allowed for the deployment ran out`;
        case 'cancelled':
            return (0,phrase/* say */.cv) `the job was cancelled`;
        case 'operator':
            return (0,phrase/* say */.cv) `somebody stopped the deployment${detail(cause.detail)}`;
        case 'rollback-failed':
            return (0,phrase/* say */.cv) `${causeClause(cause.first)}, and the roll-back ${cause.id} ended as ${cause.status}`;
        case 'rollback-missing':
            return (0,phrase/* say */.cv) `${causeClause(cause.first)}, and no roll-back was seen within ${(0,phrase/* own */.ZV)((0,time/* span */.Ln)(cause.waited))}`;
        case 'not-serving':
            return (0,phrase/* say */.cv) `AWS reports success, but the service does not serve the new revision${detail(cause.found)}`;
        case 'superseded':
            return (0,phrase/* say */.cv) `another deployment took its place: ${(0,phrase/* clause */.sb)(cause.by)}`;
        case 'not-started':
            return (0,phrase/* say */.cv) `the deployment was not started: ${(0,phrase/* own */.ZV)(lower(catalogue/* PROBLEMS */.D[cause.problem.code].says))}: ${(0,phrase/* prose */.CS)((0,phrase/* clause */.sb)(cause.problem.found))}`;
        case 'service-gone':
            return (0,phrase/* say */.cv) `the service no longer exists`;
        case 'aws':
            return fromAws(cause.code, cause.message);
    }
}
/** Every sentence starts with a verb. */
function causeRemedy(cause) {
    switch (cause.kind) {
        case 'alarm':
            return 'Mend what the alarm shows, then deploy again.';
        case 'hook':
            return 'Read the log of the hook’s Lambda function, mend what it names, then deploy again.';
        case 'tasks':
            return 'Read why the tasks stopped (ECS console, Tasks, Stopped) and the container’s log, then deploy again.';
        case 'ready-wait-expired':
            return 'Deploy again and continue the deployment in time, or lengthen the wait of the deployment group.';
        case 'deadline':
            return 'Look at the deployment in the console. Raise `wait-for-minutes` if its tasks or hooks need longer.';
        case 'cancelled':
            return 'Look at the deployment in the console before you deploy again.';
        case 'operator':
            return 'Ask who stopped it and why. Run the job again to deploy again.';
        case 'rollback-failed':
            return 'Open the deployment in the console now: production traffic may be split. Send all of it to one revision by hand.';
        case 'rollback-missing':
            return 'Open the deployment in the console now and send all traffic to one revision. Set `rollback-on` to have AWS roll back by itself.';
        case 'not-serving':
            return 'Compare the service with the deployment in the console before you deploy again.';
        case 'superseded':
            return 'Look at the outcome of the other deployment. Run the job again only if this revision is still wanted.';
        case 'not-started':
            return cause.problem.remedy;
        case 'service-gone':
            return 'Create the service again, or name another one in `service`.';
        case 'aws':
            return cause.message === undefined
                ? 'Open the deployment in the console; its events say more.'
                : 'Correct what AWS names, then deploy again.';
    }
}

// EXTERNAL MODULE: ./src/report/wording/names.ts
var names = __nccwpck_require__(3685);
// EXTERNAL MODULE: ./src/report/wording/problem.ts
var problem = __nccwpck_require__(8810);
;// CONCATENATED MODULE: ./src/report/wording/verdict.ts
// A verdict in words: the word first, then what it means for production traffic, then what to do.






const VERDICT_WORDS = {
    succeeded: 'Succeeded',
    unchanged: 'Unchanged',
    registered: 'Registered',
    planned: 'Planned',
    started: 'Started',
    paused: 'Paused',
    'rolled-back': 'Rolled back',
    failed: 'Failed',
    'left-running': 'Left running',
    unknown: 'Unknown',
    refused: 'Refused'
};
const ASKED = {
    nothing: (0,phrase/* say */.cv) `AWS goes on with the deployment; nothing was asked of it.`,
    'roll-back': (0,phrase/* say */.cv) `AWS was asked to roll back and had not finished when this job stopped watching.`,
    stop: (0,phrase/* say */.cv) `AWS was asked to stop the deployment and had not finished when this job stopped watching.`
};
function lastSeen(traffic) {
    return traffic === undefined
        ? (0,phrase/* say */.cv) `How much production traffic the new revision has is not known.`
        : (0,phrase/* say */.cv) `The new revision had ${(0,phrase/* own */.ZV)((0,names/* percent */.KN)(traffic))} of production traffic when last seen.`;
}
function reversible(until, now) {
    if (until === undefined)
        return (0,phrase/* say */.cv) `AWS may still roll back until the old revision is gone.`;
    const left = now === undefined || until <= now ? phrase/* NOTHING */.K$ : (0,phrase/* own */.ZV)(` (in ${(0,time/* span */.Ln)(until - now)})`);
    return (0,phrase/* say */.cv) `AWS may still roll back until ${(0,phrase/* own */.ZV)(`${(0,time/* date */.p6)(until)} ${(0,time/* time */.kB)(until)} UTC`)}${left}, when the old revision goes.`;
}
/** What happened, in sentences, without the verdict's word. `now` adds how long from now to every instant. */
function verdictBody(verdict, now) {
    switch (verdict.kind) {
        case 'succeeded': {
            const serves = (0,phrase/* say */.cv) `The new revision serves 100 % of production traffic.`;
            return verdict.until === 'complete' ? serves : (0,phrase/* say */.cv) `${serves} ${reversible(verdict.reversibleUntil, now)}`;
        }
        case 'unchanged':
            return (0,phrase/* say */.cv) `This revision already serves 100 % of production traffic. Nothing was started.`;
        case 'registered':
            return (0,phrase/* say */.cv) `Nothing was judged: revision ${(0,names/* revision */.QL)(verdict.taskDefinition)} was registered and not deployed.`;
        case 'planned':
            return (0,phrase/* say */.cv) `Nothing was judged: this is a plan. Nothing was changed in AWS.`;
        case 'started':
            return (0,phrase/* say */.cv) `Nothing was judged: the deployment was started and goes on without this job watching it.`;
        case 'paused':
            return (0,phrase/* say */.cv) `Nothing was judged: the deployment waits for a person to continue it.`;
        case 'rolled-back':
            return (0,phrase/* say */.cv) `${(0,phrase/* capital */.Nx)(causeClause(verdict.cause))}. The old revision serves all production traffic again.`;
        case 'failed':
            if (verdict.cause.kind === 'not-started') {
                return (0,phrase/* say */.cv) `${(0,phrase/* capital */.Nx)(causeClause(verdict.cause))}. ${(0,problem/* changedSentence */.yT)(verdict.cause.problem)}`;
            }
            return (0,phrase/* say */.cv) `${(0,phrase/* capital */.Nx)(causeClause(verdict.cause))}. ${lastSeen(verdict.traffic)}`;
        case 'left-running':
            return (0,phrase/* say */.cv) `${(0,phrase/* capital */.Nx)(causeClause(verdict.cause))}. ${ASKED[verdict.asked]} ${lastSeen(verdict.traffic)}`;
        case 'unknown':
            return (0,phrase/* say */.cv) `How the deployment went could not be read. ${(0,phrase/* own */.ZV)(catalogue/* PROBLEMS */.D[verdict.problem.code].says)}: ${(0,phrase/* prose */.CS)((0,phrase/* clause */.sb)(verdict.problem.found))}. ${(0,problem/* changedSentence */.yT)(verdict.problem)}`;
        case 'refused': {
            const [first, ...others] = verdict.problems;
            if (first === undefined)
                return (0,phrase/* say */.cv) `Nothing was changed in AWS.`;
            const more = others.length === 0 ? phrase/* NOTHING */.K$ : (0,phrase/* say */.cv) ` ${others.length} more problem${(0,phrase/* own */.ZV)(others.length === 1 ? '' : 's')} below.`;
            return (0,phrase/* say */.cv) `${(0,problem/* changedSentence */.yT)(first)} ${(0,phrase/* own */.ZV)(catalogue/* PROBLEMS */.D[first.code].says)}: ${(0,phrase/* prose */.CS)((0,phrase/* clause */.sb)(first.found))}.${more}`;
        }
    }
}
/** The verdict's own line: word first. */
function verdictLine(verdict, now) {
    return (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(VERDICT_WORDS[verdict.kind])}. ${verdictBody(verdict, now)}`;
}
/** The problems of ours that a verdict stands on. */
function problemsOf(verdict) {
    switch (verdict.kind) {
        case 'refused':
            return verdict.problems;
        case 'unknown':
            return [verdict.problem];
        case 'rolled-back':
        case 'failed':
        case 'left-running':
            return verdict.cause.kind === 'not-started' ? [verdict.cause.problem] : [];
        case 'succeeded':
        case 'unchanged':
        case 'registered':
        case 'planned':
        case 'started':
        case 'paused':
            return [];
    }
}
/** What the verdict's own sentences have told of one of its problems. */
function saidAbove(verdict, problem) {
    const changed = problem.changed === problemsOf(verdict)[0]?.changed ? ['changed'] : [];
    // A refusal has a remedy for each of its problems; every other verdict has one of its own.
    return verdict.kind === 'refused' ? changed : [...changed, 'to do'];
}
/** One line for the output `reason`. */
function reason(verdict) {
    return (0,phrase/* plain */.pj)(verdictBody(verdict));
}
/** Causes whose own remedy says already that traffic may be split. */
const URGENT = new Set(['rollback-failed', 'rollback-missing']);
function isSplit(traffic) {
    return traffic !== undefined && traffic > 0 && traffic < 100;
}
/** What a person does now; undefined when there is nothing to do. Backticks mark names. */
function remedy(verdict) {
    switch (verdict.kind) {
        case 'failed':
            return isSplit(verdict.traffic) && !URGENT.has(verdict.cause.kind)
                ? `Open the deployment in the console now and send all traffic to one revision: nothing moves it any more. ${causeRemedy(verdict.cause)}`
                : causeRemedy(verdict.cause);
        case 'rolled-back':
        case 'left-running':
            return causeRemedy(verdict.cause);
        case 'unknown':
            return `${verdict.problem.remedy} Look at the deployment in the console: it may still be running.`;
        case 'refused':
            return verdict.problems[0]?.remedy;
        case 'started':
            return 'Look at the deployment in the console, or set `wait-until: complete` to have it judged.';
        case 'paused':
            return 'Continue the deployment, or roll it back.';
        case 'succeeded':
        case 'unchanged':
        case 'registered':
        case 'planned':
            return undefined;
    }
}


/***/ }),

/***/ 9677:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./src/aws/patience.ts
var patience = __nccwpck_require__(4862);
// EXTERNAL MODULE: ./src/aws/register.ts
var register = __nccwpck_require__(1948);
;// CONCATENATED MODULE: ./src/diagnose/stopped-tasks.ts
/** DescribeTasks takes this many. */
const MOST = 100;
const SHOWN = 5;
async function stoppedTasks(target, revision, aws) {
    const { cluster, service } = target;
    const listed = await aws.ecs.listTasks({ cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MOST });
    const tasks = listed.taskArns ?? [];
    if (tasks.length === 0)
        return [];
    const described = await aws.ecs.describeTasks({ cluster, tasks });
    // By revision and not by who started it: that holds for every deployment controller.
    return reasons((described.tasks ?? []).filter((task) => task.taskDefinitionArn === revision));
}
/** The commonest reason first. Pure. */
function reasons(tasks) {
    const counted = Map.groupBy(tasks.filter(isTelling), describe);
    return [...counted]
        .sort(([, some], [, others]) => others.length - some.length)
        .slice(0, SHOWN)
        .map(([detail, same]) => ({ about: same.length === 1 ? 'a stopped task' : `${same.length} stopped tasks`, detail }));
}
/** Tasks that a deployment or the scaling of a service takes down are no evidence. */
function isTelling(task) {
    return task.stopCode !== 'ServiceSchedulerInitiated' || !(task.stoppedReason ?? '').startsWith('Scaling activity');
}
function describe(task) {
    const containers = (task.containers ?? []).flatMap((container) => {
        const exit = container.exitCode === undefined ? [] : [`exit code ${container.exitCode}${killed(container.exitCode)}`];
        const reason = container.reason === undefined || container.reason === task.stoppedReason ? [] : [container.reason];
        const told = [...exit, ...reason].join(', ');
        return told === '' || container.exitCode === 0 ? [] : [`container ${container.name ?? 'without a name'}: ${told}`];
    });
    return [task.stoppedReason ?? task.stopCode ?? 'AWS gives no reason', ...containers].join('; ');
}
function killed(exitCode) {
    return exitCode === 137 ? ' (killed, which running out of memory does as well)' : '';
}

// EXTERNAL MODULE: ./src/domain/problem.ts
var domain_problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/domain/verdict.ts
var domain_verdict = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./src/domain/shape.ts
var domain_shape = __nccwpck_require__(2853);
// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
// EXTERNAL MODULE: ./src/plan/form.ts
var plan_form = __nccwpck_require__(4533);
;// CONCATENATED MODULE: ./src/plan/appspec-hooks.ts
// The hooks of an AppSpec: Lambda functions that CodeDeploy calls between the stages of a deployment to ECS. Pure.



/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const HOOKS = ['BeforeInstall', 'AfterInstall', 'AfterAllowTestTraffic', 'BeforeAllowTraffic', 'AfterAllowTraffic'];
/** A list of maps with one hook each; every stage has one function at most. */
function checkHooks(hooks, report) {
    const remedy = 'Write a list with one hook per entry: `- AfterAllowTestTraffic: function-name`.';
    if (hooks === undefined || hooks === null)
        return [];
    if (!(0,json/* isList */.L)(hooks))
        return [report(['Hooks'], { found: `is ${(0,plan_form/* told */.Ev)(hooks)}`, expected: 'a list', remedy })];
    const seen = new Set();
    return hooks.flatMap((entry, index) => {
        const path = ['Hooks', index];
        const stages = (0,json/* isObject */.G)(entry) ? Object.entries(entry) : [];
        const [only, ...others] = stages;
        if (only === undefined || others.length > 0) {
            const found = (0,json/* isObject */.G)(entry) ? `has ${stages.length} hooks` : `is ${(0,plan_form/* told */.Ev)(entry)}`;
            return [report(path, { found, expected: 'exactly one hook', remedy })];
        }
        const [stage, lambda] = only;
        const repeated = seen.has(stage);
        seen.add(stage);
        return [
            ...checkStage(stage, [...path, stage], report),
            ...(typeof lambda === 'string' && lambda !== ''
                ? []
                : [
                    report([...path, stage], {
                        found: `is ${(0,plan_form/* told */.Ev)(lambda)}`,
                        expected: 'the name or ARN of a Lambda function',
                        remedy: 'Name the function.'
                    })
                ]),
            ...(repeated ? [report([...path, stage], { found: 'is there twice', remedy: 'Remove one of the two.' })] : [])
        ];
    });
}
function checkStage(stage, path, report) {
    if (HOOKS.includes(stage))
        return [];
    const meant = (0,near/* near */.Z)(stage, HOOKS);
    return [
        report(path, {
            found: 'is no hook of a deployment to ECS',
            expected: `one of ${HOOKS.map((name) => `\`${name}\``).join(', ')}`,
            remedy: meant === undefined ? 'Use one of these hooks.' : `Write \`${meant}\`, if that is what was meant.`
        })
    ];
}

;// CONCATENATED MODULE: ./src/plan/appspec-keys.ts
// Finding things in an AppSpec: its keys are looked up in any case, and keep the one the user wrote.

/** The official action looks keys up like this, and so both `Resources` and `resources` are in use. */
function membersOf(object, name) {
    const wanted = name.toLowerCase();
    return Object.entries(object)
        .filter(([key]) => key.toLowerCase() === wanted)
        .map(([key, value]) => ({ key, value }));
}
function memberOf(object, name) {
    return membersOf(object, name)[0];
}
function resourcesOf(appSpec) {
    const resources = memberOf(appSpec, 'Resources')?.value;
    return ((0,json/* isList */.L)(resources) ? resources : [])
        .flatMap((entry) => ((0,json/* isObject */.G)(entry) ? Object.values(entry) : []))
        .flatMap((resource) => {
        const properties = (0,json/* isObject */.G)(resource) ? memberOf(resource, 'Properties')?.value : undefined;
        return (0,json/* isObject */.G)(properties) ? [{ properties }] : [];
    });
}
/** A path with the keys as the user wrote them, as far as there are such. */
function asWritten(root, path) {
    let value = root;
    return path.map((step) => {
        if (typeof step === 'number') {
            value = (0,json/* isList */.L)(value) ? value[step] : undefined;
            return step;
        }
        const member = (0,json/* isObject */.G)(value) ? memberOf(value, step) : undefined;
        value = member?.value;
        return member?.key ?? step;
    });
}

;// CONCATENATED MODULE: ./src/plan/appspec-form.ts
// What CodeDeploy would find wrong in an AppSpec only after it has said yes: it reads the content when it deploys. Pure.






/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html */
const SERVICE = {
    members: {
        Type: 'text',
        Properties: {
            members: {
                LoadBalancerInfo: {
                    members: { ContainerName: 'text', ContainerPort: 'whole' },
                    needed: ['ContainerName', 'ContainerPort']
                },
                PlatformVersion: 'text',
                NetworkConfiguration: {
                    members: {
                        AwsvpcConfiguration: {
                            members: { Subnets: { list: 'text' }, SecurityGroups: { list: 'text' }, AssignPublicIp: 'text' },
                            needed: ['Subnets', 'SecurityGroups', 'AssignPublicIp']
                        }
                    },
                    needed: ['AwsvpcConfiguration']
                },
                CapacityProviderStrategy: {
                    list: {
                        members: { CapacityProvider: 'text', Base: 'whole', Weight: 'whole' },
                        needed: ['CapacityProvider']
                    }
                }
            },
            needed: ['LoadBalancerInfo']
        }
    },
    needed: ['Type', 'Properties']
};
function checkForm(document) {
    const appSpec = document.value;
    const report = reporter(document);
    return [
        ...twice(appSpec, ['version', 'Resources', 'Hooks'], [], report),
        ...checkVersion(memberOf(appSpec, 'version')?.value, report),
        ...checkResources(appSpec, report),
        ...checkHooks(memberOf(appSpec, 'Hooks')?.value, report)
    ];
}
function reporter(document) {
    return (path, { found, expected, remedy }) => {
        const written = asWritten(document.value, path);
        return new domain_problem/* Problem */.A('APPSPEC_INVALID', {
            place: (0,plan_form/* placeOf */.$t)(document, written),
            found: `\`${(0,plan_form/* pathText */.LF)(document.value, written)}\` ${found}`,
            ...(expected !== undefined && { expected }),
            remedy
        });
    };
}
function twice(object, names, path, report) {
    return names.flatMap((name) => {
        const keys = membersOf(object, name).map(({ key }) => `\`${key}\``);
        if (keys.length < 2)
            return [];
        return [report([...path, name], { found: `is written as ${keys.join(' and ')}`, remedy: 'Remove one of the two.' })];
    });
}
/** The one version there is, 0.0, which JSON has no way to tell from 0. */
function checkVersion(version, report) {
    if (version === 0 || version === '0.0' || version === '0')
        return [];
    const found = version === undefined ? 'is missing' : `is ${(0,plan_form/* told */.Ev)(version)}`;
    return [report(['version'], { found, expected: '0.0', remedy: 'Write `version: 0.0`.' })];
}
function checkResources(appSpec, report) {
    const path = ['Resources'];
    const remedy = 'Write a list with one resource: `- TargetService: { Type: AWS::ECS::Service, Properties: … }`.';
    const resources = memberOf(appSpec, 'Resources')?.value;
    if (resources === undefined) {
        const meant = (0,near/* near */.Z)('Resources', Object.keys(appSpec));
        const found = meant === undefined ? 'is missing' : `is missing; there is \`${meant}\``;
        return [report(path, { found, remedy })];
    }
    if (!(0,json/* isList */.L)(resources))
        return [report(path, { found: `is ${(0,plan_form/* told */.Ev)(resources)}`, expected: 'a list', remedy })];
    const entries = resources.flatMap((entry, index) => (0,json/* isObject */.G)(entry) ? Object.entries(entry).map(([name, resource]) => ({ path: [...path, index, name], resource })) : []);
    const [only, ...others] = entries;
    if (only === undefined || others.length > 0 || resources.length !== 1) {
        const count = Math.max(entries.length, resources.length);
        return [report(path, { found: `has ${count} resources`, expected: 'exactly one', remedy })];
    }
    if (!(0,json/* isObject */.G)(only.resource)) {
        return [report(only.path, { found: `is ${(0,plan_form/* told */.Ev)(only.resource)}`, expected: 'an object', remedy })];
    }
    return checkResource(only.resource, only.path, report);
}
function checkResource(resource, path, report) {
    const problems = [];
    const spelled = capitalised(SERVICE, resource, (object, names, inner) => {
        problems.push(...twice(object, names, [...path, ...inner], report));
    });
    for (const { path: inner, found, expected, remedy } of (0,plan_form/* misfits */.gX)(SERVICE, spelled)) {
        problems.push(report([...path, ...inner], { found: `is ${found}${hint(spelled, inner, found)}`, expected, remedy }));
    }
    const value = (...inner) => inner.reduce((outer, name) => ((0,json/* isObject */.G)(outer) ? outer[name] : undefined), spelled);
    const refuse = (inner, expected, remedy) => problems.push(report([...path, ...inner], { found: `is ${(0,plan_form/* told */.Ev)(value(...inner))}`, expected, remedy }));
    const type = value('Type');
    if (typeof type === 'string' && type !== 'AWS::ECS::Service') {
        refuse(['Type'], '`AWS::ECS::Service`', 'Write `Type: AWS::ECS::Service`.');
    }
    const balancer = ['Properties', 'LoadBalancerInfo'];
    const port = value(...balancer, 'ContainerPort');
    if (typeof port === 'number' && Number.isInteger(port) && (port < 1 || port > 65_535)) {
        refuse([...balancer, 'ContainerPort'], 'a port from 1 to 65535', 'Write a port of the container.');
    }
    const awsvpc = ['Properties', 'NetworkConfiguration', 'AwsvpcConfiguration'];
    const address = value(...awsvpc, 'AssignPublicIp');
    if (typeof address === 'string' && address !== 'ENABLED' && address !== 'DISABLED') {
        refuse([...awsvpc, 'AssignPublicIp'], '`ENABLED` or `DISABLED`', 'Write `ENABLED` or `DISABLED`.');
    }
    const subnets = value(...awsvpc, 'Subnets');
    if ((0,json/* isList */.L)(subnets) && subnets.length === 0) {
        refuse([...awsvpc, 'Subnets'], 'at least one id', `Name the subnets, or remove \`NetworkConfiguration\`.`);
    }
    return problems;
}
/** A member that is missing may be there under a name with a slip. */
function hint(root, path, found) {
    const name = path.at(-1);
    if (found !== 'missing' || typeof name !== 'string')
        return '';
    const parent = path.slice(0, -1).reduce((outer, step) => {
        if (typeof step === 'number')
            return (0,json/* isList */.L)(outer) ? outer[step] : undefined;
        return (0,json/* isObject */.G)(outer) ? outer[step] : undefined;
    }, root);
    const meant = (0,json/* isObject */.G)(parent) ? (0,near/* near */.Z)(name, Object.keys(parent)) : undefined;
    return meant === undefined ? '' : `; there is \`${meant}\``;
}
/** A copy with the keys of the form in the form's own case, so that one table serves for every spelling. */
function capitalised(form, value, seen, path = []) {
    if (typeof form === 'string' || 'texts' in form)
        return value;
    if ('list' in form) {
        return (0,json/* isList */.L)(value) ? value.map((entry, index) => capitalised(form.list, entry, seen, [...path, index])) : value;
    }
    if (!(0,json/* isObject */.G)(value))
        return value;
    const names = Object.keys(form.members);
    seen(value, names, path);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => {
        const name = names.find((candidate) => candidate.toLowerCase() === key.toLowerCase());
        const inner = name === undefined ? undefined : form.members[name];
        return [name ?? key, inner === undefined ? member : capitalised(inner, member, seen, [...path, name ?? key])];
    }));
}

;// CONCATENATED MODULE: ./src/plan/appspec.ts
// The AppSpec: what CodeDeploy is told of the new task set. Read from the user's file, or made from the service. Pure.






/** The user's file as it is, keys and all, once it has the form CodeDeploy can read. */
function readAppSpec(document) {
    const problems = checkForm(document);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: document.value };
}
/** Capitalised keys, as AWS's own examples for ECS have them. The revision is put in later. */
function generateAppSpec(facts) {
    const network = networkOf(facts);
    const strategy = facts.capacityProviderStrategy ?? [];
    const properties = {
        LoadBalancerInfo: { ContainerName: facts.containerName, ContainerPort: facts.containerPort },
        ...(facts.platformVersion !== undefined && { PlatformVersion: facts.platformVersion }),
        ...(network && { NetworkConfiguration: { AwsvpcConfiguration: network } }),
        ...(strategy.length > 0 && {
            CapacityProviderStrategy: strategy.map(({ capacityProvider, base, weight }) => ({
                ...(capacityProvider !== undefined && { CapacityProvider: capacityProvider }),
                ...(base !== undefined && { Base: base }),
                ...(weight !== undefined && { Weight: weight })
            }))
        })
    };
    return { version: 0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }] };
}
/** What a reviewer should know of a generated AppSpec. */
function generatedNotes(facts) {
    const { containerName, containerPort } = facts;
    const awsvpc = facts.networkConfiguration?.awsvpcConfiguration;
    const notes = [
        {
            level: 'notice',
            says: `No AppSpec file: it is generated from the service, with container \`${containerName}\` and port ${containerPort}.`
        }
    ];
    if (awsvpc && !networkOf(facts)) {
        notes.push({
            level: 'notice',
            says: 'The service names no subnets or no security groups, so that the AppSpec leaves its network configuration as it is.'
        });
    }
    return notes;
}
/**
 * All three or none. https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 * A public address that is not spoken of is DISABLED for a service.
 */
function networkOf(facts) {
    const { subnets = [], securityGroups = [], assignPublicIp } = facts.networkConfiguration?.awsvpcConfiguration ?? {};
    if (subnets.length === 0 || securityGroups.length === 0)
        return undefined;
    return { Subnets: subnets, SecurityGroups: securityGroups, AssignPublicIp: assignPublicIp ?? 'DISABLED' };
}
/** The same AppSpec for this revision, whatever stood there before. */
function withTaskDefinition(appSpec, taskDefinition) {
    const resources = memberOf(appSpec, 'Resources');
    if (!resources || !(0,json/* isList */.L)(resources.value))
        return appSpec;
    const value = resources.value.map((entry) => (0,json/* isObject */.G)(entry)
        ? Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, resourceWith(resource, taskDefinition)]))
        : entry);
    return { ...appSpec, [resources.key]: value };
}
function resourceWith(resource, taskDefinition) {
    if (!(0,json/* isObject */.G)(resource))
        return resource;
    const properties = memberOf(resource, 'Properties');
    if (!properties || !(0,json/* isObject */.G)(properties.value))
        return resource;
    const present = memberOf(properties.value, 'TaskDefinition');
    const value = present
        ? { ...properties.value, [present.key]: taskDefinition }
        : { [inTheStyleOf(properties.value)]: taskDefinition, ...properties.value };
    return { ...resource, [properties.key]: value };
}
/** Keys in the user's own case: whether CodeDeploy accepts a mixture is not known. */
function inTheStyleOf(properties) {
    return Object.keys(properties).some((key) => /^[A-Z]/.test(key)) ? 'TaskDefinition' : 'taskDefinition';
}
/** That the load balancer's container and port exist in the definition. `definition` has been checked. */
function checkAppSpec(appSpec, definition, place) {
    const containers = objectsOf(definition['containerDefinitions']);
    return resourcesOf(appSpec).flatMap((resource) => {
        const { name, port } = balancerOf(resource);
        if (typeof name !== 'string')
            return [];
        const container = containers.find((candidate) => candidate['name'] === name);
        if (container)
            return checkPort(container, name, port, place);
        const names = containers.map((candidate) => candidate['name']).filter((text) => typeof text === 'string');
        const meant = (0,near/* near */.Z)(name, names);
        return [
            new domain_problem/* Problem */.A('APPSPEC_MISMATCH', {
                place,
                found: `LoadBalancerInfo names the container ${JSON.stringify(name)}, which the task definition does not have`,
                expected: `one of ${names.map((text) => `\`${text}\``).join(', ')}`,
                ...(meant !== undefined && { remedy: `Write \`${meant}\`, if that is what was meant.` })
            })
        ];
    });
}
function balancerOf({ properties }) {
    const balancer = memberOf(properties, 'LoadBalancerInfo')?.value;
    if (!(0,json/* isObject */.G)(balancer))
        return { name: undefined, port: undefined };
    return { name: memberOf(balancer, 'ContainerName')?.value, port: memberOf(balancer, 'ContainerPort')?.value };
}
function checkPort(container, name, port, place) {
    const mappings = objectsOf(container['portMappings']);
    if (typeof port !== 'number' || mappings.some((mapping) => covers(mapping, port)))
        return [];
    const ports = mappings.map((mapping) => mapping['containerPort'] ?? mapping['containerPortRange']);
    const known = ports.filter((mapped) => mapped !== undefined).map(String);
    return [
        new domain_problem/* Problem */.A('APPSPEC_MISMATCH', {
            place,
            found: `LoadBalancerInfo names ${(0,plan_form/* told */.Ev)(port)}, which is no port of container ${JSON.stringify(name)}`,
            expected: known.length === 0 ? 'a container with portMappings' : `one of ${known.join(', ')}`,
            remedy: known.length === 0
                ? `Add \`{ "containerPort": ${port} }\` to \`portMappings\` of ${JSON.stringify(name)}.`
                : `Write a port of ${JSON.stringify(name)}, or add ${port} to its \`portMappings\`.`
        })
    ];
}
function covers(mapping, port) {
    const { containerPort, containerPortRange } = mapping;
    if (containerPort === port)
        return true;
    const range = typeof containerPortRange === 'string' ? /^(\d{1,5})-(\d{1,5})$/.exec(containerPortRange) : null;
    return range !== null && Number(range[1]) <= port && port <= Number(range[2]);
}
function objectsOf(value) {
    return (0,json/* isList */.L)(value) ? value.filter((entry) => (0,json/* isObject */.G)(entry)) : [];
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/found.ts
function found(value) {
    return { value, problems: [], notes: [] };
}
function failed(value, ...problems) {
    return { value, problems, notes: [] };
}
/** A feature is lost, not the deployment. */
function lost(value, ...notes) {
    return { value, problems: [], notes };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/appspec.ts



function decideAppSpec(file, service, definition) {
    return file ? fromFile(file, definition) : fromService(service, definition);
}
function fromFile(file, definition) {
    const read = readAppSpec(file);
    if (!read.ok)
        return failed(undefined, ...read.problems);
    const problems = checkAppSpec(read.value, definition, { kind: 'file', path: file.path });
    const choice = { what: 'AppSpec', value: file.path, origin: 'file' };
    return { ...found({ document: read.value, choices: [choice] }), problems };
}
function fromService(service, definition) {
    const place = { kind: 'aws', call: 'ecs:DescribeServices', resource: service.arn };
    // A CODE_DEPLOY service may leave its load balancer to its task sets.
    const balancers = service.balancers.length > 0 ? service.balancers : (service.primary?.balancers ?? []);
    const [balancer, ...others] = distinct(balancers);
    if (balancer === undefined || others.length > 0)
        return failed(undefined, ambiguous(distinct(balancers), place));
    const facts = factsOf(service, balancer);
    const document = generateAppSpec(facts);
    const problems = checkAppSpec(document, definition, place);
    return { ...lost({ document, choices: choicesOf(facts) }, ...generatedNotes(facts)), problems };
}
function distinct(balancers) {
    return [...new Map(balancers.map((balancer) => [nameOf(balancer), balancer])).values()];
}
function nameOf({ containerName, containerPort }) {
    return `${containerName}:${containerPort}`;
}
function ambiguous(balancers, place) {
    const names = balancers.map(nameOf).join(' and ');
    return new domain_problem/* Problem */.A('APPSPEC_INVALID', {
        place,
        found: names === ''
            ? 'no AppSpec was given, and the service names no container and port behind its load balancer to make one of'
            : `no AppSpec was given, and the service has several containers behind its load balancer: ${names}`,
        remedy: 'Write an AppSpec with LoadBalancerInfo and name it in `codedeploy-appspec`.'
    });
}
/** Members the service does not speak of are those of its primary task set. */
function factsOf(service, { containerName, containerPort }) {
    const { primary } = service;
    return {
        containerName,
        containerPort,
        platformVersion: service.platformVersion ?? primary?.platformVersion,
        networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration,
        capacityProviderStrategy: service.capacityProviderStrategy.length > 0
            ? service.capacityProviderStrategy
            : (primary?.capacityProviderStrategy ?? [])
    };
}
function choicesOf(facts) {
    const network = facts.networkConfiguration?.awsvpcConfiguration;
    const providers = facts.capacityProviderStrategy ?? [];
    const values = [
        ['AppSpec', 'generated'],
        ['container and port', `${facts.containerName}:${facts.containerPort}`],
        ['platform version', facts.platformVersion],
        ['subnets', network?.subnets?.join(', ')],
        ['security groups', network?.securityGroups?.join(', ')],
        ['public address', network?.assignPublicIp],
        ['capacity providers', providers.map(({ capacityProvider }) => capacityProvider ?? '?').join(', ')]
    ];
    return values.flatMap(([what, value]) => (value ? [{ what, value, origin: 'service' }] : []));
}

// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/engines/codedeploy/request.ts

const ROLLBACK_EVENTS = {
    failure: 'DEPLOYMENT_FAILURE',
    alarm: 'DEPLOYMENT_STOP_ON_ALARM',
    stop: 'DEPLOYMENT_STOP_ON_REQUEST'
};
const EVENTS = ['failure', 'alarm', 'stop'];
/** The events AWS rolls back on by itself; none when it is switched off. */
function eventsOf(configuration) {
    if (configuration?.enabled !== true)
        return [];
    return EVENTS.filter((event) => configuration.events?.includes(ROLLBACK_EVENTS[event]));
}
/** The AppSpec goes as JSON text; its hash is of that very text. */
function createDeployment(plan, taskDefinition, hash) {
    const content = JSON.stringify(withTaskDefinition(plan.appSpec, taskDefinition));
    const { autoRollback, overrideAlarms } = plan;
    return {
        applicationName: plan.application,
        deploymentGroupName: plan.group,
        description: plan.marker.text,
        revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256: hash(content) } },
        ...(plan.config && { deploymentConfigName: plan.config.name }),
        ...(autoRollback && {
            autoRollbackConfiguration: {
                // Switched on without events is refused.
                enabled: autoRollback.length > 0,
                events: autoRollback.map((event) => ROLLBACK_EVENTS[event])
            }
        }),
        ...(overrideAlarms && {
            overrideAlarmConfiguration: {
                enabled: overrideAlarms.names.length > 0,
                ignorePollAlarmFailure: overrideAlarms.ignorePollFailure,
                alarms: overrideAlarms.names.map((name) => ({ name }))
            }
        })
    };
}
/** The guide says 256 characters, the official action 512; both hold this. */
const DESCRIPTION_LENGTH = 256;
/** The key is first, so that a cut never touches it. */
function marker(run, content, description, hash) {
    const key = `${runKey(run)}${run.attempt}:${hash(content).slice(0, 8)}`;
    const text = `${key} ${description ?? `${run.sha.slice(0, 7)} by ${run.actor}`}`;
    return { key, text: [...text].slice(0, DESCRIPTION_LENGTH).join('') };
}
/** What the markers of all attempts of a run begin with. */
function runKey(run) {
    return `ecd:${run.repository}#${run.runId}.`;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/guard.ts



/** The guide and the API say 10, the quota page 50: more is worth a word, and AWS decides. */
const ALARMS_PER_GROUP = 10;
/** Configured and asked for, each once. */
function wantedAlarms(group, asked) {
    return [...new Set([...(group?.alarms.enabled ? group.alarms.names : []), ...asked])];
}
/** Undefined states: the role may not read them. */
function decideGuard(asked, group, states, now) {
    const configured = wantedAlarms(group, []);
    const wanted = wantedAlarms(group, asked.alarms);
    const on = (states ?? []).filter((alarm) => alarm.state === 'ALARM' && wanted.includes(alarm.name));
    const leftOut = asked.allowActiveAlarms ? on.map((alarm) => alarm.name) : [];
    const names = wanted.filter((name) => !leftOut.includes(name));
    const changed = names.length !== configured.length || names.some((name) => !configured.includes(name));
    const autoRollback = asked.rollbackOn ?? (asked.alarms.length > 0 ? withAlarm(group?.rollsBackOn ?? []) : undefined);
    const guard = { alarms: names, rollsBackOn: autoRollback ?? group?.rollsBackOn ?? [] };
    const ignorePollFailure = group?.alarms.ignorePollFailure ?? false;
    return {
        value: { guard, autoRollback, overrideAlarms: changed ? { names, ignorePollFailure } : undefined },
        problems: [
            ...missing(asked, states),
            ...(asked.allowActiveAlarms ? [] : on.map((alarm) => alreadyOn(alarm, asked, now)))
        ],
        notes: [
            ...leftOut.map(leftOutNote),
            ...(states ? doubts(wanted, asked, states) : []),
            ...(changed ? overrideNotes(names) : []),
            ...(group ? switchedOff(group) : []),
            ...(group ? withoutRollback(asked, guard, group) : [])
        ]
    };
}
function withAlarm(events) {
    return events.includes('alarm') ? events : [...events, 'alarm'];
}
function missing(asked, states) {
    if (states === undefined)
        return [];
    return asked.alarms
        .filter((name) => !states.some((alarm) => alarm.name === name))
        .map((name) => new domain_problem/* Problem */.A('ALARM_NOT_FOUND', { place: ALARMS_INPUT, found: `there is no alarm ${name} in this region` }));
}
const ALARMS_INPUT = { kind: 'input', name: 'alarms' };
/** CodeDeploy stops a deployment within seconds when one of its alarms is on already. */
function alreadyOn(alarm, asked, now) {
    const place = asked.alarms.includes(alarm.name)
        ? ALARMS_INPUT
        : { kind: 'aws', call: 'cloudwatch:DescribeAlarms', resource: alarm.name };
    const since = alarm.since === undefined ? '' : ` for ${Math.max(0, Math.round((now - alarm.since) / units/* MINUTE */.p))} minutes`;
    const reason = alarm.reason === undefined ? '' : `: ${alarm.reason}`;
    return new domain_problem/* Problem */.A('ALARM_ACTIVE', { place, found: `alarm ${alarm.name} has been on${since}${reason}` });
}
function leftOutNote(name) {
    return {
        level: 'warning',
        says: `Alarm ${name} is on and does NOT guard this deployment, because \`allow-active-alarms\` is set`,
        remedy: 'Mend what the alarm shows, and take `allow-active-alarms` out again.'
    };
}
/** Alarms that guard on paper only. */
function doubts(wanted, asked, states) {
    return wanted.flatMap((name) => {
        const alarm = states.find((each) => each.name === name);
        if (alarm === undefined) {
            // An alarm of the user's own list that does not exist is refused.
            if (asked.alarms.includes(name))
                return [];
            return [{ level: 'warning', says: `The deployment group names an alarm that does not exist: ${name}` }];
        }
        if (alarm.state === 'OK' || alarm.state === 'ALARM')
            return [];
        return [
            { level: 'notice', says: `Alarm ${name} is not evaluated now: its state is ${alarm.state}, which stops nothing` }
        ];
    });
}
function overrideNotes(names) {
    const permission = {
        level: 'notice',
        says: 'Other alarms than the deployment group’s need the permission `codedeploy:UpdateDeploymentGroup`'
    };
    if (names.length <= ALARMS_PER_GROUP)
        return [permission];
    const says = `${names.length} alarms guard this deployment; AWS may refuse more than ${ALARMS_PER_GROUP}`;
    return [permission, { level: 'warning', says }];
}
function switchedOff(group) {
    if (group.alarms.enabled || group.alarms.names.length === 0)
        return [];
    return [
        {
            level: 'warning',
            says: `The alarms of group ${group.group} (${group.alarms.names.join(', ')}) are switched off and guard nothing`,
            remedy: 'Set alarmConfiguration.enabled on the group, or name the alarms in `alarms`.'
        }
    ];
}
const CONSEQUENCES = {
    failure: 'A failed deployment will not be rolled back',
    alarm: 'An alarm will stop the deployment and not roll it back',
    stop: 'A deployment stopped by a person will not be rolled back'
};
function withoutRollback(asked, guard, group) {
    const matters = guard.alarms.length > 0 ? ['failure', 'alarm'] : ['failure'];
    return matters
        .filter((event) => !guard.rollsBackOn.includes(event))
        .map((event) => {
        if (asked.rollbackOn)
            return { level: 'notice', says: `${CONSEQUENCES[event]}: \`rollback-on\` leaves it out` };
        return {
            level: 'warning',
            says: `${CONSEQUENCES[event]}, because group ${group.group} does not roll back on ${ROLLBACK_EVENTS[event]}`,
            remedy: 'Set `rollback-on: failure, alarm`, or complete autoRollbackConfiguration of the group.'
        };
    });
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/strategy.ts


const ALL_AT_ONCE = 'CodeDeployDefault.ECSAllAtOnce';
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
const PREDEFINED = new Map([
    [ALL_AT_ONCE, { kind: 'all-at-once' }],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', { kind: 'linear', step: 10, every: units/* MINUTE */.p }],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', { kind: 'linear', step: 10, every: 3 * units/* MINUTE */.p }],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', { kind: 'canary', first: 10, hold: 5 * units/* MINUTE */.p }],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', { kind: 'canary', first: 10, hold: 15 * units/* MINUTE */.p }]
]);
function wantedConfiguration(asked) {
    if (asked === undefined)
        return { ok: true, value: { kind: 'group' } };
    switch (asked.kind) {
        case 'configuration':
            return { ok: true, value: { kind: 'named', name: asked.name } };
        case 'shape': {
            const problems = unfitness(asked.shape).map(({ found, remedy }) => new domain_problem/* Problem */.A('STRATEGY_UNFIT', {
                place: { kind: 'input', name: 'strategy' },
                found: `\`${asked.written}\`: ${found}`,
                remedy
            }));
            const routing = routingIn(asked.shape);
            if (problems.length > 0 || routing === undefined)
                return { ok: false, problems };
            const predefined = [...PREDEFINED].find(([, known]) => same(known, routing));
            const name = predefined?.[0] ?? contentName(routing);
            return { ok: true, value: { kind: 'shape', name, routing, ours: predefined === undefined } };
        }
    }
}
/** Undefined for what CodeDeploy cannot do. */
function routingIn(shape) {
    switch (shape.kind) {
        case 'all-at-once':
        case 'blue-green':
            return { kind: 'all-at-once' };
        case 'canary':
            return { kind: 'canary', first: shape.first, hold: shape.hold };
        case 'linear':
            return { kind: 'linear', step: shape.step, every: shape.every };
        case 'rolling':
            return undefined;
    }
}
function unfitness(shape) {
    const unfit = [];
    if ('bake' in shape) {
        unfit.push({
            found: 'CodeDeploy takes the time both revisions stay alive from the deployment group, not from a deployment',
            remedy: 'Leave `bake` out, and set terminationWaitTimeInMinutes on the deployment group.'
        });
    }
    switch (shape.kind) {
        case 'rolling':
            unfit.push({
                found: 'a service with the controller CODE_DEPLOY always starts a second task set and cannot roll',
                remedy: 'Write `canary`, `linear`, `all-at-once` or `blue-green`.'
            });
            break;
        case 'canary':
            unfit.push(...wholePercent(shape.first), ...wholeMinutes(shape.hold));
            break;
        case 'linear':
            unfit.push(...wholePercent(shape.step), ...wholeMinutes(shape.every));
            break;
        case 'all-at-once':
        case 'blue-green':
            break;
    }
    return unfit;
}
function wholePercent(percent) {
    if (Number.isInteger(percent) && percent >= 1 && percent <= 99)
        return [];
    return [{ found: `CodeDeploy cannot take a step of ${percent} %`, remedy: 'Write a whole percentage from 1 to 99.' }];
}
function wholeMinutes(span) {
    const minutes = span / units/* MINUTE */.p;
    if (Number.isInteger(minutes) && minutes >= 1)
        return [];
    return [
        { found: `CodeDeploy cannot wait ${minutes} minutes`, remedy: 'Write a whole number of minutes, at least 1.' }
    ];
}
/** Says its content, so that two runs that want the same share one, and nobody's is changed. At most 100 characters. */
function contentName(routing) {
    switch (routing.kind) {
        case 'all-at-once':
            return ALL_AT_ONCE;
        case 'canary':
            return `ecs-canary-deploy-canary-${routing.first}-percent-${routing.hold / units/* MINUTE */.p}-minutes`;
        case 'linear':
            return `ecs-canary-deploy-linear-${routing.step}-percent-${routing.every / units/* MINUTE */.p}-minutes`;
    }
}
function same(one, other) {
    switch (one.kind) {
        case 'all-at-once':
            return other.kind === 'all-at-once';
        case 'canary':
            return other.kind === 'canary' && one.first === other.first && one.hold === other.hold;
        case 'linear':
            return other.kind === 'linear' && one.step === other.step && one.every === other.every;
    }
}
/** GetDeploymentConfig's words as ours; undefined for what nobody knows. */
function routingOf(config) {
    const first = config?.timeBasedCanary?.canaryPercentage;
    const hold = config?.timeBasedCanary?.canaryInterval;
    const step = config?.timeBasedLinear?.linearPercentage;
    const every = config?.timeBasedLinear?.linearInterval;
    switch (config?.type) {
        case 'AllAtOnce':
            return { kind: 'all-at-once' };
        case 'TimeBasedCanary':
            return first === undefined || hold === undefined ? undefined : { kind: 'canary', first, hold: hold * units/* MINUTE */.p };
        case 'TimeBasedLinear':
            // A step of nothing never ends.
            return step === undefined || step <= 0 || every === undefined
                ? undefined
                : { kind: 'linear', step, every: every * units/* MINUTE */.p };
        case undefined:
            return undefined;
    }
}
function createConfiguration(name, routing) {
    return { deploymentConfigName: name, computePlatform: 'ECS', trafficRoutingConfig: trafficRouting(routing) };
}
function trafficRouting(routing) {
    switch (routing.kind) {
        case 'all-at-once':
            return { type: 'AllAtOnce' };
        case 'canary':
            return {
                type: 'TimeBasedCanary',
                timeBasedCanary: { canaryPercentage: routing.first, canaryInterval: routing.hold / units/* MINUTE */.p }
            };
        case 'linear':
            return {
                type: 'TimeBasedLinear',
                timeBasedLinear: { linearPercentage: routing.step, linearInterval: routing.every / units/* MINUTE */.p }
            };
    }
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/decide.ts







function decide(request, survey) {
    const { inputs, today, wanted, run, hash, now } = request;
    const { group, configuration } = survey;
    const { definition } = wanted.revision;
    const appSpec = decideAppSpec(inputs.appSpec, today.service, definition);
    const guarding = decideGuard(inputs, group, survey.alarms, now);
    const traffic = decideTraffic(configuration, group);
    const problems = [survey, appSpec, guarding, traffic].flatMap((part) => part.problems);
    if (group === undefined || survey.wanted === undefined || appSpec.value === undefined || problems.length > 0) {
        return { ok: false, problems };
    }
    const { document } = appSpec.value;
    const { guard, autoRollback, overrideAlarms } = guarding.value;
    const config = configOf(survey.wanted, configuration, group);
    const wait = waitOf(inputs);
    return {
        ok: true,
        value: {
            engine: 'codedeploy',
            target: today.target,
            application: group.application,
            group: group.group,
            config,
            appSpec: document,
            before: { taskDefinition: today.service.running },
            taskSetBefore: today.service.primary?.id,
            revision: wanted.revision,
            images: wanted.images,
            changes: wanted.changes,
            unchanged: false,
            shape: traffic.value,
            timetable: timetable(traffic.value, group),
            guard,
            autoRollback,
            overrideAlarms,
            wait,
            marker: marker(run, JSON.stringify([definition, document]), inputs.description, hash),
            choices: [
                ...groupChoices(inputs, group),
                configChoice(survey.wanted, group, config),
                ...appSpec.value.choices,
                ...guardChoices(inputs, guarding.value)
            ],
            notes: [
                ...[inputs, wanted, survey, appSpec, guarding, traffic].flatMap((part) => part.notes),
                ...(config?.create ? [createNote(config.name)] : []),
                ...(stops(wait) ? [STOP_NOTE] : []),
                ...(today.service.desiredCount === 0 ? [EMPTY_NOTE] : [])
            ]
        }
    };
}
/** Undefined: how the traffic will move is not known. */
function decideTraffic(configuration, group) {
    if (configuration.kind === 'unknown')
        return found(undefined);
    const { routing } = configuration;
    if (routing.kind === 'all-at-once')
        return lost(routing, ALL_AT_ONCE_NOTE);
    if (!group?.network)
        return found(routing);
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
    return failed(routing, new domain_problem/* Problem */.A('STRATEGY_UNFIT', {
        place: { kind: 'input', name: 'strategy' },
        found: `the service is behind a network load balancer, which cannot split traffic, and the strategy is ${routing.kind}`,
        expected: `all-at-once (${ALL_AT_ONCE})`,
        remedy: 'Write `strategy: all-at-once`.'
    }));
}
function configOf(wanted, configuration, group) {
    switch (wanted.kind) {
        case 'group':
            // AWS's default for a group without one is CodeDeployDefault.OneAtATime, which is not for ECS.
            return group.configuration === undefined ? { name: ALL_AT_ONCE, create: false } : undefined;
        case 'named':
            return { name: wanted.name, create: false };
        case 'shape':
            return { name: wanted.name, create: configuration.kind === 'absent' };
    }
}
function timetable(shape, group) {
    return { readyWait: group.readyWait, steps: shape ? (0,domain_shape/* weightSteps */.wF)(shape) : [], bake: group.bake };
}
function waitOf({ waitUntil, allowance, maxGap, onTimeout, onCancel }) {
    return { until: waitUntil, allowance, maxGap, onTimeout, onCancel };
}
function stops(wait) {
    return wait.until !== 'started' && (wait.onTimeout !== 'leave' || wait.onCancel !== 'leave');
}
function groupChoices(inputs, group) {
    return [
        {
            what: 'application',
            value: group.application,
            origin: inputs.application === undefined ? 'default' : 'input'
        },
        { what: 'deployment group', value: group.group, origin: inputs.group === undefined ? 'default' : 'input' }
    ];
}
function configChoice(wanted, group, config) {
    const value = config?.name ?? group.configuration ?? ALL_AT_ONCE;
    const origin = wanted.kind === 'group' ? (config === undefined ? 'group' : 'default') : 'input';
    return { what: 'deployment configuration', value, origin };
}
function guardChoices(inputs, { guard, autoRollback, overrideAlarms }) {
    return [
        { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: overrideAlarms ? 'input' : 'group' },
        {
            what: 'rolls back on',
            value: guard.rollsBackOn.join(', ') || 'nothing',
            origin: autoRollback === undefined ? 'group' : inputs.rollbackOn === undefined ? 'default' : 'input'
        }
    ];
}
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
const ALL_AT_ONCE_NOTE = {
    level: 'notice',
    says: 'All traffic moves at once: the load balancer checks the health of the new tasks only after that, so a broken revision can take all traffic and still end as succeeded'
};
const STOP_NOTE = {
    level: 'notice',
    says: 'When the job is cancelled or runs out of time, the deployment is stopped; that needs the permission `codedeploy:StopDeployment`'
};
const EMPTY_NOTE = {
    level: 'warning',
    says: 'The desired count of the service is 0: the new revision will be deployed without a single task to try it'
};
function createNote(name) {
    return {
        level: 'notice',
        says: `The deployment configuration ${name} is created once, which needs the permission \`codedeploy:CreateDeploymentConfig\``
    };
}

;// CONCATENATED MODULE: ./src/engines/alarms.ts
const COMPARISONS = {
    GreaterThanOrEqualToThreshold: '>=',
    GreaterThanThreshold: '>',
    LessThanThreshold: '<',
    LessThanOrEqualToThreshold: '<=',
    GreaterThanUpperThreshold: '> upper band',
    LessThanLowerThreshold: '< lower band',
    LessThanLowerOrGreaterThanUpperThreshold: 'outside band'
};
/** The most names one DescribeAlarms takes. */
const ALARMS_PER_CALL = 100;
/** Composite alarms are left out unless asked for. https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
function alarmsRequest(names) {
    return { AlarmNames: [...names], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: ALARMS_PER_CALL };
}
/** Names AWS does not know are absent from its answer. */
function alarmStates(answer) {
    const metric = (answer.MetricAlarms ?? []).map((alarm) => ({ alarm, rule: ruleOf(alarm) }));
    const composite = (answer.CompositeAlarms ?? []).map((alarm) => ({ alarm, rule: undefined }));
    return [...metric, ...composite].flatMap(({ alarm, rule }) => {
        if (alarm.AlarmName === undefined)
            return [];
        const since = (alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp)?.getTime();
        const state = alarm.StateValue ?? 'not given';
        return [{ name: alarm.AlarmName, state, reason: alarm.StateReason, since, rule }];
    });
}
function ruleOf(alarm) {
    const { ComparisonOperator: operator, Threshold: threshold } = alarm;
    if (alarm.MetricName === undefined || operator === undefined || threshold === undefined)
        return undefined;
    const comparison = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : operator;
    const statistic = alarm.Statistic ?? alarm.ExtendedStatistic;
    const metric = [statistic, alarm.MetricName].filter(Boolean).join(' of ');
    const window = alarm.Period === undefined ? '' : ` for ${alarm.EvaluationPeriods ?? 1} x ${alarm.Period} s`;
    return `${metric} ${comparison} ${threshold}${window}`;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/configuration.ts



const UNKNOWN = { kind: 'unknown' };
function checkConfiguration(name, wanted, answer) {
    return answer instanceof domain_problem/* Problem */.A ? unread(name, wanted, answer) : checkAnswer(name, wanted, answer);
}
function unread(name, wanted, problem) {
    // AWS's own five never change.
    const routing = PREDEFINED.get(name);
    if (routing)
        return found({ kind: 'known', routing });
    const ours = wanted.kind === 'shape';
    if (problem.code === 'CONFIG_NOT_FOUND') {
        if (ours)
            return found({ kind: 'absent', routing: wanted.routing });
        const who = wanted.kind === 'group' ? 'the deployment group names it' : 'check the name, region and account';
        const details = { place: placeOf(name), found: `there is no deployment configuration ${name}; ${who}` };
        return failed(UNKNOWN, new domain_problem/* Problem */.A('CONFIG_NOT_FOUND', { ...details, cause: problem }));
    }
    // Without this permission it cannot be known whether ours has to be created.
    if (problem.code !== 'NOT_ALLOWED' || ours)
        return failed(UNKNOWN, problem);
    return lost(UNKNOWN, {
        level: 'notice',
        says: `The role lacks codedeploy:GetDeploymentConfig, so how ${name} moves the traffic is not known beforehand: no timetable is shown, and the deployment gets no more time than \`wait-for-minutes\``,
        remedy: problem.remedy
    });
}
function checkAnswer(name, wanted, answer) {
    const place = placeOf(name);
    if (answer.computePlatform !== 'ECS') {
        const says = `${name} is a configuration for ${answer.computePlatform ?? 'an unnamed platform'}`;
        return failed(UNKNOWN, new domain_problem/* Problem */.A('CONFIG_UNFIT', { place, found: says, expected: 'ECS' }));
    }
    const routing = routingOf(answer.trafficRoutingConfig);
    if (wanted.kind === 'shape' && wanted.ours && (routing === undefined || !same(routing, wanted.routing))) {
        return failed(UNKNOWN, otherwiseNamed(name));
    }
    if (routing)
        return found({ kind: 'known', routing });
    const type = answer.trafficRoutingConfig?.type ?? 'nothing';
    return lost(UNKNOWN, {
        level: 'notice',
        says: `The deployment configuration ${name} moves traffic in a way this release does not know (${type}), so no timetable is shown`
    });
}
/** A configuration under a name of ours with another content. */
function otherwiseNamed(name) {
    return new domain_problem/* Problem */.A('CONFIG_UNFIT', {
        place: placeOf(name),
        found: `${name} exists, but does not move traffic as its name says`,
        remedy: 'Delete that configuration; this action then creates it anew.'
    });
}
function placeOf(name) {
    return { kind: 'aws', call: 'codedeploy:GetDeploymentConfig', resource: name };
}

;// CONCATENATED MODULE: ./src/domain/snapshot.ts
/** The one classification of phases; a new phase does not compile until it is classified. */
const OVER = {
    queued: false,
    running: false,
    provisioning: false,
    paused: false,
    shifting: false,
    baking: false,
    'rolling-back': false,
    succeeded: true,
    'rolled-back': true,
    failed: true,
    stopped: true
};

;// CONCATENATED MODULE: ./src/engines/codedeploy/cause.ts
/** For codes that say too little (TIMEOUT). https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
const HINTS = [
    { says: /waiting for a notification to continue/i, cause: (detail) => ({ kind: 'ready-wait-expired', detail }) },
    { says: /replacement task set to become healthy/i, cause: (detail) => ({ kind: 'tasks', detail }) },
    { says: /waiting for a status callback/i, cause: (detail) => ({ kind: 'hook', stage: undefined, detail }) }
];
function causeOf(error) {
    const code = error?.code;
    const message = error?.message;
    if (code === 'ALARM_ACTIVE')
        return { kind: 'alarm', names: alarmNames(message ?? '') };
    if (code === 'HOOK_EXECUTION_FAILURE')
        return { kind: 'hook', stage: undefined, detail: message ?? code };
    if (code === 'MANUAL_STOP')
        return { kind: 'operator', detail: message };
    const hint = HINTS.find(({ says }) => message !== undefined && says.test(message));
    return hint && message !== undefined ? hint.cause(message) : { kind: 'aws', code, message };
}
/** "Activated alarms: <one> <two>". */
function alarmNames(message) {
    return [...message.matchAll(/<([^>]+)>/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}
/** The event that has to be configured for AWS to roll this end back by itself. */
function rollbackEventFor(status, cause) {
    if (cause.kind === 'alarm')
        return 'alarm';
    // An expired ready wait ends as Stopped, and no document says that it counts as a failure.
    return status === 'Failed' ? 'failure' : 'stop';
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/snapshot.ts




/** Baking is in the enum and was never seen on ECS; the wait before the old task set goes shows as InProgress. */
const DEPLOYMENT_PHASES = {
    Created: 'queued',
    Queued: 'queued',
    InProgress: 'running',
    Baking: 'running',
    Ready: 'paused',
    Succeeded: 'succeeded',
    Failed: 'failed',
    Stopped: 'stopped'
};
/** A target never ends a deployment: Failed and Skipped leave the word to the deployment, which knows of rollbacks. */
const TARGET_PHASES = {
    Pending: 'queued',
    InProgress: 'running',
    Ready: 'paused',
    Succeeded: 'baking',
    Failed: 'running',
    Skipped: 'running',
    Unknown: 'running'
};
/** How far a lifecycle event is. */
const STAGE_PROGRESS = {
    Pending: 'ahead',
    InProgress: 'now',
    Succeeded: 'done',
    Failed: 'broken',
    Skipped: 'broken',
    Unknown: 'unknown'
};
/** The event in which production traffic moves; every event before it prepares the new task set. */
const SHIFT = 'AllowTraffic';
const NOT_BEGUN = {
    phase: 'queued',
    stages: [],
    traffic: undefined,
    tasks: undefined,
    shifted: false,
    shiftStartedAt: undefined,
    shiftedAt: undefined
};
function isListed(table, word) {
    return Object.hasOwn(table, word);
}
/**
 * GetDeployment's answer, and that of the rollback deployment when there is one. A deployment that was stopped at our own
 * request stays `stopped` until its rollback shows: only whoever asked knows to wait for it.
 */
function statusPart(deployment, rollback) {
    const word = deployment.status;
    const status = given(typeof word === 'string' ? word : undefined, 'codedeploy:GetDeployment', 'status');
    const base = { status, createdAt: instant(deployment.createTime), rollback: undefined, cause: undefined };
    if (!isListed(DEPLOYMENT_PHASES, status))
        return { ...base, phase: 'running', unlisted: true };
    const phase = DEPLOYMENT_PHASES[status];
    if (status !== 'Failed' && status !== 'Stopped')
        return { ...base, phase, unlisted: false };
    const cause = causeOf(deployment.errorInformation);
    const id = deployment.rollbackInfo?.rollbackDeploymentId;
    const ended = { ...base, phase, unlisted: false, cause };
    if (id !== undefined)
        return { ...ended, ...undone(id, rollback?.status ?? 'Created', cause) };
    // AWS will roll back by itself, and the rollback may show some looks later.
    const awaited = eventsOf(deployment.autoRollbackConfiguration).includes(rollbackEventFor(status, cause));
    return awaited ? { ...ended, phase: 'rolling-back' } : ended;
}
/** A rollback is a deployment of its own, followed to its own end. */
function undone(id, status, first) {
    const phase = isListed(DEPLOYMENT_PHASES, status) ? DEPLOYMENT_PHASES[status] : 'running';
    const rollback = { id, status };
    if (!OVER[phase])
        return { phase: 'rolling-back', cause: first, rollback };
    if (phase === 'succeeded')
        return { phase: 'rolled-back', cause: first, rollback };
    return { phase: 'failed', cause: { kind: 'rollback-failed', id, status, first }, rollback };
}
/** Undefined: AWS answers "not started" until the deployment begins. */
function targetPart(target, servedBefore) {
    if (target === undefined)
        return NOT_BEGUN;
    const stages = (target.lifecycleEvents ?? []).map(stage);
    const done = stages.length > 0 && stages.every((each) => progressOf(each) === 'done');
    // The target is over when traffic has moved; the deployment goes on until the old task set is gone.
    // https://github.com/aws/containers-roadmap/issues/269
    const shifted = target.status === 'Succeeded' || done;
    const green = replacement(target.taskSetsInfo ?? [], servedBefore);
    const ends = stages.map((each) => each.endedAt).filter((at) => at !== undefined);
    return {
        phase: shifted ? 'baking' : targetPhase(target.status, stages),
        stages,
        traffic: percent(green?.trafficWeight),
        tasks: tasks(green?.desiredCount, green?.runningCount, green?.pendingCount),
        shifted,
        shiftStartedAt: stages.find((each) => each.name === SHIFT)?.startedAt,
        shiftedAt: shifted && ends.length > 0 ? Math.max(...ends) : undefined
    };
}
function targetPhase(status, stages) {
    const phase = status !== undefined && isListed(TARGET_PHASES, status) ? TARGET_PHASES[status] : 'running';
    const shift = stages.find((each) => each.name === SHIFT);
    if (phase !== 'running' || shift === undefined)
        return phase;
    if (stages.some((each) => progressOf(each) === 'broken'))
        return 'running';
    const progress = progressOf(shift);
    if (progress === 'ahead')
        return 'provisioning';
    return progress === 'unknown' ? 'running' : 'shifting';
}
/**
 * The new revision's task set: the one labelled Green; where AWS gives no labels, the only one that did not serve when the
 * plan was made. Unclear is undefined.
 */
function replacement(sets, servedBefore) {
    const green = sets.filter((set) => set.taskSetLabel === 'Green');
    if (green.length === 1)
        return green[0];
    if (servedBefore === undefined || sets.some((set) => set.taskSetLabel !== undefined))
        return undefined;
    // `identifer` is misspelt in the API itself.
    const others = sets.filter((set) => set.identifer !== undefined && set.identifer !== servedBefore);
    return others.length === 1 ? others[0] : undefined;
}
function stage(event) {
    const { diagnostics } = event;
    const broken = event.status === 'Failed';
    const said = [diagnostics?.errorCode, diagnostics?.scriptName, diagnostics?.message, diagnostics?.logTail];
    return {
        name: event.lifecycleEventName ?? 'unnamed',
        status: event.status ?? 'Unknown',
        startedAt: instant(event.startTime),
        endedAt: instant(event.endTime),
        detail: broken ? said.filter(Boolean).join(': ') || undefined : undefined
    };
}
function progressOf(of) {
    return isListed(STAGE_PROGRESS, of.status) ? STAGE_PROGRESS[of.status] : 'unknown';
}
/** Counts AWS left out are not zero. */
function tasks(desired, running, pending) {
    if (desired === undefined || running === undefined || pending === undefined)
        return undefined;
    return [desired, running, pending].every(Number.isFinite) ? { desired, running, pending } : undefined;
}
function percent(weight) {
    return weight !== undefined && Number.isFinite(weight) && weight >= 0 && weight <= 100 ? weight : undefined;
}
function instant(date) {
    const at = date?.getTime();
    return Number.isFinite(at) ? at : undefined;
}
/** Exactly one target per deployment, by names and not ARNs. */
function targetId({ cluster, service }) {
    return `${cluster}:${service}`;
}
/** A member of an answer without which nothing can be said. */
function given(value, call, member) {
    if (value !== undefined)
        return value;
    throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place: { kind: 'aws', call }, found: `\`${member}\` is missing` });
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/service.ts


/** The primary task set carries the id of the deployment that made it, and its revision. */
function servicePart(answer, handle) {
    const [service] = answer.services ?? [];
    if (service === undefined) {
        if (answer.failures?.some((failure) => failure.reason === 'MISSING')) {
            return { active: false, primaryIsTarget: false, primary: undefined, stable: false, tasks: undefined, events: [] };
        }
        throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', {
            place: { kind: 'aws', call: 'ecs:DescribeServices' },
            found: `no service in the answer (${answer.failures?.[0]?.reason ?? 'no reason given'})`
        });
    }
    const set = service.taskSets?.find((each) => each.status === 'PRIMARY');
    return {
        active: service.status === 'ACTIVE',
        primaryIsTarget: set?.externalId === handle.id && set.taskDefinition === handle.taskDefinition,
        primary: identity(set),
        stable: set?.stabilityStatus === 'STEADY_STATE',
        tasks: tasks(set?.computedDesiredCount, set?.runningCount, set?.pendingCount),
        events: (service.events ?? []).flatMap((event) => {
            const at = instant(event.createdAt);
            if (event.id === undefined || event.message === undefined || at === undefined)
                return [];
            return [{ id: event.id, at, text: event.message }];
        })
    };
}
function identity(set) {
    if (set?.id === undefined || set.taskDefinition === undefined)
        return undefined;
    return { taskDefinition: set.taskDefinition, id: set.id };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/engine.ts








const PATIENCE = {
    /** Before a throttled start is sent again. */
    resend: [2 * units/* SECOND */.Z, 4 * units/* SECOND */.Z, 8 * units/* SECOND */.Z, 16 * units/* SECOND */.Z],
    /** Before each look for a deployment whose start was not answered: the group's record may lag behind. */
    reconcile: [units/* SECOND */.Z, 4 * units/* SECOND */.Z, 5 * units/* SECOND */.Z, 10 * units/* SECOND */.Z, 10 * units/* SECOND */.Z, 15 * units/* SECOND */.Z]
};
function codedeployEngine(plan, aws, { clock, hash, url }) {
    const { codedeploy } = aws;
    const handleOf = (id, taskDefinition) => ({ id, taskDefinition, url: url(plan, id) });
    async function deployment(id, options) {
        const { deploymentInfo } = await codedeploy.getDeployment({ deploymentId: id }, options);
        return given(deploymentInfo, 'codedeploy:GetDeployment', 'deploymentInfo');
    }
    async function prepare() {
        const routing = plan.shape && routingIn(plan.shape);
        if (plan.config?.create !== true || routing === undefined)
            return;
        const { name } = plan.config;
        try {
            await unhurried(() => codedeploy.createDeploymentConfig(createConfiguration(name, routing)));
        }
        catch (error) {
            // Another run made it first, or the answer was lost. Either way it is right if it does what its name says.
            if (!(error instanceof domain_problem/* Problem */.A) || (error.code !== 'CONFIG_EXISTS' && !(0,domain_problem/* isPassing */.W)(error.code)))
                throw error;
            const answer = await sighted(() => codedeploy.getDeploymentConfig({ deploymentConfigName: name }));
            if (answer === undefined)
                throw error;
            const existing = routingOf(answer.deploymentConfigInfo?.trafficRoutingConfig);
            if (existing === undefined || !same(existing, routing))
                throw otherwiseNamed(name);
        }
    }
    async function start(taskDefinition) {
        try {
            return { handle: handleOf(await send(taskDefinition), taskDefinition), adopted: false };
        }
        catch (error) {
            if (!(error instanceof domain_problem/* Problem */.A))
                throw error;
            const refusal = plan.revision.kind === 'reuse' ? error : error.after(unused(taskDefinition));
            if (error.code === 'DEPLOYMENT_ACTIVE')
                return adoptOr(taskDefinition, refusal);
            if (!isUncertain(error))
                throw refusal;
            return { handle: await reconcile(taskDefinition, error), adopted: true };
        }
    }
    async function send(taskDefinition) {
        const request = createDeployment(plan, taskDefinition, hash);
        const { deploymentId } = await unhurried(() => codedeploy.createDeployment(request));
        return given(deploymentId, 'codedeploy:CreateDeployment', 'deploymentId');
    }
    /** A throttled request was turned away unread: sending it again cannot take effect twice. */
    async function unhurried(write, pauses = PATIENCE.resend) {
        try {
            return await write();
        }
        catch (error) {
            const [pause, ...later] = pauses;
            if (!(error instanceof domain_problem/* Problem */.A) || error.code !== 'AWS_THROTTLED' || pause === undefined)
                throw error;
            await clock.sleep(pause);
            return unhurried(write, later);
        }
    }
    /** The group has an active deployment: ours, when an answer was lost on the way, else somebody's. */
    async function adoptOr(taskDefinition, refusal) {
        // The id is in the text only. https://github.com/aws/aws-sdk-java/issues/757
        const id = /\bd-[A-Z0-9]+/.exec(refusal.aws?.message ?? refusal.found)?.[0];
        const active = id === undefined ? undefined : await sighted(() => deployment(id));
        if (id === undefined || active === undefined)
            throw refusal;
        if (isMarked(active, plan.marker))
            return { handle: handleOf(id, taskDefinition), adopted: true };
        const facts = [`status ${active.status ?? 'not given'}`, `created by ${active.creator ?? 'somebody'}`];
        if (active.description !== undefined)
            facts.push(`described as "${active.description}"`);
        throw new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
            place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
            found: `${id} is running in group ${plan.group}: ${facts.join(', ')}`,
            changed: refusal.changed,
            ...(refusal.aws && { aws: refusal.aws }),
            cause: refusal
        });
    }
    async function reconcile(taskDefinition, lost) {
        for (const pause of PATIENCE.reconcile) {
            await clock.sleep(pause);
            const ours = await sighted(() => find(plan.marker, taskDefinition));
            if (ours)
                return ours;
        }
        throw new domain_problem/* Problem */.A('OUTCOME_UNCERTAIN', {
            place: { kind: 'aws', call: 'codedeploy:CreateDeployment', resource: plan.group },
            found: `the start of the deployment was not answered (${lost.message}), and no deployment of ours is to be seen`,
            changed: `a deployment of revision ${taskDefinition} may be running`,
            ...(lost.aws && { aws: lost.aws }),
            cause: lost
        });
    }
    /** By the group's last attempt, which the official action's permissions can see; a rollback names what it undoes. */
    async function find(marker, taskDefinition) {
        const input = { applicationName: plan.application, deploymentGroupName: plan.group };
        const { deploymentGroupInfo } = await codedeploy.getDeploymentGroup(input);
        const last = deploymentGroupInfo?.lastAttemptedDeployment?.deploymentId;
        if (last === undefined)
            return undefined;
        const attempted = await deployment(last);
        if (isMarked(attempted, marker))
            return handleOf(last, taskDefinition);
        const undone = attempted.rollbackInfo?.rollbackTriggeringDeploymentId;
        if (undone === undefined || !isMarked(await deployment(undone), marker))
            return undefined;
        return handleOf(undone, taskDefinition);
    }
    async function observe(handle, due, signal) {
        const options = signal ? { signal } : {};
        const look = (source, see) => due.includes(source) ? sight(see) : Promise.resolve(undefined);
        const [status, target, service, alarms] = await Promise.all([
            look('status', () => seeStatus(handle, options)),
            look('target', () => seeTarget(handle, options)),
            look('service', () => seeService(handle, options)),
            look('alarms', () => seeAlarms(options))
        ]);
        return {
            ...(status && { status }),
            ...(target && { target }),
            ...(service && { service }),
            ...(alarms && { alarms })
        };
    }
    async function sight(see) {
        try {
            const part = await see();
            return { kind: 'seen', at: clock.now(), part };
        }
        catch (error) {
            // Ports reject with Problems only: anything else comes of an answer in another form than the API promises.
            const problem = error instanceof domain_problem/* Problem */.A ? error : new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { found: String(error), cause: error });
            return { kind: 'blind', at: clock.now(), problem, forGood: !(0,domain_problem/* isPassing */.W)(problem.code) };
        }
    }
    async function seeStatus(handle, options) {
        const ours = await deployment(handle.id, options);
        const rollback = ours.rollbackInfo?.rollbackDeploymentId;
        return statusPart(ours, rollback === undefined ? undefined : await deployment(rollback, options));
    }
    async function seeTarget(handle, options) {
        const input = { deploymentId: handle.id, targetId: targetId(plan.target) };
        try {
            const { deploymentTarget } = await codedeploy.getDeploymentTarget(input, options);
            const target = given(deploymentTarget?.ecsTarget, 'codedeploy:GetDeploymentTarget', 'deploymentTarget.ecsTarget');
            return targetPart(target, plan.taskSetBefore);
        }
        catch (error) {
            if (error instanceof domain_problem/* Problem */.A && error.code === 'DEPLOYMENT_NOT_STARTED') {
                return targetPart(undefined, plan.taskSetBefore);
            }
            throw error;
        }
    }
    async function seeService(handle, options) {
        const { cluster, service } = plan.target;
        return servicePart(await aws.ecs.describeServices({ cluster, services: [service] }, options), handle);
    }
    async function seeAlarms(options) {
        const names = plan.guard.alarms.slice(0, ALARMS_PER_CALL);
        return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options));
    }
    async function act(handle, { kind }) {
        try {
            await codedeploy.stopDeployment({ deploymentId: handle.id, autoRollbackEnabled: kind === 'roll-back' });
        }
        catch (error) {
            // Its end came first; the next look tells which.
            if (!(error instanceof domain_problem/* Problem */.A && error.code === 'DEPLOYMENT_OVER'))
                throw error;
        }
    }
    return { prepare, start, find, observe, act };
}
function unused(taskDefinition) {
    return `revision ${taskDefinition} was registered and is not used`;
}
function isMarked(deployment, marker) {
    return deployment.description?.startsWith(marker.key) ?? false;
}
/** The request may have taken effect. Throttled never has. */
function isUncertain(problem) {
    return ((0,domain_problem/* isPassing */.W)(problem.code) && problem.code !== 'AWS_THROTTLED') || problem.code === 'INTERNAL';
}
/** Undefined when it cannot be seen: a look in search of our own deployment decides nothing when it fails. */
async function sighted(look) {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/evidence.ts

async function evidence(plan, handle, aws) {
    const input = { deploymentId: handle.id, targetId: targetId(plan.target) };
    const { deploymentTarget } = await aws.codedeploy.getDeploymentTarget(input);
    return (deploymentTarget?.ecsTarget?.lifecycleEvents ?? [])
        .map(stage)
        .flatMap(({ name, detail }) => (detail === undefined ? [] : [{ about: name, detail }]));
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/group.ts




/**
 * The names the console gives, then the ones the official action gives, which does not cut them at 47.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
 */
function groupNames(given, target) {
    const named = (ending) => ({
        application: given.application ?? `AppECS-${ending}`,
        group: given.group ?? `DgpECS-${ending}`
    });
    const cut = named(`${target.cluster.slice(0, 47)}-${target.service.slice(0, 47)}`);
    const whole = named(`${target.cluster}-${target.service}`);
    return cut.application === whole.application && cut.group === whole.group ? [cut] : [cut, whole];
}
function checkGroup(name, answer, target) {
    const place = { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: name.group };
    const unfit = (code, text, expected) => new domain_problem/* Problem */.A(code, { place, found: `group ${name.group} ${text}`, ...(expected !== undefined && { expected }) });
    const problems = [];
    if (answer.computePlatform !== undefined && answer.computePlatform !== 'ECS') {
        problems.push(unfit('GROUP_UNFIT', `deploys to ${answer.computePlatform}`, 'ECS'));
    }
    else {
        problems.push(...lacks(answer).map((text) => unfit('GROUP_UNFIT', text)));
        const served = (answer.ecsServices ?? []).map((each) => `${each.clusterName ?? '?'}:${each.serviceName ?? '?'}`);
        const ours = `${target.cluster}:${target.service}`;
        if (!served.includes(ours)) {
            problems.push(unfit('GROUP_MISMATCH', `serves ${served.join(' and ') || 'no service'}`, ours));
        }
    }
    return failed(group_factsOf(name, answer), ...problems);
}
function lacks(answer) {
    const missing = [];
    if (answer.blueGreenDeploymentConfiguration === undefined)
        missing.push('has no blueGreenDeploymentConfiguration');
    const pair = answer.loadBalancerInfo?.targetGroupPairInfoList?.[0];
    if (pair === undefined)
        return [...missing, 'has no pair of target groups (loadBalancerInfo.targetGroupPairInfoList)'];
    const count = pair.targetGroups?.length ?? 0;
    if (count !== 2)
        missing.push(`has ${count} target groups in its pair, not 2`);
    if ((pair.prodTrafficRoute?.listenerArns?.length ?? 0) === 0)
        missing.push('has no production listener');
    return missing;
}
function group_factsOf(name, answer) {
    const blueGreen = answer.blueGreenDeploymentConfiguration;
    const ready = blueGreen?.deploymentReadyOption;
    const old = blueGreen?.terminateBlueInstancesOnDeploymentSuccess;
    const listeners = (answer.loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap((pair) => pair.prodTrafficRoute?.listenerArns ?? []);
    return {
        ...name,
        configuration: answer.deploymentConfigName,
        alarms: {
            enabled: answer.alarmConfiguration?.enabled === true,
            names: (answer.alarmConfiguration?.alarms ?? []).flatMap(({ name: alarm }) => alarm === undefined ? [] : [alarm]),
            ignorePollFailure: answer.alarmConfiguration?.ignorePollAlarmFailure === true
        },
        rollsBackOn: eventsOf(answer.autoRollbackConfiguration),
        readyWait: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * units/* MINUTE */.p : 0,
        bake: old?.action === 'KEEP_ALIVE' ? 0 : (old?.terminationWaitTimeInMinutes ?? 0) * units/* MINUTE */.p,
        // The kind of a load balancer stands in its listeners' ARNs: listener/app/… or listener/net/….
        network: listeners.some((arn) => arn.includes(':listener/net/')),
        last: answer.lastAttemptedDeployment
    };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/survey.ts











async function survey(request) {
    const { inputs } = request;
    const asked = wantedConfiguration(inputs.strategy);
    const wanted = asked.ok ? asked.value : undefined;
    const grouped = findGroup(request);
    const [group, configuration, alarms, active] = await Promise.all([
        grouped,
        findConfiguration(wanted, grouped, request),
        grouped.then(({ value }) => findAlarms(wantedAlarms(value, inputs.alarms), request)),
        grouped.then(({ value }) => findActive(value, request))
    ]);
    const parts = [group, configuration, alarms, active];
    return {
        group: group.value,
        wanted,
        configuration: configuration.value,
        alarms: alarms.value,
        problems: [...(asked.ok ? [] : asked.problems), ...parts.flatMap((part) => part.problems)],
        notes: parts.flatMap((part) => part.notes)
    };
}
async function findGroup(request) {
    const { inputs, today, aws, read } = request;
    const names = groupNames(inputs, today.target);
    let missing;
    for (const name of names) {
        const input = { applicationName: name.application, deploymentGroupName: name.group };
        const answer = await attempt(async () => {
            const { deploymentGroupInfo } = await read(() => aws.codedeploy.getDeploymentGroup(input));
            return given(deploymentGroupInfo, 'codedeploy:GetDeploymentGroup', 'deploymentGroupInfo');
        });
        if (!(answer instanceof domain_problem/* Problem */.A))
            return checkGroup(name, answer, today.target);
        if (answer.code !== 'APPLICATION_NOT_FOUND' && answer.code !== 'GROUP_NOT_FOUND')
            return failed(undefined, answer);
        missing ??= answer;
    }
    return missing ? failed(undefined, notFound(missing, names, request)) : found(undefined);
}
/** Which name was looked for, and who chose it. */
function notFound(problem, names, { inputs }) {
    const application = problem.code === 'APPLICATION_NOT_FOUND';
    const input = application ? 'codedeploy-application' : 'codedeploy-deployment-group';
    const tried = (of) => [...new Set(names.map(of))].join(' or ');
    const applications = tried((name) => name.application);
    const what = application
        ? `CodeDeploy application ${applications}`
        : `deployment group ${tried((name) => name.group)} in application ${applications}`;
    const byDefault = (application ? inputs.application : inputs.group) === undefined;
    return new domain_problem/* Problem */.A(problem.code, {
        place: { kind: 'input', name: input },
        found: `there is no ${what}${byDefault ? `; \`${input}\` was not given, so the console's default was used` : ''}`,
        ...(problem.aws && { aws: problem.aws }),
        cause: problem
    });
}
async function findConfiguration(wanted, grouped, { aws, read }) {
    const name = wanted?.kind === 'group' ? nameOfGroup((await grouped).value) : wanted?.name;
    if (wanted === undefined || name === undefined)
        return found(UNKNOWN);
    const answer = await attempt(async () => {
        const input = { deploymentConfigName: name };
        const { deploymentConfigInfo } = await read(() => aws.codedeploy.getDeploymentConfig(input));
        return given(deploymentConfigInfo, 'codedeploy:GetDeploymentConfig', 'deploymentConfigInfo');
    });
    return checkConfiguration(name, wanted, answer);
}
function nameOfGroup(group) {
    return group && (group.configuration ?? ALL_AT_ONCE);
}
async function findAlarms(names, { aws, read }) {
    const calls = Array.from({ length: Math.ceil(names.length / ALARMS_PER_CALL) }, (_, index) => alarmsRequest(names.slice(index * ALARMS_PER_CALL, (index + 1) * ALARMS_PER_CALL)));
    const answer = await attempt(() => Promise.all(calls.map((call) => read(() => aws.cloudwatch.describeAlarms(call)))));
    if (!(answer instanceof domain_problem/* Problem */.A))
        return found(answer.flatMap(alarmStates));
    if (answer.code !== 'NOT_ALLOWED')
        return failed(undefined, answer);
    return lost(undefined, {
        level: 'notice',
        says: `The role lacks cloudwatch:DescribeAlarms, so whether ${names.join(', ')} exist and are quiet was not checked, and their states are not shown`,
        remedy: answer.remedy
    });
}
async function findActive(group, request) {
    const { aws, read } = request;
    const id = group?.last?.deploymentId;
    if (group === undefined || id === undefined || !isActive(group.last?.status))
        return found(undefined);
    const answer = await attempt(() => read(() => aws.codedeploy.getDeployment({ deploymentId: id })));
    const deployment = answer instanceof domain_problem/* Problem */.A ? undefined : answer.deploymentInfo;
    // The group's record may lag behind the deployment's own.
    if (deployment?.status !== undefined && !isActive(deployment.status))
        return found(undefined);
    return failed(undefined, active(group, id, deployment, request));
}
/** A word nobody has told us of is left to AWS, which refuses a second deployment by itself. */
function isActive(status) {
    return status !== undefined && isListed(DEPLOYMENT_PHASES, status) && !OVER[DEPLOYMENT_PHASES[status]];
}
function active(group, id, deployment, request) {
    const { now, run } = request;
    const status = deployment?.status ?? group.last?.status ?? 'running';
    const created = (deployment?.createTime ?? group.last?.createTime)?.getTime();
    const ours = deployment?.description?.startsWith(runKey(run)) ?? false;
    const facts = [
        `deployment ${id} of group ${group.group} is ${status}`,
        created !== undefined && `it was created ${Math.max(0, Math.round((now - created) / units/* MINUTE */.p))} minutes ago`,
        deployment?.creator !== undefined && `its creator is ${deployment.creator}`,
        deployment?.description !== undefined && `its description is "${deployment.description}"`,
        ours && 'an earlier attempt of this run started it'
    ];
    return new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
        place: { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: group.group },
        found: facts.filter((fact) => fact !== false).join('; ')
    });
}
async function attempt(call) {
    try {
        return await call();
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A)
            return error;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/kit.ts




const codedeploy = {
    plan: async (request) => decide(request, await survey(request)),
    engine: codedeployEngine,
    evidence: evidence
};

;// CONCATENATED MODULE: ./src/engines/pick.ts

const PLANNERS = {
    CODE_DEPLOY: codedeploy.plan
};
function planFor(request) {
    return PLANNERS[request.today.controller](request);
}
function engineFor(plan, aws, tools) {
    switch (plan.engine) {
        case 'codedeploy':
            return codedeploy.engine(plan, aws, tools);
    }
}
function evidenceFor(plan, handle, aws) {
    switch (plan.engine) {
        case 'codedeploy':
            return codedeploy.evidence(plan, handle, aws);
    }
}

;// CONCATENATED MODULE: ./src/observe/pursuit.ts


/** Every patience that is ours and not the user's, in one place. */
const pursuit_PATIENCE = {
    /** After AWS says it succeeded: tasks may still be settling. */
    settle: 60 * units/* SECOND */.Z,
    /** A rollback deployment may become visible some looks after the stop it answers. */
    rollbackAppears: 60 * units/* SECOND */.Z,
    /** After a person stopped it: they may have asked for a rollback that is not configured. */
    rollbackSurprises: 10 * units/* SECOND */.Z,
    /** A roll-back has its own deadline: it may provision tasks anew. */
    rollback: 30 * units/* MINUTE */.p,
    /** Without any sight of the status. */
    blind: 10 * units/* MINUTE */.p,
    /** A deployment that is not found: at least this long, and `goneLooks` looks. */
    gone: 45 * units/* SECOND */.Z,
    goneLooks: 3,
    /** Credentials can be refreshed by another process: ask once more before believing it. */
    expiredLooks: 2,
    /** A service that is not found. */
    inactiveLooks: 2,
    /** How often a refused roll-back or stop is asked for again. */
    askTries: 5,
    heartbeat: 60 * units/* SECOND */.Z
};
function pursuit(plan, startedAt) {
    return {
        timetable: plan.timetable,
        until: plan.wait.until === 'traffic-shifted' ? 'traffic-shifted' : 'complete',
        deadline: startedAt + (0,domain_shape/* scheduledTime */.RC)(plan.timetable) + plan.wait.allowance,
        onTimeout: plan.wait.onTimeout,
        onCancel: plan.wait.onCancel,
        maxGap: plan.wait.maxGap,
        watchesAlarms: plan.guard.alarms.length > 0
    };
}

;// CONCATENATED MODULE: ./src/domain/outlook.ts
// What the timetable says will come next, once the traffic has begun to move. Instants are by our clock.

const NO_OUTLOOK = { next: undefined, end: undefined };
/** Every predicted moment of a shift that began at `began`; `shiftedAt` corrects the end when 100 % came later than planned. */
function moments(timetable, began, shiftedAt) {
    const weights = timetable.steps.map((step) => ({
        kind: 'weight',
        at: began + step.after,
        weight: step.weight
    }));
    // Without steps the end can only be told once all traffic has moved.
    if (timetable.steps.length === 0 && shiftedAt === undefined)
        return [];
    const shifted = shiftedAt ?? began + (0,domain_shape/* shiftTime */.Iy)(timetable);
    return [...weights, { kind: 'end', at: shifted + timetable.bake }];
}
/** Whether a moment is still to come, or late, with this much traffic on the new revision. */
function isPending(moment, traffic) {
    return moment.kind === 'end' || moment.weight > (traffic ?? 0);
}
function outlook(all, traffic) {
    return { next: all.find((moment) => isPending(moment, traffic)), end: all.at(-1)?.at };
}

;// CONCATENATED MODULE: ./src/observe/progress.ts
// What is known of a deployment by now, folded from one reading after the other. No clock, no AWS: values in, value out.


function begin(startedAt) {
    return {
        startedAt,
        turn: 0,
        phase: 'queued',
        looks: { status: undefined, target: undefined, service: undefined, alarms: undefined },
        shiftBegan: undefined,
        shifted: undefined,
        over: undefined,
        rollingBack: undefined,
        inactiveLooks: 0,
        ask: undefined,
        toldAt: startedAt
    };
}
function fold(before, reading, now) {
    const turn = before.turn + 1;
    const looks = {
        status: look(before.looks.status, reading.status, turn),
        target: look(before.looks.target, reading.target, turn),
        service: look(before.looks.service, reading.service, turn),
        alarms: look(before.looks.alarms, reading.alarms, turn)
    };
    const phase = phaseOf(looks, before);
    const mark = { turn, at: now };
    return {
        ...before,
        turn,
        phase,
        looks,
        shiftBegan: before.shiftBegan ?? shiftBegan(before, looks, now),
        shifted: isShifted(looks)
            ? (before.shifted ?? { turn, at: between(before, looks.target?.part?.shiftedAt, now) })
            : undefined,
        over: OVER[phase] ? (before.phase === phase ? (before.over ?? mark) : mark) : undefined,
        rollingBack: phase === 'rolling-back' ? (before.rollingBack ?? mark) : before.rollingBack,
        inactiveLooks: inactiveLooks(before, reading)
    };
}
function asked(before, action, refused, now) {
    return { ...before, ask: { action, at: before.ask?.at ?? now, tries: (before.ask?.tries ?? 0) + 1, refused } };
}
/** A source was looked at in a turn after `mark`, whether or not it could be seen. */
function lookedSince(look, mark) {
    return look !== undefined && look.turn > mark.turn;
}
/** What the timetable predicts from what was seen. */
function predicted(progress, pursuit) {
    if (progress.shiftBegan === undefined)
        return [];
    return moments(pursuit.timetable, progress.shiftBegan, progress.shifted?.at);
}
function outlookOf(progress, pursuit) {
    // What is undone or over follows no timetable.
    if (progress.rollingBack || progress.over || progress.ask)
        return NO_OUTLOOK;
    return outlook(predicted(progress, pursuit), progress.looks.target?.part?.traffic);
}
function look(before, sight, turn) {
    if (sight === undefined)
        return before;
    if (sight.kind === 'seen')
        return { turn, at: sight.at, part: sight.part, seenAt: sight.at, blind: undefined };
    return {
        turn,
        at: sight.at,
        part: before?.part,
        seenAt: before?.seenAt,
        blind: {
            since: before?.blind?.since ?? sight.at,
            looks: (before?.blind?.looks ?? 0) + 1,
            problem: sight.problem,
            forGood: sight.forGood
        }
    };
}
/** The deployment's own word first; only `running` leaves room for the target's finer one. */
function phaseOf(looks, before) {
    const status = looks.status?.part;
    if (status === undefined)
        return before.phase;
    // An old answer of a lagging reader does not bring a deployment back to life; a rollback may still become visible.
    if (before.over && !OVER[status.phase] && status.phase !== 'rolling-back')
        return before.phase;
    const askedBack = before.ask?.action.kind === 'roll-back' && before.ask.refused === undefined;
    if (askedBack && status.phase === 'stopped' && status.rollback === undefined)
        return 'rolling-back';
    if (status.phase !== 'running')
        return status.phase;
    const { target } = looks;
    if (target?.part !== undefined && target.part.phase !== 'queued')
        return target.part.phase;
    // The target tells more within a moment; only when it cannot, the coarse word has to do.
    return target?.blind || status.unlisted || before.phase !== 'queued' ? 'running' : 'queued';
}
function isShifted(looks) {
    const { target, service } = looks;
    if (target?.blind?.forGood && target.part === undefined)
        return service?.part?.primaryIsTarget === true;
    return target?.part?.shifted === true;
}
function shiftBegan(before, looks, now) {
    const target = looks.target?.part;
    if (target === undefined)
        return undefined;
    const moving = target.phase === 'shifting' || target.shifted || (target.traffic ?? 0) > 0;
    return moving ? between(before, target.shiftStartedAt, now) : undefined;
}
/**
 * When something happened that this look is the first to see: after the last one. AWS's own time is taken when it falls
 * between the two, else this look's, because the clocks need not agree.
 */
function between(before, claimed, now) {
    const earliest = before.looks.target?.seenAt ?? before.startedAt;
    return claimed !== undefined && claimed >= earliest && claimed <= now ? claimed : now;
}
function inactiveLooks(before, reading) {
    if (reading.service?.kind !== 'seen')
        return before.inactiveLooks;
    return reading.service.part.active ? 0 : before.inactiveLooks + 1;
}

;// CONCATENATED MODULE: ./src/observe/cadence.ts
// When each source is looked at next. One table; denser around predicted moments, sparser between, at most twelve looks a
// minute while nothing special is due.




/** Looks a minute in the steady state: 6 + 3 + 2 + 1. */
const EVERY = {
    status: 10 * units/* SECOND */.Z,
    target: 20 * units/* SECOND */.Z,
    alarms: 30 * units/* SECOND */.Z,
    service: 60 * units/* SECOND */.Z,
    /** Around a predicted moment, and while something is being undone. */
    dense: 5 * units/* SECOND */.Z,
    /** The target inside a long hold or bake, where nothing can move. */
    quiet: 60 * units/* SECOND */.Z,
    /** Any source that could not be seen, the longer the rarer. */
    blind: 20 * units/* SECOND */.Z
};
/** How far around a predicted moment looks are dense: AWS acts some seconds late, never early. */
const DENSE = { before: 2 * units/* SECOND */.Z, after: 20 * units/* SECOND */.Z };
/** How long looks stay dense while something is being undone: a rollback to a living revision takes seconds. */
const HURRY = 2 * units/* MINUTE */.p;
/** A moment further away than this leaves the target quiet. */
const FAR = units/* MINUTE */.p;
/** The next instant at which something should be looked at, and all that is due then. */
function nextLook(progress, pursuit, now) {
    const wanted = ['status', 'target', 'service', 'alarms']
        .map((source) => ({ source, at: dueAt(source, progress, pursuit, now) }))
        .filter((look) => look.at !== undefined);
    const at = Math.max(now, Math.min(...wanted.map((look) => look.at)));
    // Looks that are nearly due go along: one waking, one burst.
    const sources = wanted.filter((look) => look.at <= at + units/* SECOND */.Z).map((look) => look.source);
    return { at, sources };
}
function dueAt(source, progress, pursuit, now) {
    const look = progress.looks[source];
    if (source !== 'status' && look?.blind?.forGood)
        return undefined;
    if (wantedNow(source, progress, pursuit, now))
        return now;
    if (look?.blind && progress.over)
        return look.at + hurried(progress.over, now);
    if (look?.blind)
        return look.at + Math.min(EVERY.blind, EVERY.status + (look.blind.looks - 1) * EVERY.dense);
    switch (source) {
        case 'status':
            return look === undefined ? now : nextAt(look.at, statusGap(progress, pursuit, now), progress, pursuit, 'end');
        case 'target':
            return targetAt(look, progress, pursuit, now);
        case 'alarms':
            if (!pursuit.watchesAlarms || OVER[progress.phase])
                return undefined;
            return look === undefined ? now : look.at + EVERY.alarms;
        case 'service':
            return (look?.at ?? progress.startedAt) + serviceGap(progress, pursuit, now);
    }
}
/** A fresh look that the next decision hangs on. */
function wantedNow(source, progress, pursuit, now) {
    const look = progress.looks[source];
    const arrived = pursuit.until === 'traffic-shifted' ? progress.shifted : undefined;
    // The primary is believed only together with a deployment that still goes on.
    if (source === 'status')
        return arrived !== undefined && !lookedSince(look, arrived);
    if (source === 'alarms') {
        // The value that turned an alarm on is read once more when AWS undoes the deployment.
        const undone = progress.rollingBack ?? progress.over;
        return pursuit.watchesAlarms && undone !== undefined && !lookedSince(look, undone);
    }
    const mark = progress.over ?? (source === 'service' ? arrived : undefined);
    if (mark && !lookedSince(look, mark))
        return true;
    return now >= pursuit.deadline && (look === undefined || look.at < pursuit.deadline);
}
function statusGap(progress, pursuit, now) {
    const { ask, over, rollingBack } = progress;
    const undoing = [ask, over, rollingBack].some((mark) => mark !== undefined && now - mark.at < HURRY);
    return undoing ? EVERY.dense : Math.min(EVERY.status, pursuit.maxGap ?? EVERY.status);
}
function targetAt(look, progress, pursuit, now) {
    const status = progress.looks.status?.part?.phase;
    if (status === undefined || status === 'queued' || OVER[progress.phase])
        return undefined;
    if (look === undefined)
        return now;
    const ahead = predicted(progress, pursuit).find((moment) => moment.kind === 'weight' && moment.at > now);
    const quiet = progress.phase === 'baking' || (ahead !== undefined && ahead.at - now > FAR);
    return nextAt(look.at, quiet ? EVERY.quiet : EVERY.target, progress, pursuit, 'weight');
}
/** Dense at first; what takes longer is not helped by asking more often. */
function hurried(since, now) {
    return now - since.at < HURRY ? EVERY.dense : EVERY.status;
}
function serviceGap(progress, pursuit, now) {
    if (progress.inactiveLooks > 0)
        return EVERY.dense;
    if (progress.over)
        return hurried(progress.over, now);
    if (pursuit.until === 'traffic-shifted' && progress.shifted) {
        return now - progress.shifted.at < HURRY ? EVERY.status : EVERY.target;
    }
    // Without the target, the service's primary is the only sign of the shift.
    return progress.looks.target?.blind?.forGood ? EVERY.target : EVERY.service;
}
/** `last + gap`, or sooner when the first moment that is still to come, or late, asks for it. */
function nextAt(last, gap, progress, pursuit, kind) {
    const steady = last + gap;
    const pending = predicted(progress, pursuit).find((moment) => moment.kind === kind && isPending(moment, progress.looks.target?.part?.traffic));
    const sooner = pending && firstDense(pending, last);
    return sooner === undefined ? steady : Math.min(steady, sooner);
}
/** The first instant of the moment's dense window that is a dense gap after the last look; undefined when it is past. */
function firstDense(moment, last) {
    const at = Math.max(moment.at + DENSE.before, last + EVERY.dense);
    return at <= moment.at + DENSE.after ? at : undefined;
}

;// CONCATENATED MODULE: ./src/observe/confirm.ts

/** Only looks newer than `since` count. */
function confirm_confirm(progress, since) {
    const { service, target } = progress.looks;
    if (service?.blind)
        return { kind: 'blind', problem: service.blind.problem, forGood: service.blind.forGood };
    if (!lookedSince(service, since) || service?.part === undefined)
        return { kind: 'no', found: 'the service was not read since' };
    const traffic = target?.blind ? undefined : target?.part?.traffic;
    const found = shortcoming(service.part, traffic);
    return found === undefined ? { kind: 'yes' } : { kind: 'no', found };
}
/** What keeps the target from serving; undefined when nothing does. Unknown traffic is left to the primary, which moves last. */
function shortcoming(service, traffic) {
    if (!service.active)
        return 'the service is not active';
    if (!service.primaryIsTarget) {
        return service.primary ? `the primary runs ${service.primary.taskDefinition}` : 'the service has no primary';
    }
    if (traffic !== undefined && traffic < 100)
        return `the new revision has ${traffic} % of the traffic`;
    if (!service.stable) {
        const tasks = service.tasks;
        return tasks
            ? `the new revision is not stable: ${tasks.running} of ${tasks.desired} tasks run`
            : 'the new revision is not stable';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/observe/judge.ts




const WAIT = { kind: 'wait' };
function judge(progress, pursuit, now, cancelled) {
    if (progress.inactiveLooks >= pursuit_PATIENCE.inactiveLooks)
        return conclude(judge_failed({ kind: 'service-gone' }, progress));
    if (OVER[progress.phase])
        return over(progress, pursuit, now, cancelled);
    if (cancelled)
        return stopWatching(progress, pursuit);
    return (judge_lost(progress, now) ??
        rollingBack(progress, pursuit, now) ??
        shifted(progress, pursuit, now) ??
        late(progress, pursuit, now) ??
        WAIT);
}
/** AWS has finished: its word is checked against the service before anybody is told. */
function over(progress, pursuit, now, cancelled) {
    const mark = progress.over;
    if (mark === undefined)
        return WAIT;
    const { service, target } = progress.looks;
    if (!cancelled && !(settled(service, mark) && settled(target, mark)))
        return WAIT;
    const late = now - mark.at >= pursuit_PATIENCE.settle || cancelled;
    switch (progress.phase) {
        case 'succeeded': {
            const confirmed = confirm_confirm(progress, mark);
            if (confirmed.kind === 'yes')
                return conclude({ kind: 'succeeded', until: 'complete' });
            if (cancelled)
                return conclude(leftRunning({ kind: 'cancelled' }, progress));
            if (confirmed.kind === 'no') {
                return late ? conclude(judge_failed({ kind: 'not-serving', found: confirmed.found }, progress)) : WAIT;
            }
            const givenUp = confirmed.forGood || now - mark.at >= pursuit_PATIENCE.blind;
            return givenUp ? conclude({ kind: 'unknown', problem: confirmed.problem }) : WAIT;
        }
        case 'rolled-back': {
            const primary = fresh(service, mark);
            if (primary?.primaryIsTarget !== true)
                return conclude({ kind: 'rolled-back', cause: judge_causeOf(progress, pursuit) });
            // AWS says the old revision is back, the service says it is not: believed only after it had time to settle.
            if (!late)
                return WAIT;
            return conclude(judge_failed({ kind: 'not-serving', found: 'the new revision is still the primary after the roll-back' }, progress));
        }
        case 'stopped': {
            const byPerson = progress.looks.status?.part?.cause?.kind === 'operator';
            if (byPerson && now - mark.at < pursuit_PATIENCE.rollbackSurprises && !cancelled)
                return WAIT;
            return conclude(judge_failed(judge_causeOf(progress, pursuit), progress));
        }
        case 'failed':
            return conclude(judge_failed(judge_causeOf(progress, pursuit), progress));
        case 'queued':
        case 'running':
        case 'provisioning':
        case 'paused':
        case 'shifting':
        case 'baking':
        case 'rolling-back':
            return WAIT;
    }
}
/** The job is being cancelled: one request at once, then nothing more; there are seconds left. */
function stopWatching(progress, pursuit) {
    const action = actionOf(pursuit.onCancel);
    const mayAct = action !== undefined &&
        progress.ask === undefined &&
        progress.shifted === undefined &&
        progress.rollingBack === undefined;
    return mayAct ? { kind: 'act', action } : conclude(leftRunning({ kind: 'cancelled' }, progress));
}
/** The status cannot be seen. */
function judge_lost(progress, now) {
    const blind = progress.looks.status?.blind;
    if (blind === undefined)
        return undefined;
    const unknown = conclude({ kind: 'unknown', problem: blind.problem });
    if (blind.problem.code === 'CREDENTIALS_EXPIRED')
        return blind.looks >= pursuit_PATIENCE.expiredLooks ? unknown : WAIT;
    if (blind.forGood)
        return unknown;
    const since = now - blind.since;
    if (blind.problem.code === 'DEPLOYMENT_GONE')
        return blind.looks >= pursuit_PATIENCE.goneLooks && since >= pursuit_PATIENCE.gone ? unknown : WAIT;
    return since >= pursuit_PATIENCE.blind ? unknown : undefined;
}
/** All traffic has moved, and that is all the user wanted to wait for. */
function shifted(progress, pursuit, now) {
    if (pursuit.until !== 'traffic-shifted' || progress.shifted === undefined || progress.ask)
        return undefined;
    // Both in one turn: a deployment that was stopped meanwhile is about to take the traffic back.
    const { status, service } = progress.looks;
    if (status?.blind || status?.turn !== progress.turn || service?.turn !== progress.turn)
        return undefined;
    if (confirm_confirm(progress, progress.shifted).kind !== 'yes')
        return undefined;
    const end = progress.shifted.at + pursuit.timetable.bake;
    return conclude({ kind: 'succeeded', until: 'traffic-shifted', reversibleUntil: end > now ? end : undefined });
}
/** A roll-back has its own patience, whoever asked for it. */
function rollingBack(progress, pursuit, now) {
    const mark = progress.rollingBack;
    if (progress.phase !== 'rolling-back' || mark === undefined)
        return undefined;
    const waited = now - mark.at;
    if (progress.looks.status?.part?.rollback === undefined && waited >= pursuit_PATIENCE.rollbackAppears) {
        return conclude(judge_failed({ kind: 'rollback-missing', waited, first: judge_causeOf(progress, pursuit) }, progress));
    }
    return waited >= pursuit_PATIENCE.rollback ? conclude(leftRunning(judge_causeOf(progress, pursuit), progress)) : WAIT;
}
/** Our own patience is over. Acting needs a look at the traffic that is newer than the deadline. */
function late(progress, pursuit, now) {
    if (now < pursuit.deadline)
        return undefined;
    const cause = { kind: 'deadline', after: now - progress.startedAt };
    const leave = conclude(leftRunning(cause, progress));
    const { ask } = progress;
    if (ask) {
        const givenUp = now - ask.at >= pursuit_PATIENCE.rollback || (ask.refused !== undefined && ask.tries >= pursuit_PATIENCE.askTries);
        if (givenUp)
            return leave;
        return ask.refused ? { kind: 'act', action: ask.action } : WAIT;
    }
    const action = actionOf(pursuit.onTimeout);
    if (action === undefined || progress.shifted)
        return leave;
    const { target, service } = progress.looks;
    if (stale(target, pursuit.deadline) || stale(service, pursuit.deadline))
        return WAIT;
    const traffic = target?.blind ? undefined : target?.part?.traffic;
    const moved = traffic === undefined ? (service?.blind ? undefined : service?.part?.primaryIsTarget) : traffic >= 100;
    return moved === false ? { kind: 'act', action } : leave;
}
function stale(look, since) {
    return look?.blind?.forGood !== true && (look === undefined || look.at < since);
}
function settled(look, mark) {
    return look?.blind?.forGood === true || lookedSince(look, mark);
}
function fresh(look, mark) {
    return lookedSince(look, mark) && look?.blind === undefined ? look?.part : undefined;
}
/** When this run asked for the roll-back, that is the cause, whatever AWS calls it. */
function judge_causeOf(progress, pursuit) {
    const stated = progress.looks.status?.part?.cause;
    if (stated?.kind === 'rollback-failed')
        return stated;
    if (progress.ask)
        return { kind: 'deadline', after: pursuit.deadline - progress.startedAt };
    if (stated?.kind === 'alarm')
        return withReason(stated, progress.looks.alarms?.part ?? []);
    return stated ?? { kind: 'aws', code: undefined, message: undefined };
}
/** CodeDeploy names the alarms; CloudWatch knows the value that set them off. */
function withReason(cause, alarms) {
    const reason = alarms.find((alarm) => alarm.state === 'ALARM' && cause.names.includes(alarm.name))?.reason;
    return reason === undefined ? cause : { ...cause, reason };
}
function actionOf(policy) {
    switch (policy) {
        case 'rollback':
            return { kind: 'roll-back' };
        case 'stop':
            return { kind: 'stop' };
        case 'leave':
            return undefined;
    }
}
function lastTraffic(progress) {
    return progress.looks.target?.part?.traffic;
}
function judge_failed(cause, progress) {
    return { kind: 'failed', cause, traffic: lastTraffic(progress) };
}
function leftRunning(cause, progress) {
    const { ask } = progress;
    const asked = ask === undefined || ask.refused ? 'nothing' : ask.action.kind;
    return { kind: 'left-running', cause, traffic: lastTraffic(progress), asked };
}
function conclude(verdict) {
    return { kind: 'conclude', verdict };
}

;// CONCATENATED MODULE: ./src/observe/tell.ts



function tell(before, after, pursuit, now) {
    const changes = [
        ...sights(before, after, now),
        ...tell_status(before, after, pursuit, now),
        ...target(before, after, pursuit, now),
        ...alarms(before, after, now),
        ...serviceEvents(before, after, now)
    ];
    if (changes.length > 0 || now - before.toldAt < pursuit_PATIENCE.heartbeat)
        return changes;
    const traffic = after.looks.target?.part?.traffic;
    return [{ kind: 'heartbeat', at: now, phase: after.phase, traffic, outlook: outlookOf(after, pursuit) }];
}
/** Being blind is said once, not at each look; so is seeing again. */
function sights(before, after, at) {
    const sources = ['status', 'target', 'service', 'alarms'];
    return sources.flatMap((source) => {
        const was = before.looks[source];
        const is = after.looks[source];
        if (is?.blind && (was?.blind === undefined || (is.blind.forGood && !was.blind.forGood))) {
            return [{ kind: 'blind', at, source, problem: is.blind.problem, forGood: is.blind.forGood }];
        }
        if (was?.blind && is && !is.blind)
            return [{ kind: 'sighted', at, source, after: at - was.blind.since }];
        return [];
    });
}
function tell_status(before, after, pursuit, at) {
    const was = before.looks.status?.part;
    const is = after.looks.status?.part;
    const events = [];
    if (is?.unlisted && is.status !== was?.status)
        events.push({ kind: 'unlisted', at, status: is.status });
    if (is && after.phase !== before.phase) {
        const outlook = outlookOf(after, pursuit);
        events.push({ kind: 'phase', at, from: before.phase, to: after.phase, status: is.status, outlook });
    }
    const rollback = is?.rollback;
    if (rollback && (rollback.id !== was?.rollback?.id || rollback.status !== was.rollback.status)) {
        events.push({ kind: 'rollback', at, id: rollback.id, status: rollback.status });
    }
    return events;
}
function target(before, after, pursuit, at) {
    const was = before.looks.target?.part;
    const is = after.looks.target?.part;
    if (is === undefined || is === was)
        return [];
    const events = [];
    for (const stage of is.stages) {
        const known = was?.stages.find((other) => other.name === stage.name);
        if (stage.status !== known?.status && stage.status !== 'Pending')
            events.push({ kind: 'stage', at, stage });
    }
    const from = was?.traffic;
    if (is.traffic !== undefined && is.traffic !== from && !(from === undefined && is.traffic === 0)) {
        const outlook = is.traffic < (from ?? 0) ? NO_OUTLOOK : outlookOf(after, pursuit);
        events.push({ kind: 'traffic', at, from, to: is.traffic, outlook });
    }
    const { tasks } = is;
    const counted = was?.tasks;
    const recounted = tasks?.running !== counted?.running || tasks?.pending !== counted?.pending || tasks?.desired !== counted?.desired;
    if (tasks && recounted)
        events.push({ kind: 'tasks', at, tasks });
    return events;
}
function alarms(before, after, at) {
    const was = before.looks.alarms?.part;
    const is = after.looks.alarms?.part;
    if (is === undefined || is === was)
        return [];
    return is.flatMap((alarm) => {
        const from = was?.find((other) => other.name === alarm.name)?.state;
        return alarm.state === from ? [] : [{ kind: 'alarm', at, alarm, from }];
    });
}
/** Only events of this deployment's time, oldest first; AWS's times are compared with AWS's. */
function serviceEvents(before, after, at) {
    const is = after.looks.service?.part;
    const since = after.looks.status?.part?.createdAt;
    if (is === undefined || since === undefined)
        return [];
    const known = before.looks.service?.part?.events ?? [];
    // ECS repeats itself while something stays wrong: the same words are told once.
    const ids = new Set(known.map((event) => event.id));
    const texts = new Set(known.filter((event) => event.at >= since).map((event) => event.text));
    const fresh = is.events.filter((event) => event.at >= since && !ids.has(event.id) && !texts.has(event.text));
    return [...fresh].sort(byTime).map((event) => ({ kind: 'service-event', at, event }));
}
function byTime(one, other) {
    return one.at - other.at;
}

;// CONCATENATED MODULE: ./src/observe/watch.ts





async function watch(pursuit, engine, handle, watcher) {
    const { clock, cancelled, emit } = watcher;
    let progress = begin(clock.now());
    for (;;) {
        const due = nextLook(progress, pursuit, clock.now());
        await clock.sleep(due.at - clock.now(), cancelled);
        const reading = cancelled.aborted ? {} : await engine.observe(handle, due.sources, cancelled);
        const before = progress;
        const now = clock.now();
        progress = fold(before, cancelled.aborted ? {} : reading, now);
        const events = tell(before, progress, pursuit, now);
        if (events.length > 0)
            progress = { ...progress, toldAt: now };
        for (const event of events)
            await emit(event);
        const decision = judge(progress, pursuit, now, cancelled.aborted);
        switch (decision.kind) {
            case 'wait':
                break;
            case 'act': {
                const problem = await refusal(engine, handle, decision.action);
                progress = asked(progress, decision.action, problem, clock.now());
                await emit({ kind: 'acted', at: clock.now(), action: decision.action, problem });
                break;
            }
            case 'conclude':
                return decision.verdict;
        }
    }
}
async function refusal(engine, handle, action) {
    try {
        await engine.act(handle, action);
        return undefined;
    }
    catch (error) {
        return error instanceof domain_problem/* Problem */.A ? error : new domain_problem/* Problem */.A('INTERNAL', { found: String(error), cause: error });
    }
}

// EXTERNAL MODULE: ./src/plan/decide.ts
var plan_decide = __nccwpck_require__(2759);
;// CONCATENATED MODULE: ./src/plan/images.ts
// Which images a deployment changes, for the people who review it. Pure.

/** The image of each container of a task definition, as far as it has the form of one. */
function imagesOf(definition) {
    const containers = (0,json/* isObject */.G)(definition) ? definition['containerDefinitions'] : undefined;
    const images = new Map();
    for (const container of (0,json/* isList */.L)(containers) ? containers : []) {
        if (!(0,json/* isObject */.G)(container))
            continue;
        const { name, image } = container;
        if (typeof name === 'string' && typeof image === 'string')
            images.set(name, image);
    }
    return images;
}
/** The images to deploy, each beside the one that runs in its container now. */
function imageChanges(images, running) {
    return images.map(({ container, to }) => ({ container, from: running?.get(container), to }));
}

// EXTERNAL MODULE: ./src/plan/revisions.ts
var revisions = __nccwpck_require__(4201);
;// CONCATENATED MODULE: ./src/plan/survey.ts

const UNFIT = {
    ECS: 'its controller is ECS, whose own canary, linear and blue/green deployments come with the next release',
    EXTERNAL: 'its controller is EXTERNAL, so its task sets belong to a tool of yours that AWS knows nothing about'
};
const SERVICE_ARN = /^arn:(?<partition>[\w-]+):ecs:(?<region>[\w-]+):(?<account>\d{12}):service\/(?:(?<cluster>[^/]+)\/)?(?<name>[^/]+)$/;
async function survey_survey(inputs, aws, read) {
    const elsewhere = namedElsewhere(inputs, aws.region);
    if (elsewhere.length > 0)
        return { ok: false, problems: elsewhere };
    try {
        const request = { cluster: inputs.cluster, services: [inputs.service] };
        return understand(await read(() => aws.ecs.describeServices(request)), inputs, aws.region);
    }
    catch (error) {
        if (!(error instanceof domain_problem/* Problem */.A))
            throw error;
        return { ok: false, problems: [explained(error, inputs, aws.region)] };
    }
}
/** DescribeServices' answer as facts, or everything that is wrong with it. */
function understand(answer, inputs, region) {
    const [service] = answer.services ?? [];
    if (service === undefined)
        return { ok: false, problems: [absent(answer, inputs, region)] };
    const place = survey_placeOf(inputs);
    const identity = SERVICE_ARN.exec(service.serviceArn ?? '')?.groups;
    if (identity === undefined || service.serviceArn === undefined) {
        return { ok: false, problems: [invalid('serviceArn', service.serviceArn, place)] };
    }
    const target = {
        partition: identity.partition ?? 'aws',
        region: identity.region ?? region,
        account: identity.account ?? '',
        cluster: lastSegment(service.clusterArn) ?? identity.cluster ?? inputs.cluster,
        service: service.serviceName ?? identity.name ?? inputs.service
    };
    // Absent for a plain ECS service: the official action takes it for ECS, too.
    const controller = service.deploymentController?.type ?? 'ECS';
    const problems = [
        ...accountProblems(target, inputs),
        ...statusProblems(service, target, place),
        ...(target.region === region ? [] : [foreign(target, region, place)])
    ];
    if (controller !== 'CODE_DEPLOY')
        problems.push(unfit(controller, target, place));
    if (controller !== 'CODE_DEPLOY' || problems.length > 0)
        return { ok: false, problems };
    return { ok: true, value: { target, controller, service: facts(service, service.serviceArn) } };
}
/** A service or cluster given by its ARN says itself where it is. */
function namedElsewhere(inputs, region) {
    const named = [
        { name: 'cluster', value: inputs.cluster },
        { name: 'service', value: inputs.service }
    ];
    return named.flatMap(({ name, value }) => {
        const [prefix, , , written, account] = value.split(':');
        if (prefix !== 'arn' || written === undefined)
            return [];
        const problems = [];
        if (written !== region) {
            const found = `\`${name}\` is in region ${written}, but AWS is asked in region ${region}`;
            problems.push(new domain_problem/* Problem */.A('INPUT_CONFLICT', { place: { kind: 'input', name }, found, expected: region }));
        }
        if (account !== undefined && inputs.allowedAccounts.length > 0 && !inputs.allowedAccounts.includes(account)) {
            problems.push(notAllowed(`\`${name}\` is in account ${account}`, inputs));
        }
        return problems;
    });
}
function absent(answer, inputs, region) {
    const place = survey_placeOf(inputs);
    const [failure] = answer.failures ?? [];
    if (failure === undefined)
        return invalid('services', 'an empty list', place);
    // A missing service is HTTP 200 with this word. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
    if (failure.reason === 'MISSING') {
        const account = failure.arn?.split(':')[4];
        const where = account ? `account ${account}, region ${region}` : `region ${region}`;
        const found = `there is no service ${inputs.service} in cluster ${inputs.cluster} (${where})`;
        return new domain_problem/* Problem */.A('SERVICE_NOT_FOUND', { place, found });
    }
    const found = [failure.reason ?? 'no reason given', failure.detail].filter(Boolean).join(': ');
    return new domain_problem/* Problem */.A('AWS_REFUSED', { place, found });
}
/** A refusal of AWS with the names and the region it was asked for. */
function explained(problem, inputs, region) {
    if (problem.code !== 'CLUSTER_NOT_FOUND')
        return problem;
    return new domain_problem/* Problem */.A('CLUSTER_NOT_FOUND', {
        place: { kind: 'input', name: 'cluster' },
        found: `there is no cluster ${inputs.cluster} in region ${region} for the account of these credentials`,
        ...(problem.aws && { aws: problem.aws }),
        cause: problem
    });
}
function accountProblems(target, inputs) {
    const { allowedAccounts } = inputs;
    if (allowedAccounts.length === 0 || allowedAccounts.includes(target.account))
        return [];
    return [notAllowed(`the service is in account ${target.account}`, inputs)];
}
function notAllowed(found, inputs) {
    const place = { kind: 'input', name: 'allowed-account-ids' };
    return new domain_problem/* Problem */.A('ACCOUNT_NOT_ALLOWED', { place, found, expected: inputs.allowedAccounts.join(' or ') });
}
function statusProblems(service, target, place) {
    if (service.status === 'ACTIVE')
        return [];
    const found = `the status of service ${target.service} is ${service.status ?? 'not given'}`;
    return [new domain_problem/* Problem */.A('SERVICE_INACTIVE', { place, found, expected: 'ACTIVE' })];
}
function foreign(target, region, place) {
    const found = `asked in region ${region}, AWS answered with a service in region ${target.region}`;
    return new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place, found, remedy: 'Correct `aws-region` or AWS_ENDPOINT_URL.' });
}
function unfit(controller, target, place) {
    const why = UNFIT[controller] ?? `its controller is ${controller}, which nobody has told us of`;
    return new domain_problem/* Problem */.A('CONTROLLER_UNFIT', {
        place,
        found: `service ${target.service} cannot be deployed to: ${why}`,
        expected: 'CODE_DEPLOY'
    });
}
function invalid(member, found, place) {
    return new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place, found: `\`${member}\` is ${found ?? 'missing'}` });
}
function survey_placeOf(inputs) {
    return { kind: 'aws', call: 'ecs:DescribeServices', resource: `${inputs.cluster}/${inputs.service}` };
}
function lastSegment(arn) {
    return arn?.split('/').at(-1);
}
function facts(service, arn) {
    const taskSets = (service.taskSets ?? []).flatMap((set) => set.id === undefined ? [] : [{ ...placement(set), id: set.id, status: set.status }]);
    const primary = taskSets.find((set) => set.status === 'PRIMARY');
    return {
        ...placement(service),
        arn,
        desiredCount: service.desiredCount,
        schedulingStrategy: service.schedulingStrategy,
        taskSets,
        primary,
        running: primary?.taskDefinition ?? service.taskDefinition
    };
}
function placement(from) {
    return {
        taskDefinition: from.taskDefinition,
        launchType: from.launchType,
        platformVersion: from.platformVersion,
        networkConfiguration: from.networkConfiguration,
        capacityProviderStrategy: from.capacityProviderStrategy ?? [],
        balancers: (from.loadBalancers ?? []).flatMap((balancer) => balancer.containerName === undefined || balancer.containerPort === undefined
            ? []
            : [
                {
                    targetGroupArn: balancer.targetGroupArn,
                    containerName: balancer.containerName,
                    containerPort: balancer.containerPort
                }
            ])
    };
}

// EXTERNAL MODULE: ./src/plan/task-definition.ts + 2 modules
var task_definition = __nccwpck_require__(9819);
// EXTERNAL MODULE: ./src/stories/refusal.ts
var stories_refusal = __nccwpck_require__(5877);
;// CONCATENATED MODULE: ./src/stories/deploy.ts
// A deployment from the inputs to the verdict: survey, plan, register, start, watch. It names no engine.














async function deploy(inputs, world) {
    const { clock, emit } = world;
    const planned = await deploy_look(inputs, world);
    if (!planned.ok)
        return { kind: 'refused', problems: planned.problems };
    const plan = planned.value;
    await emit({ kind: 'rendered', at: clock.now(), definition: plan.revision.definition });
    await emit({ kind: 'planned', at: clock.now(), plan });
    const engine = engineFor(plan, world.aws, { clock, hash: world.hash, url: world.url });
    const begun = await deploy_begin(plan, engine, world);
    if (!begun.ok)
        return (0,stories_refusal/* refusedOrLeft */.p)(begun.problems);
    if (plan.wait.until === 'started')
        return { kind: 'started' };
    const verdict = await watch(pursuit(plan, clock.now()), engine, begun.value, world);
    if (!(0,domain_verdict/* passes */.W)(verdict))
        await explain(plan, begun.value, world);
    return verdict.kind === 'unknown' ? { kind: 'unknown', problem: leftBehind(verdict.problem, begun.value) } : verdict;
}
/** Lost from sight is not undone: whoever reads the problem must know what goes on in AWS. */
function leftBehind(problem, { id }) {
    return problem.after(`deployment ${id} was started and may still be running`);
}
/** Everything that can be known before the first write, with every problem of files and AWS in one result. */
async function deploy_look(inputs, world) {
    const { aws, run, hash, clock } = world;
    const read = (call) => (0,patience/* patiently */.d)(clock, inputs.maxRetries, call, world.cancelled);
    const surveyed = survey_survey(inputs, aws, read);
    const reading = surveyed.then((today) => (0,revisions/* readRunning */.K)(today.ok ? today.value.service.running : undefined, aws, read));
    const [today, running, base] = await Promise.all([surveyed, reading, (0,revisions/* readBase */.w)(inputs.base, reading, aws, read)]);
    const rendered = base.ok ? (0,task_definition/* render */.X)(base.value, inputs.edits) : base;
    if (!base.ok || !rendered.ok || !today.ok) {
        return { ok: false, problems: [rendered, today].flatMap((part) => (part.ok ? [] : part.problems)) };
    }
    const wanted = {
        revision: (0,plan_decide/* decideRevision */.K)(rendered.value, base.value, running.known),
        images: imageChanges(rendered.value.images, running.known && imagesOf(running.known.answer['taskDefinition'])),
        changes: undefined,
        notes: [...rendered.value.notes, ...running.notes]
    };
    return planFor({ inputs, today: today.value, wanted, run, aws, read, hash, now: clock.now() });
}
/** The writes, in the order that leaves least behind when one is refused. */
async function deploy_begin(plan, engine, world) {
    const { aws, clock, emit } = world;
    try {
        heedCancel(world);
        await engine.prepare();
        heedCancel(world);
        const { revision } = plan;
        const reused = revision.kind === 'reuse';
        const taskDefinition = reused ? revision.arn : await (0,register/* register */.k)(aws.ecs, revision.definition, clock);
        await emit({ kind: 'registered', at: clock.now(), taskDefinition, reused });
        heedCancel(world, reused ? undefined : `revision ${taskDefinition} was registered and is not used`);
        const { handle, adopted } = await engine.start(taskDefinition);
        await emit({ kind: 'started', at: clock.now(), handle, adopted });
        return { ok: true, value: handle };
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A)
            return { ok: false, problems: [error] };
        throw error;
    }
}
function heedCancel(world, changed) {
    if (!world.cancelled.aborted)
        return;
    throw new domain_problem/* Problem */.A('CANCELLED', { found: 'the job was cancelled', ...(changed !== undefined && { changed }) });
}
/** What AWS still tells about an end that is not green. Evidence never changes a verdict: what cannot be read is left out. */
async function explain(plan, handle, world) {
    if (world.cancelled.aborted)
        return;
    const sought = [evidenceFor(plan, handle, world.aws), stoppedTasks(plan.target, handle.taskDefinition, world.aws)];
    for (const found of await Promise.allSettled(sought)) {
        if (found.status === 'rejected')
            continue;
        for (const evidence of found.value)
            await world.emit({ kind: 'evidence', at: world.clock.now(), evidence });
    }
}


/***/ }),

/***/ 5877:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ refusedOrLeft)
/* harmony export */ });
function refusedOrLeft(problems) {
    const left = problems.find((problem) => problem.changed !== 'nothing');
    if (left === undefined)
        return { kind: 'refused', problems };
    if (left.code === 'OUTCOME_UNCERTAIN')
        return { kind: 'unknown', problem: left };
    return { kind: 'failed', cause: { kind: 'not-started', problem: left }, traffic: undefined };
}


/***/ }),

/***/ 7680:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ registerOnly)
/* harmony export */ });
/* harmony import */ var _aws_patience_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4862);
/* harmony import */ var _aws_register_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1948);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3603);
/* harmony import */ var _plan_revisions_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4201);
/* harmony import */ var _plan_decide_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2759);
/* harmony import */ var _plan_task_definition_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9819);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(5877);
// Render and register only: what a workflow without `service` asks for. Nothing is deployed, and nothing is judged.







async function registerOnly(inputs, world) {
    const { aws, clock, emit } = world;
    const read = (call) => (0,_aws_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .patiently */ .d)(clock, inputs.maxRetries, call, world.cancelled);
    const nothingRuns = Promise.resolve({ known: undefined, notes: [] });
    const base = await (0,_plan_revisions_js__WEBPACK_IMPORTED_MODULE_3__/* .readBase */ .w)(inputs.base, nothingRuns, aws, read);
    const rendered = base.ok ? (0,_plan_task_definition_js__WEBPACK_IMPORTED_MODULE_5__/* .render */ .X)(base.value, inputs.edits) : base;
    if (!base.ok || !rendered.ok)
        return { kind: 'refused', problems: rendered.ok ? [] : rendered.problems };
    const revision = (0,_plan_decide_js__WEBPACK_IMPORTED_MODULE_4__/* .decideRevision */ .K)(rendered.value, base.value, undefined);
    await emit({ kind: 'rendered', at: clock.now(), definition: revision.definition });
    for (const note of [...inputs.notes, ...rendered.value.notes])
        await emit({ kind: 'note', at: clock.now(), note });
    try {
        const reused = revision.kind === 'reuse';
        const taskDefinition = reused ? revision.arn : await (0,_aws_register_js__WEBPACK_IMPORTED_MODULE_1__/* .register */ .k)(aws.ecs, revision.definition, clock, world.cancelled);
        await emit({ kind: 'registered', at: clock.now(), taskDefinition, reused });
        return { kind: 'registered', taskDefinition };
    }
    catch (error) {
        if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .Problem */ .A)
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_6__/* .refusedOrLeft */ .p)([error]);
        throw error;
    }
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
// The release this bundle belongs to; __tests__/action.test.ts keeps it equal to package.json's.
const version = '0.1.0';


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
