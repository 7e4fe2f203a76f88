// Input as people get it wrong: each row is refused before any write, with a code, a place and a remedy.
import { readFileSync } from 'node:fs'
import type { ProblemCode } from '../../src/domain/problem.ts'

export interface Malformed {
  readonly claim: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** One that has to be among the problems. */
  readonly code: ProblemCode
  /** Has to be in the log, next to the code: the place or the value found. */
  readonly names: string
}

const web = readFileSync(new URL('../fixtures/web/describe-task-definition.json', import.meta.url), 'utf8')
const spec = readFileSync(new URL('../fixtures/web/appspec.yaml', import.meta.url), 'utf8')

type Member = Readonly<Record<string, unknown>>
const definition = (JSON.parse(web) as { readonly taskDefinition: Member }).taskDefinition
const containers = definition['containerDefinitions'] as readonly Member[]

/** The task definition of the demo with some members changed. */
function changed(over: Member): Readonly<Record<string, string>> {
  return { 'task-definition.json': JSON.stringify({ ...definition, ...over }, undefined, 2) }
}
function changedContainer(over: Member): Readonly<Record<string, string>> {
  const [app, ...rest] = containers
  return changed({ containerDefinitions: [{ ...app, ...over }, ...rest] })
}
const text = (content: string, name = 'task-definition.json'): Readonly<Record<string, string>> => ({ [name]: content })
const appspec = (from: string | RegExp, to: string): Readonly<Record<string, string>> => ({
  'appspec.yaml': spec.replace(from, to)
})

/** The demo in a mode that makes no task definition. */
const inMode = (mode: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  ...{ mode, 'task-definition': '', images: '', 'codedeploy-appspec': '' },
  ...more
})
const DEPLOYMENT = 'arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/web/EZe5RNVLH6PPzHXINuP28'
const HOOK = 'ecs-pause-Zk3v9dQ2mX7aB1cD4eF6gH8iJ0kL2mN4oP6qR8sT0u1'

