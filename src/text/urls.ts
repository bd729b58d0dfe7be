/** Web and mail addresses in a running text, cut of the sentence's punctuation and never looked into. */

export interface UrlMention {
  readonly start: number
  readonly end: number
  readonly url: string
}

const pattern =
  /(?:https?|ftp|sftp|file):\/\/[^\s<>"«»“”„\ufffc{}|\\^`]{1,2000}|www\.[^\s<>"«»“”„\ufffc{}|\\^`]{1,2000}|[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g

/** All addresses in order; `https://example.org/).` gives `https://example.org/`. */
export function urls(text: string): readonly UrlMention[] {
  if (!text.includes('://') && !text.includes('www.') && !text.includes('@')) return []
  const found: UrlMention[] = []
  for (const match of text.matchAll(pattern)) {
    const url = trimmed(match[0])
    found.push({ start: match.index, end: match.index + url.length, url })
  }
  return found
}

function trimmed(url: string): string {
  let end = url.length
  for (; end > 0; end--) {
    const last = url[end - 1] ?? ''
    if (last === ')' && count(url, '(', end) >= count(url, ')', end)) break
    // A Cyrillic ending or dash tied to the address belongs to the sentence.
    if (!/[.,;:!?'’)\]…*_~\-–—]/.test(last)) break
  }
  return url.slice(0, end)
}

function count(text: string, character: string, end: number): number {
  let found = 0
  for (let i = 0; i < end; i++) if (text[i] === character) found++
  return found
}
