// Checks the CodeDeploy operations share, with the exception types the model declares. [CD] A3
import { deploymentOf, sha256 } from './deployment.ts'
import { quoted, stringOf } from './read.ts'
import { refuse } from './refusal.ts'
import { isJson } from './wire.ts'
import type { Config } from './configs.ts'
import type { Deployment, Revision, World } from './state.ts'
import type { Json } from './wire.ts'

const NAME = /^[A-Za-z0-9._+=,@-]{1,100}$/ // [UG23:limits] A2

function named(input: Json, member: string, what: string): string {
  const name = stringOf(input, member)
  if (name === undefined || name === '') return refuse(`${what}NameRequiredException`, `${member} must be specified`)
  if (!NAME.test(name)) refuse(`Invalid${what}NameException`, `${member} is not valid: ${name}`)
  return name
}

export function application(world: World, input: Json): string {
  const name = named(input, 'applicationName', 'Application')
  if (name !== world.settings.application)
    refuse('ApplicationDoesNotExistException', `No application found for name: ${name}`)
  return name
}

export function group(world: World, input: Json): string {
  const name = named(input, 'deploymentGroupName', 'DeploymentGroup')
  if (name !== world.settings.group)
    refuse('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${name}`)
  return name
}

export function config(world: World, name: string): Config {
  if (!NAME.test(name)) refuse('InvalidDeploymentConfigNameException', `deploymentConfigName is not valid: ${name}`)
  return (
    world.configs.get(name) ??
    refuse('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${name}`)
  )
}

/** The deployment, unless a scenario has made it vanish. The model gives ids no pattern, but a space is no id. A1 */
export function deployment(world: World, id: string | undefined): Deployment {
  if (id === undefined || id === '')
    return refuse('DeploymentIdRequiredException', 'The deployment ID must be specified')
  if (!/^\S{1,64}$/.test(id)) refuse('InvalidDeploymentIdException', 'The specified deployment ID is not valid')
  const found = deploymentOf(world, id)
  return found && !found.vanished
    ? found
    : refuse('DeploymentDoesNotExistException', `The deployment ${id} could not be found`)
}

/** Before it starts there are no targets. [CD] A7 */
export function started(found: Deployment): Deployment {
  return found.startedAt === undefined
    ? refuse('DeploymentNotStartedException', `The deployment ${found.id} has not started`)
    : found
}

/** Inline content as `AppSpecContent`, or `String`, the older form. An S3 object is never there in this world. A2 */
export function revision(world: World, input: Json): Revision {
  const location = input['revision']
  if (!isJson(location)) return refuse('RevisionRequiredException', 'RevisionLocation must be specified') // [ISS:aws/aws-cli#4256]
  const type = stringOf(location, 'revisionType')
  if (type === 'S3') {
    const object = location['s3Location']
    if (!isJson(object) || !stringOf(object, 'bucket') || !stringOf(object, 'key'))
      refuse('InvalidRevisionException', 'The S3 location needs a bucket and a key')
    return refuse('RevisionDoesNotExistException', 'The specified S3 object does not exist')
  }
  if (type !== 'AppSpecContent' && type !== 'String')
    return refuse(
      'InvalidRevisionException',
      `The revision type ${quoted(type)} is not valid for the ECS compute platform`
    )
  const inline = location[type === 'String' ? 'string' : 'appSpecContent']
  const content = isJson(inline) ? stringOf(inline, 'content') : undefined
  const given = isJson(inline) ? stringOf(inline, 'sha256') : undefined
  if (content === undefined || content === '') {
    const known = given === undefined ? undefined : world.revisions.get(given)
    return known?.revision ?? refuse('InvalidRevisionException', 'The content of the revision must be specified')
  }
  const actual = sha256(content)
  // what the service does with a wrong hash is a switch. UNVERIFIED A2
  if (given !== undefined && given.toLowerCase() !== actual && world.switches.sha256Mismatch === 'refused')
    refuse('InvalidRevisionException', 'The SHA256 hash of the content does not match the given one')
  return { type, content, sha256: actual }
}

export function description(world: World, input: Json): string | undefined {
  const given = stringOf(input, 'description')
  if (given !== undefined && given.length > world.switches.descriptionLimit)
    refuse(
      'DescriptionTooLongException',
      `The description is longer than ${world.switches.descriptionLimit} characters`
    )
  return given
}
