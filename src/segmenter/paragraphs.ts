/** A line is a paragraph; a sentence never goes over its end. */

import type { Span } from '../model/index.ts'

/** The lines of a text without their line breaks, empty ones left out. LF, CR, CRLF, U+2028 and U+2029 end a line. */
export function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 10
    if (unit !== 10 && unit !== 13 && unit !== 0x2028 && unit !== 0x2029) continue
    if (i > start) found.push({ start, end: i })
    start = i + 1
  }
  return found
}
