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
const ALARMS = {
    enabled: 'boolean',
    ignorePollAlarmFailure: 'boolean',
    alarms: [{ name: 'text' }]
};
const BLUE_GREEN = {
    terminateBlueInstancesOnDeploymentSuccess: { action: 'text', terminationWaitTimeInMinutes: 'number' },
    deploymentReadyOption: { actionOnTimeout: 'text', waitTimeInMinutes: 'number' }
};
const LAST = { deploymentId: 'text', status: 'text' };
const ROUTE = { listenerArns: ['text'] };
const REVISION = {
    arn: 'text',
    requestedTaskCount: 'number',
    runningTaskCount: 'number',
    pendingTaskCount: 'number',
    requestedProductionTrafficWeight: 'number',
    requestedTestTrafficWeight: 'number'
};
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
                enableECSManagedTags: 'boolean',
                propagateTags: 'text',
                deploymentController: { type: 'text' },
                currentServiceDeployment: 'text',
                deployments: [
                    {
                        id: 'text',
                        status: 'text',
                        taskDefinition: 'text',
                        desiredCount: 'number',
                        runningCount: 'number',
                        pendingCount: 'number',
                        failedTasks: 'number',
                        createdAt: 'time',
                        updatedAt: 'time',
                        rolloutState: 'text',
                        rolloutStateReason: 'text'
                    }
                ],
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
    ListTaskDefinitions: { taskDefinitionArns: ['text'], nextToken: 'text' },
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
    ListServiceDeployments: {
        serviceDeployments: [
            {
                serviceDeploymentArn: 'text',
                targetServiceRevisionArn: 'text',
                status: 'text',
                createdAt: 'time',
                startedAt: 'time',
                finishedAt: 'time'
            }
        ],
        nextToken: 'text'
    },
    DescribeServiceDeployments: {
        serviceDeployments: [
            {
                serviceDeploymentArn: 'text',
                serviceArn: 'text',
                status: 'text',
                statusReason: 'text',
                createdAt: 'time',
                startedAt: 'time',
                finishedAt: 'time',
                stoppedAt: 'time',
                updatedAt: 'time',
                lifecycleStage: 'text',
                sourceServiceRevisions: [REVISION],
                targetServiceRevision: REVISION,
                lifecycleHookDetails: [
                    {
                        hookId: 'text',
                        targetType: 'text',
                        targetArn: 'text',
                        status: 'text',
                        expiresAt: 'time',
                        timeoutAction: 'text'
                    }
                ],
                rollback: { reason: 'text', startedAt: 'time', serviceRevisionArn: 'text' },
                deploymentCircuitBreaker: { status: 'text', failureCount: 'number', threshold: 'number' },
                alarms: { status: 'text', alarmNames: ['text'], triggeredAlarmNames: ['text'] }
            }
        ],
        failures: [{ arn: 'text', reason: 'text' }]
    },
    DescribeServiceRevisions: {
        serviceRevisions: [{ serviceRevisionArn: 'text', taskDefinition: 'text', createdAt: 'time' }],
        failures: [{ arn: 'text', reason: 'text' }]
    },
    ContinueServiceDeployment: { serviceDeploymentArn: 'text' },
    StopServiceDeployment: { serviceDeploymentArn: 'text' },
    ListDeployments: { deployments: ['text'], nextToken: 'text' },
    GetDeploymentGroup: {
        deploymentGroupInfo: {
            deploymentConfigName: 'text',
            computePlatform: 'text',
            ecsServices: [{ serviceName: 'text', clusterName: 'text' }],
            alarmConfiguration: ALARMS,
            autoRollbackConfiguration: ROLLBACK,
            blueGreenDeploymentConfiguration: BLUE_GREEN,
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
            applicationName: 'text',
            deploymentGroupName: 'text',
            deploymentConfigName: 'text',
            deploymentId: 'text',
            status: 'text',
            creator: 'text',
            description: 'text',
            createTime: 'time',
            errorInformation: { code: 'text', message: 'text' },
            rollbackInfo: { rollbackDeploymentId: 'text', rollbackTriggeringDeploymentId: 'text' },
            overrideAlarmConfiguration: ALARMS,
            blueGreenDeploymentConfiguration: BLUE_GREEN,
            revision: { appSpecContent: { content: 'text' } },
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
            describeServicesAsWritten: ecs('DescribeServices', (port) => port.describeServicesAsWritten, ({ cluster, services }) => (services ?? []).map((service) => `${cluster ?? 'default'}/${service}`).join(', '), 'as written'),
            describeTaskDefinition: ecs('DescribeTaskDefinition', (port) => port.describeTaskDefinition, ({ taskDefinition }) => taskDefinition),
            registerTaskDefinition: ecs('RegisterTaskDefinition', (port) => port.registerTaskDefinition, ({ family }) => (typeof family === 'string' ? family : undefined)),
            listTaskDefinitions: ecs('ListTaskDefinitions', (port) => port.listTaskDefinitions, ({ familyPrefix }) => familyPrefix),
            deregisterTaskDefinition: ecs('DeregisterTaskDefinition', (port) => port.deregisterTaskDefinition, ({ taskDefinition }) => taskDefinition),
            updateService: ecs('UpdateService', (port) => port.updateService, ({ cluster, service }) => [cluster, service].filter((name) => typeof name === 'string').join('/')),
            listServiceDeployments: ecs('ListServiceDeployments', (port) => port.listServiceDeployments, ({ cluster, service }) => `${cluster ?? 'default'}/${service ?? ''}`),
            describeServiceDeployments: ecs('DescribeServiceDeployments', (port) => port.describeServiceDeployments, ({ serviceDeploymentArns }) => serviceDeploymentArns?.join(', ')),
            describeServiceRevisions: ecs('DescribeServiceRevisions', (port) => port.describeServiceRevisions, ({ serviceRevisionArns }) => serviceRevisionArns?.join(', ')),
            stopServiceDeployment: ecs('StopServiceDeployment', (port) => port.stopServiceDeployment, serviceDeployment),
            continueServiceDeployment: ecs('ContinueServiceDeployment', (port) => port.continueServiceDeployment, serviceDeployment),
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
            stopDeployment: codedeploy('StopDeployment', (port) => port.stopDeployment, deployment),
            continueDeployment: codedeploy('ContinueDeployment', (port) => port.continueDeployment, deployment),
            listDeployments: codedeploy('ListDeployments', (port) => port.listDeployments, group)
        },
        cloudwatch: {
            describeAlarms: cloudwatch('DescribeAlarms', (port) => port.describeAlarms, ({ AlarmNames }) => AlarmNames?.join(', '))
        }
    };
}
const group = (input) => [input.applicationName, input.deploymentGroupName].filter((part) => part !== undefined).join('/');
const config = (input) => input.deploymentConfigName;
const serviceDeployment = (input) => input.serviceDeploymentArn;
const deployment = (input) => input.deploymentId;
function ports(load, { service, limit, settled }) {
    return (operation, pick, resource, 
    /** The typed forms are not those of an answer as AWS wrote it. */
    form = 'typed') => (0,guard/* guarded */.N)(limit, { service, operation }, resource, async (input, options) => {
        try {
            const answer = await pick(await load())(input, options);
            return form === 'typed' ? checked(answer, { service, operation, resource: resource(input) }) : answer;
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
    DEPLOYMENT_GONE: ['DeploymentDoesNotExistException', 'ServiceDeploymentNotFoundException'],
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
/** A service deployment that is to be stopped or continued and is over. */
const TERMINAL = /service deployment.{0,80}\bterminal state/is;
/** Names that mean two things, told apart by what AWS writes; the wording has changed before, hence so lenient. */
const BY_TEXT = [
    // Seen on concurrent registers of one family. Nothing was registered, so that it is safe to ask again.
    { name: 'ClientException', says: /too many concurrent attempts/i, code: 'AWS_THROTTLED' },
    // The same name stands for the account's limit. https://github.com/webfactory/create-aws-codedeploy-deployment/issues/24
    { name: 'DeploymentLimitExceededException', says: /\bd-[A-Z0-9]+|active deployment/i, code: 'DEPLOYMENT_ACTIVE' },
    // Under which name is not documented. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
    { name: 'InvalidParameterException', says: TERMINAL, code: 'DEPLOYMENT_OVER' },
    { name: 'ClientException', says: TERMINAL, code: 'DEPLOYMENT_OVER' },
    { name: 'ConflictException', says: TERMINAL, code: 'DEPLOYMENT_OVER' }
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
/** What the SDK calls an answer in which AWS names no error. */
const NAMELESS = /^(?:UnknownError|Unknown|Error|)$/;
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
    // Something between AWS and us answered, or AWS in a form of its own: whether the request took effect is not known.
    if (seen.answered)
        return NAMELESS.test(seen.name) ? 'AWS_ANSWER_INVALID' : 'AWS_REFUSED';
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
    PROPERTY_UNKNOWN: {
        says: 'The task definition has a property that nobody knows',
        remedy: 'Correct the name, or set `unknown-properties: warn` to send it to AWS as it is.',
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
    SERVICE_OPTION_UNFIT: {
        says: 'The service cannot be given what was asked',
        remedy: 'Remove the input named above.',
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
        remedy: 'Deploy to a service whose deployment controller is CODE_DEPLOY or ECS.',
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
        remedy: 'Wait for it to end, or set `on-active-deployment` to `wait` or `replace`; then run the job again.',
        passing: false
    },
    DEPLOYMENT_GONE: {
        says: 'The deployment cannot be found any more',
        remedy: 'Look at the deployments of the service in the console; check region and account.',
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
    DEPLOYMENT_NOT_FOUND: {
        says: 'There is no deployment to act on',
        remedy: 'Correct `deployment-id`, `service` or `cluster`, or deploy first.',
        passing: false
    },
    DEPLOYMENT_NOT_OURS: {
        says: 'The deployment was not started by this action',
        remedy: 'Name it in `deployment-id` if it is the one that is meant.',
        passing: false
    },
    DEPLOYMENT_NOT_WAITING: {
        says: 'The deployment waits for nobody',
        remedy: 'Follow it with `mode: status`.',
        passing: false
    },
    GATE_NOT_FOUND: {
        says: 'The deployment does not wait at this gate',
        remedy: 'Correct `hook-id`, or leave it out when there is only one gate.',
        passing: false
    },
    GATE_UNFIT: {
        says: 'The deployment cannot stop there for a person',
        remedy: 'Choose another `pause-at`.',
        passing: false
    },
    NOTHING_STARTED: {
        says: 'AWS accepted the update and started no deployment',
        remedy: 'Set `force-new-deployment: true`, or look at the service in the console.',
        passing: false
    },
    REVISION_NOT_FOUND: {
        says: 'There is no earlier revision to go back to',
        remedy: 'Name the revision in `task-definition-arn`.',
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

/***/ 8236:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ HOOK_EVENTS)
/* harmony export */ });
// The moments of a CodeDeploy deployment to ECS at which it calls a Lambda function, in their order.
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
const HOOK_EVENTS = [
    'BeforeInstall',
    'AfterInstall',
    'AfterAllowTestTraffic',
    'BeforeAllowTraffic',
    'AfterAllowTraffic'
];


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
                // In tenths of a percent, as AWS counts: 3 * 3.3 is 9.9.
                weight: Math.min(100, Math.round((index + 1) * shape.step * 10) / 10)
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

/***/ 7026:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ OVER),
/* harmony export */   l: () => (/* binding */ gateKey)
/* harmony export */ });
/** The one classification of phases; a new phase does not compile until it is classified. */
const OVER = {
    queued: false,
    running: false,
    provisioning: false,
    paused: false,
    shifting: false,
    baking: false,
    'rolling-back': false,
    stopping: false,
    succeeded: true,
    'rolled-back': true,
    failed: true,
    stopped: true
};
/** Tells one gate of a deployment from another. */
function gateKey({ hookId }) {
    return hookId ?? 'the only one';
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

/***/ 2041:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  jT: () => (/* binding */ attachTo),
  Ec: () => (/* binding */ engineFor),
  hF: () => (/* binding */ evidenceFor),
  AY: () => (/* binding */ followerFor),
  gw: () => (/* binding */ pick_lastSucceeded),
  bJ: () => (/* binding */ planFor),
  Sx: () => (/* binding */ pick_removePauses)
});

// EXTERNAL MODULE: ./src/domain/problem.ts
var domain_problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/engines/found.ts
// One finding of a survey: what was read, what is wrong with it, and what is worth saying of it.


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
/** A problem met is a finding like any other. */
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
function ago(span) {
    const minutes = Math.max(0, Math.round(span / units/* MINUTE */.p));
    return minutes === 0 ? 'just now' : `${minutes} minute${minutes === 1 ? '' : 's'} ago`;
}

// EXTERNAL MODULE: ./src/domain/shape.ts
var domain_shape = __nccwpck_require__(2853);
// EXTERNAL MODULE: ./src/domain/snapshot.ts
var snapshot = __nccwpck_require__(7026);
;// CONCATENATED MODULE: ./src/engines/marker.ts
/** Of every text that carries a marker. CodeDeploy's guide says 256 characters, the official action 512; both hold this. */
const LENGTH = 256;
/**
 * `content`: the hash of what is deployed. The key is first, so that a cut never touches it, and is of this one start: the
 * same step twice in a job makes two deployments that must not be taken for each other.
 */
function marker(run, content, nonce, description) {
    const key = `${runKey(run)}${run.attempt}:${content.slice(0, 8)}:${nonce}`;
    return { key, text: cut(`${key} ${description ?? `${run.sha.slice(0, 7)} by ${run.actor}`}`) };
}
/** AWS's count may be of UTF-16 units; a pair is not cut in two. */
function cut(text) {
    return text.slice(0, LENGTH).replace(/[\uD800-\uDBFF]$/, '');
}
/** The text with the revision that is deployed behind the key: AWS may not tell it in any other place. */
function withRevision({ key, text }, taskDefinition) {
    const name = taskDefinition.split(':task-definition/').at(-1) ?? '';
    const named = `${key} ${name}`;
    return NAME.test(name) && named.length <= LENGTH ? cut(`${named}${text.slice(key.length)}`) : text;
}
const NAME = /^[\w-]{1,255}:\d{1,9}$/;
const NAMED = /^ecd:\S+ ([\w-]{1,255}:\d{1,9})(?: |$)/;
/** `web:42` of a text that names it. */
function revisionIn(text) {
    return NAMED.exec(text ?? '')?.[1];
}
/** What the markers of all attempts of a run begin with. */
function runKey(run) {
    return `${repositoryKey(run)}${run.runId}.`;
}
function repositoryKey(run) {
    return `ecd:${run.repository}#`;
}
/**
 * Whose deployment a text says it is. An attempt of this run is `run` only where it deploys the same: `content` is the hash
 * of what this run would deploy; undefined where it deploys nothing.
 */
function whoseMark(text, run, content) {
    if (text === undefined || run.repository === '' || !text.startsWith(repositoryKey(run)))
        return 'unknown';
    const [attempt, hash] = text.slice(runKey(run).length).split(':');
    const same = content !== undefined && text.startsWith(runKey(run)) && /^\d+$/.test(attempt ?? '') && hash === content.slice(0, 8);
    return same ? 'run' : 'repository';
}

// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
// EXTERNAL MODULE: ./src/domain/hooks.ts
var hooks = __nccwpck_require__(8236);
;// CONCATENATED MODULE: ./src/plan/appspec-keys.ts
// Finding things in an AppSpec, and putting things in: keys are looked up in any case, and keep the one the user wrote.

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
/** The name of a new member in the case of those that are there: whether CodeDeploy takes a mixture is not known. */
function inTheCaseOf(object, name) {
    const capital = Object.keys(object).some((key) => /^[A-Z]/.test(key));
    return capital ? name : name.charAt(0).toLowerCase() + name.slice(1);
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
/** The same AppSpec with other properties of its resources. */
function withProperties(appSpec, change) {
    const resources = memberOf(appSpec, 'Resources');
    if (!resources || !(0,json/* isList */.L)(resources.value))
        return appSpec;
    const value = resources.value.map((entry) => (0,json/* isObject */.G)(entry)
        ? Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, changed(resource, change)]))
        : entry);
    return { ...appSpec, [resources.key]: value };
}
function changed(resource, change) {
    if (!(0,json/* isObject */.G)(resource))
        return resource;
    const properties = memberOf(resource, 'Properties');
    if (!properties || !(0,json/* isObject */.G)(properties.value))
        return resource;
    return { ...resource, [properties.key]: change(properties.value) };
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

// EXTERNAL MODULE: ./src/plan/form.ts
var plan_form = __nccwpck_require__(4533);
;// CONCATENATED MODULE: ./src/plan/appspec-hooks.ts
// The hooks of an AppSpec: Lambda functions that CodeDeploy calls between the stages of a deployment to ECS. Pure.





const HOOKS = hooks/* HOOK_EVENTS */.C;
/** The event in AWS's spelling, whatever the case it is written in; CodeDeploy knows no other. */
function spelled(event) {
    return HOOKS.find((name) => name.toLowerCase() === event.toLowerCase()) ?? event;
}
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
        const repeated = seen.has(spelled(stage));
        seen.add(spelled(stage));
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
    if (HOOKS.includes(spelled(stage)))
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
/** A hook of the input wins over the one the AppSpec has for the same event. Both have been checked. */
function mergeHooks(appSpec, hooks) {
    const there = memberOf(appSpec, 'Hooks');
    const written = hooksOf(appSpec);
    const own = written.map((hook) => ({ ...hook, event: spelled(hook.event) }));
    const respelled = written.filter(({ event }) => event !== spelled(event)).map(respelledNote);
    if (hooks.length === 0 && respelled.length === 0)
        return { document: withoutNoHooks(appSpec), notes: [] };
    const key = there?.key ?? inTheCaseOf(appSpec, 'Hooks');
    const kept = own.filter((hook) => !hooks.some(({ event }) => event === hook.event));
    const merged = [...kept, ...hooks].map((hook) => ({ [hook.event]: hook.function }));
    const replaced = own.flatMap((hook) => {
        const winner = hooks.find(({ event }) => event === hook.event);
        return winner && winner.function !== hook.function ? [replacedNote(hook, winner)] : [];
    });
    return { document: { ...appSpec, [key]: merged }, notes: [...respelled, ...replaced] };
}
/** `Hooks:` with nothing below it is null to YAML, and no list to CodeDeploy. */
function withoutNoHooks(appSpec) {
    const there = memberOf(appSpec, 'Hooks');
    if (there?.value !== null)
        return appSpec;
    return Object.fromEntries(Object.entries(appSpec).filter(([key]) => key !== there.key));
}
/** The hooks of an AppSpec that has been checked. */
function hooksOf(appSpec) {
    const hooks = memberOf(appSpec, 'Hooks')?.value;
    return ((0,json/* isList */.L)(hooks) ? hooks : []).flatMap((entry) => Object.entries((0,json/* isObject */.G)(entry) ? entry : {}).flatMap(([event, lambda]) => typeof lambda === 'string' ? [{ event, function: lambda }] : []));
}
function respelledNote({ event }) {
    return {
        level: 'notice',
        says: `The AppSpec's hook \`${event}\` is sent as \`${spelled(event)}\`, as AWS spells it.`
    };
}
function replacedNote(hook, winner) {
    return {
        level: 'notice',
        says: `\`codedeploy-hooks\` wins over the AppSpec: ${hook.event} calls ${winner.function} and not ${hook.function}`
    };
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
    if (typeof form === 'string' || 'texts' in form || 'words' in form)
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
// The AppSpec: what CodeDeploy is told of the new task set. Read from the user's file, or begun with a container. Pure.






/** The user's file as it is, keys and all, once it has the form CodeDeploy can read. */
function readAppSpec(document) {
    const problems = checkForm(document);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: document.value };
}
/** Capitalised keys, as AWS's own examples for ECS have them. */
function bareAppSpec(containerName, containerPort) {
    const properties = { LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort } };
    return { version: 0, Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }] };
}
/** Stands for the revision until it is registered; the official action's own. */
const PLACEHOLDER = '<TASK_DEFINITION>';
/** The same AppSpec for this revision, whatever stood there before. */
function withTaskDefinition(appSpec, taskDefinition) {
    return withProperties(appSpec, (properties) => {
        const present = memberOf(properties, 'TaskDefinition');
        if (present)
            return { ...properties, [present.key]: taskDefinition };
        return { [inTheCaseOf(properties, 'TaskDefinition')]: taskDefinition, ...properties };
    });
}
/** Where the load balancer sends traffic, as the AppSpec says it; undefined members where it does not. */
function balancersOf(appSpec) {
    return resourcesOf(appSpec).map(({ properties }) => {
        const balancer = memberOf(properties, 'LoadBalancerInfo')?.value;
        if (!(0,json/* isObject */.G)(balancer))
            return { name: undefined, port: undefined };
        return { name: memberOf(balancer, 'ContainerName')?.value, port: memberOf(balancer, 'ContainerPort')?.value };
    });
}
/** That the load balancer's container and port exist in the definition. `definition` has been checked. */
function checkAppSpec(appSpec, definition, place) {
    const containers = objectsOf(definition['containerDefinitions']);
    return balancersOf(appSpec).flatMap(({ name, port }) => {
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
        description: withRevision(plan.marker, taskDefinition),
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
    return failed(factsOf(name, answer), ...problems);
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
function factsOf(name, answer) {
    const blueGreen = answer.blueGreenDeploymentConfiguration;
    const listeners = (answer.loadBalancerInfo?.targetGroupPairInfoList ?? []).flatMap((pair) => pair.prodTrafficRoute?.listenerArns ?? []);
    return {
        ...name,
        ...waitsOf(blueGreen),
        blueGreen,
        configuration: answer.deploymentConfigName,
        alarms: alarmsOf(answer.alarmConfiguration),
        rollsBackOn: eventsOf(answer.autoRollbackConfiguration),
        // The kind of a load balancer stands in its listeners' ARNs: listener/app/… or listener/net/….
        network: listeners.some((arn) => arn.includes(':listener/net/')),
        testListener: (answer.loadBalancerInfo?.targetGroupPairInfoList ?? []).some((pair) => (pair.testTrafficRoute?.listenerArns?.length ?? 0) > 0),
        last: answer.lastAttemptedDeployment,
        lastSucceeded: answer.lastSuccessfulDeployment
    };
}
function waitsOf(blueGreen) {
    const ready = blueGreen?.deploymentReadyOption;
    const old = blueGreen?.terminateBlueInstancesOnDeploymentSuccess;
    return {
        readyWait: ready?.actionOnTimeout === 'STOP_DEPLOYMENT' ? (ready.waitTimeInMinutes ?? 0) * units/* MINUTE */.p : 0,
        bake: old?.action === 'KEEP_ALIVE' ? 0 : (old?.terminationWaitTimeInMinutes ?? 0) * units/* MINUTE */.p,
        lingers: old?.action === 'KEEP_ALIVE' ? (old.terminationWaitTimeInMinutes ?? 0) * units/* MINUTE */.p : 0
    };
}
function alarmsOf(configuration) {
    return {
        enabled: configuration?.enabled === true,
        names: (configuration?.alarms ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
        ignorePollFailure: configuration?.ignorePollAlarmFailure === true
    };
}
/** What carries a deployment of this group out. */
function through({ application, group }, configuration) {
    return [
        { what: 'CodeDeploy application', name: application },
        { what: 'deployment group', name: group },
        ...(configuration === undefined ? [] : [{ what: 'deployment configuration', name: configuration }])
    ];
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/handle.ts
/** What is pasted into a shell is of this form or not shown at all. */
const ID = /^d-[A-Z0-9]{1,30}$/;
function handleOf(where, id, taskDefinition, page) {
    return {
        id,
        taskDefinition,
        url: page(where, ['codesuite', 'codedeploy', 'deployments', id]),
        alias: 'codedeploy-deployment-id',
        rollBackCommand: ID.test(id)
            ? `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`
            : undefined
    };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/revision-of.ts

const REVISION = String.raw `arn:[\w-]+:ecs:[\w-]+:\d{12}:task-definition/[\w-]{1,255}:\d{1,9}`;
const WHOLE = new RegExp(`^${REVISION}$`);
/** An AppSpec is sent as JSON or as YAML, its keys in either case. */
const MEMBER = new RegExp(String.raw `\bTaskDefinition["']?\s*:\s*["']?(${REVISION})(?![\w:/-])`, 'gi');
function revisionOf(id, deployment, { service, target }) {
    const running = service.taskSets.find(({ externalId }) => externalId === id)?.taskDefinition;
    return running !== undefined && WHOLE.test(running) ? running : revisionNamed(deployment, target);
}
/** Undefined where AWS does not echo the AppSpec (it may give no more than its hash), and where it names none or several. */
function revisionNamed({ revision, description }, target) {
    const content = revision?.appSpecContent?.content;
    if (typeof content !== 'string' || content === '')
        return described(description, target);
    const [named, ...others] = new Set([...content.matchAll(MEMBER)].map(([, arn]) => arn));
    return others.length === 0 ? named : undefined;
}
/** A service runs revisions of its own account and region. */
function described(description, { partition, region, account }) {
    const name = revisionIn(description);
    return name === undefined ? undefined : `arn:${partition}:ecs:${region}:${account}:task-definition/${name}`;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/attachment.ts








/** `content`: the hash of what this run would deploy itself, if anything. */
function attachmentOf(seen, group, asking, content) {
    const { id, deployment, routing } = seen;
    const { phase, status, gates, createdAt } = seen.status;
    const { today, run, page, now } = asking;
    const revision = revisionOf(id, deployment, today);
    const { readyWait, bake } = waitsOf(deployment.blueGreenDeploymentConfiguration ?? group.blueGreen);
    const earlier = servedBefore(id, phase, today.service);
    const whose = whoseMark(deployment.description, run, content);
    return {
        engine: 'codedeploy',
        target: today.target,
        application: group.application,
        group: group.group,
        through: through(group, deployment.deploymentConfigName),
        before: { taskDefinition: earlier?.taskDefinition },
        taskSetBefore: earlier?.id,
        shape: routing,
        timetable: { readyWait, steps: routing ? (0,domain_shape/* weightSteps */.wF)(routing) : [], bake },
        guard: guardOf(deployment, group),
        handle: handleOf(today.target, id, revision, page),
        status,
        phase,
        gates,
        createdAt,
        whose,
        // Its status, its age and whose it is are told beside.
        signs: signsOf(deployment, undefined, 'unknown', now)
    };
}
/** What a person recognises a deployment by, as far as AWS tells it. */
function signsOf(deployment, createdAt, whose, now) {
    const facts = [
        createdAt !== undefined && `it was created ${ago(now - createdAt)}`,
        deployment?.creator !== undefined && `its creator is ${deployment.creator}`,
        deployment?.description !== undefined && `its description is "${deployment.description}"`,
        STARTED_BY[whose]
    ];
    return facts.filter((fact) => fact !== false);
}
const STARTED_BY = {
    run: 'an earlier attempt of this run started it',
    repository: 'a run of this repository started it',
    unknown: false
};
/** The primary moves last; once the deployment is over, what served before it is not told any more. */
function servedBefore(id, phase, { primary }) {
    return snapshot/* OVER */.P[phase] || primary?.externalId === id ? undefined : primary;
}
function guardOf(deployment, group) {
    const { overrideAlarmConfiguration: own, autoRollbackConfiguration: rollback } = deployment;
    const alarms = own ? alarmsOf(own) : group.alarms;
    return {
        alarms: alarms.enabled ? alarms.names : [],
        rollsBackOn: rollback ? eventsOf(rollback) : group.rollsBackOn
    };
}

;// CONCATENATED MODULE: ./src/engines/facts.ts
// What an answer of AWS holds, taken only where it has the form it must have: alike for every engine. Pure.

function isListed(table, word) {
    return Object.hasOwn(table, word);
}
/** A member of an answer without which nothing can be said. */
function given(value, call, member) {
    if (value !== undefined)
        return value;
    throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place: { kind: 'aws', call }, found: `\`${member}\` is missing` });
}
function instant(date) {
    const at = date?.getTime();
    return Number.isFinite(at) ? at : undefined;
}
function percent(weight) {
    return weight !== undefined && Number.isFinite(weight) && weight >= 0 && weight <= 100 ? weight : undefined;
}
/** Counts AWS left out are not zero. */
function tasks(desired, running, pending) {
    if (desired === undefined || running === undefined || pending === undefined)
        return undefined;
    return [desired, running, pending].every(Number.isFinite) ? { desired, running, pending } : undefined;
}
/** What stands last in an ARN: `web:43` of a task definition, the id of a service deployment. */
function lastPart(arn) {
    return arn.split('/').at(-1) ?? arn;
}
/** `arn:aws:lambda:region:account:function:name[:version]`, or a bare name. */
function functionName(hook) {
    return hook.split(':function:')[1]?.split(':')[0] ?? hook;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/deployment.ts

async function readDeployment(codedeploy, id, options) {
    const { deploymentInfo } = await codedeploy.getDeployment({ deploymentId: id }, options);
    return given(deploymentInfo, 'codedeploy:GetDeployment', 'deploymentInfo');
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/find-group.ts
// The deployment group of a service, by the names that were given or the ones the console makes up.




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

;// CONCATENATED MODULE: ./src/engines/codedeploy/cause.ts
/** For codes that say too little (TIMEOUT). https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
const HINTS = [
    { says: /waiting for a notification to continue/i, cause: (detail) => ({ kind: 'gate-expired', detail }) },
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

;// CONCATENATED MODULE: ./src/engines/codedeploy/shares.ts

function sharesOf(sets, servedBefore) {
    const green = replacement(sets, servedBefore);
    if (green === undefined)
        return { green, traffic: undefined, oldTraffic: undefined };
    const [blue, ...more] = sets.filter((set) => set !== green);
    return {
        green,
        traffic: percent(green.trafficWeight),
        oldTraffic: more.length === 0 ? percent(blue?.trafficWeight) : undefined
    };
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
/**
 * The only wait for a person, told without a name or an end; when nobody comes in time, AWS stops the deployment.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html
 */
const READY_WAIT = { hookId: undefined, stage: undefined, expiresAt: undefined, onExpiry: 'stop' };
/** What CodeDeploy does not tell of a target: its hooks are stages, and its alarms the deployment's. */
const UNTOLD = { tells: 'all', hooks: [], monitors: [], testTraffic: undefined };
const NOT_BEGUN = {
    ...UNTOLD,
    phase: 'queued',
    stages: [],
    traffic: undefined,
    oldTraffic: undefined,
    tasks: undefined,
    shifted: false,
    shiftStartedAt: undefined,
    shiftedAt: undefined
};
/**
 * GetDeployment's answer, and that of the rollback deployment when there is one. A deployment that was stopped at our own
 * request stays `stopped` until its rollback shows: only whoever asked knows to wait for it.
 */
function statusPart(deployment, rollback) {
    const word = deployment.status;
    const status = given(typeof word === 'string' ? word : undefined, 'codedeploy:GetDeployment', 'status');
    const createdAt = instant(deployment.createTime);
    const base = { status, createdAt, rollback: undefined, cause: undefined, gates: [] };
    if (!isListed(DEPLOYMENT_PHASES, status))
        return { ...base, phase: 'running', unlisted: true };
    const phase = DEPLOYMENT_PHASES[status];
    if (status === 'Ready')
        return { ...base, phase, unlisted: false, gates: [READY_WAIT] };
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
    if (!snapshot/* OVER */.P[phase])
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
    const { green, traffic, oldTraffic } = sharesOf(target.taskSetsInfo ?? [], servedBefore);
    const ends = stages.map((each) => each.endedAt).filter((at) => at !== undefined);
    return {
        ...UNTOLD,
        phase: shifted ? 'baking' : targetPhase(target.status, stages),
        stages,
        traffic,
        oldTraffic,
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
/** Exactly one target per deployment, by names and not ARNs. */
function targetId({ cluster, service }) {
    return `${cluster}:${service}`;
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
            unfit.push(...pace(shape, shape.first, shape.hold));
            break;
        case 'linear':
            unfit.push(...pace(shape, shape.step, shape.every));
            break;
        case 'all-at-once':
        case 'blue-green':
            break;
    }
    return unfit;
}
/** The time from the first step to 100 %: https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html */
const LONGEST = 2_880 * units/* MINUTE */.p;
/** CodeDeploy counts in whole percents and whole minutes. */
function pace(shape, percent, span) {
    const unfit = [...wholePercent(percent), ...wholeMinutes(span)];
    if (unfit.length > 0)
        return unfit;
    const whole = (0,domain_shape/* shiftTime */.Iy)({ readyWait: 0, steps: (0,domain_shape/* weightSteps */.wF)(shape), bake: 0 });
    if (whole <= LONGEST)
        return [];
    return [
        {
            found: `the traffic would shift for ${whole / units/* MINUTE */.p} minutes, and CodeDeploy takes at most ${LONGEST / units/* MINUTE */.p} (48 h) from the first step to 100 %`,
            remedy: 'Shorten the time, or take larger steps.'
        }
    ];
}
function wholePercent(percent) {
    if (Number.isInteger(percent) && percent >= 1 && percent <= 99)
        return [];
    const remedy = percent > 99 ? 'Write `all-at-once` to move everything at once.' : 'Write a whole percentage from 1 to 99.';
    return [{ found: `CodeDeploy cannot take a step of ${percent} %`, remedy }];
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

;// CONCATENATED MODULE: ./src/engines/codedeploy/see.ts





/**
 * `named` is what AWS answers of `id`. CodeDeploy rolls back with a deployment of its own: of the two, the one that is
 * undone tells how both end.
 */
async function see(id, named, asking) {
    const undone = named.rollbackInfo?.rollbackTriggeringDeploymentId;
    const origin = undone === undefined ? undefined : await unlessGone(undone, asking);
    if (undone !== undefined && origin !== undefined)
        return seen(undone, origin, named, asking);
    const rollback = named.rollbackInfo?.rollbackDeploymentId;
    return seen(id, named, rollback === undefined ? undefined : await unlessGone(rollback, asking), asking);
}
async function seen(id, deployment, rollback, asking) {
    const status = statusPart(deployment, rollback);
    return { id, deployment, status, routing: await routingNamed(deployment.deploymentConfigName, asking) };
}
/** AWS keeps no deployment for ever. */
async function unlessGone(id, { aws, read }) {
    const answer = await attempt(() => read(() => readDeployment(aws.codedeploy, id)));
    if (!(answer instanceof domain_problem/* Problem */.A))
        return answer;
    if (answer.code === 'DEPLOYMENT_GONE')
        return undefined;
    throw answer;
}
/** The timetable is lost where the configuration cannot be read, and nothing else. */
async function routingNamed(name, { aws, read }) {
    if (name === undefined)
        return undefined;
    const known = PREDEFINED.get(name);
    if (known)
        return known;
    const input = { deploymentConfigName: name };
    const answer = await attempt(() => read(() => aws.codedeploy.getDeploymentConfig(input)));
    return answer instanceof domain_problem/* Problem */.A ? undefined : routingOf(answer.deploymentConfigInfo?.trafficRoutingConfig);
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/attach.ts






const PLACE = { kind: 'input', name: 'deployment-id' };
/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html */
const MALFORMED = 'InvalidDeploymentIdException';
async function attach(request, id) {
    if (id?.startsWith('arn:'))
        return { ok: false, problems: [isArn(id)] };
    const { value: group, problems } = await findGroup(request);
    if (group === undefined || problems.length > 0)
        return { ok: false, problems };
    const meant = id ?? group.last?.deploymentId;
    if (meant === undefined)
        return { ok: true, value: undefined };
    const seen = await attempt(() => find(meant, id === undefined ? undefined : group, request));
    if (!(seen instanceof domain_problem/* Problem */.A))
        return { ok: true, value: attachmentOf(seen, group, request) };
    // AWS keeps no deployment for ever.
    if (seen.code === 'DEPLOYMENT_GONE' && id === undefined)
        return { ok: true, value: undefined };
    return { ok: false, problems: [isUnheardOf(seen) ? unheardOf(meant, seen, request) : seen] };
}
function isUnheardOf({ code, aws }) {
    return code === 'DEPLOYMENT_GONE' || aws?.name === MALFORMED;
}
/** `within`: the group it has to be of, where it was not the group that named it. */
async function find(id, within, request) {
    const { aws, read } = request;
    const named = await read(() => readDeployment(aws.codedeploy, id));
    if (within && !isOf(named, within))
        throw elsewhere(id, named, within);
    return see(id, named, request);
}
function isOf({ applicationName, deploymentGroupName }, { application, group }) {
    return applicationName === application && deploymentGroupName === group;
}
function isArn(id) {
    return new domain_problem/* Problem */.A('INPUT_INVALID', {
        place: PLACE,
        found: `\`${id}\` is an ARN, and the service is deployed to by CodeDeploy, whose deployments have ids`,
        expected: 'an id like `d-A7YW3F91L`'
    });
}
function unheardOf(id, problem, { aws }) {
    return new domain_problem/* Problem */.A('DEPLOYMENT_NOT_FOUND', {
        place: PLACE,
        found: `there is no deployment ${id} in region ${aws.region} for the account of these credentials`,
        ...(problem.aws && { aws: problem.aws }),
        cause: problem
    });
}
function elsewhere(id, of, { application, group }) {
    return new domain_problem/* Problem */.A('DEPLOYMENT_NOT_FOUND', {
        place: PLACE,
        found: `${id} is a deployment of group ${of.deploymentGroupName ?? '?'} in application ${of.applicationName ?? '?'}`,
        expected: `one of group ${group} in application ${application}, which deploys to this service`
    });
}

// EXTERNAL MODULE: ./src/plan/images.ts
var plan_images = __nccwpck_require__(2365);
;// CONCATENATED MODULE: ./src/plan/unchanged.ts

function sameness(standing) {
    const { changes, definition } = standing;
    if (changes === undefined || changes.length > 0)
        return { unchanged: false, notes: [] };
    const tagged = withoutDigest(definition);
    const reasons = [...askedFor(standing), ...standing.reasons, ...movable(tagged)];
    if (reasons.length === 0)
        return { unchanged: true, notes: [] };
    return { unchanged: false, notes: [deployedAgain(reasons, tagged.length > 0)] };
}
/** What asks for a deployment even of the same revision. Hooks and AppSpec count because what ran before is not known. */
const ASKED = {
    '`force-new-deployment` is set': ({ inputs }) => inputs.forceNewDeployment,
    'a strategy was asked for': ({ inputs }) => inputs.strategy !== undefined,
    'alarms were asked for': ({ inputs }) => inputs.alarms.length > 0,
    'hooks were asked for': ({ inputs }) => inputs.hooks.length > 0,
    'a pause was asked for': ({ inputs }) => inputs.pauseAt !== undefined,
    'another desired count was asked for': ({ inputs, service }) => isOther(inputs.desiredCount, service.desiredCount),
    'another use of tags was asked for': ({ inputs, service }) => isOther(inputs.enableEcsManagedTags, service.enableECSManagedTags) ||
        isOther(inputs.propagateTags, service.propagateTags),
    'an AppSpec file was named': ({ inputs }) => inputs.appSpec !== undefined && inputs.appSpecByDefault !== true
};
function isOther(asked, has) {
    return asked !== undefined && asked !== has;
}
function askedFor(standing) {
    return Object.entries(ASKED).flatMap(([reason, applies]) => (applies(standing) ? [reason] : []));
}
const DIGEST = /@sha256:[0-9a-f]{64}$/i;
/** The containers whose image may be another one by now. */
function withoutDigest(definition) {
    return [...(0,plan_images/* imagesOf */.I)(definition)].flatMap(([container, image]) => (DIGEST.test(image) ? [] : [container]));
}
function movable(containers) {
    if (containers.length === 0)
        return [];
    const names = containers.map((name) => `\`${name}\``).join(', ');
    return [
        containers.length === 1
            ? `the image of ${names} has no digest, so it may be another one by now`
            : `the images of ${names} have no digest, so they may be others by now`
    ];
}
function deployedAgain(reasons, tagged) {
    return {
        level: 'notice',
        says: `Nothing differs from the running revision, which is deployed again: ${reasons.join('; ')}`,
        ...(tagged && { remedy: 'Name images by digest to deploy only what differs.' })
    };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/activity.ts









async function findActivity(group, request) {
    const { aws, read } = request;
    const id = group?.last?.deploymentId;
    const recorded = group?.last?.status;
    if (id === undefined)
        return found(inactivity(recorded));
    const answer = await attempt(() => read(() => readDeployment(aws.codedeploy, id)));
    // A role that may not read this one may not follow ours, either: better known before it is started.
    if (answer instanceof domain_problem/* Problem */.A && answer.code === 'NOT_ALLOWED')
        return failed({ kind: 'unclear' }, answer);
    if (!isActive(recorded))
        return found(inactivity(recorded));
    if (answer instanceof domain_problem/* Problem */.A) {
        return found({ kind: 'active', id, status: recorded, deployment: undefined, seen: undefined });
    }
    // The group's record may lag behind the deployment's own.
    const status = answer.status ?? recorded;
    if (!isActive(status))
        return found(inactivity(status));
    const seen = await attempt(() => see(id, answer, request));
    return found({ kind: 'active', id, status, deployment: answer, seen: seen instanceof domain_problem/* Problem */.A ? undefined : seen });
}
function inactivity(status) {
    const over = status === undefined || (isListed(DEPLOYMENT_PHASES, status) && snapshot/* OVER */.P[DEPLOYMENT_PHASES[status]]);
    return { kind: over ? 'none' : 'unclear' };
}
function isActive(status) {
    return status !== undefined && isListed(DEPLOYMENT_PHASES, status) && !snapshot/* OVER */.P[DEPLOYMENT_PHASES[status]];
}
/** `content`: the hash of what this run would deploy itself, once that is known. */
function inTheWay({ id, status, deployment }, { group, last }, { now, run }, content) {
    const created = instant(deployment?.createTime ?? last?.createTime);
    const undone = deployment?.rollbackInfo?.rollbackTriggeringDeploymentId;
    const facts = [
        `deployment ${id} of group ${group} is ${status}`,
        ...(undone === undefined ? [] : [`it rolls back deployment ${undone}`]),
        ...signsOf(deployment, created, whoseMark(deployment?.description, run, content), now)
    ];
    return new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
        place: { kind: 'aws', call: 'codedeploy:GetDeploymentGroup', resource: group },
        found: facts.join('; ')
    });
}
/** That `on-active-deployment` may wait for it or replace it would be no help: nobody can tell what becomes of it. */
function unfollowed(problem) {
    return new domain_problem/* Problem */.A(problem.code, {
        ...(problem.place && { place: problem.place }),
        found: `${problem.found}; it cannot be read, so it can neither be waited for nor replaced`,
        remedy: 'Wait for it to end; then run the job again.'
    });
}

;// CONCATENATED MODULE: ./src/plan/appspec-complete.ts
// What a service has and an AppSpec does not speak of: put in, so that CodeDeploy keeps it for the new task set. Pure.


/** What the AppSpec says itself is never touched; an empty list says "none". */
function completeAppSpec(appSpec, facts) {
    const [resource] = resourcesOf(appSpec);
    if (!resource)
        return { document: appSpec, added: [], notes: [] };
    const { properties } = resource;
    const offers = [platformOffer(facts, properties), networkOffer(facts), capacityOffer(facts)].filter((offer) => offer !== undefined && appspec_complete_lacks(properties, offer.name));
    return {
        document: withProperties(appSpec, (own) => offers.reduce(withOffer, own)),
        added: offers.flatMap((offer) => offer?.added ?? []),
        notes: appspec_complete_lacks(properties, 'NetworkConfiguration') && isHalf(facts) ? [HALF_NETWORK] : []
    };
}
function appspec_complete_lacks(properties, name) {
    return (memberOf(properties, name)?.value ?? null) === null;
}
function withOffer(properties, offer) {
    if (!offer)
        return properties;
    const key = memberOf(properties, offer.name)?.key ?? inTheCaseOf(properties, offer.name);
    return { ...properties, [key]: cased(properties, offer.value) };
}
/** With all keys in the case of `like`. */
function cased(like, value) {
    if ((0,json/* isList */.L)(value))
        return value.map((entry) => cased(like, entry));
    if (!(0,json/* isObject */.G)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [inTheCaseOf(like, key), cased(like, member)]));
}
/** Only Fargate has platform versions: one would spoil an AppSpec that names other capacity providers. */
function platformOffer({ platformVersion }, properties) {
    const own = memberOf(properties, 'CapacityProviderStrategy')?.value;
    const elsewhere = ((0,json/* isList */.L)(own) ? own : []).some((item) => {
        const provider = (0,json/* isObject */.G)(item) ? memberOf(item, 'CapacityProvider')?.value : undefined;
        return typeof provider === 'string' && !provider.startsWith('FARGATE');
    });
    if (platformVersion === undefined || elsewhere)
        return undefined;
    const added = [{ what: 'platform version', value: platformVersion }];
    return { name: 'PlatformVersion', value: platformVersion, added };
}
/**
 * All three or none. https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 * A public address that is not spoken of is DISABLED for a service.
 */
function networkOffer(facts) {
    const { subnets = [], securityGroups = [], assignPublicIp } = facts.networkConfiguration?.awsvpcConfiguration ?? {};
    if (subnets.length === 0 || securityGroups.length === 0)
        return undefined;
    const address = assignPublicIp ?? 'DISABLED';
    return {
        name: 'NetworkConfiguration',
        value: { AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: securityGroups, AssignPublicIp: address } },
        added: [
            { what: 'subnets', value: subnets.join(', ') },
            { what: 'security groups', value: securityGroups.join(', ') },
            { what: 'public address', value: address }
        ]
    };
}
function isHalf(facts) {
    return facts.networkConfiguration?.awsvpcConfiguration !== undefined && networkOffer(facts) === undefined;
}
const HALF_NETWORK = {
    level: 'notice',
    says: 'The service names no subnets or no security groups, so that the AppSpec leaves its network configuration as it is.'
};
/**
 * Without it in the AppSpec, CodeDeploy takes the strategy away from the service.
 * https://github.com/aws/containers-roadmap/issues/1752
 */
function capacityOffer({ capacityProviderStrategy: strategy = [] }) {
    if (strategy.length === 0)
        return undefined;
    return {
        name: 'CapacityProviderStrategy',
        value: strategy.map(({ capacityProvider, base, weight }) => ({
            ...(capacityProvider !== undefined && { CapacityProvider: capacityProvider }),
            ...(base !== undefined && { Base: base }),
            ...(weight !== undefined && { Weight: weight })
        })),
        added: [
            {
                what: 'capacity providers',
                value: strategy.map(told).join(', ')
            }
        ]
    };
}
/** `FARGATE_SPOT (base 1, weight 4)`, with what the service says of it. */
function told({ capacityProvider = '?', base, weight }) {
    const shares = [base === undefined ? [] : [`base ${base}`], weight === undefined ? [] : [`weight ${weight}`]].flat();
    return shares.length === 0 ? capacityProvider : `${capacityProvider} (${shares.join(', ')})`;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/appspec.ts





function decideAppSpec({ appSpec: file, hooks }, service, definition) {
    const draft = file ? fromFile(file, service) : fromService(service);
    if (draft.value === undefined)
        return { ...draft, value: undefined };
    const completed = completeAppSpec(draft.value.document, appspec_factsOf(service));
    const hooked = mergeHooks(completed.document, hooks);
    const document = withTaskDefinition(hooked.document, PLACEHOLDER);
    return {
        value: {
            document,
            choices: [
                ...draft.value.choices,
                ...completed.added.map(({ what, value }) => ({ what, value, origin: 'service' })),
                ...hooks.map((hook) => ({ what: `hook ${hook.event}`, value: hook.function, origin: 'input' }))
            ]
        },
        problems: checkAppSpec(document, definition, draft.value.place),
        notes: [
            ...draft.notes,
            ...(file && completed.added.length > 0 ? [completedNote(file, completed.added)] : []),
            ...completed.notes,
            ...hooked.notes
        ]
    };
}
function fromFile(file, service) {
    const read = readAppSpec(file);
    if (!read.ok)
        return failed(undefined, ...read.problems);
    const choice = { what: 'AppSpec', value: file.path, origin: 'file' };
    return {
        value: { document: read.value, place: { kind: 'file', path: file.path }, choices: [choice] },
        problems: [],
        notes: appspec_elsewhere(read.value, file, balancersToday(service))
    };
}
/** The file's container and port win; that they are others than the service's is worth a warning. */
function appspec_elsewhere(appSpec, { path }, today) {
    const [named] = balancersOf(appSpec);
    if (typeof named?.name !== 'string' || typeof named.port !== 'number')
        return [];
    const asked = nameOf({ containerName: named.name, containerPort: named.port });
    const known = today.map(nameOf);
    if (known.length === 0 || known.includes(asked))
        return [];
    return [
        {
            level: 'warning',
            says: `${path} sends the traffic to ${asked}, and the load balancer of the service to ${known.join(' and ')} today`,
            remedy: 'Correct LoadBalancerInfo, unless the container or its port is meant to change.'
        }
    ];
}
/** What stands behind it: CodeDeploy takes the capacity providers away from a service whose AppSpec does not name them. */
function completedNote({ path }, added) {
    const values = added.map(({ what, value }) => `${what} ${value}`).join('; ');
    return {
        level: 'notice',
        says: `${path} does not speak of all the service has, and CodeDeploy may take away what an AppSpec leaves out; added: ${values}`
    };
}
function fromService(service) {
    const place = { kind: 'aws', call: 'ecs:DescribeServices', resource: service.arn };
    const balancers = balancersToday(service);
    const [balancer, ...others] = balancers;
    if (balancer === undefined || others.length > 0)
        return failed(undefined, ambiguous(balancers, place));
    const { containerName, containerPort } = balancer;
    return {
        value: {
            document: bareAppSpec(containerName, containerPort),
            place,
            choices: [
                { what: 'AppSpec', value: 'generated', origin: 'service' },
                { what: 'container and port', value: nameOf(balancer), origin: 'service' }
            ]
        },
        problems: [],
        notes: [
            {
                level: 'notice',
                says: `No AppSpec file: it is generated from the service, with container \`${containerName}\` and port ${containerPort}.`
            }
        ]
    };
}
/** A CODE_DEPLOY service may leave its load balancer to its task sets. */
function balancersToday(service) {
    const balancers = service.balancers.length > 0 ? service.balancers : (service.primary?.balancers ?? []);
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
/** CodeDeploy leaves the stages of test traffic out where a group has no listener for it. */
function unheardHooks(appSpec, { group, testListener }) {
    const unheard = hooksOf(appSpec).filter(({ event }) => event === 'AfterAllowTestTraffic');
    if (testListener)
        return [];
    return unheard.map((hook) => ({
        level: 'warning',
        says: `${hook.function} will not be called: group ${group} has no test listener, so there is no ${hook.event}`,
        remedy: 'Give the group a test listener (testTrafficRoute), or use another event.'
    }));
}
/** Members the service does not speak of are those of its primary task set. */
function appspec_factsOf({ primary, ...service }) {
    const { capacityProviderStrategy: strategy } = service;
    return {
        platformVersion: service.platformVersion ?? primary?.platformVersion,
        networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration,
        capacityProviderStrategy: strategy.length > 0 ? strategy : (primary?.capacityProviderStrategy ?? [])
    };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/choices.ts
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
/** `name`: of the configuration it runs with, sent or not. */
function configChoice(wanted, name, config) {
    const origin = wanted.kind === 'group' ? (config === undefined ? 'group' : 'default') : 'input';
    return { what: 'deployment configuration', value: name, origin };
}
function guardChoices({ rollbackOn }, { guard, autoRollback, overrideAlarms }) {
    return [
        { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: overrideAlarms ? 'input' : 'group' },
        {
            what: 'rolls back on',
            value: guard.rollsBackOn.join(', ') || 'nothing',
            origin: autoRollback === undefined ? 'group' : rollbackOn === undefined ? 'default' : 'input'
        }
    ];
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/gates.ts


/** What each needs of the group; `never`: CodeDeploy does not wait once the traffic moves. */
const NEEDS = {
    'before-traffic': 'the wait',
    'after-test-traffic': 'the wait and test traffic',
    'before-each-shift': 'never',
    'after-canary': 'never'
};
/** https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentReadyOption.html */
const CONFIGURE = 'Set deploymentReadyOption of the group to `actionOnTimeout=STOP_DEPLOYMENT` with the `waitTimeInMinutes` a person may take (aws deploy update-deployment-group --blue-green-deployment-configuration)';
/** An undefined group is a problem of its own. */
function decideGates(asked, group) {
    const { pauseAt } = asked;
    const problems = [...(pauseAt !== undefined && group ? unfit(pauseAt, group) : []), ...ownedByGroup(asked)];
    return failed(pauseAt === undefined ? [] : [{ what: 'pause', value: pauseAt, origin: 'input' }], ...problems);
}
function unfit(pauseAt, group) {
    const refuse = (found, remedy) => new domain_problem/* Problem */.A('GATE_UNFIT', { place: { kind: 'input', name: 'pause-at' }, found: `\`${pauseAt}\`: ${found}`, remedy });
    const needs = NEEDS[pauseAt];
    if (needs === 'never') {
        const found = 'CodeDeploy waits for a person before the traffic moves, and not between its steps';
        return [refuse(found, 'Write `before-traffic` or `after-test-traffic`, or move the service to the controller ECS.')];
    }
    const problems = [];
    if (group.readyWait === 0) {
        problems.push(refuse(`group ${group.group} does not wait for anybody before the traffic moves`, `${CONFIGURE}.`));
    }
    if (needs === 'the wait and test traffic' && !group.testListener) {
        const found = `group ${group.group} has no test listener, so there is no test traffic`;
        problems.push(refuse(found, 'Give the group a test listener (testTrafficRoute), or write `before-traffic`.'));
    }
    return problems;
}
/** How long is waited, and what comes then, a deployment cannot say. */
function ownedByGroup({ pauseFor, pauseExpiry }) {
    const asked = [
        { name: 'pause-minutes', value: pauseFor },
        { name: 'pause-timeout-action', value: pauseExpiry }
    ];
    return asked
        .filter(({ value }) => value !== undefined)
        .map(({ name }) => new domain_problem/* Problem */.A('GATE_UNFIT', {
        place: { kind: 'input', name },
        found: `\`${name}\` is set, but CodeDeploy takes the wait for a person from the deployment group, and stops the deployment when nobody comes`,
        remedy: `Remove \`${name}\`; ${CONFIGURE.charAt(0).toLowerCase()}${CONFIGURE.slice(1)}.`
    }));
}

;// CONCATENATED MODULE: ./src/engines/alarm-checks.ts
// What is wrong with the alarms that are to guard a deployment, alike for every engine. Pure.


const ALARMS_INPUT = { kind: 'input', name: 'alarms' };
/** Undefined states: the role may not read them. */
function missing(asked, states) {
    if (states === undefined)
        return [];
    return asked.alarms
        .filter((name) => !states.some((alarm) => alarm.name === name))
        .map((name) => new domain_problem/* Problem */.A('ALARM_NOT_FOUND', { place: ALARMS_INPUT, found: `there is no alarm ${name} in this region` }));
}
/** CodeDeploy stops a deployment within seconds when one of its alarms is on already; ECS then ignores all of them. */
function alreadyOn(alarm, asked, now) {
    const place = asked.alarms.includes(alarm.name)
        ? ALARMS_INPUT
        : { kind: 'aws', call: 'cloudwatch:DescribeAlarms', resource: alarm.name };
    const since = alarm.since === undefined ? '' : ` for ${Math.max(0, Math.round((now - alarm.since) / units/* MINUTE */.p))} minutes`;
    const reason = alarm.reason === undefined ? '' : `: ${alarm.reason.replace(/[.\s]{1,20}$/, '')}`;
    return new domain_problem/* Problem */.A('ALARM_ACTIVE', { place, found: `alarm ${alarm.name} has been on${since}${reason}` });
}
/** Alarms that guard on paper only. */
function doubts(owner, wanted, asked, states) {
    return wanted.flatMap((name) => {
        const alarm = states.find((each) => each.name === name);
        if (alarm === undefined) {
            // An alarm of the user's own list that does not exist is refused.
            if (asked.alarms.includes(name))
                return [];
            return [{ level: 'warning', says: `${owner} names an alarm that does not exist: ${name}` }];
        }
        if (alarm.state === 'OK' || alarm.state === 'ALARM')
            return [];
        return [
            { level: 'notice', says: `Alarm ${name} is not evaluated now: its state is ${alarm.state}, which stops nothing` }
        ];
    });
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
            ...(states ? doubts('The deployment group', wanted, asked, states) : []),
            ...(changed ? overrideNotes(names) : []),
            ...(group ? switchedOff(group) : []),
            ...(group ? withoutRollback(asked, guard, group) : [])
        ]
    };
}
function withAlarm(events) {
    return events.includes('alarm') ? events : [...events, 'alarm'];
}
function leftOutNote(name) {
    return {
        level: 'warning',
        says: `Alarm ${name} is on and does NOT guard this deployment, because \`allow-active-alarms\` is set`,
        remedy: 'Mend what the alarm shows, and take `allow-active-alarms` out again.'
    };
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

;// CONCATENATED MODULE: ./src/engines/codedeploy/notes.ts
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

;// CONCATENATED MODULE: ./src/engines/service-update.ts
const NAMES = {
    desiredCount: 'desired count',
    enableECSManagedTags: 'ECS managed tags',
    propagateTags: 'propagated tags'
};
const MEMBERS = [
    'desiredCount',
    'enableECSManagedTags',
    'propagateTags'
];
function askedOf({ desiredCount, enableEcsManagedTags, propagateTags }) {
    return {
        ...(desiredCount !== undefined && { desiredCount }),
        ...(enableEcsManagedTags !== undefined && { enableECSManagedTags: enableEcsManagedTags }),
        ...(propagateTags !== undefined && { propagateTags })
    };
}
function differing({ desiredCount, enableECSManagedTags, propagateTags }, has) {
    return {
        ...(desiredCount !== undefined && desiredCount !== has.desiredCount && { desiredCount }),
        ...(enableECSManagedTags !== undefined &&
            enableECSManagedTags !== has.enableECSManagedTags && { enableECSManagedTags }),
        ...(propagateTags !== undefined && propagateTags !== has.propagateTags && { propagateTags })
    };
}
/** `desired count 4, ECS managed tags true`; empty where nothing is changed. */
function updateText(update) {
    return MEMBERS.filter((member) => update[member] !== undefined)
        .map((member) => `${NAMES[member]} ${String(update[member])}`)
        .join(', ');
}
function updateChoices(asked, has) {
    return MEMBERS.filter((member) => asked[member] !== undefined).map((member) => {
        const to = String(asked[member]);
        const value = asked[member] === has[member] ? `${to}, as it is` : `${String(has[member] ?? 'not known')} -> ${to}`;
        return { what: NAMES[member], value, origin: 'input' };
    });
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/service-options.ts


function decideServiceOptions(inputs, has) {
    const asked = askedOf(inputs);
    const update = differing(asked, has);
    const changes = updateText(update);
    return {
        value: {
            update: changes === '' ? undefined : update,
            stored: storedOf(update, has),
            choices: updateChoices(asked, has)
        },
        problems: [
            ...(inputs.ebsVolume === undefined ? [] : [volumeUnfit(inputs.ebsVolume.name)]),
            ...paceUnfit('minimum-healthy-percent', inputs.minimumHealthyPercent),
            ...paceUnfit('maximum-percent', inputs.maximumPercent)
        ],
        notes: [...(changes === '' ? [] : [updateNote(changes)]), ...(inputs.forceNewDeployment ? [FORCE_NOTE] : [])]
    };
}
/** Whether the service is as the update would make it. Absent tags are off. */
function hasTaken(service, update) {
    if (service === undefined)
        return false;
    const { desiredCount, enableECSManagedTags = false, propagateTags = 'NONE' } = service;
    return updateText(differing(update, { desiredCount, enableECSManagedTags, propagateTags })) === '';
}
function storedOf(update, has) {
    return MEMBERS.filter((member) => update[member] !== undefined).map((member) => ({
        path: member,
        kind: 'changed',
        from: has[member] === undefined ? undefined : String(has[member]),
        to: String(update[member])
    }));
}
function updateNote(changes) {
    return {
        level: 'notice',
        says: `Right before the deployment starts, the service itself is changed (${changes}), which needs the permission \`ecs:UpdateService\`; it stays so, even if the deployment is rolled back`
    };
}
const FORCE_NOTE = {
    level: 'notice',
    says: '`force-new-deployment`: CodeDeploy starts new tasks with every deployment; the input only keeps a revision that serves already from being skipped'
};
/** An AppSpec has no place for volumes, and UpdateService may not set them on a service of CodeDeploy. */
function volumeUnfit(name) {
    return new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
        place: { kind: 'input', name: 'service-managed-ebs-volume' },
        found: `the volume ${JSON.stringify(name)} cannot be given to the tasks: the service is deployed to by CodeDeploy, whose AppSpec carries no volumes, and ECS lets nobody change them on such a service`,
        expected: 'a service whose deployment controller is ECS',
        remedy: 'Remove `service-managed-ebs-volume` and `service-managed-ebs-volume-name`, or move the service to the controller ECS.'
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function paceUnfit(input, percent) {
    if (percent === undefined)
        return [];
    return [
        new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
            place: { kind: 'input', name: input },
            found: `\`${input}\` is ${percent}, and paces the tasks of a rolling deployment: CodeDeploy always starts a whole second task set`,
            expected: 'a service whose deployment controller is ECS',
            remedy: `Remove \`${input}\`.`
        })
    ];
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/decide.ts















function decide(request, survey) {
    const { inputs, today, wanted, run, hash, nonce, now } = request;
    const { group, configuration, activity } = survey;
    const { definition } = wanted.revision;
    const appSpec = decideAppSpec(inputs, today.service, definition);
    const options = decideServiceOptions(inputs, today.service);
    const guarding = decideGuard(inputs, group, survey.alarms, now);
    const traffic = decideTraffic(configuration, group);
    const gates = decideGates(inputs, group);
    const problems = [survey, appSpec, options, guarding, traffic, gates].flatMap((part) => part.problems);
    if (group === undefined || survey.wanted === undefined || appSpec.value === undefined || problems.length > 0) {
        const busy = group && activity.kind === 'active' ? [inTheWay(activity, group, request, undefined)] : [];
        return { kind: 'refused', problems: [...problems, ...busy] };
    }
    const { document } = appSpec.value;
    const { guard, autoRollback, overrideAlarms } = guarding.value;
    const config = configOf(survey.wanted, configuration, group);
    const configured = config?.name ?? group.configuration ?? ALL_AT_ONCE;
    const content = hash(JSON.stringify([definition, document]));
    const same = sameness({
        inputs,
        service: today.service,
        definition,
        changes: wanted.changes,
        reasons: [...notServing(today.service), ...notIdle(activity)]
    });
    const wait = waitOf(inputs, group);
    const plan = {
        engine: 'codedeploy',
        target: today.target,
        application: group.application,
        group: group.group,
        through: through(group, configured),
        config,
        serviceUpdate: options.value.update,
        leftovers: false,
        stored: options.value.stored,
        appSpec: document,
        sent: { title: 'The AppSpec that is sent', document },
        before: { taskDefinition: today.service.running },
        taskSetBefore: today.service.primary?.id,
        revision: wanted.revision,
        images: wanted.images,
        changes: wanted.changes,
        unchanged: same.unchanged,
        shape: traffic.value,
        timetable: timetable(traffic.value, group),
        guard,
        autoRollback,
        overrideAlarms,
        wait,
        marker: marker(run, content, nonce, inputs.description),
        choices: [
            ...groupChoices(inputs, group),
            configChoice(survey.wanted, configured, config),
            ...appSpec.value.choices,
            ...options.value.choices,
            ...guardChoices(inputs, guarding.value),
            ...gates.value
        ],
        // Nothing is sent, so what would be worth knowing of a deployment is not.
        notes: same.unchanged
            ? [...inputs.notes, ...wanted.notes]
            : [
                ...[inputs, wanted, same, survey, appSpec, options, guarding, traffic].flatMap((part) => part.notes),
                ...(config?.create ? [createNote(config.name)] : []),
                ...(stops(wait) ? [STOP_NOTE] : []),
                ...(isEmpty(inputs, today.service) ? [EMPTY_NOTE] : []),
                ...unheardHooks(document, group)
            ]
    };
    return activity.kind === 'active' ? behind(activity, plan, group, request, content) : { kind: 'planned', plan };
}
/** Whoever waits for another deployment follows it. */
function behind(active, plan, group, request, content) {
    const problem = inTheWay(active, group, request, content);
    // One that is being undone does not deploy what this run would any more.
    const ours = active.seen?.status.phase === 'rolling-back' ? undefined : content;
    if (active.seen === undefined)
        return { kind: 'refused', problems: [unfollowed(problem)] };
    return { kind: 'busy', plan, other: attachmentOf(active.seen, group, request, ours), problem };
}
function notIdle(activity) {
    switch (activity.kind) {
        case 'none':
            return [];
        case 'active':
            return ['another deployment is on its way'];
        case 'unclear':
            return ['it is not known whether a deployment is on its way'];
    }
}
/** With one task set, the primary has all traffic; beside an active one, CodeDeploy may have given it a share. */
function notServing({ primary, taskSets }) {
    if (primary?.taskDefinition === undefined) {
        return ['AWS does not say that the primary task set of the service runs it'];
    }
    const others = taskSets.filter(({ id, status }) => id !== primary.id && status !== 'DRAINING');
    return others.length === 0 ? [] : ['another task set of the service is still there'];
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
function waitOf({ waitUntil, allowance, maxGap, onTimeout, onCancel }, { lingers }) {
    return { until: waitUntil, allowance: allowance + lingers, maxGap, onTimeout, onCancel };
}
function isEmpty({ desiredCount }, service) {
    return (desiredCount ?? service.desiredCount) === 0;
}
function stops(wait) {
    return wait.until !== 'started' && (wait.onTimeout !== 'leave' || wait.onCancel !== 'leave');
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
/** Undefined: the role may not read them, which costs the check and not the deployment. */
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

;// CONCATENATED MODULE: ./src/engines/looking.ts


/** For every source but the status: it is what a verdict waits for, and no other source may keep it waiting long. */
const PATIENCE = 8 * units/* SECOND */.Z;
async function look(clock, sees, due, signal) {
    const options = signal ? { signal } : {};
    const soon = AbortSignal.timeout(PATIENCE);
    const hurried = { signal: signal ? AbortSignal.any([signal, soon]) : soon };
    const at = (source, given) => due.includes(source) ? sight(clock, () => sees[source](given)) : Promise.resolve(undefined);
    const [status, target, service, alarms, stopped] = await Promise.all([
        at('status', options),
        at('target', hurried),
        at('service', hurried),
        at('alarms', hurried),
        at('stopped', hurried)
    ]);
    return {
        ...(status && { status }),
        ...(target && { target }),
        ...(service && { service }),
        ...(alarms && { alarms }),
        ...(stopped && { stopped })
    };
}
async function sight(clock, see) {
    try {
        const part = await see();
        return { kind: 'seen', at: clock.now(), part };
    }
    catch (error) {
        // Ports reject with Problems only: anything else comes of an answer in another form than the API promises.
        const problem = error instanceof domain_problem/* Problem */.A ? error : new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { found: String(error), cause: error });
        return { kind: 'blind', at: clock.now(), problem, forGood: problem.code === 'NOT_ALLOWED' };
    }
}

;// CONCATENATED MODULE: ./src/engines/stopped-tasks.ts
/** DescribeTasks takes this many. */
const MOST = 100;
const SHOWN = 5;
async function stoppedTasks(target, revision, { ecs }, options) {
    if (revision === undefined)
        return [];
    const { cluster, service } = target;
    const listed = await ecs.listTasks({ cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MOST }, options);
    const tasks = listed.taskArns ?? [];
    if (tasks.length === 0)
        return [];
    const described = await ecs.describeTasks({ cluster, tasks }, options);
    // By revision and not by who started it: that holds for every deployment controller.
    return reasons((described.tasks ?? []).filter((task) => task.taskDefinitionArn === revision));
}
/** Pure. */
function reasons(tasks) {
    const counted = Map.groupBy(tasks.filter(isTelling), describe);
    return [...counted]
        .map(([reason, same]) => ({ count: same.length, reason }))
        .toSorted((some, others) => others.count - some.count)
        .slice(0, SHOWN);
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

;// CONCATENATED MODULE: ./src/engines/service.ts


/** What is seen of a service that does not exist. */
const NO_SERVICE = {
    active: false,
    primaryIsTarget: false,
    targetServesAlone: false,
    primary: undefined,
    stable: false,
    rival: undefined,
    tasks: undefined,
    events: []
};
/** Undefined: there is no such service. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html */
function serviceIn({ services, failures }) {
    const [service] = services ?? [];
    if (service !== undefined || failures?.some(({ reason }) => reason === 'MISSING'))
        return service;
    throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', {
        place: { kind: 'aws', call: 'ecs:DescribeServices' },
        found: `no service in the answer (${failures?.[0]?.reason ?? 'no reason given'})`
    });
}
function service_eventsOf({ events }) {
    return (events ?? []).flatMap((event) => {
        const at = instant(event.createdAt);
        if (event.id === undefined || event.message === undefined || at === undefined)
            return [];
        return [{ id: event.id, at, text: event.message }];
    });
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/service.ts


/** The primary task set carries the id of the deployment that made it, and its revision. */
function servicePart(answer, handle) {
    const service = serviceIn(answer);
    if (service === undefined)
        return NO_SERVICE;
    const set = service.taskSets?.find((each) => each.status === 'PRIMARY');
    // The id of the deployment is enough where nobody knows what it deploys.
    const { id, taskDefinition = set?.taskDefinition } = handle;
    const primaryIsTarget = set?.externalId === id && set.taskDefinition === taskDefinition;
    return {
        active: service.status === 'ACTIVE',
        primaryIsTarget,
        // The primary moves last, when no traffic is left to move; after that another deployment may have begun to.
        targetServesAlone: primaryIsTarget && !(service.taskSets ?? []).some((each) => isNewer(each, set)),
        primary: identity(set),
        stable: set?.stabilityStatus === 'STEADY_STATE',
        rival: rivalOf(service.taskSets ?? [], handle),
        tasks: tasks(set?.computedDesiredCount, set?.runningCount, set?.pendingCount),
        events: service_eventsOf(service)
    };
}
/** One that is kept alive after ours came is older. */
function isNewer({ status, createdAt }, primary) {
    if (status !== 'ACTIVE')
        return false;
    return (instant(createdAt) ?? Infinity) > (instant(primary.createdAt) ?? Infinity);
}
/** A task set says whose it is by the id of the deployment that made it; the one that came with the service has none. */
function rivalOf(sets, handle) {
    return sets.find(({ status, externalId }) => status === 'ACTIVE' && externalId !== undefined && externalId !== handle.id)?.externalId;
}
function identity(set) {
    if (set?.id === undefined || set.taskDefinition === undefined)
        return undefined;
    return { taskDefinition: set.taskDefinition, id: set.id };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/follower.ts








/** It waits for nobody any more: somebody has continued it already. */
const NOT_READY = 'DeploymentIsNotInReadyStateException';
function following(subject, aws, { clock }) {
    const { codedeploy } = aws;
    const observe = (handle, due, signal) => look(clock, {
        status: (options) => seeStatus(handle, options),
        target: (options) => seeTarget(handle, options),
        service: (options) => seeService(handle, options),
        alarms: (options) => seeAlarms(options),
        stopped: (options) => stoppedTasks(subject.target, handle.taskDefinition, aws, options)
    }, due, signal);
    async function seeStatus(handle, options) {
        const ours = await readDeployment(codedeploy, handle.id, options);
        const rollback = ours.rollbackInfo?.rollbackDeploymentId;
        return statusPart(ours, rollback === undefined ? undefined : await readDeployment(codedeploy, rollback, options));
    }
    async function seeTarget(handle, options) {
        const input = { deploymentId: handle.id, targetId: targetId(subject.target) };
        try {
            const { deploymentTarget } = await codedeploy.getDeploymentTarget(input, options);
            const target = given(deploymentTarget?.ecsTarget, 'codedeploy:GetDeploymentTarget', 'deploymentTarget.ecsTarget');
            return targetPart(target, subject.taskSetBefore);
        }
        catch (error) {
            if (error instanceof domain_problem/* Problem */.A && error.code === 'DEPLOYMENT_NOT_STARTED') {
                return targetPart(undefined, subject.taskSetBefore);
            }
            throw error;
        }
    }
    async function seeService(handle, options) {
        const { cluster, service } = subject.target;
        return servicePart(await aws.ecs.describeServices({ cluster, services: [service] }, options), handle);
    }
    async function seeAlarms(options) {
        const names = subject.guard.alarms.slice(0, ALARMS_PER_CALL);
        return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options));
    }
    const act = async (handle, { kind }, signal) => {
        const options = signal && { signal };
        const deploymentId = handle.id;
        try {
            switch (kind) {
                case 'continue':
                    // What is meant when the wait is left out is not documented.
                    // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ContinueDeployment.html
                    await codedeploy.continueDeployment({ deploymentId, deploymentWaitType: 'READY_WAIT' }, options);
                    return;
                case 'roll-back':
                case 'stop':
                    await codedeploy.stopDeployment({ deploymentId, autoRollbackEnabled: kind === 'roll-back' }, options);
                    return;
            }
        }
        catch (error) {
            if (!(error instanceof domain_problem/* Problem */.A) || !isLate(kind, error))
                throw error;
        }
    };
    return { observe, act };
}
/** What was asked for is past; the next look tells what has become of the deployment. */
function isLate(kind, problem) {
    return problem.code === 'DEPLOYMENT_OVER' || (kind === 'continue' && problem.aws?.name === NOT_READY);
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/configuration.ts



const UNKNOWN = { kind: 'unknown' };
function checkConfiguration(name, wanted, answer) {
    return answer instanceof domain_problem/* Problem */.A ? unread(name, wanted, answer) : checkAnswer(name, wanted, answer);
}
function unread(name, wanted, problem) {
    // CreateDeployment is refused without it as well, whichever configuration it names.
    // https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html
    if (problem.code === 'NOT_ALLOWED')
        return failed(UNKNOWN, problem);
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
    return failed(UNKNOWN, problem);
}
function checkAnswer(name, wanted, answer) {
    const place = placeOf(name);
    if (answer.computePlatform !== undefined && answer.computePlatform !== 'ECS') {
        const says = `${name} is a configuration for ${answer.computePlatform}`;
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

;// CONCATENATED MODULE: ./src/engines/sending.ts


/** Before a throttled write is sent again. */
const RESEND = [2 * units/* SECOND */.Z, 4 * units/* SECOND */.Z, 8 * units/* SECOND */.Z, 16 * units/* SECOND */.Z];
/** A throttled request was turned away unread: sending it again cannot take effect twice. */
async function unhurried({ clock, cancelled }, write, pauses = RESEND) {
    try {
        return await write();
    }
    catch (error) {
        const [pause, ...later] = pauses;
        if (!(error instanceof domain_problem/* Problem */.A) || error.code !== 'AWS_THROTTLED' || pause === undefined)
            throw error;
        await clock.sleep(pause, cancelled);
        // A cancelled job starts nothing any more.
        if (cancelled.aborted)
            throw error;
        return unhurried({ clock, cancelled }, write, later);
    }
}
/** The request may have taken effect. Throttled never has. */
function isUncertain(problem) {
    return ((0,domain_problem/* isPassing */.W)(problem.code) && problem.code !== 'AWS_THROTTLED') || problem.code === 'INTERNAL';
}
/** Undefined when it cannot be seen: a look in search of our own doing decides nothing when it fails. */
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

;// CONCATENATED MODULE: ./src/engines/codedeploy/prepare.ts






function preparing(plan, { codedeploy, ecs }, tools) {
    return async (changed) => {
        const routing = plan.shape && routingIn(plan.shape);
        // The configuration first: one that nobody uses harms nobody.
        if (plan.config?.create === true && routing !== undefined) {
            await createOrFind(plan.config.name, routing);
            await changed(`the deployment configuration ${plan.config.name} exists now`);
        }
        if (plan.serviceUpdate !== undefined) {
            await updateService(plan.serviceUpdate);
            await changed(toldOf(plan.serviceUpdate));
        }
    };
    async function createOrFind(name, routing) {
        try {
            await unhurried(tools, () => codedeploy.createDeploymentConfig(createConfiguration(name, routing)));
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
    /** Sent once; after a lost answer the service itself tells whether it took effect. */
    async function updateService(update) {
        const { cluster, service } = plan.target;
        try {
            await unhurried(tools, () => ecs.updateService({ cluster, service, ...update }));
        }
        catch (error) {
            if (!(error instanceof domain_problem/* Problem */.A) || !isUncertain(error))
                throw error;
            const seen = await sighted(() => ecs.describeServices({ cluster, services: [service] }));
            if (!hasTaken(seen?.services?.[0], update))
                throw error.after(`perhaps ${toldOf(update)}`);
        }
    }
    function toldOf(update) {
        return `the service ${plan.target.service} was changed: ${updateText(update)}`;
    }
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/start.ts







/** Before each look for a deployment whose start was not answered: the group's record may lag behind. */
const RECONCILE = [units/* SECOND */.Z, 4 * units/* SECOND */.Z, 5 * units/* SECOND */.Z, 10 * units/* SECOND */.Z, 10 * units/* SECOND */.Z, 15 * units/* SECOND */.Z];
function starting(plan, { codedeploy }, { clock, cancelled, hash, page }) {
    const named = (id, taskDefinition) => handleOf(plan.target, id, taskDefinition, page);
    async function start(taskDefinition) {
        try {
            return { handle: named(await send(taskDefinition), taskDefinition), adopted: false, notes: [] };
        }
        catch (error) {
            if (!(error instanceof domain_problem/* Problem */.A))
                throw error;
            const refusal = plan.revision.kind === 'reuse' ? error : error.after(unused(taskDefinition));
            if (error.code === 'DEPLOYMENT_ACTIVE')
                return adoptOr(taskDefinition, refusal);
            if (!isUncertain(error))
                throw refusal;
            return { handle: await reconcile(taskDefinition, error), adopted: true, notes: [] };
        }
    }
    async function send(taskDefinition) {
        const request = createDeployment(plan, taskDefinition, hash);
        const { deploymentId } = await unhurried({ clock, cancelled }, () => codedeploy.createDeployment(request));
        return given(deploymentId, 'codedeploy:CreateDeployment', 'deploymentId');
    }
    /** The group has an active deployment: ours, when an answer was lost on the way, else somebody's. */
    async function adoptOr(taskDefinition, refusal) {
        // The id is in the text only. https://github.com/aws/aws-sdk-java/issues/757
        // The group's name stands before it and may look like one.
        const id = (refusal.aws?.message ?? refusal.found).match(/\bd-[A-Z0-9]+/g)?.at(-1);
        const active = id === undefined ? undefined : await sighted(() => readDeployment(codedeploy, id));
        if (id === undefined || active === undefined)
            throw refusal;
        if (isMarked(active, plan.marker))
            return { handle: named(id, taskDefinition), adopted: true, notes: [] };
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
        for (const pause of RECONCILE) {
            // A cancelled job has seconds left, and a deployment that was started has to be found in them.
            await (cancelled.aborted ? clock.sleep(units/* SECOND */.Z) : clock.sleep(pause, cancelled));
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
        const attempted = await readDeployment(codedeploy, last);
        if (isMarked(attempted, marker))
            return named(last, taskDefinition);
        const undone = attempted.rollbackInfo?.rollbackTriggeringDeploymentId;
        if (undone === undefined || !isMarked(await readDeployment(codedeploy, undone), marker))
            return undefined;
        return named(undone, taskDefinition);
    }
    return { start, find };
}
function unused(taskDefinition) {
    return `revision ${taskDefinition} was registered and is not used`;
}
function isMarked(deployment, marker) {
    return deployment.description?.startsWith(marker.key) ?? false;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/engine.ts



function codedeployEngine(plan, aws, tools) {
    return { prepare: preparing(plan, aws, tools), ...starting(plan, aws, tools), ...following(plan, aws, tools) };
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/evidence.ts


async function evidence(subject, handle, aws, signal) {
    const input = { deploymentId: handle.id, targetId: targetId(subject.target) };
    const { deploymentTarget } = await aws.codedeploy.getDeploymentTarget(input, { signal });
    // Whose functions a deployment calls that was found is not told.
    const called = 'appSpec' in subject ? hooksOf(subject.appSpec) : [];
    const hooks = new Map(called.map((hook) => [hook.event, hook.function]));
    return (deploymentTarget?.ecsTarget?.lifecycleEvents ?? []).map(stage).flatMap(({ name, status, detail }) => {
        const hook = status === 'Failed' ? hooks.get(name) : undefined;
        const source = hook === undefined ? [] : [`its hook is the function ${hook}, whose log is in /aws/lambda/${evidence_functionName(hook)}`];
        const told = [...(detail === undefined ? [] : [detail]), ...source];
        return told.length === 0 ? [] : [{ about: name, detail: told.join('; ') }];
    });
}
/** A hook may be named by its ARN: `arn:aws:lambda:region:account:function:name[:version]`. */
function evidence_functionName(hook) {
    return hook.split(':function:')[1]?.split(':')[0] ?? hook;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/last-succeeded.ts






/** Further back nobody looks. */
const LOOKED_AT = 5;
async function lastSucceeded(request) {
    const { value: group, problems } = await findGroup(request);
    if (group === undefined || problems.length > 0)
        return { ok: false, problems };
    const deployments = await attempt(() => successes(group, request));
    if (deployments instanceof domain_problem/* Problem */.A)
        return { ok: false, problems: [deployments] };
    const { service, target } = request.today;
    const value = deployments
        .map((deployment) => revisionNamed(deployment, target))
        .find((revision) => revision !== undefined && revision !== service.running);
    return { ok: true, value };
}
/** The newest first, by their own time: that AWS lists them so is relied on by others and written nowhere. */
async function successes(group, { aws, read }) {
    const input = {
        applicationName: group.application,
        deploymentGroupName: group.group,
        // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
        includeOnlyStatuses: ['Succeeded']
    };
    const listed = await read(() => aws.codedeploy.listDeployments(input));
    const ids = (listed.deployments ?? []).slice(0, LOOKED_AT);
    // A list that does not begin with the newest would lead to a revision of long ago.
    const newest = group.lastSucceeded?.deploymentId;
    if (newest !== undefined && !ids.includes(newest))
        return [];
    const deployments = await Promise.all(ids.map((id) => read(() => readDeployment(aws.codedeploy, id))));
    return deployments.filter(isSuccess).toSorted((one, other) => createdAt(other) - createdAt(one));
}
/** A rollback has brought back what served before it, and is no success of a revision. */
function isSuccess({ status, creator }) {
    return status === 'Succeeded' && creator !== 'codeDeployRollback';
}
function createdAt({ createTime }) {
    return instant(createTime) ?? 0;
}

;// CONCATENATED MODULE: ./src/engines/codedeploy/survey.ts








async function survey(request) {
    const { inputs } = request;
    const asked = wantedConfiguration(inputs.strategy);
    const wanted = asked.ok ? asked.value : undefined;
    const grouped = findGroup(request);
    const [group, configuration, alarms, activity] = await Promise.all([
        grouped,
        findConfiguration(wanted, grouped, request),
        grouped.then(({ value }) => findAlarms(wantedAlarms(value, inputs.alarms), request)),
        grouped.then(({ value }) => findActivity(value, request))
    ]);
    const parts = [group, configuration, alarms, activity];
    return {
        group: group.value,
        wanted,
        configuration: configuration.value,
        alarms: alarms.value,
        activity: activity.value,
        problems: [...(asked.ok ? [] : asked.problems), ...parts.flatMap((part) => part.problems)],
        notes: parts.flatMap((part) => part.notes)
    };
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

;// CONCATENATED MODULE: ./src/engines/codedeploy/kit.ts







const codedeploy = {
    plan: async (request) => decide(request, await survey(request)),
    engine: codedeployEngine,
    attach: attach,
    follower: following,
    lastSucceeded: lastSucceeded,
    // Where a deployment of CodeDeploy waits for a person is the group's, and nothing of ours is stored in it.
    removePauses: () => Promise.resolve([]),
    evidence: evidence
};

;// CONCATENATED MODULE: ./src/engines/ecs/deployment.ts


/** The most one page of the list holds, newest first; there is no need to look further back. */
const PAGE = 100;
/** The form AWS documents. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
const DEPLOYMENT_ARN = /^arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:service-deployment\/[\w-]+\/[\w-]+\/[\w-]+$/;
/** How the service itself names a deployment: all there is where the records may not be read. */
const IN_SERVICE = 'ecs-svc/';
/**
 * An ARN nobody knows is a failure of an answer with HTTP 200.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html
 */
async function readServiceDeployment(ecs, arn, options) {
    const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [arn] }, options);
    const [deployment] = answer.serviceDeployments ?? [];
    if (deployment === undefined && answer.failures?.some(({ reason }) => reason === 'MISSING')) {
        throw new domain_problem/* Problem */.A('DEPLOYMENT_GONE', {
            place: { kind: 'aws', call: 'ecs:DescribeServiceDeployments', resource: arn },
            found: `ECS answers that ${arn} is MISSING`
        });
    }
    return given(deployment, 'ecs:DescribeServiceDeployments', 'serviceDeployments[0]');
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const MOST_DESCRIBED = 20;
/** As many of these as ECS has a record of. */
async function readServiceDeployments(ecs, arns, options) {
    const answer = await ecs.describeServiceDeployments({ serviceDeploymentArns: [...arns] }, options);
    return answer.serviceDeployments ?? [];
}
/** Newest first. */
async function listDeployments(ecs, { cluster, service }, options) {
    const { serviceDeployments } = await ecs.listServiceDeployments({ cluster, service, maxResults: PAGE }, options);
    return serviceDeployments ?? [];
}
/** The task definition of a service revision; undefined where ECS keeps no record of it. */
async function deployment_revisionOf(ecs, serviceRevisionArn, options) {
    const answer = await ecs.describeServiceRevisions({ serviceRevisionArns: [serviceRevisionArn] }, options);
    const [revision] = answer.serviceRevisions ?? [];
    if (revision === undefined && answer.failures?.some(({ reason }) => reason === 'MISSING'))
        return undefined;
    return given(revision?.taskDefinition, 'ecs:DescribeServiceRevisions', 'serviceRevisions[0].taskDefinition');
}
/** The same of up to 20 at once; what ECS keeps no record of is not there. */
async function revisionsOf(ecs, arns) {
    if (arns.length === 0)
        return new Map();
    const answer = await ecs.describeServiceRevisions({ serviceRevisionArns: [...arns] });
    return new Map((answer.serviceRevisions ?? []).flatMap(({ serviceRevisionArn: arn, taskDefinition }) => arn === undefined || taskDefinition === undefined ? [] : [[arn, taskDefinition]]));
}
/** `id`: the deployment's ARN, or how the service names it. */
function handleFor(target, id, taskDefinition, page, inService) {
    const { cluster, service } = target;
    return {
        id,
        taskDefinition,
        ...(inService !== undefined && { inService }),
        url: page(target, ['ecs', 'v2', 'clusters', cluster, 'services', service, 'deployments']),
        // It goes into a shell: nothing but the form that is known.
        rollBackCommand: DEPLOYMENT_ARN.test(id)
            ? `aws ecs stop-service-deployment --service-deployment-arn ${id} --stop-type ROLLBACK`
            : undefined
    };
}
/** Whether a deployment is known by the service's name for it alone, and has no record that could be read. */
function isInService(id) {
    return id.startsWith(IN_SERVICE);
}

;// CONCATENATED MODULE: ./src/engines/ecs/members.ts
// Values of an answer that nobody has checked, member by member: what is not as documented counts as not given. Pure.
const NOTHING = {};
/** Empty for what is no object. */
function members_membersOf(value) {
    return isMembers(value) ? value : NOTHING;
}
function isMembers(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** An empty text is none. */
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function textsOf(value) {
    return listOf(value).flatMap((each) => textOf(each) ?? []);
}
/** Undefined outside the range. */
function numberOf(value, from, to) {
    return typeof value === 'number' && value >= from && value <= to ? value : undefined;
}

;// CONCATENATED MODULE: ./src/engines/ecs/pause-mark.ts


const KEY = 'ecs-canary-deploy';
function isPause(hook) {
    return members_membersOf(hook)['targetType'] === 'PAUSE';
}
function withMark(pause, mark) {
    return { ...pause, hookDetails: { [KEY]: mark } };
}
/** Undefined: no pause of ours. AWS takes any JSON for the details, and may answer them as the text of one. */
function markIn(hook) {
    if (!isPause(hook))
        return undefined;
    const details = members_membersOf(hook)['hookDetails'];
    return textOf(members_membersOf(typeof details === 'string' ? parsed(details) : details)[KEY]);
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The marker a deployment carries; undefined where it has none, or AWS did not keep it. */
function markOf({ deploymentConfiguration }) {
    const hooks = listOf(members_membersOf(deploymentConfiguration)['lifecycleHooks']);
    return hooks.map(markIn).find((mark) => mark !== undefined);
}
/** A pause that cannot be known as ours again is left to people. */
function markNotes({ pauses }, { hooks }) {
    if (!pauses || hooks === undefined || hooks.some((hook) => markIn(hook) !== undefined))
        return [];
    return [
        {
            level: 'warning',
            says: 'ECS did not keep the mark of our pause, so that nothing knows it as ours any more: `mode: promote` needs `deployment-id` and `hook-id`, and the pause stays in the service’s settings',
            remedy: 'Take the PAUSE hook out of the service’s `deploymentConfiguration.lifecycleHooks` when it is not wanted any more.'
        }
    ];
}
/** The same members of UpdateService without the marker in our pauses; what others wrote into theirs stays. */
function unmarked(update) {
    const configuration = update['deploymentConfiguration'];
    if (!(0,json/* isObject */.G)(configuration) || !(0,json/* isList */.L)(configuration['lifecycleHooks']))
        return update;
    const lifecycleHooks = configuration['lifecycleHooks'].map(withoutMark);
    return { ...update, deploymentConfiguration: { ...configuration, lifecycleHooks } };
}
function withoutMark(hook) {
    if (!(0,json/* isObject */.G)(hook) || markIn(hook) === undefined)
        return hook;
    return Object.fromEntries(Object.entries(hook).filter(([name]) => name !== 'hookDetails'));
}

;// CONCATENATED MODULE: ./src/engines/ecs/configuration.ts




/** A stage lasts 24 hours at most. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html */
const LONGEST_STAGE = 1_440;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const LONGEST_PAUSE = 20_160;
/** Where none is told. The same page. */
const USUAL_PAUSE = 1_440;
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CanaryConfiguration.html */
const CANARY = { from: 0.1, to: 100, percent: 5, minutes: 10 };
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html */
const LINEAR = { from: 3, to: 100, percent: 10, minutes: 6 };
/** Of a service's tasks. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
const USUAL_PACE = { minimumHealthyPercent: 100, maximumPercent: 200 };
/** A deployment lasts 30 days at most. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html */
const LONGEST_DEPLOYMENT = 43_200;
/** Before every step of production traffic. */
const BEFORE_SHIFT = 'PRE_PRODUCTION_TRAFFIC_SHIFT';
function configurationOf(answer) {
    const given = members_membersOf(answer);
    const strategy = textOf(given['strategy']) ?? 'ROLLING';
    const bake = minutesOf(given['bakeTimeInMinutes'], LONGEST_DEPLOYMENT);
    const [alarms, breaker] = [members_membersOf(given['alarms']), members_membersOf(given['deploymentCircuitBreaker'])];
    const hooks = listOf(given['lifecycleHooks']);
    return {
        strategy,
        bake,
        shape: isStrategy(strategy) ? shapeOf(strategy, given, bake) : undefined,
        alarms: {
            enabled: alarms['enable'] === true,
            rollback: alarms['rollback'] === true,
            names: [...new Set(textsOf(alarms['alarmNames']))]
        },
        breaker: { enabled: breaker['enable'] === true, rollback: breaker['rollback'] === true },
        enough: enoughOf(given),
        pauses: hooks.filter(isPause).map(pauseOf),
        hookRoles: [...new Set(hooks.flatMap((hook) => textOf(members_membersOf(hook)['roleArn']) ?? []))],
        minimumHealthyPercent: numberOf(given['minimumHealthyPercent'], 0, Infinity) ?? USUAL_PACE.minimumHealthyPercent,
        maximumPercent: numberOf(given['maximumPercent'], 0, Infinity) ?? USUAL_PACE.maximumPercent
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function enoughOf(given) {
    const early = members_membersOf(given['earlySuccessCriteria']);
    return early['enable'] === true ? (numberOf(early['healthyPercent'], 0, 100) ?? 100) : 100;
}
const STRATEGIES = {
    ROLLING: ({ bake }) => ({ kind: 'rolling', ...bake }),
    // Without a wait at the end there is nothing that tells it from moving everything at once.
    BLUE_GREEN: ({ bake }) => (bake.bake === 0 ? { kind: 'all-at-once' } : { kind: 'blue-green', ...bake }),
    CANARY: ({ canary: { share, span }, bake }) => share === undefined || span === undefined ? undefined : { kind: 'canary', first: share, hold: span, ...bake },
    LINEAR: ({ linear: { share, span }, bake }) => share === undefined || span === undefined ? undefined : { kind: 'linear', step: share, every: span, ...bake }
};
function isStrategy(word) {
    return Object.hasOwn(STRATEGIES, word);
}
function shapeOf(strategy, given, bake) {
    const canary = members_membersOf(given['canaryConfiguration']);
    const linear = members_membersOf(given['linearConfiguration']);
    return STRATEGIES[strategy]({
        canary: {
            share: numberOf(canary['canaryPercent'] ?? CANARY.percent, CANARY.from, CANARY.to),
            span: minutesOf(canary['canaryBakeTimeInMinutes'] ?? CANARY.minutes, LONGEST_DEPLOYMENT)
        },
        linear: {
            share: numberOf(linear['stepPercent'] ?? LINEAR.percent, LINEAR.from, LINEAR.to),
            span: minutesOf(linear['stepBakeTimeInMinutes'] ?? LINEAR.minutes, LONGEST_DEPLOYMENT)
        },
        bake: bake === undefined ? {} : { bake }
    });
}
function minutesOf(value, most) {
    const minutes = numberOf(value, 0, most);
    return minutes === undefined ? undefined : minutes * units/* MINUTE */.p;
}
function pauseOf(hook) {
    const given = members_membersOf(hook);
    const timeout = members_membersOf(given['timeoutConfiguration'])['timeoutInMinutes'];
    return {
        stages: textsOf(given['lifecycleStages']),
        timeout: minutesOf(timeout, LONGEST_PAUSE) ?? USUAL_PAUSE * units/* MINUTE */.p,
        mark: markIn(hook)
    };
}
/** How often a deployment comes by a stage: the one before a shift once for each step. */
function visits(stage, steps) {
    return stage === BEFORE_SHIFT ? steps : 1;
}
/**
 * Rolling moves tasks and no traffic: it has no steps. The hooks of one stage wait side by side. `passesFirst`: nobody is
 * waited for before the first step of the traffic.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
function timetableOf({ shape, bake = 0, pauses }, passesFirst = false) {
    const steps = shape === undefined || shape.kind === 'rolling' ? [] : (0,domain_shape/* weightSteps */.wF)(shape);
    const stages = new Set(pauses.flatMap((pause) => pause.stages));
    const readyWait = [...stages].reduce((sum, stage) => {
        const waits = pauses.filter((pause) => pause.stages.includes(stage)).map((pause) => pause.timeout);
        const all = visits(stage, Math.max(1, steps.length));
        return sum + Math.max(...waits) * (passesFirst && stage === BEFORE_SHIFT ? all - 1 : all);
    }, 0);
    return { readyWait, steps, bake };
}

;// CONCATENATED MODULE: ./src/engines/ecs/cause.ts

/** What ECS says of it in words, each once. */
function reasonsOf({ rollback, statusReason }) {
    const told = [rollback?.reason, statusReason].filter((text) => text !== undefined);
    return [...new Set(told)].filter((text) => text.trim() !== '');
}
function cause_causeOf(deployment) {
    const said = reasonsOf(deployment);
    return (byFacts(deployment, said[0]) ??
        hinted(said, deployment.alarms?.alarmNames ?? []) ??
        byRequest(deployment, said[0]) ?? { kind: 'aws', code: undefined, message: said[0] });
}
function byFacts(deployment, said) {
    const { alarms, deploymentCircuitBreaker: breaker, lifecycleHookDetails = [] } = deployment;
    const triggered = alarms?.triggeredAlarmNames ?? [];
    if (triggered.length > 0)
        return { kind: 'alarm', names: triggered };
    if (alarms?.status === 'TRIGGERED')
        return { kind: 'alarm', names: namedIn(said ?? '', alarms.alarmNames ?? []) };
    if (breaker?.status === 'TRIGGERED') {
        return { kind: 'circuit-breaker', detail: said ?? failures(breaker.failureCount, breaker.threshold) };
    }
    const failed = lifecycleHookDetails.find(isFailedFunction);
    if (failed !== undefined)
        return byHook(deployment, failed, said);
    const expired = lifecycleHookDetails.some(({ targetType, ...hook }) => targetType === 'PAUSE' && isExpired(hook));
    return expired ? { kind: 'gate-expired', detail: said ?? 'nobody continued the deployment in time' } : undefined;
}
function failures(count, threshold) {
    if (count === undefined || threshold === undefined)
        return 'too many tasks failed to start';
    return `${count} tasks failed to start, ${threshold} are too many`;
}
/** A pause that was open when the deployment broke may be told as failed, too: nobody failed there. */
function isFailedFunction(hook) {
    return hook.targetType !== 'PAUSE' && (hook.status === 'FAILED' || isExpired(hook));
}
/** A hook may say that the deployment goes on when its time is over. */
function isExpired({ status, timeoutAction }) {
    return status === 'TIMED_OUT' && timeoutAction !== 'CONTINUE';
}
function byHook(deployment, hook, said) {
    const called = hook.targetArn === undefined ? 'a hook' : `the function ${functionName(hook.targetArn)}`;
    const detail = `${called} is ${hook.status ?? 'not given'}`;
    return {
        kind: 'hook',
        stage: stageIn(said ?? '') ?? configuredStage(deployment, hook.targetArn),
        detail: said === undefined ? detail : said
    };
}
/** By the configuration, where it calls the function at one stage only. */
function configuredStage({ deploymentConfiguration }, arn) {
    const hooks = deploymentConfiguration?.lifecycleHooks;
    if (arn === undefined || !Array.isArray(hooks))
        return undefined;
    const stages = (deploymentConfiguration?.lifecycleHooks ?? [])
        .filter(({ hookTargetArn }) => hookTargetArn === arn)
        .flatMap(({ lifecycleStages }) => lifecycleStages ?? []);
    return stages.length === 1 ? stages[0] : undefined;
}
/** The first that fits. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
const cause_HINTS = [
    { says: /pause hook timed out/i, cause: (detail) => ({ kind: 'gate-expired', detail }) },
    { says: /pause hook/i, cause: (detail) => ({ kind: 'operator', detail }) },
    {
        says: /lifecycle hook|hook target|hookStatus/i,
        cause: (detail) => ({ kind: 'hook', stage: stageIn(detail), detail })
    },
    // They carry names of the user's own, in which the words below may stand.
    {
        says: /networking configuration|infrastructure role/i,
        cause: (message) => ({ kind: 'aws', code: undefined, message })
    },
    { says: /circuit breaker/i, cause: (detail) => ({ kind: 'circuit-breaker', detail }) },
    { says: /tasks? failed to start/i, cause: (detail) => ({ kind: 'tasks', detail }) },
    {
        says: /\balarms?\b/i,
        cause: (detail, alarms) => ({ kind: 'alarm', names: namedIn(detail, alarms) })
    },
    {
        says: /stop-?service-?deployment|request to stop|requested by|by (?:a|the) user/i,
        cause: (detail) => ({ kind: 'operator', detail })
    }
];
/** What the first words that say something known hint at; undefined where none do. */
function hinted(said, alarms) {
    for (const text of said) {
        const hint = cause_HINTS.find(({ says }) => says.test(text));
        if (hint !== undefined)
            return hint.cause(text, alarms);
    }
    return undefined;
}
/** Only a request leads to this status. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
function byRequest({ status }, said) {
    return status === 'ROLLBACK_REQUESTED' ? { kind: 'operator', detail: said } : undefined;
}
/** Where only one alarm is watched it is that one. */
function namedIn(text, alarms) {
    const named = alarms.filter((name) => text.includes(name));
    return named.length === 0 && alarms.length === 1 ? alarms : named;
}
/** `... because PRE_SCALE_UP lifecycle hook(s) failed.` */
function stageIn(text) {
    return /\b([A-Z]+(?:_[A-Z]+)+) (?:lifecycle|pause) hook/.exec(text)?.[1];
}

;// CONCATENATED MODULE: ./src/engines/ecs/hooks.ts

const ON_EXPIRY = {
    ROLLBACK: 'roll-back',
    CONTINUE: 'continue'
};
/**
 * Where it waits for a person now: each visit of a stage makes a hook of its own.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
function gatesOf(deployment) {
    if (deployment.status !== 'IN_PROGRESS')
        return [];
    const waiting = (deployment.lifecycleHookDetails ?? []).filter(({ status }) => status === 'AWAITING_ACTION');
    return waiting.map(({ hookId, expiresAt, timeoutAction }) => ({
        hookId,
        stage: deployment.lifecycleStage,
        expiresAt: instant(expiresAt),
        onExpiry: timeoutAction !== undefined && isListed(ON_EXPIRY, timeoutAction) ? ON_EXPIRY[timeoutAction] : 'unknown'
    }));
}
function hookState({ hookId, targetType, targetArn, status }) {
    return {
        id: hookId ?? targetArn ?? 'without an id',
        kind: targetType ?? 'not given',
        function: targetArn === undefined ? undefined : functionName(targetArn),
        status: status ?? 'not given'
    };
}
function monitorsOf({ alarms, deploymentCircuitBreaker: breaker }) {
    const { failureCount: failures, threshold } = breaker ?? {};
    return [
        ...(alarms?.status === undefined ? [] : [{ name: 'alarms', status: alarms.status, count: undefined }]),
        ...(breaker?.status === undefined
            ? []
            : [
                {
                    name: 'circuit breaker',
                    status: breaker.status,
                    count: failures === undefined || threshold === undefined ? undefined : { failures, threshold }
                }
            ])
    ];
}

;// CONCATENATED MODULE: ./src/engines/ecs/snapshot.ts





/** There is no FAILED: what goes wrong is rolled back or stopped. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
const STATUS_PHASES = {
    PENDING: 'queued',
    IN_PROGRESS: 'running',
    STOP_REQUESTED: 'stopping',
    STOPPED: 'stopped',
    ROLLBACK_REQUESTED: 'rolling-back',
    ROLLBACK_IN_PROGRESS: 'rolling-back',
    ROLLBACK_SUCCESSFUL: 'rolled-back',
    ROLLBACK_FAILED: 'failed',
    SUCCESSFUL: 'succeeded'
};
/**
 * The stages of AWS's guide; its own enum lacks one of them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment.html
 */
const STAGES = {
    RECONCILE_SERVICE: 'before',
    PRE_SCALE_UP: 'before',
    SCALE_UP: 'before',
    POST_SCALE_UP: 'before',
    TEST_TRAFFIC_SHIFT: 'before',
    POST_TEST_TRAFFIC_SHIFT: 'before',
    PRE_PRODUCTION_TRAFFIC_SHIFT: 'shift',
    PRODUCTION_TRAFFIC_SHIFT: 'shift',
    POST_PRODUCTION_TRAFFIC_SHIFT: 'after-shift',
    BAKE_TIME: 'past',
    CLEAN_UP: 'past'
};
function snapshot_statusPart(deployment) {
    const status = given(deployment.status, 'ecs:DescribeServiceDeployments', 'status');
    const createdAt = instant(deployment.createdAt);
    const base = {
        phase: 'running',
        status,
        unlisted: true,
        createdAt,
        cause: undefined,
        rollback: undefined,
        gates: []
    };
    if (!isListed(STATUS_PHASES, status))
        return base;
    const known = { ...base, unlisted: false, phase: STATUS_PHASES[status] };
    switch (status) {
        case 'PENDING':
        case 'SUCCESSFUL':
            return known;
        case 'IN_PROGRESS': {
            const gates = gatesOf(deployment);
            return gates.length > 0 ? { ...known, phase: 'paused', gates } : known;
        }
        case 'STOP_REQUESTED':
        case 'STOPPED':
            return { ...known, cause: cause_causeOf(deployment) };
        case 'ROLLBACK_REQUESTED':
        case 'ROLLBACK_IN_PROGRESS':
        case 'ROLLBACK_SUCCESSFUL':
            return { ...known, cause: cause_causeOf(deployment), rollback: rollbackOf(deployment, status) };
        case 'ROLLBACK_FAILED': {
            const rollback = rollbackOf(deployment, status);
            return { ...known, rollback, cause: { kind: 'rollback-failed', ...rollback, first: cause_causeOf(deployment) } };
        }
    }
}
/** A roll-back is no deployment of its own: it is named by the revision it restores. */
function rollbackOf({ rollback, serviceDeploymentArn }, status) {
    return { id: lastPart(rollback?.serviceRevisionArn ?? serviceDeploymentArn ?? 'without an id'), status };
}
function snapshot_targetPart(deployment) {
    const target = deployment.targetServiceRevision;
    const sources = deployment.sourceServiceRevisions ?? [];
    const weighed = !isRolling(deployment);
    const traffic = weighed ? percent(target?.requestedProductionTrafficWeight) : undefined;
    return {
        phase: phaseOf(deployment, traffic),
        tells: 'current',
        stages: stagesOf(deployment),
        hooks: (deployment.lifecycleHookDetails ?? []).map(hookState),
        monitors: monitorsOf(deployment),
        traffic,
        testTraffic: weighed ? percent(target?.requestedTestTrafficWeight) : undefined,
        oldTraffic: weighed ? sum(sources.map((source) => percent(source.requestedProductionTrafficWeight))) : undefined,
        tasks: tasks(target?.requestedTaskCount, target?.runningTaskCount, target?.pendingTaskCount),
        shifted: isShifted(deployment, traffic),
        // A snapshot of what is requested now: when it began is not told.
        shiftStartedAt: undefined,
        shiftedAt: undefined
    };
}
/** ROLLING moves tasks and no weights; without a load balancer the others do so as well. */
function isRolling({ deploymentConfiguration, targetServiceRevision }) {
    if (deploymentConfiguration?.strategy === 'ROLLING')
        return true;
    return percent(targetServiceRevision?.requestedProductionTrafficWeight) === undefined;
}
/** A target never ends a deployment: that is for the deployment's own word. */
function phaseOf(deployment, traffic) {
    const status = deployment.status ?? '';
    const word = isListed(STATUS_PHASES, status) ? STATUS_PHASES[status] : 'running';
    if (word === 'succeeded')
        return 'baking';
    if (word !== 'running')
        return snapshot/* OVER */.P[word] ? 'running' : word;
    const stage = snapshot_placeOf(deployment);
    if (isRolling(deployment))
        return rollingPhase(deployment.lifecycleStage, stage);
    switch (stage) {
        case undefined:
            return 'running';
        case 'before':
            return 'provisioning';
        case 'shift':
            return 'shifting';
        case 'after-shift':
            return traffic === 100 ? 'baking' : 'shifting';
        case 'past':
            return 'baking';
    }
}
/** Which stages a rolling deployment goes through is not documented, and it may tell none. */
function rollingPhase(told, stage) {
    if (stage === 'past')
        return 'baking';
    return told !== undefined && stage === undefined ? 'running' : 'provisioning';
}
function snapshot_placeOf({ lifecycleStage }) {
    return lifecycleStage !== undefined && isListed(STAGES, lifecycleStage) ? STAGES[lifecycleStage] : undefined;
}
/** While the hooks after the shift are asked, one of them may still send everything back. */
function isShifted(deployment, traffic) {
    const { status } = deployment;
    if (isRolling(deployment))
        return status === 'SUCCESSFUL';
    if (traffic !== 100)
        return false;
    return status === 'SUCCESSFUL' || (status === 'IN_PROGRESS' && snapshot_placeOf(deployment) === 'past');
}
/** ECS tells where it is, not where it was. */
function stagesOf({ lifecycleStage, status }) {
    const over = status !== undefined && isListed(STATUS_PHASES, status) && snapshot/* OVER */.P[STATUS_PHASES[status]];
    if (lifecycleStage === undefined || over)
        return [];
    return [{ name: lifecycleStage, status: 'IN_PROGRESS', startedAt: undefined, endedAt: undefined, detail: undefined }];
}
/** One that is not told makes the sum unknown. */
function sum(weights) {
    if (weights.length === 0)
        return undefined;
    return weights.reduce((total, weight) => total === undefined || weight === undefined ? undefined : Math.min(100, total + weight));
}

;// CONCATENATED MODULE: ./src/engines/ecs/found-deployment.ts








/** A word nobody has told us of goes on until AWS says when it finished. */
function isOver({ status, finishedAt }) {
    const word = status ?? '';
    return isListed(STATUS_PHASES, word) ? snapshot/* OVER */.P[STATUS_PHASES[word]] : finishedAt !== undefined;
}
async function foundDeployment(id, deployment, { aws, read, today }) {
    const revision = deployment.targetServiceRevision?.arn;
    const source = mostTraffic(deployment.sourceServiceRevisions ?? []);
    const [taskDefinition, before] = await Promise.all([
        revision === undefined ? undefined : read(() => deployment_revisionOf(aws.ecs, revision)),
        // Of one that is too old AWS keeps no record.
        source === undefined ? undefined : attempt(() => read(() => deployment_revisionOf(aws.ecs, source)))
    ]);
    if (taskDefinition === undefined)
        throw unknownRevision(id);
    const status = deployment.status ?? 'not given';
    const gates = gatesOf(deployment);
    const phase = isListed(STATUS_PHASES, status) ? STATUS_PHASES[status] : 'running';
    const createdAt = instant(deployment.createdAt);
    const { deploymentConfiguration } = deployment;
    return {
        id,
        readBy: 'deployment',
        taskDefinition,
        before: before instanceof domain_problem/* Problem */.A || before === undefined ? today.service.running : before,
        status,
        phase: phase === 'running' && gates.length > 0 ? 'paused' : phase,
        gates,
        createdAt,
        inService: nameInService(today.service, taskDefinition, createdAt),
        configuration: deploymentConfiguration && configurationOf(deploymentConfiguration)
    };
}
function mostTraffic(sources) {
    const share = (source) => source.requestedProductionTrafficWeight ?? 0;
    return sources.toSorted((one, other) => share(other) - share(one))[0]?.arn;
}
function unknownRevision(id) {
    return new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', {
        place: { kind: 'aws', call: 'ecs:DescribeServiceRevisions', resource: id },
        found: `which task definition deployment ${id} deploys cannot be read`,
        remedy: 'Look at the deployment in the console.'
    });
}
/** The two records of one start are made together. */
const TOGETHER = units/* MINUTE */.p;
/** ECS names no service deployment in a service's own list: it is known by its revision and the time it began. */
function nameInService({ deployments }, taskDefinition, createdAt) {
    const candidates = deployments.filter((each) => each.taskDefinition === taskDefinition);
    return candidates.find((each) => areTogether(instant(each.createdAt), createdAt))?.id;
}
/** Whether two records are of one start; one whose time is not told is of none. */
function areTogether(one, other) {
    return one !== undefined && other !== undefined && Math.abs(one - other) <= TOGETHER;
}

;// CONCATENATED MODULE: ./src/engines/ecs/in-service.ts

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
const ROLLOUT_PHASES = {
    IN_PROGRESS: () => 'running',
    COMPLETED: () => 'succeeded',
    // Its end is that of the deployment that brings the old revision back.
    FAILED: (others) => (others.some(isBack) ? 'rolled-back' : 'rolling-back')
};
function isBack({ status, rolloutState }) {
    return status === 'PRIMARY' && rolloutState === 'COMPLETED';
}
/** Undefined where the service does not say enough to follow it. */
function foundInService(deployment, { deployments, running }) {
    if (deployment?.id === undefined || deployment.taskDefinition === undefined)
        return undefined;
    const { id, taskDefinition } = deployment;
    const status = deployment.rolloutState ?? 'not given';
    const others = deployments.filter((each) => each !== deployment);
    return {
        id,
        readBy: 'service',
        taskDefinition,
        before: running === taskDefinition ? undefined : running,
        status,
        phase: isListed(ROLLOUT_PHASES, status) ? ROLLOUT_PHASES[status](others) : 'running',
        gates: [],
        createdAt: instant(deployment.createdAt),
        inService: id,
        configuration: undefined
    };
}
/** One that succeeded may say IN_PROGRESS for a while: it is on its way only beside another that is wanted, or has failed. */
function activeInService(service) {
    const primary = primaryOf(service);
    const contested = service.deployments.some((each) => each !== primary &&
        ((each.rolloutState === 'COMPLETED' && each.desiredCount !== 0) || each.rolloutState === 'FAILED'));
    return primary?.rolloutState === 'IN_PROGRESS' && contested ? foundInService(primary, service) : undefined;
}
function primaryOf({ deployments }) {
    return deployments.find(({ status }) => status === 'PRIMARY');
}

;// CONCATENATED MODULE: ./src/engines/ecs/inherited.ts


/** `listed`: newest first. One that is not on the list yet is newer than all of them. */
async function withOwnMark(found, listed, { aws, read }) {
    const { configuration } = found;
    const mark = configuration && inherited_markIn(configuration);
    if (configuration === undefined || mark === undefined)
        return found;
    const place = listed.findIndex(({ serviceDeploymentArn: arn }) => arn === found.id);
    const older = listed.slice(place + 1).flatMap(({ serviceDeploymentArn: arn }) => (arn === undefined ? [] : [arn]));
    if (older.length === 0)
        return found;
    const records = await read(() => readServiceDeployments(aws.ecs, older.slice(0, MOST_DESCRIBED)));
    const inherited = records.some((one) => inherited_markIn(configurationOf(one.deploymentConfiguration)) === mark);
    if (!inherited)
        return found;
    const pauses = configuration.pauses.map((pause) => ({ ...pause, mark: undefined }));
    return { ...found, configuration: { ...configuration, pauses } };
}
function inherited_markIn({ pauses }) {
    return pauses.find(({ mark }) => mark !== undefined)?.mark;
}

;// CONCATENATED MODULE: ./src/engines/ecs/activity.ts







const activity_UNKNOWN = { readBy: 'deployment', active: undefined };
/** A role that may not read deployments costs their course, and the service tells their end. */
async function activity_findActivity(request) {
    const answer = await attempt(() => findActive(request));
    if (!(answer instanceof domain_problem/* Problem */.A))
        return found({ readBy: 'deployment', active: answer });
    if (answer.code !== 'NOT_ALLOWED')
        return failed(activity_UNKNOWN, answer);
    return lost({ readBy: 'service', active: activeInService(request.today.service) }, deniedNote(answer));
}
function list({ aws, read, today }) {
    return read(() => listDeployments(aws.ecs, today.target));
}
async function findActive(request) {
    const listed = await list(request);
    // ECS itself would start beside what has just begun, and stop it.
    return (await newest(listed, request)) ?? (await justBegun(listed, request));
}
/** One that the list does not show yet: by the service's name for the current one, a second look at the list, or the service alone. */
async function justBegun(listed, request) {
    const { today } = request;
    const begun = activeInService(today.service);
    if (begun === undefined || knows(listed, begun))
        return undefined;
    return (await current(listed, request)) ?? (await newest(await list(request), request)) ?? begun;
}
/** The list may still lack what the service tells of; where it has it, it knows better how that went. */
function knows(listed, begun) {
    return listed.some((each) => areTogether(instant(each.createdAt), begun.createdAt));
}
/** The newest is read even when it is over: whether the role may follow ours is better known before it is started. */
async function newest(listed, request) {
    const { aws, read } = request;
    const active = listed.filter((each) => !isOver(each));
    const brief = active.find(({ status }) => status !== 'STOP_REQUESTED') ?? active[0] ?? listed[0];
    const arn = brief?.serviceDeploymentArn;
    if (brief === undefined || arn === undefined)
        return undefined;
    const deployment = await attempt(() => read(() => readServiceDeployment(aws.ecs, arn)));
    if (deployment instanceof domain_problem/* Problem */.A) {
        if (deployment.code === 'DEPLOYMENT_GONE' && isOver(brief))
            return undefined;
        throw deployment;
    }
    if (isOver(deployment))
        return undefined;
    return withOwnMark(await foundDeployment(arn, deployment, request), listed, request);
}
/** The one the service names, where the list has it not yet. */
async function current(listed, request) {
    const { aws, today } = request;
    const arn = today.service.currentDeployment;
    if (arn === undefined || listed.some((each) => each.serviceDeploymentArn === arn))
        return undefined;
    const deployment = await attempt(() => readServiceDeployment(aws.ecs, arn));
    if (deployment instanceof domain_problem/* Problem */.A || isOver(deployment))
        return undefined;
    return withOwnMark(await foundDeployment(arn, deployment, request), listed, request);
}
function deniedNote({ remedy }) {
    return {
        level: 'notice',
        says: 'The role may not read service deployments, so only the service tells how the deployment goes: no stages, no traffic and no gates are seen. Reading them takes ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions',
        remedy
    };
}

;// CONCATENATED MODULE: ./src/engines/ecs/balancers.ts
// How traffic reaches the service, and whether the strategy can move it: what ECS needs to know of each load balancer. Pure.




const REQUIRED = ['alternateTargetGroupArn', 'productionListenerRule', 'roleArn'];
/** A service as it was written. What its tasks are connected with stands in its deployments. */
function balancingOf(service) {
    const given = members_membersOf(service);
    const primary = members_membersOf(listOf(given['deployments']).find((deployment) => members_membersOf(deployment)['status'] === 'PRIMARY'));
    const proxies = members_membersOf(primary['serviceConnectConfiguration']);
    const lattice = listOf(primary['vpcLatticeConfigurations']).map((each) => members_membersOf(members_membersOf(each)['advancedConfiguration']));
    const connected = proxies['enabled'] === true;
    return {
        balancers: listOf(given['loadBalancers']).map(balancerOf),
        mesh: connected || lattice.length > 0,
        // A service that only calls others is called by none; test traffic is told by a header.
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-blue-green.html
        meshTests: (connected && listOf(proxies['services']).length > 0) ||
            lattice.some(({ testListenerRule }) => textOf(testListenerRule) !== undefined)
    };
}
function balancerOf(balancer) {
    const given = members_membersOf(balancer);
    const advanced = members_membersOf(given['advancedConfiguration']);
    return {
        name: textOf(given['targetGroupArn']) ?? textOf(given['loadBalancerName']) ?? 'without a name',
        classic: textOf(given['targetGroupArn']) === undefined && textOf(given['loadBalancerName']) !== undefined,
        alternateTargetGroupArn: textOf(advanced['alternateTargetGroupArn']),
        productionListenerRule: textOf(advanced['productionListenerRule']),
        testListenerRule: textOf(advanced['testListenerRule']),
        roleArn: textOf(advanced['roleArn'])
    };
}
function hasTestTraffic({ balancers, meshTests }) {
    return meshTests || balancers.some(({ testListenerRule }) => testListenerRule !== undefined);
}
/** Nothing whose traffic could be moved. */
function isHeadless({ balancers, mesh }) {
    return balancers.length === 0 && !mesh;
}
/**
 * Rolling replaces tasks behind the target group there is; a word nobody has told us of is for AWS to judge. So is a strategy
 * the service has already (`asked` is false): AWS took it, and may not tell all of a load balancer.
 */
function checkBalancers(balancing, { strategy }, asked) {
    if (strategy !== 'BLUE_GREEN' && strategy !== 'CANARY' && strategy !== 'LINEAR')
        return found(undefined);
    if (isHeadless(balancing) && strategy === 'BLUE_GREEN')
        return lost(undefined, HEADLESS_NOTE);
    const lacks = isHeadless(balancing)
        ? [headless(strategy)]
        : balancing.balancers.flatMap((each) => lacking(each, strategy));
    if (asked && lacks.length > 0) {
        return failed(undefined, ...lacks.map((each) => new domain_problem/* Problem */.A('STRATEGY_UNFIT', { place: STRATEGY_INPUT, ...each })));
    }
    return lost(undefined, ...lacks.map((each) => ({ level: 'warning', says: doubt(each), remedy: each.remedy })), ...(networkDelay(balancing, 1) > 0 ? [NETWORK_NOTE] : []));
}
const STRATEGY_INPUT = { kind: 'input', name: 'strategy' };
function doubt({ found }) {
    return `${found.charAt(0).toUpperCase()}${found.slice(1)}, as far as AWS tells: it may refuse the deployment`;
}
/**
 * "advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy", and "is not
 * allowed with ELBv1 loadBalancers": https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
 */
function lacking(balancer, strategy) {
    if (balancer.classic)
        return [classic(balancer, strategy)];
    const missing = REQUIRED.filter((member) => balancer[member] === undefined);
    if (missing.length === 0)
        return [];
    return [
        {
            found: `the strategy is ${strategy}, and the load balancer of the service (target group ${balancer.name}) lacks ${missing.join(', ')} in its advancedConfiguration`,
            expected: 'a second target group, the listener rule of production traffic and a role for ECS',
            remedy: 'Add the advancedConfiguration in the console (service > Update > Load balancing) or with `aws ecs update-service --load-balancers`, giving alternateTargetGroupArn, productionListenerRule and roleArn (and testListenerRule for test traffic), or write `strategy: rolling`.'
        }
    ];
}
function classic({ name }, strategy) {
    return {
        found: `the strategy is ${strategy}, and ${name} is a Classic Load Balancer, which has no second target group to move traffic to`,
        expected: 'an Application or a Network Load Balancer',
        remedy: 'Write `strategy: rolling`, or put the service behind an Application or a Network Load Balancer.'
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/canary-deployment-implementation.html */
function headless(strategy) {
    return {
        found: `the strategy is ${strategy}, and the service has neither a load balancer nor Service Connect, so there is no traffic to move in steps`,
        expected: 'a load balancer or Service Connect',
        remedy: 'Write `strategy: blue-green` or `strategy: rolling`, or give the service a load balancer.'
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html */
const HEADLESS_NOTE = {
    level: 'notice',
    says: 'The service has neither a load balancer nor Service Connect: ECS replaces its tasks and moves no traffic'
};
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb-resources-for-blue-green.html */
const NETWORK_DELAY = 10 * units/* MINUTE */.p;
const NETWORK_NOTE = {
    level: 'notice',
    says: 'Behind a network load balancer ECS takes ten minutes more to shift traffic, and whether for each step is not documented: the timetable does not count them, a step may come that much later, and this job waits for it'
};
/**
 * What a network load balancer adds to the test shift and to the shift of production traffic. Whether to each step of it
 * is not documented, so it is allowed for and not predicted.
 */
function networkDelay({ balancers }, steps) {
    const at = (listener) => listener?.includes(':listener/net/') ?? false;
    if (steps === 0)
        return 0;
    const production = balancers.some(({ productionListenerRule }) => at(productionListenerRule)) ? steps : 0;
    const test = balancers.some(({ testListenerRule }) => at(testListenerRule)) ? 1 : 0;
    return (production + test) * NETWORK_DELAY;
}

;// CONCATENATED MODULE: ./src/engines/ecs/as-written.ts
// The service as AWS wrote it: what is read to be sent back keeps members that nobody has told us of.




async function readAsWritten({ aws, read, today }) {
    const { cluster, service: name } = today.target;
    const answer = await read(() => aws.ecs.describeServicesAsWritten({ cluster, services: [name] }));
    const { services } = answer;
    const service = (0,json/* isList */.L)(services) ? services[0] : undefined;
    if (!(0,json/* isObject */.G)(service)) {
        throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', {
            place: { kind: 'aws', call: 'ecs:DescribeServices', resource: `${cluster}/${name}` },
            found: 'there is no service in the answer'
        });
    }
    const { deploymentConfiguration } = service;
    const raw = (0,json/* isObject */.G)(deploymentConfiguration) ? deploymentConfiguration : {};
    return { raw, has: configurationOf(raw), balancing: balancingOf(service), volumes: volumesOf(service) };
}
function volumesOf({ deployments }) {
    const primary = (0,json/* isList */.L)(deployments)
        ? deployments.find((each) => (0,json/* isObject */.G)(each) && each['status'] === 'PRIMARY')
        : undefined;
    return (0,json/* isObject */.G)(primary) ? primary['volumeConfigurations'] : undefined;
}

;// CONCATENATED MODULE: ./src/engines/ecs/guard.ts




/** Configured and asked for, each once. */
function guard_wantedAlarms({ alarms }, asked) {
    return [...new Set([...(alarms.enabled ? alarms.names : []), ...asked])];
}
/** What ECS does by itself. A stopped deployment is rolled back, however the service is configured. */
function guard_guardOf({ alarms, breaker }) {
    const names = alarms.enabled ? alarms.names : [];
    const events = [
        breaker.enabled && breaker.rollback && 'failure',
        names.length > 0 && alarms.rollback && 'alarm',
        'stop'
    ];
    return { alarms: names, rollsBackOn: events.filter((event) => event !== false) };
}
/** `raw`: the deploymentConfiguration as AWS answered it; `has`: the same as facts. Undefined states: the role may not read them. */
function guard_decideGuard(asked, raw, has, states, now) {
    const names = guard_wantedAlarms(has, asked.alarms);
    const rollback = asked.rollbackOn?.includes('alarm') ?? (asked.alarms.length > 0 || has.alarms.rollback);
    const breaker = breakerOf(asked, has);
    const will = guard_guardOf({ alarms: { enabled: names.length > 0, rollback, names }, breaker });
    const on = (states ?? []).filter((alarm) => alarm.state === 'ALARM' && names.includes(alarm.name));
    const ignored = asked.allowActiveAlarms && on.length > 0;
    const guard = ignored ? { ...will, rollsBackOn: will.rollsBackOn.filter((event) => event !== 'alarm') } : will;
    return {
        value: {
            settings: {
                ...alarmSettings(asked, raw, names, rollback),
                ...breakerSettings(asked, raw, breaker)
            },
            guard,
            choices: choicesOf(asked, guard),
            differs: asked.rollbackOn !== undefined && String(guard_guardOf(has).rollsBackOn) !== String(will.rollsBackOn)
        },
        problems: [
            ...missing(asked, states),
            ...(asked.allowActiveAlarms ? [] : on.map((alarm) => unheeded(alreadyOn(alarm, asked, now))))
        ],
        notes: [
            ...(ignored ? [ignoredNote(on, names)] : []),
            ...(states ? doubts('The service', names, asked, states) : []),
            ...guard_switchedOff(asked, has),
            ...guard_withoutRollback(asked, will, breaker),
            ...(breaker.enabled ? [] : [NO_BREAKER]),
            ...(asked.rollbackOn && !asked.rollbackOn.includes('stop') ? [guard_STOP_NOTE] : []),
            ...(asked.rollbackOn?.includes('alarm') && names.length === 0 ? [NO_ALARM] : [])
        ]
    };
}
function breakerOf({ rollbackOn }, { breaker }) {
    if (rollbackOn === undefined)
        return breaker;
    const rollback = rollbackOn.includes('failure');
    return { enabled: breaker.enabled || rollback, rollback };
}
/** All three members are required. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentAlarms.html */
function alarmSettings(asked, raw, names, rollback) {
    const touched = asked.alarms.length > 0 || asked.rollbackOn !== undefined;
    if (!touched || names.length === 0)
        return {};
    const { alarms } = raw;
    return { alarms: { ...((0,json/* isObject */.G)(alarms) ? alarms : {}), alarmNames: names, enable: true, rollback } };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html */
function breakerSettings({ rollbackOn }, raw, { enabled, rollback }) {
    const { deploymentCircuitBreaker: existing } = raw;
    if (rollbackOn === undefined || (!(0,json/* isObject */.G)(existing) && !enabled))
        return {};
    return { deploymentCircuitBreaker: { ...((0,json/* isObject */.G)(existing) ? existing : {}), enable: enabled, rollback } };
}
/** What ECS does with an alarm that is on, and CodeDeploy does not: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function unheeded({ code, place, found }) {
    return new domain_problem/* Problem */.A(code, {
        ...(place && { place }),
        found: `${found}; ECS would ignore all alarms for the whole of this deployment`,
        remedy: 'Mend what the alarm shows, or set `allow-active-alarms: true` to deploy without any alarm.'
    });
}
function choicesOf(asked, guard) {
    return [
        { what: 'alarms', value: guard.alarms.join(', ') || 'none', origin: asked.alarms.length > 0 ? 'input' : 'service' },
        {
            what: 'rolls back on',
            value: guard.rollsBackOn.join(', '),
            origin: asked.rollbackOn ? 'input' : asked.alarms.length > 0 ? 'default' : 'service'
        }
    ];
}
/** How long ECS watches the alarms of a rolling deployment where no bake is given; it says "less than 5 minutes". */
const UNNAMED_BAKE = 5 * units/* MINUTE */.p;
/** Allowed for and not predicted. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function watchedAfterwards({ strategy, bake }, guard) {
    return strategy === 'ROLLING' && bake === undefined && guard.alarms.length > 0 ? UNNAMED_BAKE : 0;
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function ignoredNote(on, names) {
    const which = on.map((alarm) => alarm.name).join(', ');
    return {
        level: 'warning',
        says: `${on.length === 1 ? `Alarm ${which} is` : `Alarms ${which} are`} on, so ECS ignores ALL alarms for the whole of this deployment (${names.join(', ')}): NO alarm will roll it back, because \`allow-active-alarms\` is set`,
        remedy: 'Mend what the alarm shows, and take `allow-active-alarms` out again.'
    };
}
function guard_switchedOff(asked, { alarms }) {
    const off = alarms.enabled ? [] : alarms.names.filter((name) => !asked.alarms.includes(name));
    if (off.length === 0)
        return [];
    const gone = asked.alarms.length > 0 ? '; the service will name them no more' : '';
    return [
        {
            level: 'warning',
            says: `The alarms of the service (${off.join(', ')}) are switched off and guard nothing${gone}`,
            remedy: 'Set deploymentConfiguration.alarms.enable on the service, or name the alarms in `alarms`.'
        }
    ];
}
/** What nobody rolls back, where ECS does notice it. */
function guard_withoutRollback({ rollbackOn }, { alarms, rollsBackOn }, breaker) {
    const matters = [
        ...(breaker.enabled
            ? [['failure', 'A failed deployment will not be rolled back', 'deploymentCircuitBreaker']]
            : []),
        ...(alarms.length > 0
            ? [['alarm', 'An alarm will stop the deployment and not roll it back', 'alarms']]
            : [])
    ];
    return matters
        .filter(([event]) => !rollsBackOn.includes(event))
        .map(([, consequence, member]) => {
        if (rollbackOn)
            return { level: 'notice', says: `${consequence}: \`rollback-on\` leaves it out` };
        return {
            level: 'warning',
            says: `${consequence}, because deploymentConfiguration.${member}.rollback of the service is off`,
            remedy: `Set \`rollback-on: failure, alarm\`, or ${member}.rollback on the service.`
        };
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
const NO_BREAKER = {
    level: 'warning',
    says: 'The service has no deployment circuit breaker: a revision whose tasks never become healthy is tried without end, until AWS gives a stage up after 24 hours',
    remedy: 'Set `rollback-on: failure, alarm`, or deploymentCircuitBreaker on the service.'
};
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
const guard_STOP_NOTE = {
    level: 'notice',
    says: 'ECS always rolls back a deployment that is stopped; `rollback-on` cannot leave that out'
};
const NO_ALARM = {
    level: 'notice',
    says: '`rollback-on` names alarm, and no alarm guards this deployment',
    remedy: 'Name the alarms in `alarms`.'
};

;// CONCATENATED MODULE: ./src/engines/ecs/attachment.ts




/** `own`: the service's configuration, for a deployment that tells none; `content`: the hash of what this run would deploy. */
function attachment_attachmentOf(request, deployment, own, content) {
    const { today, run, page } = request;
    const { id, taskDefinition, status, phase, gates, createdAt, before, readBy } = deployment;
    const configuration = deployment.configuration ?? own;
    const mark = attachment_markIn(deployment.configuration);
    return {
        engine: 'ecs',
        readBy,
        enough: configuration?.enough ?? 100,
        target: today.target,
        through: attachment_through(today.target),
        before: { taskDefinition: before },
        shape: configuration?.shape,
        timetable: configuration ? timetableOf(configuration) : { readyWait: 0, steps: [], bake: 0 },
        guard: configuration ? guard_guardOf(configuration) : { alarms: [], rollsBackOn: ['stop'] },
        handle: handleFor(today.target, id, taskDefinition, page, deployment.inService),
        status,
        phase,
        gates,
        createdAt,
        whose: whoseMark(mark, run, content),
        signs: attachment_signsOf(deployment, mark)
    };
}
function attachment_through({ cluster, service }) {
    return [{ what: 'ECS service', name: `${cluster}/${service}` }];
}
/** Only a pause of ours carries it: a deployment has no description. */
function attachment_markIn(configuration) {
    return configuration?.pauses.find(({ mark }) => mark !== undefined)?.mark;
}
function attachment_signsOf({ taskDefinition, gates }, mark) {
    return [
        `it deploys ${taskDefinition.split('/').at(-1) ?? taskDefinition}`,
        ...gates.map(({ stage }) => `it waits for a person${stage === undefined ? '' : ` at ${stage}`}`),
        ...(mark === undefined ? [] : [`its pause says "${mark}"`])
    ];
}

;// CONCATENATED MODULE: ./src/engines/ecs/names.ts

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
const DEPLOYMENT = /^arn:[\w-]+:ecs:(?<region>[\w-]+):(?<account>\d{12}):service-deployment\/(?<cluster>[^/]+)\/(?<service>[^/]+)\/[\w-]+$/;
const names_IN_SERVICE = /^ecs-svc\/\d+$/;
const CODE_DEPLOY = /^d-[A-Z0-9]+$/;
/** A deployment by its own name, or by the one it has in the service. */
function whoseDeployment(id, target) {
    if (names_IN_SERVICE.test(id))
        return 'in service';
    const named = DEPLOYMENT.exec(id)?.groups;
    if (named === undefined)
        return CODE_DEPLOY.test(id) ? ofCodeDeploy(id, target) : notAnArn(id);
    const members = ['region', 'account', 'cluster', 'service'];
    const other = members.filter((member) => named[member] !== target[member]);
    if (other.length === 0)
        return 'deployment';
    const says = other.map((member) => `${member} ${String(named[member])} instead of ${target[member]}`).join(', ');
    return refusal('INPUT_CONFLICT', `${id} is a deployment of another service (${says})`, 'Correct `deployment-id`, `service` or `cluster`.');
}
function ofCodeDeploy(id, { service }) {
    return refusal('INPUT_CONFLICT', `${id} is a deployment of CodeDeploy, and service ${service} is deployed to by ECS itself`, 'Give the ARN of a service deployment, or leave `deployment-id` out to take the one on its way.');
}
function notAnArn(id) {
    return refusal('INPUT_INVALID', `\`deployment-id\` is ${JSON.stringify(id)}`, 'Give the ARN of a service deployment (arn:aws:ecs:…:service-deployment/…), or leave it out to take the one on its way.');
}
function refusal(code, found, remedy) {
    return new domain_problem/* Problem */.A(code, { place: { kind: 'input', name: 'deployment-id' }, found, remedy });
}

;// CONCATENATED MODULE: ./src/engines/ecs/attach.ts










async function attach_attach(request, id) {
    const named = id === undefined ? undefined : whoseDeployment(id, request.today.target);
    if (named instanceof domain_problem/* Problem */.A)
        return { ok: false, problems: [named] };
    const found = await attempt(async () => {
        if (id === undefined)
            return theOne(request);
        return named === 'in service' ? inService(id, request) : byArn(id, request);
    });
    if (!(found instanceof domain_problem/* Problem */.A))
        return attached(request, found);
    if (found.code !== 'NOT_ALLOWED')
        return { ok: false, problems: [found] };
    const told = byService(request, id);
    // Gates are not seen: only who names one can mean it.
    const blind = told === undefined || (request.inputs.mode === 'promote' && told.gates.length === 0);
    return blind ? { ok: false, problems: [found] } : attached(request, told);
}
async function attached(request, found) {
    if (found === undefined)
        return { ok: true, value: undefined };
    if (found.configuration)
        return { ok: true, value: attachment_attachmentOf(request, found, undefined) };
    // How it moves is worth a look, and not worth losing it for.
    const service = await attempt(() => readAsWritten(request));
    return { ok: true, value: attachment_attachmentOf(request, found, service instanceof domain_problem/* Problem */.A ? undefined : service.has) };
}
async function byArn(arn, request) {
    const { aws, read } = request;
    const deployment = await attempt(() => read(() => readServiceDeployment(aws.ecs, arn)));
    if (!(deployment instanceof domain_problem/* Problem */.A))
        return foundDeployment(arn, deployment, request);
    if (deployment.code !== 'DEPLOYMENT_GONE')
        throw deployment;
    throw attach_notFound(`there is no deployment ${arn}; AWS keeps its record for 90 days`, deployment);
}
/** By the name it has in the service, which is what a run without the permissions tells. */
function inService(id, { today: { service } }) {
    const found = foundInService(service.deployments.find((each) => each.id === id), service);
    if (found)
        return found;
    throw attach_notFound(`the service has no deployment ${id} any more`);
}
function attach_notFound(found, cause) {
    return new domain_problem/* Problem */.A('DEPLOYMENT_NOT_FOUND', { place: { kind: 'input', name: 'deployment-id' }, found, cause });
}
/** The primary, which is the newest. A deployment that was named is told by the service only where it says that it is this one. */
function byService({ today: { service }, inputs: { hookId } }, id) {
    if (id !== undefined && id !== service.currentDeployment)
        return undefined;
    const found = foundInService(primaryOf(service), service);
    if (found === undefined || id === undefined)
        return found;
    // Both names are all that ECS asks for to continue.
    const gates = hookId === undefined ? [] : [{ hookId, stage: undefined, expiresAt: undefined, onExpiry: 'unknown' }];
    return { ...found, id, gates };
}
async function theOne(request) {
    const { aws, read, today, inputs } = request;
    const all = await read(() => listDeployments(aws.ecs, today.target));
    const active = all.filter((each) => !isOver(each));
    const begun = active.length === 0 ? await justBegun(all, request) : undefined;
    if (begun !== undefined)
        return begun;
    const running = active.filter(({ status }) => status !== 'STOP_REQUESTED');
    // There are several only while one replaces another: a person who promotes means the one that waits.
    const found = await Promise.all((inputs.mode === 'promote' ? running : running.slice(0, 1)).map((brief) => readBrief(brief, request)));
    const waiting = found.find((each) => each !== undefined && each.gates.length > 0);
    const last = active[0] ?? all[0];
    const chosen = waiting ?? found[0] ?? (last && (await readBrief(last, request)));
    return chosen && withOwnMark(chosen, all, request);
}
async function readBrief({ serviceDeploymentArn: arn }, request) {
    const { aws, read } = request;
    if (arn === undefined)
        return undefined;
    return foundDeployment(arn, await read(() => readServiceDeployment(aws.ecs, arn)), request);
}
/** Further back nobody looks; one request takes as many. */
const attach_LOOKED_AT = 20;
/** The newest that succeeded with another revision than the one that serves. */
async function attach_lastSucceeded(request) {
    const { aws, read, today } = request;
    const found = await attempt(async () => {
        const all = await read(() => listDeployments(aws.ecs, today.target));
        const succeeded = all.flatMap(({ status, targetServiceRevisionArn: revision }) => status === 'SUCCESSFUL' && revision !== undefined ? [revision] : []);
        const revisions = await read(() => revisionsOf(aws.ecs, succeeded.slice(0, attach_LOOKED_AT)));
        return succeeded
            .map((revision) => revisions.get(revision))
            .find((each) => each !== undefined && each !== today.service.running);
    });
    return found instanceof domain_problem/* Problem */.A ? { ok: false, problems: [found] } : { ok: true, value: found };
}

;// CONCATENATED MODULE: ./src/engines/ecs/beside.ts



/** `content`: the hash of what this run asks for. ECS can start beside another: it stops that one by itself. */
function beside(request, plan, active, own, content) {
    if (active === undefined)
        return { kind: 'planned', plan };
    const found = attachment_attachmentOf(request, active, own, content);
    const other = { ...found, whose: whoseOf(found, request) };
    const facts = beside_factsOf(other, request);
    // Our own earlier attempt is not for replacing.
    if (request.inputs.onActive === 'replace' && other.whose !== 'run') {
        return { kind: 'planned', plan: { ...plan, notes: [...plan.notes, replaceNote(facts)] } };
    }
    const call = other.readBy === 'deployment' ? 'ecs:ListServiceDeployments' : 'ecs:DescribeServices';
    const problem = new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
        place: { kind: 'aws', call, resource: other.target.service },
        found: facts
    });
    return { kind: 'busy', plan, other, problem };
}
/**
 * Most deployments carry no marker, and one of a pause may be of an earlier start: the revision has the last word. An
 * earlier attempt left the one that this attempt finds and reuses.
 */
function whoseOf({ whose, handle, phase }, { wanted, run }) {
    const { revision } = wanted;
    // What is undone or gives way does not deploy what this run would any more.
    if (phase === 'rolling-back' || phase === 'stopping')
        return whose === 'run' ? 'repository' : whose;
    if (revision.kind === 'register')
        return whose;
    const same = revision.arn === handle.taskDefinition;
    switch (whose) {
        case 'run':
            return same ? 'run' : 'repository';
        case 'repository':
            return 'repository';
        case 'unknown':
            return same && Number(run.attempt) > 1 ? 'run' : 'unknown';
    }
}
function beside_factsOf({ handle, target, status, createdAt, signs, whose }, { now }) {
    return [
        `deployment ${handle.id} of service ${target.service} is ${status}`,
        ...(createdAt === undefined ? [] : [`it was created ${ago(now - createdAt)}`]),
        ...signs,
        ...WHO[whose]
    ].join('; ');
}
const WHO = {
    run: ['an earlier attempt of this run started it'],
    repository: ['a run of this repository started it'],
    unknown: []
};
function replaceNote(facts) {
    return {
        level: 'warning',
        says: `Another deployment is on its way and will be replaced, because \`on-active-deployment\` is replace: ECS stops it as soon as this one starts (${facts})`
    };
}

;// CONCATENATED MODULE: ./src/engines/ecs/codedeploy-only.ts
// Inputs that only CodeDeploy can follow, refused for a service it does not deploy to: nothing the user wrote is ignored. Pure.

const INPUTS = {
    'codedeploy-application': ({ application }) => application !== undefined,
    'codedeploy-deployment-group': ({ group }) => group !== undefined,
    'codedeploy-hooks': ({ hooks }) => hooks.length > 0,
    'codedeploy-appspec': ({ appSpec, appSpecByDefault }) => appSpec !== undefined && appSpecByDefault !== true
};
const POLICIES = { 'on-timeout': 'onTimeout', 'on-cancel': 'onCancel' };
function refuseCodeDeploy(asked) {
    const named = Object.entries(INPUTS).filter(([, applies]) => applies(asked));
    const stops = Object.entries(POLICIES).filter(([, member]) => asked[member] === 'stop');
    return {
        value: undefined,
        problems: [...named.map(([name]) => notUsed(name)), ...stops.map(([name]) => noStop(name))],
        notes: [
            ...(asked.appSpec !== undefined && asked.appSpecByDefault === true ? [appSpecNote(asked.appSpec.path)] : []),
            ...(asked.description === undefined ? [] : [DESCRIPTION_NOTE])
        ]
    };
}
function notUsed(name) {
    return new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
        place: { kind: 'input', name },
        found: `\`${name}\` is for CodeDeploy, and the service is deployed to by ECS itself`,
        expected: 'a service whose deployment controller is CODE_DEPLOY',
        remedy: `Remove \`${name}\`; ${name === 'codedeploy-hooks' || name === 'codedeploy-appspec' ? 'hooks are set on the service (deploymentConfiguration.lifecycleHooks)' : 'the service carries its own settings'}.`
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html */
function noStop(name) {
    return new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
        place: { kind: 'input', name },
        found: `\`${name}: stop\` would leave the traffic where it is, and ECS always rolls back a deployment that is stopped`,
        expected: 'rollback or leave',
        remedy: `Write \`${name}: rollback\` or \`${name}: leave\`.`
    });
}
function appSpecNote(path) {
    return {
        level: 'notice',
        says: `${path} is not used: the service is deployed to by ECS itself, which takes no AppSpec`
    };
}
const DESCRIPTION_NOTE = {
    level: 'notice',
    says: '`codedeploy-deployment-description` is not shown in AWS: a deployment of ECS has no description'
};

;// CONCATENATED MODULE: ./src/engines/ecs/pacing.ts



const pacing_INPUTS = { minimumHealthyPercent: 'minimum-healthy-percent', maximumPercent: 'maximum-percent' };
const pacing_MEMBERS = ['minimumHealthyPercent', 'maximumPercent'];
/** `has`: with the strategy that was asked for. */
function decidePacing(asked, has) {
    const given = pacing_MEMBERS.filter((member) => asked[member] !== undefined);
    const settings = Object.fromEntries(given.flatMap((member) => [[member, asked[member]]]));
    if (given.length === 0)
        return found({ settings, choices: [], differs: false });
    const choices = given.map((member) => ({
        what: member === 'minimumHealthyPercent' ? 'minimum healthy percent' : 'maximum percent',
        value: `${has[member]} -> ${String(asked[member])}`,
        origin: 'input'
    }));
    const value = { settings, choices, differs: given.some((member) => asked[member] !== has[member]) };
    if (has.strategy !== 'ROLLING') {
        return failed(value, ...given.map((member) => notRolling(pacing_INPUTS[member], has.strategy)));
    }
    return failed(value, ...stuck(asked, has, given), ...tooEarly(asked, has));
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html */
function stuck(asked, has, given) {
    const healthy = asked.minimumHealthyPercent ?? has.minimumHealthyPercent;
    const most = asked.maximumPercent ?? has.maximumPercent;
    const [name] = given;
    if (name === undefined || healthy < 100 || most > 100)
        return [];
    return [
        new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
            place: { kind: 'input', name: pacing_INPUTS[name] },
            found: `with a minimum of ${healthy} % healthy tasks and a maximum of ${most} % ECS may neither stop an old task nor start a new one, so the deployment would never move`,
            expected: 'a minimum below 100 or a maximum above 100',
            remedy: 'Lower `minimum-healthy-percent`, or raise `maximum-percent`.'
        })
    ];
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentEarlySuccessCriteria.html */
function tooEarly({ minimumHealthyPercent: asked }, { enough }) {
    if (asked === undefined || asked <= enough)
        return [];
    return [
        new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
            place: { kind: 'input', name: pacing_INPUTS.minimumHealthyPercent },
            found: `the service counts a deployment as a success with ${enough} % healthy tasks (earlySuccessCriteria.healthyPercent), and AWS takes no minimum above that`,
            expected: `a minimum of at most ${enough} %`,
            remedy: 'Lower `minimum-healthy-percent`, or raise earlySuccessCriteria.healthyPercent of the service.'
        })
    ];
}
function notRolling(name, strategy) {
    return new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
        place: { kind: 'input', name },
        found: `\`${name}\` paces a rolling deployment, and the strategy is ${strategy}, which ${isStrategy(strategy) ? 'starts all new tasks beside the old ones' : 'this release does not know'}`,
        remedy: `Remove \`${name}\`, or write \`strategy: rolling\`.`
    });
}

;// CONCATENATED MODULE: ./src/engines/ecs/pause-checks.ts




/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const MOST_PAUSES = 10;
/** The one stage at which the new revision has all traffic already. */
const AFTER_SHIFT = 'POST_PRODUCTION_TRAFFIC_SHIFT';
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const pause_checks_STAGES = {
    'before-traffic': 'POST_SCALE_UP',
    'after-test-traffic': 'POST_TEST_TRAFFIC_SHIFT',
    'before-each-shift': BEFORE_SHIFT,
    'after-canary': BEFORE_SHIFT
};
/** `has`: with the strategy that was asked for. */
function checkPause({ at, minutes, others }, has, balancing, readBy) {
    return [...pause_checks_unfit(at, has, balancing), ...unseen(readBy), ...tooLong(minutes), ...tooMany(others)];
}
function pause_checks_unfit(at, has, balancing) {
    if (has.strategy === 'ROLLING') {
        return [
            unfitGate(`the strategy is ROLLING, which moves tasks and no traffic; AWS does not document that such a deployment comes to ${pause_checks_STAGES[at]}, so nobody could promise that it stops there`, 'Write another `strategy`, like `blue-green`, or remove `pause-at`.')
        ];
    }
    switch (at) {
        case 'before-traffic':
            return [];
        case 'after-test-traffic':
            return hasTestTraffic(balancing) ? [] : [noTestTraffic()];
        case 'before-each-shift':
            return isHeadless(balancing) ? [noTraffic()] : [];
        case 'after-canary':
            return [...(has.strategy === 'CANARY' ? [] : [noCanary(has.strategy)]), ...othersBeforeCanary(has)];
    }
}
function unfitGate(found, remedy) {
    return new domain_problem/* Problem */.A('GATE_UNFIT', { place: { kind: 'input', name: 'pause-at' }, found, remedy });
}
function noTestTraffic() {
    return unfitGate('no load balancer of the service has a testListenerRule, and it offers nothing through Service Connect, so there is no test traffic after which it could stop', 'Write `pause-at: before-traffic`, or add testListenerRule to the advancedConfiguration of the load balancer.');
}
function noTraffic() {
    return unfitGate('the service has neither a load balancer nor Service Connect, so no traffic is shifted before which it could stop', 'Write `pause-at: before-traffic`.');
}
function noCanary(strategy) {
    return unfitGate(`the strategy is ${strategy}, which has no canary after which it could stop`, 'Write a canary as `strategy`, like `canary 10% for 5m`, or another `pause-at`.');
}
/**
 * After a canary ECS pauses at the stage it has paused at before it: this step continues the first one, and must know it is
 * its own. A gate does not say whose it is, nor always at which stage.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html
 */
function othersBeforeCanary({ pauses }) {
    const others = pauses.filter(({ mark }) => mark === undefined).flatMap(({ stages }) => stages);
    const [stage] = others.filter((each) => each !== AFTER_SHIFT);
    if (stage === undefined)
        return [];
    return [
        unfitGate(`the service has a pause of somebody else at ${stage}, and the two could not be told apart`, 'Remove that pause from the service, or write `pause-at: before-each-shift`.')
    ];
}
/** A gate nobody can see is a deployment that hangs. */
function unseen(readBy) {
    if (readBy === 'deployment')
        return [];
    return [
        unfitGate('the role may not read service deployments, so nobody would see that it has stopped, nor could let it go on', 'Add ecs:ListServiceDeployments, ecs:DescribeServiceDeployments and ecs:DescribeServiceRevisions to the policy of the role, or remove `pause-at`.')
    ];
}
function tooLong(minutes) {
    if (Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_PAUSE)
        return [];
    return [
        new domain_problem/* Problem */.A('INPUT_INVALID', {
            place: { kind: 'input', name: 'pause-minutes' },
            found: `ECS cannot wait ${minutes} minutes for a person`,
            expected: `whole minutes from 1 to ${LONGEST_PAUSE} (14 days)`,
            remedy: 'Write a whole number of minutes in that range.'
        })
    ];
}
function tooMany(others) {
    const count = others.filter(isPause).length;
    if (count < MOST_PAUSES)
        return [];
    return [
        unfitGate(`the service has ${count} pauses of others, and AWS takes ${MOST_PAUSES}`, 'Remove a pause from the service, or `pause-at`.')
    ];
}

;// CONCATENATED MODULE: ./src/engines/ecs/pauses.ts
// Pauses of a deployment for a person, as lifecycle hooks of the service: ours among those of others. Pure.







const USUAL_WAIT = 60 * units/* MINUTE */.p;
/** `has`: with the strategy that was asked for. `raw`: the hooks as they were answered. */
function decidePause(asked, raw, has, balancing, readBy) {
    const hooks = pauses_hooksOf(raw);
    const others = hooks.filter((hook) => !isOurs(hook));
    const kept = { others, left: hooks.length - others.length };
    const { pauseAt: at, pauseFor = USUAL_WAIT, pauseExpiry = 'roll-back' } = asked;
    if (at === undefined) {
        return lost({ ...kept, pause: undefined, choices: [] }, ...(kept.left > 0 ? [TAKEN_OUT] : []));
    }
    const timeoutInMinutes = pauseFor / units/* MINUTE */.p;
    const pause = {
        targetType: 'PAUSE',
        lifecycleStages: [pause_checks_STAGES[at]],
        timeoutConfiguration: { timeoutInMinutes, action: pauseExpiry === 'continue' ? 'CONTINUE' : 'ROLLBACK' }
    };
    const choices = pauses_choicesOf(asked, pauseFor, pauseExpiry);
    const same = others.some((hook) => doesTheSame(hook, pause));
    return {
        value: { ...kept, pause: same ? undefined : pause, choices },
        problems: checkPause({ at, minutes: timeoutInMinutes, others: same ? [] : others }, has, balancing, readBy),
        notes: [same ? THERE_ALREADY : STAYS, ...(at === 'after-canary' ? [PASSES_FIRST] : [])]
    };
}
/** AWS may drop our mark: without a look at what is there, each deployment would add another one, and wait for more people. */
function doesTheSame(hook, pause) {
    const { hookDetails: details } = members_membersOf(hook);
    if (!isPause(hook) || (details !== undefined && details !== null))
        return false;
    const { timeoutInMinutes = USUAL_PAUSE, action = 'ROLLBACK' } = members_membersOf(members_membersOf(hook)['timeoutConfiguration']);
    const asked = members_membersOf(pause['timeoutConfiguration']);
    const stages = textsOf(members_membersOf(hook)['lifecycleStages']);
    return (timeoutInMinutes === asked['timeoutInMinutes'] &&
        action === asked['action'] &&
        textsOf(pause['lifecycleStages']).every((stage) => stages.includes(stage)));
}
function pauses_hooksOf(raw) {
    const hooks = raw['lifecycleHooks'];
    return (0,json/* isList */.L)(hooks) ? hooks : [];
}
function isOurs(hook) {
    return markIn(hook) !== undefined;
}
/** The list is sent empty rather than left out: whether AWS takes that for "none" is not documented. */
function pauseSettings({ pause, others, left }, marker) {
    if (pause === undefined)
        return left === 0 ? {} : { lifecycleHooks: others };
    const marked = marker === undefined ? pause : withMark(pause, marker);
    return { lifecycleHooks: [...others, marked] };
}
/** What is left of a service's hooks without ours; undefined where there are none of ours. */
function withoutOurs(raw) {
    const hooks = pauses_hooksOf(raw);
    const ours = hooks.filter(isOurs);
    if (ours.length === 0)
        return undefined;
    return {
        settings: { lifecycleHooks: hooks.filter((hook) => !isOurs(hook)) },
        stages: ours.flatMap((hook) => textsOf(members_membersOf(hook)['lifecycleStages']))
    };
}
function pauses_choicesOf(asked, span, expiry) {
    return [
        { what: 'pause', value: asked.pauseAt ?? 'none', origin: 'input' },
        {
            what: 'waits for a person',
            value: `${span / units/* MINUTE */.p}m`,
            origin: asked.pauseFor === undefined ? 'default' : 'input'
        },
        {
            what: 'when nobody comes',
            value: expiry === 'continue' ? 'the deployment goes on' : 'the deployment is rolled back',
            origin: asked.pauseExpiry === undefined ? 'default' : 'input'
        }
    ];
}
const STAYS = {
    level: 'notice',
    says: 'The pause is a hook of the service and stays in its settings until our next deploy or promote takes it out: a deployment that somebody else starts meanwhile stops there, too'
};
const THERE_ALREADY = {
    level: 'notice',
    says: 'The service has the very pause already, without our mark in it, so none is added; nor is it ever taken out by us'
};
const PASSES_FIRST = {
    level: 'notice',
    says: 'ECS pauses before every shift of production traffic: this step itself continues the pause before the canary, and the one after it waits for a person'
};
const TAKEN_OUT = {
    level: 'notice',
    says: 'The service still has a pause of an earlier deployment of ours; it is taken out with this one, which does not ask for it'
};

;// CONCATENATED MODULE: ./src/engines/ecs/settings.ts
function withSettings(configuration, ...changes) {
    const all = changes.reduce((before, change) => ({ ...before, ...change }), configuration);
    return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

;// CONCATENATED MODULE: ./src/engines/ecs/of-codedeploy.ts
// The name of a CodeDeploy deployment configuration, asked of a service that ECS itself deploys to: the same in our words. Pure.


/** AWS's own. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
const SAME_IN_OUR_WORDS = new Map([
    ['CodeDeployDefault.ECSAllAtOnce', 'all-at-once'],
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', 'linear 10% every 1m'],
    ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', 'linear 10% every 3m'],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', 'canary 10% for 5m'],
    ['CodeDeployDefault.ECSCanary10Percent15Minutes', 'canary 10% for 15m']
]);
/** Each of our strategies, as it is written. */
const EXAMPLES = {
    canary: 'canary 10% for 5m',
    linear: 'linear 10% every 1m',
    'all-at-once': 'all-at-once',
    'blue-green': 'blue-green',
    rolling: 'rolling'
};
/** A single word that is none of ours is the name of a configuration, or a slip. */
function notOfEcs({ name, input }) {
    const same = SAME_IN_OUR_WORDS.get(name);
    const slip = input === 'strategy' && same === undefined ? meant(name) : undefined;
    if (slip !== undefined) {
        return new domain_problem/* Problem */.A('STRATEGY_UNFIT', {
            place: { kind: 'input', name: input },
            found: `${name} is no strategy; taken for the name of a CodeDeploy deployment configuration, it is of no use to a service that ECS itself deploys to`,
            remedy: `Write \`${slip}\`, if that is what was meant.`
        });
    }
    const instead = input === 'strategy' ? '' : ` in place of \`${input}\``;
    return new domain_problem/* Problem */.A('STRATEGY_UNFIT', {
        place: { kind: 'input', name: input },
        found: `${name} is a deployment configuration of CodeDeploy, and the service is deployed to by ECS itself`,
        remedy: same === undefined
            ? `Write the same as \`strategy\`${instead}, like \`canary 10% for 5m\`, \`linear 10% every 1m\` or \`all-at-once\`.`
            : `Write \`strategy: ${same}\`${instead}, which moves the traffic in the same way.`
    });
}
function meant(name) {
    const word = (0,near/* near */.Z)(name, Object.keys(EXAMPLES));
    return Object.entries(EXAMPLES).find(([kind]) => kind === word)?.[1];
}

;// CONCATENATED MODULE: ./src/engines/ecs/strategy.ts
// The strategy as members of a deploymentConfiguration: what was asked in our words, in the ranges AWS takes. Pure.






/** Undefined: as the service is configured. */
function wantedShape(asked) {
    if (asked === undefined)
        return found(undefined);
    switch (asked.kind) {
        case 'configuration':
            return failed(undefined, notOfEcs(asked));
        case 'shape': {
            const problems = strategy_unfitness(asked.shape).map(({ found, remedy }) => new domain_problem/* Problem */.A('STRATEGY_UNFIT', {
                place: { kind: 'input', name: 'strategy' },
                found: `\`${asked.written}\`: ${found}`,
                remedy
            }));
            return failed(asked.shape, ...problems);
        }
    }
}
function strategy_unfitness(shape) {
    const bake = 'bake' in shape && shape.bake !== undefined ? minutes(shape.bake, 'bake for') : [];
    switch (shape.kind) {
        case 'canary':
            return [...tenths(shape.first, CANARY), ...minutes(shape.hold, 'hold for'), ...bake];
        case 'linear':
            return [...tenths(shape.step, LINEAR), ...minutes(shape.every, 'hold for'), ...bake];
        case 'all-at-once':
        case 'blue-green':
        case 'rolling':
            return bake;
    }
}
function tenths(percent, { from, to }) {
    // 10.1 * 10 is not 101 to a computer.
    const inTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
    if (inTenths && percent >= from && percent <= to)
        return [];
    return [
        {
            found: `ECS cannot take a step of ${percent} %`,
            remedy: `Write a percentage from ${from} to ${to}, with at most one decimal.`
        }
    ];
}
function minutes(span, does) {
    const count = span / units/* MINUTE */.p;
    if (Number.isInteger(count) && count >= 0 && count <= LONGEST_STAGE)
        return [];
    return [
        {
            found: `ECS cannot ${does} ${count} minutes`,
            remedy: `Write whole minutes, at most ${LONGEST_STAGE}: no stage of a deployment lasts longer than a day.`
        }
    ];
}
/** AWS wants one to be given: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
const USUAL_BAKE = 5 * units/* MINUTE */.p;
/** Members of the other strategies go: sent along they are dropped without a word. */
function strategySettings(shape, raw, has) {
    if (shape === undefined)
        return {};
    const bake = bakeOf(shape, has);
    return {
        strategy: STRATEGY[shape.kind],
        ...(bake !== undefined && { bakeTimeInMinutes: bake / units/* MINUTE */.p }),
        canaryConfiguration: shape.kind === 'canary'
            ? {
                ...membersIn(raw['canaryConfiguration']),
                canaryPercent: shape.first,
                canaryBakeTimeInMinutes: shape.hold / units/* MINUTE */.p
            }
            : undefined,
        linearConfiguration: shape.kind === 'linear'
            ? {
                ...membersIn(raw['linearConfiguration']),
                stepPercent: shape.step,
                stepBakeTimeInMinutes: shape.every / units/* MINUTE */.p
            }
            : undefined,
        ...(shape.kind !== 'rolling' && withoutEarlySuccess(raw['earlySuccessCriteria']))
    };
}
/**
 * Of rolling deployments only, and refused with others: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * It is switched off rather than left out, as what is left out may be kept.
 */
function withoutEarlySuccess(existing) {
    if (!(0,json/* isObject */.G)(existing) || existing['enable'] !== true)
        return {};
    return { earlySuccessCriteria: { ...existing, enable: false } };
}
function membersIn(value) {
    return (0,json/* isObject */.G)(value) ? value : {};
}
const STRATEGY = {
    canary: 'CANARY',
    linear: 'LINEAR',
    'all-at-once': 'BLUE_GREEN',
    'blue-green': 'BLUE_GREEN',
    rolling: 'ROLLING'
};
/** Undefined: as the service has it. */
function bakeOf(shape, has) {
    switch (shape.kind) {
        case 'all-at-once':
            return 0;
        case 'blue-green':
            return shape.bake ?? (has.bake === undefined ? USUAL_BAKE : undefined);
        case 'canary':
        case 'linear':
        case 'rolling':
            return shape.bake;
    }
}
/** `will`: with what was asked for. */
function strategyChoices(shape, has, will) {
    const strategy = {
        what: 'strategy',
        value: will.shape === undefined ? will.strategy : strategyText(will.shape),
        origin: shape === undefined ? 'service' : 'input'
    };
    if (will.bake === undefined)
        return [strategy];
    return [strategy, { what: 'bake', value: `${will.bake / units/* MINUTE */.p}m`, origin: bakeOrigin(shape, has) }];
}
function bakeOrigin(shape, has) {
    const bake = shape && bakeOf(shape, has);
    if (shape === undefined || bake === undefined)
        return 'service';
    return shape.kind === 'all-at-once' || shape.bake !== undefined ? 'input' : 'default';
}
/** As it is written in `strategy`, without the bake. */
function strategyText(shape) {
    switch (shape.kind) {
        case 'canary':
            return `canary ${shape.first}% for ${shape.hold / units/* MINUTE */.p}m`;
        case 'linear':
            return `linear ${shape.step}% every ${shape.every / units/* MINUTE */.p}m`;
        case 'all-at-once':
        case 'blue-green':
        case 'rolling':
            return shape.kind;
    }
}

;// CONCATENATED MODULE: ./src/engines/ecs/configure.ts







function configure(inputs, { raw, has, balancing }, { shape, alarms, activity }, now) {
    const moving = withSettings(raw, strategySettings(shape, raw, has));
    const moves = configurationOf(moving);
    const balanced = checkBalancers(balancing, moves, shape !== undefined);
    const pacing = decidePacing(inputs, moves);
    const guarding = guard_decideGuard(inputs, raw, has, alarms, now);
    const pausing = decidePause(inputs, raw, moves, balancing, activity.readBy);
    const after = withSettings(moving, pacing.value.settings, guarding.value.settings, pauseSettings(pausing.value));
    const will = configurationOf(after);
    const timetable = timetableOf(will, inputs.pauseAt === 'after-canary');
    const { guard } = guarding.value;
    const parts = [balanced, pacing, guarding, pausing];
    return {
        value: {
            after,
            will,
            timetable,
            guard,
            pausing: pausing.value,
            differs: JSON.stringify(after) !== JSON.stringify(raw),
            asks: [
                ...(pacing.value.differs ? ['another pace was asked for'] : []),
                ...(guarding.value.differs ? ['another `rollback-on` was asked for'] : [])
            ],
            lingers: networkDelay(balancing, timetable.steps.length) + watchedAfterwards(will, guard),
            choices: [
                ...strategyChoices(shape, has, will),
                ...pacing.value.choices,
                ...guarding.value.choices,
                ...pausing.value.choices
            ]
        },
        problems: parts.flatMap((part) => part.problems),
        notes: parts.flatMap((part) => part.notes)
    };
}
/** As it is sent: our pause says whose it is. */
function marked({ after, pausing }, marker) {
    return withSettings(after, pauseSettings(pausing, marker));
}

;// CONCATENATED MODULE: ./src/engines/ecs/notes.ts
function planNotes({ will, stores, sends, wait, empty }) {
    return [
        ...(will.shape === undefined ? [unknownStrategy(will.strategy)] : []),
        ...(sends && stores ? [STORED_NOTE] : []),
        ...(sends && will.hookRoles.length > 0 ? [roleNote(will.hookRoles)] : []),
        ...(notes_stops(wait) ? [notes_STOP_NOTE] : []),
        ...(empty ? [notes_EMPTY_NOTE] : [])
    ];
}
function notes_stops(wait) {
    return wait.until !== 'started' && (wait.onTimeout !== 'leave' || wait.onCancel !== 'leave');
}
const notes_STOP_NOTE = {
    level: 'notice',
    says: 'When the job is cancelled or runs out of time, the deployment is rolled back; that needs the permission `ecs:StopServiceDeployment`'
};
const notes_EMPTY_NOTE = {
    level: 'warning',
    says: 'The desired count of the service is 0: the new revision will be deployed without a single task to try it'
};
const STORED_NOTE = {
    level: 'notice',
    says: 'What was asked for is stored in the service and stays there for every later deployment, even if this one is rolled back'
};
function unknownStrategy(word) {
    return {
        level: 'notice',
        says: `The service moves traffic in a way this release does not know (${word}), so no timetable is shown`
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-permissions.html */
function roleNote(roles) {
    return {
        level: 'notice',
        says: `The hooks of the service are sent back as they are, which may need the permission \`iam:PassRole\` of ${roles.join(', ')}`
    };
}

;// CONCATENATED MODULE: ./src/engines/ecs/service-options.ts


function service_options_decideServiceOptions(inputs, has) {
    const asked = askedOf(inputs);
    const differs = differing(asked, has);
    const { ebsVolume: volume } = inputs;
    const update = {
        ...differs,
        // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html
        ...(volume && { volumeConfigurations: [{ name: volume.name, managedEBSVolume: volume.settings }] })
    };
    const changes = updateText(differs);
    return {
        value: {
            update,
            choices: [
                ...updateChoices(asked, has),
                ...(volume ? [{ what: 'volume', value: volume.name, origin: 'input' }] : [])
            ]
        },
        problems: has.schedulingStrategy === 'DAEMON' && inputs.desiredCount !== undefined ? [ofADaemon()] : [],
        notes: [...(changes === '' ? [] : [service_options_updateNote(changes)]), ...(volume ? [volumeNote(volume)] : [])]
    };
}
/**
 * "The daemon scheduling strategy does not support a desired count for services", says UpdateService.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html
 */
function ofADaemon() {
    return new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
        place: { kind: 'input', name: 'desired-count' },
        found: 'the scheduling strategy of the service is DAEMON, which runs one task on each container instance and takes no desired count',
        expected: 'a service whose scheduling strategy is REPLICA',
        remedy: 'Remove `desired-count`.'
    });
}
function service_options_updateNote(changes) {
    return {
        level: 'notice',
        says: `With the deployment, the service itself is changed (${changes}); it stays so, even if the deployment is rolled back`
    };
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html */
function volumeNote({ name, settings }) {
    const role = typeof settings['roleArn'] === 'string' ? ` of ${settings['roleArn']}` : '';
    return {
        level: 'notice',
        says: `ECS makes the volume ${name} for every task, which needs the permission \`iam:PassRole\`${role}`
    };
}

;// CONCATENATED MODULE: ./src/engines/ecs/stored.ts

/** `update`: members of the service beside its deploymentConfiguration, which will be `after`. */
function storedBy(update, after, { raw, volumes }, service) {
    const { desiredCount, enableECSManagedTags, propagateTags } = service;
    const has = {
        desiredCount,
        enableECSManagedTags,
        propagateTags,
        volumeConfigurations: volumes
    };
    return [
        ...Object.keys(update).flatMap((name) => compare(has[name], update[name], [name])),
        ...compare(raw, after, ['deploymentConfiguration'])
    ];
}
function compare(before, after, path) {
    if ((0,json/* isObject */.G)(before) || (0,json/* isObject */.G)(after)) {
        const [old, young] = [stored_membersOf(before), stored_membersOf(after)];
        const names = new Set([...Object.keys(old), ...Object.keys(young)]);
        return [...names].flatMap((name) => compare(member(old, name), member(young, name), [...path, name]));
    }
    const [from, to] = [stored_told(before), stored_told(after)];
    if (from === to)
        return [];
    const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    return [{ path: path.join('.'), kind, from, to }];
}
function stored_membersOf(value) {
    return (0,json/* isObject */.G)(value) ? value : {};
}
function member(of, name) {
    return Object.hasOwn(of, name) ? of[name] : undefined;
}
/** AWS answers an empty list where none was sent. */
function stored_told(value) {
    if (value === undefined || value === null || ((0,json/* isList */.L)(value) && value.length === 0))
        return undefined;
    return typeof value === 'string' ? value : JSON.stringify(withoutDetails(value));
}
/** In one order, and without what a hook is told: it may be a secret of its owner, and our own part of it is of one run. */
function withoutDetails(value) {
    if ((0,json/* isList */.L)(value))
        return value.map(withoutDetails);
    if (!(0,json/* isObject */.G)(value))
        return value;
    const members = Object.entries(value).filter(([name]) => name !== 'hookDetails');
    const ordered = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(ordered.map(([name, each]) => [name, withoutDetails(each)]));
}

;// CONCATENATED MODULE: ./src/engines/ecs/decide.ts










/** A pause that is stored has a note of its own. */
const LASTING = /^deploymentConfiguration\.(?!lifecycleHooks)/;
function decide_decide(request, survey) {
    const { inputs, today, wanted, run, hash, nonce, now } = request;
    const { service, activity } = survey;
    const codedeploy = refuseCodeDeploy(inputs);
    const options = service_options_decideServiceOptions(inputs, today.service);
    const configured = service && configure(inputs, service, survey, now);
    const parts = [survey, codedeploy, options, ...(configured ? [configured] : [])];
    const problems = parts.flatMap((part) => part.problems);
    if (service === undefined || configured === undefined || problems.length > 0)
        return { kind: 'refused', problems };
    const { will, timetable, guard, pausing, after, differs, asks, lingers } = configured.value;
    const content = hash(JSON.stringify([wanted.revision.definition, contentOf(inputs)]));
    const mark = marker(run, content, nonce, inputs.description);
    const forced = isForced(request);
    const update = {
        ...options.value.update,
        ...(forced && { forceNewDeployment: true }),
        ...(differs && { deploymentConfiguration: marked(configured.value, mark.text) })
    };
    const changes = storedBy(options.value.update, after, service, today.service);
    const volume = changes.some(({ path }) => path === 'volumeConfigurations') ? ['another volume was asked for'] : [];
    const same = sameness({
        inputs,
        service: today.service,
        definition: wanted.revision.definition,
        changes: wanted.changes,
        reasons: [
            ...asks,
            ...volume,
            ...decide_notServing(today.service),
            ...(activity.active ? ['a deployment is on its way'] : [])
        ]
    });
    const stored = same.unchanged ? [] : changes;
    const wait = decide_waitOf(inputs, lingers);
    const plan = {
        engine: 'ecs',
        target: today.target,
        through: attachment_through(today.target),
        readBy: activity.readBy,
        before: { taskDefinition: today.service.running },
        revision: wanted.revision,
        images: wanted.images,
        changes: wanted.changes,
        unchanged: same.unchanged,
        shape: will.shape,
        timetable,
        guard,
        update,
        enough: will.enough,
        replaces: inputs.onActive === 'replace',
        pauses: pausing.pause !== undefined,
        leftovers: pausing.left > 0 && pausing.pause === undefined,
        sent: same.unchanged ? undefined : sentOf(update),
        stored,
        wait,
        marker: mark,
        choices: [
            ...configured.value.choices,
            ...options.value.choices,
            ...(forced && !same.unchanged ? [forceChoice(inputs)] : [])
        ],
        // Nothing is sent, so what would be worth knowing of a deployment is not.
        notes: same.unchanged
            ? [...inputs.notes, ...wanted.notes]
            : [
                ...[inputs, wanted, same, ...parts].flatMap((part) => part.notes),
                ...planNotes({
                    will,
                    sends: differs,
                    stores: stored.some(({ path }) => LASTING.test(path)),
                    wait,
                    empty: (inputs.desiredCount ?? today.service.desiredCount) === 0
                })
            ]
    };
    return beside(request, plan, activity.active, service.has, content);
}
function sentOf(update) {
    if (Object.keys(update).length === 0)
        return undefined;
    return { title: 'The service update that is sent', document: update };
}
/** What was asked for, whatever the service has of it by now: another attempt of the same run asks for the same. */
function contentOf(inputs) {
    const { strategy, alarms, rollbackOn, minimumHealthyPercent, maximumPercent } = inputs;
    const { pauseAt, pauseFor, pauseExpiry, desiredCount, enableEcsManagedTags, propagateTags, ebsVolume } = inputs;
    return [
        ...[strategy, alarms, rollbackOn, minimumHealthyPercent, maximumPercent],
        ...[pauseAt, pauseFor, pauseExpiry, desiredCount, enableEcsManagedTags, propagateTags, ebsVolume]
    ];
}
/** An update to the revision the service has already starts nothing. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
function isForced({ inputs, wanted, today }) {
    const again = wanted.revision.kind === 'reuse' && wanted.revision.arn === today.service.taskDefinition;
    return inputs.forceNewDeployment || again;
}
function forceChoice({ forceNewDeployment }) {
    return forceNewDeployment
        ? { what: 'new deployment', value: 'forced', origin: 'input' }
        : { what: 'new deployment', value: 'forced, as the service has this revision already', origin: 'default' };
}
/** The primary has all traffic once it is complete and no other has tasks. */
function decide_notServing({ deployments }) {
    const primary = primaryOf({ deployments });
    if (primary?.rolloutState !== 'COMPLETED')
        return ['AWS does not say that the deployment that made it is complete'];
    const others = deployments.some((each) => each !== primary && (each.runningCount ?? 1) > 0);
    return others ? ['another deployment of the service still has tasks'] : [];
}
function decide_waitOf({ waitUntil, allowance, maxGap, onTimeout, onCancel }, lingers) {
    return { until: waitUntil, allowance: allowance + lingers, maxGap, onTimeout, onCancel };
}

;// CONCATENATED MODULE: ./src/engines/ecs/service.ts


function service_servicePart(answer, handle, { before, enough }) {
    const service = serviceIn(answer);
    if (service === undefined)
        return NO_SERVICE;
    const deployments = service.deployments ?? [];
    const primary = service_primaryOf(service);
    const primaryIsTarget = primary !== undefined && service_isOurs(primary, handle);
    return {
        active: service.status === 'ACTIVE',
        primaryIsTarget,
        targetServesAlone: primaryIsTarget && deployments.every((each) => each === primary || isIdle(each, enough)),
        primary: service_identity(primary),
        // `rolloutState` turns COMPLETED some time after the deployment is SUCCESSFUL: the counts say it at once.
        stable: primary !== undefined && isStable(primary, enough),
        rival: service_rivalOf(primary, handle, before),
        tasks: tasks(primary?.desiredCount, primary?.runningCount, primary?.pendingCount),
        events: service_eventsOf(service)
    };
}
function service_primaryOf(service) {
    return service.deployments?.find(({ status }) => status === 'PRIMARY');
}
/** The same revision may be deployed twice: the service's own name for ours tells them apart where it is known. */
function service_isOurs({ id, taskDefinition }, { inService, ...handle }) {
    return taskDefinition === handle.taskDefinition && (inService === undefined || id === inService);
}
/** Another that took the place; the revision of before comes back by a roll-back. */
function service_rivalOf(primary, handle, before) {
    if (primary === undefined || service_isOurs(primary, handle))
        return undefined;
    if (before.taskDefinition === undefined || primary.taskDefinition === before.taskDefinition)
        return undefined;
    const { id = 'a deployment without an id', taskDefinition } = primary;
    return taskDefinition === undefined ? id : `${id} (${lastPart(taskDefinition)})`;
}
/** What is wanted no more serves no new request, unless ECS was told to take its time with it. */
function isIdle({ desiredCount, runningCount }, enough) {
    return runningCount === 0 || (desiredCount === 0 && enough === 100);
}
/** The rest of the tasks may still be starting where ECS was told to be content with some. */
function isStable({ desiredCount, runningCount, pendingCount }, enough) {
    if (desiredCount === undefined || runningCount === undefined)
        return false;
    return runningCount >= Math.ceil((desiredCount * enough) / 100) && (pendingCount === 0 || enough < 100);
}
function service_identity(primary) {
    if (primary?.id === undefined || primary.taskDefinition === undefined)
        return undefined;
    return { taskDefinition: primary.taskDefinition, id: primary.id };
}

;// CONCATENATED MODULE: ./src/engines/ecs/acting.ts







/** `stale`: the deployment that the service called current before ours began. */
function acting(subject, { ecs }, stale) {
    return async (handle, action, signal) => {
        const options = signal ? { signal } : {};
        switch (action.kind) {
            case 'roll-back':
                return rollBack(handle, options);
            case 'continue':
                return proceed(handle, action.gate.hookId, options);
            case 'stop':
                // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stop-service-deployment.html
                throw new domain_problem/* Problem */.A('SERVICE_OPTION_UNFIT', {
                    found: 'ECS stops a deployment only by rolling it back',
                    remedy: 'Write `rollback` or `leave` where `stop` was asked for.'
                });
        }
    };
    async function rollBack(handle, options) {
        const arn = isInService(handle.id) ? await arnByService(handle, options) : handle.id;
        try {
            await ecs.stopServiceDeployment({ serviceDeploymentArn: arn, stopType: 'ROLLBACK' }, options);
        }
        catch (error) {
            // By the service's word we may have named another one: its end says nothing of ours.
            if (isInService(handle.id))
                throw error;
            // Its end came first; the next look tells which.
            if (!acting_isOver(error) && !(isConflict(error) && (await hasEnded(arn, options))))
                throw error;
        }
    }
    async function proceed(handle, hookId, options) {
        if (hookId === undefined) {
            throw new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', {
                place: { kind: 'aws', call: 'ecs:DescribeServiceDeployments', resource: handle.id },
                found: 'the pause has no id by which it could be continued'
            });
        }
        const arn = isInService(handle.id) ? await arnByService(handle, options) : handle.id;
        try {
            await ecs.continueServiceDeployment({ serviceDeploymentArn: arn, hookId, action: 'CONTINUE' }, options);
        }
        catch (error) {
            if (!acting_isOver(error) && !isContinued(error))
                throw error;
        }
    }
    /** Where records may not be listed, the service still names its current deployment. */
    async function arnByService(handle, options) {
        const { cluster, service } = subject.target;
        const seen = serviceIn(await ecs.describeServices({ cluster, services: [service] }, options));
        const primary = seen && service_primaryOf(seen);
        const arn = seen?.currentServiceDeployment;
        if (primary !== undefined && service_isOurs(primary, handle) && arn !== undefined && arn !== stale())
            return arn;
        throw new domain_problem/* Problem */.A('NOT_ALLOWED', {
            place: { kind: 'aws', call: 'ecs:ListServiceDeployments', resource: `${cluster}/${service}` },
            found: `the role may not read service deployments, and the service does not tell the ARN of ${handle.id}`,
            remedy: 'Add `ecs:ListServiceDeployments` and `ecs:DescribeServiceDeployments` to the role’s policy.'
        });
    }
    async function hasEnded(arn, options) {
        const status = (await readServiceDeployment(ecs, arn, options)).status ?? '';
        return isListed(STATUS_PHASES, status) && snapshot/* OVER */.P[STATUS_PHASES[status]];
    }
}
function acting_isOver(error) {
    return error instanceof domain_problem/* Problem */.A && error.code === 'DEPLOYMENT_OVER';
}
/** What a stop of a deployment that is over is answered with, in words nobody has told us. */
function isConflict(error) {
    return error instanceof domain_problem/* Problem */.A && error.aws?.name === 'ConflictException';
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html */
function isContinued(error) {
    return error instanceof domain_problem/* Problem */.A && /either completed, unavailable/i.test(error.aws?.message ?? error.found);
}

;// CONCATENATED MODULE: ./src/engines/ecs/fallback.ts




/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
const fallback_ROLLOUT_PHASES = {
    IN_PROGRESS: 'running',
    COMPLETED: 'succeeded',
    FAILED: 'rolling-back'
};
/** Not AWS's: the service has no word for what it does not list. */
const UNLISTED = { late: 'not listed yet', gone: 'not listed any more' };
/** `seen`: ours was in the service's list before; one that was never there may only be late. */
function courseInService(answer, handle, of, seen) {
    const service = serviceIn(answer);
    const ours = service && oursIn(service, handle);
    if (service === undefined || ours === undefined)
        return { status: unlisted(service, handle, of, seen), target: IDLE };
    return { status: statusOf(service, ours, handle, of), target: targetOf(ours) };
}
/** By the service's own name for it; where nobody knows that, by its revision, if that is deployed once. */
function oursIn({ deployments = [] }, handle) {
    const fitting = deployments.filter((each) => service_isOurs(each, handle));
    return fitting.length === 1 ? fitting[0] : undefined;
}
function statusOf(service, ours, handle, of) {
    const status = given(ours.rolloutState, 'ecs:DescribeServices', 'deployments[].rolloutState');
    const base = { ...fallback_NOTHING, status, createdAt: instant(ours.createdAt) };
    if (!isListed(fallback_ROLLOUT_PHASES, status))
        return { ...base, unlisted: true };
    const primary = service_primaryOf(service);
    const displaced = primary !== undefined && primary !== ours;
    if (status === 'COMPLETED' || !displaced) {
        const cause = status === 'FAILED' ? causeIn(service, ours, handle, of) : undefined;
        return { ...base, phase: fallback_ROLLOUT_PHASES[status], cause };
    }
    // ECS makes another deployment the primary when somebody starts one, and the one before when it rolls back.
    if (service_rivalOf(primary, handle, of.before) !== undefined) {
        return { ...base, phase: status === 'FAILED' ? 'stopped' : 'stopping' };
    }
    return { ...base, ...fallback_undone(primary), cause: causeIn(service, ours, handle, of) };
}
function unlisted(service, handle, of, seen) {
    if (service?.status !== 'ACTIVE')
        return { ...fallback_NOTHING, phase: 'stopped', status: service?.status ?? 'MISSING' };
    if (!seen)
        return { ...fallback_NOTHING, phase: 'queued', status: UNLISTED.late };
    const gone = { ...fallback_NOTHING, status: UNLISTED.gone };
    const primary = service_primaryOf(service);
    if (primary === undefined || service_rivalOf(primary, handle, of.before) !== undefined)
        return { ...gone, phase: 'stopped' };
    return { ...gone, ...fallback_undone(primary), cause: causeIn(service, undefined, handle, of) };
}
/** The deployment of before is the primary again; it is back when it is complete. */
function fallback_undone({ id, rolloutState }) {
    const rollback = { id: id === undefined ? 'without an id' : id, status: rolloutState ?? 'not given' };
    return { phase: rolloutState === 'COMPLETED' ? 'rolled-back' : 'rolling-back', rollback };
}
/** The newest words of the service come first: those that name ours, and those since it began. */
function causeIn({ events = [] }, ours, { inService }, { guard }) {
    const since = instant(ours?.createdAt) ?? Infinity;
    const said = events.flatMap(({ message, createdAt }) => {
        if (message === undefined || !/deployment failed/i.test(message))
            return [];
        const named = inService !== undefined && message.includes(inService);
        return named || (instant(createdAt) ?? 0) >= since ? [message] : [];
    });
    const texts = [...said, ...(ours?.rolloutStateReason === undefined ? [] : [ours.rolloutStateReason])];
    return hinted(texts, guard.alarms) ?? { kind: 'aws', code: undefined, message: texts[0] };
}
function targetOf(ours) {
    return {
        ...IDLE,
        tasks: tasks(ours.desiredCount, ours.runningCount, ours.pendingCount),
        shifted: ours.rolloutState === 'COMPLETED' && ours.status === 'PRIMARY'
    };
}
const fallback_NOTHING = {
    phase: 'running',
    status: '',
    unlisted: false,
    cause: undefined,
    createdAt: undefined,
    rollback: undefined,
    gates: []
};
/** The service tells neither stages nor weights. */
const IDLE = {
    phase: 'running',
    tells: 'current',
    stages: [],
    hooks: [],
    monitors: [],
    traffic: undefined,
    testTraffic: undefined,
    oldTraffic: undefined,
    tasks: undefined,
    shifted: false,
    shiftStartedAt: undefined,
    shiftedAt: undefined
};

;// CONCATENATED MODULE: ./src/engines/ecs/accepted.ts
// What the answer to a service update tells of the deployment it has started: read member by member, since AWS promises
// little of it. Pure.


/** Undefined: the answer is none that could be understood. */
function accepted(answer) {
    if (!isAnswer(answer) || !(0,json/* isObject */.G)(answer['service']))
        return undefined;
    const { currentServiceDeployment: current, deployments, deploymentConfiguration } = answer['service'];
    const listed = (0,json/* isList */.L)(deployments) ? deployments : [];
    const hooks = (0,json/* isObject */.G)(deploymentConfiguration) ? deploymentConfiguration['lifecycleHooks'] : undefined;
    return { current: accepted_text(current), primary: listed.flatMap(primary)[0], hooks: (0,json/* isList */.L)(hooks) ? hooks : undefined };
}
function isAnswer(answer) {
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}
function primary(entry) {
    if (!(0,json/* isObject */.G)(entry) || entry['status'] !== 'PRIMARY')
        return [];
    const id = accepted_text(entry['id']);
    const taskDefinition = accepted_text(entry['taskDefinition']);
    if (id === undefined || taskDefinition === undefined)
        return [];
    const { createdAt } = entry;
    // Plain JSON has seconds since the epoch.
    return [{ id, taskDefinition, createdAt: typeof createdAt === 'number' ? createdAt * units/* SECOND */.Z : undefined }];
}
function accepted_text(value) {
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./src/engines/ecs/baseline.ts








/** Before a read is made again. */
const AGAIN = [units/* SECOND */.Z, 2 * units/* SECOND */.Z, 4 * units/* SECOND */.Z, 8 * units/* SECOND */.Z];
async function baseline(plan, { ecs }, tools) {
    const { cluster, service } = plan.target;
    const [briefs, answer] = await Promise.all([
        plan.readBy === 'service' ? undefined : patiently(tools, () => listed()),
        patiently(tools, () => ecs.describeServices({ cluster, services: [service] }))
    ]);
    const seen = serviceIn(answer);
    return {
        arns: briefs && new Set(briefs.flatMap(arnOf)),
        open: [...(briefs ?? []).filter((each) => !isOver(each)).flatMap(arnOf), ...begun(seen, briefs ?? [])],
        ids: new Set((seen?.deployments ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]))),
        primary: seen && service_primaryOf(seen)?.id,
        current: seen?.currentServiceDeployment
    };
    async function listed() {
        try {
            return await listDeployments(ecs, plan.target);
        }
        catch (error) {
            if (error instanceof domain_problem/* Problem */.A && error.code === 'NOT_ALLOWED')
                return undefined;
            throw error;
        }
    }
}
/** The list lags, and may be denied: the service tells of what has just begun at once. */
function begun(service, listed) {
    const active = activeInService({ deployments: service?.deployments ?? [], running: undefined });
    const known = listed.some(({ createdAt }) => areTogether(instant(createdAt), active?.createdAt));
    return active === undefined || known ? [] : [active.id];
}
function arnOf({ serviceDeploymentArn: arn }) {
    return arn === undefined ? [] : [arn];
}
async function patiently({ clock, cancelled }, read, pauses = AGAIN) {
    try {
        return await read();
    }
    catch (error) {
        const [pause, ...later] = pauses;
        if (!(error instanceof domain_problem/* Problem */.A) || !(0,domain_problem/* isPassing */.W)(error.code) || pause === undefined || cancelled.aborted)
            throw error;
        await clock.sleep(pause, cancelled);
        return patiently({ clock, cancelled }, read, later);
    }
}

;// CONCATENATED MODULE: ./src/engines/ecs/search.ts









/** Before a throttled look is taken again; a look is several reads, and the next one is never far. */
const search_AGAIN = [units/* SECOND */.Z];
/** Among the records that are new since `before`; the answer to the update may know better than the list, which lags. */
async function newInRecords(ecs, sought, before, answer) {
    const { current, primary } = answer ?? {};
    if (current !== undefined && !before.arns.has(current) && current !== before.current) {
        const told = ours(await fitting(ecs, sought, [current]), sought, primary?.createdAt);
        if (told !== undefined)
            return told;
    }
    const listed = await unhurried(sought.tools, () => listDeployments(ecs, sought.plan.target), search_AGAIN);
    const fresh = listed.flatMap(({ serviceDeploymentArn: arn }) => arn === undefined || before.arns.has(arn) ? [] : [arn]);
    return ours(await fitting(ecs, sought, fresh), sought, primary?.createdAt);
}
/** Among those that are not over, without knowing what was there before. */
async function openInRecords(ecs, sought, marker) {
    const listed = await unhurried(sought.tools, () => listDeployments(ecs, sought.plan.target), search_AGAIN);
    const open = listed.flatMap(({ serviceDeploymentArn: arn, status = '' }) => arn === undefined || (isListed(STATUS_PHASES, status) && snapshot/* OVER */.P[STATUS_PHASES[status]]) ? [] : [arn]);
    return ours(await fitting(ecs, sought, open), { ...sought, plan: { ...sought.plan, marker } }, undefined);
}
/** How the service names it, where records may not be read: new since `before`, and of our revision. */
async function newInService(ecs, { plan, taskDefinition }, before) {
    const { cluster, service } = plan.target;
    const seen = serviceIn(await ecs.describeServices({ cluster, services: [service] }));
    const fresh = (seen?.deployments ?? []).filter((each) => each.id !== undefined && !before.ids.has(each.id) && each.taskDefinition === taskDefinition);
    const primary = seen && service_primaryOf(seen);
    const chosen = fresh.find((each) => each === primary) ?? (fresh.length === 1 ? fresh[0] : undefined);
    return chosen?.id;
}
/** One that cannot be read fails the look: it may be the one. */
async function fitting(ecs, sought, arns) {
    const candidates = await Promise.all(arns.map(async (arn) => {
        const deployment = await unhurried(sought.tools, () => readServiceDeployment(ecs, arn), search_AGAIN);
        const revision = deployment.targetServiceRevision?.arn;
        const runs = revision === undefined ? undefined : await unhurried(sought.tools, () => deployment_revisionOf(ecs, revision), search_AGAIN);
        return { arn, deployment, runs };
    }));
    return candidates.filter(({ runs }) => runs === sought.taskDefinition);
}
/** `startedAt`: when AWS made what our own answer calls the primary. */
function ours(candidates, { plan: { marker, pauses } }, startedAt) {
    const marked = candidates.map((one) => ({ ...one, mark: markOf(one.deployment) }));
    const known = marked.find(({ mark }) => mark?.startsWith(marker.key));
    if (known !== undefined)
        return known.arn;
    // AWS may not have kept our marker; somebody else's says that it is theirs.
    const possible = pauses ? marked.filter(({ mark }) => mark === undefined) : marked;
    if (possible.length <= 1)
        return possible[0]?.arn;
    if (startedAt === undefined)
        return undefined;
    const distance = ({ deployment }) => Math.abs((instant(deployment.createdAt) ?? Infinity) - startedAt);
    return possible.toSorted((one, other) => distance(one) - distance(other))[0]?.arn;
}

;// CONCATENATED MODULE: ./src/engines/ecs/start.ts








/** Before each look for what was started: the list lags behind. */
const SEARCH = [0, 1, 2, 3, 5, 8, 11, 15, 15].map((seconds) => seconds * units/* SECOND */.Z);
function start_starting(plan, aws, tools, remember) {
    const { ecs } = aws;
    const { clock, cancelled } = tools;
    const { cluster, service } = plan.target;
    const place = { kind: 'aws', call: 'ecs:UpdateService', resource: `${cluster}/${service}` };
    const handleOf = (id, taskDefinition, inService) => handleFor(plan.target, id, taskDefinition, tools.page, inService);
    async function start(taskDefinition) {
        const before = await unsent(taskDefinition, () => baseline(plan, aws, tools));
        remember(before);
        if (cancelled.aborted) {
            throw refused(taskDefinition, new domain_problem/* Problem */.A('CANCELLED', { found: 'the job was cancelled' }));
        }
        if (before.open.length > 0 && !plan.replaces)
            throw refused(taskDefinition, overtaken(before.open));
        const answer = await send(taskDefinition);
        if (answer instanceof domain_problem/* Problem */.A) {
            const handle = await search(taskDefinition, before, undefined);
            if (handle === undefined)
                throw uncertain(taskDefinition, answer);
            return { handle, adopted: true, notes: [] };
        }
        const handle = await search(taskDefinition, before, answer);
        if (handle === undefined)
            throw notFound(taskDefinition, before, answer);
        return { handle, adopted: false, notes: markNotes(plan, answer) };
    }
    /** Nothing was sent yet: whatever goes wrong leaves the service as it was. */
    async function unsent(taskDefinition, work) {
        try {
            return await work();
        }
        catch (error) {
            throw error instanceof domain_problem/* Problem */.A ? refused(taskDefinition, error) : error;
        }
    }
    /** What AWS answered, or the problem for which nobody knows whether it took effect; a refusal is thrown. */
    async function send(taskDefinition) {
        try {
            const answer = accepted(await update(taskDefinition));
            const found = '`service` is missing';
            return answer ?? new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place, found });
        }
        catch (error) {
            if (!(error instanceof domain_problem/* Problem */.A))
                throw error;
            if (!isUncertain(error))
                throw refused(taskDefinition, error);
            return error;
        }
    }
    async function update(taskDefinition) {
        const sent = (members) => unhurried(tools, () => ecs.updateService({ ...members, cluster, service, taskDefinition }));
        try {
            return await sent(plan.update);
        }
        catch (error) {
            // A refusal has changed nothing, and a pause holds without its marker as well.
            if (!plan.pauses || cancelled.aborted || !refusesMarker(error))
                throw error;
            return sent(unmarked(plan.update));
        }
    }
    async function search(taskDefinition, before, answer) {
        const primary = answer?.primary;
        const isNew = primary?.taskDefinition === taskDefinition && primary.id !== before.primary;
        const inService = isNew ? primary.id : undefined;
        for (const pause of SEARCH) {
            // A cancelled job has seconds left, and a deployment that was started has to be found in them.
            await (cancelled.aborted ? clock.sleep(Math.min(pause, units/* SECOND */.Z)) : clock.sleep(pause, cancelled));
            const found = await look(taskDefinition, before, answer, inService);
            if (found)
                return found;
        }
        // It runs, and its record does not show: the service alone tells how it goes.
        return inService === undefined ? undefined : handleOf(inService, taskDefinition, inService);
    }
    /** A look that fails decides nothing, unless it is one that the role may not take. */
    async function look(taskDefinition, { arns, ...before }, answer, inService) {
        const sought = { plan, taskDefinition, tools };
        if (arns !== undefined) {
            const arn = await start_seen(() => newInRecords(ecs, sought, { ...before, arns }, answer));
            if (arn !== 'denied')
                return arn === undefined ? undefined : handleOf(arn, taskDefinition, inService);
        }
        const id = inService ?? (await start_seen(() => newInService(ecs, sought, { ...before, arns })));
        return id === undefined || id === 'denied' ? undefined : handleOf(id, taskDefinition, id);
    }
    async function find(marker, taskDefinition) {
        const arn = await openInRecords(ecs, { plan, taskDefinition, tools }, marker);
        return arn === undefined ? undefined : handleOf(arn, taskDefinition);
    }
    /** Somebody started while this run was still looking: a race that is lost. */
    function overtaken(open) {
        return new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
            place,
            found: `another deployment of service ${service} began while this run was preparing its own: ${open.join(', ')}`
        });
    }
    function refused(taskDefinition, problem) {
        return plan.revision.kind === 'reuse' ? problem : problem.after(unused(taskDefinition));
    }
    function uncertain(taskDefinition, lost) {
        return new domain_problem/* Problem */.A('OUTCOME_UNCERTAIN', {
            place,
            found: `the update of the service was not answered (${lost.message}), and no deployment of ours is to be seen`,
            changed: `a deployment of revision ${taskDefinition} may be running${settingsText(' and may have changed')}`,
            ...(lost.aws && { aws: lost.aws }),
            cause: lost
        });
    }
    /** Accepted, and no deployment of ours in all that time. */
    function notFound(taskDefinition, before, { primary }) {
        if (primary === undefined || primary.id !== before.primary) {
            return new domain_problem/* Problem */.A('OUTCOME_UNCERTAIN', {
                place,
                found: 'ECS accepted the update of the service, and no deployment of ours is to be seen',
                changed: `a deployment of revision ${taskDefinition} may be running${settingsText(' and were changed')}`
            });
        }
        return new domain_problem/* Problem */.A('NOTHING_STARTED', {
            place,
            found: `${primary.id} is still the primary deployment of service ${service}, and there is no new one`,
            changed: `${unused(taskDefinition)}${settingsText(' and were changed')}`
        });
    }
    function unused(taskDefinition) {
        return plan.revision.kind === 'reuse'
            ? `revision ${taskDefinition} is not deployed`
            : `revision ${taskDefinition} was registered and is not used`;
    }
    /** Settings of the service stay as they were sent, whatever becomes of the deployment. */
    function settingsText(verb) {
        const names = Object.keys(plan.update).filter((name) => name !== 'forceNewDeployment');
        return names.length === 0 ? '' : `; settings of service ${service} were sent${verb}: ${names.join(', ')}`;
    }
    return { start, find };
}
async function start_seen(look) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof domain_problem/* Problem */.A))
            throw error;
        return error.code === 'NOT_ALLOWED' ? 'denied' : undefined;
    }
}
function refusesMarker(error) {
    if (!(error instanceof domain_problem/* Problem */.A) || error.code !== 'AWS_REFUSED')
        return false;
    return /hookDetails/i.test(error.aws?.message ?? error.found);
}

;// CONCATENATED MODULE: ./src/engines/ecs/engine.ts












/** Before a record that was denied is asked for again: the service tells meanwhile, and every denial is in somebody's trail. */
const DENIED_AGAIN = units/* MINUTE */.p;
function ecsEngine(plan, aws, tools) {
    let stale;
    const started = start_starting(plan, aws, tools, ({ current }) => {
        stale = current;
    });
    // Everything there is to prepare goes with the one service update.
    const prepare = () => Promise.resolve();
    return { prepare, ...started, ...engine_following(plan, aws, tools, () => stale) };
}
function ecsFollower(subject, aws, tools) {
    return engine_following(subject, aws, tools, () => undefined);
}
function engine_following(subject, aws, tools, stale) {
    const { ecs } = aws;
    // One that was found was in the service's list already.
    let listed = 'handle' in subject;
    let denied;
    const observe = (handle, due, signal) => {
        const service = once(describe);
        const course = once((options) => seeCourse(handle, service, options));
        return look(tools.clock, {
            status: async (options) => (await course(options)).status,
            target: async (options) => (await course(options)).target,
            service: async (options) => service_servicePart(await service(options), handle, subject),
            alarms: seeAlarms,
            stopped: (options) => stoppedTasks(subject.target, handle.taskDefinition, aws, options)
        }, together(due), signal);
    };
    function describe(options) {
        const { cluster, service } = subject.target;
        return ecs.describeServices({ cluster, services: [service] }, options);
    }
    /** The record of the deployment; what the service tells of it, where the record may not be read. */
    async function seeCourse(handle, service, options) {
        const barred = denied !== undefined && tools.clock.now() - denied < DENIED_AGAIN;
        if (subject.readBy === 'deployment' && !isInService(handle.id) && !barred) {
            try {
                const deployment = await readServiceDeployment(ecs, handle.id, options);
                return { status: snapshot_statusPart(deployment), target: snapshot_targetPart(deployment) };
            }
            catch (error) {
                if (!(error instanceof domain_problem/* Problem */.A && error.code === 'NOT_ALLOWED'))
                    throw error;
                denied = tools.clock.now();
            }
        }
        const answer = await service(options);
        const seen = serviceIn(answer);
        listed ||= seen !== undefined && oursIn(seen, handle) !== undefined;
        return courseInService(answer, handle, subject, listed);
    }
    async function seeAlarms(options) {
        const names = subject.guard.alarms.slice(0, ALARMS_PER_CALL);
        return names.length === 0 ? [] : alarmStates(await aws.cloudwatch.describeAlarms(alarmsRequest(names), options));
    }
    return { observe, act: acting(subject, aws, stale) };
}
/** Asked once for all the sources that need it; the first to need it says how long it may take. */
function once(read) {
    let answer;
    return (options) => (answer ??= read(options));
}
/** One answer tells both. */
function together(due) {
    const either = due.includes('status') || due.includes('target');
    return either ? [...new Set([...due, 'status', 'target'])] : due;
}

;// CONCATENATED MODULE: ./src/engines/ecs/evidence.ts



async function evidence_evidence(subject, handle, aws, signal) {
    // The service's own events are told anyway.
    if (subject.readBy === 'service' || isInService(handle.id))
        return [];
    const deployment = await readServiceDeployment(aws.ecs, handle.id, { signal });
    const told = detailOf(cause_causeOf(deployment));
    return [
        ...(deployment.lifecycleHookDetails ?? []).flatMap(ofHook),
        ...reasonsOf(deployment)
            .filter((reason) => reason !== told)
            .map((detail) => ({ about: 'ECS', detail }))
    ];
}
function ofHook(hook) {
    const { targetType, targetArn, status = 'not given' } = hook;
    if (targetType === 'PAUSE') {
        return isExpired(hook) ? [{ about: 'pause', detail: `${status}: nobody continued the deployment in time` }] : [];
    }
    if (!isFailedFunction(hook))
        return [];
    if (targetArn === undefined)
        return [{ about: 'hook', detail: status }];
    const name = functionName(targetArn);
    // https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
    return [{ about: `hook ${name}`, detail: `${status}; the log of the function is in /aws/lambda/${name}` }];
}
/** What of ECS's words the cause already says. */
function detailOf(cause) {
    if ('detail' in cause)
        return cause.detail;
    return cause.kind === 'aws' ? cause.message : undefined;
}

;// CONCATENATED MODULE: ./src/engines/ecs/remove-pauses.ts



/** Another deployment that is on its way keeps what it began with; what AWS refuses is for the caller to tell. */
async function removePauses(request) {
    const { cluster, service } = request.today.target;
    const { raw } = await readAsWritten(request);
    const without = withoutOurs(raw);
    if (without === undefined)
        return [];
    const deploymentConfiguration = withSettings(raw, without.settings);
    await request.aws.ecs.updateService({ cluster, service, deploymentConfiguration });
    return [`our pause at ${without.stages.join(', ')} was taken out of the settings of service ${service}`];
}

;// CONCATENATED MODULE: ./src/engines/ecs/survey.ts
// What ECS and CloudWatch know before this deployment: read side by side, each finding kept, nothing thrown away because
// another read failed.







async function survey_survey(request) {
    const { inputs } = request;
    const written = findService(request);
    const [service, alarms, activity] = await Promise.all([
        written,
        written.then(({ value }) => findAlarms(value ? guard_wantedAlarms(value.has, inputs.alarms) : inputs.alarms, request)),
        activity_findActivity(request)
    ]);
    const shape = wantedShape(inputs.strategy);
    const parts = [shape, service, alarms, activity];
    return {
        service: service.value,
        shape: shape.value,
        alarms: alarms.value,
        activity: activity.value,
        problems: parts.flatMap((part) => part.problems),
        notes: parts.flatMap((part) => part.notes)
    };
}
async function findService(request) {
    const answer = await attempt(() => readAsWritten(request));
    return answer instanceof domain_problem/* Problem */.A ? failed(undefined, answer) : found(answer);
}

;// CONCATENATED MODULE: ./src/engines/ecs/kit.ts






const ecs = {
    plan: async (request) => decide_decide(request, await survey_survey(request)),
    engine: ecsEngine,
    attach: attach_attach,
    follower: ecsFollower,
    lastSucceeded: attach_lastSucceeded,
    removePauses: removePauses,
    evidence: evidence_evidence
};

;// CONCATENATED MODULE: ./src/engines/pick.ts


const ENGINES = { CODE_DEPLOY: 'codedeploy', ECS: 'ecs' };
const KITS = { codedeploy: codedeploy, ecs: ecs };
function planFor(request) {
    return KITS[ENGINES[request.today.controller]].plan(request);
}
function attachTo(request, id) {
    return KITS[ENGINES[request.today.controller]].attach(request, id);
}
function pick_lastSucceeded(request) {
    return KITS[ENGINES[request.today.controller]].lastSucceeded(request);
}
function pick_removePauses(request) {
    return KITS[ENGINES[request.today.controller]].removePauses(request);
}
function engineFor(plan, aws, tools) {
    switch (plan.engine) {
        case 'codedeploy':
            return codedeploy.engine(plan, aws, tools);
        case 'ecs':
            return ecs.engine(plan, aws, tools);
    }
}
function followerFor(subject, aws, tools) {
    switch (subject.engine) {
        case 'codedeploy':
            return codedeploy.follower(subject, aws, tools);
        case 'ecs':
            return ecs.follower(subject, aws, tools);
    }
}
function evidenceFor(subject, handle, aws, signal) {
    switch (subject.engine) {
        case 'codedeploy':
            return codedeploy.evidence(subject, handle, aws, signal);
        case 'ecs':
            return ecs.evidence(subject, handle, aws, signal);
    }
}


/***/ }),

/***/ 8630:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qh: () => (/* binding */ INPUT_NAMES),
/* harmony export */   W8: () => (/* binding */ CATALOG)
/* harmony export */ });
/* unused harmony export INPUTS */
const RUN_TASK = 'the task that runs before the deployment, such as a database migration';
const OIDC = 'the role to deploy with';
const INPUTS = {
    mode: {
        built: true,
        default: 'deploy',
        later: { plan: 'the promise that nothing is changed' }
    },
    'task-definition': { built: true },
    'task-definition-arn': { built: true },
    'task-definition-family': { built: true },
    'task-definition-revision': { built: true },
    images: { built: true },
    'container-name': { built: true },
    image: { built: true },
    'environment-variables': { built: true, secret: true },
    'env-files': { built: true },
    secrets: { built: true, secret: true },
    'env-update-strategy': { built: true, default: 'merge' },
    'docker-labels': { built: true, secret: true },
    command: { built: true },
    'log-configuration-log-driver': { built: true },
    'log-configuration-options': { built: true, secret: true },
    'task-role-arn': { built: true },
    'execution-role-arn': { built: true },
    cpu: { built: true },
    memory: { built: true },
    'task-definition-patch': { built: true, secret: true },
    'unknown-properties': { built: true },
    'strip-empty-values': { built: true, default: 'false' },
    'keep-null-value-keys': { built: true },
    'keep-revisions': { built: true },
    service: { built: true },
    cluster: { built: true, default: 'default' },
    'desired-count': { built: true },
    'force-new-deployment': { built: true, default: 'false' },
    'enable-ecs-managed-tags': { built: true },
    'propagate-tags': { built: true },
    'service-managed-ebs-volume-name': { built: true },
    'service-managed-ebs-volume': { built: true, default: '{}' },
    strategy: { built: true },
    'codedeploy-appspec': { built: true },
    'codedeploy-application': { built: true },
    'codedeploy-deployment-group': { built: true },
    'codedeploy-deployment-config': { built: true },
    'codedeploy-deployment-description': { built: true },
    'codedeploy-hooks': { built: true },
    'minimum-healthy-percent': { built: true },
    'maximum-percent': { built: true },
    alarms: { built: true },
    'allow-active-alarms': { built: true, default: 'false' },
    'rollback-on': { built: true },
    'pause-at': { built: true },
    'pause-minutes': { built: true, default: '60' },
    'pause-timeout-action': { built: true, default: 'rollback' },
    'deployment-id': { built: true },
    'hook-id': { built: true },
    // No default: which one holds depends on `pause-at` and `mode`.
    'wait-until': { built: true },
    'wait-for-service-stability': { built: true },
    'wait-for-minutes': { built: true, default: '30' },
    'wait-max-delay-seconds': { built: true },
    'on-timeout': { built: true, default: 'rollback' },
    'on-cancel': { built: true, default: 'rollback' },
    'on-active-deployment': { built: true, default: 'fail' },
    'run-task': { built: false, default: 'false', loses: RUN_TASK },
    'run-task-container-overrides': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
    'run-task-security-groups': { built: false, of: 'run-task', loses: RUN_TASK },
    'run-task-subnets': { built: false, of: 'run-task', loses: RUN_TASK },
    'run-task-assign-public-IP': { built: false, of: 'run-task', default: 'DISABLED', loses: RUN_TASK },
    'run-task-capacity-provider-strategy': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
    'run-task-launch-type': { built: false, of: 'run-task', default: 'FARGATE', loses: RUN_TASK },
    'run-task-started-by': { built: false, of: 'run-task', default: 'GitHub-Actions', loses: RUN_TASK },
    'run-task-tags': { built: false, of: 'run-task', default: '[]', loses: RUN_TASK },
    'run-task-managed-ebs-volume-name': { built: false, of: 'run-task', loses: RUN_TASK },
    'run-task-managed-ebs-volume': { built: false, of: 'run-task', default: '{}', loses: RUN_TASK },
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

/***/ 8395:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ readDocument)
});

// UNUSED EXPORTS: dotted

// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/inputs/json.ts
var inputs_json = __nccwpck_require__(3051);
// EXTERNAL MODULE: ./src/inputs/source.ts + 1 modules
var source = __nccwpck_require__(2506);
// EXTERNAL MODULE: ./src/inputs/tree.ts
var tree = __nccwpck_require__(7465);
;// CONCATENATED MODULE: ./src/inputs/yaml.ts

/** Plain words of the YAML 1.2 core schema; `yes` and `no` are text there. */
const WORDS = new Map([
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
    BAD_DQ_ESCAPE: 'Use single quotes, or write \\\\ for a backslash.',
    BAD_SCALAR_START: 'Put quotes around a value that starts with this character.',
    MULTIPLE_DOCS: 'Keep one document in the file: remove everything from the second `---` on.'
};
/** Mistakes of which the package's message is always the same words; the other messages quote the text, which may be a secret. */
const FIXED = new Set([
    ...['ALIAS_PROPS', 'BAD_ALIAS', 'BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'BLOCK_IN_FLOW', 'MISSING_CHAR'],
    ...['MULTILINE_IMPLICIT_KEY', 'MULTIPLE_ANCHORS', 'MULTIPLE_TAGS', 'TAB_AS_INDENT']
]);
const SENTENCES = {
    BAD_DIRECTIVE: 'a line starts with %, and is no directive of YAML',
    BAD_DQ_ESCAPE: 'a text in double quotes holds a backslash that YAML does not know',
    BAD_SCALAR_START: 'a value starts with a reserved character',
    MULTIPLE_DOCS: 'the file holds more than one YAML document',
    TAG_RESOLVE_FAILED: 'a tag stands here that is not known',
    UNEXPECTED_TOKEN: 'something stands here that YAML does not expect'
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
            (0,tree/* tooDeep */.DI)(source, error.pos[0]);
        source.fail(error.pos[0], sentence(error.code, error.message), REMEDIES[error.code]);
    }
    const anchors = new Map();
    let entered = 0;
    const read = (written, at, depth) => {
        if (isAlias(written))
            return aliased(written, at);
        if (!isScalar(written) && !isMap(written) && !isSeq(written))
            return (0,tree/* scalar */.d_)(at, null);
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
        return source.fail(start, 'an alias stands here, and its anchor does not stand before it', 'Define the anchor above this line, or put quotes around a text that starts with *.');
    };
    const word = (written, at) => {
        const text = written.source ?? '';
        if (written.tag !== undefined && TEXT_TAGS.has(written.tag))
            return (0,tree/* scalar */.d_)(at, text);
        checkTag(written.tag, at);
        if (written.type !== 'PLAIN')
            return (0,tree/* scalar */.d_)(at, text);
        const known = WORDS.get(text);
        return known === undefined ? (0,tree/* yamlPlain */.Jn)(at, text) : (0,tree/* scalar */.d_)(at, known);
    };
    const sequence = (written, at, depth) => {
        (0,tree/* checkDepth */.kP)(source, at, depth);
        checkTag(written.tag, at);
        return (0,tree/* list */.p_)(source, at, written.items.map((item) => read(item, at, depth)));
    };
    const mapping = (written, at, depth) => {
        (0,tree/* checkDepth */.kP)(source, at, depth);
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
                (0,tree/* enter */.Ve)(source, own, text, start, node);
        }
        return (0,tree/* map */.Tj)(source, at, merged(own, inherited, at));
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
            (0,tree/* checkSize */.C1)(source, at, entered);
            for (const [name, member] of members)
                if (!all.has(name))
                    all.set(name, member);
        }
        return all;
    };
    const checkTag = (tag, at) => {
        if (tag === undefined || USUAL_TAGS.has(tag))
            return;
        source.fail(at, 'a tag stands here that is not known', 'Write the value itself, in quotes when it starts with !: no template engine reads this file before AWS does.');
    };
    return read(document.contents, 0, 0);
}
function sentence(code, message) {
    if (FIXED.has(code))
        return message.charAt(0).toLowerCase() + message.slice(1);
    return SENTENCES[code] ?? 'the text is not YAML from here on';
}

;// CONCATENATED MODULE: ./src/inputs/document.ts
// A file's text to a Document: JSON first, because it needs no package, then YAML.





async function readDocument(file) {
    const text = (0,source/* source */.s)(file.path, file.text, file);
    try {
        const { node: read, notes } = await readEither(text);
        const node = versionAsNumber(read);
        const value = (0,tree/* toJson */.aB)(node);
        if (!isObject(value))
            return { ok: false, problems: [notAnObject(text, node, value)] };
        const locate = (path) => text.spot((0,tree/* find */.I6)(node, path));
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
    const json = attempt(() => (0,inputs_json/* readJson */.V)(text));
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
    return /^\s*(?:[[{]|\/[/*])/.test(text.text) && !/\.ya?ml$/i.test(text.path);
}
/** A word as JSON writes it. YAML reads more: `tru`, nothing at all and a text over several lines, as other than was meant. */
const JSON_WORD = /(?:"(?:[^"\\\r\n]|\\.)*"|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?=\s*[,:\]}]))/y;
function writtenAsJson(text, root) {
    return (0,tree/* words */.aL)(root).every((at) => {
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
        return [key, { at, node: number === undefined ? node : (0,tree/* scalar */.d_)(node.at, number) }];
    });
    return { ...root, members: new Map(members) };
}
function textNotes(text, root) {
    const places = (0,tree/* scalars */.kw)(root)
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
    // Without the line: a file that is one text may hold nothing but a secret.
    const { line, column } = text.spot(node.at);
    return new problem/* Problem */.A('FILE_SYNTAX', {
        place: { kind: 'file', path: text.path, line, column },
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


/***/ }),

/***/ 2996:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ju: () => (/* binding */ accept),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   NR: () => (/* binding */ notOneOf),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Si: () => (/* binding */ every),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Vm: () => (/* binding */ word),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pC: () => (/* binding */ wholePercent),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony export list */
/* harmony import */ var _domain_near_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(228);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3503);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6096);
// One parser per kind of field: text in, value or everything that is wrong with it out.



function accept(value) {
    return { ok: true, value };
}
function refuse(...problems) {
    return { ok: false, problems };
}
const text = accept;
const boolean = (written) => {
    const word = written.toLowerCase();
    if (word === 'true' || word === 'false')
        return accept(word === 'true');
    return refuse({ expected: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .y)(['true', 'false']), remedy: 'Write `true` or `false`.' });
};
function word(words) {
    return (written) => {
        const lower = written.toLowerCase();
        const known = words.find((each) => each.toLowerCase() === lower);
        return known === undefined ? refuse(notOneOf(written, words)) : accept(known);
    };
}
/** Several words; `none` stands alone and means an empty list. */
function words(known) {
    const each = word(known);
    return (written) => {
        if (written.toLowerCase() === 'none')
            return accept([]);
        const parts = list(written.toLowerCase());
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
const UNITS = { h: 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .p, m: _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .p, s: _domain_units_js__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z };
const DURATION = /^(?:(\d{1,5})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s)?$/;
/** 90s, 5m, 1h, 1h30m */
const duration = (written) => {
    const found = DURATION.exec(written.toLowerCase());
    const parts = [UNITS.h, UNITS.m, UNITS.s].map((unit, index) => (unit ?? 0) * Number(found?.[index + 1] ?? 0));
    if (found !== null && written !== '')
        return accept(parts.reduce((sum, part) => sum + part, 0));
    const bare = /^\d+$/.test(written);
    return refuse({
        found: bare ? `the duration ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(written)} has no unit` : `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(written)} is not a duration`,
        expected: 'a duration like `90s`, `5m` or `1h30m`',
        remedy: bare ? `Write \`${written}m\` for minutes or \`${written}s\` for seconds.` : 'Write a duration like `5m`.'
    });
};
/** 50, 50% */
function wholePercent(least, most) {
    const expected = `a whole percentage from ${least} to ${most}`;
    const number = wholeNumber(least, most);
    return (written) => {
        const field = number(written.replace(/ ?%$/, ''));
        return field.ok ? field : refuse({ expected, remedy: `Write ${expected}.` });
    };
}
/** 10%, 0.1% */
const percent = (written) => {
    const found = /^(\d{1,3}(?:\.\d)?)\s?%$/.exec(written);
    const number = Number(found?.[1] ?? Number.NaN);
    if (number > 0 && number <= 100)
        return accept(number);
    return refuse({
        found: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(written)} is not a percentage`,
        expected: 'a percentage from 0.1% to 100% in steps of 0.1%, like `10%`',
        remedy: /^\d+(?:\.\d)?$/.test(written) ? `Write \`${written}%\`.` : 'Write a percentage like `10%` or `2.5%`.'
    });
};
/** Parts between commas and line breaks; none at all is what is left of a text whose expressions were empty. */
const list = (written) => {
    const parts = written
        .split(/[,\r\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    if (parts.length === 0) {
        return refuse({
            found: 'there is nothing between its commas',
            expected: 'at least one name',
            remedy: 'Write the names, or leave the input empty; if they come from a step, check the names of its outputs.'
        });
    }
    const twice = parts.filter((part, index) => parts.indexOf(part) !== index);
    if (twice.length === 0)
        return accept(parts);
    return refuse(...Array.from(new Set(twice), (part) => ({
        found: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(part)} is named twice`,
        expected: 'each name once',
        remedy: 'Remove one of the two.'
    })));
};
/** Lines with something on them, without the spaces around it. */
function lines(written) {
    return written
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** A list whose every part is read by `parser`. */
function listOf(parser) {
    return (written) => {
        const parts = list(written);
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
            problems.push(...field.problems.map((flaw) => ({ found: `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .S)(part)} cannot be used`, ...flaw })));
    }
    return problems.length === 0 ? accept(values) : { ok: false, problems };
}
/** Text of a known form. */
function matching(pattern, expected, remedy) {
    return (written) => pattern.test(written) ? accept(written) : refuse({ expected, remedy: remedy ?? `Write ${expected}.` });
}
function notOneOf(written, words) {
    const meant = (0,_domain_near_js__WEBPACK_IMPORTED_MODULE_2__/* .near */ .Z)(written, words);
    return {
        expected: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .y)(words),
        remedy: meant === undefined ? `Write ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .y)(words)}.` : `Write \`${meant}\`, if that is what was meant.`
    };
}


/***/ }),

/***/ 2691:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  bs: () => (/* binding */ lookalikes),
  sm: () => (/* binding */ readDefaultAppSpec),
  TA: () => (/* binding */ readFile),
  BQ: () => (/* binding */ readPlaces),
  Ed: () => (/* binding */ stands)
});

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
        return 'Give the path of a file here; the ARN of a revision goes into `task-definition-arn`.';
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
/** Whether anything stands at this path, wherever it leads. */
async function stands(path, places) {
    return present((0,external_node_path_.resolve)(places.workspace, path));
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


/***/ }),

/***/ 2468:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ inlineObject),
/* harmony export */   q: () => (/* binding */ inlineJson)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2996);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3051);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2506);
// JSON or YAML that is written into an input itself, and not into a file: places in it are lines of the input.





/** An object in JSON or YAML. */
async function inlineObject(name, text, { secret }) {
    const read = await (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .readDocument */ .u)({ path: name, text, secret });
    if (!read.ok)
        return { ok: false, problems: read.problems.map((problem) => inInput(name, problem)) };
    // No file: there is no line a reporter could point to.
    return { ok: true, value: { ...read.value, document: { ...read.value.document, locate: () => undefined } } };
}
function inInput(name, { place, found, expected, remedy }) {
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('INPUT_INVALID', {
        place: { kind: 'input', name },
        found: `in \`${name}\`, ${placed(place)}: ${found.replace(/^the file\b/, 'the text')}`,
        expected: expected ?? 'an object in JSON or YAML',
        remedy
    });
}
/** JSON whose text is never shown: it may hold secrets. */
function inlineJson(text, expected) {
    const from = (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .source */ .s)('', text, { secret: true });
    try {
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .accept */ .Ju)({ root: (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readJson */ .V)(from), lineOf: ({ at }) => from.spot(at).line });
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A))
            throw error;
        return (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)({
            found: `the text begins like JSON, and is no JSON at ${placed(error.place)}`,
            expected,
            remedy: 'Correct the JSON there: quotes, commas, and no key twice.'
        });
    }
}
function placed(place) {
    const { line = 1, column = 1 } = place?.kind === 'file' ? place : {};
    return `line ${line}, column ${column}`;
}


/***/ }),

/***/ 3051:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7465);

/** A mark, a string without raw control characters (C1 are allowed), or a bare word. */
const TOKEN = /[ \t\r\n]*(?:([\[\]\{\},:])|("[^"\\[\p{Cc}--[\x7f-\x9f]]]*(?:\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})[^"\\[\p{Cc}--[\x7f-\x9f]]]*)*")|([^\s\[\]\{\},:"]+))/vy;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
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
                return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(token.at, unescape(token.text));
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
            return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalar */ .d_)(token.at, word);
        if (NUMBER.test(token.text))
            return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonNumber */ .qj)(token.at, token.text);
        return unexpected(token, 'a value in JSON');
    };
    const object = (at, depth) => {
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDepth */ .kP)(source, at, depth);
        const members = new Map();
        for (let token = next(); !(is(token, '}') && members.size === 0); token = next()) {
            if (token.kind !== 'string')
                return unexpected(token, 'a key in double quotes');
            const colon = next();
            if (!is(colon, ':'))
                return unexpected(colon, 'a colon after the key');
            (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .enter */ .Ve)(source, members, unescape(token.text), token.at, value(next(), depth));
            const separator = next();
            if (is(separator, '}'))
                break;
            if (!is(separator, ','))
                return unexpected(separator, 'a comma or a closing brace');
        }
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .map */ .Tj)(source, at, members);
    };
    const array = (at, depth) => {
        (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .checkDepth */ .kP)(source, at, depth);
        const items = [];
        for (let token = next(); !(is(token, ']') && items.length === 0); token = next()) {
            items.push(value(token, depth));
            const separator = next();
            if (is(separator, ']'))
                break;
            if (!is(separator, ','))
                return unexpected(separator, 'a comma or a closing bracket');
        }
        return (0,_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(source, at, items);
    };
    const unexpected = (token, wanted) => {
        const remedy = isComment(token) ? 'Remove the comment: JSON has no comments.' : `Put ${wanted} here.`;
        return source.fail(token.at, `${told(token)} where ${wanted} should be`, remedy);
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
function unescape(string) {
    return String(JSON.parse(string));
}
function isComment(token) {
    return token.kind === 'bare' && /^\/[/*]/.test(token.text);
}
/** Only marks are quoted: what stands in the wrong place may be a secret that lost its quotes. */
function told(token) {
    switch (token.kind) {
        case 'end':
            return 'the file ends';
        case 'mark':
            return `${token.text} stands`;
        case 'string':
            return 'a text stands';
        case 'bare':
            if (isComment(token))
                return 'a comment stands';
            return /^[-+.]?\d/.test(token.text) ? 'a number stands' : 'a word stands';
    }
}


/***/ }),

/***/ 6458:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ readMode),
/* harmony export */   _C: () => (/* binding */ mayHeed),
/* harmony export */   c7: () => (/* binding */ heeds)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8630);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2996);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6096);



const MODES = ['deploy', 'promote', 'rollback', 'status'];
const USUAL = 'deploy';
/** Why an input of another mode has nothing to act on. */
const DOES = {
    deploy: 'deploy starts a deployment of its own',
    promote: 'promote continues what was deployed',
    rollback: 'rollback brings back a revision that was there before, as it is',
    status: 'status only looks at what is there'
};
const ANY = MODES;
/** A deployment is started: by a roll-back as well, when none is under way that AWS could roll back. */
const STARTING = ['deploy', 'rollback'];
const WRITING = ['deploy', 'promote', 'rollback'];
const FINDING = ['promote', 'rollback', 'status'];
const DEPLOY = ['deploy'];
const PROMOTE = ['promote'];
const HEEDED_IN = {
    mode: ANY,
    'task-definition': DEPLOY,
    'task-definition-arn': STARTING,
    'task-definition-family': STARTING,
    'task-definition-revision': STARTING,
    images: DEPLOY,
    'container-name': DEPLOY,
    image: DEPLOY,
    'environment-variables': DEPLOY,
    'env-files': DEPLOY,
    secrets: DEPLOY,
    'env-update-strategy': DEPLOY,
    'docker-labels': DEPLOY,
    command: DEPLOY,
    'log-configuration-log-driver': DEPLOY,
    'log-configuration-options': DEPLOY,
    'task-role-arn': DEPLOY,
    'execution-role-arn': DEPLOY,
    cpu: DEPLOY,
    memory: DEPLOY,
    'task-definition-patch': DEPLOY,
    'unknown-properties': DEPLOY,
    'strip-empty-values': DEPLOY,
    'keep-null-value-keys': DEPLOY,
    'keep-revisions': DEPLOY,
    service: ANY,
    cluster: ANY,
    'desired-count': DEPLOY,
    'force-new-deployment': DEPLOY,
    'enable-ecs-managed-tags': DEPLOY,
    'propagate-tags': DEPLOY,
    'service-managed-ebs-volume-name': DEPLOY,
    'service-managed-ebs-volume': DEPLOY,
    strategy: STARTING,
    'codedeploy-appspec': STARTING,
    'codedeploy-application': ANY,
    'codedeploy-deployment-group': ANY,
    'codedeploy-deployment-config': STARTING,
    'codedeploy-deployment-description': STARTING,
    'codedeploy-hooks': STARTING,
    'minimum-healthy-percent': STARTING,
    'maximum-percent': STARTING,
    alarms: STARTING,
    'allow-active-alarms': STARTING,
    'rollback-on': STARTING,
    'pause-at': DEPLOY,
    'pause-minutes': DEPLOY,
    'pause-timeout-action': DEPLOY,
    'deployment-id': FINDING,
    'hook-id': PROMOTE,
    'wait-until': ANY,
    'wait-for-service-stability': ANY,
    'wait-for-minutes': ANY,
    'wait-max-delay-seconds': ANY,
    'on-timeout': WRITING,
    'on-cancel': WRITING,
    'on-active-deployment': DEPLOY,
    'run-task': DEPLOY,
    'run-task-container-overrides': DEPLOY,
    'run-task-security-groups': DEPLOY,
    'run-task-subnets': DEPLOY,
    'run-task-assign-public-IP': DEPLOY,
    'run-task-capacity-provider-strategy': DEPLOY,
    'run-task-launch-type': DEPLOY,
    'run-task-started-by': DEPLOY,
    'run-task-tags': DEPLOY,
    'run-task-managed-ebs-volume-name': DEPLOY,
    'run-task-managed-ebs-volume': DEPLOY,
    'wait-for-task-stopped': DEPLOY,
    comment: ANY,
    'github-token': ANY,
    'role-to-assume': ANY,
    'role-session-name': ANY,
    audience: ANY,
    'allowed-account-ids': ANY,
    'allow-forks': ANY,
    'aws-region': ANY,
    'max-retries': ANY
};
function readMode(given) {
    const written = given.read('mode', (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .word */ .Vm)(MODES));
    // The word is wrong, which was reported: what was meant to be heeded cannot be told.
    if (written === undefined && given.has('mode'))
        return { mode: USUAL, asked: given };
    const mode = written ?? USUAL;
    for (const name of _catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_NAMES */ .Qh) {
        if (_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .CATALOG */ .W8[name].built && !heeds(mode, name) && given.sets(name))
            refuse(given, mode, name);
    }
    if (mode !== 'deploy' && !given.has('service')) {
        given.missing('service', {
            found: `\`mode: ${mode}\` is for a deployment of a service, and \`service\` is not given`,
            expected: 'the name or the ARN of the service',
            remedy: 'Give `service`; if it comes from a step or a variable, check that it is not empty.'
        });
    }
    return {
        mode,
        asked: {
            ...given,
            has: (name) => heeds(mode, name) && given.has(name),
            sets: (name) => heeds(mode, name) && given.sets(name),
            read: (name, parser) => (heeds(mode, name) ? given.read(name, parser) : undefined)
        }
    };
}
/** Whether `mode`, as it is written, can heed this input; a word nobody knows decides nothing. */
function mayHeed(written, name) {
    const lower = written?.toLowerCase() ?? USUAL;
    const mode = MODES.find((known) => known === lower);
    return mode === undefined || heeds(mode, name);
}
function heeds(mode, name) {
    return HEEDED_IN[name].includes(mode);
}
function refuse(given, mode, name) {
    const others = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .y)(HEEDED_IN[name].map((other) => `mode: ${other}`));
    given.conflict(name, `\`${name}\` is for ${others}; ${DOES[mode]}`, mode === 'deploy' ? `Remove \`${name}\`, or write ${others}.` : `Remove \`${name}\`.`);
}


/***/ }),

/***/ 864:
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
var words = __nccwpck_require__(6096);
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
    const sets = (name) => {
        const text = values.get(name);
        return text !== undefined && !meansNotGiven(catalog/* CATALOG */.W8[name], text);
    };
    const isIdle = (name) => {
        const entry = catalog/* CATALOG */.W8[name];
        return !entry.built && entry.of !== undefined && !sets(entry.of);
    };
    for (const name of catalog/* INPUT_NAMES */.Qh) {
        const text = values.get(name);
        if (text !== undefined && !isIdle(name))
            report(...refusals(name, text));
    }
    return {
        has: (name) => values.has(name),
        sets,
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
    return loses === undefined ? [] : [notBuilt(name, `\`${name}\` is ${(0,words/* shown */.S)(text)}`, loses, entry)];
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
    const entry = catalog/* CATALOG */.W8[name];
    const whole = entry.built && entry.secret ? `\`${name}\` cannot be used` : `\`${name}\` is ${(0,words/* shown */.S)(text)}`;
    return new problem/* Problem */.A('INPUT_INVALID', {
        place: { kind: 'input', name },
        found: flaw.found === undefined ? whole : `in \`${name}\`, ${flaw.found}`,
        expected: flaw.expected,
        ...(flaw.remedy !== undefined && { remedy: flaw.remedy })
    });
}

// EXTERNAL MODULE: ./src/inputs/fields.ts
var fields = __nccwpck_require__(2996);
;// CONCATENATED MODULE: ./src/inputs/base.ts

const ARN = /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):task-definition\/([A-Za-z0-9_-]{1,255})(?::([1-9]\d{0,8}))?$/;
const FAMILY = /^([A-Za-z0-9_-]{1,255})(?::([1-9]\d{0,8}))?$/;
const byArn = (written) => {
    const [found, region = '', account = '', family = '', revision] = ARN.exec(written) ?? [];
    if (found !== undefined)
        return (0,fields/* accept */.Ju)({ written, family, revision: numberOf(revision), arn: { region, account } });
    return (0,fields/* refuse */.TR)({
        expected: 'the ARN of a task definition, like `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7`',
        remedy: FAMILY.test(written)
            ? 'Write the ARN here, or this name in `task-definition-family`.'
            : 'Write the ARN of a task definition, with or without a revision behind it.'
    });
};
const byFamily = (written) => {
    const [found, family = '', revision] = FAMILY.exec(written) ?? [];
    if (found !== undefined)
        return (0,fields/* accept */.Ju)({ written, family, revision: numberOf(revision) });
    return (0,fields/* refuse */.TR)({
        expected: 'a family of up to 255 letters, digits, - and _, or `family:revision`',
        remedy: written.startsWith('arn:') ? 'Write the ARN in `task-definition-arn`.' : 'Write the name of the family.'
    });
};
function numberOf(revision) {
    return revision === undefined ? undefined : Number(revision);
}
/** The revision to start from, where one is named. Names that contradict each other are reported. */
function readRevision(asked) {
    const arn = asked.read('task-definition-arn', byArn);
    const family = asked.read('task-definition-family', byFamily);
    const revision = asked.read('task-definition-revision', (0,fields/* wholeNumber */.rD)(1, 999_999_999));
    checkRevision(asked, arn, family, revision);
    const inFamily = family && { ...family, revision: family.revision ?? revision };
    if (arn && inFamily && (arn.family !== inFamily.family || arn.revision !== inFamily.revision)) {
        clash(asked, 'task-definition-arn', 'task-definition-family', 'name two revisions');
    }
    for (const name of ['task-definition-arn', 'task-definition-family']) {
        if (asked.has('task-definition') && asked.has(name)) {
            clash(asked, 'task-definition', name, 'both say what to start from');
        }
    }
    if (arn)
        return { name: arn.written, input: 'task-definition-arn', arn: arn.arn };
    if (inFamily === undefined)
        return undefined;
    const suffix = inFamily.revision === undefined ? '' : `:${inFamily.revision}`;
    return { name: `${inFamily.family}${suffix}`, input: 'task-definition-family', arn: undefined };
}
/** A revision belongs to a family. Beside a name that already has a revision it has to be the same one. */
function checkRevision(asked, arn, family, revision) {
    const input = 'task-definition-revision';
    if (asked.has('task-definition-family')) {
        if (revision !== undefined && family?.revision !== undefined && family.revision !== revision) {
            clash(asked, input, 'task-definition-family', 'name two revisions');
        }
        return;
    }
    if (!asked.has('task-definition-arn')) {
        if (!asked.has(input))
            return;
        asked.missing('task-definition-family', {
            found: `\`${input}\` is given without \`task-definition-family\``,
            expected: 'the family of the revision',
            remedy: 'Give `task-definition-family` as well.'
        });
        return;
    }
    if (arn && revision !== undefined && arn.revision !== revision) {
        clash(asked, input, 'task-definition-arn', 'name two revisions');
    }
}
function clash(asked, one, other, says) {
    asked.conflict(one, `\`${one}\` and \`${other}\` ${says}`, 'Remove one of the two.');
}
/** Undefined when there is none, or when it cannot be used, which was reported. */
function readBase(asked, mode, file, revision) {
    if (asked.has('task-definition'))
        return file && { kind: 'file', document: file.document };
    if (revision)
        return { kind: 'revision', name: revision.name, input: revision.input };
    if (asked.has('task-definition-arn') || asked.has('task-definition-family'))
        return undefined;
    // A mode that continues, brings back or looks makes no definition, and needs none named.
    if (mode !== 'deploy' || asked.has('service'))
        return { kind: 'running' };
    if (!asked.has('task-definition-revision')) {
        asked.missing('task-definition', {
            found: 'neither `task-definition` nor `task-definition-arn`, `task-definition-family` or `service` is given: there is nothing to start from',
            expected: 'the path of a JSON or YAML file, or a revision',
            remedy: 'Give the path of the file; if it comes from a step, check the step’s `id` and the name of its output.'
        });
    }
    return undefined;
}
/** An output of a step that is empty by mistake looks the same. */
function baseNotes(base, mode) {
    if (base.kind !== 'running' || mode !== 'deploy')
        return [];
    return [
        {
            level: 'notice',
            says: 'No task definition is given, so this deployment starts from the revision the service runs now.'
        }
    ];
}

;// CONCATENATED MODULE: ./src/inputs/deployment-id.ts

/** Nine of these, as seen; AWS promises no length. */
const OF_CODEDEPLOY = /^d-[A-Z0-9]{1,30}$/;
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html */
const deployment_id_ARN = /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):service-deployment\/([A-Za-z0-9_-]{1,255})\/([A-Za-z0-9_-]{1,255})\/[A-Za-z0-9_-]{1,64}$/;
const deploymentId = (written) => {
    if (OF_CODEDEPLOY.test(written))
        return (0,fields/* accept */.Ju)({ written, arn: undefined });
    const [found, region = '', account = '', cluster = '', service = ''] = deployment_id_ARN.exec(written) ?? [];
    if (found !== undefined)
        return (0,fields/* accept */.Ju)({ written, arn: { region, account, cluster, service } });
    return (0,fields/* refuse */.TR)({
        expected: 'the id of a CodeDeploy deployment, like `d-1A2B3C4D5`, or the ARN of a service deployment, `arn:aws:ecs:<region>:<account>:service-deployment/<cluster>/<service>/<id>`',
        remedy: correction(written)
    });
};
function correction(written) {
    if (OF_CODEDEPLOY.test(`d-${written.slice(2).toUpperCase()}`) && /^d-/i.test(written)) {
        return `Write \`d-${written.slice(2).toUpperCase()}\`.`;
    }
    if (written.startsWith('ecs-svc/')) {
        return 'Write the ARN of the service deployment, or remove `deployment-id`: the deployment that is under way is meant then.';
    }
    if (HOOK_ID.test(written))
        return 'Write the id of a gate in `hook-id`.';
    return 'Write the output `deployment-id` of the step that started the deployment, or remove `deployment-id`: the deployment that is under way is meant then.';
}
/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/continue-service-deployment.html */
const HOOK_ID = /^ecs-[A-Za-z0-9]{1,32}-[A-Za-z0-9_-]{1,255}$/;
const hookId = (0,fields/* matching */.wC)(HOOK_ID, 'the id of a gate, `ecs-<type>-<id>`', 'Write the output `hook-id` of the step that ended at the gate, or remove `hook-id`: the gate that waits is meant then.');
function readDeployment(asked) {
    const deployment = asked.read('deployment-id', deploymentId);
    const hook = asked.read('hook-id', hookId);
    if (hook !== undefined && deployment !== undefined && deployment.arn === undefined) {
        asked.conflict('hook-id', '`deployment-id` is a deployment of CodeDeploy, which has one gate without an id, and `hook-id` names a gate of ECS', 'Remove `hook-id`, or write the ARN of a service deployment in `deployment-id`.');
    }
    return { deploymentId: deployment?.written, hookId: hook, arn: deployment?.arn };
}

// EXTERNAL MODULE: ./src/inputs/document.ts + 1 modules
var inputs_document = __nccwpck_require__(8395);
// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
// EXTERNAL MODULE: ./src/inputs/inline.ts
var inline = __nccwpck_require__(2468);
;// CONCATENATED MODULE: ./src/inputs/ebs-volume.ts
// The volume ECS creates for each task: a name the task definition uses, and its settings.





const NAME = 'service-managed-ebs-volume-name';
const SETTINGS = 'service-managed-ebs-volume';
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html */
const KNOWN = [
    'encrypted',
    'kmsKeyId',
    'volumeType',
    'sizeInGiB',
    'snapshotId',
    'volumeInitializationRate',
    'iops',
    'throughput',
    'tagSpecifications',
    'roleArn',
    'filesystemType'
];
async function readEbsVolume(asked) {
    const name = asked.read(NAME, (0,fields/* matching */.wC)(/^[A-Za-z0-9_-]{1,255}$/, 'a volume name of up to 255 letters, digits, - and _'));
    const [named, set] = [asked.has(NAME), asked.sets(SETTINGS)];
    if (named && !set) {
        asked.missing(SETTINGS, {
            found: `\`${NAME}\` is given and \`${SETTINGS}\` is empty`,
            expected: 'both or neither',
            remedy: `Give \`${SETTINGS}\` the settings of the volume, like {"sizeInGiB": 20, "roleArn": "…"}.`
        });
    }
    if (set && !named) {
        asked.missing(NAME, {
            found: `\`${SETTINGS}\` is given and \`${NAME}\` is empty`,
            expected: 'both or neither',
            remedy: `Give \`${NAME}\` the name the volume has in the task definition.`
        });
    }
    const settings = set ? await readSettings(asked) : undefined;
    return name === undefined || settings === undefined ? undefined : { name, settings };
}
async function readSettings(asked) {
    const written = asked.read(SETTINGS, fields/* text */.Qq);
    if (written === undefined)
        return undefined;
    const read = await (0,inline/* inlineObject */.X)(SETTINGS, written, { secret: false });
    const problems = read.ok ? flaws(read.value.document.value) : read.problems;
    asked.report(...problems);
    return read.ok ? read.value.document.value : undefined;
}
function flaws(settings) {
    const { roleArn, throughput, volumeType, sizeInGiB, snapshotId } = settings;
    const slips = Object.keys(settings).flatMap((key) => {
        const meant = KNOWN.includes(key) ? undefined : (0,near/* near */.Z)(key, KNOWN);
        return meant === undefined ? [] : [flaw(`${(0,words/* shown */.S)(key)} is no setting AWS knows`, `Write \`${meant}\`.`)];
    });
    return [
        ...slips,
        ...(typeof roleArn === 'string' && roleArn.startsWith('arn:')
            ? []
            : [flaw('there is no ARN as `roleArn`', 'Give `roleArn` the ARN of the role ECS manages the volume with.')]),
        ...(throughput === undefined || volumeType === 'gp3'
            ? []
            : [flaw('`throughput` is set for a volume that is not `gp3`', 'Remove `throughput`, or set `volumeType: gp3`.')]),
        ...(sizeInGiB === undefined && snapshotId === undefined
            ? [flaw('neither `sizeInGiB` nor `snapshotId` is set', 'Give the size of the volume, or its snapshot.')]
            : [])
    ];
}
function flaw(found, remedy) {
    return new problem/* Problem */.A('INPUT_INVALID', {
        place: { kind: 'input', name: SETTINGS },
        found: `in \`${SETTINGS}\`, ${found}`,
        expected: 'the settings of a volume as AWS documents them, with `roleArn` and a size or a snapshot',
        remedy
    });
}

;// CONCATENATED MODULE: ./src/inputs/pairs.ts
// Names with values: environment variables, secrets, labels, log options. Values are kept to the last space and never shown.



/** Lines `NAME=value`, or the same as a JSON object, or as a JSON list of objects in the form AWS has. */
function pairs(member) {
    const expected = `lines like \`NAME=${member}\`, a JSON object, or a JSON list of {"name", "${member}"}`;
    return (written) => {
        const json = /^\s*[[{]/.test(written) ? (0,inline/* inlineJson */.q)(written, expected) : undefined;
        if (json?.ok === false)
            return json;
        const entries = json ? entriesOf(json.value, member, expected) : linesOf(written, expected);
        return gathered(member === 'value' ? entries : entries.map((entry) => filled(entry, expected)));
    };
}
/** All pairs, or everything that is wrong with any of them. */
function gathered(entries) {
    const first = new Map();
    const flaws = [];
    for (const entry of entries) {
        if (!entry.ok) {
            flaws.push(entry.flaw);
            continue;
        }
        const { name, line } = entry.value;
        const earlier = first.get(name);
        if (earlier === undefined)
            first.set(name, entry.value);
        else
            flaws.push(twice(name, earlier.line, line));
    }
    return flaws.length === 0
        ? (0,fields/* accept */.Ju)(Array.from(first.values(), ({ name, value }) => ({ name, value })))
        : { ok: false, problems: flaws };
}
function filled(entry, expected) {
    if (!entry.ok || entry.value.value !== '')
        return entry;
    const { name, line } = entry.value;
    const remedy = 'Give the ARN or the name of the secret; if it comes from a step, check the name of its output.';
    return { ok: false, flaw: { found: `${(0,words/* shown */.S)(name)} on line ${line} has no value`, expected, remedy } };
}
function twice(name, first, line) {
    return {
        found: `line ${line} gives ${(0,words/* shown */.S)(name)} again, first given on line ${first}`,
        expected: 'each name once',
        remedy: 'Remove one of the two.'
    };
}
function linesOf(written, expected) {
    return written.split(/\r?\n/).flatMap((line, index) => {
        return line.trim() === '' ? [] : [lineOf(line.trimStart(), index + 1, expected)];
    });
}
function lineOf(text, line, expected) {
    const flaw = (says, remedy) => ({
        ok: false,
        flaw: { found: `line ${line} ${says}`, expected, remedy }
    });
    if (text.startsWith('#')) {
        return flaw('begins with #', 'Remove the line: there are no comments in this input. In YAML, put them above it.');
    }
    const split = text.indexOf('=');
    if (split === -1) {
        return flaw('has no =', 'Write NAME=value on one line; give a value of several lines as JSON, with \\n.');
    }
    const name = text.slice(0, split);
    if (name === '')
        return flaw('has no name before its =', 'Write the name before the =.');
    if (name.trimEnd() !== name)
        return flaw('has a space before its =', 'Remove the spaces around the =.');
    if (/^export\s/.test(name))
        return flaw('begins with export', 'Remove `export`: no shell reads these lines.');
    if (!isName(name))
        return flaw('has a space in the name before its =', 'Write a name without spaces before the =.');
    return { ok: true, value: { name, value: text.slice(split + 1), line } };
}
function isName(name) {
    return /^[^\s=\p{Cc}]+$/u.test(name);
}
function entriesOf(json, member, expected) {
    const { root, lineOf } = json;
    switch (root.kind) {
        case 'scalar':
            return [];
        case 'map':
            return Array.from(root.members, ([name, { node }]) => entry(name, node, lineOf(node), expected));
        case 'list':
            return root.items.map((item) => {
                const line = lineOf(item);
                const others = item.kind === 'map' ? Array.from(item.members.keys()) : [];
                const extra = others.filter((key) => key !== 'name' && key !== member);
                const name = item.kind === 'map' ? textOf(item.members.get('name')?.node) : undefined;
                const value = item.kind === 'map' ? item.members.get(member)?.node : undefined;
                if (name !== undefined && extra.length === 0)
                    return entry(name, value, line, expected);
                const found = extra.length === 0
                    ? `the entry on line ${line} has no "name"`
                    : `the entry on line ${line} has ${extra.map(words/* shown */.S).join(', ')}`;
                return { ok: false, flaw: { found, expected, remedy: `Write "name" and "${member}", and nothing else.` } };
            });
    }
}
function entry(name, node, line, expected) {
    const value = textOf(node);
    if (value !== undefined && isName(name))
        return { ok: true, value: { name, value, line } };
    const flaw = isName(name)
        ? { found: `${(0,words/* shown */.S)(name)} on line ${line} has no text as its value`, remedy: 'Write the value as a JSON string.' }
        : { found: `the name on line ${line} is empty or holds a space or =`, remedy: 'Write a name without spaces.' };
    return { ok: false, flaw: { ...flaw, expected } };
}
/** A text, or the number or word that was written in its place. */
function textOf(node) {
    return node?.kind === 'scalar' && node.value !== null ? (node.written ?? String(node.value)) : undefined;
}

;// CONCATENATED MODULE: ./src/inputs/command.ts
// A command as people write it in a shell: words, quotes and backslashes, and nothing else of a shell. Or a JSON list of its words.



const EXPECTED = 'words as in a shell, or a JSON list of texts';
/** A space, a quoted part, an escaped mark, plain text, or what opens and never closes. */
const PART = /([ \t\r\n]+)|'([^']*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|\\(\r\n|.)|([^ \t\r\n'"\\]+)|(.)/gsu;
/** What a backslash stands before in double quotes: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_03 */
const ESCAPED = /\\(?:(["$`\\])|\r?\n)/g;
const command = (written) => written.startsWith('[') ? listed(written) : split(written);
function split(written) {
    const words = [];
    let word;
    for (const part of written.matchAll(PART)) {
        const [, space, single, double, escaped, plain, open] = part;
        if (open !== undefined)
            return unclosed(open, part.index);
        const more = single ?? double?.replace(ESCAPED, '$1') ?? plain ?? (escaped === undefined ? undefined : freed(escaped));
        if (more !== undefined)
            word = (word ?? '') + more;
        if (space === undefined || word === undefined)
            continue;
        words.push(word);
        word = undefined;
    }
    return (0,fields/* accept */.Ju)(word === undefined ? words : [...words, word]);
}
/** Outside quotes. A shell would drop the backslash before a letter, and with it the path `C:\app`: here it stays. */
function freed(escaped) {
    if (/^\r?\n$/.test(escaped))
        return undefined;
    return /^\w$/.test(escaped) ? `\\${escaped}` : escaped;
}
function unclosed(open, index) {
    const [says, remedy] = open === '\\'
        ? ['ends in a backslash', 'Remove the backslash, or put quotes around it.']
        : [`has a quote ${open} that is not closed`, `Close the quote, or write \\${open} for the mark itself.`];
    return (0,fields/* refuse */.TR)({ found: `the command ${says} (character ${index + 1})`, expected: EXPECTED, remedy });
}
function listed(written) {
    const json = (0,inline/* inlineJson */.q)(written, EXPECTED);
    if (!json.ok)
        return json;
    const { root, lineOf } = json.value;
    const items = root.kind === 'list' ? root.items : [];
    const bad = items.find((item) => textOf(item) === undefined);
    if (bad === undefined)
        return (0,fields/* accept */.Ju)(items.flatMap((item) => textOf(item) ?? []));
    return (0,fields/* refuse */.TR)({
        found: `the list has something on line ${lineOf(bad)} that is no text`,
        expected: EXPECTED,
        remedy: 'Write every word as a JSON string.'
    });
}

;// CONCATENATED MODULE: ./src/inputs/names.ts
// The forms of the names users write: images, containers, accounts, clusters, services, CodeDeploy's own.


const STEP_OUTPUT = 'Check the step this part comes from: its `id`, the name of its output, and that it ran before this step.';
/** Applications, groups and configurations of CodeDeploy: 1 to 100 of these characters. */
const codeDeployName = (0,fields/* matching */.wC)(/^[A-Za-z0-9._+=,@-]{1,100}$/, 'a name of 1 to 100 letters, digits and . _ + = , @ -');
const containerName = (0,fields/* matching */.wC)(/^[A-Za-z0-9_-]{1,255}$/, 'a container name of up to 255 letters, digits, - and _');
const accountId = (written) => {
    if (/^\d{12}$/.test(written))
        return (0,fields/* accept */.Ju)(written);
    const short = /^\d{9,11}$/.test(written);
    return (0,fields/* refuse */.TR)({
        found: `${(0,words/* shown */.S)(written)} is not an account id`,
        expected: '12 digits',
        remedy: short ? 'Put quotes around the id in the workflow: YAML drops leading zeros.' : 'Write the 12 digits.'
    });
};
const region = (0,fields/* matching */.wC)(/^[a-z]{2,5}(?:-[a-z]+){1,3}-\d{1,2}$/, 'the code of an AWS region, like `eu-west-1`');
/** CloudWatch allows 1 to 255 characters, control characters excepted. */
const alarmName = (written) => {
    const fromArn = /^arn:[a-z-]+:cloudwatch:[^:]*:\d*:alarm:(.+)$/.exec(written)?.[1];
    if (fromArn !== undefined) {
        return (0,fields/* refuse */.TR)({
            found: `${(0,words/* shown */.S)(written)} is an ARN`,
            expected: 'the name of the alarm',
            remedy: `Write \`${fromArn}\`.`
        });
    }
    if (/\p{Cc}/u.test(written)) {
        return (0,fields/* refuse */.TR)({
            found: `${(0,words/* shown */.S)(written)} holds a control character`,
            expected: 'a name as CloudWatch shows it',
            remedy: 'Write the name without it; if it comes from a step, check its output.'
        });
    }
    if (written.length <= 255)
        return (0,fields/* accept */.Ju)(written);
    return (0,fields/* refuse */.TR)({
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
        return (0,fields/* accept */.Ju)(written);
    const [, says, remedy] = slip;
    return (0,fields/* refuse */.TR)({
        found: `the image ${(0,words/* shown */.S)(written)} ${says}`,
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
        return (0,fields/* refuse */.TR)({
            found: `the line ${(0,words/* shown */.S)(line)} has no =`,
            expected: 'lines like `web=registry/repository:tag`',
            remedy: 'Write the name of the container, then =, then its image.'
        });
    }
    const container = containerName(line.slice(0, split).trim());
    const written = line.slice(split + 1).trim();
    const of = written === ''
        ? (0,fields/* refuse */.TR)({ found: `the line ${(0,words/* shown */.S)(line)} has no image after the =`, expected: 'an image', remedy: STEP_OUTPUT })
        : names_image(written);
    if (container.ok && of.ok)
        return (0,fields/* accept */.Ju)({ container: container.value, image: of.value });
    return (0,fields/* refuse */.TR)(...(container.ok
        ? []
        : container.problems.map((flaw) => ({
            ...flaw,
            found: `the line ${(0,words/* shown */.S)(line)} does not begin with a container name`
        }))), ...(of.ok ? [] : of.problems));
};
const names_NAME = /^[A-Za-z0-9_-]{1,255}$/;
const names_ARN = /^arn:[a-z-]+:ecs:([a-z0-9-]+):(\d{12}):(cluster|service)\/(?:([A-Za-z0-9_-]{1,255})\/)?([A-Za-z0-9_-]{1,255})$/;
function named(kind) {
    return (written) => {
        if (names_NAME.test(written))
            return (0,fields/* accept */.Ju)({ name: written, arn: undefined });
        const [, region = '', account = '', found, cluster, name = ''] = names_ARN.exec(written) ?? [];
        if (found === kind && (kind === 'service' || cluster === undefined)) {
            return (0,fields/* accept */.Ju)({ name, arn: { region, account, cluster } });
        }
        const expected = `the name or the ARN of a ${kind}`;
        if (found !== undefined) {
            return (0,fields/* refuse */.TR)({ found: `it is ${(0,words/* shown */.S)(written)}, an ARN of a ${found}`, expected, remedy: `Write ${expected}.` });
        }
        return (0,fields/* refuse */.TR)({
            expected: `${expected}: up to 255 letters, digits, - and _`,
            remedy: written.includes('/') ? `Write the part behind the last / only, or the whole ARN.` : `Write ${expected}.`
        });
    };
}

;// CONCATENATED MODULE: ./src/inputs/images.ts



const imageLines = (written) => (0,fields/* every */.Si)((0,fields/* lines */.Mn)(written), containerImage);
/** `containers`: what `container-name` lists; `edited`: another input changes them, too. */
function readImages(asked, containers, edited) {
    const fromLines = asked.read('images', imageLines) ?? [];
    const one = asked.read('image', names_image);
    checkPair(asked, edited);
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
            asked.conflict('images', `the container \`${edit.container}\` gets ${(0,words/* shown */.S)(earlier.image)} from \`${earlier.input}\` and ${(0,words/* shown */.S)(edit.image)} from \`${edit.input}\``, 'Name the container once.');
        }
    }
    return [...first.values()];
}
function checkPair(asked, edited) {
    const [container, image] = [asked.has('container-name'), asked.has('image')];
    if (container && !image && !edited) {
        asked.missing('image', {
            found: '`container-name` is given, and `image` and everything else that changes a container is empty',
            expected: 'an image, or another input that changes the container',
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
        says: `The image ${(0,words/* shown */.S)(edit.image)} has upper-case letters in its repository; container runtimes refuse to pull such a name.`,
        remedy: 'Write the repository in lower case.'
    }));
}

// EXTERNAL MODULE: ./src/inputs/patch.ts
var inputs_patch = __nccwpck_require__(3623);
;// CONCATENATED MODULE: ./src/inputs/task-fields.ts
// The forms of what a task definition says of the task: its size, its roles, and its environment files in S3.


/** AWS takes both forms and turns them into units: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const cpuSize = sizeIn('vCPU', 'CPU units, like `512`, or vCPUs, like `.5 vCPU`');
const memorySize = sizeIn('GB', 'MiB, like `1024`, or gigabytes, like `1 GB`');
function sizeIn(unit, expected) {
    const inUnit = new RegExp(`^(?:\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9}) ?${unit}$`, 'i');
    return (written) => {
        const form = /^\d{1,9}$/.test(written) || inUnit.test(written);
        if (form && Number.parseFloat(written) > 0)
            return (0,fields/* accept */.Ju)(written);
        const bare = /^\d*\.\d+$/.test(written);
        return (0,fields/* refuse */.TR)({ expected, remedy: bare ? `Write \`${written} ${unit}\`.` : `Write ${expected}.` });
    };
}
/** AWS takes a short name as well: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html has both roles as names. */
const roleName = (written) => {
    if (/^arn:[a-z-]+:iam::\d{12}:role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(written))
        return (0,fields/* accept */.Ju)(written);
    if (/^[\w+=,.@-]{1,64}$/.test(written))
        return (0,fields/* accept */.Ju)(written);
    const [, account] = /^arn:[a-z-]+:iam::(\d*):role\//.exec(written) ?? [];
    return (0,fields/* refuse */.TR)({
        expected: 'the ARN of an IAM role, like `arn:aws:iam::123456789012:role/web`, or its name',
        remedy: account !== undefined && account.length !== 12
            ? 'Check the account in the ARN: it has 12 digits, and YAML drops leading zeros without quotes.'
            : 'Write the ARN of the role.'
    });
};
const FILE = (0,fields/* matching */.wC)(/^arn:[a-z-]+:s3:::[A-Za-z0-9._-]{3,255}\/.+$/, 'the ARN of a file in S3');
/** One ARN in each line. */
const environmentFiles = (written) => {
    const files = (0,fields/* every */.Si)((0,fields/* lines */.Mn)(written), (line) => {
        const [, path] = /^s3:\/\/(.+)$/.exec(line) ?? [];
        if (path === undefined)
            return FILE(line);
        return (0,fields/* refuse */.TR)({ expected: 'the ARN of a file in S3', remedy: `Write \`arn:aws:s3:::${path}\`.` });
    });
    if (!files.ok)
        return files;
    const twice = files.value.find((file, index) => files.value.indexOf(file) !== index);
    if (twice === undefined)
        return files;
    return (0,fields/* refuse */.TR)({
        found: `${(0,words/* shown */.S)(twice)} is there twice`,
        expected: 'each file once',
        remedy: 'Remove one of the two.'
    });
};

;// CONCATENATED MODULE: ./src/inputs/edits.ts








/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const LOG_DRIVERS = [
    'json-file',
    'syslog',
    'journald',
    'logentries',
    'gelf',
    'fluentd',
    'awslogs',
    'splunk',
    'awsfirelens'
];
/** What changes the containers in `container-name`, beside `image`. */
const OF_A_CONTAINER = [
    'environment-variables',
    'env-files',
    'secrets',
    'docker-labels',
    'log-configuration-log-driver',
    'log-configuration-options',
    'command'
];
/** What `env-update-strategy` is for. */
const REPLACED = ['environment-variables', 'secrets', 'docker-labels'];
async function readEdits(asked, rawPatch) {
    const { read } = asked;
    const containers = read('container-name', (0,fields/* listOf */.c3)(containerName)) ?? [];
    const edited = OF_A_CONTAINER.some((name) => asked.has(name));
    const images = readImages(asked, containers, edited);
    const environment = read('environment-variables', pairs('value'));
    const secrets = read('secrets', pairs('valueFrom'));
    const dockerLabels = read('docker-labels', pairs('value'));
    const logOptions = read('log-configuration-options', pairs('value')) ?? [];
    const updateStrategy = read('env-update-strategy', (0,fields/* word */.Vm)(['merge', 'replace'])) ?? 'merge';
    const patch = await (0,inputs_patch/* readPatch */.H)(asked, rawPatch);
    if (updateStrategy === 'replace') {
        checkReplacement(asked, { 'environment-variables': environment, secrets, 'docker-labels': dockerLabels });
    }
    checkNames(asked, environment ?? [], secrets ?? []);
    return {
        edits: {
            images,
            containers,
            environment: environment ?? [],
            environmentFiles: read('env-files', environmentFiles),
            secrets: secrets ?? [],
            dockerLabels: dockerLabels ?? [],
            updateStrategy,
            command: read('command', command),
            logDriver: read('log-configuration-log-driver', (0,fields/* word */.Vm)(LOG_DRIVERS)),
            logOptions,
            taskRoleArn: read('task-role-arn', roleName),
            executionRoleArn: read('execution-role-arn', roleName),
            cpu: read('cpu', cpuSize),
            memory: read('memory', memorySize),
            patch: patch?.document
        },
        notes: [
            ...imageNotes(images),
            ...spaceNotes('environment-variables', environment ?? []),
            ...spaceNotes('docker-labels', dockerLabels ?? []),
            ...spaceNotes('log-configuration-options', logOptions),
            ...secretNotes(secrets ?? []),
            ...(patch?.notes ?? [])
        ]
    };
}
/** To replace by nothing may be meant or may be a step that gave nothing: neither is guessed. */
function checkReplacement(asked, lists) {
    const remedy = 'Give what is to remain, or remove a whole list with `task-definition-patch`.';
    if (!REPLACED.some((name) => asked.has(name))) {
        const found = `\`env-update-strategy\` is \`replace\`, and neither ${(0,words/* oneOf */.y)(REPLACED)} says by what`;
        asked.conflict('env-update-strategy', found, remedy);
    }
    for (const name of REPLACED) {
        if (lists[name]?.length !== 0)
            continue;
        asked.conflict(name, `\`env-update-strategy\` is \`replace\`, and \`${name}\` is an empty list`, remedy);
    }
}
/** AWS refuses a name that is both, and which of the two is meant cannot be told. */
function checkNames(asked, environment, secrets) {
    const both = namesOf(environment).filter((name) => namesOf(secrets).includes(name));
    if (both.length === 0)
        return;
    const found = `\`secrets\` and \`environment-variables\` both give ${both.map(words/* shown */.S).join(', ')}`;
    asked.conflict('secrets', found, 'Name each variable in one of them.');
}
function spaceNotes(input, list) {
    const spaced = list.filter(({ value }) => value.trim() !== value);
    if (spaced.length === 0)
        return [];
    const says = `\`${input}\`: a space at the beginning or the end of a value is part of it: ${namesOf(spaced).join(', ')}.`;
    return [{ level: 'notice', says }];
}
/** What AWS takes for `valueFrom`: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html */
const REFERENCE = /^(?:arn:[a-z-]+:(?:secretsmanager|ssm):\S+|[\w./-]+)$/;
function secretNotes(secrets) {
    const odd = secrets.filter(({ value }) => !REFERENCE.test(value));
    if (odd.length === 0)
        return [];
    return [
        {
            level: 'warning',
            says: `\`secrets\`: neither an ARN of Secrets Manager or Parameter Store nor the name of a parameter: ${namesOf(odd).join(', ')}.`,
            remedy: 'Give the place of the secret, not the secret itself: the task definition can be read by many.'
        }
    ];
}
function namesOf(list) {
    return list.map(({ name }) => name);
}

// EXTERNAL MODULE: ./src/domain/hooks.ts
var hooks = __nccwpck_require__(8236);
;// CONCATENATED MODULE: ./src/inputs/hooks.ts
// The Lambda functions CodeDeploy calls between the stages of a deployment: lines `Event=function`.



const hooks_EXPECTED = 'lines like `AfterAllowTestTraffic=function`';
const hooks_event = (0,fields/* word */.Vm)(hooks/* HOOK_EVENTS */.C);
/** A name or an ARN, either with a version or alias: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const FUNCTION = /^(?:arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?$/;
const hooks_hooks = (written) => {
    const found = new Map();
    const flaws = [];
    for (const line of (0,fields/* lines */.Mn)(written)) {
        const one = hook(line);
        if (!one.ok)
            flaws.push(...one.problems);
        else if (found.has(one.value.event))
            flaws.push(hooks_twice(one.value.event));
        else
            found.set(one.value.event, one.value);
    }
    return flaws.length === 0 ? (0,fields/* accept */.Ju)([...found.values()]) : { ok: false, problems: flaws };
};
function hook(line) {
    const split = line.indexOf('=');
    if (split === -1) {
        return (0,fields/* refuse */.TR)({
            found: `the line ${(0,words/* shown */.S)(line)} has no =`,
            expected: hooks_EXPECTED,
            remedy: 'Write the event, then =, then the function.'
        });
    }
    const name = line.slice(0, split).trim();
    const called = line.slice(split + 1).trim();
    const known = hooks_event(name);
    const flaws = [
        ...(known.ok
            ? []
            : [{ found: `${(0,words/* shown */.S)(name)} is no event of a deployment to ECS`, ...(0,fields/* notOneOf */.NR)(name, hooks/* HOOK_EVENTS */.C) }]),
        ...(FUNCTION.test(called) ? [] : [notAFunction(name, called)])
    ];
    return known.ok && flaws.length === 0 ? (0,fields/* accept */.Ju)({ event: known.value, function: called }) : (0,fields/* refuse */.TR)(...flaws);
}
function notAFunction(event, written) {
    return {
        found: written === '' ? `${(0,words/* shown */.S)(event)} has no function` : `${(0,words/* shown */.S)(written)} is no Lambda function`,
        expected: 'the name or the ARN of a Lambda function',
        remedy: 'Write the name of the function; if it comes from a step, check the step’s `id` and the name of its output.'
    };
}
function hooks_twice(event) {
    return {
        found: `${(0,words/* shown */.S)(event)} has two functions`,
        expected: 'one function for each event',
        remedy: 'Remove one of the two, or call one function from the other.'
    };
}

;// CONCATENATED MODULE: ./src/inputs/gate.ts


const GATES = [
    'before-traffic',
    'after-test-traffic',
    'before-each-shift',
    'after-canary'
];
/** Of a pause: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/pause-lifecycle-hooks.html */
const MOST_MINUTES = 20_160;
const EXPIRY = { rollback: 'roll-back', continue: 'continue' };
/** What is nothing without a gate. */
const OF_A_GATE = ['pause-minutes', 'pause-timeout-action'];
function readGate(asked) {
    const pauseAt = asked.read('pause-at', (0,fields/* word */.Vm)(GATES));
    const minutes = asked.read('pause-minutes', (0,fields/* wholeNumber */.rD)(1, MOST_MINUTES));
    const expiry = asked.read('pause-timeout-action', (0,fields/* word */.Vm)(['rollback', 'continue']));
    if (!asked.has('pause-at')) {
        for (const name of OF_A_GATE.filter((given) => asked.sets(given))) {
            asked.conflict(name, `\`${name}\` is about the wait for a person, and without \`pause-at\` nobody is waited for`, `Give \`pause-at\`, or remove \`${name}\`.`);
        }
    }
    // Their defaults, written out, ask for nothing by themselves.
    if (pauseAt === undefined)
        return { pauseAt, pauseFor: undefined, pauseExpiry: undefined };
    return {
        pauseAt,
        pauseFor: minutes === undefined ? undefined : minutes * units/* MINUTE */.p,
        pauseExpiry: expiry === undefined ? undefined : EXPIRY[expiry]
    };
}

// EXTERNAL MODULE: ./src/inputs/mode.ts
var inputs_mode = __nccwpck_require__(6458);
;// CONCATENATED MODULE: ./src/inputs/pace.ts

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function readPace(asked) {
    const minimumHealthyPercent = asked.read('minimum-healthy-percent', (0,fields/* wholePercent */.pC)(0, 100));
    const maximumPercent = asked.read('maximum-percent', (0,fields/* wholePercent */.pC)(100, 1_000));
    if (minimumHealthyPercent === 100 && maximumPercent === 100) {
        asked.conflict('minimum-healthy-percent', '`minimum-healthy-percent` lets no task stop and `maximum-percent` lets none start, so nothing could be deployed', 'Lower `minimum-healthy-percent`, or raise `maximum-percent`.');
    }
    return { minimumHealthyPercent, maximumPercent };
}

;// CONCATENATED MODULE: ./src/inputs/strategy.ts
// How the user says the traffic is to move: our words, or the name of a CodeDeploy deployment configuration.





const strategy_EXPECTED = '`canary 10% for 5m`, `linear 10% every 1m`, `all-at-once`, `blue-green` or `rolling`, any of them with `, bake 10m` behind it, or the name of a CodeDeploy deployment configuration';
const WORDS = ['canary', 'linear', 'all-at-once', 'blue-green', 'rolling'];
/** Both are matched against single spaces: runs of spaces would make them slow. */
const BAKE = /^([^,]*?) ?, ?bake (\S+)$/;
const STEPPED = /^(canary|linear) (\S+(?: %)?) (for|every) (\S+)$/;
const LONGEST = 2_880 * units/* MINUTE */.p;
const LINK = { canary: 'for', linear: 'every' };
const strategy = (written) => {
    const lower = written.toLowerCase().split(/\s+/).join(' ');
    const baked = BAKE.exec(lower);
    const main = baked?.[1] ?? lower;
    if (!/\s/.test(written) && !WORDS.includes(lower))
        return configuration(written);
    const shape = shapeOf(main);
    const bake = baked?.[2] === undefined ? undefined : minutes(baked[2]);
    const flaws = [shape, bake].flatMap((field) => (field === undefined || field.ok ? [] : field.problems));
    if (!shape.ok || (bake !== undefined && !bake.ok))
        return { ok: false, problems: flaws };
    return (0,fields/* accept */.Ju)({ kind: 'shape', written, shape: bake === undefined ? shape.value : withBake(shape.value, bake.value) });
};
function configuration(written) {
    const name = codeDeployName(written);
    return name.ok ? (0,fields/* accept */.Ju)({ kind: 'configuration', name: name.value, input: 'strategy' }) : (0,fields/* refuse */.TR)(unknown(written));
}
function shapeOf(main) {
    if (main === 'all-at-once' || main === 'blue-green' || main === 'rolling')
        return (0,fields/* accept */.Ju)({ kind: main });
    if (main === 'canary')
        return incomplete('canary', 'canary 10% for 5m');
    if (main === 'linear')
        return incomplete('linear', 'linear 10% every 1m');
    const [, kind, share, link, span] = STEPPED.exec(main) ?? [];
    if (kind === undefined || share === undefined || span === undefined || LINK[kind] !== link)
        return (0,fields/* refuse */.TR)(unknown(main));
    return stepped(kind, share, span);
}
function stepped(kind, share, span) {
    const weight = (0,fields/* percent */.KN)(share);
    const time = minutes(span);
    if (!weight.ok || !time.ok)
        return (0,fields/* refuse */.TR)(...(weight.ok ? [] : weight.problems), ...(time.ok ? [] : time.problems));
    return (0,fields/* accept */.Ju)(kind === 'canary'
        ? { kind: 'canary', first: weight.value, hold: time.value }
        : { kind: 'linear', step: weight.value, every: time.value });
}
/**
 * Both engines count in whole minutes, and none shifts for more than two days; what else they cannot do, each says itself:
 * https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
const minutes = (written) => {
    const time = (0,fields/* duration */.p0)(written);
    if (!time.ok)
        return time;
    if (time.value % units/* MINUTE */.p !== 0) {
        return (0,fields/* refuse */.TR)({
            found: `${(0,words/* shown */.S)(written)} is not a whole number of minutes`,
            expected: 'whole minutes',
            remedy: 'Write whole minutes, like `5m`.'
        });
    }
    if (time.value <= LONGEST)
        return time;
    return (0,fields/* refuse */.TR)({
        found: `${(0,words/* shown */.S)(written)} is longer than any engine holds`,
        expected: 'at most 2880 minutes (48h)',
        remedy: 'Write a shorter time.'
    });
};
/** All at once with a bake is what blue/green means. */
function withBake(shape, bake) {
    return shape.kind === 'all-at-once' ? { kind: 'blue-green', bake } : { ...shape, bake };
}
function incomplete(word, whole) {
    return (0,fields/* refuse */.TR)({
        found: `\`${word}\` does not say how much traffic and how long`,
        expected: `\`${whole}\``,
        remedy: `Write \`${whole}\` with your own numbers.`
    });
}
function unknown(written) {
    const first = written.split(/[\s,]/)[0] ?? '';
    const meant = WORDS.includes(first) ? undefined : (0,near/* near */.Z)(first, WORDS);
    return {
        expected: strategy_EXPECTED,
        remedy: meant === undefined ? 'Write one of these.' : `Write \`${meant}\` first, if that is what was meant.`
    };
}

;// CONCATENATED MODULE: ./src/inputs/target.ts
// Which service in which cluster, region and account: names, and what ARNs say beside them, made to agree.




const USUAL_CLUSTER = 'default';
/** Undefined when something is missing, which was reported. */
function readTarget(asked, found, { revision, deployment }) {
    const service = asked.read('service', named('service'));
    const cluster = asked.read('cluster', named('cluster'));
    const accounts = asked.read('allowed-account-ids', (0,fields/* listOf */.c3)(accountId)) ?? [];
    const region = readRegion(asked, found);
    checkClusters(asked, service, cluster);
    checkDeployment(asked, deployment, service, cluster);
    const placed = [
        ...(service?.arn ? [{ input: 'service', arn: service.arn }] : []),
        ...(cluster?.arn ? [{ input: 'cluster', arn: cluster.arn }] : []),
        ...(revision ? [{ input: 'task-definition-arn', arn: revision }] : []),
        ...(deployment ? [{ input: 'deployment-id', arn: deployment }] : [])
    ];
    for (const { input, arn } of placed) {
        const inRegion = region === undefined || region === arn.region;
        agree(asked, input, `the region ${arn.region}`, inRegion, `\`aws-region\` is ${region ?? ''}`);
        const allowed = accounts.length === 0 || accounts.includes(arn.account);
        agree(asked, input, `the account ${arn.account}`, allowed, '`allowed-account-ids` does not name it');
    }
    checkAccounts(asked, placed);
    if (region === undefined)
        return undefined;
    return {
        service: service?.name,
        cluster: cluster?.name ?? service?.arn?.cluster ?? deployment?.cluster ?? USUAL_CLUSTER,
        region,
        allowedAccounts: placed.length === 0 ? accounts : Array.from(new Set(placed.map(({ arn }) => arn.account)))
    };
}
/** An ARN names an account, and no other one is meant. */
function checkAccounts(asked, [first, ...others]) {
    for (const { input, arn } of others) {
        if (first === undefined || first.arn.account === arn.account)
            continue;
        asked.conflict(input, `\`${first.input}\` and \`${input}\` are ARNs of two accounts`, 'Correct one of them.');
    }
}
function checkClusters(asked, service, cluster) {
    const ofService = service?.arn?.cluster;
    if (ofService === undefined || cluster === undefined || ofService === cluster.name)
        return;
    asked.conflict('cluster', `\`service\` is an ARN in the cluster ${(0,words/* shown */.S)(ofService)} and \`cluster\` is ${(0,words/* shown */.S)(cluster.name)}`, 'Remove `cluster`, or correct one of them.');
}
function checkDeployment(asked, deployment, service, cluster) {
    if (deployment === undefined)
        return;
    const inCluster = cluster?.name ?? service?.arn?.cluster ?? deployment.cluster;
    const ofService = service?.name ?? deployment.service;
    const from = cluster === undefined ? '`service` is an ARN in the cluster' : '`cluster` is';
    const sameCluster = inCluster === deployment.cluster;
    agree(asked, 'deployment-id', `the cluster ${deployment.cluster}`, sameCluster, `${from} ${(0,words/* shown */.S)(inCluster)}`);
    if (ofService === deployment.service)
        return;
    asked.conflict('deployment-id', `\`deployment-id\` is a deployment of the service ${(0,words/* shown */.S)(deployment.service)} and \`service\` is ${(0,words/* shown */.S)(ofService)}`, 'Remove `deployment-id`, or correct one of them.');
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
        found: `the variable ${found.from} of the environment is ${(0,words/* shown */.S)(found.name)}`,
        expected,
        remedy: `Set \`aws-region\`, or correct ${found.from}.`
    })));
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/wait.ts


/** Beyond the deployment's own timetable. */
const USUAL_MINUTES = 30;
/** The job's own limit is six hours. */
const wait_MOST_MINUTES = 360;
const ENDS = ['complete', 'traffic-shifted', 'paused', 'started'];
/** Ends that a mode has no use for, each with the reason. */
const NO_END = {
    deploy: {},
    promote: {},
    rollback: {
        'traffic-shifted': 'a roll-back is over only when the older revision serves all traffic for good',
        paused: 'a roll-back stops for nobody'
    },
    status: { started: 'status starts nothing' }
};
function readWait(asked, mode, pauseAt) {
    const written = asked.read('wait-until', (0,fields/* word */.Vm)(ENDS));
    const stable = asked.read('wait-for-service-stability', fields/* boolean */.zM);
    const minutes = asked.read('wait-for-minutes', (0,fields/* wholeNumber */.rD)(0, wait_MOST_MINUTES));
    const stays = [
        ...(written !== undefined && written !== 'started' ? [said('wait-until', written)] : []),
        ...(stable === true ? [said('wait-for-service-stability', 'true')] : [])
    ];
    const leaves = [
        ...(written === 'started' ? [said('wait-until', 'started')] : []),
        ...(stable === false ? [said('wait-for-service-stability', 'false')] : []),
        ...(minutes === 0 ? [said('wait-for-minutes', '0')] : [])
    ];
    const [stay] = stays;
    const [leave] = leaves;
    if (stay !== undefined && leave !== undefined) {
        const clash = `${stay.words} waits for the deployment and ${leave.words} does not`;
        asked.conflict(written === undefined ? 'wait-for-service-stability' : 'wait-until', clash, 'Remove one of the two.');
    }
    const usual = pauseAt !== undefined || mode === 'promote' ? 'paused' : 'complete';
    const until = leave === undefined ? (written ?? usual) : 'started';
    const useless = NO_END[mode][until];
    if (useless !== undefined) {
        const { input, words } = leave ?? said('wait-until', until);
        asked.conflict(input, `${words} does not go with \`mode: ${mode}\`: ${useless}`, `Remove \`${input}\`.`);
    }
    if (leave !== undefined && pauseAt === 'after-canary') {
        asked.conflict('pause-at', `\`pause-at: after-canary\` needs this step to let the deployment pass its first pause, before the canary, and ${leave.words} lets the step leave`, `Remove \`${leave.input}\`, or write \`pause-at: before-each-shift\` and promote the first pause as well.`);
    }
    return { until, allowance: (minutes ?? USUAL_MINUTES) * units/* MINUTE */.p, stable };
}
function said(input, value) {
    return { input, words: `\`${input}: ${value}\`` };
}
/** What to do about a deployment that is under way already. */
function readOnActive(asked, { until }) {
    const onActive = asked.read('on-active-deployment', (0,fields/* word */.Vm)(['fail', 'wait', 'replace'])) ?? 'fail';
    if (onActive === 'wait' && until === 'started') {
        asked.conflict('on-active-deployment', '`on-active-deployment: wait` waits for the other deployment, and this step is told to wait for nothing', 'Remove what says so (`wait-until: started`, `wait-for-minutes: 0` or `wait-for-service-stability: false`), or write `on-active-deployment: fail`.');
    }
    return onActive;
}

;// CONCATENATED MODULE: ./src/inputs/without-service.ts
const FOR_A_SERVICE = [
    'cluster',
    'strategy',
    'codedeploy-appspec',
    'codedeploy-application',
    'codedeploy-deployment-group',
    'codedeploy-deployment-config',
    'codedeploy-deployment-description',
    'codedeploy-hooks',
    'minimum-healthy-percent',
    'maximum-percent',
    'alarms',
    'allow-active-alarms',
    'rollback-on',
    'pause-at',
    'pause-minutes',
    'pause-timeout-action',
    'wait-until',
    'wait-for-service-stability',
    'wait-for-minutes',
    'wait-max-delay-seconds',
    'on-timeout',
    'on-cancel',
    'on-active-deployment',
    'desired-count',
    'force-new-deployment',
    'enable-ecs-managed-tags',
    'propagate-tags',
    'service-managed-ebs-volume-name',
    'service-managed-ebs-volume',
    'keep-revisions'
];
/** `lingers`: what `wait-for-service-stability` says; `false`, the official action's default, waits for nothing and may stay. */
function checkWithoutService(asked, lingers) {
    if (asked.has('service'))
        return;
    for (const name of FOR_A_SERVICE) {
        if (!asked.sets(name) || (name === 'wait-for-service-stability' && lingers === false))
            continue;
        asked.conflict(name, `\`${name}\` is given without \`service\`, so nothing would be deployed: the task definition would only be registered`, `Give \`service\`, or remove \`${name}\` to register only; if \`service\` comes from a step or a variable, check that it is not empty.`);
    }
}

;// CONCATENATED MODULE: ./src/inputs/parse.ts

















const POLICIES = ['rollback', 'stop', 'leave'];
/** What holds when nothing is said: `status` writes nothing. */
const POLICY = {
    deploy: 'rollback',
    promote: 'rollback',
    rollback: 'rollback',
    status: 'leave'
};
const EVENTS = ['failure', 'alarm', 'stop'];
const UNKNOWN = ['error', 'warn', 'ignore'];
const TAG_SOURCES = ['SERVICE', 'TASK_DEFINITION', 'NONE'];
/** Of a service, and of a family: https://docs.aws.amazon.com/general/latest/gr/ecs-service.html */
const MOST_TASKS = 5_000;
const MOST_REVISIONS = 1_000_000;
async function parse(raw) {
    const { mode, asked } = (0,inputs_mode/* readMode */.Em)(ask(raw.values));
    const { read } = asked;
    read('comment', (0,fields/* word */.Vm)(['auto', 'never']));
    const taskDefinition = (0,inputs_mode/* heeds */.c7)(mode, 'task-definition') ? await readFile(asked, raw.taskDefinition) : undefined;
    const appSpec = (0,inputs_mode/* heeds */.c7)(mode, 'codedeploy-appspec') ? await readFile(asked, raw.appSpec) : undefined;
    const revision = readRevision(asked);
    const { deploymentId, hookId, arn } = readDeployment(asked);
    const target = readTarget(asked, raw.region, { revision: revision?.arn, deployment: arn });
    const base = readBase(asked, mode, taskDefinition, revision);
    const { edits, notes: editNotes } = await readEdits(asked, raw.patch);
    const alarms = read('alarms', (0,fields/* listOf */.c3)(alarmName)) ?? [];
    const gate = readGate(asked);
    const stay = readWait(asked, mode, gate.pauseAt);
    const seconds = read('wait-max-delay-seconds', (0,fields/* wholeNumber */.rD)(10, 21_600));
    const rest = {
        mode,
        deploymentId,
        hookId,
        ...gate,
        ...readPace(asked),
        onActive: readOnActive(asked, stay),
        unknownProperties: read('unknown-properties', (0,fields/* word */.Vm)(UNKNOWN)) ?? 'slips',
        stripEmptyValues: readStrip(asked),
        keepRevisions: read('keep-revisions', (0,fields/* wholeNumber */.rD)(1, MOST_REVISIONS)),
        strategy: readStrategy(asked),
        application: read('codedeploy-application', codeDeployName),
        group: read('codedeploy-deployment-group', codeDeployName),
        description: read('codedeploy-deployment-description', fields/* text */.Qq),
        hooks: read('codedeploy-hooks', hooks_hooks) ?? [],
        desiredCount: read('desired-count', (0,fields/* wholeNumber */.rD)(0, MOST_TASKS)),
        forceNewDeployment: read('force-new-deployment', fields/* boolean */.zM) ?? false,
        enableEcsManagedTags: read('enable-ecs-managed-tags', fields/* boolean */.zM),
        propagateTags: read('propagate-tags', (0,fields/* word */.Vm)(TAG_SOURCES)),
        ebsVolume: await readEbsVolume(asked),
        allowActiveAlarms: read('allow-active-alarms', fields/* boolean */.zM) ?? false,
        rollbackOn: read('rollback-on', (0,fields/* words */.aL)(EVENTS)),
        onTimeout: read('on-timeout', (0,fields/* word */.Vm)(POLICIES)) ?? POLICY[mode],
        onCancel: read('on-cancel', (0,fields/* word */.Vm)(POLICIES)) ?? POLICY[mode],
        maxRetries: read('max-retries', (0,fields/* wholeNumber */.rD)(0, 10)) ?? 3
    };
    if (mode === 'deploy')
        checkWithoutService(asked, stay.stable);
    if (asked.problems.length > 0 || target === undefined || base === undefined) {
        return { ok: false, problems: asked.problems };
    }
    const notes = [
        ...raw.notes,
        ...(taskDefinition?.notes ?? []),
        ...(appSpec?.notes ?? []),
        ...baseNotes(base, mode),
        ...editNotes,
        ...keepNotes(asked)
    ];
    return {
        ok: true,
        value: {
            ...target,
            ...rest,
            base,
            edits,
            appSpec: appSpec?.document,
            appSpecByDefault: appSpec !== undefined && !asked.has('codedeploy-appspec'),
            alarms,
            waitUntil: stay.until,
            allowance: stay.allowance,
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
            const document = await (0,inputs_document/* readDocument */.u)(raw.file);
            if (document.ok)
                return document.value;
            asked.report(...document.problems);
            return undefined;
        }
    }
}
/** The official action keeps the keys named; here nobody could tell which of the two inputs wins. */
function readStrip(asked) {
    const strips = asked.read('strip-empty-values', fields/* boolean */.zM) ?? false;
    if (strips && asked.has('keep-null-value-keys')) {
        asked.conflict('strip-empty-values', '`strip-empty-values` removes every empty value, and `keep-null-value-keys` wants to keep some', 'Remove `strip-empty-values`: this action then keeps every value, those keys included.');
    }
    return strips;
}
function readStrategy(asked) {
    const ours = asked.read('strategy', strategy);
    const name = asked.read('codedeploy-deployment-config', codeDeployName);
    if (asked.has('strategy') && asked.has('codedeploy-deployment-config')) {
        asked.conflict('strategy', '`strategy` and `codedeploy-deployment-config` both say how the traffic moves', 'Remove one of the two; `strategy` takes the name of a configuration as well.');
    }
    return name === undefined ? ours : { kind: 'configuration', name, input: 'codedeploy-deployment-config' };
}
function keepNotes(asked) {
    if (!asked.has('keep-null-value-keys'))
        return [];
    return [
        { level: 'notice', says: '`keep-null-value-keys` changes nothing: this action never removes an empty value.' }
    ];
}


/***/ }),

/***/ 3623:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readPatch),
/* harmony export */   Y: () => (/* binding */ findPatch)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8395);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2996);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2691);
/* harmony import */ var _inline_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2468);




const INPUT = 'task-definition-patch';
/** One line that names a file is its path; so is one that can be nothing else. All else is the patch itself. */
async function findPatch(written, places) {
    if (written === undefined)
        return { kind: 'none' };
    const line = written.trim();
    const isPath = !/[\r\n]/.test(line) && (looksLikePath(line) || (await (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .stands */ .Ed)(line, places)));
    return isPath ? (0,_files_js__WEBPACK_IMPORTED_MODULE_2__/* .readFile */ .TA)(INPUT, line, places) : { kind: 'inline', text: written };
}
/** `cpu: 512` and `{"cpu": "512"}` have marks that a path seldom has. */
function looksLikePath(line) {
    return /^[^\s:={}[\]"',]+$/.test(line);
}
async function readPatch(asked, raw) {
    if (asked.read(INPUT, _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq) === undefined)
        return undefined;
    const read = await parsed(raw);
    if (read === undefined || read.ok)
        return read?.value;
    asked.report(...read.problems);
    return undefined;
}
async function parsed(raw) {
    switch (raw.kind) {
        case 'none':
            return undefined;
        case 'refused':
            return { ok: false, problems: [raw.problem] };
        case 'inline':
            return (0,_inline_js__WEBPACK_IMPORTED_MODULE_3__/* .inlineObject */ .X)(INPUT, raw.text, { secret: true });
        case 'read':
            return (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocument */ .u)({ ...raw.file, secret: true });
    }
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readRaw)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8630);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2691);
/* harmony import */ var _mode_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6458);
/* harmony import */ var _patch_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3623);
// What the runner hands over, as text: the only reader of INPUT_* and of the environment. It judges nothing.




const noFile = { kind: 'none' };
async function readRaw(env) {
    const values = readValues(env);
    const places = await (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readPlaces */ .BQ)(env.GITHUB_WORKSPACE ?? process.cwd(), env.RUNNER_TEMP);
    const path = values.get('task-definition');
    const [taskDefinition, appSpec, patch, notes] = await Promise.all([
        path === undefined ? noFile : (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)('task-definition', path, places),
        readAppSpec(values, places),
        (0,_patch_js__WEBPACK_IMPORTED_MODULE_3__/* .findPatch */ .Y)(values.get('task-definition-patch'), places),
        looksForAppSpec(values) ? (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .lookalikes */ .bs)(places) : []
    ]);
    return { values, taskDefinition, appSpec, patch, region: readRegion(env, values), run: readRun(env), notes };
}
async function readAppSpec(values, places) {
    const path = values.get('codedeploy-appspec');
    if (path !== undefined)
        return (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readFile */ .TA)('codedeploy-appspec', path, places);
    return looksForAppSpec(values) ? (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readDefaultAppSpec */ .sm)(places) : noFile;
}
/** Without a service nothing is deployed, and no AppSpec is used; a mode that starts no deployment uses none either. */
function looksForAppSpec(values) {
    const given = values.has('codedeploy-appspec');
    return !given && values.has('service') && (0,_mode_js__WEBPACK_IMPORTED_MODULE_2__/* .mayHeed */ ._C)(values.get('mode'), 'codedeploy-appspec');
}
/** The runner upper-cases a name and replaces spaces only: hyphens stay. */
function readValues(env) {
    return new Map(_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUT_NAMES */ .Qh.flatMap((name) => {
        const entry = _catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .CATALOG */ .W8[name];
        const written = env[`INPUT_${name.toUpperCase()}`] ?? '';
        const trimmed = written.trim();
        return trimmed === '' ? [] : [[name, entry.built && entry.secret ? written : trimmed]];
    }));
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

/***/ 2506:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ source)
});

// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/inputs/masked.ts
// A line of a text that cannot be read: which of its words are secrets cannot be known, so only marks and well-known keys are left.
/** A text in quotes, closed or not, or a word. */
const WORD = /("(?:[^"\\]|\\[^])*(?:"|\\?$)|'[^']*(?:'|$)|[^\s[\]{},:"'][^\s[\]{},:"]*)(?=(\s*:)?)/g;
/** Keys that tell a person where in the file the line is. */
const KEYS = new Set([
    ...['family', 'containerDefinitions', 'taskRoleArn', 'executionRoleArn', 'networkMode', 'cpu', 'memory', 'volumes'],
    ...['requiresCompatibilities', 'runtimePlatform', 'tags', 'name', 'image', 'command', 'entryPoint', 'essential'],
    ...['environment', 'secrets', 'value', 'valueFrom', 'dockerLabels', 'logConfiguration', 'logDriver', 'options'],
    ...['portMappings', 'containerPort', 'hostPort', 'healthCheck', 'dependsOn', 'mountPoints', 'key', 'version'],
    ...[
        'Resources',
        'TargetService',
        'Type',
        'Properties',
        'TaskDefinition',
        'LoadBalancerInfo',
        'Hooks',
        'ContainerName'
    ]
]);
/** As wide as the line, so that a column still points to its place. */
function masked(line) {
    return line.replace(WORD, (word, _word, colon) => {
        const [, quote = '', bare = word] = /^(["'])([^]*)\1$/.exec(word) ?? [];
        if (word === '-' || (colon !== undefined && KEYS.has(bare)))
            return word;
        return `${quote}${'*'.repeat(bare.length)}${quote}`;
    });
}

;// CONCATENATED MODULE: ./src/inputs/source.ts
// A file's text with its places: the only way from an offset to a line a person can look at.


const LINE_BREAK = /\r\n|\r|\n/g;
const LONGEST_LINE = 160;
/** Messages quote what they stumble over. */
const UNSHOWN = {
    found: 'the text cannot be read from here on; it is not shown, because it may hold secrets',
    remedy: 'Correct the line: its quotes, commas, colons, indentation, and that no key is written twice.'
};
/** `secret`: what the text holds is never shown, in no line and in no message. */
function source(path, text, { secret = false } = {}) {
    let starts;
    const place = (offset, show) => {
        starts ??= [0, ...Array.from(text.matchAll(LINE_BREAK), (found) => found.index + found[0].length)];
        const line = lineOf(starts, offset);
        const start = starts[line] ?? 0;
        const end = starts[line + 1] ?? text.length;
        const spot = { line: line + 1, column: offset - start + 1 };
        if (secret)
            return spot;
        return { ...spot, text: cut(show(text.slice(start, end).replace(/[\r\n]+$/, '')), offset - start) };
    };
    const spot = (offset) => place(offset, withoutValue);
    const fail = (offset, found, remedy) => {
        throw new problem/* Problem */.A('FILE_SYNTAX', {
            place: { kind: 'file', path, ...place(offset, masked) },
            ...(secret ? UNSHOWN : { found, ...(remedy !== undefined && { remedy }) })
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
/** What stands behind `value` may be a secret. */
const VALUE = /(["']?\bvalue["']?\s*:).*$/i;
function withoutValue(line) {
    return line.replace(VALUE, '$1 …');
}
function cut(whole, column) {
    if (whole.length <= LONGEST_LINE)
        return whole;
    const start = Math.max(0, Math.min(column - LONGEST_LINE / 2, whole.length - LONGEST_LINE));
    return whole.slice(start, start + LONGEST_LINE);
}


/***/ }),

/***/ 7465:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C1: () => (/* binding */ checkSize),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   I6: () => (/* binding */ find),
/* harmony export */   Jn: () => (/* binding */ yamlPlain),
/* harmony export */   Tj: () => (/* binding */ map),
/* harmony export */   Ve: () => (/* binding */ enter),
/* harmony export */   aB: () => (/* binding */ toJson),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   d_: () => (/* binding */ scalar),
/* harmony export */   kP: () => (/* binding */ checkDepth),
/* harmony export */   kw: () => (/* binding */ scalars),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   qj: () => (/* binding */ jsonNumber)
/* harmony export */ });
/** AWS nests about ten levels; a text of 256 KiB without aliases cannot reach the size. */
const DEEPEST = 64;
const LARGEST = 200_000;
/** A key that changes an object instead of becoming a member of it, wherever one is built by assignment. */
const FORBIDDEN = '__proto__';
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$|^0[xX][\da-fA-F]+$|^0o[0-7]+$/;
/** A number of YAML that nobody writes to mean a text, though numbers are not printed so: 1.0, 0.50. */
const DECIMAL = /^-?(?:0|[1-9]\d*)\.\d+$/;
function scalar(at, value) {
    return { kind: 'scalar', at, size: 1, depth: 0, value };
}
/** What stands in YAML without quotes: 012345678901 is an account and 1e3 a commit, so only plain numbers are numbers. */
function yamlPlain(at, text) {
    if (!NUMBER.test(text))
        return scalar(at, text);
    return String(Number(text)) === text || DECIMAL.test(text) ? jsonNumber(at, text) : textOfNumber(at, text);
}
/** A number of JSON; its text where the number would be another one, as 9007199254740993 is. */
function jsonNumber(at, text) {
    const number = Number(text);
    const printed = String(number);
    if (printed === text)
        return scalar(at, number);
    if (!Number.isFinite(number) || digits(printed) !== digits(text))
        return textOfNumber(at, text);
    return { ...scalar(at, number === 0 ? 0 : number), written: text };
}
function textOfNumber(at, text) {
    return { ...scalar(at, text), number: Number(text) };
}
/** The exact value of a decimal number, written in one way: its digits without zeros around them, and its exponent. */
function digits(text) {
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
    const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
    const significant = `${whole}${fraction}`.replace(/^0+/, '');
    const shortest = significant.replace(/(?<!0)0+$/, '');
    if (shortest === '')
        return '0';
    const sign = text.startsWith('-') ? '-' : '';
    return `${sign}${shortest}e${Number(exponent) - fraction.length + significant.length - shortest.length}`;
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
    if (key === FORBIDDEN) {
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
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _aws_clients_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1156);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5805);
/* harmony import */ var _inputs_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(864);
/* harmony import */ var _inputs_raw_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3071);
/* harmony import */ var _out_out_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(3821);
/* harmony import */ var _report_files_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9374);
/* harmony import */ var _report_links_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(3303);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(8273);
/* harmony import */ var _report_outputs_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(5468);
/* harmony import */ var _report_reporters_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(8056);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(8898);
/* harmony import */ var _stories_deploy_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(6835);
/* harmony import */ var _stories_promote_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(6245);
/* harmony import */ var _stories_register_js__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(7680);
/* harmony import */ var _stories_rollback_js__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(1045);
/* harmony import */ var _stories_status_js__WEBPACK_IMPORTED_MODULE_19__ = __nccwpck_require__(443);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_20__ = __nccwpck_require__(311);
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
const STORIES = {
    deploy: _stories_deploy_js__WEBPACK_IMPORTED_MODULE_15__/* .deploy */ .g,
    promote: _stories_promote_js__WEBPACK_IMPORTED_MODULE_16__/* .promote */ .p,
    rollback: _stories_rollback_js__WEBPACK_IMPORTED_MODULE_18__/* .rollback */ .dU,
    status: _stories_status_js__WEBPACK_IMPORTED_MODULE_19__/* .status */ .h
};
const out = (0,_out_out_js__WEBPACK_IMPORTED_MODULE_8__/* .createOut */ .V)({ write: (text) => process.stdout.write(text), env: process.env });
// The runner reads a closed pipe as silence, not as a failure of the deployment.
process.stdout.on('error', () => undefined);
// The second half is entered through post.js, which only imports this file. Saved state would not do: a first half that is
// killed before it could save anything would be told again, and deploy.
if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(process.argv[1] ?? '') === 'post.js') {
    // Nothing is left to clean up yet: a cancelled deployment is stopped by the first half.
    process.exitCode = 0;
}
else {
    await first();
    // Nothing that is still under way, a credential process for one, may hold the job after its verdict.
    process.stdout.write('', () => process.exit());
}
async function first() {
    const startedAt = clock.now();
    const raw = await (0,_inputs_raw_js__WEBPACK_IMPORTED_MODULE_7__/* .readRaw */ .h)(process.env);
    const { run } = raw;
    const report = (0,_report_reporters_js__WEBPACK_IMPORTED_MODULE_13__/* .reporters */ .R)([
        { name: 'the log', reporter: (0,_report_log_js__WEBPACK_IMPORTED_MODULE_11__/* .logReporter */ .e)(out, { startedAt }) },
        { name: 'the outputs', reporter: (0,_report_outputs_js__WEBPACK_IMPORTED_MODULE_12__/* .outputsReporter */ .A)(out) },
        { name: 'the files', reporter: (0,_report_files_js__WEBPACK_IMPORTED_MODULE_9__/* .filesReporter */ .H)(out, { run, startedAt, save }) },
        { name: 'the summary', reporter: (0,_report_summary_js__WEBPACK_IMPORTED_MODULE_14__/* .summaryReporter */ .G)(out, run, startedAt) }
    ], (line) => out.line(line));
    const emit = async (event) => report.on(event);
    for (const kind of ['uncaughtException', 'unhandledRejection']) {
        process.once(kind, (error) => {
            void conclude({ kind: 'unknown', problem: defect(error) }, emit).finally(() => process.exit(1));
        });
    }
    const verdict = await tell(raw, emit).catch((error) => ({
        kind: 'unknown',
        problem: error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .Problem */ .A ? error : defect(error)
    }));
    await conclude(verdict, emit);
    process.exitCode = (0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_5__/* .passes */ .W)(verdict) ? 0 : 1;
}
async function tell(raw, emit) {
    const inputs = await (0,_inputs_parse_js__WEBPACK_IMPORTED_MODULE_6__/* .parse */ .q)(raw);
    if (!inputs.ok)
        return { kind: 'refused', problems: inputs.problems };
    const aws = (0,_aws_clients_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)({ region: inputs.value.region, env: process.env, version: _version_js__WEBPACK_IMPORTED_MODULE_20__/* .version */ .r });
    const world = {
        aws,
        clock,
        emit,
        run: raw.run,
        cancelled: cancellation(),
        hash: (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex'),
        nonce: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8),
        page: _report_links_js__WEBPACK_IMPORTED_MODULE_10__/* .consoleUrl */ .B9
    };
    const { service, mode } = inputs.value;
    return service === undefined ? (0,_stories_register_js__WEBPACK_IMPORTED_MODULE_17__/* .registerOnly */ .y)(inputs.value, world) : STORIES[mode]({ ...inputs.value, service }, world);
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
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(process.env['RUNNER_TEMP'] ?? process.cwd(), `${prefix}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.json`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, text, { flag: 'wx' });
    return path;
}
function defect(error) {
    const found = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .Problem */ .A('INTERNAL', { found, changed: 'unknown: look at the deployment in the console', cause: error });
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1286:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ pursuit),
/* harmony export */   a: () => (/* binding */ PATIENCE)
/* harmony export */ });
/* harmony import */ var _domain_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2853);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3503);


/** Every patience that is ours and not the user's, in one place. */
const PATIENCE = {
    /** After AWS says it succeeded: tasks may still be settling. */
    settle: 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    /** A rollback deployment may become visible some looks after the stop it answers. */
    rollbackAppears: 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    /** After a person stopped it: they may have asked for a rollback that is not configured. */
    rollbackSurprises: 10 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    /** A roll-back has its own deadline: it may provision tasks anew. */
    rollback: 30 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .p,
    /** Without any sight of the status. */
    blind: 10 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .p,
    /** A deployment that is not found: at least this long, and `goneLooks` looks. */
    gone: 45 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    goneLooks: 3,
    /** Credentials can be refreshed by another process: ask once more before believing it. */
    expiredLooks: 2,
    /** A service that is not found. */
    inactiveLooks: 2,
    /** A job that is cancelled is killed ten seconds later: what AWS is asked for has to be asked by then. */
    cancel: 6 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    /** How long one such request may take, and the pause before it is sent again. */
    cancelRequest: 2.5 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    cancelPause: 0.5 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z,
    /** Any other error that asking again is not known to help against: it is believed the third time. */
    refusedLooks: 3,
    /** How often a refused roll-back or stop is asked for again. */
    askTries: 5,
    heartbeat: 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_0__/* .SECOND */ .Z
};
function pursuit(subject, wait, startedAt, asking = {}) {
    return {
        timetable: subject.timetable,
        until: wait.until === 'started' ? 'complete' : wait.until,
        passesFirst: false,
        answered: [],
        because: undefined,
        ...asking,
        deadline: startedAt + (0,_domain_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduledTime */ .RC)(subject.timetable) + wait.allowance,
        onTimeout: wait.onTimeout,
        onCancel: wait.onCancel,
        maxGap: wait.maxGap,
        watchesAlarms: subject.guard.alarms.length > 0
    };
}


/***/ }),

/***/ 8182:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ watch)
});

// EXTERNAL MODULE: ./src/domain/shape.ts
var shape = __nccwpck_require__(2853);
;// CONCATENATED MODULE: ./src/domain/outlook.ts
// What the timetable says will come next, once the traffic has begun to move. Instants are by our clock.

const NO_OUTLOOK = { next: undefined, end: undefined, deadline: undefined };
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
    const shifted = shiftedAt ?? began + (0,shape/* shiftTime */.Iy)(timetable);
    return [...weights, { kind: 'end', at: shifted + timetable.bake }];
}
/** Whether a moment is still to come, or late, with this much traffic on the new revision. */
function isPending(moment, traffic) {
    return moment.kind !== 'weight' || moment.weight > (traffic ?? 0);
}
function outlook(all, traffic, deadline) {
    return { next: all.find((moment) => isPending(moment, traffic)), end: all.at(-1)?.at, deadline };
}

// EXTERNAL MODULE: ./src/domain/snapshot.ts
var snapshot = __nccwpck_require__(7026);
// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/observe/cause.ts
/** A request of this run is the cause where AWS names no other: an alarm that came first is the better reason. */
function causeOf(progress, pursuit) {
    const { status, service, alarms } = progress.looks;
    const stated = progress.cause;
    if (stated?.kind === 'hook')
        return { ...stated, stage: stated.stage ?? failedStage(progress) };
    if (stated?.kind === 'alarm')
        return withReason(stated, alarms?.part ?? []);
    const byRequest = stated === undefined || stated.kind === 'operator' || (stated.kind === 'aws' && stated.code === undefined);
    const rival = service?.part?.rival;
    // Whoever stopped ours did it to make room, unless it is the rollback of ours: the traffic is theirs to move now.
    if (rival !== undefined && rival !== status?.part?.rollback?.id && byRequest && !progress.ask) {
        return { kind: 'superseded', by: rival };
    }
    const stopped = progress.looks.stopped?.part?.[0];
    const counted = stopped && `${stopped.count === 1 ? 'a task' : `${stopped.count} tasks`} stopped: ${stopped.reason}`;
    // Time ran out, or AWS lost its patience: what kept the tasks from running is the reason behind both.
    if (counted !== undefined && (stated?.kind === 'tasks' || (progress.ask && byRequest))) {
        return { kind: 'tasks', detail: counted };
    }
    // AWS's own words for it say no more than that it was so.
    if (counted !== undefined && stated?.kind === 'circuit-breaker')
        return { ...stated, detail: counted };
    if (progress.ask && byRequest) {
        return pursuit.because ?? { kind: 'deadline', after: pursuit.deadline - progress.startedAt };
    }
    return stated ?? { kind: 'aws', code: undefined, message: undefined };
}
/** The one that says more; of two alike the later. The end of a roll-back keeps what began it. */
function exacter(before, is) {
    if (is === undefined)
        return before;
    if (before === undefined)
        return is;
    if (is.kind === 'rollback-failed')
        return { ...is, first: exacter(before, is.first) ?? is.first };
    return exactness(is) >= exactness(before) ? is : before;
}
function exactness(cause) {
    if (cause.kind === 'aws' && cause.code === undefined)
        return 0;
    return cause.kind === 'operator' ? 1 : 2;
}
/** CodeDeploy says that a hook failed, the target says in which stage. */
function failedStage({ looks }) {
    return looks.target?.part?.stages.find((stage) => stage.status === 'Failed')?.name;
}
/** CodeDeploy names the alarms; CloudWatch knows the value that set them off. */
function withReason(cause, alarms) {
    const reason = alarms.find((alarm) => alarm.state === 'ALARM' && cause.names.includes(alarm.name))?.reason;
    return reason === undefined ? cause : { ...cause, reason };
}

;// CONCATENATED MODULE: ./src/observe/visits.ts
// The stages of a deployment whose engine tells only the one it is in: visit after visit, with our own times. Pure.

function withVisits(before, is, phase, now) {
    if (is.tells === 'all')
        return is;
    const known = before?.stages ?? [];
    const last = known.at(-1);
    const open = last?.endedAt === undefined ? last : undefined;
    // What is undone stays at its stage by name, and goes through none.
    const current = snapshot/* OVER */.P[phase] || phase === 'rolling-back' || phase === 'stopping' ? undefined : is.stages[0];
    if (open !== undefined && current?.name === open.name) {
        return { ...is, stages: [...known.slice(0, -1), { ...open, status: current.status, detail: current.detail }] };
    }
    const left = open === undefined ? known : [...known.slice(0, -1), ended(open, phase, now)];
    return { ...is, stages: current === undefined ? left : [...left, { ...current, startedAt: now }] };
}
function ended(stage, phase, now) {
    const undone = phase !== 'succeeded' && (snapshot/* OVER */.P[phase] || phase === 'rolling-back' || phase === 'stopping');
    return { ...stage, status: undone ? 'broken off' : 'done', endedAt: now };
}

;// CONCATENATED MODULE: ./src/observe/progress.ts
// What is known of a deployment by now, folded from one reading after the other. No clock, no AWS: values in, value out.





function begin(startedAt) {
    return {
        startedAt,
        turn: 0,
        phase: 'queued',
        looks: { status: undefined, target: undefined, service: undefined, alarms: undefined, stopped: undefined },
        shiftBegan: undefined,
        stepped: undefined,
        shifted: undefined,
        over: undefined,
        foundOver: false,
        rollingBack: undefined,
        paused: undefined,
        inactiveLooks: 0,
        cause: undefined,
        ask: undefined,
        answers: [],
        toldAt: startedAt
    };
}
function fold(before, reading, now) {
    const turn = before.turn + 1;
    const seen = {
        status: look(before.looks.status, reading.status, turn),
        target: look(before.looks.target, reading.target, turn),
        service: look(before.looks.service, reading.service, turn),
        alarms: look(before.looks.alarms, reading.alarms, turn),
        stopped: look(before.looks.stopped, reading.stopped, turn)
    };
    const phase = phaseOf(seen, before);
    const looks = { ...seen, target: visited(before.looks.target, seen.target, phase, now) };
    const mark = { turn, at: now };
    return {
        ...before,
        turn,
        phase,
        looks,
        shiftBegan: before.shiftBegan ?? shiftBegan(before, looks, now),
        stepped: stepped(before, looks, now),
        shifted: isShifted(looks)
            ? (before.shifted ?? { turn, at: between(before, looks.target?.part?.shiftedAt, now) })
            : undefined,
        over: snapshot/* OVER */.P[phase] ? (before.phase === phase ? (before.over ?? mark) : mark) : undefined,
        foundOver: before.foundOver || (before.looks.status?.part === undefined && snapshot/* OVER */.P[phase]),
        rollingBack: phase === 'rolling-back' ? (before.rollingBack ?? mark) : before.rollingBack,
        paused: phase === 'paused' ? (before.paused ?? mark) : undefined,
        inactiveLooks: inactiveLooks(before, reading),
        cause: exacter(before.cause, looks.status?.part?.cause)
    };
}
function asked(before, action, refused, now) {
    return { ...before, ask: { action, at: before.ask?.at ?? now, tries: (before.ask?.tries ?? 0) + 1, refused } };
}
function answered(before, gate, refused) {
    const key = (0,snapshot/* gateKey */.l)(gate);
    const known = before.answers.find((answer) => answer.gate === key);
    const others = before.answers.filter((answer) => answer !== known);
    return { ...before, answers: [...others, { gate: key, tries: (known?.tries ?? 0) + 1, refused }] };
}
/** The gates nobody has answered yet: AWS may show one for a moment after it was passed. */
function openGates(progress, pursuit) {
    const passed = progress.answers.filter(({ refused }) => refused === undefined).map(({ gate }) => gate);
    const gates = progress.phase === 'paused' ? (progress.looks.status?.part?.gates ?? []) : [];
    return gates.filter((gate) => ![...pursuit.answered, ...passed].includes((0,snapshot/* gateKey */.l)(gate)));
}
/** A source was looked at in a turn after `mark`, whether or not it could be seen. */
function lookedSince(look, mark) {
    return look !== undefined && look.turn > mark.turn;
}
/** What the timetable predicts from what was seen. */
function predicted(progress, pursuit) {
    if (progress.shiftBegan === undefined)
        return [];
    return moments(pursuit.timetable, progress.shiftBegan + delay(progress, pursuit), progress.shifted?.at);
}
/** Hooks and people hold steps up, and all that follow with them. Less than this is how late a look may be. */
const HELD_UP = 30_000;
function delay({ shiftBegan, stepped: last }, { timetable }) {
    const step = last && timetable.steps.findLast(({ weight }) => weight <= last.to);
    if (step === undefined || last === undefined || shiftBegan === undefined)
        return 0;
    const late = last.at - (shiftBegan + step.after);
    // What was found under way, or moved between two looks, began before it was seen.
    return late > HELD_UP || late < 0 ? late : 0;
}
function outlookOf(progress, pursuit) {
    // What is undone or over follows no timetable.
    if (progress.rollingBack || progress.over || progress.ask)
        return NO_OUTLOOK;
    const { deadline, timetable } = pursuit;
    if (progress.paused) {
        const told = openGates(progress, pursuit)[0]?.expiresAt;
        const at = told ?? (timetable.readyWait > 0 ? progress.paused.at + timetable.readyWait : undefined);
        const next = at === undefined ? undefined : { kind: 'expiry', at };
        return { next, end: undefined, deadline };
    }
    return outlook(predicted(progress, pursuit), progress.looks.target?.part?.traffic, deadline);
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
    if (before.over && !snapshot/* OVER */.P[status.phase] && status.phase !== 'rolling-back')
        return before.phase;
    const { ask } = before;
    // A request without an answer may have been heard.
    const heard = ask?.refused === undefined || (0,problem/* isPassing */.W)(ask.refused.code);
    const askedBack = ask?.action.kind === 'roll-back' && heard;
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
        return service?.part?.targetServesAlone === true;
    return target?.part?.shifted === true;
}
function shiftBegan(before, looks, now) {
    const target = looks.target?.part;
    if (target === undefined)
        return undefined;
    const moving = target.phase === 'shifting' || target.shifted || (target.traffic ?? 0) > 0;
    return moving ? between(before, target.shiftStartedAt, now) : undefined;
}
/** Where AWS tells only the stage it is in, the visits are put together from what was seen. */
function visited(before, is, phase, now) {
    if (is?.part === undefined || is === before || is.blind)
        return is;
    return { ...is, part: withVisits(before?.part, is.part, phase, now) };
}
function stepped(before, looks, now) {
    const traffic = looks.target?.part?.traffic;
    const rose = traffic !== undefined && traffic > (before.stepped?.to ?? 0);
    return rose ? { at: now, to: traffic } : before.stepped;
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
    /** Two calls, while tasks are being started. */
    stopped: 300 * units/* SECOND */.Z,
    rollback: 15 * units/* SECOND */.Z,
    /** Around a predicted moment, and while something is being undone. */
    dense: 5 * units/* SECOND */.Z,
    /** The target inside a long hold or bake, where nothing can move. */
    quiet: 60 * units/* SECOND */.Z,
    /** Any source that could not be seen, the longer the rarer. */
    blind: 20 * units/* SECOND */.Z
};
/** How far around a predicted moment looks are dense: AWS acts some seconds late, never early. */
const DENSE = { before: 2 * units/* SECOND */.Z, after: 20 * units/* SECOND */.Z };
/** After the predicted end, instead: nothing predicts how long AWS cleans up, which takes it some ten seconds. */
const CLEANING = units/* MINUTE */.p;
/** A deployment that goes well has started its tasks by then, and is never asked why they stopped. */
const STARTING = 2 * units/* MINUTE */.p;
/** How long looks stay dense while something is being undone: a rollback to a living revision takes seconds. */
const HURRY = 2 * units/* MINUTE */.p;
/** A moment further away than this leaves the target quiet. */
const FAR = units/* MINUTE */.p;
/** The next instant at which something should be looked at, and all that is due then. */
function nextLook(progress, pursuit, now) {
    const wanted = ['status', 'target', 'service', 'alarms', 'stopped']
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
    if (look?.blind && source !== 'stopped') {
        const gap = Math.min(EVERY.blind, EVERY.status + (look.blind.looks - 1) * EVERY.dense);
        return look.at + Math.min(gap, (source === 'status' ? pursuit.maxGap : undefined) ?? gap);
    }
    switch (source) {
        case 'status':
            return look === undefined ? now : nextAt(look.at, statusGap(progress, pursuit, now), progress, pursuit, 'end');
        case 'target':
            return targetAt(look, progress, pursuit, now);
        case 'alarms':
            if (!pursuit.watchesAlarms || snapshot/* OVER */.P[progress.phase])
                return undefined;
            return look === undefined ? now : look.at + EVERY.alarms;
        case 'stopped':
            if (progress.phase !== 'provisioning')
                return undefined;
            return look === undefined ? progress.startedAt + STARTING : look.at + EVERY.stopped;
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
    if (source === 'stopped') {
        const ended = progress.rollingBack ?? progress.over;
        return ended !== undefined && progress.phase !== 'succeeded' && !lookedSince(look, ended);
    }
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
    // A look at a rollback is two calls: the deployment and the one that undoes it.
    if (!undoing && rollingBack && !over)
        return EVERY.rollback;
    return undoing ? EVERY.dense : Math.min(EVERY.status, pursuit.maxGap ?? EVERY.status);
}
function targetAt(look, progress, pursuit, now) {
    const status = progress.looks.status?.part?.phase;
    if (status === undefined || status === 'queued' || snapshot/* OVER */.P[progress.phase])
        return undefined;
    if (look === undefined)
        return now;
    const ahead = predicted(progress, pursuit).find((moment) => moment.kind === 'weight' && moment.at > now);
    const quiet = progress.phase === 'baking' || progress.phase === 'rolling-back' || (ahead !== undefined && ahead.at - now > FAR);
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
    return at <= moment.at + (moment.kind === 'end' ? CLEANING : DENSE.after) ? at : undefined;
}

// EXTERNAL MODULE: ./src/observe/pursuit.ts
var observe_pursuit = __nccwpck_require__(1286);
;// CONCATENATED MODULE: ./src/observe/confirm.ts

/** Only looks newer than `since` count. */
function confirm_confirm(progress, since) {
    const { service, target } = progress.looks;
    if (service?.blind)
        return { kind: 'blind', problem: service.blind.problem, forGood: service.blind.forGood };
    if (!lookedSince(service, since) || service?.part === undefined)
        return { kind: 'no', found: 'the service was not read since' };
    // The weight is left out of account only where it can never be read: one look that failed may hide that traffic is missing.
    if (target?.blind && !target.blind.forGood)
        return { kind: 'blind', problem: target.blind.problem, forGood: false };
    // What was over before anybody looked tells the weights of its own end, and others may have begun since.
    const told = target?.blind ? undefined : target?.part?.traffic;
    const traffic = progress.foundOver && told === 100 ? undefined : told;
    const found = shortcoming(service.part, traffic);
    if (found !== undefined)
        return { kind: 'no', found };
    // Where no weight is told, tasks of another revision that are still wanted serve beside ours.
    if (traffic === undefined && !service.part.targetServesAlone) {
        return { kind: 'no', found: 'another revision still has tasks in the service', lasts: true };
    }
    return { kind: 'yes' };
}
/** What keeps the target from serving; undefined when nothing does. Unknown traffic is left to the primary, which moves last. */
function shortcoming(service, traffic) {
    if (!service.active)
        return 'the service is not active';
    if (!service.primaryIsTarget) {
        const name = service.primary?.taskDefinition.split('/').at(-1);
        return name === undefined ? 'the service has no primary' : `the primary runs ${name}`;
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
function judge(progress, pursuit, now) {
    if (progress.inactiveLooks >= observe_pursuit/* PATIENCE */.a.inactiveLooks)
        return conclude(failed({ kind: 'service-gone' }, progress));
    if (snapshot/* OVER */.P[progress.phase])
        return over(progress, pursuit, now);
    return (lost(progress, now) ??
        rollingBack(progress, pursuit, now) ??
        shifted(progress, pursuit, now) ??
        atGate(progress, pursuit) ??
        late(progress, pursuit, now) ??
        WAIT);
}
/** AWS has finished: its word is checked against the service before anybody is told. */
function over(progress, pursuit, now) {
    const mark = progress.over;
    if (mark === undefined)
        return WAIT;
    const { service, target } = progress.looks;
    if (!(settled(service, mark) && settled(target, mark)))
        return WAIT;
    const late = now - mark.at >= observe_pursuit/* PATIENCE */.a.settle;
    switch (progress.phase) {
        case 'succeeded': {
            const confirmed = confirm_confirm(progress, mark);
            if (confirmed.kind === 'yes')
                return conclude({ kind: 'succeeded', until: 'complete' });
            if (confirmed.kind === 'no') {
                const givenUp = late && (confirmed.lasts === undefined || now >= pursuit.deadline);
                return givenUp ? conclude(failed({ kind: 'not-serving', found: confirmed.found }, progress)) : WAIT;
            }
            // A permission that is missing will be missing the next time.
            const givenUp = confirmed.forGood || now - mark.at >= observe_pursuit/* PATIENCE */.a.blind;
            return givenUp ? conclude({ kind: 'unknown', problem: confirmed.problem }) : WAIT;
        }
        case 'rolled-back': {
            const found = notBack(progress, mark);
            if (found === undefined)
                return conclude({ kind: 'rolled-back', cause: causeOf(progress, pursuit) });
            // AWS says the old revision is back, the service does not: believed only after it had time to settle.
            return late ? conclude(failed({ kind: 'not-serving', found }, progress)) : WAIT;
        }
        case 'stopped': {
            const byPerson = progress.looks.status?.part?.cause?.kind === 'operator';
            if (byPerson && now - mark.at < observe_pursuit/* PATIENCE */.a.rollbackSurprises)
                return WAIT;
            return conclude(failed(causeOf(progress, pursuit), progress));
        }
        case 'failed':
            return conclude(failed(causeOf(progress, pursuit), progress));
        case 'queued':
        case 'running':
        case 'provisioning':
        case 'paused':
        case 'shifting':
        case 'baking':
        case 'rolling-back':
        case 'stopping':
            return WAIT;
    }
}
/** The status cannot be seen. */
function lost(progress, now) {
    const blind = progress.looks.status?.blind;
    if (blind === undefined)
        return undefined;
    const unknown = conclude({ kind: 'unknown', problem: blind.problem });
    const { code } = blind.problem;
    const since = now - blind.since;
    if (blind.forGood)
        return unknown;
    if (code === 'DEPLOYMENT_GONE')
        return blind.looks >= observe_pursuit/* PATIENCE */.a.goneLooks && since >= observe_pursuit/* PATIENCE */.a.gone ? unknown : WAIT;
    if ((0,problem/* isPassing */.W)(code))
        return since >= observe_pursuit/* PATIENCE */.a.blind ? unknown : undefined;
    return blind.looks >= (code === 'CREDENTIALS_EXPIRED' ? observe_pursuit/* PATIENCE */.a.expiredLooks : observe_pursuit/* PATIENCE */.a.refusedLooks)
        ? unknown
        : WAIT;
}
/** All traffic has moved, and that is all the user wanted to wait for. */
function shifted(progress, pursuit, now) {
    if (pursuit.until !== 'traffic-shifted' || progress.shifted === undefined || progress.ask)
        return undefined;
    if (progress.phase === 'stopping')
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
/** It waits for a person: the one gate that is nobody's wish is passed, at any other this run may be done. */
function atGate(progress, pursuit) {
    const [gate] = openGates(progress, pursuit);
    if (gate === undefined)
        return undefined;
    const target = progress.looks.target;
    const traffic = target?.blind ? undefined : target?.part?.traffic;
    if (pursuit.passesFirst && traffic === 0) {
        const answer = progress.answers.find((each) => each.gate === (0,snapshot/* gateKey */.l)(gate));
        const refused = answer?.refused;
        const givenUp = refused?.code === 'NOT_ALLOWED' || (answer?.tries ?? 0) >= observe_pursuit/* PATIENCE */.a.askTries;
        if (refused === undefined || !givenUp)
            return { kind: 'act', action: { kind: 'continue', gate } };
        return conclude(leftRunning({ kind: 'not-continued', problem: refused }, progress));
    }
    return pursuit.until === 'paused' ? conclude({ kind: 'paused', gate, traffic }) : undefined;
}
/** A roll-back has its own patience, whoever asked for it. */
function rollingBack(progress, pursuit, now) {
    const mark = progress.rollingBack;
    if (progress.phase !== 'rolling-back' || mark === undefined)
        return undefined;
    const waited = now - mark.at;
    if (progress.looks.status?.part?.rollback === undefined && waited >= observe_pursuit/* PATIENCE */.a.rollbackAppears) {
        return conclude(failed({ kind: 'rollback-missing', waited, first: causeOf(progress, pursuit) }, progress));
    }
    return waited >= observe_pursuit/* PATIENCE */.a.rollback ? conclude(leftRunning(causeOf(progress, pursuit), progress)) : WAIT;
}
/** Our own patience is over. Acting needs a look at the traffic that is newer than the deadline. */
function late(progress, pursuit, now) {
    if (now < pursuit.deadline)
        return undefined;
    const cause = { kind: 'deadline', after: now - progress.startedAt };
    const leave = conclude(leftRunning(cause, progress));
    const { ask } = progress;
    if (ask) {
        // A permission that is missing will be missing the next time.
        const givenUp = ask.refused?.code === 'NOT_ALLOWED' ||
            now - ask.at >= observe_pursuit/* PATIENCE */.a.rollback ||
            (ask.refused !== undefined && ask.tries >= observe_pursuit/* PATIENCE */.a.askTries);
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
    const moved = traffic === undefined ? (service?.blind ? undefined : service?.part?.targetServesAlone) : traffic >= 100;
    if (moved !== undefined)
        return moved ? leave : { kind: 'act', action };
    const never = target?.blind?.forGood === true && service?.blind?.forGood === true;
    return never || now - pursuit.deadline >= observe_pursuit/* PATIENCE */.a.blind ? leave : WAIT;
}
function stale(look, since) {
    return look?.blind?.forGood !== true && (look === undefined || look.at < since);
}
function settled(look, mark) {
    return look?.blind?.forGood === true || lookedSince(look, mark);
}
/** What speaks against the old revision having all traffic again. Only a service that may not be read leaves AWS's word alone. */
function notBack({ looks: { service, target } }, mark) {
    if (service?.blind?.forGood)
        return undefined;
    if (service?.blind || !lookedSince(service, mark) || service?.part === undefined)
        return 'the service could not be read after the roll-back';
    if (service.part.primaryIsTarget)
        return 'the new revision is still the primary after the roll-back';
    const traffic = target?.blind ? 0 : (target?.part?.traffic ?? 0);
    return traffic === 100 ? 'the new revision still has all traffic after the roll-back' : undefined;
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
function failed(cause, progress) {
    return { kind: 'failed', cause, traffic: lastTraffic(progress) };
}
function leftRunning(cause, progress) {
    const { ask } = progress;
    const asked = askedOf(ask);
    return {
        kind: 'left-running',
        cause,
        traffic: lastTraffic(progress),
        asked,
        ...(ask?.refused && { refusal: ask.refused })
    };
}
function askedOf(ask) {
    if (ask === undefined || ask.action.kind === 'continue')
        return 'nothing';
    return ask.refused ? 'unanswered' : ask.action.kind;
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
        ...serviceEvents(before, after, now),
        ...stoppedTasks(before, after, now)
    ];
    if (changes.length > 0 || now - before.toldAt < observe_pursuit/* PATIENCE */.a.heartbeat)
        return changes;
    const traffic = after.looks.target?.part?.traffic;
    return [{ kind: 'heartbeat', at: now, phase: after.phase, traffic, outlook: outlookOf(after, pursuit) }];
}
/** Being blind is said once, when a second look in a row fails or none can help; so is seeing again. */
function sights(before, after, at) {
    const sources = ['status', 'target', 'service', 'alarms', 'stopped'];
    return sources.flatMap((source) => {
        const was = before.looks[source];
        const is = after.looks[source];
        if (is?.blind && isWorthSaying(is.blind) && !(was?.blind && isWorthSaying(was.blind))) {
            return [{ kind: 'blind', at, source, problem: is.blind.problem, forGood: is.blind.forGood }];
        }
        if (was?.blind && isWorthSaying(was.blind) && is && !is.blind) {
            return [{ kind: 'sighted', at, source, after: at - was.blind.since }];
        }
        return [];
    });
}
function isWorthSaying({ looks, forGood }) {
    return forGood || looks >= 2;
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
    for (const gate of is?.gates ?? []) {
        if (was?.gates.some((other) => (0,snapshot/* gateKey */.l)(other) === (0,snapshot/* gateKey */.l)(gate)))
            continue;
        events.push({ kind: 'paused', at, gate });
    }
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
    for (const [index, stage] of is.stages.entries()) {
        // Visits of a stage may repeat, and are only ever added to.
        const known = is.tells === 'all' ? was?.stages.find((other) => other.name === stage.name) : was?.stages[index];
        if (stage.status !== known?.status && stage.status !== 'Pending')
            events.push({ kind: 'stage', at, stage });
    }
    const from = was?.traffic;
    if (is.traffic !== undefined && is.traffic !== from && !(from === undefined && is.traffic === 0)) {
        const outlook = is.traffic < (from ?? 0) ? NO_OUTLOOK : outlookOf(after, pursuit);
        events.push({ kind: 'traffic', at, from, to: is.traffic, old: is.oldTraffic, outlook });
    }
    const { testTraffic } = is;
    if (testTraffic !== undefined && testTraffic !== (was?.testTraffic ?? 0)) {
        events.push({ kind: 'test-traffic', at, from: was?.testTraffic, to: testTraffic });
    }
    for (const hook of is.hooks) {
        const known = was?.hooks.find((other) => other.id === hook.id);
        // A pause that waits is told as a gate; what was over before anybody looked is no news.
        const silent = hook.status === 'AWAITING_ACTION' || (was === undefined && hook.status === 'SUCCEEDED');
        if (known?.status !== hook.status && !silent)
            events.push({ kind: 'hook', at, hook });
    }
    for (const monitor of is.monitors)
        if (isNews(monitor, before, after, pursuit))
            events.push({ kind: 'monitor', at, monitor });
    const { tasks } = is;
    const counted = was?.tasks;
    const recounted = tasks?.running !== counted?.running || tasks?.pending !== counted?.pending || tasks?.desired !== counted?.desired;
    const nothing = counted === undefined && tasks?.desired === 0 && tasks.running === 0;
    if (tasks && recounted && !nothing)
        events.push({ kind: 'tasks', at, tasks });
    return events;
}
/** As a reader expects it of a deployment: said by nobody. */
const AS_EXPECTED = new Set(['MONITORING', 'MONITORING_COMPLETE']);
/** What AWS watches with is told when it counts, has seen something, or does not watch although it was to. */
function isNews(monitor, before, after, pursuit) {
    const known = before.looks.target?.part?.monitors.find((other) => other.name === monitor.name);
    const failures = monitor.count?.failures ?? 0;
    if (failures > 0 && failures !== known?.count?.failures)
        return true;
    if (AS_EXPECTED.has(monitor.status))
        return false;
    if (monitor.status !== 'DISABLED')
        return monitor.status !== known?.status;
    // It watches nothing before it has begun.
    const began = after.phase !== 'queued' && (before.phase === 'queued' || known?.status !== 'DISABLED');
    return began && monitor.name === 'alarms' && pursuit.watchesAlarms;
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
/** A reason is told when it is new, and again when it has become ten times as common. */
function stoppedTasks(before, after, at) {
    const was = before.looks.stopped?.part ?? [];
    return (after.looks.stopped?.part ?? []).flatMap((tasks) => {
        const known = was.find((other) => other.reason === tasks.reason)?.count ?? 0;
        return Math.floor(Math.log10(tasks.count)) > Math.floor(Math.log10(known)) ? [{ kind: 'stopped', at, tasks }] : [];
    });
}
function byTime(one, other) {
    return one.at - other.at;
}

;// CONCATENATED MODULE: ./src/observe/withdraw.ts





async function withdraw(before, pursuit, follower, handle, { clock, emit }) {
    const ended = endOf(before, pursuit);
    if (ended)
        return ended;
    const action = mayAct(before) ? actionOf(pursuit.onCancel) : undefined;
    let progress = before;
    const end = clock.now() + observe_pursuit/* PATIENCE */.a.cancel;
    while (action && clock.now() < end) {
        const limit = AbortSignal.timeout(observe_pursuit/* PATIENCE */.a.cancelRequest);
        const refused = await refusal(() => follower.act(handle, action, limit));
        progress = asked(progress, action, refused, clock.now());
        await emit({ kind: 'acted', at: clock.now(), action, problem: refused, because: 'cancel' });
        if (refused === undefined || refused.code === 'NOT_ALLOWED')
            break;
        await clock.sleep(observe_pursuit/* PATIENCE */.a.cancelPause);
    }
    return leftRunning({ kind: 'cancelled' }, progress);
}
/** What AWS has finished is told as far as it is known: nothing is left running. */
function endOf(progress, pursuit) {
    const cause = causeOf(progress, pursuit);
    switch (progress.phase) {
        case 'succeeded':
            return { kind: 'unknown', problem: unverified() };
        case 'rolled-back':
            return { kind: 'rolled-back', cause };
        case 'failed':
        case 'stopped':
            return { kind: 'failed', cause, traffic: progress.looks.target?.part?.traffic };
        case 'rolling-back':
        case 'stopping':
            return leftRunning(cause, progress);
        case 'queued':
        case 'running':
        case 'provisioning':
        case 'paused':
        case 'shifting':
        case 'baking':
            return undefined;
    }
}
/** Not when AWS agreed already, nor when there is nothing left to bring back. */
function mayAct({ ask, shifted }) {
    const agreed = ask !== undefined && ask.refused === undefined;
    return !agreed && shifted === undefined;
}
function unverified() {
    return new problem/* Problem */.A('CANCELLED', {
        found: 'AWS says that the deployment has succeeded; the job was cancelled before that was verified',
        remedy: 'Look at the service in the console, or run the job again.'
    });
}
/** Why AWS did not do what it was asked for; undefined when it agreed. */
async function refusal(act) {
    try {
        await act();
        return undefined;
    }
    catch (error) {
        return error instanceof problem/* Problem */.A ? error : new problem/* Problem */.A('INTERNAL', { found: String(error), cause: error });
    }
}

;// CONCATENATED MODULE: ./src/observe/watch.ts





/** `done`: what this run has asked of AWS already. */
async function watch(pursuit, follower, handle, watcher, done = []) {
    const { clock, cancelled, emit } = watcher;
    let progress = done.reduce((sofar, action) => after(sofar, action, undefined, clock.now()), begin(clock.now()));
    for (;;) {
        const due = nextLook(progress, pursuit, clock.now());
        await clock.sleep(due.at - clock.now(), cancelled);
        if (cancelled.aborted)
            return withdraw(progress, pursuit, follower, handle, watcher);
        const reading = await follower.observe(handle, due.sources, cancelled);
        // What was given up because of the cancel says nothing about AWS.
        if (cancelled.aborted)
            return withdraw(progress, pursuit, follower, handle, watcher);
        const before = progress;
        const now = clock.now();
        progress = fold(before, reading, now);
        const events = tell(before, progress, pursuit, now);
        if (events.length > 0)
            progress = { ...progress, toldAt: now };
        for (const event of events)
            await emit(event);
        const decision = judge(progress, pursuit, now);
        switch (decision.kind) {
            case 'wait':
                break;
            case 'act': {
                const { action } = decision;
                const problem = await refusal(() => follower.act(handle, action));
                progress = after(progress, action, problem, clock.now());
                const because = action.kind === 'continue' ? 'own-pause' : 'time';
                await emit({ kind: 'acted', at: clock.now(), action, problem, because });
                break;
            }
            case 'conclude':
                return decision.verdict;
        }
    }
}
function after(progress, action, refused, now) {
    return action.kind === 'continue' ? answered(progress, action.gate, refused) : asked(progress, action, refused, now);
}


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
// The one writer: every byte to log, outputs and summary goes through here, sanitised. It never throws.



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
        summary: (markdown) => file('GITHUB_STEP_SUMMARY', 'The summary', (core) => core.summary
            .emptyBuffer()
            .addRaw(capDocument((0,sanitise/* sanitiseDocument */.Q6)(markdown)))
            .write())
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

/***/ 8933:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ TASK_DEFINITION)
/* harmony export */ });
// prettier-ignore
const TASK_DEFINITION = {
    "members": {
        "family": "text",
        "containerDefinitions": {
            "list": {
                "members": {
                    "name": "text",
                    "image": "text",
                    "repositoryCredentials": {
                        "members": {
                            "credentialsParameter": "text"
                        },
                        "needed": [
                            "credentialsParameter"
                        ]
                    },
                    "cpu": "whole",
                    "memory": "whole",
                    "memoryReservation": "whole",
                    "links": {
                        "list": "text"
                    },
                    "portMappings": {
                        "list": {
                            "members": {
                                "containerPort": "whole",
                                "hostPort": "whole",
                                "protocol": {
                                    "words": [
                                        "tcp",
                                        "udp"
                                    ]
                                },
                                "name": "text",
                                "appProtocol": {
                                    "words": [
                                        "grpc",
                                        "http",
                                        "http2"
                                    ]
                                },
                                "containerPortRange": "text"
                            },
                            "needed": []
                        }
                    },
                    "essential": "boolean",
                    "restartPolicy": {
                        "members": {
                            "enabled": "boolean",
                            "ignoredExitCodes": {
                                "list": "whole"
                            },
                            "restartAttemptPeriod": "whole"
                        },
                        "needed": [
                            "enabled"
                        ]
                    },
                    "entryPoint": {
                        "list": "text"
                    },
                    "command": {
                        "list": "text"
                    },
                    "environment": {
                        "list": {
                            "members": {
                                "name": "text",
                                "value": "quoted"
                            },
                            "needed": []
                        }
                    },
                    "environmentFiles": {
                        "list": {
                            "members": {
                                "value": "quoted",
                                "type": {
                                    "words": [
                                        "s3"
                                    ]
                                }
                            },
                            "needed": [
                                "value",
                                "type"
                            ]
                        }
                    },
                    "mountPoints": {
                        "list": {
                            "members": {
                                "sourceVolume": "text",
                                "containerPath": "text",
                                "readOnly": "boolean"
                            },
                            "needed": []
                        }
                    },
                    "volumesFrom": {
                        "list": {
                            "members": {
                                "sourceContainer": "text",
                                "readOnly": "boolean"
                            },
                            "needed": []
                        }
                    },
                    "linuxParameters": {
                        "members": {
                            "capabilities": {
                                "members": {
                                    "add": {
                                        "list": "text"
                                    },
                                    "drop": {
                                        "list": "text"
                                    }
                                },
                                "needed": []
                            },
                            "devices": {
                                "list": {
                                    "members": {
                                        "hostPath": "text",
                                        "containerPath": "text",
                                        "permissions": {
                                            "list": {
                                                "words": [
                                                    "mknod",
                                                    "read",
                                                    "write"
                                                ]
                                            }
                                        }
                                    },
                                    "needed": [
                                        "hostPath"
                                    ]
                                }
                            },
                            "initProcessEnabled": "boolean",
                            "sharedMemorySize": "whole",
                            "tmpfs": {
                                "list": {
                                    "members": {
                                        "containerPath": "text",
                                        "size": "whole",
                                        "mountOptions": {
                                            "list": "text"
                                        }
                                    },
                                    "needed": [
                                        "containerPath",
                                        "size"
                                    ]
                                }
                            },
                            "maxSwap": "whole",
                            "swappiness": "whole"
                        },
                        "needed": []
                    },
                    "secrets": {
                        "list": {
                            "members": {
                                "name": "text",
                                "valueFrom": "quoted"
                            },
                            "needed": [
                                "name",
                                "valueFrom"
                            ]
                        }
                    },
                    "dependsOn": {
                        "list": {
                            "members": {
                                "containerName": "text",
                                "condition": {
                                    "words": [
                                        "COMPLETE",
                                        "HEALTHY",
                                        "START",
                                        "SUCCESS"
                                    ]
                                }
                            },
                            "needed": [
                                "containerName",
                                "condition"
                            ]
                        }
                    },
                    "startTimeout": "whole",
                    "stopTimeout": "whole",
                    "versionConsistency": {
                        "words": [
                            "disabled",
                            "enabled"
                        ]
                    },
                    "hostname": "text",
                    "user": "text",
                    "workingDirectory": "text",
                    "disableNetworking": "boolean",
                    "privileged": "boolean",
                    "readonlyRootFilesystem": "boolean",
                    "dnsServers": {
                        "list": "text"
                    },
                    "dnsSearchDomains": {
                        "list": "text"
                    },
                    "extraHosts": {
                        "list": {
                            "members": {
                                "hostname": "text",
                                "ipAddress": "text"
                            },
                            "needed": [
                                "hostname",
                                "ipAddress"
                            ]
                        }
                    },
                    "dockerSecurityOptions": {
                        "list": "text"
                    },
                    "interactive": "boolean",
                    "pseudoTerminal": "boolean",
                    "dockerLabels": {
                        "texts": "by name"
                    },
                    "ulimits": {
                        "list": {
                            "members": {
                                "name": {
                                    "words": [
                                        "core",
                                        "cpu",
                                        "data",
                                        "fsize",
                                        "locks",
                                        "memlock",
                                        "msgqueue",
                                        "nice",
                                        "nofile",
                                        "nproc",
                                        "rss",
                                        "rtprio",
                                        "rttime",
                                        "sigpending",
                                        "stack"
                                    ]
                                },
                                "softLimit": "whole",
                                "hardLimit": "whole"
                            },
                            "needed": [
                                "name",
                                "softLimit",
                                "hardLimit"
                            ]
                        }
                    },
                    "logConfiguration": {
                        "members": {
                            "logDriver": {
                                "words": [
                                    "awsfirelens",
                                    "awslogs",
                                    "fluentd",
                                    "gelf",
                                    "journald",
                                    "json-file",
                                    "splunk",
                                    "syslog"
                                ]
                            },
                            "options": {
                                "texts": "by name"
                            },
                            "secretOptions": {
                                "list": {
                                    "members": {
                                        "name": "text",
                                        "valueFrom": "quoted"
                                    },
                                    "needed": [
                                        "name",
                                        "valueFrom"
                                    ]
                                }
                            }
                        },
                        "needed": [
                            "logDriver"
                        ]
                    },
                    "healthCheck": {
                        "members": {
                            "command": {
                                "list": "text"
                            },
                            "interval": "whole",
                            "timeout": "whole",
                            "retries": "whole",
                            "startPeriod": "whole"
                        },
                        "needed": [
                            "command"
                        ]
                    },
                    "systemControls": {
                        "list": {
                            "members": {
                                "namespace": "text",
                                "value": "quoted"
                            },
                            "needed": []
                        }
                    },
                    "resourceRequirements": {
                        "list": {
                            "members": {
                                "type": {
                                    "words": [
                                        "GPU",
                                        "InferenceAccelerator",
                                        "NeuronDevice"
                                    ]
                                },
                                "value": "quoted",
                                "sharingStrategy": {
                                    "members": {
                                        "nvidiaMps": {
                                            "members": {
                                                "memory": "whole",
                                                "maxComputePercent": "whole"
                                            },
                                            "needed": [
                                                "memory"
                                            ]
                                        }
                                    },
                                    "needed": []
                                }
                            },
                            "needed": [
                                "type"
                            ]
                        }
                    },
                    "firelensConfiguration": {
                        "members": {
                            "type": {
                                "words": [
                                    "fluentbit",
                                    "fluentd"
                                ]
                            },
                            "options": {
                                "texts": "by name"
                            }
                        },
                        "needed": [
                            "type"
                        ]
                    },
                    "credentialSpecs": {
                        "list": "text"
                    }
                },
                "needed": []
            }
        },
        "taskRoleArn": "text",
        "executionRoleArn": "text",
        "networkMode": {
            "words": [
                "awsvpc",
                "bridge",
                "host",
                "none"
            ]
        },
        "volumes": {
            "list": {
                "members": {
                    "name": "text",
                    "host": {
                        "members": {
                            "sourcePath": "text"
                        },
                        "needed": []
                    },
                    "dockerVolumeConfiguration": {
                        "members": {
                            "scope": {
                                "words": [
                                    "shared",
                                    "task"
                                ]
                            },
                            "autoprovision": "boolean",
                            "driver": "text",
                            "driverOpts": {
                                "texts": "by name"
                            },
                            "labels": {
                                "texts": "by name"
                            }
                        },
                        "needed": []
                    },
                    "efsVolumeConfiguration": {
                        "members": {
                            "fileSystemId": "text",
                            "rootDirectory": "text",
                            "transitEncryption": {
                                "words": [
                                    "DISABLED",
                                    "ENABLED"
                                ]
                            },
                            "transitEncryptionPort": "whole",
                            "authorizationConfig": {
                                "members": {
                                    "accessPointId": "text",
                                    "iam": {
                                        "words": [
                                            "DISABLED",
                                            "ENABLED"
                                        ]
                                    }
                                },
                                "needed": []
                            }
                        },
                        "needed": [
                            "fileSystemId"
                        ]
                    },
                    "s3filesVolumeConfiguration": {
                        "members": {
                            "fileSystemArn": "text",
                            "rootDirectory": "text",
                            "transitEncryptionPort": "whole",
                            "accessPointArn": "text"
                        },
                        "needed": [
                            "fileSystemArn"
                        ]
                    },
                    "fsxWindowsFileServerVolumeConfiguration": {
                        "members": {
                            "fileSystemId": "text",
                            "rootDirectory": "text",
                            "authorizationConfig": {
                                "members": {
                                    "credentialsParameter": "text",
                                    "domain": "text"
                                },
                                "needed": [
                                    "credentialsParameter",
                                    "domain"
                                ]
                            }
                        },
                        "needed": [
                            "fileSystemId",
                            "rootDirectory",
                            "authorizationConfig"
                        ]
                    },
                    "configuredAtLaunch": "boolean"
                },
                "needed": []
            }
        },
        "placementConstraints": {
            "list": {
                "members": {
                    "type": {
                        "words": [
                            "memberOf"
                        ]
                    },
                    "expression": "text"
                },
                "needed": []
            }
        },
        "requiresCompatibilities": {
            "list": {
                "words": [
                    "EC2",
                    "EXTERNAL",
                    "FARGATE",
                    "MANAGED_INSTANCES"
                ]
            }
        },
        "cpu": "text",
        "memory": "text",
        "tags": {
            "list": {
                "members": {
                    "key": "text",
                    "value": "quoted"
                },
                "needed": []
            }
        },
        "pidMode": {
            "words": [
                "host",
                "task"
            ]
        },
        "ipcMode": {
            "words": [
                "host",
                "none",
                "task"
            ]
        },
        "proxyConfiguration": {
            "members": {
                "containerName": "text",
                "type": {
                    "words": [
                        "APPMESH"
                    ]
                },
                "properties": {
                    "list": {
                        "members": {
                            "name": "text",
                            "value": "quoted"
                        },
                        "needed": []
                    }
                }
            },
            "needed": [
                "containerName"
            ]
        },
        "inferenceAccelerators": {
            "list": {
                "members": {
                    "deviceName": "text",
                    "deviceType": "text"
                },
                "needed": [
                    "deviceName",
                    "deviceType"
                ]
            }
        },
        "ephemeralStorage": {
            "members": {
                "sizeInGiB": "whole"
            },
            "needed": [
                "sizeInGiB"
            ]
        },
        "runtimePlatform": {
            "members": {
                "cpuArchitecture": {
                    "words": [
                        "ARM64",
                        "X86_64"
                    ]
                },
                "operatingSystemFamily": {
                    "words": [
                        "LINUX",
                        "WINDOWS_SERVER_2004_CORE",
                        "WINDOWS_SERVER_2016_FULL",
                        "WINDOWS_SERVER_2019_CORE",
                        "WINDOWS_SERVER_2019_FULL",
                        "WINDOWS_SERVER_2022_CORE",
                        "WINDOWS_SERVER_2022_FULL",
                        "WINDOWS_SERVER_2025_CORE",
                        "WINDOWS_SERVER_2025_FULL",
                        "WINDOWS_SERVER_20H2_CORE"
                    ]
                }
            },
            "needed": []
        },
        "enableFaultInjection": "boolean"
    },
    "needed": [
        "family",
        "containerDefinitions"
    ]
};


/***/ }),

/***/ 9395:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ changes)
});

// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./src/plan/check/known-members.ts
var known_members = __nccwpck_require__(8933);
;// CONCATENATED MODULE: ./src/plan/normal-rules.ts
const FALSE = { usual: [false] };
const SET = { unordered: true };
const PRIVATE = { hidden: true, emptiable: true };
const VARIABLES = { by: ['name'], about: 'value', hidden: true };
const SECRETS = { by: ['name'], about: 'valueFrom', hidden: true };
/**
 * `essential`, `protocol`, `hostPort`, `readOnly`, `versionConsistency` and `restartAttemptPeriod` by the documentation:
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * `cpu` 0 and the three numbers of a health check come back from AWS where none were sent:
 * https://github.com/hashicorp/terraform-provider-aws/issues/22060
 */
const CONTAINER = {
    cpu: { usual: [0] },
    essential: { usual: [true] },
    versionConsistency: { usual: ['enabled'] },
    environment: VARIABLES,
    secrets: SECRETS,
    dockerLabels: PRIVATE,
    portMappings: {
        by: ['containerPort', 'containerPortRange', 'protocol'],
        of: { protocol: { usual: ['tcp'] }, hostPort: { usual: [0], follows: 'containerPort' } }
    },
    mountPoints: { by: ['containerPath'], of: { readOnly: FALSE } },
    volumesFrom: { by: ['sourceContainer'], of: { readOnly: FALSE } },
    dependsOn: { by: ['containerName'], about: 'condition' },
    ulimits: { by: ['name'] },
    systemControls: { by: ['namespace'], about: 'value' },
    extraHosts: { by: ['hostname'], about: 'ipAddress' },
    resourceRequirements: { by: ['type'], about: 'value' },
    links: SET,
    dockerSecurityOptions: SET,
    credentialSpecs: SET,
    linuxParameters: {
        emptiable: true,
        of: {
            capabilities: { emptiable: true, of: { add: SET, drop: SET } },
            devices: { by: ['hostPath'], of: { permissions: SET } },
            tmpfs: { by: ['containerPath'] }
        }
    },
    logConfiguration: { of: { options: PRIVATE, secretOptions: SECRETS } },
    firelensConfiguration: { of: { options: PRIVATE } },
    healthCheck: {
        of: { interval: { usual: [30] }, timeout: { usual: [5] }, retries: { usual: [3] }, startPeriod: { usual: [0] } }
    },
    restartPolicy: { of: { ignoredExitCodes: SET, restartAttemptPeriod: { usual: [300] } } }
};
/** A volume with nothing but a name comes back with an empty `host`. The others by the documentation of each member. */
const VOLUME = {
    host: { emptiable: true },
    dockerVolumeConfiguration: { of: { driverOpts: PRIVATE, labels: PRIVATE } },
    efsVolumeConfiguration: {
        of: {
            rootDirectory: { usual: ['/'] },
            transitEncryption: { usual: ['DISABLED'] },
            authorizationConfig: { emptiable: true, of: { iam: { usual: ['DISABLED'] } } }
        }
    }
};
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
const TASK_DEFINITION = {
    containerDefinitions: { called: 'containers', by: ['name'], of: CONTAINER },
    // A short name comes back as an ARN of the same account, the only one a role may be of.
    taskRoleArn: { written: roleName },
    executionRoleArn: { written: roleName },
    cpu: { written: (value) => units(value, 'vcpu') },
    memory: { written: (value) => units(value, 'gb') },
    networkMode: { usual: ['bridge'] },
    requiresCompatibilities: SET,
    placementConstraints: SET,
    volumes: { by: ['name'], of: VOLUME },
    tags: { by: ['key'], about: 'value' },
    inferenceAccelerators: { by: ['deviceName'], about: 'deviceType' },
    proxyConfiguration: { of: { properties: { by: ['name'], about: 'value' } } },
    runtimePlatform: { emptiable: true },
    enableFaultInjection: FALSE
};
function roleName(value) {
    return typeof value === 'string' ? /^arn:[^:]*:iam::\d*:role\/(.+)$/.exec(value)?.[1] : undefined;
}
/** `1 vCPU` and `2 GB` are converted: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
function units(value, unit) {
    if (typeof value === 'number')
        return String(value);
    if (typeof value !== 'string')
        return undefined;
    const [, amount, suffix = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*)$/i.exec(value.trim()) ?? [];
    if (amount === undefined)
        return undefined;
    if (suffix === '')
        return String(Number(amount));
    return suffix.toLowerCase() === unit ? String(Math.round(Number(amount) * 1024)) : undefined;
}

;// CONCATENATED MODULE: ./src/plan/normal.ts
// A task definition in the form in which two can be compared: named things under their names, other ways to write the same
// made one, and without what AWS fills in by itself.



/** Stands before the number of a second thing of one name. */
const MARK = '\0';
function normal(definition) {
    const mode = definition['networkMode'];
    return branch(definition, TASK_DEFINITION, { samePorts: mode === 'awsvpc' || mode === 'host', hidden: false }, known_members/* TASK_DEFINITION */.M);
}
function branch(object, rules, outside, known) {
    const members = new Map();
    for (const [name, value] of Object.entries(object)) {
        const rule = Object.hasOwn(rules, name) ? (rules[name] ?? {}) : {};
        if (isFilledIn(value, rule, object, outside))
            continue;
        const form = memberOf(known, name);
        const within = form === undefined ? { ...outside, hidden: true } : outside;
        const node = nodeOf(value, rule, within, form);
        if (node)
            members.set(rule.called ?? name, node);
    }
    return { kind: 'branch', members };
}
/** Whether AWS would have put the same there by itself. */
function isFilledIn(value, { usual = [], follows }, owner, { samePorts }) {
    const followed = samePorts && follows !== undefined ? owner[follows] : undefined;
    return usual.includes(value) || (followed !== undefined && followed === value);
}
/** Undefined: as good as not given. AWS answers with an empty list where none was sent. */
function nodeOf(value, rule, outside, known) {
    if (value === null || ((0,json/* isList */.L)(value) && value.length === 0))
        return undefined;
    const within = rule.hidden ? { ...outside, hidden: true } : outside;
    if ((0,json/* isList */.L)(value))
        return byName(value, rule, within, itemOf(known)) ?? leaf(rule.unordered ? sorted(value) : value, within);
    if (!(0,json/* isObject */.G)(value))
        return leaf(rule.written?.(value) ?? value, within);
    const object = branch(value, rule.of ?? {}, within, known);
    return rule.emptiable && object.members.size === 0 ? undefined : object;
}
/** A list of named things; undefined when one of them has no name. */
function byName(list, rule, within, known) {
    const { by } = rule;
    if (by === undefined)
        return undefined;
    const members = new Map();
    for (const entry of list) {
        const name = nameOf(entry, rule);
        if (name === undefined || !(0,json/* isObject */.G)(entry))
            return undefined;
        const thing = branch(entry, rule.of ?? {}, within, known);
        const rest = new Map([...thing.members].filter(([member]) => !by.includes(member)));
        members.set(unusedName(name, members), about(rest, rule) ?? { kind: 'branch', members: rest });
    }
    return { kind: 'branch', members };
}
function nameOf(entry, { by = [], of = {} }) {
    if (!(0,json/* isObject */.G)(entry))
        return undefined;
    const parts = by.flatMap((member) => partOf(entry[member] ?? of[member]?.usual?.[0]));
    return by.some((member) => partOf(entry[member]).length > 0) ? parts.join('/') : undefined;
}
function partOf(value) {
    return typeof value === 'string' || typeof value === 'number' ? [value] : [];
}
/** Nothing is lost when two things have one name: they are counted behind a mark that no name holds. */
function unusedName(name, taken) {
    if (!taken.has(name))
        return name;
    for (let count = 2;; count++)
        if (!taken.has(`${name}${MARK}${count}`))
            return `${name}${MARK}${count}`;
}
function memberOf(known, name) {
    if (known === undefined || typeof known === 'string' || !('members' in known))
        return undefined;
    return Object.hasOwn(known.members, name) ? known.members[name] : undefined;
}
function itemOf(known) {
    return typeof known === 'object' && 'list' in known ? known.list : undefined;
}
/** A thing with a single property is that property. */
function about(rest, rule) {
    return rule.about !== undefined && rest.size === 1 ? rest.get(rule.about) : undefined;
}
function leaf(value, { hidden }) {
    const is = canonical(value);
    return { kind: 'leaf', is, told: hidden ? undefined : typeof value === 'string' ? value : is };
}
function sorted(list) {
    return list.toSorted((one, other) => (canonical(one) < canonical(other) ? -1 : 1));
}
/** JSON in which the order of members does not count, nor those that are null. */
function canonical(value) {
    return JSON.stringify(value, (_name, member) => {
        if (!(0,json/* isObject */.G)(member))
            return member;
        const given = Object.entries(member).filter(([, each]) => each !== null);
        return Object.fromEntries(given.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    });
}

;// CONCATENATED MODULE: ./src/plan/difference.ts

/** Both as they could be registered. Images come first, the others by their paths. */
function changes(running, definition) {
    return compare(normal(running), normal(definition), []).toSorted((one, other) => Number(isImage(other)) - Number(isImage(one)) || (one.path < other.path ? -1 : 1));
}
const IMAGE = /^containers\.[^.]+\.image$/;
function isImage({ path }) {
    return IMAGE.test(path);
}
function compare(before, after, path) {
    if (before?.kind === 'leaf' && after?.kind === 'leaf' && before.is === after.is)
        return [];
    const names = new Set([...namesIn(before), ...namesIn(after)]);
    const known = before === undefined || after === undefined || before.kind === after.kind;
    if (known && names.size > 0) {
        return [...names].flatMap((name) => compare(member(before, name), member(after, name), [...path, name]));
    }
    if (before?.kind === 'branch' && after?.kind === 'branch')
        return [];
    const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
    return [{ path: path.join('.').replaceAll(MARK, ' #'), kind, from: told(before), to: told(after) }];
}
function namesIn(node) {
    return node?.kind === 'branch' ? node.members.keys() : [];
}
function member(node, name) {
    return node?.kind === 'branch' ? node.members.get(name) : undefined;
}
function told(node) {
    return node?.kind === 'leaf' ? node.told : undefined;
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
    if ('words' in form)
        return plainMisfits('text', value, path);
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
            return [
                misfit(path, told(value), 'a whole number', 'Write a whole number like `80`: without quotes, decimals or leading zeros, and below 2^53.')
            ];
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
    if (typeof form === 'string' || 'words' in form)
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
    const shown = !secret && text !== undefined && text.length < 160 && !/\bvalue\b/i.test(text);
    return { kind: 'file', path: document.path, line, column, ...(shown && { text }) };
}


/***/ }),

/***/ 2365:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ imagesOf),
/* harmony export */   n: () => (/* binding */ imageChanges)
/* harmony export */ });
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7504);
// Which images a deployment changes, for the people who review it. Pure.

/** The image of each container of a task definition, as far as it has the form of one. */
function imagesOf(definition) {
    const containers = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(definition) ? definition['containerDefinitions'] : undefined;
    const images = new Map();
    for (const container of (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .L)(containers) ? containers : []) {
        if (!(0,_domain_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(container))
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


/***/ }),

/***/ 4201:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ readLatest),
/* harmony export */   Ki: () => (/* binding */ readRunning),
/* harmony export */   wZ: () => (/* binding */ readBase)
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
/** The newest active revision of a family; undefined where there is none, or the role may not read it. */
async function readLatest(family, aws, read) {
    if (typeof family !== 'string')
        return undefined;
    try {
        return await describe(family, aws, read);
    }
    catch (error) {
        // It could only have spared a registration.
        if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A)
            return undefined;
        throw error;
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

/***/ 2828:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ survey)
});

// UNUSED EXPORTS: understand

// EXTERNAL MODULE: ./src/domain/problem.ts
var domain_problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/plan/service-today.ts
/** Members AWS left out are undefined or empty, never made up. */
function serviceFacts(service, arn) {
    const taskSets = (service.taskSets ?? []).flatMap((set) => set.id === undefined ? [] : [{ ...placement(set), id: set.id, status: set.status, externalId: set.externalId }]);
    const primary = taskSets.find((set) => set.status === 'PRIMARY');
    return {
        ...placement(service),
        arn,
        desiredCount: service.desiredCount,
        schedulingStrategy: service.schedulingStrategy,
        // "If no value is specified, the tags aren't propagated." https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
        enableECSManagedTags: service.enableECSManagedTags ?? false,
        propagateTags: service.propagateTags ?? 'NONE',
        taskSets,
        primary,
        deployments: service.deployments ?? [],
        currentDeployment: service.currentServiceDeployment,
        running: primary?.taskDefinition ?? proven(service.deployments ?? []) ?? service.taskDefinition
    };
}
/**
 * ECS makes a new revision the primary in the first second. Until it has proven itself the one before it is what serves:
 * it is complete, and still wanted. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
function proven(deployments) {
    const complete = deployments.filter(({ rolloutState }) => rolloutState === 'COMPLETED');
    return complete.find(({ desiredCount }) => desiredCount !== 0)?.taskDefinition;
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

;// CONCATENATED MODULE: ./src/plan/survey.ts


const UNFIT = {
    EXTERNAL: 'its controller is EXTERNAL, so its task sets belong to a tool of yours that AWS knows nothing about'
};
const SERVICE_ARN = /^arn:(?<partition>[\w-]+):ecs:(?<region>[\w-]+):(?<account>\d{12}):service\/(?:(?<cluster>[^/]+)\/)?(?<name>[^/]+)$/;
async function survey(inputs, aws, read) {
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
    const place = placeOf(inputs);
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
    if (!isDriven(controller))
        problems.push(unfit(controller, target, place));
    if (!isDriven(controller) || problems.length > 0)
        return { ok: false, problems };
    return { ok: true, value: { target, controller, service: serviceFacts(service, service.serviceArn) } };
}
function isDriven(controller) {
    return controller === 'CODE_DEPLOY' || controller === 'ECS';
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
    const place = placeOf(inputs);
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
        expected: 'CODE_DEPLOY or ECS'
    });
}
function invalid(member, found, place) {
    return new domain_problem/* Problem */.A('AWS_ANSWER_INVALID', { place, found: `\`${member}\` is ${found ?? 'missing'}` });
}
function placeOf(inputs) {
    return { kind: 'aws', call: 'ecs:DescribeServices', resource: `${inputs.cluster}/${inputs.service}` };
}
function lastSegment(arn) {
    return arn?.split('/').at(-1);
}


/***/ }),

/***/ 8920:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ registrable),
  X: () => (/* binding */ render)
});

// EXTERNAL MODULE: ./src/plan/form.ts
var plan_form = __nccwpck_require__(4533);
// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
;// CONCATENATED MODULE: ./src/plan/check/part.ts
// An object of the definition with the place where it stands, and its members as far as they have the type asked for:
// a rule never stumbles over a wrong type, which is told elsewhere. Pure.

/** Null is as good as not given. */
function member(part, name) {
    const value = part && Object.hasOwn(part.value, name) ? part.value[name] : undefined;
    return value ?? undefined;
}
function at(part, ...steps) {
    return [...part.path, ...steps];
}
function textOf(part, name) {
    const value = member(part, name);
    return typeof value === 'string' ? value : undefined;
}
function numberOf(part, name) {
    const value = member(part, name);
    return typeof value === 'number' ? value : undefined;
}
function partOf(part, name) {
    const value = member(part, name);
    return part && (0,json/* isObject */.G)(value) ? { value, path: at(part, name) } : undefined;
}
/** The objects of a list. */
function partsOf(part, name) {
    const list = member(part, name);
    if (!part || !(0,json/* isList */.L)(list))
        return [];
    return list.flatMap((value, index) => ((0,json/* isObject */.G)(value) ? [{ value, path: at(part, name, index) }] : []));
}
/** The texts of a list. */
function textsOf(part, name) {
    const list = member(part, name);
    if (!part || !(0,json/* isList */.L)(list))
        return [];
    return list.flatMap((text, index) => (typeof text === 'string' ? [{ text, path: at(part, name, index) }] : []));
}
/** Undefined where the list is none. */
function countOf(part, name) {
    const list = member(part, name);
    return (0,json/* isList */.L)(list) ? list.length : 0;
}
/** Whether a value asks for anything: AWS takes false, zero and what is empty for not given. */
function asks(value) {
    if ((0,json/* isList */.L)(value))
        return value.length > 0;
    if ((0,json/* isObject */.G)(value))
        return Object.keys(value).length > 0;
    return value !== undefined && value !== null && value !== false && value !== 0 && value !== '';
}
/** Everything at this path, where a list stands for each of its objects. */
function dig(part, steps) {
    const [first, ...rest] = steps;
    if (first === undefined)
        return [part];
    if (rest.length === 0) {
        const value = member(part, first);
        return value === undefined ? [] : [{ value, path: at(part, first) }];
    }
    const inner = partOf(part, first);
    return [...(inner ? [inner] : []), ...partsOf(part, first)].flatMap((next) => dig(next, rest));
}
/** Those whose key was seen before; undefined is no key. */
function repeated(items, keyOf) {
    const seen = new Set();
    return items.flatMap((item) => {
        const key = keyOf(item);
        if (key === undefined)
            return [];
        if (seen.has(key))
            return [{ item, key }];
        seen.add(key);
        return [];
    });
}

// EXTERNAL MODULE: ./src/domain/near.ts
var near = __nccwpck_require__(228);
;// CONCATENATED MODULE: ./src/plan/check/rule.ts
// One thing AWS asks of a task definition, with the page that says so.



function taskOf(definition) {
    const whole = { value: definition, path: [] };
    return {
        ...whole,
        containers: partsOf(whole, 'containerDefinitions'),
        volumes: partsOf(whole, 'volumes'),
        networkMode: textOf(whole, 'networkMode'),
        fargate: isFor(whole, 'FARGATE'),
        windows: textOf(partOf(whole, 'runtimePlatform'), 'operatingSystemFamily')?.startsWith('WINDOWS') ?? false
    };
}
function isFor(task, compatibility) {
    return textsOf(task, 'requiresCompatibilities').some(({ text }) => text === compatibility);
}
/** A rule about each container by itself. */
function each(find) {
    return (task) => task.containers.flatMap((container) => find(container, task));
}
/** A rule that holds on Fargate only. */
function onFargate(find) {
    return (task) => (task.fargate ? find(task) : []);
}
function namesOf(parts) {
    return parts.flatMap((part) => textOf(part, 'name') ?? []);
}
const listed = (names) => names.map((name) => `\`${name}\``).join(', ');
function unknownContainer(name, path, { containers }) {
    return unknown(name, path, namesOf(containers), 'container');
}
/** A name that nothing in the definition has, with the nearest that there is. */
function unknown(name, path, names, what) {
    if (names.includes(name))
        return [];
    const meant = (0,near/* near */.Z)(name, names);
    return [
        {
            path,
            found: `is ${(0,plan_form/* told */.Ev)(name)}, and the task definition has no such ${what}`,
            ...(names.length > 0 && { expected: `one of ${listed(names)}` }),
            remedy: meant === undefined
                ? `Name a ${what} of the task definition.`
                : `Write \`${meant}\`, if that is what was meant.`
        }
    ];
}
/** The reference of the API: its texts are also those of the SDK's types. */
const api = (page) => `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${page}.html`;
const guide = (page) => `https://docs.aws.amazon.com/AmazonECS/latest/developerguide/${page}.html`;
/** Definitions that were sent to AWS, one mistake each, with its answers. */
const tried = (rule) => `https://github.com/badmintoncryer/cdk-preflight/tree/main/rules/ecs/pf-ecs-${rule}`;

;// CONCATENATED MODULE: ./src/plan/check/dependencies.ts


function dependenciesOf(container) {
    return partsOf(container, 'dependsOn').flatMap((part) => {
        const on = textOf(part, 'containerName');
        return on === undefined ? [] : [{ path: part.path, on, condition: textOf(part, 'condition') }];
    });
}
/** The first of each name. */
function byName({ containers }) {
    const named = new Map();
    for (const container of containers) {
        const name = textOf(container, 'name');
        if (name !== undefined && !named.has(name))
            named.set(name, container);
    }
    return named;
}
/** Every dependency with the container it is on, where there is such a one. */
function met(task) {
    const named = byName(task);
    return task.containers.flatMap(dependenciesOf).flatMap((dependency) => {
        const other = named.get(dependency.on);
        return other ? [{ dependency, other }] : [];
    });
}
/** The names of the first circle, from a container back to itself. Every dependency is gone along once. */
function circle(waits) {
    const seen = new Set();
    for (const start of waits.keys()) {
        const way = [];
        const onWay = new Set();
        const go = (name) => {
            if (seen.has(name))
                return;
            seen.add(name);
            onWay.add(name);
            way.push({ name, left: (waits.get(name) ?? []).values() });
        };
        go(start);
        for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
            const next = here.left.next();
            if (next.done === true) {
                onWay.delete(here.name);
                way.pop();
            }
            else if (onWay.has(next.value)) {
                const names = way.map(({ name }) => name);
                return [...names.slice(names.indexOf(next.value)), next.value];
            }
            else
                go(next.value);
        }
    }
    return undefined;
}
const DEPENDENCIES = [
    {
        // ClientException: Cannot depend on container x because it does not exist.
        source: tried('dependson-container-missing'),
        find: each((container, task) => dependenciesOf(container).flatMap(({ on, path }) => unknownContainer(on, [...path, 'containerName'], task)))
    },
    {
        // ClientException: A dependency container with HEALTHY condition must have health check configured
        source: tried('dependson-healthy-without-healthcheck'),
        find: (task) => met(task)
            .filter(({ dependency, other }) => dependency.condition === 'HEALTHY' && !partOf(other, 'healthCheck'))
            .map(({ dependency }) => ({
            path: [...dependency.path, 'condition'],
            found: `is "HEALTHY", and the container \`${dependency.on}\` has no \`healthCheck\``,
            remedy: `Add a \`healthCheck\` to \`${dependency.on}\`, or wait for \`START\`.`
        }))
    },
    {
        // ClientException: A dependency container with SUCCESS or COMPLETE condition cannot be an essential container
        source: tried('dependson-complete-on-essential'),
        find: (task) => met(task)
            .filter(({ dependency: { condition } }) => condition === 'SUCCESS' || condition === 'COMPLETE')
            .filter(({ other }) => member(other, 'essential') !== false)
            .map(({ dependency }) => ({
            path: [...dependency.path, 'condition'],
            found: `is "${dependency.condition ?? ''}", and the container \`${dependency.on}\` is essential: its end ends the task`,
            remedy: `Add \`"essential": false\` to \`${dependency.on}\`.`
        }))
    },
    {
        // The first of a circle could never start.
        source: api('ContainerDependency'),
        find: (task) => {
            const named = byName(task);
            const waits = [...named].map(([name, one]) => [name, dependenciesOf(one).map(({ on }) => on)]);
            const way = circle(new Map(waits));
            const first = named.get(way?.[0] ?? '');
            if (way === undefined || first === undefined)
                return [];
            return [
                {
                    path: at(first, 'dependsOn'),
                    found: `waits for itself: ${way.join(' → ')}`,
                    remedy: 'Remove one dependency of the circle.'
                }
            ];
        }
    },
    {
        source: tried('volumesfrom-source-container-missing'),
        find: each((container, task) => partsOf(container, 'volumesFrom').flatMap((part) => {
            const name = textOf(part, 'sourceContainer');
            return name === undefined ? [] : unknownContainer(name, at(part, 'sourceContainer'), task);
        }))
    }
];

;// CONCATENATED MODULE: ./src/plan/check/environment.ts
// Variables, secrets and files of variables. Their values are never shown. Pure.


/** Of the parameter or secret: an ARN of either service, or the name of a parameter in the task's region. */
const PARAMETER = /^[A-Za-z0-9_.\-/]+$/;
const SECRET_ARN = /^arn:[a-z-]+:(?:secretsmanager|ssm):[a-z0-9-]+:\d{12}:\S/;
const SOURCE = 'the ARN of a secret of Secrets Manager or of a parameter of SSM, or the name of a parameter';
function secretsOf(container) {
    return [...partsOf(container, 'secrets'), ...partsOf(partOf(container, 'logConfiguration'), 'secretOptions')];
}
/** `other`: the ARN of another service, which may have become a source of secrets. */
function misplaced(secret) {
    const source = textOf(secret, 'valueFrom');
    if (source === undefined || SECRET_ARN.test(source))
        return undefined;
    if (/^arn:[a-z-]+:[a-z0-9-]+:[^\s<>${}]+$/.test(source))
        return 'other';
    return PARAMETER.test(source) ? undefined : 'malformed';
}
const badSource = (secret, found) => ({
    path: at(secret, 'valueFrom'),
    found,
    expected: SOURCE,
    remedy: 'Write where the secret is kept; a value itself belongs into neither `secrets` nor this file.'
});
const ENVIRONMENT = [
    {
        // ClientException: The secret name must be unique and not shared with any new or existing environment variables
        // set on the container, such as 'KEY'.
        source: tried('secrets-without-execution-role'),
        find: each((container) => {
            const variables = new Set(namesOf(partsOf(container, 'environment')));
            return partsOf(container, 'secrets').flatMap((secret) => {
                const name = textOf(secret, 'name');
                if (name === undefined || !variables.has(name))
                    return [];
                return [
                    {
                        path: secret.path,
                        found: 'has the name of a variable in `environment`',
                        remedy: `Remove ${JSON.stringify(name)} from \`environment\` or from \`secrets\`.`
                    }
                ];
            });
        })
    },
    {
        // The same message.
        source: api('Secret'),
        find: each((container) => repeated(partsOf(container, 'secrets'), (secret) => textOf(secret, 'name')).map(({ item, key }) => ({
            path: item.path,
            found: 'has the name of an earlier secret',
            remedy: `Remove one of the two ${JSON.stringify(key)}.`
        })))
    },
    {
        source: api('KeyValuePair'),
        doubt: true,
        find: each((container) => repeated(partsOf(container, 'environment'), (variable) => textOf(variable, 'name')).map(({ item, key }) => ({
            path: item.path,
            found: 'has the name of an earlier variable',
            remedy: `Remove one of the two ${JSON.stringify(key)}.`
        })))
    },
    {
        // ClientException: The Systems Manager parameter name specified for secret KEY is invalid.
        source: api('Secret'),
        find: each((container) => secretsOf(container)
            .filter((secret) => misplaced(secret) === 'malformed')
            .map((secret) => badSource(secret, 'names no place where a secret is kept')))
    },
    {
        source: api('Secret'),
        doubt: true,
        find: each((container) => secretsOf(container)
            .filter((secret) => misplaced(secret) === 'other')
            .map((secret) => badSource(secret, 'is the ARN of another service than the two that keep secrets')))
    },
    {
        // ClientException: The maximum number of environment files was exceeded. Specify ten or less and try again.
        source: tried('environment-files-max'),
        find: each((container) => {
            const count = countOf(container, 'environmentFiles');
            if (count <= 10)
                return [];
            const path = at(container, 'environmentFiles');
            return [
                {
                    path,
                    found: `has ${count} files`,
                    expected: 'at most 10',
                    remedy: 'Put variables of several files into one.'
                }
            ];
        })
    },
    {
        source: api('EnvironmentFile'),
        doubt: true,
        find: each((container) => partsOf(container, 'environmentFiles')
            .filter((file) => !/^arn:[a-z-]+:s3:::[^/]+\/.+\.env$/.test(textOf(file, 'value') ?? ''))
            .map((file) => ({
            path: at(file, 'value'),
            found: 'is not the ARN of an object in S3 whose name ends in `.env`',
            remedy: 'Write `arn:aws:s3:::bucket/name.env`.'
        })))
    }
];

// EXTERNAL MODULE: ./src/plan/check/known-members.ts
var known_members = __nccwpck_require__(8933);
;// CONCATENATED MODULE: ./src/plan/check/limits.ts
// Numbers with a least and a most, and pairs of numbers that have an order: one table. Pure.



const CONTAINER = 'containerDefinitions';
const BETWEEN = [
    { member: [CONTAINER, 'healthCheck', 'interval'], from: 5, to: 300, source: tried('healthcheck-interval-range') },
    { member: [CONTAINER, 'healthCheck', 'timeout'], from: 2, to: 60, source: tried('healthcheck-timeout-range') },
    { member: [CONTAINER, 'healthCheck', 'retries'], from: 1, to: 10, source: tried('healthcheck-retries-range') },
    {
        member: [CONTAINER, 'healthCheck', 'startPeriod'],
        from: 0,
        to: 300,
        source: tried('healthcheck-start-period-range')
    },
    {
        // The 'restartAttemptPeriod' setting for container 'app' must be between 60 and 1800.
        member: [CONTAINER, 'restartPolicy', 'restartAttemptPeriod'],
        from: 60,
        to: 1800,
        source: tried('restart-policy-attempt-period-range')
    },
    { member: [CONTAINER, 'portMappings', 'containerPort'], from: 1, to: 65_535, source: api('PortMapping') },
    { member: [CONTAINER, 'portMappings', 'hostPort'], from: 0, to: 65_535, source: api('PortMapping') },
    { member: [CONTAINER, 'linuxParameters', 'swappiness'], from: 0, to: 100, source: api('LinuxParameters') },
    { member: [CONTAINER, 'stopTimeout'], from: 2, to: 120, source: api('ContainerDefinition'), only: 'fargate' },
    {
        member: [CONTAINER, 'startTimeout'],
        from: 2,
        to: 120,
        source: api('ContainerDefinition'),
        only: 'fargate',
        doubt: true
    },
    // Docker keeps 4 or 6 MiB for a container, as old as it is.
    { member: [CONTAINER, 'memory'], from: 6, to: Infinity, source: api('ContainerDefinition'), doubt: true },
    // EphemeralStorage size should be at least 21
    { member: ['ephemeralStorage', 'sizeInGiB'], from: 21, to: 200, source: tried('ephemeral-storage-range') }
];
function outside({ member, from, to }, task) {
    const between = to === Infinity ? `at least ${from}` : `from ${from} to ${to}`;
    return dig(task, member)
        .filter(({ value }) => typeof value === 'number' && (value < from || value > to))
        .map(({ path, value }) => ({
        path,
        found: `is ${(0,plan_form/* told */.Ev)(value)}`,
        expected: between,
        remedy: `Write a number ${between}.`
    }));
}
const limits = BETWEEN.map((limit) => {
    const find = (task) => outside(limit, task);
    return {
        source: limit.source,
        find: limit.only === 'fargate' ? onFargate(find) : find,
        ...(limit.doubt && { doubt: limit.doubt })
    };
});
const LIMITS = [
    ...limits,
    {
        source: tried('ulimit-soft-over-hard'),
        find: each((container) => partsOf(container, 'ulimits').flatMap((ulimit) => {
            const [soft, hard] = [numberOf(ulimit, 'softLimit'), numberOf(ulimit, 'hardLimit')];
            // -1 is no limit.
            if (soft === undefined || hard === undefined || hard < 0 || soft <= hard)
                return [];
            const expected = `at most ${hard}, the \`hardLimit\``;
            const remedy = 'Lower `softLimit`, or raise `hardLimit`.';
            return [{ path: at(ulimit, 'softLimit'), found: `is the number ${soft}`, expected, remedy }];
        }))
    }
];

;// CONCATENATED MODULE: ./src/plan/check/logs.ts
// What the log drivers need, and what a health check begins with. Pure.



/** Secret options count as options. */
function lacking(container, driver, wanted) {
    const log = partOf(container, 'logConfiguration');
    if (!log || textOf(log, 'logDriver') !== driver)
        return [];
    const options = partOf(log, 'options');
    const secret = namesOf(partsOf(log, 'secretOptions'));
    const missing = wanted.filter((name) => member(options, name) === undefined && !secret.includes(name));
    if (missing.length === 0)
        return [];
    return [
        {
            path: at(log, 'options'),
            found: `lacks ${listed(missing)}, which the log driver ${driver} needs`,
            remedy: `Add ${listed(missing)} to \`options\`.`
        }
    ];
}
function driversOf({ containers }) {
    return containers
        .flatMap((container) => partOf(container, 'logConfiguration') ?? [])
        .filter((log) => textOf(log, 'logDriver') === 'awsfirelens');
}
function routersOf({ containers }) {
    return containers.flatMap((container) => partOf(container, 'firelensConfiguration') ?? []);
}
const LOGS = [
    {
        // ClientException: Log driver awslogs requires options: awslogs-region, awslogs-group
        source: 'https://github.com/klothoplatform/klotho/issues/892',
        find: each((container) => lacking(container, 'awslogs', ['awslogs-group', 'awslogs-region']))
    },
    {
        source: tried('awslogs-fargate-missing-stream-prefix'),
        find: onFargate(each((container) => lacking(container, 'awslogs', ['awslogs-stream-prefix'])))
    },
    {
        // "To route logs using the splunk log router, you need to specify a splunk-token and a splunk-url."
        source: api('LogConfiguration'),
        doubt: true,
        find: each((container) => lacking(container, 'splunk', ['splunk-token', 'splunk-url']))
    },
    {
        // ClientException: When awsfirelens log driver is specified in log configuration, a firelens configuration object
        // must be configured in one of the containers.
        source: tried('awsfirelens-without-router'),
        find: (task) => routersOf(task).length > 0
            ? []
            : driversOf(task).map((log) => ({
                path: at(log, 'logDriver'),
                found: 'is "awsfirelens", and no container has a `firelensConfiguration`',
                remedy: 'Add a log router: a container with a `firelensConfiguration`.'
            }))
    },
    {
        // ClientException: When a firelensConfiguration object is specified, at least one container has to be configured
        // with the awsfirelens log driver.
        source: 'https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit/issues/20',
        find: (task) => driversOf(task).length > 0
            ? []
            : routersOf(task).map(({ path }) => ({
                path,
                found: 'is there, and no container has the log driver `awsfirelens`',
                remedy: 'Write `"logDriver": "awsfirelens"` where the logs come from, or remove the log router.'
            }))
    },
    {
        // "The string array must start with CMD to run the command arguments directly, or CMD-SHELL"
        source: api('HealthCheck'),
        doubt: true,
        find: each((container) => {
            const check = partOf(container, 'healthCheck');
            const [first] = textsOf(check, 'command');
            if (!first || ['CMD', 'CMD-SHELL', 'NONE'].includes(first.text))
                return [];
            const remedy = 'Write `["CMD-SHELL", "…"]`, or `["CMD", …]` for a program and its arguments.';
            return [{ path: first.path, found: `is ${(0,plan_form/* told */.Ev)(first.text)}`, expected: '`CMD` or `CMD-SHELL`', remedy }];
        })
    }
];

;// CONCATENATED MODULE: ./src/plan/check/names.ts
// What has to be there, how things are called, and how many of them there may be. Pure.



/** Of a family and of a container. */
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
function misnamed(part, name) {
    const value = textOf(part, name);
    if (value === undefined || NAME.test(value))
        return [];
    return [
        {
            path: at(part, name),
            found: `is ${(0,plan_form/* told */.Ev)(value)}`,
            expected: 'up to 255 letters, digits, hyphens and underscores',
            remedy: 'Write a name of letters, digits, hyphens and underscores.'
        }
    ];
}
/** Members the service needs although its model does not say so. */
const NEEDED = [
    // ClientException: Container.name should not be null or empty.
    { in: ({ containers }) => containers, name: 'name', source: api('ContainerDefinition') },
    // ClientException: Container.image should not be null or empty.
    { in: ({ containers }) => containers, name: 'image', source: 'https://github.com/aws/aws-cli/issues/5924' },
    { in: inContainers('environment'), name: 'name', source: api('KeyValuePair') },
    // ClientException: Unknown volume 'null'.
    {
        in: inContainers('mountPoints'),
        name: 'sourceVolume',
        source: 'https://github.com/blinkist/terraform-aws-airship-ecs-service/issues/46'
    },
    { in: (task) => task.volumes, name: 'name', source: api('Volume') },
    { in: (task) => partsOf(task, 'tags'), name: 'key', source: api('Tag') }
];
function inContainers(list) {
    return ({ containers }) => containers.flatMap((container) => partsOf(container, list));
}
const needed = NEEDED.map(({ in: parts, name, source }) => ({
    source,
    find: (task) => parts(task)
        .filter((part) => member(part, name) === undefined)
        .map((part) => ({
        path: at(part, name),
        found: 'is missing',
        expected: 'a value',
        remedy: `Add \`${name}\`.`
    }))
}));
const NAMES = [
    ...needed,
    { source: api('RegisterTaskDefinition'), find: (task) => misnamed(task, 'family') },
    { source: api('ContainerDefinition'), find: each((container) => misnamed(container, 'name')) },
    {
        source: tried('duplicate-container-names'),
        find: ({ containers }) => repeated(containers, (container) => textOf(container, 'name')).map(({ item, key }) => ({
            path: at(item, 'name'),
            found: `is ${(0,plan_form/* told */.Ev)(key)}, as that of an earlier container`,
            remedy: 'Give every container a name of its own.'
        }))
    },
    {
        source: tried('container-definitions-empty'),
        find: (task) => {
            const list = task.value['containerDefinitions'];
            if (!Array.isArray(list) || list.length > 0)
                return [];
            const found = { found: 'is an empty list', remedy: 'Define at least one container.' };
            return [{ path: at(task, 'containerDefinitions'), ...found }];
        }
    },
    {
        source: tried('essential-container'),
        find: (task) => {
            const { containers } = task;
            if (containers.length === 0 || containers.some((container) => member(container, 'essential') !== false))
                return [];
            return [
                {
                    path: at(task, 'containerDefinitions'),
                    found: 'has no essential container',
                    expected: 'at least one',
                    remedy: 'Remove `"essential": false` from the container the task lives for.'
                }
            ];
        }
    },
    {
        // ClientException: Container.image contains invalid characters. A placeholder of a template, mostly.
        source: api('ContainerDefinition'),
        find: each((container) => {
            const image = textOf(container, 'image');
            if (image === undefined || (image !== '' && !/[\s<>${}]/.test(image)))
                return [];
            return [
                {
                    path: at(container, 'image'),
                    found: `is ${(0,plan_form/* told */.Ev)(image)}, which is not the name of an image`,
                    remedy: 'Name the image in the file, or set it with `images` or `container-name` and `image`.'
                }
            ];
        })
    },
    {
        source: api('Tag'),
        find: (task) => {
            const count = countOf(task, 'tags');
            if (count <= 50)
                return [];
            return [
                {
                    path: at(task, 'tags'),
                    found: `has ${count} tags`,
                    expected: 'at most 50',
                    remedy: 'Remove some of the tags.'
                }
            ];
        }
    },
    {
        source: api('RegisterTaskDefinition'),
        find: (task) => repeated(partsOf(task, 'tags'), (tag) => textOf(tag, 'key')).map(({ item, key }) => ({
            path: at(item, 'key'),
            found: `is ${(0,plan_form/* told */.Ev)(key)}, as that of an earlier tag`,
            remedy: 'Remove one of the two tags.'
        }))
    }
];

;// CONCATENATED MODULE: ./src/plan/check/network.ts
// Network modes and the ports of a task, whose containers share one network where the mode is awsvpc or host. Pure.



/** Amazon ECS treats any other protocol as tcp. */
function mappingsOf(container) {
    return partsOf(container, 'portMappings').flatMap((part) => {
        const protocol = textOf(part, 'protocol') === 'udp' ? 'udp' : 'tcp';
        const port = numberOf(part, 'containerPort');
        const [first, last] = port === undefined ? (rangeOf(part) ?? []) : [port, port];
        return first === undefined || last === undefined ? [] : [{ ...part, protocol, first, last }];
    });
}
function rangeOf(mapping) {
    const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(textOf(mapping, 'containerPortRange') ?? '') ?? [];
    return first === undefined || last === undefined ? undefined : [Number(first), Number(last)];
}
function allMappings({ containers }) {
    return containers.flatMap(mappingsOf);
}
/** The mapping before this one that has some of its ports. */
function earlier(mapping, index, all) {
    return all
        .slice(0, index)
        .find(({ protocol, first, last }) => protocol === mapping.protocol && first <= mapping.last && mapping.first <= last);
}
/** Fargate has no other mode. */
function shares({ networkMode, fargate }) {
    return networkMode === 'awsvpc' || networkMode === 'host' || fargate;
}
const NETWORK = [
    {
        // ClientException: Fargate only supports network mode ‘awsvpc’.
        source: tried('fargate-network-mode'),
        find: (task) => {
            if (!task.fargate || task.networkMode === 'awsvpc')
                return [];
            const found = task.networkMode === undefined ? 'is missing' : `is ${(0,plan_form/* told */.Ev)(task.networkMode)}`;
            const expected = '`awsvpc`, the only mode of Fargate';
            return [{ path: at(task, 'networkMode'), found, expected, remedy: 'Write `"networkMode": "awsvpc"`.' }];
        }
    },
    {
        // ClientException: When networkMode=awsvpc, the host ports and container ports in port mappings must match.
        source: 'https://github.com/aws/amazon-ecs-cli/issues/1014',
        find: (task) => (task.networkMode === 'host' || !shares(task) ? [] : task.containers.flatMap(otherHostPort))
    },
    {
        source: tried('host-network-host-port-mismatch'),
        find: (task) => (task.networkMode === 'host' ? task.containers.flatMap(otherHostPort) : [])
    },
    {
        source: api('RegisterTaskDefinition'),
        find: (task) => task.networkMode !== 'none'
            ? []
            : task.containers
                .filter((container) => partsOf(container, 'portMappings').length > 0)
                .map((container) => ({
                path: at(container, 'portMappings'),
                found: 'is not empty, and the network mode `none` has no ports',
                remedy: 'Remove the port mappings, or choose another `networkMode`.'
            }))
    },
    {
        // ClientException: Invalid 'containerPort' setting for container 'app'.
        source: 'https://github.com/aws/aws-cdk/issues/8762',
        find: each((container) => partsOf(container, 'portMappings')
            .filter((part) => member(part, 'containerPort') === undefined && !member(part, 'containerPortRange'))
            .map((part) => ({
            path: at(part, 'containerPort'),
            found: 'is missing',
            expected: 'the port the container listens on',
            remedy: 'Add `containerPort`.'
        })))
    },
    {
        // ClientException: cannot specify both single port and port range
        source: tried('port-range-with-host-port'),
        find: each((container) => partsOf(container, 'portMappings')
            .filter((part) => member(part, 'containerPortRange') !== undefined)
            .filter((part) => (numberOf(part, 'containerPort') ?? numberOf(part, 'hostPort') ?? 0) !== 0)
            .map((part) => ({
            path: at(part, 'containerPortRange'),
            found: 'stands beside a single port',
            remedy: 'Write `containerPort` or `containerPortRange`, not both.'
        })))
    },
    {
        source: tried('port-range-reversed'),
        find: each((container) => partsOf(container, 'portMappings').flatMap((part) => {
            const written = textOf(part, 'containerPortRange');
            if (written === undefined)
                return [];
            const [first, last] = rangeOf(part) ?? [0, 0];
            if (first >= 1 && first < last && last <= 65_535)
                return [];
            const expected = 'a lower and a higher port from 1 to 65535';
            const remedy = 'Write a range like `8000-8010`.';
            return [{ path: at(part, 'containerPortRange'), found: `is ${(0,plan_form/* told */.Ev)(written)}`, expected, remedy }];
        }))
    },
    {
        // ClientException: TCP container port '8085' is used multiple times in task when networkMode=awsvpc.
        source: tried('port-range-overlap'),
        find: (task) => !shares(task)
            ? []
            : allMappings(task).flatMap((mapping, index, all) => {
                const other = earlier(mapping, index, all);
                if (other === undefined)
                    return [];
                const ports = mapping.first === mapping.last ? `${mapping.first}` : `${mapping.first}-${mapping.last}`;
                return [
                    {
                        path: mapping.path,
                        found: `maps ${mapping.protocol} port ${ports}, which an earlier mapping of the task has`,
                        remedy: 'Let the containers of a task listen on different ports: they share one network.'
                    }
                ];
            })
    },
    {
        // ClientException: TCP host port '3000' is mapped multiple times in task.
        source: 'https://github.com/aws/amazon-ecs-agent/issues/1220',
        find: (task) => shares(task)
            ? []
            : repeated(allMappings(task), (mapping) => {
                const port = numberOf(mapping, 'hostPort') ?? 0;
                return port === 0 ? undefined : `${mapping.protocol} ${port}`;
            }).map(({ item, key }) => ({
                path: at(item, 'hostPort'),
                found: `takes ${key} of the host, as an earlier mapping does`,
                remedy: 'Choose another `hostPort`, or remove it to have one chosen.'
            }))
    },
    {
        // "You can't expose the same container port for multiple protocols. If you attempt this, an error is returned."
        source: api('PortMapping'),
        doubt: true,
        find: each((container) => {
            const mappings = mappingsOf(container);
            const udp = new Set(mappings.filter(({ protocol }) => protocol === 'udp').map(({ first }) => first));
            return mappings
                .filter(({ protocol, first }) => protocol === 'tcp' && udp.has(first))
                .map((mapping) => ({
                path: mapping.path,
                found: `maps port ${mapping.first} for tcp, which is mapped for udp as well`,
                remedy: 'Map a container port for one protocol.'
            }));
        })
    },
    {
        source: tried('port-mapping-duplicate-name'),
        find: ({ containers }) => repeated(containers.flatMap((container) => partsOf(container, 'portMappings')), (mapping) => textOf(mapping, 'name')).map(({ item, key }) => ({
            path: at(item, 'name'),
            found: `is ${(0,plan_form/* told */.Ev)(key)}, as that of an earlier port mapping`,
            remedy: 'Give every port mapping of the task a name of its own.'
        }))
    },
    {
        source: api('PortMapping'),
        doubt: true,
        find: each((container) => partsOf(container, 'portMappings').flatMap((mapping) => {
            const name = textOf(mapping, 'name');
            if (name === undefined || /^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name))
                return [];
            const expected = 'up to 64 lowercase letters, digits, underscores and hyphens';
            return [{ path: at(mapping, 'name'), found: `is ${(0,plan_form/* told */.Ev)(name)}`, expected, remedy: 'Write such a name.' }];
        }))
    },
    {
        source: api('ContainerDefinition'),
        doubt: true,
        find: (task) => task.networkMode !== 'host'
            ? []
            : task.containers
                .filter((container) => asks(member(container, 'links')))
                .map((container) => ({
                path: at(container, 'links'),
                found: 'is there for the network mode `host`',
                expected: 'links in the mode `bridge` only',
                remedy: 'Remove `links`: the containers reach each other on localhost.'
            }))
    }
];
function otherHostPort(container) {
    return partsOf(container, 'portMappings').flatMap((part) => {
        const [port, host] = [numberOf(part, 'containerPort'), numberOf(part, 'hostPort') ?? 0];
        if (port === undefined || host === 0 || host === port)
            return [];
        return [
            {
                path: at(part, 'hostPort'),
                found: `is the number ${host}`,
                expected: `${port}, the \`containerPort\`, or nothing`,
                remedy: 'Remove `hostPort`: in this network mode it is the port of the container.'
            }
        ];
    });
}

;// CONCATENATED MODULE: ./src/plan/check/proxy.ts
// The proxy of App Mesh, which stands between the containers of a task and their network. Pure.


const PROXY = [
    {
        source: tried('proxy-configuration-awsvpc-required'),
        find: (task) => {
            const proxy = partOf(task, 'proxyConfiguration');
            if (!proxy || task.networkMode === 'awsvpc' || task.fargate)
                return [];
            const remedy = 'Write `"networkMode": "awsvpc"`, or remove `proxyConfiguration`.';
            return [{ path: proxy.path, found: 'is there without the network mode `awsvpc`', remedy }];
        }
    },
    {
        // ClientException: Proxy container [envoy] does not exist.
        source: tried('proxy-configuration-container-missing'),
        find: (task) => {
            const proxy = partOf(task, 'proxyConfiguration');
            const name = textOf(proxy, 'containerName');
            return proxy && name !== undefined ? unknownContainer(name, at(proxy, 'containerName'), task) : [];
        }
    },
    {
        // ClientException: Ingress port not found
        source: tried('proxy-configuration-missing-required-props'),
        find: (task) => missingProperties(task, ['AppPorts', 'ProxyIngressPort', 'ProxyEgressPort'])
    },
    {
        source: api('ProxyConfiguration'),
        doubt: true,
        find: (task) => {
            const given = propertiesOf(task);
            const user = given.includes('IgnoredUID') || given.includes('IgnoredGID') ? [] : ['IgnoredUID'];
            return missingProperties(task, [...user, 'EgressIgnoredPorts', 'EgressIgnoredIPs']);
        }
    }
];
function propertiesOf(task) {
    return partsOf(partOf(task, 'proxyConfiguration'), 'properties').flatMap((part) => textOf(part, 'name') ?? []);
}
function missingProperties(task, wanted) {
    const proxy = partOf(task, 'proxyConfiguration');
    const missing = wanted.filter((name) => !propertiesOf(task).includes(name));
    if (!proxy || (textOf(proxy, 'type') ?? 'APPMESH') !== 'APPMESH' || missing.length === 0)
        return [];
    return [
        {
            path: at(proxy, 'properties'),
            found: `lacks ${missing.map((name) => `\`${name}\``).join(', ')}`,
            remedy: `Add the ${missing.length === 1 ? 'property' : 'properties'} of the App Mesh proxy.`
        }
    ];
}

// EXTERNAL MODULE: ./src/domain/problem.ts
var domain_problem = __nccwpck_require__(3603);
;// CONCATENATED MODULE: ./src/plan/check/report.ts
// How a finding is told: with its place, and without any line that a secret stands on. Pure.




const NOTHING = { problems: [], notes: [] };
function reporter(definition, placeOf) {
    let lines;
    return (code, path, { found, expected, remedy }) => {
        lines ??= new Set(secretsIn(known_members/* TASK_DEFINITION */.M, definition, []).map((secret) => lineOf(placeOf(secret, true))));
        const place = placeOf(path);
        return new domain_problem/* Problem */.A(code, {
            place: lines.has(lineOf(place)) ? withoutText(place) : place,
            found: `${subject(definition, path)} ${found}`,
            ...(expected !== undefined && { expected }),
            remedy
        });
    };
}
function doubt(definition, placeOf, { path, found, expected, remedy }) {
    const says = `${subject(definition, path)} ${found}${placeText(placeOf(path, true))}`;
    return { level: 'warning', says: expected === undefined ? says : `${says}; expected: ${expected}`, remedy };
}
function subject(definition, path) {
    return path.length === 0 ? 'the task definition' : `\`${(0,plan_form/* pathText */.LF)(definition, path)}\``;
}
/** ` (task-definition.json, line 12)` */
function placeText(place) {
    switch (place.kind) {
        case 'file':
            return place.line === undefined ? ` (${place.path})` : ` (${place.path}, line ${place.line})`;
        case 'input':
            return ` (input \`${place.name}\`)`;
        case 'aws':
            return '';
    }
}
function lineOf(place) {
    return place.kind === 'file' ? `${place.path}:${place.line ?? ''}` : '';
}
function withoutText(place) {
    if (place.kind !== 'file')
        return place;
    const { kind, path, line, column } = place;
    return { kind, path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}
/** Every scalar that may be a secret: values of variables, options and labels, and all that nobody knows. */
function secretsIn(form, value, path) {
    if ((0,json/* isList */.L)(value)) {
        const inner = form !== undefined && typeof form !== 'string' && 'list' in form ? form.list : undefined;
        return value.flatMap((item, index) => secretsIn(inner, item, [...path, index]));
    }
    if ((0,json/* isObject */.G)(value)) {
        return Object.entries(value).flatMap(([name, inner]) => secretsIn(memberForm(form, name), inner, [...path, name]));
    }
    const harmless = typeof value === 'boolean' || value === null || value === '';
    const open = form !== undefined && form !== 'quoted';
    return open || harmless ? [] : [path];
}
function memberForm(form, name) {
    if (form === undefined || typeof form === 'string' || !('members' in form))
        return undefined;
    return Object.hasOwn(form.members, name) ? form.members[name] : undefined;
}

;// CONCATENATED MODULE: ./src/plan/check/roles.ts
// The two roles of a task, and who needs the one that starts it. Pure.



const roles_NAMES = ['taskRoleArn', 'executionRoleArn'];
/** A bare name is taken as well: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19 */
const ROLE = /^(?:arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@/-]+)$/;
/** Why the agent, which has no permissions of its own on Fargate, needs the execution role. */
function needs(task) {
    return task.containers.flatMap((container) => {
        const log = partOf(container, 'logConfiguration');
        const ecr = /^\d{12}\.dkr\.ecr\./.test(textOf(container, 'image') ?? '');
        return [
            ...(ecr ? [{ path: at(container, 'image'), what: 'an image of ECR' }] : []),
            ...(textOf(log, 'logDriver') === 'awslogs' && log
                ? [{ path: at(log, 'logDriver'), what: 'the log driver awslogs' }]
                : [])
        ];
    });
}
function roles_secretsOf(task) {
    return task.containers.flatMap((container) => partsOf(container, 'secrets').length === 0 ? [] : [{ path: at(container, 'secrets'), what: 'secrets' }]);
}
function withoutRole(task, users) {
    const [first] = users;
    if (first === undefined || asks(member(task, 'executionRoleArn')))
        return [];
    const reasons = [...new Set(users.map(({ what }) => what))].join(', ');
    return [
        {
            path: first.path,
            found: `needs an \`executionRoleArn\`: the task has ${reasons}`,
            remedy: 'Add the `executionRoleArn` of a role with AmazonECSTaskExecutionRolePolicy.'
        }
    ];
}
const ROLES = [
    {
        // ClientException: Role is not valid
        source: 'https://github.com/aws-samples/aws-modern-application-workshop/issues/9',
        find: (task) => roles_NAMES.flatMap((name) => {
            const role = textOf(task, name);
            if (role === undefined || role === '' || ROLE.test(role))
                return [];
            const expected = 'the ARN or the name of a role of IAM';
            const remedy = 'Write `arn:aws:iam::123456789012:role/name`, with your account and role.';
            return [{ path: at(task, name), found: `is ${(0,plan_form/* told */.Ev)(role)}`, expected, remedy }];
        })
    },
    {
        // ClientException: Role is not valid
        source: 'https://github.com/fabfuel/ecs-deploy/issues/231',
        doubt: true,
        find: (task) => roles_NAMES.filter((name) => textOf(task, name) === '').map((name) => ({
            path: at(task, name),
            found: 'is an empty text, which AWS does not take for no role',
            remedy: `Remove \`${name}\`, or set \`strip-empty-values: true\`.`
        }))
    },
    {
        // ClientException: Fargate requires task definition to have execution role ARN to support log driver awslogs.
        // ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.
        source: tried('fargate-execution-role-missing-awslogs'),
        find: (task) => (task.fargate ? withoutRole(task, [...needs(task), ...roles_secretsOf(task)]) : [])
    },
    {
        source: api('Secret'),
        doubt: true,
        find: (task) => (task.fargate ? [] : withoutRole(task, roles_secretsOf(task)))
    }
];

;// CONCATENATED MODULE: ./src/plan/check/size.ts
// CPU and memory: of the task, of its containers, and which pairs Fargate runs. Pure.



const GIB = 1024;
/**
 * Memory in MiB for each CPU size, from the least to the most.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
const FARGATE = new Map([
    [256, [512, 1 * GIB, 2 * GIB]],
    [512, steps(1, 4, 1)],
    [1024, steps(2, 8, 1)],
    [2048, steps(4, 16, 1)],
    [4096, steps(8, 30, 1)],
    [8192, steps(16, 60, 4)],
    [16384, steps(32, 120, 8)],
    [32768, [60 * GIB, 120 * GIB, 244 * GIB]]
]);
const LARGEST = 32768;
const WINDOWS = [1024, 2048, 4096];
function steps(from, to, step) {
    return Array.from({ length: (to - from) / step + 1 }, (_, index) => (from + index * step) * GIB);
}
/** `1024`, `1 vCPU`, `.5 vcpu`, `2 GB`: in CPU units or MiB. Undefined: no such size. */
function sizeOf(task, name) {
    const [, amount, unit] = /^\s*(\d+|\d*\.\d+)\s*([a-z]*)\s*$/i.exec(textOf(task, name) ?? '') ?? [];
    if (amount === undefined)
        return undefined;
    if (unit === '')
        return amount.includes('.') ? undefined : Number(amount);
    return unit?.toLowerCase() === (name === 'cpu' ? 'vcpu' : 'gb') ? Math.round(Number(amount) * GIB) : undefined;
}
const inUnits = (list) => {
    const [first, second, third] = list;
    const last = list.at(-1);
    if (list.length <= 4 || first === undefined || second === undefined || third === undefined)
        return list.join(', ');
    return `${first} to ${last} in steps of ${second - first}`;
};
/** What is wrong with the pair; `new`: larger than all we know of, which AWS may have added. */
function fargatePair(task) {
    const [cpu, memory] = [sizeOf(task, 'cpu'), sizeOf(task, 'memory')];
    if (cpu === undefined || memory === undefined)
        return undefined;
    const sizes = task.windows ? WINDOWS : [...FARGATE.keys()];
    const fitting = sizes.includes(cpu) ? FARGATE.get(cpu) : undefined;
    if (fitting === undefined) {
        const os = task.windows ? 'Windows on Fargate' : 'Fargate';
        const finding = {
            path: at(task, 'cpu'),
            found: `is ${(0,plan_form/* told */.Ev)(member(task, 'cpu'))}, which is no size of ${os}`,
            expected: `one of ${sizes.join(', ')}`,
            remedy: 'Write one of these sizes.'
        };
        return { finding, new: !task.windows && cpu > LARGEST };
    }
    if (fitting.includes(memory))
        return undefined;
    const finding = {
        path: at(task, 'memory'),
        found: `is ${(0,plan_form/* told */.Ev)(member(task, 'memory'))}, which does not go with ${cpu} CPU units on Fargate`,
        expected: `${inUnits(fitting)} (MiB)`,
        remedy: 'Write one of these sizes, or change `cpu`.'
    };
    return { finding, new: cpu === LARGEST && memory > (fitting.at(-1) ?? 0) };
}
function noSize(task, name, unit) {
    const written = textOf(task, name);
    if (written === undefined || sizeOf(task, name) !== undefined)
        return [];
    const expected = `a number, or a number with ${unit}`;
    return [{ path: at(task, name), found: `is ${(0,plan_form/* told */.Ev)(written)}`, expected, remedy: 'Write a size, or remove it.' }];
}
function sum(task, name) {
    return task.containers.reduce((total, container) => total + (numberOf(container, name) ?? 0), 0);
}
const SIZE = [
    {
        // InvalidParameterException: Invalid 'cpu' setting for task.
        source: api('RegisterTaskDefinition'),
        find: (task) => [...noSize(task, 'cpu', '`vCPU`'), ...noSize(task, 'memory', '`GB`')]
    },
    {
        // ClientException: Fargate requires that 'cpu' be defined at the task level.
        source: tried('fargate-task-cpu-memory'),
        find: onFargate((task) => ['cpu', 'memory']
            .filter((name) => member(task, name) === undefined)
            .map((name) => ({
            path: at(task, name),
            found: 'is missing',
            expected: 'the size of the task, which Fargate has to know',
            remedy: `Add \`${name}\` as a text: \`"cpu": "256"\` and \`"memory": "512"\` are the least.`
        })))
    },
    {
        // ClientException: No Fargate configuration exists for given values: 4096 CPU, 4096 memory
        source: guide('fargate-tasks-services'),
        find: onFargate((task) => {
            const wrong = fargatePair(task);
            return wrong && !wrong.new ? [wrong.finding] : [];
        })
    },
    {
        source: guide('fargate-tasks-services'),
        doubt: true,
        find: onFargate((task) => {
            const wrong = fargatePair(task);
            return wrong?.new ? [wrong.finding] : [];
        })
    },
    {
        // ClientException: Invalid setting for container 'app'. At least one of 'memory' or 'memoryReservation' must be specified.
        source: tried('container-memory-required'),
        find: each((container, task) => {
            const given = ['memory', 'memoryReservation'].some((name) => (numberOf(container, name) ?? 0) > 0);
            if (given || task.fargate || member(task, 'memory') !== undefined)
                return [];
            // Any other type than a number is told as such.
            if (['memory', 'memoryReservation'].some((name) => typeof member(container, name) === 'string'))
                return [];
            return [
                {
                    path: at(container, 'memory'),
                    found: 'is missing, and so are `memoryReservation` and the memory of the task',
                    expected: 'one of them',
                    remedy: 'Add `memory` to the container or to the task definition.'
                }
            ];
        })
    },
    {
        // ClientException: The 'memory' setting for container 'app' is greater than for the task.
        source: tried('container-memory-over-task'),
        find: each((container, task) => {
            const [own, all] = [numberOf(container, 'memory'), sizeOf(task, 'memory')];
            if (own === undefined || all === undefined || own <= all)
                return [];
            const expected = `at most ${all}, the memory of the task`;
            const remedy = 'Lower it, or raise the memory of the task.';
            return [{ path: at(container, 'memory'), found: `is the number ${own}`, expected, remedy }];
        })
    },
    {
        // ClientException: The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.
        source: tried('fargate-container-cpu-over-task'),
        find: (task) => {
            const [total, all] = [sum(task, 'cpu'), sizeOf(task, 'cpu')];
            if (all === undefined || total <= all)
                return [];
            return [
                {
                    path: at(task, 'cpu'),
                    found: `is ${(0,plan_form/* told */.Ev)(member(task, 'cpu'))}, and the containers together ask for ${total} CPU units`,
                    remedy: 'Raise the `cpu` of the task, or lower that of its containers.'
                }
            ];
        }
    },
    {
        // "The total amount of memory reserved for all containers within a task must be lower than the task memory value"
        source: api('ContainerDefinition'),
        doubt: true,
        find: (task) => {
            const reserved = task.containers.reduce((total, one) => total + (numberOf(one, 'memoryReservation') ?? numberOf(one, 'memory') ?? 0), 0);
            const all = sizeOf(task, 'memory');
            if (all === undefined || reserved <= all)
                return [];
            return [
                {
                    path: at(task, 'memory'),
                    found: `is ${(0,plan_form/* told */.Ev)(member(task, 'memory'))}, and the containers together reserve ${reserved} MiB`,
                    remedy: 'Raise the `memory` of the task, or lower that of its containers.'
                }
            ];
        }
    },
    {
        // ClientException: 'memory' must be greater than or equal to 'memoryReservation'
        source: tried('container-memory-reservation'),
        find: each((container) => {
            const [hard, soft] = [numberOf(container, 'memory'), numberOf(container, 'memoryReservation')];
            if (hard === undefined || soft === undefined || hard >= soft)
                return [];
            const remedy = 'Lower `memoryReservation`, or raise `memory`.';
            const expected = `at most ${hard}, the \`memory\` of the container`;
            return [{ path: at(container, 'memoryReservation'), found: `is the number ${soft}`, expected, remedy }];
        })
    },
    {
        // ClientException: Tasks using the EC2 launch type do not support EphemeralStorage.
        source: tried('fargate-ephemeral-storage-ec2'),
        find: (task) => {
            const others = ['EC2', 'EXTERNAL'].filter((other) => isFor(task, other));
            if (member(task, 'ephemeralStorage') === undefined || others.length === 0)
                return [];
            const remedy = 'Remove `ephemeralStorage`, or require `FARGATE` alone.';
            const found = `is there for ${others.join(' and ')}, which do not have it`;
            return [{ path: at(task, 'ephemeralStorage'), found, remedy }];
        }
    }
];

;// CONCATENATED MODULE: ./src/plan/check/unfit.ts
// Members that do not go with where or how the task runs: one table. Pure.


const unfit_CONTAINER = 'containerDefinitions';
const LINUX = [unfit_CONTAINER, 'linuxParameters'];
const MEMBERS = [
    // ClientException: Links are not supported when networkMode=awsvpc
    { member: [unfit_CONTAINER, 'links'], with: 'awsvpc', source: tried('fargate-links') },
    // ClientException: hostname is not supported on container when networkMode=awsvpc
    { member: [unfit_CONTAINER, 'hostname'], with: 'awsvpc', source: tried('awsvpc-hostname') },
    { member: [unfit_CONTAINER, 'extraHosts'], with: 'awsvpc', source: tried('awsvpc-extra-hosts') },
    { member: [unfit_CONTAINER, 'disableNetworking'], with: 'awsvpc', source: tried('fargate-disable-networking') },
    { member: [unfit_CONTAINER, 'dnsServers'], with: 'awsvpc', source: tried('fargate-dns-servers') },
    { member: [unfit_CONTAINER, 'dnsSearchDomains'], with: 'fargate', source: guide('fargate-tasks-services') },
    { member: [unfit_CONTAINER, 'dockerSecurityOptions'], with: 'fargate', source: tried('fargate-docker-security-options') },
    // ClientException: Fargate requires that the 'privileged' setting be 'false'
    { member: [unfit_CONTAINER, 'privileged'], with: 'fargate', source: tried('fargate-privileged') },
    // ClientException: Fargate compatible task definitions do not support devices
    { member: [...LINUX, 'devices'], with: 'fargate', source: tried('fargate-devices') },
    { member: [...LINUX, 'sharedMemorySize'], with: 'fargate', source: tried('fargate-shared-memory-size') },
    { member: [...LINUX, 'maxSwap'], with: 'fargate', source: tried('fargate-max-swap') },
    { member: [...LINUX, 'swappiness'], with: 'fargate', source: guide('fargate-tasks-services') },
    { member: [...LINUX, 'tmpfs'], with: 'fargate', source: guide('fargate-tasks-services'), doubt: true },
    { member: ['ipcMode'], with: 'fargate', source: tried('fargate-ipc-mode') },
    { member: ['placementConstraints'], with: 'fargate', source: tried('fargate-placement-constraints') },
    { member: ['volumes', 'dockerVolumeConfiguration'], with: 'fargate', source: tried('fargate-docker-volume') },
    { member: ['volumes', 'host', 'sourcePath'], with: 'fargate', source: tried('fargate-host-source-path') },
    { member: [unfit_CONTAINER, 'linuxParameters'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
    { member: [unfit_CONTAINER, 'privileged'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
    { member: [unfit_CONTAINER, 'user'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
    { member: [unfit_CONTAINER, 'readonlyRootFilesystem'], with: 'windows', source: api('ContainerDefinition'), doubt: true },
    { member: [unfit_CONTAINER, 'ulimits'], with: 'windows', source: guide('fargate-tasks-services'), doubt: true },
    { member: ['pidMode'], with: 'windows', source: api('RegisterTaskDefinition'), doubt: true }
];
const WHERE = {
    awsvpc: {
        says: 'in the network mode `awsvpc`',
        holds: ({ networkMode, fargate }) => fargate || networkMode === 'awsvpc'
    },
    fargate: { says: 'on Fargate', holds: ({ fargate }) => fargate },
    windows: { says: 'for Windows containers', holds: ({ windows }) => windows }
};
const members = MEMBERS.map(({ member, with: where, source, doubt }) => ({
    source,
    ...(doubt && { doubt }),
    find: (task) => !WHERE[where].holds(task)
        ? []
        : dig(task, member)
            .filter(({ value }) => asks(value))
            .map(({ path }) => ({
            path,
            found: `is not there ${WHERE[where].says}`,
            remedy: `Remove \`${member.at(-1) ?? ''}\`.`
        }))
}));
/** Values that do not go with Fargate, of members that do. */
const values = [
    {
        // ClientException: Tasks using the Fargate launch type do not support pidMode 'host'.
        source: tried('fargate-pid-mode-host'),
        find: (task) => only(task, ['pidMode'], ['task'], 'Write `task`, or remove `pidMode`.')
    },
    {
        // ClientException: The log driver is not one of Fargate's.
        source: tried('fargate-log-driver-unsupported'),
        find: (task) => only(task, [unfit_CONTAINER, 'logConfiguration', 'logDriver'], ['awslogs', 'splunk', 'awsfirelens'], 'Write one of these drivers.')
    },
    {
        // ClientException: Tasks using the Fargate launch type do not support GPU resource requirements
        source: tried('fargate-gpu-resource'),
        find: (task) => !task.fargate
            ? []
            : task.containers
                .flatMap((container) => partsOf(container, 'resourceRequirements'))
                .filter((requirement) => textOf(requirement, 'type') === 'GPU')
                .map(({ path }) => ({
                path,
                found: 'asks for a GPU, which Fargate does not have',
                remedy: 'Remove it, or run the task on EC2 or Managed Instances.'
            }))
    },
    {
        // ClientException: NET_ADMIN is not allowed on Fargate.
        source: tried('fargate-capabilities-add'),
        find: (task) => !task.fargate
            ? []
            : dig(task, [...LINUX, 'capabilities'])
                .flatMap(({ value, path }) => typeof value === 'object' && value !== null && 'add' in value ? textsOf({ value, path }, 'add') : [])
                .filter(({ text }) => text !== 'SYS_PTRACE')
                .map(({ text, path }) => ({
                path,
                found: `is ${JSON.stringify(text)}, which Fargate does not add`,
                expected: '`SYS_PTRACE`, the only capability Fargate adds',
                remedy: 'Remove the capability.'
            }))
    },
    {
        source: api('FirelensConfiguration'),
        doubt: true,
        find: (task) => only(task, [unfit_CONTAINER, 'firelensConfiguration', 'options', 'config-file-type'], ['file'], 'Put the configuration into the image, and write `file`.')
    },
    {
        // No Fargate configuration exists for the pair.
        source: tried('windows-arm64'),
        find: (task) => task.windows
            ? only(task, ['runtimePlatform', 'cpuArchitecture'], ['X86_64'], 'Write `X86_64`, the architecture of Windows.')
            : []
    }
];
function only(task, member, allowed, remedy) {
    if (!task.fargate)
        return [];
    return dig(task, member)
        .filter(({ value }) => typeof value === 'string' && !allowed.includes(value))
        .map(({ path, value }) => ({
        path,
        found: `is ${JSON.stringify(value)}, which Fargate does not have`,
        expected: allowed.map((word) => `\`${word}\``).join(', '),
        remedy
    }));
}
const UNFIT = [...members, ...values];

;// CONCATENATED MODULE: ./src/plan/check/volumes.ts
// Volumes, what they are made of, and the containers that mount them. Pure.



function mountsOf({ containers }) {
    return containers.flatMap((container) => partsOf(container, 'mountPoints'));
}
const KINDS = [
    'dockerVolumeConfiguration',
    'efsVolumeConfiguration',
    's3filesVolumeConfiguration',
    'fsxWindowsFileServerVolumeConfiguration',
    'configuredAtLaunch'
];
/** An empty `host` comes back from AWS for any volume. */
function kindsOf(volume) {
    const host = asks(member(partOf(volume, 'host'), 'sourcePath')) ? ['host'] : [];
    return [...host, ...KINDS.filter((kind) => asks(member(volume, kind)))];
}
/** A rule about each volume in EFS. */
function efs(find) {
    return ({ volumes }) => volumes.flatMap((volume) => {
        const configuration = partOf(volume, 'efsVolumeConfiguration');
        return configuration ? find(configuration, partOf(configuration, 'authorizationConfig')) : [];
    });
}
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html */
function wantsEncryption(configuration, authorization) {
    if (textOf(authorization, 'iam') === 'ENABLED')
        return 'the task role is used to mount';
    if (asks(member(authorization, 'accessPointId')))
        return 'an access point is used';
    return member(configuration, 'transitEncryptionPort') === undefined ? undefined : 'there is a port for it';
}
const VOLUMES = [
    {
        // ClientException: Unknown volume 'scratch'.
        source: tried('mountpoint-source-volume-missing'),
        find: (task) => mountsOf(task).flatMap((mount) => {
            const name = textOf(mount, 'sourceVolume');
            return name === undefined ? [] : unknown(name, at(mount, 'sourceVolume'), namesOf(task.volumes), 'volume');
        })
    },
    {
        source: api('Volume'),
        doubt: true,
        find: ({ volumes }) => repeated(volumes, (volume) => textOf(volume, 'name')).map(({ item, key }) => ({
            path: at(item, 'name'),
            found: `is ${(0,plan_form/* told */.Ev)(key)}, as that of an earlier volume`,
            remedy: 'Give every volume a name of its own.'
        }))
    },
    {
        // ClientException: When the volume parameter is specified, only one volume configuration type should be used.
        source: 'https://github.com/cloudposse/terraform-aws-ecs-alb-service-task/issues/185',
        find: ({ volumes }) => volumes
            .filter((volume) => kindsOf(volume).length > 1)
            .map((volume) => ({
            path: volume.path,
            found: `is of several kinds: ${kindsOf(volume)
                .map((kind) => `\`${kind}\``)
                .join(', ')}`,
            expected: 'one kind',
            remedy: 'Keep one of them.'
        }))
    },
    {
        source: api('Volume'),
        find: ({ volumes }) => volumes
            .filter((volume) => member(volume, 'configuredAtLaunch') === true)
            .slice(1)
            .map((volume) => ({
            path: at(volume, 'configuredAtLaunch'),
            found: 'is true for a second volume',
            expected: 'one volume that is configured at launch',
            remedy: 'Remove `configuredAtLaunch` from the others.'
        }))
    },
    {
        // ClientException: Volumes [data] are not referenced by any container
        source: tried('volume-not-referenced'),
        find: (task) => {
            const mounted = new Set(mountsOf(task).map((mount) => textOf(mount, 'sourceVolume')));
            return task.volumes
                .filter((volume) => member(volume, 'configuredAtLaunch') === true && !mounted.has(textOf(volume, 'name')))
                .map((volume) => ({
                path: volume.path,
                found: 'is configured at launch, and no container mounts it',
                remedy: 'Add a mount point to a container, or remove the volume.'
            }));
        }
    },
    {
        // ClientException: When using an EFS access point, the root directory must either be set to "/" or be omitted.
        source: tried('efs-access-point-with-root-directory'),
        find: efs((configuration, authorization) => {
            const root = textOf(configuration, 'rootDirectory') ?? '/';
            if (!asks(member(authorization, 'accessPointId')) || root === '/' || root === '')
                return [];
            const remedy = 'Remove `rootDirectory`: the access point has one.';
            return [{ path: at(configuration, 'rootDirectory'), found: `is ${(0,plan_form/* told */.Ev)(root)} beside an access point`, remedy }];
        })
    },
    {
        // ClientException: EFS IAM authorization requires TransitEncryption to be enabled
        source: tried('efs-iam-without-transit-encryption'),
        find: efs((configuration, authorization) => {
            const why = wantsEncryption(configuration, authorization);
            const given = member(configuration, 'transitEncryption');
            if (why === undefined || given === 'ENABLED')
                return [];
            return [
                {
                    path: at(configuration, 'transitEncryption'),
                    found: `is ${given === undefined ? 'missing' : (0,plan_form/* told */.Ev)(given)}, and ${why}`,
                    expected: '`ENABLED`',
                    remedy: 'Write `"transitEncryption": "ENABLED"`.'
                }
            ];
        })
    },
    {
        // "This field is only used if the scope is shared."
        source: api('DockerVolumeConfiguration'),
        doubt: true,
        find: ({ volumes }) => volumes.flatMap((volume) => {
            const docker = partOf(volume, 'dockerVolumeConfiguration');
            if (!docker || member(docker, 'autoprovision') !== true || textOf(docker, 'scope') === 'shared')
                return [];
            const remedy = 'Write `"scope": "shared"`, or remove `autoprovision`.';
            return [{ path: at(docker, 'autoprovision'), found: 'is true without the scope `shared`', remedy }];
        })
    }
];

;// CONCATENATED MODULE: ./src/plan/check/whole.ts
// How much a task definition may hold in all: where it holds more, what its parts want of each other is not asked. Pure.


const MOST_BYTES = 64 * 1024;
const MOST_CONTAINERS = 10;
const WHOLE = [
    {
        source: guide('service-quotas'),
        find: ({ value }) => {
            const bytes = new TextEncoder().encode(JSON.stringify(value)).byteLength;
            if (bytes <= MOST_BYTES)
                return [];
            return [
                {
                    path: [],
                    found: `has ${bytes} bytes as JSON`,
                    expected: `at most ${MOST_BYTES}`,
                    remedy: 'Move long values to SSM parameters, Secrets Manager or a file in S3.'
                }
            ];
        }
    },
    {
        // ClientException: Too many containers.
        source: guide('service-quotas'),
        find: (task) => {
            const count = countOf(task, 'containerDefinitions');
            if (count <= MOST_CONTAINERS)
                return [];
            return [
                {
                    path: at(task, 'containerDefinitions'),
                    found: `has ${count} containers`,
                    expected: `at most ${MOST_CONTAINERS}`,
                    remedy: 'Move containers to another service.'
                }
            ];
        }
    }
];

;// CONCATENATED MODULE: ./src/plan/check/words.ts
// Words AWS does not list for a member that has a list of them. It adds to them, so a word is never refused. Pure.





function unlisted(form, value, path) {
    if (typeof form === 'string' || 'texts' in form)
        return [];
    if ('words' in form) {
        if (typeof value !== 'string' || form.words.includes(value))
            return [];
        const meant = form.words.find((word) => word.toLowerCase() === value.toLowerCase()) ?? (0,near/* near */.Z)(value, form.words);
        return [
            {
                path,
                found: `is ${(0,plan_form/* told */.Ev)(value)}, which is not a word AWS lists`,
                expected: listed(form.words),
                remedy: meant === undefined
                    ? 'Check the word; it is sent as it is.'
                    : `Write \`${meant}\`, if that is what was meant.`
            }
        ];
    }
    if ('list' in form) {
        return (0,json/* isList */.L)(value) ? value.flatMap((item, index) => unlisted(form.list, item, [...path, index])) : [];
    }
    if (!(0,json/* isObject */.G)(value))
        return [];
    return Object.entries(form.members).flatMap(([name, inner]) => unlisted(inner, value[name], [...path, name]));
}
const WORDS = [
    {
        source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
        doubt: true,
        find: ({ value }) => unlisted(known_members/* TASK_DEFINITION */.M, value, [])
    }
];

;// CONCATENATED MODULE: ./src/plan/check/task-definition.ts

















/** Rules that look at each part by itself. */
const PARTS = [NAMES, ENVIRONMENT, SIZE, LIMITS, UNFIT, LOGS, ROLES, WORDS].flat();
/** Rules that hold parts against each other: their time grows faster than the definition. */
const RELATIONS = [NETWORK, DEPENDENCIES, VOLUMES, PROXY].flat();
const RULES = [...WHOLE, ...PARTS, ...RELATIONS];
/** All at once: everything of another type than the service's model has it, and everything its rules find. */
function checkTaskDefinition(definition, placeOf) {
    const report = reporter(definition, placeOf);
    const wrongTypes = (0,plan_form/* misfits */.gX)(known_members/* TASK_DEFINITION */.M, definition).map((misfit) => ({
        ...misfit,
        found: `is ${misfit.found}`
    }));
    const task = taskOf(definition);
    const tooMuch = findings(WHOLE, task);
    const found = [...tooMuch, ...findings(PARTS, task), ...(tooMuch.length > 0 ? [] : findings(RELATIONS, task))];
    const wrong = [...wrongTypes, ...found.filter(({ rule }) => !rule.doubt).map(({ finding }) => finding)];
    return {
        problems: wrong.map((finding) => report('TASK_DEFINITION_INVALID', finding.path, finding)),
        notes: found.filter(({ rule }) => rule.doubt).map(({ finding }) => doubt(definition, placeOf, finding))
    };
}
function findings(rules, task) {
    return rules.flatMap((rule) => rule.find(task).map((finding) => ({ rule, finding })));
}

;// CONCATENATED MODULE: ./src/plan/check/unknown-members.ts
// Members of a task definition that nobody knows: a typing slip, or something AWS has learnt since. Pure.





/** A name two edits or less from a known one, or in another case, is taken for a slip of it. */
function unknownMembers(definition, placeOf, policy) {
    const found = policy === 'ignore' ? [] : unknownIn(known_members/* TASK_DEFINITION */.M, definition, []);
    if (found.length === 0)
        return NOTHING;
    const report = reporter(definition, placeOf);
    const refused = found.filter((unknown) => policy === 'error' || (policy === 'slips' && meant(unknown) !== undefined));
    const problems = refused.map((unknown) => {
        const hint = hintFor(unknown);
        return report('PROPERTY_UNKNOWN', unknown.path, {
            found: 'is no property that is known',
            remedy: `${hint ?? 'Remove it'}, or set \`unknown-properties: warn\` to send it as it is.`
        });
    });
    const sent = found.filter((unknown) => !refused.includes(unknown));
    if (sent.length === 0)
        return { problems, notes: [] };
    const named = sent.map(({ path }) => `\`${(0,plan_form/* pathText */.LF)(definition, path)}\`${placeText(placeOf(path))}`);
    const hints = sent.flatMap((unknown) => hintFor(unknown) ?? []);
    return {
        problems,
        notes: [
            {
                level: 'warning',
                says: `${named.join(', ')} ${sent.length === 1 ? 'is no property that is known, and is' : 'are no properties that are known, and are'} sent to AWS all the same`,
                remedy: `${hints.length === 0 ? 'Check the spelling' : hints.join('; ')}, or set \`unknown-properties: ignore\`.`
            }
        ]
    };
}
function unknownIn(form, value, path) {
    if (typeof form === 'string' || 'texts' in form || 'words' in form)
        return [];
    if ('list' in form) {
        return (0,json/* isList */.L)(value) ? value.flatMap((item, index) => unknownIn(form.list, item, [...path, index])) : [];
    }
    if (!(0,json/* isObject */.G)(value))
        return [];
    const siblings = Object.keys(form.members);
    return Object.entries(value).flatMap(([name, inner]) => {
        const known = Object.hasOwn(form.members, name) ? form.members[name] : undefined;
        return known ? unknownIn(known, inner, [...path, name]) : [{ path: [...path, name], name, siblings }];
    });
}
function meant({ name, siblings }) {
    return (0,near/* near */.Z)(name, siblings);
}
const OF_TASK = Object.keys(known_members/* TASK_DEFINITION */.M.members);
const OF_CONTAINER = Object.keys(known_members/* TASK_DEFINITION */.M.members.containerDefinitions.list.members);
function hintFor(unknown) {
    const { name, path } = unknown;
    const slip = meant(unknown);
    if (slip !== undefined)
        return `Write \`${slip}\`, if that is what was meant`;
    const inContainer = path[0] === 'containerDefinitions';
    if (inContainer && OF_TASK.includes(name))
        return `Move \`${name}\` out of the container, to the task definition`;
    if (!inContainer && OF_CONTAINER.includes(name))
        return `Move \`${name}\` into a container`;
    return undefined;
}

// EXTERNAL MODULE: ./src/plan/images.ts
var plan_images = __nccwpck_require__(2365);
;// CONCATENATED MODULE: ./src/plan/containers.ts
// The name of a container, or of anything else that has one.

function nameOf(entry) {
    const name = (0,json/* isObject */.G)(entry) ? entry['name'] : undefined;
    return typeof name === 'string' ? name : undefined;
}

;// CONCATENATED MODULE: ./src/plan/render/edited.ts
function notice(says) {
    return { level: 'notice', says };
}
function edited_listed(names) {
    return names.map((name) => `\`${name}\``).join(', ');
}

;// CONCATENATED MODULE: ./src/plan/render/entries.ts
// Lists and objects of named values, with the pairs of an input put in: what is there keeps its place and its other members. Pure.


/** A list to edit; undefined where something else stands, which is left as it is for the check to report. */
function listIn(container, member) {
    const value = container[member] ?? [];
    return (0,json/* isList */.L)(value) ? value : undefined;
}
function objectIn(container, member) {
    const value = container[member] ?? {};
    return (0,json/* isObject */.G)(value) ? value : undefined;
}
/** `member`: where an entry carries its value. What is given stands once; with `replace` no other entry stays. */
function withPairs(list, pairs, member, strategy) {
    const values = new Map(pairs.map(({ name, value }) => [name, value]));
    const names = list.map(nameOf);
    const kept = list.filter((_, at) => (values.has(names[at] ?? '') ? isFirst(names, at) : strategy === 'merge'));
    const added = [...values].filter(([name]) => !names.includes(name));
    return [
        ...kept.map((entry) => {
            const value = values.get(nameOf(entry) ?? '');
            return (0,json/* isObject */.G)(entry) && value !== undefined ? { ...entry, [member]: value } : entry;
        }),
        ...added.map(([name, value]) => ({ name, [member]: value }))
    ];
}
function isFirst(names, at) {
    return names.indexOf(names[at]) === at;
}
/** The same for an object of texts. */
function withTexts(texts, pairs, strategy) {
    const given = new Map(pairs.map(({ name, value }) => [name, value]));
    const kept = Object.entries(texts).filter(([name]) => strategy === 'merge' || given.has(name));
    return Object.fromEntries(new Map([...kept, ...given]));
}
function namesIn(list) {
    return list.map(nameOf).filter((name) => name !== undefined);
}

;// CONCATENATED MODULE: ./src/plan/render/container-edits.ts
// The edits of one container, one row per input, in the order in which they are applied. Pure.




const CONTAINER_EDITS = [
    {
        input: 'environment-variables',
        member: 'environment',
        isAsked: ({ environment }) => environment.length > 0,
        apply: (container, { environment, updateStrategy }) => withVariables(container, VARIABLES, environment, updateStrategy)
    },
    {
        input: 'env-files',
        member: 'environmentFiles',
        isAsked: ({ environmentFiles }) => environmentFiles !== undefined,
        apply: withEnvironmentFiles
    },
    {
        input: 'secrets',
        member: 'secrets',
        isAsked: ({ secrets }) => secrets.length > 0,
        apply: (container, { secrets, updateStrategy }) => withVariables(container, SECRETS, secrets, updateStrategy)
    },
    {
        input: 'docker-labels',
        member: 'dockerLabels',
        isAsked: ({ dockerLabels }) => dockerLabels.length > 0,
        apply: withLabels
    },
    {
        input: 'log-configuration-log-driver',
        member: 'logConfiguration',
        isAsked: ({ logDriver }) => logDriver !== undefined,
        apply: withLogDriver
    },
    {
        input: 'log-configuration-options',
        member: 'logConfiguration',
        isAsked: ({ logOptions }) => logOptions.length > 0,
        apply: withLogOptions
    },
    {
        input: 'command',
        member: 'command',
        isAsked: ({ command }) => command !== undefined,
        apply: (container, { command }) => quiet(command === undefined ? container : { ...container, command })
    }
];
function unique(names) {
    return [...new Set(names)];
}
function quiet(container) {
    return { container, told: [] };
}
const VARIABLES = { member: 'environment', value: 'value', one: 'an environment variable', many: 'variables' };
const SECRETS = { member: 'secrets', value: 'valueFrom', one: 'a secret', many: 'secrets' };
function withVariables(container, kind, pairs, strategy) {
    const list = listIn(container, kind.member);
    if (list === undefined)
        return quiet(container);
    const given = new Set(pairs.map(({ name }) => name));
    const removed = strategy === 'merge' ? [] : unique(namesIn(list)).filter((name) => !given.has(name));
    const moved = withoutNames({ ...container, [kind.member]: withPairs(list, pairs, kind.value, strategy) }, kind, given);
    const gone = removed.length === 0 ? [] : [`\`env-update-strategy: replace\` removes the ${kind.many} ${edited_listed(removed)}`];
    return { container: moved.container, told: [...gone, ...moved.told] };
}
/**
 * A name moves, and never stands in both: "ClientException: The secret name must be unique and not shared with any new
 * or existing environment variables set on the container", as RegisterTaskDefinition answers.
 */
function withoutNames(container, kind, names) {
    const other = kind === VARIABLES ? SECRETS : VARIABLES;
    const list = listIn(container, other.member) ?? [];
    const stays = list.filter((entry) => !names.has(nameOf(entry) ?? ''));
    if (stays.length === list.length)
        return quiet(container);
    const moved = unique(namesIn(list)).filter((name) => names.has(name));
    return {
        container: { ...container, [other.member]: stays },
        told: moved.map((name) => `\`${name}\` was ${other.one} and is ${kind.one} now: AWS refuses a name that is both`)
    };
}
/** An entry that is there keeps its other members. */
function withEnvironmentFiles(container, { environmentFiles = [] }) {
    const there = listIn(container, 'environmentFiles') ?? [];
    const files = environmentFiles.map((value) => {
        const same = there.find((file) => (0,json/* isObject */.G)(file) && file['value'] === value && file['type'] === 's3');
        return same ?? { value, type: 's3' };
    });
    return quiet({ ...container, environmentFiles: files });
}
function withLabels(container, { dockerLabels, updateStrategy }) {
    const there = objectIn(container, 'dockerLabels');
    if (there === undefined)
        return quiet(container);
    const labels = withTexts(there, dockerLabels, updateStrategy);
    const removed = Object.keys(there).filter((name) => !Object.hasOwn(labels, name));
    return {
        container: { ...container, dockerLabels: labels },
        told: removed.length === 0 ? [] : [`\`env-update-strategy: replace\` removes the labels ${edited_listed(removed)}`]
    };
}
/** The options of one driver mean nothing to another. */
function withLogDriver(container, { logDriver, logOptions }) {
    const configuration = objectIn(container, 'logConfiguration');
    if (configuration === undefined || logDriver === undefined)
        return quiet(container);
    const { options, secretOptions, ...rest } = configuration;
    const before = rest['logDriver'];
    if (before === undefined || before === null || before === logDriver) {
        return quiet({ ...container, logConfiguration: { ...configuration, logDriver } });
    }
    const given = new Set(logOptions.map(({ name }) => name));
    const dropped = [
        ...((0,json/* isObject */.G)(options) ? Object.keys(options) : []),
        ...((0,json/* isList */.L)(secretOptions) ? namesIn(secretOptions) : [])
    ].filter((name) => !given.has(name));
    const told = `the log driver is \`${logDriver}\` now, which drops the options of the one before: ${edited_listed(dropped)}`;
    return {
        container: { ...container, logConfiguration: { ...rest, logDriver } },
        told: dropped.length === 0 ? [] : [told]
    };
}
/** Merged whatever the update strategy: an option that is not given keeps what the driver was set up with. */
function withLogOptions(container, { logOptions }) {
    const configuration = objectIn(container, 'logConfiguration');
    const there = configuration && objectIn(configuration, 'options');
    if (configuration === undefined || there === undefined)
        return quiet(container);
    const options = withTexts(there, logOptions, 'merge');
    return quiet({ ...container, logConfiguration: { ...configuration, options } });
}

;// CONCATENATED MODULE: ./src/plan/render/edits.ts
// The edits that inputs ask for, in their fixed order: images, the container edits in the order of their table, roles, size. Pure.




/** The edits of the task itself, and the inputs that ask for them. */
const TASK_EDITS = {
    taskRoleArn: 'task-role-arn',
    executionRoleArn: 'execution-role-arn',
    cpu: 'cpu',
    memory: 'memory'
};
/** `targets`: the containers that the container edits are for. */
function withEdits(definition, edits, targets) {
    const { containerDefinitions } = definition;
    const { taskRoleArn, executionRoleArn, cpu, memory } = edits;
    const containers = (0,json/* isList */.L)(containerDefinitions) ? containerDefinitions.map(editing(edits, targets)) : undefined;
    return {
        value: {
            ...definition,
            ...(containers && { containerDefinitions: containers.map(({ value }) => value) }),
            ...(taskRoleArn !== undefined && { taskRoleArn }),
            ...(executionRoleArn !== undefined && { executionRoleArn }),
            ...(cpu !== undefined && { cpu }),
            ...(memory !== undefined && { memory })
        },
        notes: containers?.flatMap(({ notes }) => notes) ?? []
    };
}
function editing(edits, targets) {
    const images = new Map(edits.images.map(({ container, image }) => [container, image]));
    const asked = CONTAINER_EDITS.filter(({ isAsked }) => isAsked(edits));
    return (container) => {
        const name = nameOf(container);
        if (name === undefined || !(0,json/* isObject */.G)(container))
            return { value: container, notes: [] };
        const image = images.get(name);
        let value = image === undefined ? container : { ...container, image };
        if (!targets.has(name))
            return { value, notes: [] };
        const notes = [];
        for (const { apply } of asked) {
            const applied = apply(value, edits);
            value = applied.container;
            notes.push(...applied.told.map((told) => notice(`Container \`${name}\`: ${told}.`)));
        }
        return { value, notes };
    };
}

;// CONCATENATED MODULE: ./src/plan/render/merge-patch.ts
// RFC 7396, with one addition: where a list of named things stands and the patch has an object, the keys are the names. Pure.

/**
 * The lists of a task definition in which a name stands once, at their paths without positions: these may be missing in
 * the base. In any other list the keys are names if every entry has a `name`. Ports are such a list: a port has no
 * identity of its own, the same number can be there for TCP and UDP.
 */
const NAMED_LISTS = new Map([
    ['containerDefinitions', { by: 'name' }],
    ['containerDefinitions.environment', { by: 'name', text: 'value' }],
    ['containerDefinitions.secrets', { by: 'name', text: 'valueFrom' }],
    ['containerDefinitions.dependsOn', { by: 'containerName', text: 'condition' }],
    ['containerDefinitions.ulimits', { by: 'name' }],
    ['containerDefinitions.systemControls', { by: 'namespace', text: 'value' }],
    ['containerDefinitions.logConfiguration.secretOptions', { by: 'name', text: 'valueFrom' }],
    ['proxyConfiguration.properties', { by: 'name', text: 'value' }],
    ['tags', { by: 'key', text: 'value' }],
    ['volumes', { by: 'name' }]
]);
/** `path`: where the target stands, without the positions in lists. */
function mergePatch(target, patch, path = '') {
    if (!(0,json/* isObject */.G)(patch))
        return patch;
    const naming = namingOf(target, path);
    if (naming)
        return mergeEntries((0,json/* isList */.L)(target) ? target : [], patch, naming, path);
    // A Map, so that no key can be anything else than a key.
    const members = new Map((0,json/* isObject */.G)(target) ? Object.entries(target) : []);
    for (const [name, value] of Object.entries(patch)) {
        if (value === null)
            members.delete(name);
        else
            members.set(name, mergePatch(members.get(name), value, path === '' ? name : `${path}.${name}`));
    }
    return Object.fromEntries(members);
}
function namingOf(target, path) {
    if (target !== undefined && target !== null && !(0,json/* isList */.L)(target))
        return undefined;
    const named = (0,json/* isList */.L)(target) && target.length > 0 && target.every((entry) => entryName(entry, 'name') !== undefined);
    return NAMED_LISTS.get(path) ?? (named ? { by: 'name' } : undefined);
}
function entryName(entry, by) {
    const name = (0,json/* isObject */.G)(entry) && Object.hasOwn(entry, by) ? entry[by] : undefined;
    return typeof name === 'string' ? name : undefined;
}
function mergeEntries(list, patch, { by, text }, path) {
    const wanted = new Map(Object.entries(patch).map(([name, change]) => {
        const whole = change === null || (0,json/* isObject */.G)(change) || text === undefined;
        return [name, whole ? change : { [text]: change }];
    }));
    const there = new Set(list.map((entry) => entryName(entry, by)));
    const merged = list.flatMap((entry) => {
        const change = wanted.get(entryName(entry, by) ?? '');
        if (change === undefined)
            return [entry];
        return change === null ? [] : [mergePatch(entry, change, path)];
    });
    const added = [...wanted].filter(([name, change]) => change !== null && !there.has(name));
    return [...merged, ...added.map(([name, change]) => mergePatch({ [by]: name }, change ?? {}, path))];
}

;// CONCATENATED MODULE: ./src/plan/render/patch-place.ts

/** A patch written into the input itself has no lines; one in a file has, and they may hold secrets. */
function patchPlace(patch, path) {
    const isFile = patch.locate(path) !== undefined;
    return isFile ? (0,plan_form/* placeOf */.$t)(patch, path, true) : { kind: 'input', name: 'task-definition-patch' };
}

;// CONCATENATED MODULE: ./src/plan/render/origin.ts
// Where a member of the rendered definition was written: in the patch, in an input, or in the file it began with. Pure.






function origins(rendered, began, edits) {
    const { patch } = edits;
    return (path, secret) => {
        const base = follow(rendered, began.definition, path);
        const patched = patch && follow(rendered, patch.value, path);
        // The patch comes last: what it says of a member is what stands there.
        if (patch && patched && (patched.whole || (!base.whole && patched.path.length > base.path.length))) {
            return patchPlace(patch, patched.path);
        }
        const there = existing(rendered, path);
        const isAsBefore = origin_at(rendered, there) === follow(rendered, began.definition, there).value;
        const input = isAsBefore ? undefined : inputFor(rendered, path, edits);
        return input === undefined
            ? (0,plan_form/* placeOf */.$t)(began.document, [...began.root, ...base.path], secret)
            : { kind: 'input', name: input };
    };
}
function follow(rendered, other, path) {
    const gone = [];
    let here = rendered;
    let there = other;
    for (const step of path) {
        // What stands for the whole of a thing says everything inside of it.
        if (gone.length > 0 && !(0,json/* isObject */.G)(there) && !(0,json/* isList */.L)(there))
            break;
        const item = origin_at(here, [step]);
        const matching = typeof step === 'string' ? step : stepTo(item, there, step);
        const next = matching === undefined ? undefined : origin_at(there, [matching]);
        if (matching === undefined || next === undefined)
            return { path: gone, value: undefined, whole: false };
        gone.push(matching);
        here = item;
        there = next;
    }
    return { path: gone, value: there, whole: true };
}
const origin_NAMES = ['name', 'key', 'namespace', 'containerName'];
/** The same entry of a list: itself, one of its name, or an equal value at its position. */
function stepTo(item, list, position) {
    const names = origin_NAMES.flatMap((by) => {
        const name = entryName(item, by);
        return name === undefined ? [] : [{ by, name }];
    });
    if ((0,json/* isObject */.G)(list))
        return names.find(({ name }) => Object.hasOwn(list, name))?.name;
    if (!(0,json/* isList */.L)(list))
        return undefined;
    if (list[position] === item)
        return position;
    const same = (0,json/* isObject */.G)(item) ? list.indexOf(item) : -1;
    const named = list.findIndex((entry) => names.some(({ by, name }) => entryName(entry, by) === name));
    return [same, named].find((index) => index >= 0);
}
function origin_at(value, path) {
    return path.reduce((inside, step) => {
        if (typeof step === 'number')
            return (0,json/* isList */.L)(inside) ? inside[step] : undefined;
        return (0,json/* isObject */.G)(inside) && Object.hasOwn(inside, step) ? inside[step] : undefined;
    }, value);
}
/** The path as far as there is something. */
function existing(value, path) {
    const missing = path.findIndex((_, index) => origin_at(value, path.slice(0, index + 1)) === undefined);
    return missing < 0 ? path : path.slice(0, missing);
}
const TASK_MEMBERS = [
    'taskRoleArn',
    'executionRoleArn',
    'cpu',
    'memory'
];
function inputFor(rendered, path, edits) {
    const [first, , member] = path;
    if (first !== 'containerDefinitions') {
        const name = TASK_MEMBERS.find((member) => member === first);
        return name !== undefined && edits[name] !== undefined ? TASK_EDITS[name] : undefined;
    }
    if (member === 'image') {
        const name = entryName(origin_at(rendered, path.slice(0, 2)), 'name');
        return edits.images.find(({ container }) => container === name)?.input;
    }
    return CONTAINER_EDITS.find((edit) => edit.member === member && edit.isAsked(edits))?.input;
}

;// CONCATENATED MODULE: ./src/plan/render/lone-entries.ts
// One entry written where a patch wants names: `{"name": "A", "value": "1"}` would add the variables `name` and `value`. Pure.





function checkLoneEntries(definition, patch) {
    return loneEntries(definition, patch.value, '', []).map(({ path, name }) => {
        const list = path.at(-1) ?? '';
        return new domain_problem/* Problem */.A('TASK_DEFINITION_INVALID', {
            place: patchPlace(patch, path),
            found: `\`${(0,plan_form/* pathText */.LF)(patch.value, path)}\` in the patch is written as one entry of the list`,
            expected: 'the names of entries, each with what it is to be',
            remedy: `Write \`"${list}": { ${JSON.stringify(name)}: … }\`.`
        });
    });
}
/** `list`: where the target stands, without positions and names of entries. */
function loneEntries(target, patch, list, path) {
    if (!(0,json/* isObject */.G)(patch))
        return [];
    const naming = namingOf(target, list);
    if (!naming) {
        return Object.entries(patch).flatMap(([name, change]) => loneEntries(memberOf(target, name), change, list === '' ? name : `${list}.${name}`, [...path, name]));
    }
    const entries = (0,json/* isList */.L)(target) ? target : [];
    const name = loneName(patch, entries, naming);
    if (name !== undefined)
        return [{ path, name }];
    return Object.entries(patch).flatMap(([key, change]) => {
        const entry = entries.find((candidate) => entryName(candidate, naming.by) === key);
        // An entry is no list: its members are one step down.
        return (0,json/* isObject */.G)(change) ? loneEntries(entry ?? {}, change, list, [...path, key]) : [];
    });
}
/** Where entries have these very names, the names are meant. */
function loneName(patch, entries, { by, text }) {
    const keys = Object.keys(patch);
    const other = keys.find((key) => key !== by);
    if (text === undefined || keys.length !== 2 || other === undefined)
        return undefined;
    if (![text, 'value', 'valueFrom'].includes(other))
        return undefined;
    if (entries.some((entry) => keys.includes(entryName(entry, by) ?? '')))
        return undefined;
    return entryName(patch, by);
}
function memberOf(target, name) {
    return (0,json/* isObject */.G)(target) && Object.hasOwn(target, name) ? target[name] : undefined;
}

;// CONCATENATED MODULE: ./src/plan/render/targets.ts
// Which containers the edits are for: those that are named, or the only one that can be meant. Pure.






const NONE = { names: new Set(), problems: [] };
/** `source`: what the definition was read from, as problems name it. */
function findTargets(definition, edits, source) {
    const { containerDefinitions } = definition;
    // Without a list of containers there is nothing to choose from, and the check says so.
    if (!(0,json/* isList */.L)(containerDefinitions))
        return NONE;
    const names = [...new Set(namesIn(containerDefinitions))];
    const named = new Map([
        ...edits.containers.map((container) => [container, 'container-name']),
        ...edits.images.map(({ container, input }) => [container, input])
    ]);
    const unknown = [...named]
        .filter(([container]) => !names.includes(container))
        .map(([container, name]) => containerNotFound(container, names, source, { kind: 'input', name }));
    const chosen = choose(names, edits, source);
    return { names: chosen.names, problems: [...unknown, ...chosen.problems] };
}
function containerNotFound(container, names, source, place, otherwise = []) {
    const meant = (0,near/* near */.Z)(container, names);
    const remedies = [...(meant === undefined ? [] : [`Write \`${meant}\`, if that is what was meant.`]), ...otherwise];
    return new domain_problem/* Problem */.A('CONTAINER_NOT_FOUND', {
        ...(place && { place }),
        found: `${source} has no container ${JSON.stringify(container)}`,
        expected: names.length === 0 ? 'a container with a name' : `one of ${edited_listed(names)}`,
        ...(remedies.length > 0 && { remedy: remedies.join(' ') })
    });
}
function choose(names, edits, source) {
    const asked = CONTAINER_EDITS.filter(({ isAsked }) => isAsked(edits)).map(({ input }) => input);
    if (asked.length === 0 || names.length === 0)
        return NONE;
    if (edits.containers.length > 0)
        return { names: new Set(edits.containers), problems: [] };
    const pictured = new Set(edits.images.map(({ container }) => container));
    if (pictured.size === 1)
        return { names: pictured, problems: [] };
    if (names.length === 1)
        return { names: new Set(names), problems: [] };
    const problem = new domain_problem/* Problem */.A('INPUT_MISSING', {
        place: { kind: 'input', name: 'container-name' },
        found: `nothing says which container ${edited_listed(asked)} ${asked.length === 1 ? 'is' : 'are'} for: ${source} has ${edited_listed(names)}`,
        expected: 'the name of one or more of them',
        remedy: 'Set `container-name` to the container that is meant.'
    });
    return { names: new Set(), problems: [problem] };
}

;// CONCATENATED MODULE: ./src/plan/render/patch.ts
// `task-definition-patch` on the definition, and what a slip in the name of a container would do in silence. Pure.








/** `source`: what the definition was read from, as notes and problems name it. */
function withPatch(definition, patch, source) {
    if (patch === undefined)
        return { value: definition, notes: [], problems: [] };
    const { containerDefinitions } = definition;
    const names = (0,json/* isList */.L)(containerDefinitions) ? namesIn(containerDefinitions) : [];
    const changes = changesIn(patch);
    const unknown = changes.filter(([name]) => !names.includes(name));
    const spoken = new Set(changes.map(([name]) => name));
    const silent = names.filter((name) => !spoken.has(name));
    const slips = unknown.flatMap(([name, change]) => {
        if (!(0,json/* isObject */.G)(change) || !isSlip(name, change, silent))
            return [];
        const place = patchPlace(patch, ['containerDefinitions', name]);
        return [containerNotFound(name, names, source, place, change['image'] === undefined ? [] : [adding(name)])];
    });
    const problems = [...slips, ...checkLoneEntries(definition, patch)];
    if (problems.length > 0)
        return { value: definition, notes: [], problems };
    const merged = mergePatch(definition, patch.value);
    return {
        value: (0,json/* isObject */.G)(merged) ? merged : definition,
        notes: unknown.map(([name, change]) => notice(change === null
            ? `\`task-definition-patch\` removes the container \`${name}\`, which ${source} does not have.`
            : `\`task-definition-patch\` adds the container \`${name}\`.`)),
        problems: []
    };
}
function changesIn({ value: { containerDefinitions } }) {
    return (0,json/* isObject */.G)(containerDefinitions) ? Object.entries(containerDefinitions) : [];
}
/**
 * A container needs an image: without one, the patch meant a container that is there. With one it may have meant it all
 * the same, where the patch is silent on a container of nearly this name. `silent`: those it says nothing of.
 */
function isSlip(name, change, silent) {
    if (change['image'] === undefined)
        return true;
    return change['name'] !== name && (0,near/* near */.Z)(name, silent) !== undefined;
}
function adding(name) {
    return `To add a container of this name, write \`"name": ${JSON.stringify(name)}\` beside its image.`;
}

;// CONCATENATED MODULE: ./src/plan/render/strip.ts
// `strip-empty-values`: what the official action does to every definition, for those who rely on it. Pure.



/** `cleanNullKeys` and `maintainValidObjects` of https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/index.js */
function strip(definition) {
    const kept = keptIn(definition);
    const goes = (value, path) => isEmpty(value) && !kept.has(withoutPositions(path));
    const dropped = droppedFrom(definition, [], goes).map((path) => (0,plan_form/* pathText */.LF)(definition, path));
    return { value: without(definition, [], goes), notes: dropped.length === 0 ? [] : [notice(says(dropped))] };
}
/** What the official action puts back as an empty text. */
function keptIn({ proxyConfiguration }) {
    const isAppMesh = (0,json/* isObject */.G)(proxyConfiguration) && proxyConfiguration['type'] === 'APPMESH';
    return new Set([
        'containerDefinitions.environment.value',
        ...(isAppMesh ? ['proxyConfiguration.properties.name', 'proxyConfiguration.properties.value'] : [])
    ]);
}
function withoutPositions(path) {
    return path.filter((step) => typeof step === 'string').join('.');
}
/** Empty is also what holds nothing but empty things. */
function isEmpty(value) {
    if ((0,json/* isList */.L)(value))
        return value.every(isEmpty);
    if ((0,json/* isObject */.G)(value))
        return Object.values(value).every(isEmpty);
    return value === null || value === '';
}
function droppedFrom(value, path, goes) {
    const inside = (0,json/* isList */.L)(value)
        ? [...value.entries()]
        : (0,json/* isObject */.G)(value)
            ? Object.entries(value)
            : [];
    return inside.flatMap(([step, member]) => {
        const here = [...path, step];
        return goes(member, here) ? [here] : droppedFrom(member, here, goes);
    });
}
function without(value, path, goes) {
    const inside = Object.entries(value).map(([name, member]) => ({ name, member, here: [...path, name] }));
    return Object.fromEntries(inside
        .filter(({ member, here }) => !goes(member, here))
        .map(({ name, member, here }) => [name, stripped(member, here, goes)]));
}
function stripped(value, path, goes) {
    if ((0,json/* isObject */.G)(value))
        return without(value, path, goes);
    if (!(0,json/* isList */.L)(value))
        return value ?? '';
    return value.flatMap((item, index) => {
        const here = [...path, index];
        return goes(item, here) ? [] : [stripped(item, here, goes)];
    });
}
const MOST_NAMED = 12;
function says(paths) {
    const more = paths.length - MOST_NAMED;
    return `\`strip-empty-values\` drops what is empty: ${edited_listed(paths.slice(0, MOST_NAMED))}${more > 0 ? ` and ${more} more` : ''}.`;
}

;// CONCATENATED MODULE: ./src/plan/render/nulls.ts
// Null where AWS wants a text, as generators write it: the empty text for a variable, nothing for a label. Pure.



/** `source`: what the definition was read from, as notes name it. */
function withoutNulls(definition, source) {
    const { containerDefinitions } = definition;
    if (!(0,json/* isList */.L)(containerDefinitions))
        return { value: definition, notes: [] };
    const containers = containerDefinitions.map((container) => nulls_withTexts(container, source));
    const notes = containers.flatMap((container) => container.notes);
    if (notes.length === 0)
        return { value: definition, notes };
    return { value: { ...definition, containerDefinitions: containers.map(({ value }) => value) }, notes };
}
function nulls_withTexts(container, source) {
    if (!(0,json/* isObject */.G)(container))
        return { value: container, notes: [] };
    const { environment, dockerLabels } = container;
    const empty = (0,json/* isList */.L)(environment) ? environment.filter(isNullVariable) : [];
    const labels = (0,json/* isObject */.G)(dockerLabels) ? Object.entries(dockerLabels) : [];
    const dropped = labels.filter(([, text]) => text === null).map(([name]) => name);
    if (empty.length === 0 && dropped.length === 0)
        return { value: container, notes: [] };
    const own = `${source}: container \`${nameOf(container) ?? '?'}\``;
    return {
        value: {
            ...container,
            ...(empty.length > 0 && { environment: withEmptyTexts(environment) }),
            ...(dropped.length > 0 && { dockerLabels: Object.fromEntries(labels.filter(([, text]) => text !== null)) })
        },
        notes: [
            // The official action does the same: `maintainValidObjects`.
            // https://github.com/aws-actions/amazon-ecs-deploy-task-definition/blob/master/index.js
            ...(empty.length === 0
                ? []
                : [notice(`${own}: null is sent as the empty text for the variables ${edited_listed(empty.map(called))}.`)]),
            ...(dropped.length === 0 ? [] : [notice(`${own}: left out the labels that are null: ${edited_listed(dropped)}.`)])
        ]
    };
}
function isNullVariable(variable) {
    return (0,json/* isObject */.G)(variable) && variable['value'] === null;
}
function withEmptyTexts(environment) {
    return ((0,json/* isList */.L)(environment) ? environment : []).map((variable) => (0,json/* isObject */.G)(variable) && variable['value'] === null ? { ...variable, value: '' } : variable);
}
function called(variable) {
    return nameOf(variable) ?? '?';
}

;// CONCATENATED MODULE: ./src/plan/render/tidy.ts
// What RegisterTaskDefinition never takes is left out: what only AWS sets, nulls that are no text, and an empty list of tags. Pure.



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
/** `source`: what the definition was read from, as notes name it. */
function tidy(definition, source) {
    const registrable = withoutReadOnly(definition, source);
    const tagged = withoutForeignTags(registrable.value, source);
    const whole = withoutNulls(tagged.value, source);
    return { value: whole.value, notes: [...registrable.notes, ...tagged.notes, ...whole.notes] };
}
function withoutReadOnly(definition, source) {
    const removed = Object.keys(definition).filter((name) => READ_ONLY.has(name));
    if (removed.length === 0)
        return { value: definition, notes: [] };
    return {
        value: Object.fromEntries(Object.entries(definition).filter(([name]) => !READ_ONLY.has(name))),
        notes: [notice(`${source}: left out what only AWS sets: ${edited_listed(removed)}.`)]
    };
}
/** CloudFormation puts tags of its own on what it makes, which are described with the others. */
function withoutForeignTags(definition, source) {
    const { tags, ...others } = definition;
    if (!(0,json/* isList */.L)(tags))
        return { value: definition, notes: [] };
    const own = tags.filter((tag) => !keyOfAws(tag));
    const foreign = tags.flatMap((tag) => keyOfAws(tag) ?? []);
    if (own.length > 0 && foreign.length === 0)
        return { value: definition, notes: [] };
    const says = foreign.length > 0
        ? `left out the tags ${edited_listed(foreign)}: AWS keeps keys that begin with \`aws:\` to itself`
        : 'left out `tags`, which is empty: AWS refuses an empty list of tags';
    return {
        // "ClientException: Tags can not be empty." https://github.com/sil-org/ecs-deploy/issues/232
        value: own.length === 0 ? others : { ...definition, tags: own },
        notes: [notice(`${source}: ${says}.`)]
    };
}
/**
 * "Do not use `aws:`, `AWS:`, or any upper or lowercase combination of such as a prefix for either keys or values as it is
 * reserved for Amazon Web Services use."
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
function keyOfAws(tag) {
    const key = (0,json/* isObject */.G)(tag) ? tag['key'] : undefined;
    return typeof key === 'string' && /^aws:/i.test(key) ? key : undefined;
}

;// CONCATENATED MODULE: ./src/plan/render/unwrap.ts
// The definition inside of what was given: people save the whole answer of `aws ecs describe-task-definition`. Pure.


function unwrap({ path, value }) {
    const { taskDefinition, tags, ...others } = value;
    if (!(0,json/* isObject */.G)(taskDefinition) || 'containerDefinitions' in others)
        return { value, notes: [], root: [] };
    const beside = (0,json/* isList */.L)(tags) ? tags : [];
    const dropped = Object.keys(others);
    const told = [
        `${path} is the whole answer of describe-task-definition; its \`taskDefinition\` is used`,
        ...(beside.length === 0 ? [] : ['with the tags beside it']),
        ...(dropped.length === 0 ? [] : [`without ${edited_listed(dropped)}`])
    ];
    return {
        value: beside.length === 0 ? taskDefinition : { ...taskDefinition, tags: joined(taskDefinition['tags'], beside) },
        notes: [notice(`${told.join(', ')}.`)],
        root: ['taskDefinition']
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

;// CONCATENATED MODULE: ./src/plan/task-definition.ts










/**
 * The order: images, environment variables, environment files, secrets, docker labels, log driver, log options,
 * command, roles, cpu, memory, then `task-definition-patch`, and `strip-empty-values` at the very end.
 */
function render({ document, known }, edits, { stripEmptyValues = false, unknownProperties = 'slips' } = {}) {
    const source = document.path;
    const unwrapped = unwrap(document);
    const base = tidy(unwrapped.value, source);
    const targets = findTargets(base.value, edits, source);
    const edited = withEdits(base.value, edits, targets.names);
    const patched = withPatch(edited.value, edits.patch, source);
    // A patch can bring back what AWS does not take, or remove the last tag.
    const tidied = tidy(patched.value, source);
    const modified = JSON.stringify(tidied.value) !== JSON.stringify(base.value);
    // A revision that nothing changes is deployed as it is: AWS has accepted it before.
    const asIs = known !== undefined && !modified;
    const last = stripEmptyValues && !asIs ? strip(tidied.value) : { value: tidied.value, notes: [] };
    const definition = last.value;
    const began = { definition: unwrapped.value, document, root: unwrapped.root };
    const placeOf = origins(definition, began, edits);
    const checked = asIs
        ? []
        : [checkTaskDefinition(definition, placeOf), unknownMembers(definition, placeOf, unknownProperties)];
    const problems = [targets, patched, ...checked].flatMap((part) => part.problems);
    if (problems.length > 0)
        return { ok: false, problems };
    return {
        ok: true,
        value: {
            definition,
            modified,
            images: [...(0,plan_images/* imagesOf */.I)(definition)].map(([container, to]) => ({ container, from: undefined, to })),
            notes: [
                // What AWS itself answered is tidied up without a word.
                ...(known ? [] : [...unwrapped.notes, ...base.notes]),
                ...[edited, patched, tidied, last, ...checked].flatMap(({ notes }) => notes)
            ]
        }
    };
}
/** A revision as AWS describes it, in the form in which it could be registered again. */
function registrable({ arn, answer }) {
    return tidy(unwrap({ path: arn, value: answer, locate: () => undefined }).value, arn).value;
}


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ filesReporter)
});

// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
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
// EXTERNAL MODULE: ./src/report/wording/remedy.ts
var remedy = __nccwpck_require__(5809);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts
var wording_verdict = __nccwpck_require__(5116);
// EXTERNAL MODULE: ./src/report/wording/verdict-problems.ts
var verdict_problems = __nccwpck_require__(2341);
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
const seconds = (span) => span / units/* SECOND */.Z;
function strategy(shape) {
    const bakeMinutes = 'bake' in shape && shape.bake !== undefined ? shape.bake / units/* MINUTE */.p : null;
    const told = { kind: shape.kind, percent: null, minutes: null, bakeMinutes };
    switch (shape.kind) {
        case 'canary':
            return { ...told, percent: shape.first, minutes: shape.hold / units/* MINUTE */.p };
        case 'linear':
            return { ...told, percent: shape.step, minutes: shape.every / units/* MINUTE */.p };
        case 'all-at-once':
        case 'blue-green':
        case 'rolling':
            return told;
    }
}
function timetable({ readyWait, steps, bake }) {
    return {
        readyWaitSeconds: seconds(readyWait),
        steps: steps.map(({ after, weight }) => ({ afterSeconds: seconds(after), weight })),
        bakeSeconds: seconds(bake)
    };
}
function change({ path, kind, from, to }) {
    return { path: (0,sanitise/* sanitise */.tB)(path), kind, from: json_text(from), to: json_text(to) };
}
function gate({ hookId, stage, expiresAt, onExpiry }) {
    return { hookId: json_text(hookId), stage: json_text(stage), expiresAt: instant(expiresAt), onExpiry };
}
/** A deployment of this run, or the one that was found; one that was found was begun by AWS's clock. */
function deployment({ started, attachment }) {
    const handle = started?.handle ?? attachment?.handle;
    if (handle === undefined)
        return null;
    return {
        id: (0,sanitise/* sanitise */.tB)(handle.id),
        url: json_text(handle.url),
        adopted: started?.adopted ?? true,
        startedAt: instant(started?.at ?? attachment?.createdAt)
    };
}
function jsonReport(history, run, startedAt) {
    const story = (0,report_story/* storyOf */.d)(history, startedAt);
    const { plan, subject, started, verdict } = story;
    // A deployment begins with nothing on the new revision; one that was found running may be further.
    const start = started === undefined || started.adopted ? [] : [{ at: started.at, weight: 0 }];
    const list = (all, each) => (all ?? []).map(each);
    return {
        schemaVersion: 1,
        verdict: verdict?.kind ?? null,
        passes: verdict !== undefined && (0,domain_verdict/* passes */.W)(verdict),
        judged: verdict !== undefined && domain_verdict/* VERDICTS */.b[verdict.kind].judged,
        cause: verdict !== undefined && 'cause' in verdict ? verdict.cause.kind : null,
        reason: json_text(verdict && (0,wording_verdict/* reason */.l)(verdict)),
        remedy: json_text(verdict && (0,remedy/* remedy */.z)(verdict, story.known)),
        run: {
            repository: (0,sanitise/* sanitise */.tB)(run.repository),
            runId: (0,sanitise/* sanitise */.tB)(run.runId),
            attempt: (0,sanitise/* sanitise */.tB)(run.attempt),
            sha: (0,sanitise/* sanitise */.tB)(run.sha),
            actor: (0,sanitise/* sanitise */.tB)(run.actor),
            url: json_text(run.url)
        },
        target: subject === undefined
            ? null
            : {
                partition: (0,sanitise/* sanitise */.tB)(subject.target.partition),
                region: (0,sanitise/* sanitise */.tB)(subject.target.region),
                account: (0,sanitise/* sanitise */.tB)(subject.target.account),
                cluster: (0,sanitise/* sanitise */.tB)(subject.target.cluster),
                service: (0,sanitise/* sanitise */.tB)(subject.target.service)
            },
        engine: subject?.engine ?? null,
        through: list(subject?.through, ({ what, name }) => ({ what: (0,sanitise/* sanitise */.tB)(what), name: (0,sanitise/* sanitise */.tB)(name) })),
        strategy: subject?.shape === undefined ? null : strategy(subject.shape),
        timetable: subject === undefined ? null : timetable(subject.timetable),
        guard: subject === undefined
            ? null
            : { alarms: subject.guard.alarms.map(sanitise/* sanitise */.tB), rollsBackOn: [...subject.guard.rollsBackOn] },
        taskDefinitionArn: json_text(story.registered ?? story.attachment?.handle.taskDefinition),
        previousTaskDefinitionArn: json_text(subject?.before.taskDefinition),
        images: list(story.images, ({ container, from, to }) => ({
            container: (0,sanitise/* sanitise */.tB)(container),
            from: json_text(from),
            to: (0,sanitise/* sanitise */.tB)(to)
        })),
        changes: plan?.changes === undefined ? null : plan.changes.map(change),
        stored: list(plan?.stored, change),
        deployment: deployment(story),
        gate: verdict?.kind === 'paused' ? gate(verdict.gate) : null,
        rollback: story.rollback === undefined
            ? null
            : {
                id: (0,sanitise/* sanitise */.tB)(story.rollback.id),
                status: (0,sanitise/* sanitise */.tB)(story.rollback.status)
            },
        from: (0,time/* iso */.KH)(story.from),
        to: (0,time/* iso */.KH)(story.to),
        traffic: [
            ...list(start, ({ at, weight }) => ({ at: (0,time/* iso */.KH)(at), weight })),
            ...list(story.traffic, ({ at, to }) => ({ at: (0,time/* iso */.KH)(at), weight: to }))
        ],
        stages: list(story.stages, ({ name, status, startedAt, endedAt, detail }) => ({
            name: (0,sanitise/* sanitise */.tB)(name),
            status: (0,sanitise/* sanitise */.tB)(status),
            startedAt: instant(startedAt),
            endedAt: instant(endedAt),
            detail: json_text(detail)
        })),
        hooks: list(story.hooks, ({ id, kind, function: called, status }) => ({
            id: (0,sanitise/* sanitise */.tB)(id),
            kind: (0,sanitise/* sanitise */.tB)(kind),
            function: json_text(called),
            status: (0,sanitise/* sanitise */.tB)(status)
        })),
        monitors: list(story.monitors, ({ name, status, count }) => ({
            name,
            status: (0,sanitise/* sanitise */.tB)(status),
            failures: count?.failures ?? null,
            threshold: count?.threshold ?? null
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
        problems: list(verdict && (0,verdict_problems/* problemsOf */.G)(verdict), json_problem),
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
/* harmony export */   B9: () => (/* binding */ consoleUrl),
/* harmony export */   C$: () => (/* binding */ alarmLink),
/* harmony export */   iX: () => (/* binding */ isConsole),
/* harmony export */   oT: () => (/* binding */ serviceLink)
/* harmony export */ });
/** Where the console of each partition lives. */
const CONSOLES = {
    aws: 'console.aws.amazon.com',
    'aws-cn': 'console.amazonaws.cn',
    'aws-us-gov': 'console.amazonaws-us-gov.com'
};
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
/** For whoever knows a page of their own; empty where the console of the partition is not known. */
function consoleUrl(where, path) {
    return page(where, path) ?? '';
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


/***/ }),

/***/ 8273:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ logReporter)
});

// EXTERNAL MODULE: ./src/domain/verdict.ts
var domain_verdict = __nccwpck_require__(5805);
// EXTERNAL MODULE: ./src/out/sanitise.ts
var sanitise = __nccwpck_require__(672);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/problem.ts
var wording_problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/report/wording/remedy.ts
var remedy = __nccwpck_require__(5809);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts
var wording_verdict = __nccwpck_require__(5116);
;// CONCATENATED MODULE: ./src/report/annotations.ts






/** GitHub shows this much of an annotation before it is folded. */
const SHOWN = 300;
/** Words of others keep this much, however long the rest is. */
const LEAST = 80;
/** To cut less than this is not worth saying it twice. */
const SPARED = 40;
/** The runner records ten errors of a step; one is the verdict's. */
const ON_FILES = 9;
function spotOf(problem) {
    if (problem.place?.kind !== 'file')
        return undefined;
    const { path, line, column } = problem.place;
    return { file: path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
}
/** Where production stands and what to do are never cut; the words of others are, and then stand below in full. */
function message(told, todo) {
    const all = [
        ...told.map(({ text, quotes }) => ({ text: (0,phrase/* plain */.pj)(text), quotes })),
        ...(todo === undefined ? [] : [{ text: todo, quotes: false }])
    ];
    const ours = all.reduce((sum, { text, quotes }) => sum + (quotes ? 0 : text.length) + 1, 0);
    const room = Math.max(LEAST, SHOWN - ours);
    const cut = all.filter(({ text, quotes }) => quotes && text.length > room + SPARED);
    const short = all.map((each) => (cut.includes(each) ? (0,sanitise/* clip */.$Q)(each.text, room) : each.text)).join(' ');
    return [short, ...cut.map(({ text }) => `In full: ${text}`)].join('\n\n');
}
function ofProblem(problem) {
    return (0,phrase/* plain */.pj)((0,phrase/* say */.cv) `${problem.found}. ${(0,wording_problem/* changedSentence */.yT)(problem)} ${problem.remedy}`);
}
function annotations(verdict, where, known) {
    if ((0,domain_verdict/* passes */.W)(verdict))
        return [];
    const first = {
        title: `${wording_verdict/* VERDICT_WORDS */._G[verdict.kind]}: ${where ?? 'deployment to ECS'}`,
        message: message((0,wording_verdict/* sentences */.hC)(verdict), (0,remedy/* remedy */.z)(verdict, known))
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

// EXTERNAL MODULE: ./src/report/wording/event.ts + 1 modules
var wording_event = __nccwpck_require__(1196);
// EXTERNAL MODULE: ./src/report/wording/attachment.ts
var wording_attachment = __nccwpck_require__(3272);
// EXTERNAL MODULE: ./src/report/wording/change.ts
var change = __nccwpck_require__(9797);
// EXTERNAL MODULE: ./src/report/wording/known.ts
var wording_known = __nccwpck_require__(474);
// EXTERNAL MODULE: ./src/report/wording/plan.ts
var wording_plan = __nccwpck_require__(9070);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
// EXTERNAL MODULE: ./src/report/wording/verdict-problems.ts
var verdict_problems = __nccwpck_require__(2341);
;// CONCATENATED MODULE: ./src/report/log.ts











/** Wide enough for every label of an event. */
const LABEL = 10;
/** The runner records ten of a level for a step; the rest of the step may have some too. */
const WARNINGS = 5;
function rowText({ label, text }) {
    return `${label.padEnd(LABEL)}${(0,phrase/* plain */.pj)(text)}`;
}
function problemLines(verdict) {
    return (0,verdict_problems/* problemsOf */.G)(verdict).flatMap((problem) => [
        `${problem.code}: ${(0,phrase/* plain */.pj)((0,wording_problem/* problemTitle */.yz)(problem))}`,
        ...(0,wording_problem/* problemDetails */.c6)(problem, (0,verdict_problems/* saidAbove */.D)(verdict, problem)).flatMap((detail) => [
            `- ${rowText(detail)}`,
            ...(detail.label === 'where' ? (0,wording_problem/* excerpt */.Kb)(problem.place).map((line) => `  ${' '.repeat(LABEL)}| ${line}`) : [])
        ])
    ]);
}
function logReporter(out, { startedAt }) {
    let warnings = 0;
    let where;
    let known = wording_known/* NOTHING_KNOWN */.G;
    let rendered;
    let lastTasks;
    let met = false;
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
    const changed = (at, { changes }) => {
        if (changes === undefined)
            return;
        if (changes.length === 0)
            row(at, 'changes', (0,phrase/* own */.ZV)(change/* NO_CHANGES */.eo));
        else
            out.group(`What changes (${changes.length})`, changes.map(change/* changeRow */.L_).map(rowText));
    };
    /** What AWS is sent, with a placeholder for the revision, and what of it stays. Neither holds secrets. */
    const settings = ({ sent, stored }) => {
        if (stored.length > 0) {
            out.group(`What changes about the service itself, and stays (${stored.length})`, stored.map(change/* changeRow */.L_).map(rowText));
        }
        if (sent === undefined)
            return;
        const lines = JSON.stringify(sent.document, undefined, 2).split('\n');
        out.group(sent.title, lines.map((line) => `| ${line}`));
    };
    const planned = (at, plan) => {
        where = (0,phrase/* plain */.pj)((0,wording_plan/* serviceName */.fe)(plan));
        for (const change of plan.images)
            row(at, 'image', (0,phrase/* say */.cv) `${change.container}: ${(0,wording_plan/* imageChange */.i7)(change)}`);
        changed(at, plan);
        out.group('The plan in full', (0,wording_plan/* planRows */.Lq)(plan).map(rowText));
        if (!plan.unchanged)
            settings(plan);
        for (const each of plan.notes)
            note(at, each);
    };
    const attached = (at, attachment) => {
        where = (0,phrase/* plain */.pj)((0,wording_plan/* serviceName */.fe)(attachment));
        out.group('The deployment in full', (0,wording_attachment/* attachmentRows */.Zo)(attachment, at).map(rowText));
    };
    const concluded = (at, verdict) => {
        for (const text of problemLines(verdict))
            line(at, text);
        const todo = (0,remedy/* remedy */.z)(verdict, known);
        if (todo !== undefined && verdict.kind !== 'refused')
            line(at, `${'to do'.padEnd(LABEL)}${todo}`);
        for (const each of annotations(verdict, where, known))
            out.annotate('error', each.title, each.message, each.spot);
    };
    const tell = (event) => {
        if (event.kind === 'note') {
            note(event.at, event.note);
            return;
        }
        if (event.kind === 'attached' || event.kind === 'started')
            met = event.kind === 'attached';
        const text = rowText((0,wording_event/* eventRow */.NG)(event, met));
        if (event.kind === 'tasks' && text === lastTasks)
            return;
        if (event.kind === 'tasks')
            lastTasks = text;
        line(event.at, text);
        known = (0,wording_known/* learn */.n)(known, event);
        if (event.kind === 'planned')
            planned(event.at, event.plan);
        if (event.kind === 'attached')
            attached(event.at, event.attachment);
        if (event.kind === 'concluded')
            concluded(event.at, event.verdict);
    };
    return {
        on(event) {
            // A plan tells more than the definition it was made for.
            if (rendered !== undefined && event.kind !== 'planned')
                tell(rendered);
            rendered = event.kind === 'rendered' ? event : undefined;
            if (rendered === undefined)
                tell(event);
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
/* harmony import */ var _wording_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5116);

/** What leads to a deployment, however it came about. */
function deployment({ id, alias, url }) {
    return [
        ['deployment-id', id],
        ...(alias === undefined ? [] : [[alias, id]]),
        ...(url === '' ? [] : [['deployment-url', url]])
    ];
}
function previous(before) {
    return before === undefined ? [] : [['previous-task-definition-arn', before]];
}
function changed(event, known) {
    return changes(event) && !known.changed ? [['changed', 'true']] : [];
}
/** Whether from here on something in AWS is another than before: a revision that was there already is nothing new. */
function changes(event) {
    if (event.kind === 'acted')
        return event.problem === undefined;
    return event.kind === 'started' || (event.kind === 'registered' && !event.reused);
}
function deployed({ taskDefinition }) {
    return taskDefinition === undefined ? [] : [['task-definition-arn', taskDefinition]];
}
function outputsOf(event, known) {
    switch (event.kind) {
        case 'planned': {
            const { before, unchanged } = event.plan;
            if (before.taskDefinition === undefined)
                return [];
            const target = unchanged ? [['task-definition-arn', before.taskDefinition]] : [];
            return [...previous(before.taskDefinition), ...target];
        }
        case 'attached': {
            const { before, handle } = event.attachment;
            return [...previous(before.taskDefinition), ...deployed(handle), ...deployment(handle)];
        }
        case 'registered':
            return [['task-definition-arn', event.taskDefinition], ...changed(event, known)];
        case 'started':
            return [...changed(event, known), ...deployment(event.handle)];
        case 'paused':
            return event.gate.hookId === undefined ? [] : [['hook-id', event.gate.hookId]];
        case 'acted':
            return changed(event, known);
        case 'concluded':
            return [
                ...(known.changed ? [] : [['changed', 'false']]),
                ['verdict', event.verdict.kind],
                ['reason', (0,_wording_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(event.verdict)]
            ];
        case 'rendered':
        case 'stopped':
        case 'phase':
        case 'unlisted':
        case 'busy':
        case 'stage':
        case 'traffic':
        case 'test-traffic':
        case 'hook':
        case 'monitor':
        case 'tasks':
        case 'alarm':
        case 'service-event':
        case 'rollback':
        case 'blind':
        case 'sighted':
        case 'deregistered':
        case 'heartbeat':
        case 'note':
        case 'evidence':
            return [];
    }
}
function outputsReporter(out) {
    let known = { changed: false };
    return {
        async on(event) {
            const pairs = outputsOf(event, known);
            known = { changed: known.changed || changes(event) };
            for (const [name, value] of pairs)
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
/* harmony import */ var _domain_json_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7504);
/* harmony import */ var _wording_known_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(474);
/* harmony import */ var _wording_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3685);
/* harmony import */ var _wording_phrase_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1264);
/* harmony import */ var _wording_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8810);
/* harmony import */ var _wording_verdict_problems_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2341);






function only(history, kind) {
    return history.filter((event) => event.kind === kind);
}
/** Of a definition that is registered and not deployed: nothing runs to compare it with. */
function imagesOf(definition) {
    const containers = definition?.['containerDefinitions'];
    return ((0,_domain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isList */ .L)(containers) ? containers : []).flatMap((container) => {
        const { name, image } = (0,_domain_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .G)(container) ? container : {};
        return typeof name === 'string' && typeof image === 'string'
            ? [{ container: name, from: undefined, to: image }]
            : [];
    });
}
/** What this report misses because it may never be read, unless plan or verdict have `told` of the same permission. */
function missed(blind, told) {
    return blind
        .filter(({ forGood, problem }) => forGood && !told.some(({ remedy }) => remedy === problem.remedy))
        .map(({ source, problem }) => ({
        level: 'notice',
        says: (0,_wording_phrase_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)((0,_wording_phrase_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${(0,_wording_phrase_js__WEBPACK_IMPORTED_MODULE_2__/* .capital */ .Nx)((0,_wording_phrase_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(_wording_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MISSED_NAMES */ .r_[source]))}: ${(0,_wording_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .gist */ .gK)(problem)}`),
        remedy: problem.remedy
    }));
}
/** The last of each name; a Map keeps the place of the first. */
function latest(all, name) {
    return [...new Map(all.map((each) => [name(each), each])).values()];
}
/**
 * More visits than a deployment makes: the smallest step of a linear one is 3 %, which is 34 visits of two stages each.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinearConfiguration.html
 */
const VISITS = 100;
/** A stage that has ended and begins anew is another visit. */
function visits(all) {
    const seen = all.reduce((rows, stage) => {
        const at = rows.findLastIndex((row) => row.name === stage.name);
        const row = rows[at];
        const again = row?.endedAt !== undefined && row.startedAt !== stage.startedAt;
        return row === undefined || again ? [...rows, stage] : rows.with(at, stage);
    }, []);
    return seen.slice(-VISITS);
}
function storyOf(history, startedAt) {
    const plan = only(history, 'planned').at(-1)?.plan;
    const attachment = plan === undefined ? only(history, 'attached').at(-1)?.attachment : undefined;
    const registered = only(history, 'registered').at(-1);
    const started = only(history, 'started').at(-1);
    const verdict = only(history, 'concluded').at(-1)?.verdict;
    const states = only(history, 'alarm').map((event) => event.alarm);
    return {
        from: startedAt ?? history[0]?.at ?? 0,
        to: history.at(-1)?.at ?? 0,
        plan,
        attachment,
        subject: plan ?? attachment,
        images: plan?.images ?? imagesOf(only(history, 'rendered').at(-1)?.definition),
        registered: registered?.taskDefinition,
        reused: registered?.reused ?? false,
        started: started && { at: started.at, handle: started.handle, adopted: started.adopted },
        handle: started?.handle ?? attachment?.handle,
        traffic: only(history, 'traffic').map(({ at, from, to, old }) => ({ at, from, to, old })),
        stages: visits(only(history, 'stage').map((event) => event.stage)),
        hooks: latest(only(history, 'hook').map((event) => event.hook), (hook) => hook.id),
        monitors: latest(only(history, 'monitor').map((event) => event.monitor), (monitor) => monitor.name),
        alarms: latest(states, (alarm) => alarm.name).map((alarm) => ({
            alarm,
            fired: states.findLast((state) => state.name === alarm.name && state.state === 'ALARM')
        })),
        rollback: only(history, 'rollback').at(-1),
        serviceEvents: only(history, 'service-event').map((event) => event.event),
        evidence: [
            ...latest(only(history, 'stopped').map((event) => event.tasks), (tasks) => tasks.reason).map(({ count, reason }) => ({
                about: count === 1 ? 'a stopped task' : `${count} stopped tasks`,
                detail: reason
            })),
            ...only(history, 'evidence').map((event) => event.evidence)
        ],
        notes: [
            ...(plan?.notes ?? []),
            ...only(history, 'note').map((event) => event.note),
            ...missed(only(history, 'blind'), [...(plan?.notes ?? []), ...(verdict ? (0,_wording_verdict_problems_js__WEBPACK_IMPORTED_MODULE_5__/* .problemsOf */ .G)(verdict) : [])])
        ],
        verdict,
        known: history.reduce(_wording_known_js__WEBPACK_IMPORTED_MODULE_0__/* .learn */ .n, _wording_known_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING_KNOWN */ .G)
    };
}


/***/ }),

/***/ 8898:
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
/** A sentence of ours may carry a statement of a policy that is to be copied whole. */
const SENTENCE = 1_000;
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
    const stop = /[.,;:]$/.exec(text)?.[0] ?? '';
    const rest = text.slice(0, text.length - stop.length);
    const open = rest.startsWith('(') ? '(' : '';
    // A bracket that was opened inside the word belongs to it: `f(x)`.
    const close = rest.endsWith(')') && (open !== '' || !rest.includes('(')) ? ')' : '';
    const name = rest.slice(open.length, rest.length - close.length);
    return name === '' ? code(text) : `${open}${code(name)}${close}${stop}`;
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
    const pieces = (0,sanitise/* clip */.$Q)((0,sanitise/* sanitise */.tB)(text).trim(), SENTENCE).split('`');
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

// EXTERNAL MODULE: ./src/report/wording/change.ts
var wording_change = __nccwpck_require__(9797);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var wording_phrase = __nccwpck_require__(1264);
;// CONCATENATED MODULE: ./src/report/markdown/changes.ts



/** More than this is folded. */
const ROWS_SHOWN = 40;
const REVISIONS = ['Running now', 'To deploy'];
const SETTINGS = ['Before', 'After'];
/** Nothing where it is not known, or said already by the verdict. */
function changes({ plan }) {
    if (plan?.changes === undefined || plan.unchanged)
        return [];
    if (plan.changes.length === 0)
        return ['### What changes', `${(0,wording_phrase/* plain */.pj)((0,wording_phrase/* capital */.Nx)((0,wording_phrase/* own */.ZV)(wording_change/* NO_CHANGES */.eo)))}.`];
    const more = plan.changes.slice(ROWS_SHOWN);
    return [
        `### What changes (${plan.changes.length})`,
        ...rows(plan.changes.slice(0, ROWS_SHOWN), REVISIONS),
        ...fold(`More changes (${more.length})`, rows(more, REVISIONS))
    ];
}
/** What this changes about the service itself, and what no roll-back undoes. */
function stored({ plan }) {
    if (plan === undefined || plan.stored.length === 0 || plan.unchanged)
        return [];
    return [
        '### The service’s settings, before and after',
        'These are settings of the service: AWS keeps them, whether the deployment succeeds or is rolled back.',
        ...rows(plan.stored, SETTINGS)
    ];
}
function rows(all, sides) {
    return table(['Change', 'What', ...sides], all.map((change) => {
        const { from, to } = (0,wording_change/* excerpts */.Nv)(change);
        const unshown = change.kind === 'changed' && from === undefined && to === undefined ? 'not shown' : '';
        const cell = (value) => (value === undefined ? unshown : code(value));
        return [change.kind, code(change.path), cell(from), cell(to)];
    }));
}

// EXTERNAL MODULE: ./src/report/wording/attachment.ts
var wording_attachment = __nccwpck_require__(3272);
// EXTERNAL MODULE: ./src/report/wording/gate.ts
var wording_gate = __nccwpck_require__(5018);
// EXTERNAL MODULE: ./src/report/wording/names.ts
var names = __nccwpck_require__(3685);
// EXTERNAL MODULE: ./src/report/wording/plan.ts
var wording_plan = __nccwpck_require__(9070);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
;// CONCATENATED MODULE: ./src/report/markdown/deployed.ts








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
function revisions({ plan, attachment, registered, reused }) {
    if (attachment !== undefined)
        return phrase((0,wording_attachment/* revisionsOf */.Ow)(attachment));
    const before = plan?.before.taskDefinition;
    const from = before === undefined ? (0,wording_phrase/* say */.cv) `not known` : (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(before)}`;
    if (registered === undefined)
        return phrase(from);
    if (registered === before)
        return phrase((0,wording_phrase/* say */.cv) `${from}, deployed again`);
    return phrase((0,wording_phrase/* say */.cv) `${from} -> ${existing(registered, reused)}`);
}
function existing(registered, reused) {
    return reused ? (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(registered)}, registered before` : (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(registered)}`;
}
/** Without a plan or a deployment only what was registered; empty when nothing was. */
function deployed(story, run) {
    const { plan, attachment, subject, handle, rollback } = story;
    const duration = `${(0,time/* span */.Ln)(story.to - story.from)} (${(0,time/* date */.p6)(story.from)}, ${(0,time/* time */.kB)(story.from)} to ${(0,time/* time */.kB)(story.to)} UTC)`;
    if (subject === undefined)
        return registered(story, run, duration);
    return table(['What', 'Value'], [
        ['Service', `${phrase((0,wording_plan/* serviceName */.fe)(subject))}${deployed_link((0,links/* serviceLink */.oT)(subject.target))}`],
        ['Account, region', phrase((0,wording_plan/* accountAndRegion */.N8)(subject))],
        ...story.images.map((change) => [`Image of ${code(change.container)}`, phrase((0,wording_plan/* imageChange */.i7)(change))]),
        ['Revision', revisions(story)],
        ...(plan?.unchanged ? [] : traffic(subject)),
        ...(handle ? [['Deployment', consoleLink(code(handle.id), handle.url)]] : []),
        ...(attachment ? found(attachment, story) : []),
        ...waits(story),
        ...(rollback ? [['Roll-back', `${code(rollback.id)} ${sentence((0,names/* rollbackStatus */.h1)(rollback.status))}`]] : []),
        [attachment ? 'Followed for' : 'Duration', duration],
        [attachment ? 'Followed by' : 'Started by', startedBy(run)]
    ]);
}
/** How the traffic will move. */
function traffic(subject) {
    return [
        ['Strategy', (0,names/* strategy */.UL)(subject.shape)],
        ['Timetable', (0,names/* timetable */._2)(subject.timetable, subject.shape)],
        ['Guard', phrase((0,wording_plan/* guard */.ah)(subject))]
    ];
}
/** What is only worth saying of a deployment that somebody else may have started; a plan has it among its choices. */
function found(attachment, { to }) {
    const signs = (0,wording_attachment/* signsOf */.Oi)(attachment);
    return [
        ...(attachment.through.length === 0 ? [] : [['Through', phrase((0,wording_plan/* driver */.Bd)(attachment))]]),
        ...(attachment.createdAt === undefined ? [] : [['Begun', phrase((0,wording_attachment/* begun */.q1)(attachment.createdAt, to))]]),
        ...(signs.length === 0 ? [] : [['When found', phrase((0,wording_phrase/* join */.fj)(signs, '; '))]])
    ];
}
/** Where it waits for a person as the run ends, with the id that continues it. */
function waits({ verdict, known, to }) {
    const gate = verdict?.kind === 'paused' ? verdict.gate : known.gate;
    return gate === undefined ? [] : [['Waits', phrase((0,wording_gate/* gatePhrase */.tl)(gate, to))]];
}
/** What was registered, without a service to deploy it to. */
function registered(story, run, duration) {
    if (story.registered === undefined)
        return [`Started by ${startedBy(run)}.`];
    return table(['What', 'Value'], [
        ['Revision', phrase(existing(story.registered, story.reused))],
        ...story.images.map(({ container, to }) => [`Image of ${code(container)}`, code(to)]),
        ['Duration', duration],
        ['Started by', startedBy(run)]
    ]);
}
function deployed_link(url) {
    return url === undefined ? '' : `, ${consoleLink('console', url)}`;
}

// EXTERNAL MODULE: ./src/report/wording/cause.ts
var cause = __nccwpck_require__(1150);
// EXTERNAL MODULE: ./src/report/wording/event.ts + 1 modules
var wording_event = __nccwpck_require__(1196);
// EXTERNAL MODULE: ./src/report/wording/remedy.ts
var remedy = __nccwpck_require__(5809);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts
var wording_verdict = __nccwpck_require__(5116);
;// CONCATENATED MODULE: ./src/report/markdown/head.ts
// The top of the report: the verdict first, then why and what to do.











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
/** The verdict without what the line of the alarm, just below, tells. */
function headline(verdict, { alarms }) {
    const told = alarms.some(({ fired }) => fired?.reason !== undefined);
    if (!told || verdict.kind === 'succeeded' || !('cause' in verdict))
        return verdict;
    return { ...verdict, cause: (0,cause/* withoutReason */.Nv)(verdict.cause) };
}
/** What was seen of the cause and is not `said` yet: the alarm with its value, the stage with its message. */
function evidence(story, said) {
    const alarms = story.alarms.flatMap(({ fired }) => {
        if (fired === undefined)
            return [];
        const name = consoleLink(code(fired.name), story.subject && (0,links/* alarmLink */.C$)(story.subject.target, fired.name));
        const since = fired.since === undefined ? '' : ` since ${(0,time/* time */.kB)(fired.since)} UTC`;
        const reason = fired.reason === undefined ? '' : `: ${code(fired.reason)}`;
        return [`- ${name} in ALARM${since}${reason}`];
    });
    const told = new Set(story.evidence.map(({ about }) => about));
    const stages = story.stages.flatMap((stage) => stage.detail === undefined || stage.detail === '' || told.has(stage.name)
        ? []
        : [`- Stage ${code(stage.name)}: ${code(stage.detail)}`]);
    const others = story.evidence.filter(({ detail }) => !said.includes((0,wording_phrase/* clause */.sb)(detail)));
    return [...alarms, ...stages, ...others.map((each) => `- ${phrase((0,wording_event/* evidencePhrase */.f5)(each))}`)];
}
function head(story, verdict) {
    const green = (0,domain_verdict/* passes */.W)(verdict);
    const name = story.subject ? (0,wording_plan/* serviceName */.fe)(story.subject) : story.registered && (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(story.registered)}`;
    const where = name ? `: ${phrase(name)}` : '';
    const todo = (0,remedy/* remedy */.z)(verdict, story.known);
    const body = (0,wording_verdict/* verdictBody */.qn)(headline(verdict, story), story.to);
    const shown = green ? [] : evidence(story, (0,wording_phrase/* plain */.pj)(body));
    return [
        `## ${SIGNS[verdict.kind]} ${wording_verdict/* VERDICT_WORDS */._G[verdict.kind]}${green && !domain_verdict/* VERDICTS */.b[verdict.kind].judged ? ', not judged' : ''}${where}`,
        phrase(body),
        ...(shown.length > 0 ? [shown.join('\n')] : []),
        // A refusal has a remedy for each of its problems, below.
        ...(todo !== undefined && verdict.kind !== 'refused' ? [`**To do:** ${sentence(todo)}`] : [])
    ];
}

// EXTERNAL MODULE: ./src/report/wording/problem.ts
var problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/report/wording/verdict-problems.ts
var verdict_problems = __nccwpck_require__(2341);
// EXTERNAL MODULE: ./src/report/wording/watched.ts
var watched = __nccwpck_require__(4255);
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
const sections_ROWS_SHOWN = 12;
const LINES_KEPT = 400;
/** Off the revision that was followed. */
function isBack(story) {
    const { verdict } = story;
    if (verdict?.kind === 'succeeded')
        return verdict.until === 'rolled-back' && !isOlder(story);
    return verdict?.kind === 'rolled-back';
}
/** What was deployed again because a person wanted it back is no new revision. */
function isOlder({ verdict, plan }) {
    return verdict?.kind === 'succeeded' && verdict.until === 'rolled-back' && plan !== undefined;
}
/** A deployment that was begun before this run had its first share before it was seen. */
function share({ attachment, traffic: [first], from }) {
    if (attachment === undefined || first === undefined)
        return [];
    return [{ at: from, weight: first.from ?? first.to, note: '' }];
}
function moves(story) {
    const seen = story.traffic.map(({ at, from, to, old }) => {
        const back = from !== undefined && to < from;
        const all = `all traffic on the ${isOlder(story) ? 'older' : 'new'} revision`;
        const step = back ? 'moved back' : to === 100 ? all : undefined;
        return { at, weight: to, note: [step, (0,wording_event/* oldShare */.zT)(to, old)].filter((each) => each !== undefined).join(', ') };
    });
    const last = seen.at(-1);
    // The verdict knows that the traffic is back; the target of a stopped deployment may not show it any more.
    if (!isBack(story) || last === undefined || last.weight === 0)
        return seen;
    return [...seen, { at: story.to, weight: 0, note: 'rolled back' }];
}
function sections_traffic(story) {
    const all = moves(story);
    const drawn = all.length > 1 ? chart([...share(story), ...all], story.from, story.to) : undefined;
    const rows = all.map(({ at, weight, note }) => [`${(0,time/* time */.kB)(at)} UTC`, (0,time/* stamp */.iE)(at - story.from), (0,names/* percent */.KN)(weight), note]);
    const followed = isOlder(story) ? 'Older revision' : 'New revision';
    const numbers = table(['Time', 'Elapsed', followed, 'Note'], rows);
    if (rows.length === 0)
        return [];
    return [
        '### Traffic',
        ...(drawn === undefined ? [] : [drawn]),
        ...(rows.length > sections_ROWS_SHOWN ? fold(`The same in numbers (${rows.length})`, numbers) : numbers)
    ];
}
function stages(story) {
    return table(['Stage', 'Status', 'Started', 'Took'], story.stages.map(({ name, status, startedAt, endedAt }) => [
        code(name),
        sentence((0,names/* spaced */.ji)(status)),
        startedAt === undefined ? '' : `${(0,time/* time */.kB)(startedAt)} UTC`,
        startedAt === undefined || endedAt === undefined ? '' : (0,time/* span */.Ln)(endedAt - startedAt)
    ]));
}
function hooks(story) {
    return table(['Hook', 'Kind', 'Status'], story.hooks.map(({ id, kind, function: called, status }) => [
        code(called ?? id),
        code(kind),
        sentence((0,names/* spaced */.ji)(status))
    ]));
}
function monitors(story) {
    return table(['Watch', 'State'], story.monitors.map((monitor) => [monitor.name, phrase((0,watched/* monitorStatus */.Xq)(monitor))]));
}
function alarms(story) {
    const seen = story.alarms.map(({ alarm, fired }) => [
        consoleLink(code(alarm.name), story.subject && (0,links/* alarmLink */.C$)(story.subject.target, alarm.name)),
        fired === undefined || alarm.state === 'ALARM' ? sentence(alarm.state) : `${sentence(alarm.state)}, was ALARM`,
        alarm.rule === undefined ? '' : code(alarm.rule)
    ]);
    const known = new Set(story.alarms.map(({ alarm }) => alarm.name));
    // Nobody reads alarms before a deployment has started.
    const unread = (story.handle === undefined ? [] : (story.subject?.guard.alarms ?? []))
        .filter((name) => !known.has(name))
        .map((name) => [consoleLink(code(name), story.subject && (0,links/* alarmLink */.C$)(story.subject.target, name)), 'not read', '']);
    return table(['Alarm', 'State', 'Rule'], [...seen, ...unread]);
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
    const all = (0,verdict_problems/* problemsOf */.G)(verdict);
    return all.flatMap((each, index) => sections_problem(each, all.length > 1 ? `${index + 1}. ` : '', (0,verdict_problems/* saidAbove */.D)(verdict, each)));
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
        ...(plan.through.length === 0 ? [] : [`Through ${phrase((0,wording_plan/* driver */.Bd)(plan))}.`]),
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
    const planned = history.some((event) => event.kind === 'planned');
    const told = history.filter((event) => event.kind !== 'heartbeat' && !(planned && event.kind === 'rendered'));
    const started = history.findLastIndex(({ kind }) => kind === 'started');
    const found = history.findLastIndex(({ kind }) => kind === 'attached');
    const lines = told.map((event) => {
        const { label, text } = (0,wording_event/* eventRow */.NG)(event, found > started);
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
        ...sections_traffic(story),
        ...shown('Stages', stages(story)),
        ...shown('Hooks', hooks(story)),
        ...shown('Alarms', alarms(story)),
        ...shown('What AWS watches', monitors(story)),
        ...stored(story),
        ...changes(story),
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

/***/ 3272:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ attachmentLine),
/* harmony export */   Oi: () => (/* binding */ signsOf),
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   Zo: () => (/* binding */ attachmentRows),
/* harmony export */   q1: () => (/* binding */ begun)
/* harmony export */ });
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7026);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3503);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5018);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1264);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9070);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(2636);







const DAY = 24 * 60 * _domain_units_js__WEBPACK_IMPORTED_MODULE_6__/* .MINUTE */ .p;
/** Nothing where neither marker nor revision tell. */
const WHOSE = {
    run: 'started by an earlier attempt of this run',
    repository: 'started by a run of this repository',
    unknown: undefined
};
/** `2026-11-20 13:48:00 UTC (12m ago)`; nothing where AWS does not say. */
function begun(createdAt, now) {
    if (createdAt === undefined)
        return _phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K$;
    const age = now - createdAt;
    const ago = age < 0 ? '' : ` (${age < DAY ? (0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .about */ .Cv)(age) : (0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .span */ .Ln)(age)} ago)`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(`${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .date */ .p6)(createdAt)} ${(0,_time_js__WEBPACK_IMPORTED_MODULE_5__/* .time */ .kB)(createdAt)} UTC${ago}`);
}
function revisionsOf({ before, handle }) {
    const from = before.taskDefinition === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `not known` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(before.taskDefinition)}`;
    const to = handle.taskDefinition === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `not known` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(handle.taskDefinition)}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${from} -> ${to}`;
}
/** Who started it, and what else a person recognises it by. */
function signsOf({ whose, signs }) {
    const ours = WHOSE[whose];
    return [...(ours === undefined ? [] : [(0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(ours)]), ...signs.map(_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)];
}
/** AWS's word, with ours where it says more. */
function standing({ status, phase, gates }) {
    const where = gates.map((gate) => (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `waits for a person${(0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .atStage */ .ow)(gate)}`);
    const ours = _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .OVER */ .P[phase] || phase === 'running' ? [] : [(0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .PHASE_NAMES */ .bs[phase])];
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .join */ .fj)([(0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${status}`, ...(where.length > 0 ? where : ours)], ', ');
}
function attachmentLine(attachment, now) {
    const { handle, target, shape, createdAt } = attachment;
    const since = createdAt === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, begun ${begun(createdAt, now)}`;
    const page = handle.url === '' ? _phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `   ${handle.url}`;
    // What it is comes first: an id may be as long as a line.
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .serviceName */ .fe)(attachment)}, ${target.region}: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .strategy */ .UL)(shape))}; ${standing(attachment)}${since}   ${handle.id}${page}`;
}
function attachmentRows(attachment, now) {
    const { handle, gates, createdAt } = attachment;
    return [
        ...(0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .followedRows */ .wr)(attachment, revisionsOf(attachment)),
        { label: 'id', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${handle.id}` },
        { label: 'status', text: standing(attachment) },
        ...gates.map((gate) => ({ label: 'waits', text: (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .gatePhrase */ .tl)(gate, now) })),
        ...(createdAt === undefined ? [] : [{ label: 'begun', text: begun(createdAt, now) }]),
        ...signsOf(attachment).map((text) => ({ label: 'known by', text }))
    ];
}


/***/ }),

/***/ 1150:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nv: () => (/* binding */ withoutReason),
/* harmony export */   gv: () => (/* binding */ causeRemedy),
/* harmony export */   nh: () => (/* binding */ causeClause)
/* harmony export */ });
/* harmony import */ var _domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5717);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8810);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2636);
// Why a deployment did not succeed, as a clause, and what a person does about it, as a sentence.




const detail = (text) => text === undefined || (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(text) === '' ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(text)}`;
/** A title of the catalogue inside a sentence; AWS and other names in capitals stay. */
const lower = (title) => /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
/** What a code of AWS means, where its message may be missing. */
function fromAws(code, message) {
    if (code === undefined && message === undefined)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS ended the deployment without a reason`;
    return code === undefined
        ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS ended the deployment${detail(message)}`
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS ended the deployment with ${code}${detail(message)}`;
}
/** A clause: it begins with a small letter and has no full stop. */
function causeClause(cause) {
    switch (cause.kind) {
        case 'alarm': {
            const names = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(cause.names.map((name) => (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${name}`), ', ');
            if (cause.names.length === 0)
                return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `an alarm went off`;
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(cause.names.length === 1 ? 'alarm' : 'alarms')} ${names} went off${detail(cause.reason)}`;
        }
        case 'hook':
            return cause.stage === undefined
                ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `a hook failed${detail(cause.detail)}`
                : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the hook of ${cause.stage} failed${detail(cause.detail)}`;
        case 'tasks':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the tasks of the new revision did not become healthy${detail(cause.detail)}`;
        case 'circuit-breaker':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `too many tasks of the new revision failed${detail(cause.detail)}`;
        case 'gate-expired':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `nobody answered at the gate in time${detail(cause.detail)}`;
        case 'not-continued':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `AWS did not let the deployment pass the gate: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .gist */ .gK)(cause.problem)}`;
        case 'not-rolled-back':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the deployment had ended before it could be rolled back, and the new revision serves`;
        case 'deadline':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(cause.after))} allowed for the deployment ran out`;
        case 'cancelled':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the job was cancelled`;
        case 'operator':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `somebody stopped the deployment${detail(cause.detail)}`;
        case 'rollback-failed':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${causeClause(cause.first)}, and the roll-back ${cause.id} ended as ${cause.status}`;
        case 'rollback-missing':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${causeClause(cause.first)}, and no roll-back was seen within ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_time_js__WEBPACK_IMPORTED_MODULE_3__/* .span */ .Ln)(cause.waited))}`;
        case 'not-serving':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the service does not serve what AWS reports${detail(cause.found)}`;
        case 'superseded':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `another deployment, ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(cause.by)}, is under way and moves the traffic now`;
        case 'not-started':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the deployment was not started: ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(lower(_domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[cause.problem.code].says))}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .gist */ .gK)(cause.problem)}`;
        case 'service-gone':
            return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the service no longer exists`;
        case 'aws':
            return fromAws(cause.code, cause.message);
    }
}
/** Without the words of CloudWatch, where the alarm's own line tells them. */
function withoutReason(cause) {
    switch (cause.kind) {
        case 'alarm':
            return { kind: 'alarm', names: cause.names };
        case 'rollback-failed':
        case 'rollback-missing':
            return { ...cause, first: withoutReason(cause.first) };
        case 'hook':
        case 'tasks':
        case 'circuit-breaker':
        case 'gate-expired':
        case 'not-continued':
        case 'not-rolled-back':
        case 'deadline':
        case 'cancelled':
        case 'operator':
        case 'not-serving':
        case 'superseded':
        case 'not-started':
        case 'service-gone':
        case 'aws':
            return cause;
    }
}
/** What made the roll-back needed is still to be mended, where it is something to mend. */
function mending(first) {
    return MENDABLE.has(first.kind) ? [causeRemedy(first)] : [];
}
const MENDABLE = new Set(['alarm', 'hook', 'tasks', 'circuit-breaker']);
/** Every sentence starts with a verb. */
function causeRemedy(cause) {
    switch (cause.kind) {
        case 'alarm':
            return 'Mend what the alarm shows, then deploy again.';
        case 'hook':
            return 'Read the log of the hook’s Lambda function, mend what it names, then deploy again.';
        case 'tasks':
        case 'circuit-breaker':
            return 'Read why the tasks stopped (ECS console, Tasks, Stopped) and the container’s log, then deploy again.';
        case 'gate-expired':
            return 'Deploy again and answer with `mode: promote` in time, or lengthen the wait where it is configured.';
        case 'not-rolled-back':
            return 'Run the job again: with nothing under way it deploys the last revision that succeeded before.';
        case 'deadline':
            return 'Look at the deployment in the console. Raise `wait-for-minutes` if its tasks or hooks need longer.';
        case 'cancelled':
            return 'Look at the deployment in the console before you deploy again.';
        case 'operator':
            return 'Ask who stopped it and why. Run the job again.';
        case 'rollback-failed':
            return [
                'Open the deployment in the console: its events tell why the roll-back failed.',
                ...mending(cause.first)
            ].join(' ');
        case 'rollback-missing':
            return 'Set `rollback-on: failure, alarm` to have AWS roll back by itself.';
        case 'not-serving':
            return 'Compare the service with the deployment in the console before you deploy again.';
        case 'superseded':
            return 'Leave it alone; wait for its end. Run the job again only if this revision is still wanted.';
        case 'not-started':
        case 'not-continued':
            return cause.problem.remedy;
        case 'service-gone':
            return 'Create the service again before the next deployment.';
        case 'aws':
            return cause.message === undefined
                ? 'Open the deployment in the console; its events say more.'
                : 'Correct what AWS names, then deploy again.';
    }
}


/***/ }),

/***/ 9797:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ changeRow),
/* harmony export */   Nv: () => (/* binding */ excerpts),
/* harmony export */   eo: () => (/* binding */ NO_CHANGES)
/* harmony export */ });
/* harmony import */ var _out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(672);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);


/** No image is cut: 255 characters of name and 72 of digest. */
const SHOWN = 330;
/** What is shown of the part that two long texts have in common. */
const BEFORE = 30;
/** Said where nothing differs. */
const NO_CHANGES = 'nothing differs from the running revision';
/** Both values as far as they are shown: of long ones the part where they begin to differ. */
function excerpts({ from, to }) {
    const longest = Math.max(from?.length ?? 0, to?.length ?? 0);
    const start = longest <= SHOWN ? 0 : Math.max(0, commonStart(from ?? '', to ?? '') - BEFORE);
    const part = (text) => text === undefined ? undefined : `${start > 0 ? '…' : ''}${(0,_out_sanitise_js__WEBPACK_IMPORTED_MODULE_0__/* .clip */ .$Q)(text.slice(start), SHOWN)}`;
    return { from: part(from), to: part(to) };
}
function commonStart(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at])
        at++;
    return at;
}
/** The label is the kind: added, removed, changed. */
function changeRow(change) {
    return { label: change.kind, text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${change.path}${values(excerpts(change), change.kind)}` };
}
function values({ from, to }, kind) {
    if (from !== undefined && to !== undefined)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${from} -> ${to}`;
    const known = from ?? to;
    if (known !== undefined)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `: ${known}`;
    return kind === 'changed' ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(' (the values are not shown)') : _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$;
}


/***/ }),

/***/ 1196:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  NG: () => (/* binding */ eventRow),
  f5: () => (/* binding */ evidencePhrase),
  zT: () => (/* binding */ oldShare)
});

// EXTERNAL MODULE: ./src/report/wording/attachment.ts
var attachment = __nccwpck_require__(3272);
// EXTERNAL MODULE: ./src/report/wording/gate.ts
var gate = __nccwpck_require__(5018);
// EXTERNAL MODULE: ./src/report/wording/names.ts
var names = __nccwpck_require__(3685);
// EXTERNAL MODULE: ./src/report/wording/phrase.ts
var wording_phrase = __nccwpck_require__(1264);
// EXTERNAL MODULE: ./src/report/wording/time.ts
var time = __nccwpck_require__(2636);
;// CONCATENATED MODULE: ./src/report/wording/outlook.ts



/** AWS acts some seconds after its own timetable: no moment is called late before this. */
const GRACE = 30_000;
/** `next 100 % at 14:07 UTC (in 5m 00s), done about 14:17 (in 15m)`, or what is late. */
function outlookPhrase({ next, end }, now) {
    if (next === undefined)
        return wording_phrase/* NOTHING */.K$;
    if (isLate(next, now))
        return (0,wording_phrase/* own */.ZV)(`${due(next)} at ${(0,time/* minute */.Vc)(next.at)} UTC (${(0,time/* span */.Ln)(now - next.at)} ago)`);
    const done = (zone) => end !== undefined && end > now ? [`done about ${(0,time/* minute */.Vc)(end)}${zone} (in ${(0,time/* about */.Cv)(end - now)})`] : [];
    switch (next.kind) {
        case 'expiry':
            return (0,wording_phrase/* own */.ZV)(`waits for a person until ${(0,time/* minute */.Vc)(next.at)} UTC (in ${(0,time/* about */.Cv)(next.at - now)})`);
        case 'weight': {
            const left = next.at > now ? `in ${(0,time/* span */.Ln)(next.at - now)}` : 'now';
            return (0,wording_phrase/* own */.ZV)([`next ${(0,names/* percent */.KN)(next.weight)} at ${(0,time/* minute */.Vc)(next.at)} UTC (${left})`, ...done('')].join(', '));
        }
        case 'end':
            return (0,wording_phrase/* own */.ZV)(done(' UTC').join(''));
    }
}
function isLate(moment, now) {
    return now - moment.at > GRACE;
}
function due(moment) {
    switch (moment.kind) {
        case 'expiry':
            return 'the wait for a person was to end';
        case 'weight':
            return `${(0,names/* percent */.KN)(moment.weight)} was due`;
        case 'end':
            return 'the end was due';
    }
}
/** When this job gives up, where nothing else tells how long a reader has to wait. */
function patience({ next, deadline }, now) {
    if (deadline === undefined || deadline <= now || (next && !isLate(next, now)))
        return wording_phrase/* NOTHING */.K$;
    return (0,wording_phrase/* own */.ZV)(`this job waits until ${(0,time/* minute */.Vc)(deadline)} UTC at most`);
}
/** Set off by three spaces; nothing at all where there is no outlook. */
function apart(phrase) {
    return phrase.parts.length === 0 ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) `   ${phrase}`;
}

// EXTERNAL MODULE: ./src/report/wording/plan.ts
var plan = __nccwpck_require__(9070);
// EXTERNAL MODULE: ./src/report/wording/problem.ts
var problem = __nccwpck_require__(8810);
// EXTERNAL MODULE: ./src/report/wording/verdict.ts
var verdict = __nccwpck_require__(5116);
// EXTERNAL MODULE: ./src/report/wording/watched.ts
var watched = __nccwpck_require__(4255);
;// CONCATENATED MODULE: ./src/report/wording/event.ts










function stage({ name, status, startedAt, endedAt, detail }) {
    const took = startedAt === undefined || endedAt === undefined ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* own */.ZV)(` in ${(0,time/* span */.Ln)(endedAt - startedAt)}`);
    const words = detail === undefined || (0,wording_phrase/* clause */.sb)(detail) === '' ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) `: ${(0,wording_phrase/* clause */.sb)(detail)}`;
    return (0,wording_phrase/* say */.cv) `${name} ${(0,names/* spaced */.ji)(status)}${took}${words}`;
}
function tasksPhrase(tasks) {
    const pending = tasks.pending === 0 ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) `, ${tasks.pending} pending`;
    return (0,wording_phrase/* say */.cv) `${tasks.running} of ${tasks.desired} running${pending}`;
}
function alarm(state, from) {
    const change = from === undefined ? (0,wording_phrase/* say */.cv) `${state.state}` : (0,wording_phrase/* say */.cv) `${from} -> ${state.state}`;
    const rule = state.rule === undefined ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) ` (${state.rule})`;
    // An alarm that is off says why as well, and nobody asks.
    const why = state.reason === undefined || state.state === 'OK' ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) `: ${(0,wording_phrase/* clause */.sb)(state.reason)}`;
    return (0,wording_phrase/* say */.cv) `${state.name} ${change}${rule}${why}`;
}
function evidencePhrase({ about, detail }) {
    return (0,wording_phrase/* say */.cv) `${about}: ${(0,wording_phrase/* clause */.sb)(detail)}`;
}
function weight(from, to) {
    return from === undefined ? (0,names/* percent */.KN)(to) : `${(0,names/* percent */.KN)(from)} -> ${(0,names/* percent */.KN)(to)}`;
}
/** Of the old revision, where the two do not make up all of the traffic: AWS is between two steps. */
function oldShare(fresh, old) {
    return old === undefined || Math.abs(fresh + old - 100) < 0.1 ? undefined : `old revision ${(0,names/* percent */.KN)(old)}`;
}
/** What made this run ask. */
const BECAUSE = {
    time: 'because the time is over',
    cancel: 'because the job was cancelled',
    'own-pause': 'since nobody is to be waited for before the canary'
};
function asked(action) {
    switch (action.kind) {
        case 'roll-back':
            return (0,wording_phrase/* say */.cv) `AWS to roll back`;
        case 'stop':
            return (0,wording_phrase/* say */.cv) `AWS to stop the deployment`;
        case 'continue':
            return action.gate.stage === undefined
                ? (0,wording_phrase/* say */.cv) `AWS to continue the deployment`
                : (0,wording_phrase/* say */.cv) `AWS to continue past ${action.gate.stage}`;
    }
}
/** From where no step of the timetable comes any more. */
const GOES_BACK = new Set(['rolling-back', 'stopping']);
function ahead(phase, outlook, now) {
    return GOES_BACK.has(phase) ? wording_phrase/* NOTHING */.K$ : outlookPhrase(outlook, now);
}
/** `met`: the deployment was met on its way, and nobody saw it queued. Labels are at most nine letters. */
function eventRow(event, met = false) {
    switch (event.kind) {
        case 'rendered': {
            const { family } = event.definition;
            return {
                label: 'rendered',
                text: (0,wording_phrase/* say */.cv) `the task definition${typeof family === 'string' ? (0,wording_phrase/* say */.cv) ` of family ${family}` : wording_phrase/* NOTHING */.K$}`
            };
        }
        case 'planned':
            return { label: 'plan', text: (0,plan/* planLine */.od)(event.plan) };
        case 'attached':
            return { label: 'found', text: (0,attachment/* attachmentLine */.C$)(event.attachment, event.at) };
        case 'registered':
            return {
                label: 'revision',
                text: event.reused
                    ? (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(event.taskDefinition)}, registered before`
                    : (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(event.taskDefinition)} registered`
            };
        case 'started': {
            const { id, url } = event.handle;
            const again = event.adopted ? (0,wording_phrase/* say */.cv) `, found running and not started again` : wording_phrase/* NOTHING */.K$;
            const page = url === '' ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* say */.cv) `   ${url}`;
            return { label: 'started', text: (0,wording_phrase/* say */.cv) `${id}${again}${page}` };
        }
        case 'phase': {
            const from = met && event.from === 'queued' ? '' : `${names/* PHASE_NAMES */.bs[event.from]} -> `;
            // The line of the traffic, at the same moment, has the outlook of a shift.
            const next = event.to === 'shifting' ? wording_phrase/* NOTHING */.K$ : apart(ahead(event.to, event.outlook, event.at));
            const text = (0,wording_phrase/* say */.cv) `${(0,wording_phrase/* own */.ZV)(`${from}${names/* PHASE_NAMES */.bs[event.to]}`)} (AWS: ${event.status})${next}`;
            return { label: 'phase', text };
        }
        case 'unlisted':
            return {
                label: 'status',
                text: (0,wording_phrase/* say */.cv) `AWS says ${event.status}, a word this release does not know; it does not count as success`
            };
        case 'busy':
            return {
                label: 'busy',
                text: (0,wording_phrase/* say */.cv) `waits for the end of deployment ${event.other}, ${(0,names/* spaced */.ji)(event.status)} (${(0,wording_phrase/* own */.ZV)((0,time/* span */.Ln)(event.waited))} so far)`
            };
        case 'stage':
            return { label: 'stage', text: stage(event.stage) };
        case 'traffic': {
            const old = oldShare(event.to, event.old);
            const shares = (0,wording_phrase/* own */.ZV)([weight(event.from, event.to), ...(old === undefined ? [] : [old])].join(', '));
            return { label: 'traffic', text: (0,wording_phrase/* say */.cv) `${shares}${apart(outlookPhrase(event.outlook, event.at))}` };
        }
        case 'test-traffic':
            return { label: 'test', text: (0,wording_phrase/* own */.ZV)(`traffic ${weight(event.from, event.to)}`) };
        case 'hook':
            return { label: 'hook', text: (0,watched/* hookPhrase */.Jx)(event.hook) };
        case 'monitor':
            return { label: 'monitor', text: (0,watched/* monitorPhrase */.uu)(event.monitor) };
        case 'paused':
            return { label: 'paused', text: (0,gate/* gatePhrase */.tl)(event.gate, event.at) };
        case 'tasks':
            return { label: 'tasks', text: tasksPhrase(event.tasks) };
        case 'alarm':
            return { label: 'alarm', text: alarm(event.alarm, event.from) };
        case 'service-event':
            return { label: 'ecs', text: (0,wording_phrase/* say */.cv) `| ${event.event.text}` };
        case 'stopped': {
            const { count, reason } = event.tasks;
            return {
                label: 'stopped',
                text: (0,wording_phrase/* say */.cv) `${(0,wording_phrase/* own */.ZV)(count === 1 ? '1 task' : `${count} tasks`)} of the new revision: ${(0,wording_phrase/* clause */.sb)(reason)}`
            };
        }
        case 'rollback':
            return { label: 'roll-back', text: (0,wording_phrase/* say */.cv) `${event.id} ${(0,names/* rollbackStatus */.h1)(event.status)}` };
        case 'blind': {
            const why = (0,problem/* gist */.gK)(event.problem);
            const text = event.forGood
                ? (0,wording_phrase/* say */.cv) `${(0,wording_phrase/* own */.ZV)(names/* MISSED_NAMES */.r_[event.source])}: ${why}`
                : (0,wording_phrase/* say */.cv) `${(0,wording_phrase/* own */.ZV)(names/* SOURCE_NAMES */.tN[event.source])} cannot be read: ${why}. Asking again.`;
            return { label: 'blind', text };
        }
        case 'sighted':
            return {
                label: 'sighted',
                text: (0,wording_phrase/* own */.ZV)(`${names/* SOURCE_NAMES */.tN[event.source]} can be read again, after ${(0,time/* span */.Ln)(event.after)}`)
            };
        case 'acted': {
            const why = event.because === undefined ? wording_phrase/* NOTHING */.K$ : (0,wording_phrase/* own */.ZV)(`, ${BECAUSE[event.because]}`);
            const what = (0,wording_phrase/* say */.cv) `${asked(event.action)}${why}`;
            const text = event.problem === undefined ? what : (0,wording_phrase/* say */.cv) `${what}, without success: ${(0,problem/* gist */.gK)(event.problem)}`;
            return { label: 'asked', text };
        }
        case 'heartbeat': {
            const traffic = event.traffic === undefined ? [] : [(0,wording_phrase/* own */.ZV)(`traffic at ${(0,names/* percent */.KN)(event.traffic)}`)];
            const known = [ahead(event.phase, event.outlook, event.at), patience(event.outlook, event.at)];
            const told = known.filter(({ parts }) => parts.length > 0);
            const words = (0,wording_phrase/* join */.fj)([(0,wording_phrase/* own */.ZV)(names/* PHASE_NAMES */.bs[event.phase]), ...traffic], ', ');
            return { label: 'waiting', text: (0,wording_phrase/* say */.cv) `${words}${apart((0,wording_phrase/* join */.fj)(told, '; '))}` };
        }
        case 'deregistered':
            return { label: 'tidied', text: (0,wording_phrase/* say */.cv) `${(0,names/* revision */.QL)(event.taskDefinition)} deregistered` };
        case 'note':
            return { label: event.note.level === 'warning' ? 'warning' : 'note', text: (0,wording_phrase/* capital */.Nx)((0,plan/* notePhrase */.qy)(event.note)) };
        case 'evidence':
            return { label: 'evidence', text: evidencePhrase(event.evidence) };
        case 'concluded':
            return { label: 'verdict', text: (0,verdict/* verdictLine */.MT)(event.verdict, event.at) };
    }
}


/***/ }),

/***/ 5018:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J2: () => (/* binding */ waitClause),
/* harmony export */   K7: () => (/* binding */ answerIt),
/* harmony export */   ow: () => (/* binding */ atStage),
/* harmony export */   tl: () => (/* binding */ gatePhrase)
/* harmony export */ });
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1264);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2636);


const DAY = 86_400_000;
/** What AWS does when nobody has answered; nothing for a word nobody has told us of. */
const EXPIRY = {
    'roll-back': 'AWS rolls it back',
    continue: 'AWS continues it',
    stop: 'AWS stops it',
    unknown: undefined
};
/** ` at POST_TEST_TRAFFIC_SHIFT`; nothing where AWS does not name the stage. */
function atStage({ stage }) {
    return stage === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) ` at ${stage}`;
}
/** How long from `now`: exact to the minute, or to the hour where it is days. */
function left(at, now) {
    if (now === undefined || at <= now)
        return '';
    return ` (in ${at - now < DAY ? (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .about */ .Cv)(at - now) : (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln)(at - now)})`;
}
/** `then` joins the instant and what AWS does at it. */
function expiry({ expiresAt, onExpiry }, now, shown, then) {
    const does = EXPIRY[onExpiry];
    if (expiresAt === undefined)
        return does === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(`; when nobody answers in time, ${does}`);
    const until = ` until ${shown} UTC${left(expiresAt, now)}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(does === undefined ? `${until}; what AWS does then is not known` : `${until}, ${then} ${does}`);
}
function instant(at, now) {
    if (at === undefined)
        return '';
    return Math.abs(at - now) < DAY ? (0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(at) : `${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6)(at)} ${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(at)}`;
}
/** `at POST_TEST_TRAFFIC_SHIFT until 15:02 UTC (in 58m), then AWS rolls it back; hook ecs-pause-…`. */
function gatePhrase(gate, now) {
    const where = gate.stage === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)('for a person') : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `at ${gate.stage}`;
    const hook = gate.hookId === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `; hook ${gate.hookId}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${where}${expiry(gate, now, instant(gate.expiresAt, now), 'then')}${hook}`;
}
/** `the deployment waits for a person at … until 2026-11-20 15:02 UTC, when AWS rolls it back`. */
function waitClause(gate, now) {
    const shown = gate.expiresAt === undefined ? '' : `${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6)(gate.expiresAt)} ${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(gate.expiresAt)}`;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `the deployment waits for a person${atStage(gate)}${expiry(gate, now, shown, 'when')}`;
}
/** Only what looks like an id of AWS is put among words that are to be copied. */
const PLAIN_ID = /^[\w-]{1,100}$/;
/** A sentence that starts with a verb. `by`: until when it waits, where the gate itself does not tell. */
function answerIt({ hookId, expiresAt }, by) {
    const named = hookId !== undefined && PLAIN_ID.test(hookId) ? ` and \`hook-id: ${hookId}\`` : '';
    const untold = expiresAt === undefined && by !== undefined ? ` before about ${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6)(by)} ${(0,_time_js__WEBPACK_IMPORTED_MODULE_1__/* .minute */ .Vc)(by)} UTC` : '';
    return `Continue it with \`mode: promote\`${named}${untold}, or roll it back with \`mode: rollback\`.`;
}


/***/ }),

/***/ 474:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ NOTHING_KNOWN),
/* harmony export */   n: () => (/* binding */ learn)
/* harmony export */ });
const NOTHING_KNOWN = {
    shape: undefined,
    before: undefined,
    rollBackCommand: undefined,
    gate: undefined,
    expiry: undefined
};
function learn(known, event) {
    if (event.kind === 'planned') {
        const { shape, before } = event.plan;
        return { ...NOTHING_KNOWN, shape, before: before.taskDefinition };
    }
    if (event.kind === 'started')
        return { ...known, rollBackCommand: event.handle.rollBackCommand, gate: undefined };
    if (event.kind === 'attached') {
        const { shape, before, handle, gates } = event.attachment;
        const { rollBackCommand } = handle;
        return { ...NOTHING_KNOWN, shape, before: before.taskDefinition, rollBackCommand, gate: gates[0] };
    }
    if (event.kind === 'phase' && event.to === 'paused') {
        const { next } = event.outlook;
        return { ...known, expiry: next?.kind === 'expiry' ? next.at : undefined };
    }
    if (event.kind === 'paused')
        return { ...known, gate: event.gate };
    const goesOn = event.kind === 'phase';
    const answered = event.kind === 'acted' && event.problem === undefined;
    return goesOn || answered ? { ...known, gate: undefined } : known;
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
/* harmony export */   h1: () => (/* binding */ rollbackStatus),
/* harmony export */   ji: () => (/* binding */ spaced),
/* harmony export */   r_: () => (/* binding */ MISSED_NAMES),
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
/** AWS's words in ours: InProgress and IN_PROGRESS are read as "in progress". */
function spaced(word) {
    return word
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .replaceAll('_', ' ')
        .toLowerCase();
}
/** A roll-back's own status, under the label that says already what it is of. */
function rollbackStatus(word) {
    return spaced(word).replace(/^rollback /, '');
}
const PHASE_NAMES = {
    queued: 'queued',
    running: 'running',
    provisioning: 'provisioning',
    paused: 'paused',
    shifting: 'shifting',
    baking: 'baking',
    'rolling-back': 'rolling back',
    stopping: 'stopping',
    succeeded: 'succeeded',
    'rolled-back': 'rolled back',
    failed: 'failed',
    stopped: 'stopped'
};
const SOURCE_NAMES = {
    status: 'the status of the deployment',
    target: 'the progress of the deployment',
    service: 'the service',
    alarms: 'the alarms',
    stopped: 'why tasks stopped'
};
/** What a reader misses of a source that is never seen. */
const MISSED_NAMES = {
    status: 'the status of the deployment is not known',
    target: 'traffic and stages are not shown',
    service: 'tasks and events of the service are not shown',
    alarms: 'the states of the alarms are not shown',
    stopped: 'why tasks stopped is not shown'
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
    paused: 'it stops for a person',
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
/** Tasks are replaced batch by batch, as fast as they get healthy, and no old one is left for a bake. */
function rolling({ readyWait, bake }) {
    return [
        ...waiting(readyWait),
        'the tasks are replaced batch by batch',
        ...(bake > 0 ? [`${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(bake)} of watching`] : [])
    ].join('; ');
}
function waiting(readyWait) {
    return readyWait > 0 ? [`waits up to ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(readyWait)} for a person`] : [];
}
function timetable(table, shape) {
    if (shape?.kind === 'rolling')
        return rolling(table);
    const steps = table.steps.length > STEPS_IN_FULL
        ? [...table.steps.slice(0, 2).map(step), '…', ...table.steps.slice(-1).map(step)]
        : table.steps.map(step);
    const all = (0,_domain_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .shiftTime */ .Iy)(table) + table.bake;
    return [
        ...waiting(table.readyWait),
        steps.length === 0 ? 'steps not known' : steps.join(', '),
        ...(table.bake > 0 ? [`the old revision stays ${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(table.bake)}`] : []),
        ...(all > 0 && steps.length > 0 ? [`${(0,_time_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(all)} in all`] : [])
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
/* harmony export */   qy: () => (/* binding */ notePhrase),
/* harmony export */   wr: () => (/* binding */ followedRows)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2636);



/** What carries the deployment out. */
function driver({ through }) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .join */ .fj)(through.map(({ what, name }) => (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(what)} ${name}`), ', ');
}
function serviceName({ target }) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${target.service} in cluster ${target.cluster}`;
}
function accountAndRegion({ target }) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${target.account}, ${target.region}`;
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
function guard(subject) {
    const { alarms, rollsBackOn } = subject.guard;
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
/** What a plan and a deployment that was found have in common; `revisions` is how each tells its own. */
function followedRows(subject, revisions) {
    return [
        { label: 'service', text: serviceName(subject) },
        { label: 'account', text: accountAndRegion(subject) },
        ...(subject.through.length === 0 ? [] : [{ label: 'through', text: driver(subject) }]),
        { label: 'revision', text: revisions },
        { label: 'strategy', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .strategy */ .UL)(subject.shape)) },
        { label: 'timetable', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .timetable */ ._2)(subject.timetable, subject.shape)) },
        { label: 'guard', text: guard(subject) }
    ];
}
function planRows(plan) {
    const { before, wait } = plan;
    const runs = before.taskDefinition === undefined ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `not known` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .revision */ .QL)(before.taskDefinition)} runs now`;
    return [
        ...followedRows(plan, runs),
        ...waiting(wait),
        ...plan.choices.map((choice) => ({
            label: 'chosen',
            text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(choice.what)}: ${choice.value} (${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .ORIGIN_NAMES */ .Yn[choice.origin])})`
        }))
    ];
}
function waiting({ until, allowance, onTimeout, onCancel }) {
    if (until === 'started') {
        return [{ label: 'waits', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `not watched; time-out and cancel do nothing after the start` }];
    }
    return [
        {
            label: 'waits',
            text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`until ${_names_js__WEBPACK_IMPORTED_MODULE_0__/* .UNTIL_NAMES */ .I1[until]}, at most ${(0,_time_js__WEBPACK_IMPORTED_MODULE_2__/* .about */ .Cv)(allowance)} beyond the timetable`)
        },
        { label: 'time-out', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_NAMES */ .So[onTimeout]) },
        { label: 'cancel', text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(_names_js__WEBPACK_IMPORTED_MODULE_0__/* .POLICY_NAMES */ .So[onCancel]) }
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
/* harmony export */   gK: () => (/* binding */ gist),
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
/** What AWS says is denied: of a call that passes a role on, it is another action than the call. */
const DENIED = /authorized to perform:? ([a-z0-9-]{1,64}:[A-Za-z0-9]{1,128})/i;
/** What was found, as a clause; a denial without its caller, resource and policy, which its details and its remedy name. */
function gist(problem) {
    const lacks = missingPermission(problem);
    const forbidden = /explicit deny/i.test(problem.found);
    return lacks === undefined || forbidden ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)((0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .clause */ .sb)(problem.found)) : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `the role lacks ${lacks.action}`;
}
/** The statement a role lacks; undefined when the call does not name an IAM action. */
function missingPermission(problem) {
    if (problem.code !== 'NOT_ALLOWED' || problem.place?.kind !== 'aws')
        return undefined;
    const action = DENIED.exec(problem.found)?.[1] ?? problem.place.call;
    if (!/^[a-z][a-z0-9-]{0,40}:[A-Za-z0-9]{1,80}$/.test(action))
        return undefined;
    const resource = problem.place.resource;
    return { action, resource: resource?.startsWith('arn:') ? resource : '*' };
}


/***/ }),

/***/ 5809:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ remedy)
/* harmony export */ });
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1150);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5018);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3685);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5116);




/** Causes that leave nothing for us to send back, or whose own remedy sends it back. */
const NOT_OURS = new Set(['superseded', 'service-gone', 'not-started', 'not-rolled-back']);
/** Causes that say nothing of the deployment itself, only that this job ended. */
const OUR_END = new Set(['deadline', 'cancelled']);
/** Causes after which traffic may be anywhere. */
const UNDECIDED = new Set(['rollback-failed', 'rollback-missing']);
/** How all traffic gets back to one revision, where nothing brings it there any more. */
function sendBack(cause, traffic, { before, shape }) {
    const name = before === undefined ? '' : `, \`${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .revision */ .QL)(before)}\`,`;
    const again = `Deploy the previous revision${name} with \`strategy: all-at-once\``;
    const byHand = 'or set the weights of the production listener by hand.';
    if (NOT_OURS.has(cause.kind))
        return [];
    // Nothing divides the traffic but the number of tasks.
    if (shape?.kind === 'rolling') {
        return UNDECIDED.has(cause.kind) ? [`Deploy the previous revision${name} again: tasks of both may serve.`] : [];
    }
    // A native deployment fails where both target groups have traffic at its start.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshooting-blue-green.html
    if ((0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .isSplit */ .pF)(traffic)) {
        return [
            `${again}; if AWS refuses that because traffic is split, first set the weights of the production listener by hand.`
        ];
    }
    if (traffic === undefined && UNDECIDED.has(cause.kind)) {
        return [`Look at the weights of the production listener: traffic may be split. ${again} if it is, ${byHand}`];
    }
    return traffic === 100 && cause.kind !== 'not-serving' ? [`${again} if it has to serve again.`] : [];
}
/** A command that is to be copied into a shell has nothing in it that a shell acts on. */
const PLAIN_COMMAND = /^aws [a-z0-9-]+ [A-Za-z0-9 :/._=-]{1,400}$/;
function stopNow({ rollBackCommand }) {
    return rollBackCommand !== undefined && PLAIN_COMMAND.test(rollBackCommand)
        ? `Stop it now: \`${rollBackCommand}\`, then mend what kept this job from it.`
        : 'Stop it now in the console, with roll-back, then mend what kept this job from it.';
}
/** At a gate nothing has to be looked for: the person this job waited for is the one who reads this. */
function leftRunning(cause, { gate, expiry }) {
    return gate !== undefined && OUR_END.has(cause.kind) ? (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .answerIt */ .K7)(gate, expiry) : (0,_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeRemedy */ .gv)(cause);
}
/** What a person does now; undefined when there is nothing to do. Backticks mark names. */
function remedy(verdict, known) {
    switch (verdict.kind) {
        case 'failed':
            return [...sendBack(verdict.cause, verdict.traffic, known), (0,_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeRemedy */ .gv)(verdict.cause)].join(' ');
        case 'rolled-back':
            return (0,_cause_js__WEBPACK_IMPORTED_MODULE_0__/* .causeRemedy */ .gv)(verdict.cause);
        case 'left-running':
            return verdict.refusal === undefined
                ? leftRunning(verdict.cause, known)
                : `${stopNow(known)} ${verdict.refusal.remedy}`;
        case 'unknown':
            return verdict.problem.remedy.includes('console')
                ? verdict.problem.remedy
                : `${verdict.problem.remedy} Look at the deployment in the console: it may still be running.`;
        case 'refused':
            return verdict.problems[0]?.remedy;
        case 'started':
            return 'Have it judged by a later job with `mode: status`, or set `wait-until: complete`.';
        case 'paused':
            return (0,_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .answerIt */ .K7)(verdict.gate, known.expiry);
        case 'succeeded':
        case 'unchanged':
        case 'registered':
        case 'planned':
            return undefined;
    }
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

/***/ 2341:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ saidAbove),
/* harmony export */   G: () => (/* binding */ problemsOf)
/* harmony export */ });
/** The problem that is the cause, where one is. */
function causing(cause) {
    return cause.kind === 'not-started' || cause.kind === 'not-continued' ? [cause.problem] : [];
}
function problemsOf(verdict) {
    switch (verdict.kind) {
        case 'refused':
            return verdict.problems;
        case 'unknown':
            return [verdict.problem];
        case 'left-running':
            return verdict.refusal === undefined ? causing(verdict.cause) : [verdict.refusal];
        case 'rolled-back':
        case 'failed':
            return causing(verdict.cause);
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


/***/ }),

/***/ 5116:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   _G: () => (/* binding */ VERDICT_WORDS),
/* harmony export */   hC: () => (/* binding */ sentences),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   pF: () => (/* binding */ isSplit),
/* harmony export */   qn: () => (/* binding */ verdictBody)
/* harmony export */ });
/* harmony import */ var _domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5717);
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3603);
/* harmony import */ var _cause_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1150);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5018);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1264);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8810);
/* harmony import */ var _time_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2636);
// A verdict in words: the word first, then what happened and what it means for production traffic.








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
    nothing: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS goes on as the deployment is configured; nothing was asked of it.`,
    'roll-back': (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS was asked to roll back and had not finished when this job stopped watching.`,
    stop: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS was asked to stop the deployment and had not finished when this job stopped watching.`,
    unanswered: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS was asked to end the deployment and did not agree in time: it may go on.`
};
const OLD_SERVES = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `The old revision serves all production traffic`;
const NOT_KNOWN = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `How much production traffic the new revision has is not known.`;
function lastSeen(traffic) {
    return traffic === undefined
        ? NOT_KNOWN
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `The new revision had ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(traffic))} of production traffic when last seen.`;
}
/** While it waits at a gate nothing moves: what was seen last is so still. */
function hasNow(traffic) {
    return traffic === undefined ? NOT_KNOWN : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `The new revision has ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(traffic))} of production traffic.`;
}
function reversible(until, now) {
    if (until === undefined)
        return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS may still roll back until the old revision is gone.`;
    const left = now === undefined || until <= now ? _phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(` (in ${(0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .span */ .Ln)(until - now)})`);
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS may still roll back until ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(`${(0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .date */ .p6)(until)} ${(0,_time_js__WEBPACK_IMPORTED_MODULE_7__/* .time */ .kB)(until)} UTC`)}${left}, when the old revision goes.`;
}
const ours = (text) => ({ text, quotes: false });
const quoting = (clause) => ({ text: (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .capital */ .Nx)(clause)}.`, quotes: true });
/** What happened, without the verdict's word. `now` adds how long from now to every instant. */
function sentences(verdict, now) {
    switch (verdict.kind) {
        case 'succeeded': {
            if (verdict.until === 'rolled-back') {
                return [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `The older revision serves 100 % of production traffic again, as was asked.`)];
            }
            const serves = ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `The new revision serves 100 % of production traffic.`);
            return verdict.until === 'complete' ? [serves] : [serves, ours(reversible(verdict.reversibleUntil, now))];
        }
        case 'unchanged':
            return [
                ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing differs from the revision that serves 100 % of production traffic, and its images are pinned by digest. Nothing was registered and nothing deployed.`)
            ];
        case 'registered':
            return [
                ours(verdict.reused
                    ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was judged: revision ${(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .revision */ .QL)(verdict.taskDefinition)} was there already and is the same. It was not registered again, and not deployed.`
                    : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was judged: revision ${(0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .revision */ .QL)(verdict.taskDefinition)} was registered and not deployed.`)
            ];
        case 'planned':
            return [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was judged: this is a plan. Nothing was changed in AWS.`)];
        case 'started':
            return [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was judged: the deployment was started and goes on without this job watching it.`)];
        case 'paused':
            return [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was judged: ${(0,_gate_js__WEBPACK_IMPORTED_MODULE_3__/* .waitClause */ .J2)(verdict.gate, now)}.`), ours(hasNow(verdict.traffic))];
        case 'rolled-back': {
            // Whoever took its place moves the traffic: where it is by now is theirs to say.
            const back = verdict.cause.kind === 'superseded' ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `This one was rolled back.` : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${OLD_SERVES} again.`;
            return [quoting((0,_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .causeClause */ .nh)(verdict.cause)), ours(back)];
        }
        case 'failed':
            return failed(verdict.cause, verdict.traffic);
        case 'left-running':
            return leftRunning(verdict);
        case 'unknown':
            return [
                ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `How the deployment went could not be read.`),
                quoting((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(_domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[verdict.problem.code].says)}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .gist */ .gK)(verdict.problem)}`),
                ours((0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .changedSentence */ .yT)(verdict.problem))
            ];
        case 'refused': {
            const [first, ...others] = verdict.problems;
            if (first === undefined)
                return [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Nothing was changed in AWS.`)];
            const more = others.length === 0
                ? []
                : [ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${others.length} more problem${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(others.length === 1 ? '' : 's')} below.`)];
            const what = quoting((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(_domain_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEMS */ .D[first.code].says)}: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .gist */ .gK)(first)}`);
            return [ours((0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .changedSentence */ .yT)(first)), what, ...more];
        }
    }
}
/** The service contradicts what AWS says of the traffic, or there may be nothing to roll back to: who serves is not known. */
const DOUBTFUL = new Set(['not-serving', 'rollback-failed']);
/** Production that is split is the first thing to say; everything else has time. */
function failed(cause, traffic) {
    const why = quoting((0,_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .causeClause */ .nh)(cause));
    if (cause.kind === 'not-started')
        return [why, ours((0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .changedSentence */ .yT)(cause.problem))];
    if (cause.kind === 'not-continued')
        return [why, ours((0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .changedSentence */ .yT)(cause.problem)), ours(lastSeen(traffic))];
    if (cause.kind === 'service-gone')
        return [why, ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Neither revision serves production traffic any more.`)];
    if (cause.kind === 'superseded') {
        const moved = (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `This one had moved ${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(traffic ?? 0))} of it when last seen.`;
        return traffic === undefined ? [why] : [why, ours(moved)];
    }
    if (isSplit(traffic))
        return [ours(split(traffic)), why];
    if (cause.kind === 'not-rolled-back')
        return [why];
    return [why, ours(traffic === 0 && !DOUBTFUL.has(cause.kind) ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${OLD_SERVES}.` : lastSeen(traffic))];
}
function isSplit(traffic) {
    return traffic !== undefined && traffic > 0 && traffic < 100;
}
function split(traffic) {
    const [old, fresh] = [(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(100 - traffic)), (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(traffic))];
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `Production traffic is split: ${old} on the old revision, ${fresh} on the new one, and nothing moves it any more.`;
}
function leftRunning({ cause, traffic, asked, refusal }) {
    const why = quoting((0,_cause_js__WEBPACK_IMPORTED_MODULE_2__/* .causeClause */ .nh)(cause));
    // What AWS was asked for was to go on, and the problem says what has come of it.
    if (cause.kind === 'not-continued' && refusal === undefined) {
        return [why, ours((0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .changedSentence */ .yT)(cause.problem)), ours(lastSeen(traffic))];
    }
    if (refusal === undefined)
        return [why, ours(ASKED[asked]), ours(lastSeen(traffic))];
    const share = traffic === undefined
        ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `How much production traffic the new revision has is not known`
        : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)((0,_names_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(traffic))} of production traffic is on the new revision`;
    // A request that failed on its way may have been heard.
    return (0,_domain_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .W)(refusal.code)
        ? [
            quoting((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS was asked to stop the deployment and did not agree in time: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .gist */ .gK)(refusal)}`),
            ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${share}, and the deployment may go on.`),
            why
        ]
        : [
            quoting((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `AWS refused to stop the deployment: ${(0,_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .gist */ .gK)(refusal)}`),
            ours((0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${share}, and the deployment goes on.`),
            why
        ];
}
/** All of it as one phrase. */
function verdictBody(verdict, now) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .join */ .fj)(sentences(verdict, now).map(({ text }) => text), ' ');
}
/** The verdict's own line: word first. */
function verdictLine(verdict, now) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(VERDICT_WORDS[verdict.kind])}. ${verdictBody(verdict, now)}`;
}
/** One line for the output `reason`. */
function reason(verdict) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(verdictBody(verdict));
}


/***/ }),

/***/ 4255:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ hookPhrase),
/* harmony export */   Xq: () => (/* binding */ monitorStatus),
/* harmony export */   uu: () => (/* binding */ monitorPhrase)
/* harmony export */ });
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3685);
/* harmony import */ var _phrase_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1264);


/** `PAUSE ecs-pause-… awaiting action`, `AWS_LAMBDA smoke-test in progress`. */
function hookPhrase(hook) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${hook.kind} ${hook.function ?? hook.id} ${(0,_names_js__WEBPACK_IMPORTED_MODULE_0__/* .spaced */ .ji)(hook.status)}`;
}
/** AWS's word, and what it means where it is easily overlooked. */
function monitorStatus({ name, status, count }) {
    const counted = count === undefined ? _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$ : (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(`, ${count.failures} of ${count.threshold} task failures`);
    // An alarm that is on at the start makes ECS ignore all of them, and this word may be all that is heard of it.
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
    const unwatched = name === 'alarms' && status === 'DISABLED' ? (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(': AWS watches none') : _phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTHING */ .K$;
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${status}${counted}${unwatched}`;
}
function monitorPhrase(monitor) {
    return (0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .say */ .cv) `${(0,_phrase_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(monitor.name)} ${monitorStatus(monitor)}`;
}


/***/ }),

/***/ 4988:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K0: () => (/* binding */ attach),
/* harmony export */   pE: () => (/* binding */ waitOf),
/* harmony export */   pU: () => (/* binding */ requestFor)
/* harmony export */ });
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2041);
/* harmony import */ var _plan_survey_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2828);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6309);



async function attach(inputs, world) {
    const { clock, emit } = world;
    const asked = await requestFor(inputs, world);
    if (!asked.ok)
        return asked;
    const request = asked.value;
    const found = await (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_0__/* .attachTo */ .jT)(request, inputs.deploymentId);
    if (!found.ok)
        return found;
    for (const note of inputs.notes)
        await emit({ kind: 'note', at: clock.now(), note });
    if (found.value)
        await emit({ kind: 'attached', at: clock.now(), attachment: found.value });
    return { ok: true, value: { request, attachment: found.value } };
}
/** The service as it is today, for whoever looks for a deployment of it. */
async function requestFor(inputs, world) {
    const { aws, run, page, clock } = world;
    const read = (0,_world_js__WEBPACK_IMPORTED_MODULE_2__/* .patientReads */ .t)(inputs, world);
    const today = await (0,_plan_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .survey */ .F)(inputs, aws, read);
    if (!today.ok)
        return today;
    return { ok: true, value: { inputs, today: today.value, run, aws, read, page, now: clock.now() } };
}
/** How long a deployment that was found is followed, and what becomes of it when time runs out. */
function waitOf({ waitUntil: until, allowance, maxGap, onTimeout, onCancel }) {
    return { until, allowance, maxGap, onTimeout, onCancel };
}


/***/ }),

/***/ 3076:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ clearUp),
/* harmony export */   P: () => (/* binding */ isOver)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2041);
// What this action has left in a service's settings for a deployment goes with it. It never changes a verdict.


/** Whether the pauses in the service's settings are needed no more: the one that took its place may have brought its own. */
function isOver(verdict) {
    const { kind } = verdict;
    if (kind === 'failed')
        return verdict.cause.kind !== 'superseded';
    return kind === 'succeeded' || kind === 'rolled-back';
}
/** Pauses of ours stay in the service's settings until nothing needs them. It never changes a verdict. */
async function clearUp(request, { clock, emit, cancelled }) {
    if (cancelled.aborted)
        return;
    try {
        for (const what of await (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_1__/* .removePauses */ .Sx)(request)) {
            const says = what.charAt(0).toUpperCase() + what.slice(1);
            await emit({ kind: 'note', at: clock.now(), note: { level: 'notice', says } });
        }
    }
    catch (error) {
        // The deployment is over; the next one that does not ask for a pause removes it.
        const why = error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A ? error.found : String(error);
        const says = `The pause that this action added stays in the service's settings: ${why}`;
        const remedy = error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A ? error.remedy : 'Remove it, or let the next deployment do so.';
        await emit({ kind: 'note', at: clock.now(), note: { level: 'warning', says, remedy } });
    }
}


/***/ }),

/***/ 6835:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./src/domain/problem.ts
var domain_problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/engines/pick.ts + 89 modules
var pick = __nccwpck_require__(2041);
// EXTERNAL MODULE: ./src/observe/pursuit.ts
var pursuit = __nccwpck_require__(1286);
// EXTERNAL MODULE: ./src/stories/attach.ts
var attach = __nccwpck_require__(4988);
// EXTERNAL MODULE: ./src/stories/clear-up.ts
var clear_up = __nccwpck_require__(3076);
// EXTERNAL MODULE: ./src/stories/follow.ts
var follow = __nccwpck_require__(8612);
// EXTERNAL MODULE: ./src/stories/refusal.ts
var refusal = __nccwpck_require__(5877);
// EXTERNAL MODULE: ./src/stories/revision.ts + 3 modules
var revision = __nccwpck_require__(6989);
// EXTERNAL MODULE: ./src/domain/units.ts
var units = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/plan/old-revisions.ts
/** Newest first. One that is newer than the deployed one belongs to a deployment that may still come. */
function oldRevisions(active, { keep, deployed, before }) {
    const serving = revisionOf(deployed);
    if (serving === undefined)
        return [];
    return active
        .map(revisionOf)
        .filter((revision) => revision !== undefined)
        .filter(({ family }) => family === serving.family)
        .sort((one, other) => other.number - one.number)
        .slice(keep)
        .filter(({ arn, number }) => number < serving.number && arn !== before)
        .map(({ arn }) => arn);
}
function revisionOf(arn) {
    const parts = /^(?<family>arn:[^:]+:ecs:[^:]+:\d+:task-definition\/[^:/]+):(?<number>\d+)$/.exec(arn)?.groups;
    return parts?.family === undefined ? undefined : { arn, family: parts.family, number: Number(parts.number) };
}
/** The name alone, as AWS filters by it. */
function familyOf(arn) {
    return revisionOf(arn)?.family.split('/').at(-1);
}

;// CONCATENATED MODULE: ./src/stories/tidy.ts



/** In one run: the job is over, and only this still goes on. */
const MOST = 50;
/** What the account may do in the long run. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/request-throttling.html */
const GAP = units/* SECOND */.Z;
/** What is going to happen, said before anything has. */
function tidyNotes({ keepRevisions: keep, waitUntil }) {
    if (keep === undefined)
        return [];
    if (waitUntil === 'started') {
        const says = '`keep-revisions` does nothing here: old revisions go only after a success, which this run does not wait for';
        return [{ level: 'notice', says }];
    }
    return [
        {
            level: 'notice',
            says: `After a success, older revisions of the family are deregistered (not the newest ${keep}, nor the one that served before, and at most ${MOST} in a run), which needs the permissions \`ecs:ListTaskDefinitions\` and \`ecs:DeregisterTaskDefinition\``
        }
    ];
}
async function tidy(keeping, world, read) {
    const { aws, clock, emit, cancelled } = world;
    const note = (told) => emit({ kind: 'note', at: clock.now(), note: told });
    let gone = 0;
    let old = [];
    let refused;
    try {
        old = oldRevisions(await activeRevisions(keeping, aws.ecs, read), keeping);
        for (const [turn, taskDefinition] of old.slice(0, MOST).entries()) {
            if (turn > 0)
                await clock.sleep(GAP, cancelled);
            if (cancelled.aborted)
                return;
            const problem = await refusalOf(aws.ecs.deregisterTaskDefinition({ taskDefinition }));
            refused ??= problem;
            if (problem)
                continue;
            gone++;
            await emit({ kind: 'deregistered', at: clock.now(), taskDefinition });
        }
        if (refused)
            await note(leftOver(gone, old.length, refused));
        if (old.length > MOST)
            await note({ level: 'notice', says: 'There are more old revisions; the next run goes on' });
    }
    catch (error) {
        // The deployment has succeeded, and a revision too many harms nobody: told, and left to the next run.
        await note(leftOver(gone, old.length, error));
    }
}
/** What AWS has against this one revision; everything else would meet the next one, too, and is thrown. */
async function refusalOf(write) {
    try {
        await write;
        return undefined;
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A && error.code === 'AWS_REFUSED')
            return error;
        throw error;
    }
}
/** Newest first, as many pages as can matter. */
async function activeRevisions({ keep, deployed }, ecs, read) {
    const family = familyOf(deployed);
    if (family === undefined)
        return [];
    const enough = keep + MOST + 3;
    const found = [];
    let nextToken;
    for (let page = 0; page < enough && found.length < enough; page++) {
        const input = { familyPrefix: family, status: 'ACTIVE', sort: 'DESC', ...(nextToken && { nextToken }) };
        const answer = await read(() => ecs.listTaskDefinitions(input));
        // Named a prefix, and documented as the full name.
        found.push(...(answer.taskDefinitionArns ?? []).filter((arn) => familyOf(arn) === family));
        nextToken = answer.nextToken;
        if (!nextToken)
            break;
    }
    return found;
}
function leftOver(gone, all, error) {
    const why = error instanceof domain_problem/* Problem */.A ? error.found : String(error);
    const what = all === 0 ? 'Old revisions were not deregistered' : `${gone} of ${all} old revisions were deregistered`;
    return {
        level: 'warning',
        says: `${what}: ${why}`,
        ...(error instanceof domain_problem/* Problem */.A && { remedy: error.remedy })
    };
}

// EXTERNAL MODULE: ./src/observe/watch.ts + 9 modules
var watch = __nccwpck_require__(8182);
// EXTERNAL MODULE: ./src/plan/difference.ts + 2 modules
var difference = __nccwpck_require__(9395);
// EXTERNAL MODULE: ./src/plan/images.ts
var plan_images = __nccwpck_require__(2365);
// EXTERNAL MODULE: ./src/plan/revisions.ts
var revisions = __nccwpck_require__(4201);
// EXTERNAL MODULE: ./src/plan/survey.ts + 1 modules
var survey = __nccwpck_require__(2828);
// EXTERNAL MODULE: ./src/plan/task-definition.ts + 33 modules
var task_definition = __nccwpck_require__(8920);
// EXTERNAL MODULE: ./src/stories/world.ts
var stories_world = __nccwpck_require__(6309);
;// CONCATENATED MODULE: ./src/stories/look.ts









async function look(inputs, world) {
    const { aws, run, hash, nonce, clock, page } = world;
    const read = (0,stories_world/* patientReads */.t)(inputs, world);
    const surveyed = (0,survey/* survey */.F)(inputs, aws, read);
    const reading = surveyed.then((today) => (0,revisions/* readRunning */.Ki)(today.ok ? today.value.service.running : undefined, aws, read));
    const [today, running, base] = await Promise.all([surveyed, reading, (0,revisions/* readBase */.wZ)(inputs.base, reading, aws, read)]);
    const rendered = base.ok ? (0,task_definition/* render */.X)(base.value, inputs.edits, inputs) : base;
    if (!base.ok || !rendered.ok || !today.ok) {
        return { kind: 'refused', problems: [rendered, today].flatMap((part) => (part.ok ? [] : part.problems)) };
    }
    const { known } = running;
    const wanted = {
        revision: await (0,revision/* chooseRevision */.N)(rendered.value, base.value, known, aws, read),
        images: (0,plan_images/* imageChanges */.n)(rendered.value.images, known && (0,plan_images/* imagesOf */.I)(known.answer['taskDefinition'])),
        changes: known && (0,difference/* changes */.A)((0,task_definition/* registrable */.Z)(known), rendered.value.definition),
        notes: [...rendered.value.notes, ...running.notes, ...tidyNotes(inputs)]
    };
    return (0,pick/* planFor */.bJ)({ inputs, today: today.value, wanted, run, aws, read, hash, nonce, page, now: clock.now() });
}

// EXTERNAL MODULE: ./src/stories/insist.ts
var insist = __nccwpck_require__(4793);
;// CONCATENATED MODULE: ./src/stories/way.ts







/** Between two surveys while another deployment is waited for: each is some eight calls. */
const way_GAP = 45 * units/* SECOND */.Z;
async function clearWay(inputs, world) {
    const { clock, emit, cancelled } = world;
    const began = clock.now();
    for (;;) {
        const planning = await look(inputs, world);
        const waited = clock.now() - began;
        switch (planning.kind) {
            case 'planned':
                return { kind: 'clear', plan: shortened(planning.plan, waited) };
            case 'refused':
                return { kind: 'closed', problems: planning.problems };
            case 'busy': {
                const { plan, other, problem } = planning;
                if (other.whose === 'run')
                    return { kind: 'ours', plan, other };
                if (inputs.onActive === 'replace')
                    return replace(other, inputs, world);
                if (inputs.onActive === 'fail')
                    return { kind: 'closed', problems: [problem] };
                if (cancelled.aborted)
                    return { kind: 'closed', problems: [givenUp(other)] };
                if (waited >= inputs.allowance)
                    return { kind: 'closed', problems: [stillThere(problem, waited)] };
                await emit({ kind: 'busy', at: clock.now(), other: other.handle.id, status: other.status, waited });
                await clock.sleep(Math.min(way_GAP, inputs.allowance - waited), cancelled);
            }
        }
    }
}
function givenUp({ handle }) {
    return new domain_problem/* Problem */.A('CANCELLED', { found: `the job was cancelled while it waited for deployment ${handle.id}` });
}
/** What was waited comes off what is allowed beyond the timetable. */
function shortened(plan, waited) {
    return { ...plan, wait: { ...plan.wait, allowance: Math.max(0, plan.wait.allowance - waited) } };
}
function stillThere(problem, waited) {
    return new domain_problem/* Problem */.A(problem.code, {
        ...(problem.place && { place: problem.place }),
        found: `${problem.found}; it was waited for ${Math.round(waited / units/* MINUTE */.p)} minutes`,
        remedy: 'Raise `wait-for-minutes`, or run the job again when it is over.',
        cause: problem
    });
}
/** The other one is rolled back and followed to its end, and everything is looked at anew. A lost race is a refusal. */
async function replace(other, inputs, world) {
    const { id } = other.handle;
    const began = world.clock.now();
    try {
        const verdict = await end(other, inputs, world);
        if (isUnderWay(verdict))
            return { kind: 'closed', problems: [notEnded(other, verdict)] };
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A)
            return { kind: 'closed', problems: [error] };
        throw error;
    }
    const done = `deployment ${id} was asked to roll back, and is over`;
    const again = await look({ ...inputs, onActive: 'fail' }, world);
    switch (again.kind) {
        case 'planned':
            return { kind: 'clear', plan: shortened(again.plan, world.clock.now() - began) };
        case 'refused':
            return { kind: 'closed', problems: again.problems.map((problem) => problem.after(done)) };
        case 'busy':
            return { kind: 'closed', problems: [again.problem.after(done)] };
    }
}
async function end(other, { allowance, maxGap }, world) {
    const { aws, clock, emit } = world;
    const follower = (0,pick/* followerFor */.AY)(other, aws, world);
    // Its own events are not those of the deployment this run reports on.
    await (0,insist/* insist */.R)({ kind: 'roll-back' }, follower, other.handle, { ...world, emit: () => Promise.resolve() });
    const began = clock.now();
    const wait = { until: 'complete', allowance, maxGap, onTimeout: 'leave', onCancel: 'leave' };
    const quietly = async (event) => {
        if (event.kind !== 'phase' && event.kind !== 'heartbeat')
            return;
        const status = event.kind === 'phase' ? event.status : other.status;
        await emit({ kind: 'busy', at: event.at, other: other.handle.id, status, waited: event.at - began });
    };
    return (0,watch/* watch */.w)((0,pursuit/* pursuit */.T)(other, wait, began), follower, other.handle, { ...world, emit: quietly }, [
        { kind: 'roll-back' }
    ]);
}
/** Whether it may still be in the way. */
function isUnderWay({ kind }) {
    return kind === 'left-running' || kind === 'unknown';
}
function notEnded({ handle, status }, verdict) {
    return new domain_problem/* Problem */.A('DEPLOYMENT_ACTIVE', {
        found: `deployment ${handle.id}, which was ${status}, was asked to roll back and is not known to be over`,
        changed: `deployment ${handle.id} was asked to roll back`,
        ...(verdict.kind === 'unknown' && { cause: verdict.problem })
    });
}

;// CONCATENATED MODULE: ./src/stories/deploy.ts











async function deploy(inputs, world) {
    const { clock, emit } = world;
    const way = await clearWay(inputs, world);
    if (way.kind === 'closed')
        return (0,refusal/* refusedOrLeft */.p)(way.problems);
    const { plan } = way;
    await emit({ kind: 'rendered', at: clock.now(), definition: plan.revision.definition });
    await emit({ kind: 'planned', at: clock.now(), plan });
    if (plan.unchanged && way.kind === 'clear') {
        if (plan.leftovers)
            await tidyService(inputs, world);
        return { kind: 'unchanged' };
    }
    const engine = (0,pick/* engineFor */.Ec)(plan, world.aws, world);
    const begun = way.kind === 'ours' ? await adopt(way.other, world) : await begin(plan, engine, world);
    if (!begun.ok)
        return (0,refusal/* refusedOrLeft */.p)(begun.problems);
    if (plan.wait.until === 'started')
        return { kind: 'started' };
    const handle = begun.value;
    const asking = { passesFirst: inputs.pauseAt === 'after-canary' };
    // What serves by now may be of the one that was found: what served before is for it to tell.
    const subject = way.kind === 'ours' ? way.other : plan;
    const follower = way.kind === 'ours' ? (0,pick/* followerFor */.AY)(way.other, world.aws, world) : engine;
    const followed = { subject, follower, handle, pursuit: (0,pursuit/* pursuit */.T)(subject, plan.wait, clock.now(), asking) };
    const verdict = await (0,follow/* follow */.e)(followed, world);
    const { keepRevisions: keep } = inputs;
    const deployed = handle.taskDefinition;
    if (verdict.kind === 'succeeded' && keep !== undefined && deployed !== undefined) {
        const keeping = { keep, deployed, before: plan.before.taskDefinition };
        await tidy(keeping, world, (0,stories_world/* patientReads */.t)(inputs, world));
    }
    return verdict;
}
/** With nothing to deploy, what is left of an earlier deployment goes by itself. */
async function tidyService(inputs, world) {
    const request = await (0,attach/* requestFor */.pU)(inputs, world);
    if (request.ok)
        await (0,clear_up/* clearUp */.H)(request.value, world);
}
/** What an earlier attempt has started is not started again. */
async function adopt({ handle }, { clock, emit }) {
    const { taskDefinition } = handle;
    if (taskDefinition !== undefined)
        await emit({ kind: 'registered', at: clock.now(), taskDefinition, reused: true });
    await emit({ kind: 'started', at: clock.now(), handle, adopted: true });
    return { ok: true, value: handle };
}
/** The writes, in the order that leaves least behind when one is refused. */
async function begin(plan, engine, world) {
    const { clock, emit } = world;
    const done = [];
    const changed = (what) => {
        done.push(what);
        const says = what.charAt(0).toUpperCase() + what.slice(1);
        return emit({ kind: 'note', at: clock.now(), note: { level: 'notice', says } });
    };
    try {
        (0,refusal/* heedCancel */.l)(world);
        await engine.prepare(changed);
        (0,refusal/* heedCancel */.l)(world);
        const { taskDefinition, reused } = await (0,revision/* makeRevision */.W)(plan.revision, world, world.cancelled);
        (0,refusal/* heedCancel */.l)(world, reused ? undefined : `revision ${taskDefinition} was registered and is not used`);
        const { handle, adopted, notes } = await engine.start(taskDefinition);
        await emit({ kind: 'started', at: clock.now(), handle, adopted });
        for (const note of notes)
            await emit({ kind: 'note', at: clock.now(), note });
        return { ok: true, value: handle };
    }
    catch (error) {
        if (error instanceof domain_problem/* Problem */.A)
            return { ok: false, problems: [withChanges(error, done)] };
        throw error;
    }
}
/** What was changed before a refusal stays changed. */
function withChanges(problem, done) {
    const all = [...done, ...(problem.changed === 'nothing' ? [] : [problem.changed])];
    return done.length === 0 ? problem : problem.after(all.join('; '));
}


/***/ }),

/***/ 8612:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ follow)
/* harmony export */ });
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3503);
/* harmony import */ var _domain_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5805);
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2041);
/* harmony import */ var _observe_watch_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8182);




const EVIDENCE = 5 * _domain_units_js__WEBPACK_IMPORTED_MODULE_3__/* .SECOND */ .Z;
async function follow(followed, world) {
    const { pursuit, follower, handle, done } = followed;
    const verdict = await (0,_observe_watch_js__WEBPACK_IMPORTED_MODULE_2__/* .watch */ .w)(pursuit, follower, handle, world, done);
    if (!(0,_domain_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .passes */ .W)(verdict))
        await explain(followed, world);
    if (verdict.kind !== 'unknown')
        return verdict;
    // Lost from sight is not undone: whoever reads the problem must know what goes on in AWS.
    return { kind: 'unknown', problem: verdict.problem.after(`deployment ${handle.id} may still be running`) };
}
/** What the engine can add about an end that is not green: for a moment only, and without a say in the verdict. */
async function explain({ subject, handle }, world) {
    if (world.cancelled.aborted)
        return;
    const signal = AbortSignal.any([world.cancelled, AbortSignal.timeout(EVIDENCE)]);
    // Evidence that cannot be read is left out: the verdict stands without it.
    const found = await (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_1__/* .evidenceFor */ .hF)(subject, handle, world.aws, signal).catch(() => []);
    for (const evidence of found)
        await world.emit({ kind: 'evidence', at: world.clock.now(), evidence });
}


/***/ }),

/***/ 4793:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ insist)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_units_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3503);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5877);



/** Before it is asked for again, which is safe: AWS does nothing twice. */
const PAUSES = [_domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z, 2 * _domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z, 4 * _domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z, 8 * _domain_units_js__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z];
/** Rejects with the refusal; one that leaves open whether AWS has acted says so. Writes. */
async function insist(action, follower, handle, world, pauses = PAUSES) {
    const { clock, cancelled, emit } = world;
    (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .heedCancel */ .l)(world);
    try {
        await follower.act(handle, action);
        await emit({ kind: 'acted', at: clock.now(), action, problem: undefined });
    }
    catch (error) {
        if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A) || !(0,_domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .isPassing */ .W)(error.code))
            throw error;
        const [pause, ...later] = pauses;
        if (pause === undefined || cancelled.aborted)
            throw uncertain(error, handle);
        await clock.sleep(pause, cancelled);
        if (cancelled.aborted)
            throw uncertain(error, handle);
        return insist(action, follower, handle, world, later);
    }
}
function uncertain(lost, { id }) {
    // What was turned away unread has done nothing.
    if (lost.code === 'AWS_THROTTLED')
        return lost;
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('OUTCOME_UNCERTAIN', {
        ...(lost.place && { place: lost.place }),
        found: `AWS was asked and did not answer: ${lost.found}`,
        changed: `deployment ${id} may have taken the request`,
        remedy: 'Run the job again: to ask twice does no harm.',
        ...(lost.aws && { aws: lost.aws }),
        cause: lost
    });
}


/***/ }),

/***/ 6245:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ promote)
/* harmony export */ });
/* unused harmony export chooseGate */
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7026);
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2041);
/* harmony import */ var _observe_pursuit_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1286);
/* harmony import */ var _attach_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4988);
/* harmony import */ var _clear_up_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3076);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8612);
/* harmony import */ var _insist_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(4793);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5877);









async function promote(inputs, world) {
    const attached = await (0,_attach_js__WEBPACK_IMPORTED_MODULE_4__/* .attach */ .K0)(inputs, world);
    if (!attached.ok)
        return { kind: 'refused', problems: attached.problems };
    const { attachment: subject, request } = attached.value;
    const chosen = chooseGate(subject, inputs);
    if (!chosen.ok || subject === undefined)
        return { kind: 'refused', problems: chosen.ok ? [] : chosen.problems };
    const follower = (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_2__/* .followerFor */ .AY)(subject, world.aws, world);
    const { handle } = subject;
    const { gate } = chosen.value;
    if (gate !== undefined) {
        try {
            await (0,_insist_js__WEBPACK_IMPORTED_MODULE_7__/* .insist */ .R)({ kind: 'continue', gate }, follower, handle, world);
        }
        catch (error) {
            if (!(error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A))
                throw error;
            // It may go on, and is not left alone: it is withdrawn from as from any that was continued.
            const uncertain = error.code === 'OUTCOME_UNCERTAIN' && world.cancelled.aborted;
            if (!uncertain)
                return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_8__/* .refusedOrLeft */ .p)([error]);
        }
    }
    const wait = (0,_attach_js__WEBPACK_IMPORTED_MODULE_4__/* .waitOf */ .pE)(inputs);
    if (wait.until === 'started')
        return { kind: 'started' };
    const asking = { answered: gate === undefined ? [] : [(0,_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .gateKey */ .l)(gate)] };
    const followed = { subject, follower, handle, pursuit: (0,_observe_pursuit_js__WEBPACK_IMPORTED_MODULE_3__/* .pursuit */ .T)(subject, wait, world.clock.now(), asking) };
    const verdict = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_6__/* .follow */ .e)(followed, world);
    if ((0,_clear_up_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .P)(verdict))
        await (0,_clear_up_js__WEBPACK_IMPORTED_MODULE_5__/* .clearUp */ .H)(request, world);
    return verdict;
}
/** The gate to pass; none where this very gate was passed before, and only the end is still to be told. */
function chooseGate(subject, { deploymentId, hookId }) {
    const refuse = (problem) => ({ ok: false, problems: [problem] });
    if (subject === undefined) {
        return refuse(new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_NOT_FOUND', { found: 'AWS tells of no deployment of this service' }));
    }
    const facts = [`deployment ${subject.handle.id} is ${subject.status}`, ...subject.signs].join('; ');
    if (deploymentId === undefined && (_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .OVER */ .P[subject.phase] || subject.gates.length === 0)) {
        return refuse(new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_NOT_WAITING', { found: facts }));
    }
    if (deploymentId === undefined && subject.whose === 'unknown') {
        return refuse(new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_NOT_OURS', { found: facts }));
    }
    const [first, ...others] = subject.gates;
    // Named, and past its gate: whoever runs this job again wants to know how it went.
    if (first === undefined)
        return { ok: true, value: { gate: undefined } };
    const gate = hookId === undefined ? first : subject.gates.find((each) => each.hookId === hookId);
    const keys = subject.gates.map((each) => each.hookId ?? 'the ready wait').join(', ');
    if (gate === undefined) {
        return refuse(new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('GATE_NOT_FOUND', {
            place: { kind: 'input', name: 'hook-id' },
            found: `${facts}, and waits at ${keys}; the gate ${hookId ?? ''} is not among them: it was answered before, or belongs to another deployment`
        }));
    }
    if (hookId === undefined && others.length > 0) {
        return refuse(new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('GATE_NOT_FOUND', {
            place: { kind: 'input', name: 'hook-id' },
            found: `${facts}, and waits at ${keys}`,
            remedy: 'Name the one that is meant in `hook-id`.'
        }));
    }
    return { ok: true, value: { gate } };
}


/***/ }),

/***/ 5877:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ heedCancel),
/* harmony export */   p: () => (/* binding */ refusedOrLeft)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
// Problems met while writing, as a verdict: refused means that nothing was written; what is left behind, or may be, is told.

function refusedOrLeft(problems) {
    const left = problems.find((problem) => problem.changed !== 'nothing');
    if (left === undefined)
        return { kind: 'refused', problems };
    if (left.code === 'OUTCOME_UNCERTAIN')
        return { kind: 'unknown', problem: left };
    return { kind: 'failed', cause: { kind: 'not-started', problem: left }, traffic: undefined };
}
/** Asked before every write: a cancelled job begins nothing more. `changed`: what was written so far. */
function heedCancel(world, changed) {
    if (!world.cancelled.aborted)
        return;
    throw new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('CANCELLED', { found: 'the job was cancelled', ...(changed !== undefined && { changed }) });
}


/***/ }),

/***/ 7680:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ registerOnly)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _plan_revisions_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4201);
/* harmony import */ var _plan_task_definition_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8920);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5877);
/* harmony import */ var _revision_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6989);
/* harmony import */ var _world_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6309);
// Render and register only: what a workflow without `service` asks for. Nothing is deployed, and nothing is judged.






async function registerOnly(inputs, world) {
    const { aws, clock, emit } = world;
    const read = (0,_world_js__WEBPACK_IMPORTED_MODULE_5__/* .patientReads */ .t)(inputs, world);
    const nothingRuns = Promise.resolve({ known: undefined, notes: [] });
    const base = await (0,_plan_revisions_js__WEBPACK_IMPORTED_MODULE_1__/* .readBase */ .wZ)(inputs.base, nothingRuns, aws, read);
    const rendered = base.ok ? (0,_plan_task_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .render */ .X)(base.value, inputs.edits, inputs) : base;
    if (!base.ok || !rendered.ok)
        return { kind: 'refused', problems: rendered.ok ? [] : rendered.problems };
    const revision = await (0,_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseRevision */ .N)(rendered.value, base.value, undefined, aws, read);
    await emit({ kind: 'rendered', at: clock.now(), definition: revision.definition });
    for (const note of [...inputs.notes, ...rendered.value.notes])
        await emit({ kind: 'note', at: clock.now(), note });
    try {
        (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .heedCancel */ .l)(world);
        return { kind: 'registered', ...(await (0,_revision_js__WEBPACK_IMPORTED_MODULE_4__/* .makeRevision */ .W)(revision, world, world.cancelled)) };
    }
    catch (error) {
        if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A)
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .refusedOrLeft */ .p)([error]);
        throw error;
    }
}


/***/ }),

/***/ 6989:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ chooseRevision),
  W: () => (/* binding */ makeRevision)
});

// EXTERNAL MODULE: ./src/domain/json.ts
var json = __nccwpck_require__(7504);
// EXTERNAL MODULE: ./src/domain/problem.ts
var problem = __nccwpck_require__(3603);
// EXTERNAL MODULE: ./src/aws/faults.ts + 2 modules
var faults = __nccwpck_require__(3282);
;// CONCATENATED MODULE: ./src/aws/lost.ts
// What AWS did not keep of a task definition: an unknown member it drops goes without an error. Pure.

/**
 * The paths of what was sent and did not come back as it was. What AWS adds does not count, nor does it when null, false,
 * 0 or what is empty stays away: AWS takes them for not given.
 */
function lost(sent, answered) {
    return missing(sent, answered, []).map(written);
}
function missing(sent, answered, path) {
    if (isNothing(sent))
        return sent === false && answered === true ? [path] : [];
    if ((0,json/* isObject */.G)(sent)) {
        if (!(0,json/* isObject */.G)(answered))
            return [path];
        return Object.entries(sent).flatMap(([name, value]) => missing(value, Object.hasOwn(answered, name) ? answered[name] : undefined, [...path, name]));
    }
    if ((0,json/* isList */.L)(sent))
        return (0,json/* isList */.L)(answered) ? missingOfList(sent, answered, path) : [path];
    return isSame(sent, answered, path) ? [] : [path];
}
function isNothing(value) {
    if ((0,json/* isList */.L)(value))
        return value.length === 0;
    if ((0,json/* isObject */.G)(value))
        return Object.values(value).every(isNothing);
    return value === null || value === false || value === 0 || value === '';
}
/** In any order: every entry sent is held against the one that lost least of it, and each answer serves one. */
function missingOfList(sent, answered, path) {
    const left = new Map(answered.entries());
    return sent.flatMap((entry, index) => {
        if (isNothing(entry))
            return [];
        let best;
        for (const at of [index, ...left.keys()]) {
            const other = left.get(at);
            if (other === undefined || keyOf(entry) !== keyOf(other))
                continue;
            const paths = missing(entry, other, [...path, index]);
            if (paths.length < (best?.paths.length ?? Infinity))
                best = { at, paths };
            if (paths.length === 0)
                break;
        }
        // A text is there or it is not; an object can be there with losses.
        if (best === undefined || (!(0,json/* isObject */.G)(entry) && best.paths.length > 0))
            return [[...path, index]];
        left.delete(best.at);
        return best.paths;
    });
}
/** Two entries with other names are not the same thing with losses. */
function keyOf(entry) {
    if (!(0,json/* isObject */.G)(entry))
        return undefined;
    const keys = [entry['name'], entry['key'], entry['containerName'], entry['sourceVolume']];
    return keys.find((key) => typeof key === 'string');
}
// `1 vCPU` and `2 GB` are converted: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
const asSize = (sent, answered) => inUnits(sent) === inUnits(answered);
// ECS fills in the account: https://github.com/aws-actions/amazon-ecs-render-task-definition/issues/19
const asRole = (sent, answered) => answered.endsWith(`/${sent}`);
/** What AWS writes in another way than it was sent, and means the same. */
const ALIKE = new Map([
    ['cpu', asSize],
    ['memory', asSize],
    ['taskRoleArn', asRole],
    ['executionRoleArn', asRole]
]);
function isSame(sent, answered, path) {
    if (sent === answered)
        return true;
    const alike = path.length === 1 ? ALIKE.get(path[0]) : undefined;
    return typeof sent === 'string' && typeof answered === 'string' && (alike?.(sent, answered) ?? false);
}
function inUnits(size) {
    const [, amount, unit] = /^\s*([\d.]+)\s*([a-z]*)\s*$/i.exec(size) ?? [];
    return Math.round(Number(amount) * (unit === '' ? 1 : 1024));
}
/** `containerDefinitions[0].image` */
function written(path) {
    return path.reduce((text, step) => {
        if (typeof step === 'number')
            return `${text}[${step}]`;
        return text === '' ? step : `${text}.${step}`;
    }, '');
}

// EXTERNAL MODULE: ./src/aws/patience.ts
var patience = __nccwpck_require__(4862);
;// CONCATENATED MODULE: ./src/aws/register.ts





/** Refusals for haste: several workflows that register the same family at once. */
const ATTEMPTS = 6;
/** After these nobody can tell whether AWS has acted. */
const UNCERTAIN = new Set(['AWS_UNREACHABLE', 'AWS_BROKEN', 'AWS_ANSWER_INVALID']);
async function register(ecs, definition, clock, signal) {
    const family = definition['family'];
    try {
        const answer = await unhurried(ecs, definition, clock, signal);
        return { arn: registered(answer, family), lost: lost(definition, kept(answer)) };
    }
    catch (error) {
        if (!(error instanceof problem/* Problem */.A) || !UNCERTAIN.has(error.code))
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
            const again = error instanceof problem/* Problem */.A && error.code === 'AWS_THROTTLED' && attempt < ATTEMPTS;
            if (!again || signal?.aborted)
                throw error;
            await clock.sleep((0,patience/* pause */.v)(error.code, attempt - 1), signal);
            if (signal?.aborted)
                throw error;
        }
    }
}
const REVISION = /^arn:[a-z0-9-]+:ecs:[a-z0-9-]+:\d+:task-definition\/([A-Za-z0-9_-]+):\d+$/;
function registered(answer, family) {
    const call = { service: 'ecs', operation: 'RegisterTaskDefinition' };
    const { taskDefinition } = answer;
    const arn = (0,json/* isObject */.G)(taskDefinition) ? taskDefinition['taskDefinitionArn'] : undefined;
    const match = typeof arn === 'string' ? REVISION.exec(arn) : null;
    if (!match)
        throw (0,faults/* invalidAnswer */.k_)('the answer names no revision', call);
    if (match[1] !== family) {
        throw (0,faults/* invalidAnswer */.k_)(`the answer names ${match[0]}, which is not of family ${JSON.stringify(family)}`, call);
    }
    return match[0];
}
/** Tags come back beside the definition. */
function kept({ taskDefinition, tags }) {
    return { ...((0,json/* isObject */.G)(taskDefinition) && taskDefinition), ...((0,json/* isList */.L)(tags) && { tags }) };
}

// EXTERNAL MODULE: ./src/plan/difference.ts + 2 modules
var difference = __nccwpck_require__(9395);
// EXTERNAL MODULE: ./src/plan/task-definition.ts + 33 modules
var task_definition = __nccwpck_require__(8920);
;// CONCATENATED MODULE: ./src/plan/decide.ts



/** `others`: revisions that may happen to be the same, the one to prefer first. */
function decideRevision({ definition, modified }, base, others) {
    const asItIs = modified ? undefined : base.known;
    const same = others.filter((known) => known && (0,difference/* changes */.A)((0,task_definition/* registrable */.Z)(known), definition).length === 0);
    const found = [asItIs, ...same].find((known) => known !== undefined && isActive(known));
    return found ? { kind: 'reuse', arn: found.arn, definition } : { kind: 'register', definition };
}
/** One that was deregistered takes no new deployment. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html */
function isActive({ answer }) {
    const definition = answer['taskDefinition'];
    const status = (0,json/* isObject */.G)(definition) ? definition['status'] : undefined;
    return status === undefined || status === 'ACTIVE';
}

// EXTERNAL MODULE: ./src/plan/revisions.ts
var revisions = __nccwpck_require__(4201);
;// CONCATENATED MODULE: ./src/stories/revision.ts



/** The family is asked only when no revision at hand will do. */
async function chooseRevision(rendered, base, running, aws, read) {
    const revision = decideRevision(rendered, base, [running, base.known]);
    if (revision.kind === 'reuse')
        return revision;
    return decideRevision(rendered, base, [await (0,revisions/* readLatest */.Eg)(rendered.definition['family'], aws, read)]);
}
/** Registers the revision unless it exists, and tells what AWS did not keep of it. Writes. */
async function makeRevision(revision, { aws, clock, emit }, signal) {
    if (revision.kind === 'reuse') {
        await emit({ kind: 'registered', at: clock.now(), taskDefinition: revision.arn, reused: true });
        return { taskDefinition: revision.arn, reused: true };
    }
    const { arn, lost } = await register(aws.ecs, revision.definition, clock, signal);
    await emit({ kind: 'registered', at: clock.now(), taskDefinition: arn, reused: false });
    if (lost.length > 0)
        await emit({ kind: 'note', at: clock.now(), note: lostNote(lost) });
    return { taskDefinition: arn, reused: false };
}
const MOST_NAMED = 20;
function lostNote(lost) {
    const named = lost.slice(0, MOST_NAMED).map((path) => `\`${path}\``);
    const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '';
    return {
        level: 'warning',
        says: `AWS did not keep ${named.join(', ')}${more}: the revision differs from what was sent`,
        remedy: 'Check the names in the documentation of RegisterTaskDefinition, and whether your region has the feature.'
    };
}


/***/ }),

/***/ 1045:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dU: () => (/* binding */ rollback)
/* harmony export */ });
/* unused harmony exports judged, restored */
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _domain_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7026);
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2041);
/* harmony import */ var _observe_pursuit_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1286);
/* harmony import */ var _attach_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4988);
/* harmony import */ var _clear_up_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3076);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6835);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8612);
/* harmony import */ var _insist_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4793);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(5877);










async function rollback(inputs, world) {
    const attached = await (0,_attach_js__WEBPACK_IMPORTED_MODULE_4__/* .attach */ .K0)(inputs, world);
    if (!attached.ok)
        return { kind: 'refused', problems: attached.problems };
    const { attachment, request } = attached.value;
    if (attachment !== undefined && !_domain_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .OVER */ .P[attachment.phase])
        return rollBack(attachment, request, world);
    if (inputs.deploymentId !== undefined)
        return { kind: 'refused', problems: [isOverAlready(attachment)] };
    return redeploy(inputs, request, world);
}
async function rollBack(subject, request, world) {
    const { inputs } = request;
    const { clock } = world;
    if (inputs.base.kind === 'revision')
        return { kind: 'refused', problems: [underWay(subject, inputs.base.name)] };
    const follower = (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_2__/* .followerFor */ .AY)(subject, world.aws, world);
    const action = { kind: 'roll-back' };
    try {
        await (0,_insist_js__WEBPACK_IMPORTED_MODULE_8__/* .insist */ .R)(action, follower, subject.handle, world);
    }
    catch (error) {
        if (error instanceof _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A)
            return (0,_refusal_js__WEBPACK_IMPORTED_MODULE_9__/* .refusedOrLeft */ .p)([error]);
        throw error;
    }
    await heedOthers(inputs, world);
    const wait = (0,_attach_js__WEBPACK_IMPORTED_MODULE_4__/* .waitOf */ .pE)(inputs);
    if (wait.until === 'started')
        return { kind: 'started' };
    const because = { kind: 'operator', detail: 'this job was asked to roll it back' };
    const followed = { subject, follower, handle: subject.handle, done: [action] };
    const watched = (0,_observe_pursuit_js__WEBPACK_IMPORTED_MODULE_3__/* .pursuit */ .T)(subject, wait, clock.now(), { because });
    const verdict = judged(await (0,_follow_js__WEBPACK_IMPORTED_MODULE_7__/* .follow */ .e)({ ...followed, pursuit: watched }, world));
    if ((0,_clear_up_js__WEBPACK_IMPORTED_MODULE_5__/* .isOver */ .P)(verdict))
        await (0,_clear_up_js__WEBPACK_IMPORTED_MODULE_5__/* .clearUp */ .H)(request, world);
    return verdict;
}
/** The older revision is the target here: it serving everything is the success. */
function judged(verdict) {
    if (verdict.kind === 'rolled-back')
        return { kind: 'succeeded', until: 'rolled-back' };
    if (verdict.kind === 'succeeded')
        return { kind: 'failed', cause: { kind: 'not-rolled-back' }, traffic: 100 };
    return verdict;
}
async function redeploy(inputs, request, world) {
    if (inputs.base.kind === 'revision')
        return (0,_deploy_js__WEBPACK_IMPORTED_MODULE_6__/* .deploy */ .g)(inputs, world);
    const found = await (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_2__/* .lastSucceeded */ .gw)(request);
    if (!found.ok)
        return { kind: 'refused', problems: found.problems };
    const name = found.value;
    if (name === undefined) {
        const says = 'no deployment is under way, and AWS tells of none that succeeded with another revision';
        return { kind: 'refused', problems: [new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('REVISION_NOT_FOUND', { found: says })] };
    }
    const says = `No deployment is under way; ${name} is the last other revision that was deployed with success, and is deployed again`;
    const note = { level: 'notice', says };
    const base = { kind: 'revision', name, input: 'mode' };
    return restored(await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_6__/* .deploy */ .g)({ ...inputs, base, notes: [...inputs.notes, note] }, world));
}
/** What was deployed again is no new revision. */
function restored(verdict) {
    return verdict.kind === 'succeeded' && verdict.until === 'complete'
        ? { kind: 'succeeded', until: 'rolled-back' }
        : verdict;
}
/** What only a new deployment could heed is not dropped in silence. */
async function heedOthers(inputs, world) {
    const { strategy, alarms, rollbackOn, hooks, minimumHealthyPercent, maximumPercent, allowActiveAlarms } = inputs;
    const given = [
        ...(strategy === undefined ? [] : ['`strategy`']),
        ...(alarms.length === 0 ? [] : ['`alarms`']),
        ...(rollbackOn === undefined ? [] : ['`rollback-on`']),
        ...(hooks.length === 0 ? [] : ['`codedeploy-hooks`']),
        ...(minimumHealthyPercent === undefined ? [] : ['`minimum-healthy-percent`']),
        ...(maximumPercent === undefined ? [] : ['`maximum-percent`']),
        ...(allowActiveAlarms ? ['`allow-active-alarms`'] : [])
    ];
    if (given.length === 0)
        return;
    const says = `${given.join(', ')} would be for a revision that is deployed again: what is under way is rolled back as AWS does it`;
    await world.emit({ kind: 'note', at: world.clock.now(), note: { level: 'notice', says } });
}
function isOverAlready(attachment) {
    const found = attachment
        ? `deployment ${attachment.handle.id} is over: ${attachment.status}`
        : 'AWS tells of no such deployment';
    const remedy = 'Leave `deployment-id` out to deploy the last revision that succeeded.';
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_OVER', { place: { kind: 'input', name: 'deployment-id' }, found, remedy });
}
function underWay({ handle, before }, name) {
    const back = before.taskDefinition === undefined ? 'what served before' : before.taskDefinition;
    return new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_ACTIVE', {
        found: `deployment ${handle.id} is under way, and rolling it back leads to ${back}, which may not be ${name}`,
        remedy: 'Leave the task definition out to roll back what is under way; name a revision when nothing is.'
    });
}


/***/ }),

/***/ 443:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ status)
/* harmony export */ });
/* harmony import */ var _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3603);
/* harmony import */ var _engines_pick_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2041);
/* harmony import */ var _observe_pursuit_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1286);
/* harmony import */ var _attach_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4988);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8612);
// What runs is followed to its verdict; with nothing running the last deployment is judged. Nothing is written.





async function status(inputs, world) {
    const attached = await (0,_attach_js__WEBPACK_IMPORTED_MODULE_3__/* .attach */ .K0)(inputs, world);
    if (!attached.ok)
        return { kind: 'refused', problems: attached.problems };
    const { attachment: subject } = attached.value;
    if (subject === undefined) {
        const problem = new _domain_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .A('DEPLOYMENT_NOT_FOUND', { found: 'AWS tells of no deployment of this service' });
        return { kind: 'refused', problems: [problem] };
    }
    const follower = (0,_engines_pick_js__WEBPACK_IMPORTED_MODULE_1__/* .followerFor */ .AY)(subject, world.aws, world);
    const wait = { ...(0,_attach_js__WEBPACK_IMPORTED_MODULE_3__/* .waitOf */ .pE)(inputs), onTimeout: 'leave', onCancel: 'leave' };
    return (0,_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .follow */ .e)({ subject, follower, handle: subject.handle, pursuit: (0,_observe_pursuit_js__WEBPACK_IMPORTED_MODULE_2__/* .pursuit */ .T)(subject, wait, world.clock.now()) }, world);
}


/***/ }),

/***/ 6309:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ patientReads)
/* harmony export */ });
/* harmony import */ var _aws_patience_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4862);

/** Every read before the first write goes through this. */
function patientReads({ maxRetries }, { clock, cancelled }) {
    return (call) => (0,_aws_patience_js__WEBPACK_IMPORTED_MODULE_0__/* .patiently */ .d)(clock, maxRetries, call, cancelled);
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
