// Other people and other programs act on the same service.
import { minute, second } from './clock.ts'
import { ALL_AT_ONCE } from './configs.ts'
import type { Scenario } from './scenario.ts'

const HOTFIX = {
  image: '123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.41.1-hotfix',
  description: 'hotfix by hand, please leave it alone - Dana'
}

export const OTHERS: readonly Scenario[] = [
  {
    name: 'stopped-by-a-person',
    says: 'A person stops the deployment with rollback, a minute into the shift.',
    lookAt: 'Stopped by hand, rolled back by a second deployment.',
    script: [{ when: 'weight >= 10', after: minute, do: { stop: 'ours', rollback: true } }]
  },
  {
    name: 'stopped-without-rollback',
    says: 'A person stops the deployment without rollback, a minute into the shift.',
    lookAt: 'No rollback follows and traffic stays split 90/10.',
    script: [{ when: 'weight >= 10', after: minute, do: { stop: 'ours', rollback: false } }]
  },
  {
    name: 'stopped-while-installing',
    says: 'A person stops the deployment before any traffic moved.',
    lookAt: 'Install failed, everything after it skipped.',
    script: [{ when: 'event Install', after: 20 * second, do: { stop: 'ours', rollback: true } }]
  },
  {
    name: 'busy-group',
    says: 'A deployment of another person runs already; it needs about twelve minutes.',
    lookAt: 'CreateDeployment is refused and names it; it must not be touched.',
    script: [{ when: 'start', do: { deploy: HOTFIX } }]
  },
  {
    name: 'busy-after-survey',
    says: 'The group is free when looked at; another deployment begins right before ours.',
    lookAt: 'Only CreateDeployment itself tells.',
    script: [{ when: 'before CreateDeployment', do: { deploy: HOTFIX } }]
  },
  {
    name: 'superseded',
    says: 'A person stops ours without rollback in the hold and sends a hotfix at once.',
    lookAt: 'What serves in the end is neither the old nor our version.',
    script: [
      { when: 'weight >= 10', after: 2 * minute, do: { stop: 'ours', rollback: false } },
      { when: 'status Stopped', after: 5 * second, do: { deploy: { ...HOTFIX, config: ALL_AT_ONCE } } }
    ]
  },
  {
    name: 'superseded-after-success',
    says: 'Ours succeeds and in the same second somebody begins another deployment.',
    lookAt: 'PRIMARY is ours while a second set is already being made.',
    script: [{ when: 'status Succeeded', do: { deploy: { ...HOTFIX, config: ALL_AT_ONCE } } }]
  },
  {
    name: 'service-deleted',
    says: 'Somebody deletes the service a minute into the shift.',
    lookAt: 'The service is INACTIVE without task sets; the deployment fails a little later.',
    script: [{ when: 'weight >= 10', after: minute, do: { service: 'deleted' } }]
  },
  {
    name: 'service-inactive',
    says: 'The service was deleted before anything began.',
    lookAt: 'DescribeServices still lists it, as INACTIVE.',
    world: { serviceStatus: 'INACTIVE' }
  },
  {
    name: 'wrong-controller',
    says: 'The service belongs to the ECS controller, not to CodeDeploy.',
    lookAt: 'There are no task sets; a deployment would fail with INVALID_ECS_SERVICE.',
    world: { controller: 'ECS' }
  },
  {
    name: 'vanishes',
    says: 'Four minutes after its start nobody knows the deployment any more.',
    lookAt: 'DeploymentDoesNotExistException, while traffic goes on moving.',
    script: [{ when: 'created', after: 4 * minute, do: { deployment: 'vanishes' } }]
  }
]
