import type { World } from './state.ts'

/** Everything a free text could carry to hurt the one who prints it: runner commands, terminals, Markdown, HTML. */
export const HOSTILE = [
  '##[error]owned',
  '\n::set-output name=deployed::yes',
  '\n::error title=x::owned',
  '\r::add-mask::a',
  '\u2028::warning::owned',
  '\u001b[31mred\u001b[0m\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u202egnp.exe\u2066\u200b',
  '<img src=x onerror=alert(1)>',
  '<!-- -->',
  '@everyone #1 https://evil.example/?q=1',
  '``````\n# heading\n~~~',
  '| a | b |',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '%0A::debug::x',
  '{{ secrets.TOKEN }} ${{ github.token }} $(id) `id`'
].join(' ')

/** A free text of AWS as this world says it. */
export const text = (world: World, plain: string): string => (world.switches.hostile ? `${plain} ${HOSTILE}` : plain)
