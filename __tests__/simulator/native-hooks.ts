// Lifecycle hooks: Lambda functions that are asked, pauses that wait for a person. B6
import { minute, second } from './clock.ts'
import { goingForward, happenNatively, nativeDeploymentOf, turn } from './native-deployment.ts'
import { newHookId } from './native-names.ts'
import { later, nativeOf } from './native-revisions.ts'
import { stringOf, stringsOf } from './read.ts'
import { isJson } from './wire.ts'
import type { HookAction, Stage } from './native-scenario.ts'
import type { HookRun, NativeDeployment } from './native-state.ts'
import type { World } from './state.ts'
import type { Json } from './wire.ts'

export const hooksOf = (configuration: Json): readonly Json[] => {
  const hooks = configuration['lifecycleHooks']
  return Array.isArray(hooks) ? hooks.filter(isJson) : []
}

const DEFAULT_TIMEOUT = 1440 // minutes. [DG:pause-lifecycle-hooks]

/** Those of one stage run in parallel; every visit of a stage makes them anew, with new ids. [DG:pause-lifecycle-hooks] */
export function beginHooks(world: World, at: number, deployment: NativeDeployment, stage: Stage): void {
  const { settings } = nativeOf(world)
  for (const hook of hooksOf(deployment.configuration)) {
    if (!stringsOf(hook['lifecycleStages']).includes(stage)) continue
    const pause = hook['targetType'] === 'PAUSE'
    const timeout = isJson(hook['timeoutConfiguration']) ? hook['timeoutConfiguration'] : {}
    const targetArn = stringOf(hook, 'hookTargetArn')
    const roleArn = stringOf(hook, 'roleArn')
    const run: HookRun = {
      hookId: newHookId(world.random, pause ? 'PAUSE' : 'AWS_LAMBDA'),
      targetType: pause ? 'PAUSE' : 'AWS_LAMBDA',
      ...(targetArn !== undefined && { targetArn }),
      ...(roleArn !== undefined && { roleArn }),
      stage,
      visit: deployment.visit,
      expiresAt: at + Number(timeout['timeoutInMinutes'] ?? DEFAULT_TIMEOUT) * minute,
      timeoutAction: timeout['action'] === 'CONTINUE' ? 'CONTINUE' : 'ROLLBACK',
      status: pause ? 'AWAITING_ACTION' : 'IN_PROGRESS',
      asked: 0
    }
    deployment.hooks.push(run)
    const of = { arn: deployment.arn, hook: run.hookId }
    later(world, run.expiresAt, { do: 'hook expires', ...of })
    if (!pause) {
      const play = settings.lambdas[stage]
      const after = play && 'answers' in play && 'after' in play ? play.after : undefined
      later(world, at + (after ?? settings.durations.hookInvocation), { do: 'hook is asked', ...of })
      continue
    }
    if (settings.approves) later(world, at + settings.approves.after, { do: 'hook is answered', ...of })
    happenNatively(world, at, deployment, 'paused')
  }
}

export const hasPassed = ({ status, timeoutAction }: HookRun): boolean =>
  status === 'SUCCEEDED' || (status === 'TIMED_OUT' && timeoutAction === 'CONTINUE')

const waiting = (world: World, arn: string, hookId: string): [NativeDeployment, HookRun] | undefined => {
  const deployment = goingForward(world, arn)
  const run = deployment?.hooks.find((one) => one.hookId === hookId)
  const waits = run?.status === 'AWAITING_ACTION' || run?.status === 'IN_PROGRESS'
  return deployment && run && waits ? [deployment, run] : undefined
}

function passes(world: World, at: number, { arn, visit }: NativeDeployment, run: HookRun): void {
  run.status = 'SUCCEEDED'
  later(world, at, { do: 'stage may end', arn, visit })
}

/** The payload tells the weights by revision. [DG:lambda-lifecycle-hooks] */
export function invoke(world: World, at: number, deployment: NativeDeployment, stage: Stage, targetArn: string): void {
  const weights = [...deployment.sources, deployment.target].map(({ arn, set }) => [arn, set.weight] as const)
  nativeOf(world).invocations.push({
    at,
    stage,
    targetArn,
    productionTrafficWeights: Object.fromEntries(weights)
  })
}

/** The function answers; IN_PROGRESS is asked again after 30 s, or after its own callBackDelay. B6 */
export function hookIsAsked(world: World, at: number, arn: string, hookId: string): void {
  const found = waiting(world, arn, hookId)
  if (!found) return
  const [deployment, run] = found
  const target = run.targetArn ?? ''
  const play = nativeOf(world).settings.lambdas[run.stage] ?? { answers: 'SUCCEEDED' as const }
  const fails = (said: string): void => {
    run.status = 'FAILED'
    later(world, at, { do: 'fails', arn, cause: { why: 'hook', stage: run.stage, said } })
  }
  if ('fails' in play)
    return fails(
      play.fails === 'role'
        ? `ECS was unable to assume role ${run.roleArn ?? ''}`
        : `ECS was unable to invoke hook target ${target} due to Function not found: ${target}`
    )
  run.asked += 1
  invoke(world, at, deployment, run.stage, target)
  switch (play.answers) {
    case 'SUCCEEDED':
      return passes(world, at, deployment, run)
    case 'FAILED': // captured. [LAB-HOOK]
      return fails(`Lifecycle hook target ${target} returned FAILED status.`)
    case 'nonsense':
      return fails(`ECS was unable to parse the response from ${target} due to HookStatus must not be null`)
    case 'nothing':
      return
    case 'IN_PROGRESS':
      if (run.asked > play.times) return passes(world, at, deployment, run)
      return later(world, at + (play.callBackDelay ?? 30 * second), { do: 'hook is asked', arn, hook: hookId })
  }
}

/** TIMED_OUT, and then as the hook's own timeout action says. [TSH-BG] B6 */
export function hookExpires(world: World, at: number, arn: string, hookId: string): void {
  const found = waiting(world, arn, hookId)
  if (!found) return
  const [deployment, run] = found
  run.status = 'TIMED_OUT'
  if (run.timeoutAction === 'CONTINUE') return later(world, at, { do: 'stage may end', arn, visit: deployment.visit })
  const why = run.targetType === 'PAUSE' ? 'pause timed out' : 'lambda timed out'
  later(world, at, { do: 'fails', arn, cause: { why, stage: run.stage } })
}

/** ContinueServiceDeployment, or a person of the scenario. [DG:continue-service-deployment] B6 */
export function answerHook(
  world: World,
  at: number,
  deployment: NativeDeployment,
  run: HookRun,
  action: HookAction
): void {
  if (action === 'CONTINUE') return passes(world, at, deployment, run)
  run.status = 'FAILED' // ours
  turn(world, at, deployment, 'ROLLBACK_REQUESTED')
  later(world, at + nativeOf(world).settings.durations.stop, {
    do: 'rollback begins',
    arn: deployment.arn,
    cause: { why: 'pause refused', stage: run.stage }
  })
}

export function personAnswers(world: World, at: number, arn: string, hookId: string, action: HookAction): void {
  const deployment = nativeDeploymentOf(world, arn)
  const run = deployment?.hooks.find((one) => one.hookId === hookId)
  if (deployment?.status === 'IN_PROGRESS' && run?.status === 'AWAITING_ACTION')
    answerHook(world, at, deployment, run, action)
}
