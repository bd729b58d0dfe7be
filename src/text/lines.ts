/** Line and column of an offset. */

import type { Place, Position, Span } from '../model/index.ts'

/** Finds positions in one text; lines end at LF, CR or CRLF, as in XML and editors. */
export interface LineIndex {
  /** Line and column, from one, of a UTF-16 offset. */
  position(offset: number): Position
  place(file: string, span: Span): Place
}

/** Reads the text once, when first asked; each question is then a binary search. */
export function lineIndex(text: string): LineIndex {
  let known: readonly number[] | undefined
  const position = (offset: number): Position => {
    known ??= lineStarts(text)
    const starts = known
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
  return {
    position,
    place: (file, span) => ({ file, start: position(span.start), end: position(span.end) }),
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}
