import { describe, expect, test } from '@jest/globals'
import type { DeploymentEvent } from '../../../src/domain/event.ts'
import { tidy, tidyNotes } from '../../../src/stories/tidy.ts'
import { anAsk } from '../../engines/asked.ts'
import { fakeAws, inTurn, problem, type Answers } from '../../engines/fake-ports.ts'
import { aRun, revisionArn } from '../../support/builders.ts'
import { manualClock } from '../../support/manual-clock.ts'

/** Revisions 1 to `newest`, the newest first. */
const page = (newest: number, oldest = 1): { taskDefinitionArns: string[] } => ({
  taskDefinitionArns: Array.from({ length: newest - oldest + 1 }, (_, index) => revisionArn(newest - index))
})

async function tidied(ecs: Answers['ecs'], keep = 3, cancelAfter = Infinity) {
  const fake = fakeAws({ ecs: { deregisterTaskDefinition: {}, ...ecs } })
  const clock = manualClock()
  const cancel = new AbortController()
  const events: DeploymentEvent[] = []
  const world = {
    aws: fake.aws,
    clock,
    nonce: 'n0nce',
    hash: (text: string) => text,
    run: aRun(),
    cancelled: cancel.signal,
    emit: async (event: DeploymentEvent): Promise<void> => {
      events.push(event)
      if (events.length >= cancelAfter) cancel.abort()
    },
    page: () => ''
  }
  await tidy({ keep, deployed: revisionArn(200), before: revisionArn(199) }, world, (call) => call())
  const notes = events.flatMap((event) => (event.kind === 'note' ? [event.note] : []))
  return { ...fake, clock, events, notes, gone: fake.inputsOf('ecs.deregisterTaskDefinition') }
}

describe('old revisions', () => {
  test('are deregistered one a second and fifty in a run; that there are more is said', async () => {
    const { gone, notes, clock, inputsOf } = await tidied({
      listTaskDefinitions: { ...page(200, 101), nextToken: 'more' }
    })
    expect(gone).toHaveLength(50)
    expect(gone[0]).toEqual({ taskDefinition: revisionArn(197) })
    expect(clock.slept).toEqual(Array.from({ length: 49 }, () => 1_000))
    expect(notes).toMatchObject([{ level: 'notice', says: expect.stringContaining('the next run goes on') }])
    expect(inputsOf('ecs.listTaskDefinitions')).toEqual([{ familyPrefix: 'web', status: 'ACTIVE', sort: 'DESC' }])
  })

  test('that are few are gone without a word but their own', async () => {
    const { events, clock } = await tidied({ listTaskDefinitions: page(200, 197) })
    expect(events).toMatchObject([{ kind: 'deregistered', taskDefinition: revisionArn(197) }])
    expect(clock.slept).toEqual([])
  })

  test('are none when all are to be kept', async () => {
    expect((await tidied({ listTaskDefinitions: page(200, 198) })).events).toEqual([])
    expect((await tidied({ listTaskDefinitions: {} })).events).toEqual([])
  })

  test('are looked for page by page', async () => {
    const pages = inTurn({ ...page(200, 198), nextToken: 'two' }, { ...page(197, 197), nextToken: '' })
    const { gone, inputsOf } = await tidied({ listTaskDefinitions: pages })
    expect(gone).toEqual([{ taskDefinition: revisionArn(197) }])
    expect(inputsOf('ecs.listTaskDefinitions').slice(1)).toMatchObject([{ nextToken: 'two' }])
  })

  test('are not looked for without end, whatever AWS answers', async () => {
    const { inputsOf, events } = await tidied({ listTaskDefinitions: { taskDefinitionArns: [], nextToken: 'again' } })
    expect(inputsOf('ecs.listTaskDefinitions').length).toBeLessThan(100)
    expect(events).toEqual([])
  })

  test('stay from the moment the job is cancelled', async () => {
    const { gone, notes } = await tidied({ listTaskDefinitions: page(200) }, 3, 2)
    expect(gone).toHaveLength(2)
    expect(notes).toEqual([])
  })

  test.each([
    [
      'listing them',
      { listTaskDefinitions: problem('NOT_ALLOWED') },
      'Old revisions were not deregistered: as AWS says'
    ],
    [
      'a defect of ours',
      { listTaskDefinitions: new TypeError('odd') },
      'Old revisions were not deregistered: TypeError: odd'
    ],
    [
      'deregistering the first',
      { listTaskDefinitions: page(200, 190), deregisterTaskDefinition: problem('NOT_ALLOWED') },
      '0 of 8 old revisions were deregistered: as AWS says'
    ],
    [
      'deregistering another',
      { listTaskDefinitions: page(200, 190), deregisterTaskDefinition: inTurn({}, {}, problem('AWS_THROTTLED')) },
      '2 of 8 old revisions were deregistered: as AWS says'
    ]
  ])('cost one warning when %s fails, and nothing is thrown', async (_, ecs, says) => {
    const { notes } = await tidied(ecs)
    expect(notes).toMatchObject([{ level: 'warning', says }])
  })

  test('that AWS refuses one by one cost one warning in all', async () => {
    const ecs = { listTaskDefinitions: page(200, 190), deregisterTaskDefinition: problem('AWS_REFUSED') }
    const { gone, notes } = await tidied(ecs)
    expect(gone).toHaveLength(8)
    expect(notes).toHaveLength(1)
  })
})

test('what is going to happen is said beforehand, with the permissions it needs', () => {
  const [note] = tidyNotes(anAsk({ keepRevisions: 3 }))
  for (const said of ['newest 3', 'ecs:ListTaskDefinitions', 'ecs:DeregisterTaskDefinition'])
    expect(note?.says).toContain(said)
  expect(tidyNotes(anAsk())).toEqual([])
})
