// How many tasks a rolling deployment keeps running, and how many it may run: percents of the desired count.
import type { Ask } from './ask.ts'
import { wholePercent } from './fields.ts'
import type { Inputs } from './inputs.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function readPace(asked: Ask): Pick<Inputs, 'minimumHealthyPercent' | 'maximumPercent'> {
  const minimumHealthyPercent = asked.read('minimum-healthy-percent', wholePercent(0, 100))
  const maximumPercent = asked.read('maximum-percent', wholePercent(100, 1_000))
  if (minimumHealthyPercent === 100 && maximumPercent === 100) {
    asked.conflict(
      'minimum-healthy-percent',
      '`minimum-healthy-percent` lets no task stop and `maximum-percent` lets none start, so nothing could be deployed',
      'Lower `minimum-healthy-percent`, or raise `maximum-percent`.'
    )
  }
  return { minimumHealthyPercent, maximumPercent }
}
