// The forms of what a task definition says of the task: its size, its roles, and its environment files in S3.
import { accept, every, lines, matching, refuse, type Parser } from './fields.ts'
import { shown } from './words.ts'

/** AWS takes both forms and turns them into units: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html */
export const cpuSize: Parser<string> = sizeIn('vCPU', 'CPU units, like `512`, or vCPUs, like `.5 vCPU`')
export const memorySize: Parser<string> = sizeIn('GB', 'MiB, like `1024`, or gigabytes, like `1 GB`')

function sizeIn(unit: string, expected: string): Parser<string> {
  const inUnit = new RegExp(`^(?:\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9}) ?${unit}$`, 'i')
  return (written) => {
    const form = /^\d{1,9}$/.test(written) || inUnit.test(written)
    if (form && Number.parseFloat(written) > 0) return accept(written)
    const bare = /^\d*\.\d+$/.test(written)
    return refuse({ expected, remedy: bare ? `Write \`${written} ${unit}\`.` : `Write ${expected}.` })
  }
}

/** AWS takes a short name as well: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html has both roles as names. */
export const roleName: Parser<string> = (written) => {
  if (/^arn:[a-z-]+:iam::\d{12}:role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(written)) return accept(written)
  if (/^[\w+=,.@-]{1,64}$/.test(written)) return accept(written)
  const [, account] = /^arn:[a-z-]+:iam::(\d*):role\//.exec(written) ?? []
  return refuse({
    expected: 'the ARN of an IAM role, like `arn:aws:iam::123456789012:role/web`, or its name',
    remedy:
      account !== undefined && account.length !== 12
        ? 'Check the account in the ARN: it has 12 digits, and YAML drops leading zeros without quotes.'
        : 'Write the ARN of the role.'
  })
}

const FILE = matching(/^arn:[a-z-]+:s3:::[A-Za-z0-9._-]{3,255}\/.+$/, 'the ARN of a file in S3')

/** One ARN in each line. */
export const environmentFiles: Parser<readonly string[]> = (written) => {
  const files = every(lines(written), (line) => {
    const [, path] = /^s3:\/\/(.+)$/.exec(line) ?? []
    if (path === undefined) return FILE(line)
    return refuse({ expected: 'the ARN of a file in S3', remedy: `Write \`arn:aws:s3:::${path}\`.` })
  })
  if (!files.ok) return files
  const twice = files.value.find((file, index) => files.value.indexOf(file) !== index)
  if (twice === undefined) return files
  return refuse({
    found: `${shown(twice)} is there twice`,
    expected: 'each file once',
    remedy: 'Remove one of the two.'
  })
}
