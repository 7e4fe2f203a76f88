// The Lambda functions CodeDeploy calls between the stages of a deployment: lines `Event=function`.
import { HOOK_EVENTS } from '../domain/hooks.ts'
import { accept, lines, notOneOf, refuse, word, type Field, type Flaw, type Parser } from './fields.ts'
import type { Hook } from './inputs.ts'
import { shown } from './words.ts'

const EXPECTED = 'lines like `AfterAllowTestTraffic=function`'
const event = word(HOOK_EVENTS)

/** A name or an ARN, either with a version or alias: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const FUNCTION = /^(?:arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?$/

export const hooks: Parser<readonly Hook[]> = (written) => {
  const found = new Map<string, Hook>()
  const flaws: Flaw[] = []
  for (const line of lines(written)) {
    const one = hook(line)
    if (!one.ok) flaws.push(...one.problems)
    else if (found.has(one.value.event)) flaws.push(twice(one.value.event))
    else found.set(one.value.event, one.value)
  }
  return flaws.length === 0 ? accept([...found.values()]) : { ok: false, problems: flaws }
}

function hook(line: string): Field<Hook> {
  const split = line.indexOf('=')
  if (split === -1) {
    return refuse({
      found: `the line ${shown(line)} has no =`,
      expected: EXPECTED,
      remedy: 'Write the event, then =, then the function.'
    })
  }
  const name = line.slice(0, split).trim()
  const called = line.slice(split + 1).trim()
  const known = event(name)
  const flaws = [
    ...(known.ok
      ? []
      : [{ found: `${shown(name)} is no event of a deployment to ECS`, ...notOneOf(name, HOOK_EVENTS) }]),
    ...(FUNCTION.test(called) ? [] : [notAFunction(name, called)])
  ]
  return known.ok && flaws.length === 0 ? accept({ event: known.value, function: called }) : refuse(...flaws)
}

function notAFunction(event: string, written: string): Flaw {
  return {
    found: written === '' ? `${shown(event)} has no function` : `${shown(written)} is no Lambda function`,
    expected: 'the name or the ARN of a Lambda function',
    remedy: 'Write the name of the function; if it comes from a step, check the step’s `id` and the name of its output.'
  }
}

function twice(event: string): Flaw {
  return {
    found: `${shown(event)} has two functions`,
    expected: 'one function for each event',
    remedy: 'Remove one of the two, or call one function from the other.'
  }
}
