// What is sent beside the deployment itself: the AppSpec with what the service has and the hooks, the service that is
// changed before, the old revisions that go after. Each through the whole story, and read from the calls AWS received.
import { describe, expect, test } from '@jest/globals'
import type { Deploying } from '../../src/inputs/inputs.ts'
import { scenario as named, type Scenario } from '../simulator/scenarios.ts'
import { truth } from '../simulator/world.ts'
import { tell, type Told } from './play.ts'

const lived = (base: string, more: Partial<Scenario> = {}): Scenario => {
  const found = named(base)
  const world = { ...found.world, registered: { web: 10, 'web-worker': 5 }, ...more.world }
  return { ...found, ...more, world }
}

const inputsOf = ({ world }: Told, operation: string): readonly unknown[] =>
  world.calls.filter((call) => call.operation === operation && call.status === 200).map(({ input }) => input)

/** Successful writes in order, by name. */
const writes = ({ world }: Told): readonly string[] =>
  world.calls.filter((call) => call.write && call.status === 200).map(({ operation }) => operation)

const notes = ({ events }: Told, level: 'notice' | 'warning'): readonly string[] =>
  events.flatMap((event) =>
    (event.kind === 'planned' ? event.plan.notes : event.kind === 'note' ? [event.note] : [])
      .filter((note) => note.level === level)
      .map(({ says }) => says)
  )

interface Sent {
  readonly Resources: readonly { readonly TargetService: { readonly Properties: Readonly<Record<string, unknown>> } }[]
  readonly Hooks?: unknown
}

function appSpecOf(told: Told): Sent {
  const [input] = inputsOf(told, 'CreateDeployment') as readonly {
    readonly revision: { readonly appSpecContent: { readonly content: string } }
  }[]
  return JSON.parse(input?.revision.appSpecContent.content ?? '{}') as Sent
}

describe('the AppSpec of a file', () => {
  test('is sent with what the service has, so that the service keeps it', async () => {
    const told = await tell('smooth')
    const properties = appSpecOf(told).Resources[0]?.TargetService.Properties
    expect(properties).toMatchObject({
      TaskDefinition: expect.stringMatching(/web:42$/),
      PlatformVersion: 'LATEST',
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 1 }],
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } }
    })
    const primary = told.world.service.sets.find(({ status }) => status === 'PRIMARY')
    expect(primary).toMatchObject({
      taskDefinition: expect.stringMatching(/web:42$/),
      placement: { strategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 1 }] }
    })
    expect(notes(told, 'notice').join('\n')).toContain('capacity providers FARGATE (base 1, weight 1)')
  })

  test('is sent with the hooks of the input, which AWS then calls', async () => {
    const hooks = [
      { event: 'AfterAllowTestTraffic', function: 'smoke-2' },
      { event: 'AfterInstall', function: 'check' }
    ]
    const fails = { ...named('smooth'), world: { hooks: { AfterInstall: { outcome: 'fails' } } } } as const
    const told = await tell(fails, { hooks })
    expect(appSpecOf(told).Hooks).toEqual([{ AfterAllowTestTraffic: 'smoke-2' }, { AfterInstall: 'check' }])
    expect(told.verdict).toMatchObject({ kind: 'rolled-back', cause: { kind: 'hook' } })
    expect(notes(told, 'notice').join('\n')).toContain('calls smoke-2 and not web-smoke-test')
  })

  test('is printed as it is sent, with a placeholder for the revision', async () => {
    const told = await tell('smooth')
    const from = told.lines.indexOf('::group::The AppSpec that is sent')
    const to = told.lines.indexOf('::endgroup::', from)
    const group = told.lines.slice(from + 1, to).map((line) => line.replace(/^\| /, ''))
    const printed: unknown = JSON.parse(group.join('\n'))
    const sent = JSON.stringify(appSpecOf(told)).replace(
      /arn:aws:ecs:[^"]*:task-definition\/web:42/,
      '<TASK_DEFINITION>'
    )
    expect(printed).toEqual(JSON.parse(sent))
  })

  test('is generated where there is none, and says so', async () => {
    const told = await tell('smooth', { appSpec: undefined })
    expect(appSpecOf(told).Resources[0]?.TargetService.Properties).toMatchObject({
      LoadBalancerInfo: { ContainerName: 'proxy', ContainerPort: 8443 },
      CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Base: 1, Weight: 1 }]
    })
    expect(told.verdict.kind).toBe('succeeded')
  })
})

