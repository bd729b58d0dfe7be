/** Quotation marks by their role: opening or closing, told by the sign and by what stands beside it. */

export type QuoteStyle = 'guillemet' | 'low' | 'curly' | 'straight' | 'single-guillemet'

export interface QuoteMark {
  readonly start: number
  readonly end: number
  readonly mark: string
  readonly role: 'open' | 'close'
  readonly style: QuoteStyle
}

const styles: ReadonlyMap<string, QuoteStyle> = new Map([
  ['«', 'guillemet'],
  ['»', 'guillemet'],
  ['‹', 'single-guillemet'],
  ['›', 'single-guillemet'],
  ['„', 'low'],
  ['“', 'curly'],
  ['”', 'curly'],
  ['‟', 'curly'],
  ['"', 'straight'],
  ['＂', 'straight'],
])

const pattern = /[«»‹›„“”‟"＂]/g

/**
 * Double quotation marks in order; single ones are left out, since the apostrophe looks the same. `"` after a digit with no
 * quotation open is an inch sign and left out. German and Russian “ closes what „ opened; «“ … “» in Kazakh texts opens
 * and closes with one sign: the blanks around tell.
 */
export function quoteMarks(text: string): readonly QuoteMark[] {
  const found: QuoteMark[] = []
  let open = 0
  for (const match of text.matchAll(pattern)) {
    const mark = match[0]
    const start = match.index
    const style = styles.get(mark) ?? 'straight'
    const role = roleOf(text, start, mark, open)
    if (role === undefined) continue
    open = role === 'open' ? open + 1 : Math.max(0, open - 1)
    found.push({ start, end: start + 1, mark, role, style })
  }
  return found
}

function roleOf(text: string, start: number, mark: string, open: number): 'open' | 'close' | undefined {
  if (mark === '«' || mark === '‹' || mark === '„') return 'open'
  if (mark === '»' || mark === '›') return 'close'
  const before = text[start - 1]
  const after = text[start + 1]
  const isStart = before === undefined || /[\s([{<=—–\-/\ufffc«„“"'‘,;]/.test(before)
  const isEnd = after === undefined || /[\s)\]}>.,;:!?…—–\-/\ufffc»”"'’]/.test(after)
  if (mark === '"' && open === 0 && before !== undefined && before >= '0' && before <= '9') return undefined
  if (isStart && !isEnd) return 'open'
  if (isEnd && !isStart) return 'close'
  if (mark === '”') return 'close'
  return open > 0 ? 'close' : 'open'
}

/** Opened and not closed, closed and not opened, as indices into `marks`. */
export function unpairedQuotes(marks: readonly QuoteMark[]): readonly number[] {
  const stack: number[] = []
  const lonely: number[] = []
  for (const [i, mark] of marks.entries()) {
    if (mark.role === 'open') stack.push(i)
    else if (stack.length > 0) stack.pop()
    else lonely.push(i)
  }
  return [...lonely, ...stack].sort((a, b) => a - b)
}
