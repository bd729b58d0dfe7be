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
        fix: { side: 'target', start: 0, end: found.length, text: lead, safe: true },
      })
    }
    const trail = trailing(a)
    const foundEnd = trailing(b)
    if (kind(trail) !== kind(foundEnd)) {
      const start = b.length - foundEnd.length
      yield targetFlaw(start, b.length, {
        variant: 'end',
        fix: { side: 'target', start, end: b.length, text: trail, safe: true },
      })
    }
  },
}

function leading(text: string): string {
  return text.slice(0, text.length - text.trimStart().length)
}

function trailing(text: string): string {
  return text.slice(text.trimEnd().length)
}

/** A line break is not a blank; how many blanks is not compared. */
function kind(blank: string): string {
  return blank === '' ? '' : blank.includes('\n') ? `\n${blank.split('\n').length}` : ' '
}
