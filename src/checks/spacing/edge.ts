import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Blanks at the beginning or end differ from the source: joined texts would stick together or gape. */
export const edgeSpace: SegmentCheck = {
  description: { id: 'spacing/edge', level: 'warning', its: 'whitespace', mqm: 'locale-conventions/whitespace' },
  scope: 'segment',
  *run({ source, target }) {
    const [a, b] = [source.text, target.text]
    if (a.trim() === '' || b.trim() === '') return
    const lead = leading(a)
    const found = leading(b)
    if (kind(lead) !== kind(found)) {
      yield targetFlaw(0, found.length, {
        variant: 'start',
        // "nd copy)" is glued to its number in English only.
        ...(/^(?:st|nd|rd|th)\b/.test(a) || isIndented(a) ? { level: 'info' as const } : {}),
        fix: { side: 'target', start: 0, end: found.length, text: lead, safe: true },
      })
    }
    const trail = trailing(a)
    const foundEnd = trailing(b)
    if (kind(trail) !== kind(foundEnd)) {
      const start = b.length - foundEnd.length
      yield targetFlaw(start, b.length, {
        variant: 'end',
        ...((foundEnd === '' && /^ +$/.test(trail) && isSlip(a)) || isPadded(a, foundEnd)
          ? { level: 'info' as const }
          : {}),
        fix: { side: 'target', start, end: b.length, text: trail, safe: true },
      })
    }
  },
}

/** A blank after a whole sentence, or after a label's last noun, is the source's slip more often than a joint ("built with "). */
function isSlip(text: string): boolean {
  if (/[.!…]["”)]?\s+$/.test(text)) return true
  return (
    /\s/.test(text.trim()) &&
    /\p{L}{4}\s$/u.test(text.slice(-5)) &&
    !/\b(?:with|from|into|than|over|under|after|before|about|until|that|this|your)\s$/.test(text.slice(-8))
  )
}

/** "type  :help<Enter>  or  <F1>": set in columns, filled up to the width of the next line. */
function isPadded(source: string, trail: string): boolean {
  return / {3}/.test(trail) && /\S {2,}\S.*\S {2,}\S/.test(source)
}

/** A block of lines that all begin with a blank is laid out; its translation has a layout of its own. */
function isIndented(text: string): boolean {
  return text.split('\n').length > 4
}

function leading(text: string): string {
  // JavaScript counts the invisible U+FEFF among the blanks; another rule tells it.
  return /^[^\S\ufeff]*/.exec(text)?.[0] ?? ''
}

function trailing(text: string): string {
  return text.slice(text.trimEnd().length)
}

/** A line break is not a blank; how many blanks is not compared. */
function kind(blank: string): string {
  return blank === '' ? '' : blank.includes('\n') ? `\n${blank.split('\n').length}` : ' '
}
