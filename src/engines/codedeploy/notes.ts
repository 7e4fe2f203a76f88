// What is worth knowing of a deployment before it starts, and stops nothing.
import type { Note } from '../../domain/problem.ts'

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-ecs.html */
export const ALL_AT_ONCE_NOTE: Note = {
  level: 'notice',
  says: 'All traffic moves at once: the load balancer checks the health of the new tasks only after that, so a broken revision can take all traffic and still end as succeeded'
}

export const STOP_NOTE: Note = {
  level: 'notice',
  says: 'When the job is cancelled or runs out of time, the deployment is stopped; that needs the permission `codedeploy:StopDeployment`'
}

export const EMPTY_NOTE: Note = {
  level: 'warning',
  says: 'The desired count of the service is 0: the new revision will be deployed without a single task to try it'
}

export function createNote(name: string): Note {
  return {
    level: 'notice',
    says: `The deployment configuration ${name} is created once, which needs the permission \`codedeploy:CreateDeploymentConfig\``
  }
}
