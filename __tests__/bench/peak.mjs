// Preloaded: leaves the peak memory of the process in the folder PEAK_FOLDER names, as it ends.
// VmHWM and not ru_maxrss: the latter begins with what the parent had when it spawned us.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

if (process.platform === 'linux') process.on('exit', leavePeak)

function leavePeak() {
  const { PEAK_FOLDER, RUNNER_TEMP } = process.env
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  writeFileSync(join(PEAK_FOLDER ?? RUNNER_TEMP, `peak-${process.pid}.txt`), kibibytes)
}