export const MALFORMED: readonly Malformed[] = [
  // Inputs that are missing or contradict each other
  {
    claim: 'nothing to start from',
    inputs: { 'task-definition': '', service: '' },
    code: 'INPUT_MISSING',
    names: 'task-definition-family'
  },
  {
    claim: 'no service to deploy to',
    inputs: { service: '' },
    code: 'INPUT_CONFLICT',
    names: 'nothing would be deployed'
  },
  {
    claim: 'no region anywhere',
    env: { AWS_REGION: '', AWS_DEFAULT_REGION: '' },
    code: 'REGION_MISSING',
    names: 'aws-region'
  },
  {
    claim: 'an image for no container',
    inputs: { images: '', image: 'web:2' },
    code: 'INPUT_MISSING',
    names: 'container-name'
  },
  {
    claim: 'a container without an image',
    inputs: { images: '', 'container-name': 'app' },
    code: 'INPUT_MISSING',
    names: 'image'
  },
  {
    claim: 'two images for one container',
    inputs: { 'container-name': 'app', image: 'web:other' },
    code: 'INPUT_CONFLICT',
    names: 'app'
  },
  {
    claim: 'a strategy and a configuration',
    inputs: { strategy: 'all-at-once', 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' },
    code: 'INPUT_CONFLICT',
    names: 'strategy'
  },
  {
    claim: 'waiting for nothing, and to the end',
    inputs: { 'wait-for-service-stability': 'false', 'wait-until': 'complete' },
    code: 'INPUT_CONFLICT',
    names: 'wait-until'
  },
  {
    claim: 'no minutes to wait, and to the end',
    inputs: { 'wait-for-minutes': '0', 'wait-until': 'complete' },
    code: 'INPUT_CONFLICT',
    names: 'wait-for-minutes'
  },
  // Values
  {
    claim: 'a boolean in another language',
    inputs: { 'wait-for-service-stability': 'yes' },
    code: 'INPUT_INVALID',
    names: 'wait-for-service-stability'
  },
  {
    claim: 'a boolean as a number',
    inputs: { 'allow-active-alarms': '1' },
    code: 'INPUT_INVALID',
    names: 'allow-active-alarms'
  },
  { claim: 'negative minutes', inputs: { 'wait-for-minutes': '-5' }, code: 'INPUT_INVALID', names: 'wait-for-minutes' },
  { claim: 'too many minutes', inputs: { 'wait-for-minutes': '361' }, code: 'INPUT_INVALID', names: '361' },
  { claim: 'minutes in words', inputs: { 'wait-for-minutes': 'thirty' }, code: 'INPUT_INVALID', names: 'thirty' },
  { claim: 'half a minute', inputs: { 'wait-for-minutes': '0.5' }, code: 'INPUT_INVALID', names: '0.5' },
  {
    claim: 'a delay below ten seconds',
    inputs: { 'wait-max-delay-seconds': '5' },
    code: 'INPUT_INVALID',
    names: 'wait-max-delay-seconds'
  },
  { claim: 'negative retries', inputs: { 'max-retries': '-1' }, code: 'INPUT_INVALID', names: 'max-retries' },
  { claim: 'retries without end', inputs: { 'max-retries': 'Infinity' }, code: 'INPUT_INVALID', names: 'Infinity' },
  { claim: 'a slip in a word', inputs: { 'on-timeout': 'rolback' }, code: 'INPUT_INVALID', names: 'rollback' },
  { claim: 'an end nobody knows', inputs: { 'wait-until': 'healthy' }, code: 'INPUT_INVALID', names: 'healthy' },
  {
    claim: 'an event nobody knows',
    inputs: { 'rollback-on': 'failure, alarms' },
    code: 'INPUT_INVALID',
    names: 'alarms'
  },
  {
    claim: 'events that came out empty, which are not `none`',
    inputs: { 'rollback-on': ',' },
    code: 'INPUT_INVALID',
    names: 'nothing between its commas'
  },
  {
    claim: 'accounts that came out empty, which are not any',
    inputs: { 'allowed-account-ids': ' , ' },
    code: 'INPUT_INVALID',
    names: 'allowed-account-ids'
  },
  {
    claim: 'an alarm that would ring the bell of a terminal',
    inputs: { alarms: 'web-5xx,web\u0007' },
    code: 'INPUT_INVALID',
    names: 'control character'
  },
  { claim: 'none and some', inputs: { 'rollback-on': 'none, alarm' }, code: 'INPUT_INVALID', names: 'none' },
  {
    claim: 'an account that is none',
    inputs: { 'allowed-account-ids': '12345' },
    code: 'INPUT_INVALID',
    names: '12345'
  },
  { claim: 'a region that is none', inputs: { 'aws-region': 'us east 1' }, code: 'INPUT_INVALID', names: 'us east 1' },
  {
    claim: 'a line of images without a container',
    inputs: { images: 'web:1.42.0' },
    code: 'INPUT_INVALID',
    names: 'web:1.42.0'
  },
  { claim: 'an image with a space', inputs: { images: 'app=web 1.42.0' }, code: 'INPUT_INVALID', names: 'web 1.42.0' },
  { claim: 'an image that is empty', inputs: { images: 'app=' }, code: 'INPUT_INVALID', names: 'images' },
  { claim: 'a service with a slash', inputs: { service: 'web/one' }, code: 'INPUT_INVALID', names: 'web/one' },
  {
    claim: 'a cluster ARN of another service',
    inputs: { cluster: 'arn:aws:s3:::prod' },
    code: 'INPUT_INVALID',
    names: 'cluster'
  },
  {
    claim: 'a service ARN of another cluster',
    inputs: { service: 'arn:aws:ecs:us-east-1:123456789012:service/stage/web' },
    code: 'INPUT_CONFLICT',
    names: 'stage'
  },
  {
    claim: 'a group name with a space',
    inputs: { 'codedeploy-deployment-group': 'my group' },
    code: 'INPUT_INVALID',
    names: 'my group'
  },
  {
    claim: 'an application name with a colon',
    inputs: { 'codedeploy-application': 'a:b' },
    code: 'INPUT_INVALID',
    names: 'a:b'
  },
  {
    claim: 'an expression that was not evaluated',
    inputs: { images: 'app=${{ env.IMAGE }}' },
    code: 'INPUT_INVALID',
    names: 'images'
  },
  // Strategies
  { claim: 'a canary without a hold', inputs: { strategy: 'canary 10%' }, code: 'INPUT_INVALID', names: 'canary 10%' },
  { claim: 'a canary of nothing', inputs: { strategy: 'canary 0% for 5m' }, code: 'INPUT_INVALID', names: '0' },
  {
    claim: 'a canary of more than everything',
    inputs: { strategy: 'canary 101% for 5m' },
    code: 'INPUT_INVALID',
    names: '101%'
  },
  {
    claim: 'a canary of everything on CodeDeploy',
    inputs: { strategy: 'canary 100% for 5m' },
    code: 'STRATEGY_UNFIT',
    names: '100'
  },
  {
    claim: 'a canary finer than a tenth',
    inputs: { strategy: 'canary 0.05% for 5m' },
    code: 'INPUT_INVALID',
    names: '0.05%'
  },
  { claim: 'a bake of seconds', inputs: { strategy: 'rolling, bake 90s' }, code: 'INPUT_INVALID', names: '90s' },
  { claim: 'a bake of days', inputs: { strategy: 'blue-green, bake 72h' }, code: 'INPUT_INVALID', names: '72h' },
  {
    claim: 'steps that are two days apart',
    inputs: { strategy: 'linear 10% every 49h' },
    code: 'INPUT_INVALID',
    names: '2880'
  },
  { claim: 'a hold without a unit', inputs: { strategy: 'canary 10% for 5' }, code: 'INPUT_INVALID', names: 'no unit' },
  {
    claim: 'a canary of half a percent on CodeDeploy',
    inputs: { strategy: 'canary 0.5% for 5m' },
    code: 'STRATEGY_UNFIT',
    names: '0.5'
  },
  {
    claim: 'a hold of ninety seconds',
    inputs: { strategy: 'canary 10% for 90s' },
    code: 'INPUT_INVALID',
    names: 'minute'
  },
  {
    claim: 'a shift of three days',
    inputs: { strategy: 'linear 1% every 60m' },
    code: 'STRATEGY_UNFIT',
    names: 'strategy'
  },
  {
    claim: 'a bake that the group owns',
    inputs: { strategy: 'canary 10% for 5m, bake 10m' },
    code: 'STRATEGY_UNFIT',
    names: 'bake'
  },
  { claim: 'rolling on CodeDeploy', inputs: { strategy: 'rolling' }, code: 'STRATEGY_UNFIT', names: 'rolling' },
  {
    claim: 'a configuration nobody made',
    inputs: { strategy: 'CodeDeployDefault.ECSCanary10Percent50Minutes' },
    code: 'CONFIG_NOT_FOUND',
    names: 'ECSCanary10Percent50Minutes'
  },
  { claim: 'a slip in a strategy', inputs: { strategy: 'cannary 10% for 5m' }, code: 'INPUT_INVALID', names: 'canary' },
  // Inputs that are not built yet
  { claim: 'a migration task', inputs: { 'run-task': 'true' }, code: 'INPUT_NOT_BUILT', names: 'run-task' },
  { claim: 'a plan', inputs: { mode: 'plan' }, code: 'INPUT_NOT_BUILT', names: 'mode' },
  // Modes
  { claim: 'a slip in a mode', inputs: { mode: 'promot' }, code: 'INPUT_INVALID', names: 'promote' },
  { claim: 'a mode nobody knows', inputs: { mode: 'canary' }, code: 'INPUT_INVALID', names: 'canary' },
  {
    claim: 'an image for a promotion',
    inputs: inMode('promote', { images: 'app=web:2' }),
    code: 'INPUT_CONFLICT',
    names: '`images` is for'
  },
  {
    claim: 'a task definition for a look',
    inputs: inMode('status', { 'task-definition': 'task-definition.json' }),
    code: 'INPUT_CONFLICT',
    names: '`task-definition` is for'
  },
  {
    claim: 'a variable for a roll-back',
    inputs: inMode('rollback', { 'environment-variables': 'LOG_LEVEL=debug' }),
    code: 'INPUT_CONFLICT',
    names: '`environment-variables` is for'
  },
  {
    claim: 'a look that rolls back',
    inputs: inMode('status', { 'on-timeout': 'leave' }),
    code: 'INPUT_CONFLICT',
    names: '`on-timeout` is for'
  },
  {
    claim: 'a promotion of nothing',
    inputs: inMode('promote', { service: '' }),
    code: 'INPUT_MISSING',
    names: 'mode: promote'
  },
  {
    claim: 'a roll-back to two revisions',
    inputs: inMode('rollback', { 'task-definition-family': 'web:41', 'task-definition-revision': '42' }),
    code: 'INPUT_CONFLICT',
    names: 'name two revisions'
  },
  // Which deployment, and which gate
  {
    claim: 'a deployment to deploy',
    inputs: { 'deployment-id': 'd-1NNWZG91L' },
    code: 'INPUT_CONFLICT',
    names: '`deployment-id` is for'
  },
  {
    claim: 'an id in small letters',
    inputs: inMode('promote', { 'deployment-id': 'd-1nnwzg91l' }),
    code: 'INPUT_INVALID',
    names: 'd-1NNWZG91L'
  },
  {
    claim: 'a service as a deployment',
    inputs: inMode('status', { 'deployment-id': 'arn:aws:ecs:us-east-1:123456789012:service/prod/web' }),
    code: 'INPUT_INVALID',
    names: 'service/prod/web'
  },
  {
    claim: 'a deployment of another cluster',
    inputs: inMode('rollback', { 'deployment-id': DEPLOYMENT.replace('/prod/', '/stage/') }),
    code: 'INPUT_CONFLICT',
    names: 'stage'
  },
  {
    claim: 'a deployment of another service',
    inputs: inMode('promote', { 'deployment-id': DEPLOYMENT.replace('/web/', '/api/') }),
    code: 'INPUT_CONFLICT',
    names: '"api"'
  },
  {
    claim: 'a deployment of another region',
    inputs: inMode('promote', { 'deployment-id': DEPLOYMENT.replace('us-east-1', 'eu-west-1') }),
    code: 'INPUT_CONFLICT',
    names: 'eu-west-1'
  },
  { claim: 'a gate to deploy', inputs: { 'hook-id': HOOK }, code: 'INPUT_CONFLICT', names: '`hook-id` is for' },
  {
    claim: 'a gate to look at',
    inputs: inMode('status', { 'hook-id': HOOK }),
    code: 'INPUT_CONFLICT',
    names: '`hook-id` is for'
  },
  {
    claim: 'a gate by its kind',
    inputs: inMode('promote', { 'hook-id': 'pause' }),
    code: 'INPUT_INVALID',
    names: 'ecs-<type>-<id>'
  },
  {
    claim: 'a gate of ECS on CodeDeploy',
    inputs: inMode('promote', { 'deployment-id': 'd-1NNWZG91L', 'hook-id': HOOK }),
    code: 'INPUT_CONFLICT',
    names: 'a gate of ECS'
  },
  // Gates
  { claim: 'a gate nobody knows', inputs: { 'pause-at': 'canary' }, code: 'INPUT_INVALID', names: 'before-traffic' },
  { claim: 'a slip in a gate', inputs: { 'pause-at': 'after-canery' }, code: 'INPUT_INVALID', names: 'after-canary' },
  {
    claim: 'a gate CodeDeploy does not have',
    inputs: { 'pause-at': 'after-canary' },
    code: 'GATE_UNFIT',
    names: 'pause-at'
  },
  {
    claim: 'a gate of a group that does not wait',
    inputs: { 'pause-at': 'before-traffic' },
    code: 'GATE_UNFIT',
    names: 'pause-at'
  },
  {
    claim: 'no minutes at a gate',
    inputs: { 'pause-at': 'before-traffic', 'pause-minutes': '0' },
    code: 'INPUT_INVALID',
    names: 'from 1 to 20160'
  },
  {
    claim: 'a month at a gate',
    inputs: { 'pause-at': 'before-traffic', 'pause-minutes': '43200' },
    code: 'INPUT_INVALID',
    names: '43200'
  },
  {
    claim: 'minutes without a gate',
    inputs: { 'pause-minutes': '10' },
    code: 'INPUT_CONFLICT',
    names: 'without `pause-at`'
  },
  {
    claim: 'another end of a gate',
    inputs: { 'pause-at': 'before-traffic', 'pause-timeout-action': 'stop' },
    code: 'INPUT_INVALID',
    names: 'pause-timeout-action'
  },
  {
    claim: 'an end of no gate',
    inputs: { 'pause-timeout-action': 'continue' },
    code: 'INPUT_CONFLICT',
    names: 'without `pause-at`'
  },
  {
    claim: 'a canary whose first pause nobody would pass',
    inputs: { 'pause-at': 'after-canary', 'wait-for-minutes': '0' },
    code: 'INPUT_CONFLICT',
    names: 'needs this step'
  },
  // The pace of a rolling deployment
  {
    claim: 'less than nothing that is healthy',
    inputs: { 'minimum-healthy-percent': '-1' },
    code: 'INPUT_INVALID',
    names: 'from 0 to 100'
  },
  {
    claim: 'more than everything that is healthy',
    inputs: { 'minimum-healthy-percent': '150%' },
    code: 'INPUT_INVALID',
    names: '150%'
  },
  { claim: 'fewer than all', inputs: { 'maximum-percent': '50' }, code: 'INPUT_INVALID', names: 'from 100 to 1000' },
  { claim: 'a percentage in words', inputs: { 'maximum-percent': 'double' }, code: 'INPUT_INVALID', names: 'double' },
  {
    claim: 'a pace that lets nothing move',
    inputs: { 'minimum-healthy-percent': '100', 'maximum-percent': '100' },
    code: 'INPUT_CONFLICT',
    names: 'maximum-percent'
  },
  {
    claim: 'a pace on CodeDeploy',
    inputs: { 'minimum-healthy-percent': '50' },
    code: 'SERVICE_OPTION_UNFIT',
    names: 'minimum-healthy-percent'
  },
  // How long this step stays, and what it does about another deployment
  { claim: 'a slip in an end', inputs: { 'wait-until': 'pausd' }, code: 'INPUT_INVALID', names: 'paused' },
  {
    claim: 'no minutes to wait, and to the gate',
    inputs: { 'wait-until': 'paused', 'wait-for-minutes': '0' },
    code: 'INPUT_CONFLICT',
    names: 'wait-until: paused'
  },
  {
    claim: 'a roll-back to a gate',
    inputs: inMode('rollback', { 'wait-until': 'paused' }),
    code: 'INPUT_CONFLICT',
    names: 'mode: rollback'
  },
  {
    claim: 'a look that does not wait',
    inputs: inMode('status', { 'wait-for-service-stability': 'false' }),
    code: 'INPUT_CONFLICT',
    names: 'status starts nothing'
  },
  {
    claim: 'another way to meet a deployment',
    inputs: { 'on-active-deployment': 'queue' },
    code: 'INPUT_INVALID',
    names: 'queue'
  },
  {
    claim: 'waiting for another deployment, and for nothing',
    inputs: { 'on-active-deployment': 'wait', 'wait-until': 'started' },
    code: 'INPUT_CONFLICT',
    names: 'on-active-deployment'
  },
  {
    claim: 'replacing a deployment of no service',
    inputs: { service: '', 'on-active-deployment': 'replace' },
    code: 'INPUT_CONFLICT',
    names: '`on-active-deployment` is given without'
  },
  // Changes to the task definition
  {
    claim: 'an environment variable without a value',
    inputs: { 'environment-variables': 'LOG_LEVEL=debug\nPASSWORD' },
    code: 'INPUT_INVALID',
    names: 'line 2 has no ='
  },
  {
    claim: 'a variable that is a secret as well',
    inputs: { 'environment-variables': 'TOKEN=a', secrets: 'TOKEN=/web/token' },
    code: 'INPUT_CONFLICT',
    names: 'TOKEN'
  },
  { claim: 'a quote that stays open', inputs: { command: `sh -c "echo` }, code: 'INPUT_INVALID', names: 'character 7' },
  {
    claim: 'a patch that is a list',
    inputs: { 'task-definition-patch': '- cpu: 512' },
    code: 'INPUT_INVALID',
    names: 'task-definition-patch'
  },
  {
    claim: 'two things to start from',
    inputs: { 'task-definition-family': 'web' },
    code: 'INPUT_CONFLICT',
    names: 'task-definition-family'
  },
  {
    claim: 'a hook CodeDeploy does not have',
    inputs: { 'codedeploy-hooks': 'AfterAllowTestTrafic=smoke' },
    code: 'INPUT_INVALID',
    names: 'AfterAllowTestTraffic'
  },
  // Files
  {
    claim: 'a file that is not there',
    inputs: { 'task-definition': 'task-defintion.json' },
    code: 'FILE_NOT_FOUND',
    names: 'task-definition.json'
  },
  { claim: 'a folder', inputs: { 'task-definition': '.' }, code: 'FILE_UNREADABLE', names: 'folder' },
  {
    claim: 'a file outside',
    inputs: { 'task-definition': '/etc/hostname' },
    code: 'FILE_OUTSIDE',
    names: '/etc/hostname'
  },
  {
    claim: 'the environment of the process',
    inputs: { 'task-definition': '/proc/self/environ' },
    code: 'FILE_OUTSIDE',
    names: '/proc/'
  },
  { claim: 'an empty file', files: text(''), code: 'FILE_SYNTAX', names: 'task-definition.json' },
  {
    claim: 'JSON that stops',
    files: text('{ "family": "web", "containerDefinitions": ['),
    code: 'FILE_SYNTAX',
    names: 'task-definition.json'
  },
  {
    claim: 'YAML with a tab',
    inputs: { 'task-definition': 'web.yaml' },
    files: text('family: web\n\tcpu: 256\n', 'web.yaml'),
    code: 'FILE_SYNTAX',
    names: 'web.yaml'
  },
  {
    claim: 'the same key twice',
    files: text('{ "family": "a", "family": "b", "containerDefinitions": [] }'),
    code: 'FILE_SYNTAX',
    names: 'family'
  },
  {
    claim: 'a key of the language',
    files: text('{ "family": "web", "__proto__": { "x": 1 }, "containerDefinitions": [] }'),
    code: 'FILE_SYNTAX',
    names: '__proto__'
  },
  { claim: 'a list', files: text('[]'), code: 'FILE_SYNTAX', names: 'task-definition.json' },
  {
    claim: 'a bomb of aliases',
    inputs: { 'task-definition': 'bomb.yaml' },
    files: text(bomb(), 'bomb.yaml'),
    code: 'FILE_SYNTAX',
    names: 'bomb.yaml'
  },
  {
    claim: 'a file that is too large',
    files: text(`{ "family": "${'a'.repeat(300_000)}" }`),
    code: 'FILE_TOO_LARGE',
    names: 'task-definition.json'
  },
  {
    claim: 'an HTML page',
    files: text('<!DOCTYPE html><html><body>404</body></html>'),
    code: 'FILE_SYNTAX',
    names: 'task-definition.json'
  },
  // Task definitions
  { claim: 'no family', files: changed({ family: undefined }), code: 'TASK_DEFINITION_INVALID', names: 'family' },
  {
    claim: 'a family with a space',
    files: changed({ family: 'my web' }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'my web'
  },
  {
    claim: 'containers as an object',
    files: changed({ containerDefinitions: { app: {} } }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'containerDefinitions'
  },
  {
    claim: 'no containers',
    files: changed({ containerDefinitions: [] }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'containerDefinitions'
  },
  {
    claim: 'a container that is null',
    files: changed({ containerDefinitions: [null] }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'containerDefinitions'
  },
  {
    claim: 'a container without a name',
    files: changedContainer({ name: undefined }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'name'
  },
  {
    claim: 'two containers of one name',
    files: changedContainer({ name: 'proxy' }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'proxy'
  },
  {
    claim: 'a container without an image',
    files: changedContainer({ image: undefined }),
    inputs: { images: 'proxy=nginx:1' },
    code: 'TASK_DEFINITION_INVALID',
    names: 'image'
  },
  {
    claim: 'environment as an object',
    files: changedContainer({ environment: { A: '1' } }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'environment'
  },
  {
    claim: 'an environment value that is a number',
    files: changedContainer({ environment: [{ name: 'PORT', value: 8080 }] }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'value'
  },
  {
    claim: 'a secret without its source',
    files: changedContainer({ secrets: [{ name: 'KEY' }] }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'valueFrom'
  },
  {
    claim: 'a name in environment and secrets',
    files: changedContainer({
      environment: [{ name: 'KEY', value: 'x' }],
      secrets: [{ name: 'KEY', valueFrom: 'arn:aws:ssm:us-east-1:123456789012:parameter/key' }]
    }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'KEY'
  },
  {
    claim: 'eleven containers',
    files: changed({
      containerDefinitions: Array.from({ length: 11 }, (_, index) => ({ name: `c${index}`, image: 'a' }))
    }),
    inputs: { images: 'c1=b:1' },
    code: 'TASK_DEFINITION_INVALID',
    names: '10'
  },
  {
    claim: 'a port that is a word',
    files: changedContainer({ portMappings: [{ containerPort: 'http' }] }),
    code: 'TASK_DEFINITION_INVALID',
    names: 'containerPort'
  },
  {
    claim: 'an image for a container that is not there',
    inputs: { images: 'ap=web:2' },
    code: 'CONTAINER_NOT_FOUND',
    names: 'app'
  },
  // AppSpecs
  {
    claim: 'an AppSpec that is not there',
    inputs: { 'codedeploy-appspec': 'deploy/appspec.yml' },
    code: 'FILE_NOT_FOUND',
    names: 'deploy/appspec.yml'
  },
  {
    claim: 'an AppSpec without resources',
    files: text('version: 0.0\n', 'appspec.yaml'),
    code: 'APPSPEC_INVALID',
    names: 'Resources'
  },
  {
    claim: 'an AppSpec for Lambda',
    files: appspec('AWS::ECS::Service', 'AWS::Lambda::Function'),
    code: 'APPSPEC_INVALID',
    names: 'AWS::Lambda::Function'
  },
  {
    claim: 'an AppSpec of another version',
    files: appspec(/version: .*/, 'version: 1.0'),
    code: 'APPSPEC_INVALID',
    names: 'version'
  },
  {
    claim: 'a port that is text',
    files: appspec(/ContainerPort: .*/, 'ContainerPort: "8443"'),
    code: 'APPSPEC_INVALID',
    names: 'ContainerPort'
  },
  {
    claim: 'a port nobody maps',
    files: appspec(/ContainerPort: .*/, 'ContainerPort: 8444'),
    code: 'APPSPEC_MISMATCH',
    names: '8444'
  },
  {
    claim: 'a container nobody has',
    files: appspec(/ContainerName: .*/, 'ContainerName: prxy'),
    code: 'APPSPEC_MISMATCH',
    names: 'proxy'
  },
  {
    claim: 'a hook nobody calls',
    files: appspec('AfterAllowTestTraffic', 'AfterTestTraffic'),
    code: 'APPSPEC_INVALID',
    names: 'AfterTestTraffic'
  },
  // AWS
  { claim: 'a service nobody has', inputs: { service: 'wbe' }, code: 'SERVICE_NOT_FOUND', names: 'wbe' },
  { claim: 'a cluster nobody has', inputs: { cluster: 'prdo' }, code: 'CLUSTER_NOT_FOUND', names: 'prdo' },
  {
    claim: 'an application nobody has',
    inputs: { 'codedeploy-application': 'AppECS-prod-wbe' },
    code: 'APPLICATION_NOT_FOUND',
    names: 'AppECS-prod-wbe'
  },
  {
    claim: 'a group nobody has',
    inputs: { 'codedeploy-deployment-group': 'DgpECS-prod-wbe' },
    code: 'GROUP_NOT_FOUND',
    names: 'DgpECS-prod-wbe'
  },
  { claim: 'an alarm nobody has', inputs: { alarms: 'web-6xx' }, code: 'ALARM_NOT_FOUND', names: 'web-6xx' },
  {
    claim: 'another account',
    inputs: { 'allowed-account-ids': '999999999999' },
    code: 'ACCOUNT_NOT_ALLOWED',
    names: '123456789012'
  },
  {
    claim: 'no credentials',
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' },
    code: 'CREDENTIALS_MISSING',
    names: 'configure-aws-credentials'
  }
]

/** Nine levels of nine: a billion laughs. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, index) => {
    const below = index === 0 ? '"ha"' : `*l${index - 1}`
    return `l${index}: &l${index} [${Array.from({ length: 9 }, () => below).join(', ')}]`
  })
  return `family: web\n${levels.join('\n')}\n`
}
