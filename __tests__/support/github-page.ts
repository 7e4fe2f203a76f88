// A job summary as a page that looks as GitHub shows it: GitHub's Markdown, its allowed HTML, its style sheet; no network.
import MarkdownIt from 'markdown-it'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { escapeHtml } = new MarkdownIt().utils

/** What GitHub's sanitiser lets through and a report may want. Pictures are left out: GitHub would fetch them by proxy. */
const ALLOWED_TAGS = new Set(
  (
    'a b blockquote br caption code dd del details dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q s samp small ' +
    'strike strong sub summary sup table tbody td tfoot th thead tr tt ul var'
  ).split(' ')
)
const ALLOWED_ATTRIBUTES = new Set(['align', 'colspan', 'href', 'open', 'rowspan', 'title'])
const SAFE_LINK = /^(https?:|mailto:|#)/i

const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi
const ATTRIBUTE = /([a-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi

/** Raw HTML of a Markdown text: comments go, allowed tags stay with their allowed attributes, the rest is shown as text. */
export function sanitise(html: string): string {
  const shown = html.replace(/<!--[\s\S]*?(-->|$)/g, '')
  let out = ''
  let from = 0
  for (const match of shown.matchAll(TAG)) {
    const [whole, slash = '', name = '', attributes = ''] = match
    const tag = name.toLowerCase()
    out += escapeText(shown.slice(from, match.index))
    out += ALLOWED_TAGS.has(tag) ? `<${slash}${tag}${slash ? '' : allowed(attributes)}>` : escapeHtml(whole)
    from = match.index + whole.length
  }
  return out + escapeText(shown.slice(from))
}

/** Entities stay what they are. */
const escapeText = (text: string): string => escapeHtml(text).replace(/&amp;(#?\w+;)/g, '&$1')

function allowed(attributes: string): string {
  return [...attributes.matchAll(ATTRIBUTE)]
    .map(([, name = '', double, single, bare]) => ({ name: name.toLowerCase(), value: double ?? single ?? bare ?? '' }))
    .filter(({ name, value }) => ALLOWED_ATTRIBUTES.has(name) && (name !== 'href' || SAFE_LINK.test(value)))
    .map(({ name, value }) => ` ${name}="${escapeText(value)}"`)
    .join('')
}

const ALERTS: Readonly<Record<string, string>> = {
  NOTE: 'Note',
  TIP: 'Tip',
  IMPORTANT: 'Important',
  WARNING: 'Warning',
  CAUTION: 'Caution'
}

/** GitHub's Markdown as far as reports use it: tables, strikethrough, bare links, task lists, alerts, a few tags. */
export function renderMarkdown(markdown: string): string {
  const md = new MarkdownIt({ html: true, linkify: true })
  md.renderer.rules['html_block'] = (tokens, at) => sanitise(tokens[at]?.content ?? '')
  md.renderer.rules['html_inline'] = (tokens, at) => sanitise(tokens[at]?.content ?? '')
  md.renderer.rules['image'] = (tokens, at) => escapeHtml(`[picture: ${tokens[at]?.content ?? ''}]`)
  md.core.ruler.push('github', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const text = token.type === 'inline' ? token.children?.[0] : undefined
      if (text?.type !== 'text') return
      const box = /^\[([ xX])\] /.exec(text.content)
      if (box && tokens[at - 2]?.type === 'list_item_open') {
        tokens[at - 2]?.attrJoin('class', 'task-list-item')
        text.type = 'html_task'
        text.meta = { checked: box[1] !== ' ', rest: text.content.slice(box[0].length) }
      }
      const alert = /^\[!([A-Z]+)\]$/.exec(text.content)?.[1] ?? ''
      const quote = tokens[at - 2]
      if (Object.hasOwn(ALERTS, alert) && quote?.type === 'blockquote_open') {
        quote.attrJoin('class', `markdown-alert markdown-alert-${alert.toLowerCase()}`)
        text.type = 'html_alert'
      }
    })
  })
  md.renderer.rules['html_task'] = (tokens, at) => {
    const { checked, rest } = tokens[at]?.meta as { checked: boolean; rest: string }
    return `<input type="checkbox" class="task-list-item-checkbox" disabled${checked ? ' checked' : ''}> ${escapeHtml(rest)}`
  }
  md.renderer.rules['html_alert'] = (tokens, at) =>
    `<span class="markdown-alert-title">${ALERTS[tokens[at]?.content.slice(2, -1) ?? ''] ?? ''}</span>`
  return md.render(markdown)
}

const STYLE = `
  body { margin: 0; background: #f6f8fa; }
  main { max-width: 1012px; margin: 32px auto; padding: 0 16px; }
  .box { border: 1px solid #d1d9e0; border-radius: 6px; background: #fff; }
  .head { padding: 16px; border-bottom: 1px solid #d1d9e0; font: 600 14px -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
  .markdown-body { padding: 24px; }
  .markdown-alert-title { display: block; }
  @media (prefers-color-scheme: dark) {
    body { background: #010409; }
    .box { background: #0d1117; border-color: #3d444d; }
    .head { border-color: #3d444d; color: #f0f6fc; }
  }
`

/** The page is whole in itself, and its own policy forbids it to load or run anything. */
export function githubPage(markdown: string, title: string): string {
  const sheet = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css'), 'utf8')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${sheet}${STYLE}</style>
</head>
<body>
<main><div class="box"><div class="head">${escapeHtml(title)}</div>
<article class="markdown-body">
${renderMarkdown(markdown)}</article>
</div></main>
</body>
</html>
`
}
