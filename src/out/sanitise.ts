// Text of AWS, files and containers, made harmless before it reaches any sink. Every expression here is linear in its input.

/** More than this of one text is never printed. */
export const LONGEST = 2_000

/** Far beyond what is printed: keeps the work bounded when a field is absurdly long. */
const CONSIDERED = 10 * LONGEST

/** Where a line break stood, when the text has to stay on one line. */
const BREAK = ' ⏎ '

// The strings of OSC, DCS, SOS, PM and APC end at BEL, ST or, so that nothing else is swallowed, at a line break.
const ESCAPE_STRING =
  // eslint-disable-next-line no-control-regex -- terminal escapes are control characters
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n\r\v\f\u0085\u2028\u2029]*(?:\u0007|\u001b\\|\u009c)?/g
// eslint-disable-next-line no-control-regex -- terminal escapes are control characters
const ESCAPE_SEQUENCE = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?/g
// eslint-disable-next-line no-control-regex -- terminal escapes are control characters
const ESCAPE_PAIR = /\u001b[ -/]*[0-~]?/g
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const TAB = /\t/g
// The runner looks for `##[` with a comparison that may skip code points without a meaning of their own, so all of them go:
// https://learn.microsoft.com/dotnet/standard/base-types/string-comparison-net-5-plus
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

/** The shapes of secrets, each with what remains of it. A look-behind keeps a long run from being tried at every offset. */
const SECRETS: readonly (readonly [shape: RegExp, remains: string])[] = [
  [/(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, '$1***'],
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g, '***'],
  [/(?<![A-Za-z0-9])(gh[opsur]_|github_pat_)\w{20,}/g, '$1***'],
  [/(?<![A-Za-z0-9])(authorization["']?[ ]?[:=]).+/gi, '$1 ***'],
  [/(?<![A-Za-z0-9])(bearer )[A-Za-z0-9._~+/=-]{16,}/gi, '$1***'],
  [
    /([?&](?:x-amz-signature|x-amz-credential|x-amz-security-token|awsaccesskeyid|signature|sig|token|access_token)=)[^&\s"'<>]+/gi,
    '$1***'
  ]
]

/** Whatever looks like a credential, made unreadable. */
export function redact(text: string): string {
  return SECRETS.reduce((rest, [shape, remains]) => rest.replace(shape, remains), text)
}

/** The first `limit` UTF-16 units, never half a code point; a cut is visible. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1)
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`
}

/** One line without line breaks in it, from text that has had them dealt with. */
function clean(text: string): string {
  const visible = text.replace(TAB, ' ').replace(INVISIBLE, '').toWellFormed().normalize('NFC')
  return redact(visible)
}

function withoutEscapes(text: string): string {
  return text.replace(ESCAPE_STRING, '').replace(ESCAPE_SEQUENCE, '').replace(ESCAPE_PAIR, '')
}

/** The old command form counts anywhere in a line, so it is broken everywhere. */
function withoutOldCommands(text: string): string {
  return text.replaceAll('##[', '# #[')
}

/** One piece of text for the middle of a line: on one line, visible, at most `LONGEST` long. */
export function sanitise(text: string): string {
  const oneLine = withoutEscapes(text.slice(0, CONSIDERED)).replace(LINE_BREAK, BREAK)
  return withoutOldCommands(clip(clean(oneLine), LONGEST))
}

/** A whole log line: `::` cannot lead it. */
export function sanitiseLine(text: string): string {
  const safe = sanitise(text)
  return safe.trimStart().startsWith('::') ? `| ${safe}` : safe
}

/** Text with line breaks, as lines of its own. */
export function sanitiseLines(text: string): readonly string[] {
  return withoutEscapes(text.slice(0, CONSIDERED)).split(LINE_BREAK).map(sanitiseLine)
}

/** A document of ours, whose lines and lengths are its own business: only what cannot be seen is taken out. */
export function sanitiseDocument(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => withoutOldCommands(clean(withoutEscapes(line).replace(LINE_BREAK, BREAK))))
    .join('\n')
}

/** Whether the runner would read a command in this line; says yes too often rather than too seldom. */
export function resemblesCommand(line: string): boolean {
  return line.includes('##[') || line.split(LINE_BREAK).some((part) => part.trimStart().startsWith('::'))
}
