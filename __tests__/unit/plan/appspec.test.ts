import { describe, expect, test } from '@jest/globals'
import type { Place, Problem } from '../../../src/domain/problem.ts'
import type { Json, JsonObject } from '../../../src/domain/units.ts'
import { readDocument } from '../../../src/inputs/document.ts'
import { completeAppSpec } from '../../../src/plan/appspec-complete.ts'
import { mergeHooks } from '../../../src/plan/appspec-hooks.ts'
import { bareAppSpec, checkAppSpec, readAppSpec, withTaskDefinition } from '../../../src/plan/appspec.ts'

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:43'
const PLACE: Place = { kind: 'file', path: 'appspec.yaml' }

const YAML = `version: 0.0
Resources:
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: <TASK_DEFINITION>
        LoadBalancerInfo:
          ContainerName: app
          ContainerPort: 8080
        PlatformVersion: 1.4.0
        NetworkConfiguration:
          AwsvpcConfiguration:
            Subnets: [subnet-1, subnet-2]
            SecurityGroups: [sg-1]
            AssignPublicIp: DISABLED
        CapacityProviderStrategy:
          - { CapacityProvider: FARGATE, Base: 1, Weight: 1 }
        Invented: { kept: '' }
Hooks:
  - BeforeInstall: before
  - AfterAllowTestTraffic: arn:aws:lambda:eu-west-1:111122223333:function:smoke
`

async function readText(text: string, path = 'appspec.yaml') {
  const read = await readDocument({ path, text })
  if (!read.ok) throw new Error(read.problems.map((problem) => problem.message).join('\n'))
  return readAppSpec(read.value.document)
}

async function accepted(text: string, path?: string): Promise<JsonObject> {
  const result = await readText(text, path)
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join('\n'))
  return result.value
}

async function refused(value: Json): Promise<readonly Problem[]> {
  const result = await readText(JSON.stringify(value, undefined, 2), 'appspec.json')
  return result.ok ? [] : result.problems
}

const BALANCER = { ContainerName: 'app', ContainerPort: 8080 }
const spec = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  version: 0,
  Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
  ...more
})
const web = (more: JsonObject = {}) => spec({ LoadBalancerInfo: BALANCER }, more)