describe('the service itself', () => {
  const asked: Partial<Deploying> = { desiredCount: 4, enableEcsManagedTags: true, propagateTags: 'NONE' }

  test('is changed once, before anything is registered or started, and only in what differs', async () => {
    const told = await tell('smooth', asked)
    expect(writes(told)).toEqual(['UpdateService', 'RegisterTaskDefinition', 'CreateDeployment'])
    expect(inputsOf(told, 'UpdateService')).toEqual([
      { cluster: 'prod', service: 'web', desiredCount: 4, propagateTags: 'NONE' }
    ])
    expect(told.world.service).toMatchObject({ desiredCount: 4, propagateTags: 'NONE', enableECSManagedTags: true })
    expect(told.verdict.kind).toBe('succeeded')
    expect(told.lines.join('\n')).toContain('The service web was changed: desired count 4, propagated tags NONE')
  })

  test('is not written to when it is as it was asked to be', async () => {
    const told = await tell('smooth', { desiredCount: 2, propagateTags: 'SERVICE', enableEcsManagedTags: true })
    expect(writes(told)).toEqual(['RegisterTaskDefinition', 'CreateDeployment'])
  })

  test('that may not be changed leaves nothing behind', async () => {
    const deny = { faults: [{ operation: 'UpdateService', kind: 'deny' as const }] }
    const told = await tell({ ...named('smooth'), ...deny }, asked)
    expect(writes(told)).toEqual([])
    expect(told.verdict).toMatchObject({ kind: 'refused', problems: [{ code: 'NOT_ALLOWED', changed: 'nothing' }] })
  })

  test.each(['RegisterTaskDefinition', 'CreateDeployment'])(
    'that was changed before %s is refused stays changed, and that is told',
    async (operation) => {
      const deny = { faults: [{ operation, kind: 'deny' as const }] }
      const told = await tell({ ...named('smooth'), ...deny }, asked)
      expect(told.verdict).toMatchObject({
        kind: 'failed',
        cause: {
          kind: 'not-started',
          problem: {
            changed: expect.stringMatching(/^the service web was changed: desired count 4, propagated tags NONE/)
          }
        }
      })
      expect(told.lines.at(-1) ?? '').not.toContain('Nothing was changed')
    }
  )

  test('whose change was not answered is looked at, and changed once', async () => {
    const lost = { faults: [{ operation: 'UpdateService', kind: 'after-effect-500' as const }] }
    const told = await tell({ ...named('smooth'), ...lost }, asked)
    expect(told.world.calls.filter(({ operation }) => operation === 'UpdateService')).toHaveLength(1)
    expect(told.verdict.kind).toBe('succeeded')
  })
})

