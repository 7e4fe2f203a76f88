// A jest reporter that leaves the counts of a run as JSON in the file JEST_RESULT names; run as a script with that file,
// it says them in one line.
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, env, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'

export default class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const path = env['JEST_RESULT']
    if (!path) return
    writeFileSync(path, JSON.stringify({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }))
  }
}

/** A suite that cannot even be loaded has no tests to count and is no less a failure. */
export const tallyLine = ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) =>
  `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`

if (argv[1] === fileURLToPath(import.meta.url)) {
  stdout.write(`${tallyLine(JSON.parse(readFileSync(argv[2], 'utf8')))}\n`)
}