describe('an AppSpec file', () => {
  test('in YAML is kept with hooks and members nobody knows', async () => {
    const appSpec = await accepted(YAML)
    expect(appSpec).toMatchObject({
      version: 0,
      Hooks: [{ BeforeInstall: 'before' }, { AfterAllowTestTraffic: expect.stringContaining(':function:smoke') }]
    })
    expect(JSON.stringify(appSpec)).toContain('"PlatformVersion":"1.4.0"')
    expect(JSON.stringify(appSpec)).toContain('"Invented":{"kept":""}')
  })

  test('in JSON is the same', async () => {
    expect(await accepted(JSON.stringify(await accepted(YAML)), 'appspec.json')).toEqual(await accepted(YAML))
  })

  test('in lower case is accepted, and keeps its case', async () => {
    const lower = `version: "0.0"
resources:
  - targetService:
      type: AWS::ECS::Service
      properties:
        loadBalancerInfo: { containerName: app, containerPort: 8080 }
hooks:
  - AfterInstall: f
`
    const appSpec = await accepted(lower)
    expect(Object.keys(appSpec)).toEqual(['version', 'resources', 'hooks'])
    expect(withTaskDefinition(appSpec, ARN)).toEqual({
      version: '0.0',
      resources: [
        {
          targetService: {
            type: 'AWS::ECS::Service',
            properties: {
              taskDefinition: ARN,
              loadBalancerInfo: { containerName: 'app', containerPort: 8080 }
            }
          }
        }
      ],
      hooks: [{ AfterInstall: 'f' }]
    })
  })

  test.each<[string, Json]>([
    ['0.0', 0],
    ['"0.0"', '0.0'],
    ['"0"', '0']
  ])('of version %s is accepted', async (_, version) => {
    expect(await refused(web({ version }))).toEqual([])
  })

  test.each<[string, Json, string]>([
    ['no version', { Resources: web()['Resources'] ?? null }, '`version` is missing'],
    ['another version', web({ version: 1 }), '`version` is the number 1'],
    ['no resources', { version: 0 }, '`Resources` is missing'],
    ['misspelt resources', { version: 0, Resorces: [] }, '`Resources` is missing; there is `Resorces`'],
    ['an object of resources', web({ Resources: {} }), '`Resources` is an object'],
    ['an empty list of resources', web({ Resources: [] }), '`Resources` has 0 resources'],
    ['a text for a resource', web({ Resources: ['x'] }), '`Resources` has 1 resources'],
    [
      'two resources',
      web({ Resources: [{ A: { Type: 'AWS::ECS::Service' } }, { B: {} }] }),
      '`Resources` has 2 resources'
    ],
    ['two resources in one entry', web({ Resources: [{ A: {}, B: {} }] }), '`Resources` has 2 resources'],
    ['a resource that is nothing', web({ Resources: [{ A: null }] }), '`Resources[0].A` is nothing'],
    [
      'a resource for Lambda',
      { version: 0, Resources: [{ F: { Type: 'AWS::Lambda::Function', Properties: { LoadBalancerInfo: BALANCER } } }] },
      'Type` is the text "AWS::Lambda::Function"'
    ],
    ['no type', { version: 0, Resources: [{ F: { Properties: { LoadBalancerInfo: BALANCER } } }] }, 'Type` is missing'],
    ['no properties', { version: 0, Resources: [{ F: { Type: 'AWS::ECS::Service' } }] }, 'Properties` is missing'],
    ['no load balancer', spec({}), 'LoadBalancerInfo` is missing'],
    ['a misspelt load balancer', spec({ LoadBalancerInf: BALANCER }), 'is missing; there is `LoadBalancerInf`'],
    ['a list for the load balancer', spec({ LoadBalancerInfo: [BALANCER] }), 'LoadBalancerInfo` is a list'],
    ['no container', spec({ LoadBalancerInfo: { ContainerPort: 80 } }), 'ContainerName` is missing'],
    ['no port', spec({ LoadBalancerInfo: { ContainerName: 'app' } }), 'ContainerPort` is missing'],
    ['a port as a text', spec({ LoadBalancerInfo: { ...BALANCER, ContainerPort: '80' } }), 'is the text "80"'],
    ['port 0', spec({ LoadBalancerInfo: { ...BALANCER, ContainerPort: 0 } }), 'ContainerPort` is the number 0'],
    ['port 65536', spec({ LoadBalancerInfo: { ...BALANCER, ContainerPort: 65_536 } }), 'is the number 65536'],
    ['half a port', spec({ LoadBalancerInfo: { ...BALANCER, ContainerPort: 80.5 } }), 'is the number 80.5'],
    ['a platform version as a number', spec({ LoadBalancerInfo: BALANCER, PlatformVersion: 1.4 }), 'is the number 1.4'],
    [
      'a network without security groups',
      spec({
        LoadBalancerInfo: BALANCER,
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['s'], AssignPublicIp: 'ENABLED' } }
      }),
      'SecurityGroups` is missing'
    ],
    [
      'a network without its form',
      spec({ LoadBalancerInfo: BALANCER, NetworkConfiguration: { Subnets: ['s'] } }),
      'AwsvpcConfiguration` is missing'
    ],
    [
      'a network with a boolean address',
      spec({
        LoadBalancerInfo: BALANCER,
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [], SecurityGroups: ['g'], AssignPublicIp: 'Yes' } }
      }),
      'AssignPublicIp` is the text "Yes"'
    ],
    [
      'a capacity provider without a name',
      spec({ LoadBalancerInfo: BALANCER, CapacityProviderStrategy: [{ Weight: 1 }] }),
      'CapacityProvider` is missing'
    ],
    [
      'a weight as a text',
      spec({ LoadBalancerInfo: BALANCER, CapacityProviderStrategy: [{ CapacityProvider: 'F', Weight: '1' }] }),
      'Weight` is the text "1"'
    ],
    ['an object of hooks', web({ Hooks: { AfterInstall: 'f' } }), '`Hooks` is an object'],
    ['a text for a hook', web({ Hooks: ['AfterInstall'] }), '`Hooks[0]` is the text "AfterInstall"'],
    ['two hooks in one entry', web({ Hooks: [{ AfterInstall: 'f', BeforeInstall: 'g' }] }), '`Hooks[0]` has 2 hooks'],
    ['an unknown hook', web({ Hooks: [{ ApplicationStart: 'f' }] }), 'is no hook of a deployment to ECS'],
    ['a hook without a function', web({ Hooks: [{ AfterInstall: null }] }), '`Hooks[0].AfterInstall` is nothing'],
    ['a hook twice', web({ Hooks: [{ AfterInstall: 'f' }, { AfterInstall: 'g' }] }), 'is there twice'],
    ['a key in two cases', web({ hooks: [], Hooks: [] }), '`hooks` is written as `hooks` and `Hooks`'],
    [
      'an inner key in two cases',
      spec({ LoadBalancerInfo: BALANCER, loadBalancerInfo: BALANCER }),
      'is written as `LoadBalancerInfo` and `loadBalancerInfo`'
    ]
  ])('with %s is refused', async (_, value, found) => {
    const problems = await refused(value)
    expect(problems.map((problem) => problem.found).join('\n')).toContain(found)
    for (const problem of problems) {
      expect(problem.code).toBe('APPSPEC_INVALID')
      expect(problem.place).toMatchObject({ kind: 'file', path: 'appspec.json', line: expect.any(Number) })
      expect(problem.remedy).toMatch(/^[A-Z][a-z]+ /)
      expect(problem.changed).toBe('nothing')
    }
  })

  test('with a hook that is nearly one says which was meant', async () => {
    const [problem] = await refused(web({ Hooks: [{ afterAllowTestTrafic: 'f' }] }))
    expect(problem?.remedy).toBe('Write `AfterAllowTestTraffic`, if that is what was meant.')
  })

  test('is told with all its problems, each at its line, in the user’s own case', async () => {
    const text = `version: 2
resources:
  - web:
      type: AWS::ECS::Service
      properties:
        loadBalancerInfo:
          containerName: 7
          containerPort: "8080"
hooks:
  - Install: f
`
    const result = await readText(text)
    const told = result.ok ? [] : result.problems
    expect(told.map(({ place }) => (place?.kind === 'file' ? place.line : undefined))).toEqual([1, 7, 8, 10])
    expect(told[1]?.found).toBe('`resources[0].web.properties.loadBalancerInfo.containerName` is the number 7')
    expect(told[2]?.place).toMatchObject({ text: '          containerPort: "8080"' })
  })

  test('without hooks, or with none under the word, is accepted', async () => {
    expect(await refused(web())).toEqual([])
    expect(await refused(web({ Hooks: null }))).toEqual([])
    expect(await refused(web({ Hooks: [] }))).toEqual([])
  })

  test('of no form at all is refused and never makes it throw', async () => {
    const junk: readonly Json[] = [null, true, 0, '', 'x', [], [null], [[]], {}, { a: null }, [{ a: { b: null } }]]
    for (const value of junk) {
      for (const name of ['version', 'Resources', 'Hooks']) await refused(web({ [name]: value }))
      for (const name of ['LoadBalancerInfo', 'NetworkConfiguration', 'CapacityProviderStrategy']) {
        await refused(spec({ LoadBalancerInfo: BALANCER, [name]: value }))
      }
      expect(withTaskDefinition(web({ Resources: value }), ARN)).toBeDefined()
      expect(checkAppSpec(web({ Resources: value }), {}, PLACE)).toBeDefined()
    }
  })
})