describe('old revisions', () => {
  const gone = (told: Told): readonly string[] =>
    (inputsOf(told, 'DeregisterTaskDefinition') as readonly { taskDefinition: string }[]).map(({ taskDefinition }) =>
      taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1)
    )
  const OLD = ['web:39', 'web:38', 'web:37', 'web:36', 'web:35', 'web:34', 'web:33', 'web:32', 'web:31']

  test.each(['family', 'prefix'] as const)(
    'beyond the newest three go after success, and no other, whether AWS filters by %s',
    async (familyPrefix) => {
      const told = await tell(lived('smooth', { switches: { familyPrefix } }), { keepRevisions: 3 })
      expect(told.verdict.kind).toBe('succeeded')
      expect(gone(told)).toEqual(OLD)
      const active = [...told.world.families.values()].flat().filter((one) => one.deregisteredAt === undefined)
      expect(active.map(({ family, revision }) => `${family}:${revision}`)).toEqual([
        'web:40',
        'web:41',
        'web:42',
        ...[1, 2, 3, 4, 5].map((number) => `web-worker:${number}`)
      ])
      expect(told.events.filter(({ kind }) => kind === 'deregistered')).toHaveLength(9)
      expect(told.lines.join('\n')).toContain('tidied    web:39 deregistered')
    }
  )

  test('go only after the verdict, about one a second', async () => {
    const told = await tell(lived('smooth'), { keepRevisions: 3 })
    const calls = told.world.calls.filter(({ operation }) => operation === 'DeregisterTaskDefinition')
    const gaps = calls.slice(1).map(({ at }, index) => at - (calls[index]?.at ?? 0))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
    const ended = truth(told.world, told.endedAt).deployments.find(({ by }) => by === 'caller')?.terminalAt ?? Infinity
    expect(calls[0]?.at).toBeGreaterThan(ended)
  })

  test('that serve or served before stay, whatever number is kept', async () => {
    const told = await tell(lived('smooth'), { keepRevisions: 0 })
    expect(gone(told)).toEqual(['web:40', ...OLD])
  })

  test.each([
    ['a roll-back', 'alarm', 'rolled-back'],
    ['a failure', 'stopped-without-rollback', 'failed'],
    ['a lie', 'lying-success', 'failed']
  ])('all stay after %s', async (_, base, verdict) => {
    const told = await tell(lived(base), { keepRevisions: 3 })
    expect(told.verdict.kind).toBe(verdict)
    expect(told.world.calls.filter(({ operation }) => /TaskDefinitions|Deregister/.test(operation))).toEqual([])
  })

  test('all stay when the run does not wait for a verdict, which is said beforehand', async () => {
    const told = await tell(lived('smooth'), { keepRevisions: 3, waitUntil: 'started' })
    expect(told.verdict.kind).toBe('started')
    expect(gone(told)).toEqual([])
    expect(notes(told, 'notice').join('\n')).toContain('`keep-revisions` does nothing here')
  })

  test('all stay when nothing was asked, and AWS is not even asked for them', async () => {
    const told = await tell(lived('smooth'))
    expect(told.world.calls.filter(({ operation }) => /TaskDefinitions|Deregister/.test(operation))).toEqual([])
    expect(told.lines.join('\n')).not.toContain('keep-revisions')
  })

  test.each(['ListTaskDefinitions', 'DeregisterTaskDefinition'])(
    'that may not be touched (%s) cost one warning, and the verdict stays green',
    async (operation) => {
      const told = await tell(lived('smooth', { faults: [{ operation, kind: 'deny' }] }), { keepRevisions: 3 })
      expect(told.verdict).toEqual({ kind: 'succeeded', until: 'complete' })
      expect(gone(told)).toEqual([])
      expect(notes(told, 'warning')).toEqual([expect.stringContaining(`ecs:${operation}`)])
      expect(told.world.calls.filter((call) => call.operation === operation)).toHaveLength(1)
    }
  )

  test('that one refusal concerns alone do not keep the others', async () => {
    const error = { status: 400, type: 'ClientException', message: 'The specified task definition does not exist.' }
    const faults = [{ operation: 'DeregisterTaskDefinition', kind: 'error' as const, to: 2, error }]
    const told = await tell(lived('smooth', { faults }), { keepRevisions: 3 })
    expect(gone(told)).toEqual(OLD.slice(2))
    expect(notes(told, 'warning')).toEqual([expect.stringContaining('7 of 9 old revisions were deregistered')])
    expect(told.verdict.kind).toBe('succeeded')
  })

  test('that AWS is too busy for are left to the next run', async () => {
    const faults = [{ operation: 'DeregisterTaskDefinition', kind: 'throttle' as const, from: 3 }]
    const told = await tell(lived('smooth', { faults }), { keepRevisions: 3 })
    expect(gone(told)).toEqual(OLD.slice(0, 2))
    expect(notes(told, 'warning')).toEqual([expect.stringContaining('2 of 9 old revisions were deregistered')])
  })

  test('are found on as many pages as it takes', async () => {
    const told = await tell(lived('smooth', { switches: { pageSize: 4 } }), { keepRevisions: 3 })
    expect(gone(told)).toEqual(OLD)
    expect(inputsOf(told, 'ListTaskDefinitions')).toHaveLength(3)
  })
})
