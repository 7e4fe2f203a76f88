// The page shows what GitHub would show, and nothing in a summary can act in it.
import { expect, test } from '@jest/globals'
import { githubPage, renderMarkdown, sanitise } from './github-page.ts'

test.each([
  ['a fold', '<details open><summary>More</summary>\n\n**in it**\n\n</details>', '<strong>in it</strong>'],
  [
    'a table with breaks',
    '| a |\n|---|\n| x<br>y <sub>z</sub> <sup>2</sup> <kbd>k</kbd> |',
    '<td>x<br>y <sub>z</sub> <sup>2</sup> <kbd>k</kbd></td>'
  ],
  ['a table in HTML', '<table><tr><td colspan="2" style="x">a</td></tr></table>', '<td colspan="2">a</td>'],
  ['a task that is done', '- [x] done', 'disabled checked> done'],
  ['a task that is not', '- [ ] todo', 'disabled> todo'],
  ['an alert', '> [!CAUTION]\n> back', 'markdown-alert-caution'],
  ['an emoji', '✅ done', '✅ done'],
  ['a diagram as code', '```mermaid\npie\n```', '<code class="language-mermaid">pie'],
  ['a bare link', 'see https://example.com/a', '<a href="https://example.com/a">'],
  ['an entity', 'a &lt;b&gt; &#64;c', 'a &lt;b&gt; @c']
])('%s is shown', (_what, markdown, html) => {
  expect(renderMarkdown(markdown)).toContain(html)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" java\nscript:alert(1)">x</a>',
  '<details ontoggle="alert(1)" open>',
  '<b style="position:fixed" onclick=alert(1)>x</b>',
  '<svg/onload=alert(1)>',
  '</article></main>',
  '<iframe src="https://example.com">',
  '[x](javascript:alert(1))',
  '![x](https://example.com/x.png)',
  '<b title="&quot; onclick=alert(1) x=&quot;">x</b>',
  '<b title=\'" onclick=alert(1) x="\'>x</b>'
])('%s does nothing', (hostile) => {
  for (const html of [sanitise(hostile), renderMarkdown(hostile), renderMarkdown(`<div>\n${hostile}\n</div>`)]) {
    const tags = html.match(/<[^>]*>/g) ?? []
    expect(tags.filter((tag) => !/^<\/?(p|b|a|details)( (title="[^"]*"|open=""|open))*>$/.test(tag))).toEqual([])
  }
})

test('the page is whole in itself and forbids itself to load anything', () => {
  const page = githubPage('# Done', 'deploy <prod>')
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('<title>deploy &lt;prod&gt;</title>')
  expect(page).toContain('.markdown-body')
  expect(page).not.toMatch(/\b(?:src|href)="(?!https:\/\/)/)
})