describe('the revision', () => {
  test('replaces what stood there, and nothing else', async () => {
    const appSpec = await accepted(YAML)
    const changed = JSON.stringify(withTaskDefinition(appSpec, ARN))
    expect(changed).toBe(JSON.stringify(appSpec).replace('<TASK_DEFINITION>', ARN))
  })

  test('does not change the AppSpec it was put into', async () => {
    const appSpec = await accepted(YAML)
    const before = JSON.stringify(appSpec)
    withTaskDefinition(appSpec, ARN)
    expect(JSON.stringify(appSpec)).toBe(before)
  })
})

const NETWORK = { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' }

describe('what the service has', () => {
  const facts = {
    platformVersion: '1.4.0',
    networkConfiguration: { awsvpcConfiguration: NETWORK },
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 4 }
    ]
  }
  const Network = {
    AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'], AssignPublicIp: 'ENABLED' }
  }
  const Strategy = [
    { CapacityProvider: 'FARGATE', Base: 1, Weight: 1 },
    { CapacityProvider: 'FARGATE_SPOT', Base: 0, Weight: 4 }
  ]
  const bare = bareAppSpec('app', 8080)

  test('is put into a bare AppSpec, under the keys CodeDeploy documents', () => {
    expect(withTaskDefinition(completeAppSpec(bare, facts).document, ARN)).toEqual(
      spec({
        TaskDefinition: ARN,
        LoadBalancerInfo: BALANCER,
        PlatformVersion: '1.4.0',
        NetworkConfiguration: Network,
        CapacityProviderStrategy: Strategy
      })
    )
  })

  test.each<[string, JsonObject]>([
    ['PlatformVersion', { PlatformVersion: 'LATEST' }],
    ['NetworkConfiguration', { networkConfiguration: { other: 1 } }],
    ['CapacityProviderStrategy', { CAPACITYPROVIDERSTRATEGY: [{ CapacityProvider: 'FARGATE' }] }],
    ['CapacityProviderStrategy', { CapacityProviderStrategy: [] }]
  ])('never replaces the file’s own %s: %j', (name, own) => {
    const { document, added } = completeAppSpec(spec({ LoadBalancerInfo: BALANCER, ...own }), facts)
    const members = { PlatformVersion: '1.4.0', NetworkConfiguration: Network, CapacityProviderStrategy: Strategy }
    const others = Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))
    expect(document).toEqual(spec({ LoadBalancerInfo: BALANCER, ...own, ...others }))
    expect(added).not.toEqual([])
  })

  test('takes the place of a member that is written and empty', () => {
    const { document } = completeAppSpec(spec({ LoadBalancerInfo: BALANCER, capacityProviderStrategy: null }), facts)
    expect(JSON.stringify(document)).toContain('"capacityProviderStrategy":[{"CapacityProvider":"FARGATE"')
    expect(JSON.stringify(document)).not.toContain('"CapacityProviderStrategy"')
  })

  test('is written in the case of the file, inner keys too', () => {
    const lower = { resources: [{ web: { properties: { loadBalancerInfo: {} } } }] }
    expect(completeAppSpec(lower, facts).document).toEqual({
      resources: [
        {
          web: {
            properties: {
              loadBalancerInfo: {},
              platformVersion: '1.4.0',
              networkConfiguration: {
                awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' }
              },
              capacityProviderStrategy: [
                { capacityProvider: 'FARGATE', base: 1, weight: 1 },
                { capacityProvider: 'FARGATE_SPOT', base: 0, weight: 4 }
              ]
            }
          }
        }
      ]
    })
  })

  test('is told value by value', () => {
    expect(completeAppSpec(bare, facts).added).toEqual([
      { what: 'platform version', value: '1.4.0' },
      { what: 'subnets', value: 'subnet-1' },
      { what: 'security groups', value: 'sg-1' },
      { what: 'public address', value: 'ENABLED' },
      { what: 'capacity providers', value: 'FARGATE (base 1, weight 1), FARGATE_SPOT (base 0, weight 4)' }
    ])
    const spare = { capacityProviderStrategy: [{ capacityProvider: 'mine' }] }
    expect(completeAppSpec(bare, spare).added).toEqual([{ what: 'capacity providers', value: 'mine' }])
  })

  test('is nothing for a service of which nothing is known', () => {
    expect(completeAppSpec(bare, { capacityProviderStrategy: [] })).toEqual({ document: bare, added: [], notes: [] })
  })

  test('has no platform version where the file names capacity providers that are not Fargate’s', () => {
    const own = (CapacityProvider: string) =>
      spec({ LoadBalancerInfo: BALANCER, CapacityProviderStrategy: [{ CapacityProvider }] })
    expect(JSON.stringify(completeAppSpec(own('my-ec2'), facts).document)).not.toContain('PlatformVersion')
    expect(JSON.stringify(completeAppSpec(own('FARGATE_SPOT'), facts).document)).toContain('PlatformVersion')
  })

  test('has all three members of a network: an address nobody speaks of is DISABLED', () => {
    const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['s'], securityGroups: ['g'] } } }
    expect(JSON.stringify(completeAppSpec(bare, network).document)).toContain('"AssignPublicIp":"DISABLED"')
  })

  test('has no network rather than half of one, and says so', () => {
    const half = { networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } } }
    const completed = completeAppSpec(bare, half)
    expect(completed.document).toEqual(bare)
    expect(completed.notes).toMatchObject([{ says: expect.stringContaining('network configuration as it is') }])
    expect(completeAppSpec(spec({ NetworkConfiguration: Network }), half).notes).toEqual([])
    expect(completeAppSpec(bare, facts).notes).toEqual([])
  })

  test('passes the checks a file has to pass', async () => {
    expect(await refused(completeAppSpec(bare, facts).document)).toEqual([])
  })

  test('is put in once: a completed AppSpec is complete', () => {
    const { document } = completeAppSpec(bare, facts)
    expect(completeAppSpec(document, facts)).toEqual({ document, added: [], notes: [] })
  })
})

