// The report as one Markdown document: what happened first, what a failure needs next, everything else folded away.
import type { DeploymentEvent } from '../domain/event.ts'
import type { Millis } from '../domain/units.ts'
import { passes } from '../domain/verdict.ts'
import type { Run } from '../inputs/inputs.ts'
import { fold } from './markdown/escape.ts'
import { changes, stored } from './markdown/changes.ts'
import { deployed } from './markdown/deployed.ts'
import { head } from './markdown/head.ts'
import {
  alarms,
  choices,
  eventLog,
  hooks,
  monitors,
  notices,
  problems,
  serviceEvents,
  stages,
  traffic,
  warnings
} from './markdown/sections.ts'
import { storyOf } from './story.ts'

/** `startedAt`: what the live log counts from, so that both tell the same times. */
export function document(history: readonly DeploymentEvent[], run: Run, startedAt?: Millis): string {
  const story = storyOf(history, startedAt)
  const { verdict } = story
  const green = verdict !== undefined && passes(verdict)
  /** What explains a failure is shown; on a green report it is one click away. */
  const shown = (title: string, body: readonly string[]): readonly string[] => {
    if (body.length === 0) return []
    return green ? fold(title, body) : [`### ${title}`, ...body]
  }
  const sections = [
    ...(verdict === undefined ? ['## ❓ Not concluded'] : [...head(story, verdict), ...problems(verdict)]),
    ...deployed(story, run),
    ...warnings(story),
    ...traffic(story),
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
  ]
  return `${sections.join('\n\n')}\n`
}
