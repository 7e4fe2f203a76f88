import type { NativeRollback } from './native-failures.ts'

/** One thing that will happen by itself to a native deployment (`arn`) or to a revision's tasks (`revision`). */
export type NativeHappening =
  | { readonly do: 'starts'; readonly arn: string }
  | { readonly do: 'stage begins'; readonly arn: string; readonly place: number }
  | { readonly do: 'stage may end'; readonly arn: string; readonly visit: number }
  | { readonly do: 'stage expires'; readonly arn: string; readonly visit: number }
  | { readonly do: 'deployment expires'; readonly arn: string }
  | { readonly do: 'network is checked'; readonly arn: string; readonly visit: number }
  | { readonly do: 'hook is asked'; readonly arn: string; readonly hook: string }
  | { readonly do: 'hook expires'; readonly arn: string; readonly hook: string }
  | { readonly do: 'hook is answered'; readonly arn: string; readonly hook: string }
  | { readonly do: 'alarms are polled'; readonly arn: string }
  | { readonly do: 'rolling goes on'; readonly arn: string }
  | { readonly do: 'stops'; readonly arn: string }
  | { readonly do: 'fails'; readonly arn: string; readonly cause: NativeRollback }
  | { readonly do: 'rollback begins'; readonly arn: string; readonly cause: NativeRollback }
  | { readonly do: 'traffic returns'; readonly arn: string }
  | { readonly do: 'rollback ends'; readonly arn: string }
  | { readonly do: 'task is healthy'; readonly revision: string; readonly task: string }
  | { readonly do: 'task fails'; readonly revision: string; readonly task: string }
  | { readonly do: 'task is replaced'; readonly revision: string }
  | { readonly do: 'old tasks stop'; readonly revision: string; readonly arn: string }
  | { readonly do: 'revision is gone'; readonly revision: string }