describe('the hooks of the input', () => {
  const smoke = { event: 'AfterAllowTestTraffic', function: 'smoke' }

  test('are added to those of the AppSpec', () => {
    const { document, notes } = mergeHooks(web({ Hooks: [{ BeforeInstall: 'before' }] }), [smoke])
    expect(document).toEqual(web({ Hooks: [{ BeforeInstall: 'before' }, { AfterAllowTestTraffic: 'smoke' }] }))
    expect(notes).toEqual([])
  })

  test('win over the AppSpec’s own of the same event, which is said unless it is the same', () => {
    const own = web({ Hooks: [{ AfterAllowTestTraffic: 'old' }, { BeforeInstall: 'before' }] })
    const { document, notes } = mergeHooks(own, [smoke])
    expect(document).toEqual(web({ Hooks: [{ BeforeInstall: 'before' }, { AfterAllowTestTraffic: 'smoke' }] }))
    expect(notes).toMatchObject([{ level: 'notice', says: expect.stringContaining('calls smoke and not old') }])
    expect(mergeHooks(document, [smoke]).notes).toEqual([])
  })

  test.each<[string, JsonObject, string]>([
    ['an AppSpec without hooks', web(), 'Hooks'],
    ['an AppSpec with none under the word', web({ Hooks: null }), 'Hooks'],
    ['an AppSpec in lower case', { version: 0, resources: [] }, 'hooks'],
    ['an AppSpec with its own spelling', { version: 0, Resources: [], hooks: [] }, 'hooks']
  ])('are given to %s', (_, appSpec, key) => {
    const { document } = mergeHooks(appSpec, [smoke])
    expect(document).toEqual({ ...appSpec, [key]: [{ AfterAllowTestTraffic: 'smoke' }] })
  })

  test('that are none leave the AppSpec as it is', () => {
    const appSpec = web({ Hooks: [{ BeforeInstall: 'before' }] })
    expect(mergeHooks(appSpec, []).document).toBe(appSpec)
  })

  test.each(['Hooks', 'hooks'])('are left out where `%s` has nothing below it', (key) => {
    expect(mergeHooks(web({ [key]: null }), [])).toEqual({ document: web(), notes: [] })
  })

  test.each(['afterInstall', 'AFTERINSTALL'])('of the AppSpec are sent in the spelling of AWS: %s', async (event) => {
    const appSpec = web({ Hooks: [{ [event]: 'f' }, { BeforeInstall: 'g' }] })
    expect(await refused(appSpec)).toEqual([])
    const { document, notes } = mergeHooks(appSpec, [])
    expect(document).toEqual(web({ Hooks: [{ AfterInstall: 'f' }, { BeforeInstall: 'g' }] }))
    expect(notes).toEqual([
      { level: 'notice', says: `The AppSpec's hook \`${event}\` is sent as \`AfterInstall\`, as AWS spells it.` }
    ])
  })

  test('in two cases are one hook twice', async () => {
    const [problem] = await refused(web({ Hooks: [{ afterInstall: 'f' }, { AfterInstall: 'g' }] }))
    expect(problem?.found).toContain('is there twice')
  })

  test('win over one of the AppSpec in another case', () => {
    const { document } = mergeHooks(web({ Hooks: [{ afterAllowTestTraffic: 'old' }] }), [smoke])
    expect(document).toEqual(web({ Hooks: [{ AfterAllowTestTraffic: 'smoke' }] }))
  })
})

