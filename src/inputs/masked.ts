// A line of a text that cannot be read: which of its words are secrets cannot be known, so only marks and well-known keys are left.

/** A text in quotes, closed or not, or a word. */
const WORD = /("(?:[^"\\]|\\[^])*(?:"|\\?$)|'[^']*(?:'|$)|[^\s[\]{},:"'][^\s[\]{},:"]*)(?=(\s*:)?)/g

/** Keys that tell a person where in the file the line is. */
const KEYS: ReadonlySet<string> = new Set([
  ...['family', 'containerDefinitions', 'taskRoleArn', 'executionRoleArn', 'networkMode', 'cpu', 'memory', 'volumes'],
  ...['requiresCompatibilities', 'runtimePlatform', 'tags', 'name', 'image', 'command', 'entryPoint', 'essential'],
  ...['environment', 'secrets', 'value', 'valueFrom', 'dockerLabels', 'logConfiguration', 'logDriver', 'options'],
  ...['portMappings', 'containerPort', 'hostPort', 'healthCheck', 'dependsOn', 'mountPoints', 'key', 'version'],
  ...[
    'Resources',
    'TargetService',
    'Type',
    'Properties',
    'TaskDefinition',
    'LoadBalancerInfo',
    'Hooks',
    'ContainerName'
  ]
])

/** As wide as the line, so that a column still points to its place. */
export function masked(line: string): string {
  return line.replace(WORD, (word: string, _word: string, colon: string | undefined) => {
    const [, quote = '', bare = word] = /^(["'])([^]*)\1$/.exec(word) ?? []
    if (word === '-' || (colon !== undefined && KEYS.has(bare))) return word
    return `${quote}${'*'.repeat(bare.length)}${quote}`
  })
}
