/** A bitext as a page for a reader's eye: beads side by side, doubtful ones coloured. No script, nothing loaded from elsewhere. */

import { judge } from '../aligner/index.ts'
import type { Bead, Bitext, Language } from '../model/index.ts'
import { escapeXml } from '../text/escape.ts'

export interface BitextPageOptions {
  /** Shown as heading and title, such as the names of the two files. */
  readonly title: string
  readonly sourceLanguage: Language
  readonly targetLanguage: Language
}

/** Below it a bead is coloured as doubtful. */
const doubtful = 0.85

/** One self-contained HTML page. Rows carry the shape of the bead, its confidence in percent, and what `judge` says of it. */
export function bitextPage(bitext: Bitext, { title, sourceLanguage, targetLanguage }: BitextPageOptions): string {
  const judgements = new Map<string, string>()
  for (const { kind, source, target } of judge(bitext, { sourceLanguage, targetLanguage })) {
    for (let i = source.from; i < source.to; i++) judgements.set(`s${i}`, kind)
    for (let j = target.from; j < target.to; j++) judgements.set(`t${j}`, kind)
  }
  const rows = bitext.beads.map((bead, i) => row(bitext, bead, i + 1, judgements, sourceLanguage, targetLanguage))
  return `<!doctype html>
<html lang="${escapeXml(sourceLanguage)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<table>
<thead><tr><th></th><th></th><th>${escapeXml(sourceLanguage)}</th><th>${escapeXml(targetLanguage)}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`
}

const style = `
body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#1a1a1a;background:#fff}
h1{font-size:1.2rem}
table{border-collapse:collapse;width:100%}
th,td{vertical-align:top;text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd}
td:nth-child(3),td:nth-child(4){width:46%}
td:nth-child(-n+2){color:#666;font-variant-numeric:tabular-nums;white-space:nowrap}
p{margin:0}
.doubtful{background:#fff6db}
.alone{background:#fde8e6}
@media (prefers-color-scheme:dark){body{color:#ddd;background:#161616}th,td{border-color:#333}.doubtful{background:#3a3000}.alone{background:#431a17}}
`

function row(
  { source, target }: Bitext,
  bead: Bead,
  number: number,
  judgements: ReadonlyMap<string, string>,
  sourceLanguage: Language,
  targetLanguage: Language,
): string {
  const sources = bead.source.to - bead.source.from
  const targets = bead.target.to - bead.target.from
  // An empty side begins where the next segment stands: what is said of that one is not said of this bead.
  const judgement =
    sources > 0
      ? judgements.get(`s${bead.source.from}`)
      : targets > 0
        ? judgements.get(`t${bead.target.from}`)
        : undefined
  const isAlone = sources === 0 || targets === 0
  const named = judgement === undefined ? '' : ` title="${judgement}"`
  const colour = isAlone ? ' class="alone"' : bead.confidence < doubtful || named !== '' ? ' class="doubtful"' : ''
  const percent = `${Math.round(bead.confidence * 100)} %`
  return `<tr${colour}${named}><td>${number}</td><td>${sources}:${targets}<br>${percent}</td>${cell(source, bead.source, sourceLanguage)}${cell(target, bead.target, targetLanguage)}</tr>`
}

function cell(texts: readonly string[], { from, to }: Bead['source'], language: Language): string {
  const paragraphs = texts.slice(from, to).map(text => `<p>${escapeXml(text)}</p>`)
  return `<td lang="${escapeXml(language)}" dir="auto">${paragraphs.join('')}</td>`
}
