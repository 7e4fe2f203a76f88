// A deployment as it is named: by its id, its page in the console and the command that rolls it back. Pure.
import type { Target } from '../../domain/plan.ts'
import type { Handle } from '../../domain/ports.ts'
import type { Arn } from '../../domain/units.ts'
import type { Page } from '../kit.ts'

/** What is pasted into a shell is of this form or not shown at all. */
const ID = /^d-[A-Z0-9]{1,30}$/

export function handleOf(
  where: Pick<Target, 'partition' | 'region'>,
  id: string,
  taskDefinition: Arn | undefined,
  page: Page
): Handle {
  return {
    id,
    taskDefinition,
    url: page(where, ['codesuite', 'codedeploy', 'deployments', id]),
    alias: 'codedeploy-deployment-id',
    rollBackCommand: ID.test(id)
      ? `aws deploy stop-deployment --deployment-id ${id} --auto-rollback-enabled`
      : undefined
  }
}
