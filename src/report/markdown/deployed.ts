// The table of what was deployed, or of the deployment that was found and followed: what, how, where to look, by whom.
import type { Attachment, Subject } from '../../domain/plan.ts'
import type { Run } from '../../inputs/inputs.ts'
import { serviceLink } from '../links.ts'
import type { Story } from '../story.ts'
import { begun, revisionsOf, signsOf } from '../wording/attachment.ts'
import { gatePhrase } from '../wording/gate.ts'
import { revision, rollbackStatus, strategy, timetable } from '../wording/names.ts'
import { join, say, type Phrase } from '../wording/phrase.ts'
import { accountAndRegion, driver, guard, imageChange, serviceName } from '../wording/plan.ts'
import { date, span, time } from '../wording/time.ts'
import { code, consoleLink, phrase, sentence, table } from './escape.ts'

type Cells = readonly (readonly string[])[]

/** The pages of the run and its commit, where the address is that of a run. */
function runPages(run: Run): { readonly run: string; readonly commit: string } | undefined {
  const found =
    /^(https:\/\/[A-Za-z0-9.:-]{1,253}\/[\w.-]{1,100}\/[\w.-]{1,100})\/actions\/runs\/\d{1,20}(?:\/attempts\/\d{1,6})?$/.exec(
      run.url ?? ''
    )
  if (found?.[1] === undefined || run.url === undefined || !/^[0-9a-f]{7,64}$/.test(run.sha)) return undefined
  return { run: run.url, commit: `${found[1]}/commit/${run.sha}` }
}

function startedBy(run: Run): string {
  const pages = runPages(run)
  const commit = code(run.sha.slice(0, 7))
  const name = `${code(run.runId)}, attempt ${code(run.attempt)}`
  return pages === undefined
    ? `${code(run.actor)}, commit ${commit}, run ${name}`
    : `${code(run.actor)}, commit [${commit}](${pages.commit}), run [${code(run.runId)}](${pages.run}), attempt ${code(run.attempt)}`
}

function revisions({ plan, attachment, registered, reused }: Story): string {
  if (attachment !== undefined) return phrase(revisionsOf(attachment))
  const before = plan?.before.taskDefinition
  const from = before === undefined ? say`not known` : say`${revision(before)}`
  if (registered === undefined) return phrase(from)
  if (registered === before) return phrase(say`${from}, deployed again`)
  return phrase(say`${from} -> ${existing(registered, reused)}`)
}

function existing(registered: string, reused: boolean): Phrase {
  return reused ? say`${revision(registered)}, registered before` : say`${revision(registered)}`
}

/** Without a plan or a deployment only what was registered; empty when nothing was. */
export function deployed(story: Story, run: Run): readonly string[] {
  const { plan, attachment, subject, handle, rollback } = story
  const duration = `${span(story.to - story.from)} (${date(story.from)}, ${time(story.from)} to ${time(story.to)} UTC)`
  if (subject === undefined) return registered(story, run, duration)
  return table(
    ['What', 'Value'],
    [
      ['Service', `${phrase(serviceName(subject))}${link(serviceLink(subject.target))}`],
      ['Account, region', phrase(accountAndRegion(subject))],
      ...story.images.map((change) => [`Image of ${code(change.container)}`, phrase(imageChange(change))]),
      ['Revision', revisions(story)],
      ...(plan?.unchanged ? [] : traffic(subject)),
      ...(handle ? [['Deployment', consoleLink(code(handle.id), handle.url)]] : []),
      ...(attachment ? found(attachment, story) : []),
      ...waits(story),
      ...(rollback ? [['Roll-back', `${code(rollback.id)} ${sentence(rollbackStatus(rollback.status))}`]] : []),
      [attachment ? 'Followed for' : 'Duration', duration],
      [attachment ? 'Followed by' : 'Started by', startedBy(run)]
    ]
  )
}

/** How the traffic will move. */
function traffic(subject: Subject): Cells {
  return [
    ['Strategy', strategy(subject.shape)],
    ['Timetable', timetable(subject.timetable, subject.shape)],
    ['Guard', phrase(guard(subject))]
  ]
}

/** What is only worth saying of a deployment that somebody else may have started; a plan has it among its choices. */
function found(attachment: Attachment, { to }: Story): Cells {
  const signs = signsOf(attachment)
  return [
    ...(attachment.through.length === 0 ? [] : [['Through', phrase(driver(attachment))]]),
    ...(attachment.createdAt === undefined ? [] : [['Begun', phrase(begun(attachment.createdAt, to))]]),
    ...(signs.length === 0 ? [] : [['When found', phrase(join(signs, '; '))]])
  ]
}

/** Where it waits for a person as the run ends, with the id that continues it. */
function waits({ verdict, known, to }: Story): Cells {
  const gate = verdict?.kind === 'paused' ? verdict.gate : known.gate
  return gate === undefined ? [] : [['Waits', phrase(gatePhrase(gate, to))]]
}

/** What was registered, without a service to deploy it to. */
function registered(story: Story, run: Run, duration: string): readonly string[] {
  if (story.registered === undefined) return [`Started by ${startedBy(run)}.`]
  return table(
    ['What', 'Value'],
    [
      ['Revision', phrase(existing(story.registered, story.reused))],
      ...story.images.map(({ container, to }) => [`Image of ${code(container)}`, code(to)]),
      ['Duration', duration],
      ['Started by', startedBy(run)]
    ]
  )
}

function link(url: string | undefined): string {
  return url === undefined ? '' : `, ${consoleLink('console', url)}`
}
