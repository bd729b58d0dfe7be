/** A line is a paragraph; a sentence never goes over its end. */

/** Calls `visit` with the start and end of every line, line breaks left out. LF, CR, CRLF, U+2028 and U+2029 end a line. */
export function eachParagraph(text: string, visit: (start: number, end: number) => void): void {
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 13 && unit < 0x2028) continue
    if (unit !== 10 && unit !== 13 && unit !== 0x2028 && unit !== 0x2029) continue
    if (i > start) visit(start, i)
    start = i + 1
  }
  if (text.length > start) visit(start, text.length)
}
