// Without `service` a definition is rendered and registered, and nothing is deployed: what only a deployment can heed is refused then.
import type { Ask } from './ask.ts'
import type { InputName } from './catalog.ts'

const FOR_A_SERVICE: readonly InputName[] = [
  'cluster',
  'strategy',
  'codedeploy-appspec',
  'codedeploy-application',
  'codedeploy-deployment-group',
  'codedeploy-deployment-config',
  'codedeploy-deployment-description',
  'codedeploy-hooks',
  'minimum-healthy-percent',
  'maximum-percent',
  'alarms',
  'allow-active-alarms',
  'rollback-on',
  'pause-at',
  'pause-minutes',
  'pause-timeout-action',
  'wait-until',
  'wait-for-service-stability',
  'wait-for-minutes',
  'wait-max-delay-seconds',
  'on-timeout',
  'on-cancel',
  'on-active-deployment',
  'desired-count',
  'force-new-deployment',
  'enable-ecs-managed-tags',
  'propagate-tags',
  'service-managed-ebs-volume-name',
  'service-managed-ebs-volume',
  'keep-revisions'
]

/** `lingers`: what `wait-for-service-stability` says; `false`, the official action's default, waits for nothing and may stay. */
export function checkWithoutService(asked: Ask, lingers: boolean | undefined): void {
  if (asked.has('service')) return
  for (const name of FOR_A_SERVICE) {
    if (!asked.sets(name) || (name === 'wait-for-service-stability' && lingers === false)) continue
    asked.conflict(
      name,
      `\`${name}\` is given without \`service\`, so nothing would be deployed: the task definition would only be registered`,
      `Give \`service\`, or remove \`${name}\` to register only; if \`service\` comes from a step or a variable, check that it is not empty.`
    )
  }
}
