/**
 * One self-contained page: filters, the pair of each finding, word diff, light and dark, usable by keyboard and screen reader.
 * Text from data stands only in text nodes and escaped attributes; the page's one script is ours and reads no data as code.
 */

import type { Finding, Level } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'
import type { Report } from './report.ts'

export function* html(report: Report): Generator<string> {
  const { messages, findings, summary } = report
  const title = messages.report('html.title')
  const counts = (['error', 'warning', 'info'] as const).map(level =>
    messages.report(`count.${level}`, { count: summary[level] }),
  )
  yield `<!DOCTYPE html>
<html lang="${messages.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(messages.report('segments-checked', { count: summary.segments }))}: ${escapeXml(counts.join(', '))}</p>
</header>
<main>
`
  if (findings.length === 0) yield `<p class="none">${escapeXml(messages.report('nothing-found'))}</p>\n`
  else {
    yield `${filters(report)}\n`
    yield* groups(report)
  }
  yield `</main>
<script>${script}</script>
</body>
</html>
`
}

function filters({ findings, messages }: Report): string {
  const choice = (name: string, label: string, values: readonly (readonly [string, string])[]): string =>
    `<label>${escapeXml(label)} <select data-filter="${name}"><option value="">${escapeXml(messages.report('html.all'))}</option>${values
      .map(([value, shown]) => `<option value="${escapeXml(value)}">${escapeXml(shown)}</option>`)
      .join('')}</select></label>`
  const levels = [...new Set(findings.map(({ level }) => level))].map(
    level => [level, messages.report(`level.${level}`)] as const,
  )
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort().map(rule => [rule, rule] as const)
  const languages = [...new Set(findings.flatMap(({ language }) => language ?? []))]
    .sort()
    .map(tag => [tag, tag] as const)
  return `<form class="filters" aria-label="${escapeXml(messages.report('html.filters'))}">
${choice('level', messages.report('column.level'), levels)}
${choice('rule', messages.report('column.rule'), rules)}
${choice('language', messages.report('column.language'), languages)}
<label>${escapeXml(messages.report('html.search'))} <input type="search" data-filter="text"></label>
<output role="status" data-count data-words="${escapeXml(messages.report('html.shown'))}">${findings.length} / ${findings.length}</output>
</form>`
}

function* groups(report: Report): Generator<string> {
  for (const [file, findings] of Map.groupBy(report.findings, ({ place }) => place.file)) {
    yield `<section>\n<h2>${escapeXml(file)}</h2>\n<ol class="findings">\n`
    for (const finding of findings) yield `${item(finding, report)}\n`
    yield '</ol>\n</section>\n'
  }
}

const signs = { error: '✗', warning: '!', info: 'i' } as const satisfies Record<Level, string>

function item(finding: Finding, { messages }: Report): string {
  const { level, rule, place, language = '', unit, segment } = finding
  const where = [`${place.start.line}:${place.start.column}`, language, unit, segment].filter(
    part => part !== undefined && part !== '',
  )
  return `<li class="${level}" data-level="${level}" data-rule="${escapeXml(rule)}" data-language="${escapeXml(language)}">
<p class="message"><span class="level"><span aria-hidden="true">${signs[level]}</span> ${escapeXml(messages.report(`level.${level}`))}</span> ${escapeXml(messages.finding(finding))}</p>
<p class="where">${where.map(part => escapeXml(part ?? '')).join(' · ')} · <code>${escapeXml(rule)}</code></p>
${pair(finding, messages)}</li>`
}

function pair(finding: Finding, messages: Report['messages']): string {
  const { changes, source, target } = finding
  if (changes !== undefined) {
    const words = changes.map(({ kind, text }) => {
      if (kind === 'removed') return `<del>${escapeXml(text)}</del>`
      return kind === 'added' ? `<ins>${escapeXml(text)}</ins>` : escapeXml(text)
    })
    return `<p class="diff" dir="auto">${words.join('')}</p>\n`
  }
  const row = (side: 'source' | 'target', text: string | undefined): string =>
    text === undefined || text === ''
      ? ''
      : `<dt>${escapeXml(messages.report(`html.${side}`))}</dt><dd dir="auto">${marked(finding, side, text)}</dd>`
  const rows = row('source', source) + row('target', target)
  return rows === '' ? '' : `<dl>${rows}</dl>\n`
}

