// AWS as plain objects: each call is answered from a table, a Problem in it is thrown, and every call is remembered.
import type { Aws } from '../../src/aws/ports.ts'
import { Problem } from '../../src/domain/problem.ts'

type Services = Omit<Aws, 'region'>
/** A value, a Problem to reject with, or a function that makes either from the request. */
type Answer = unknown

export type Answers = {
  readonly [Service in keyof Services]?: Readonly<Partial<Record<keyof Services[Service], Answer>>>
}

export interface FakeAws {
  readonly aws: Aws
  /** Calls in order, as `service.call`. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  readonly inputsOf: (name: string) => readonly unknown[]
}

const CALLS = {
  ecs: [
    'describeServices',
    'describeServicesAsWritten',
    'describeTaskDefinition',
    'registerTaskDefinition',
    'listTaskDefinitions',
    'deregisterTaskDefinition',
    'updateService',
    'listServiceDeployments',
    'describeServiceDeployments',
    'describeServiceRevisions',
    'stopServiceDeployment',
    'continueServiceDeployment',
    'listTasks',
    'describeTasks'
  ],
  codedeploy: [
    'getDeploymentGroup',
    'getDeploymentConfig',
    'createDeploymentConfig',
    'createDeployment',
    'getDeployment',
    'getDeploymentTarget',
    'stopDeployment',
    'continueDeployment',
    'listDeployments'
  ],
  cloudwatch: ['describeAlarms']
} as const satisfies { [Service in keyof Services]: readonly (keyof Services[Service])[] }

export const WRITES = /create|stop|register|update|continue/

export function fakeAws(answers: Answers, region = 'us-east-1'): FakeAws {
  const calls: { name: string; input: unknown }[] = []
  const service = (name: keyof Services): unknown =>
    Object.fromEntries(
      CALLS[name].map((call) => [
        call,
        (input: unknown): Promise<unknown> => {
          calls.push({ name: `${name}.${call}`, input })
          const table = answers[name] as Readonly<Record<string, Answer>> | undefined
          const answer = table?.[call]
          const value: unknown = typeof answer === 'function' ? (answer as (input: unknown) => unknown)(input) : answer
          if (value instanceof Error) return Promise.reject(value)
          if (value !== undefined) return Promise.resolve(value)
          return Promise.reject(new Problem('INTERNAL', { found: `the test does not answer ${name}.${call}` }))
        }
      ])
    )
  const aws = {
    region,
    ecs: service('ecs'),
    codedeploy: service('codedeploy'),
    cloudwatch: service('cloudwatch')
  } as Aws
  return {
    aws,
    calls,
    inputsOf: (name) => calls.filter((call) => call.name === name).map((call) => call.input)
  }
}

/** Answers one after the other; the last one stays. */
export function inTurn(...answers: readonly Answer[]): () => unknown {
  let turn = 0
  return () => answers[Math.min(turn++, answers.length - 1)]
}

export function problem(code: Problem['code'], text = 'as AWS says'): Problem {
  return new Problem(code, { found: text, aws: { name: 'SomeException', message: text, requestId: 'r-1' } })
}