describe('the load balancer’s container and port', () => {
  const definition = {
    family: 'web',
    containerDefinitions: [
      { name: 'app', image: 'a', portMappings: [{ containerPort: 8080 }, { containerPortRange: '9000-9010' }] },
      { name: 'proxy', image: 'b' }
    ]
  }
  const balanced = (name: string, port: number) =>
    spec({ LoadBalancerInfo: { ContainerName: name, ContainerPort: port } })

  test.each([8080, 9000, 9005, 9010])('app:%d fits', (port) => {
    expect(checkAppSpec(balanced('app', port), definition, PLACE)).toEqual([])
  })

  test('in lower case fit as well', () => {
    const lower = {
      resources: [{ web: { properties: { loadBalancerInfo: { containerName: 'ap', containerPort: 1 } } } }]
    }
    expect(checkAppSpec(lower, definition, PLACE)).toHaveLength(1)
  })

  test('of a container that does not exist are refused, with the name that was meant', () => {
    expect(checkAppSpec(balanced('ap', 8080), definition, PLACE)).toMatchObject([
      {
        code: 'APPSPEC_MISMATCH',
        place: PLACE,
        found: 'LoadBalancerInfo names the container "ap", which the task definition does not have',
        expected: 'one of `app`, `proxy`',
        remedy: 'Write `app`, if that is what was meant.'
      }
    ])
  })

  test.each([80, 8999, 9011])('app:%d is refused, with the ports there are', (port) => {
    expect(checkAppSpec(balanced('app', port), definition, PLACE)).toMatchObject([
      { code: 'APPSPEC_MISMATCH', expected: 'one of 8080, 9000-9010' }
    ])
  })

  test('of a container without ports are refused, with the mapping to add', () => {
    expect(checkAppSpec(balanced('proxy', 80), definition, PLACE)).toMatchObject([
      { code: 'APPSPEC_MISMATCH', remedy: 'Add `{ "containerPort": 80 }` to `portMappings` of "proxy".' }
    ])
  })
})