function marked(finding: Finding, side: 'source' | 'target', text: string): string {
  const { start, end } = finding
  if (finding.side !== side || start === undefined || end === undefined || start >= end) return escapeXml(text)
  return `${escapeXml(text.slice(0, start))}<mark>${escapeXml(text.slice(start, end))}</mark>${escapeXml(text.slice(end))}`
}

const style = `
:root{color-scheme:light dark;--text:#1b1f24;--page:#fff;--quiet:#57606a;--line:#d0d7de;--error:#b3141d;--warning:#7d4e00;--info:#0757ba;--mark:#fff3bf;--del:#ffd7d5;--ins:#ccf5d3}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--page:#0d1117;--quiet:#9aa4ae;--line:#30363d;--error:#ff8f88;--warning:#e3b341;--info:#79c0ff;--mark:#5c4a00;--del:#67060c;--ins:#04431d}}
*{box-sizing:border-box}body{margin:0 auto;max-width:72rem;padding:1rem 1.5rem;font:1rem/1.55 system-ui,sans-serif;color:var(--text);background:var(--page)}
h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.05rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
.filters{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:end;padding:.75rem 0;border-bottom:1px solid var(--line);position:sticky;top:0;background:var(--page)}
.filters label{display:grid;gap:.2rem;font-size:.85rem;color:var(--quiet)}select,input{font:inherit;color:var(--text);background:var(--page);border:1px solid var(--quiet);border-radius:.35rem;padding:.3rem .5rem;min-height:2.2rem}
:focus-visible{outline:3px solid var(--info);outline-offset:2px}
.findings{list-style:none;margin:0;padding:0}.findings li{border-left:.3rem solid var(--line);padding:.4rem 0 .4rem 1rem;margin:.9rem 0}
li.error{border-color:var(--error)}li.warning{border-color:var(--warning)}li.info{border-color:var(--info)}
.level{font-weight:600}.error .level{color:var(--error)}.warning .level{color:var(--warning)}.info .level{color:var(--info)}
p{margin:.15rem 0}.where{color:var(--quiet);font-size:.85rem;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .75rem;margin:.4rem 0 0}dt{color:var(--quiet);font-size:.85rem}dd{margin:0;overflow-wrap:anywhere}
mark{background:var(--mark);color:inherit}del{background:var(--del)}ins{background:var(--ins);text-decoration:underline}
[hidden]{display:none!important}`

/** Filters without touching the texts. */
const script = `
const items=[...document.querySelectorAll('.findings>li')],fields=[...document.querySelectorAll('[data-filter]')],count=document.querySelector('[data-count]');
function show(){const wanted=Object.fromEntries(fields.map(f=>[f.dataset.filter,f.value.trim().toLowerCase()]));let shown=0;
for(const item of items){const fits=['level','rule','language'].every(name=>!wanted[name]||item.dataset[name].toLowerCase()===wanted[name])&&(!wanted.text||item.textContent.toLowerCase().includes(wanted.text));item.hidden=!fits;if(fits)shown++}
for(const section of document.querySelectorAll('section'))section.hidden=!section.querySelector('li:not([hidden])');
if(count)count.textContent=shown+' / '+items.length+' '+count.dataset.words}
for(const field of fields)field.addEventListener('input',show);document.querySelector('form')?.addEventListener('submit',event=>event.preventDefault());if(count)show();`

/** Base64 SHA-256 of the script, for the page's content security policy; a test holds it to the script. */
const scriptHash = 'pgzr7jps9z9kgq5ztnyUfEKuGq4a4bks5IIcnpsuvZc='
