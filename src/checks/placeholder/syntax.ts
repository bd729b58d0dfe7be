import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { TextView } from '../text-view.ts'

/** A placeholder that no program will read: `{{count}`, `{ {count} }`, `% s`, `%1 $s`, `$t(key`. */
export const placeholderSyntax: SegmentCheck = {
  description: {
    id: 'placeholder/syntax',
    level: 'error',
    its: 'markup',
    mqm: 'accuracy/do-not-translate/placeholder',
  },
  scope: 'segment',
  *run({ source, target }) {
    if (!/[{}%$]/.test(target.text) || source.placeholders.length === 0) return
    for (const [sign, pattern] of broken) {
      if (!target.text.includes(sign)) continue
      const inSource = [...unread(source).matchAll(pattern)].length
      const inTarget = [...unread(target).matchAll(pattern)]
      for (const match of inTarget.slice(inSource)) {
        yield targetFlaw(match.index, match.index + match[0].length, { data: { found: match[0].trim() } })
        return
      }
    }
  },
}

/** A sign without which the pattern cannot match, and the pattern. */
const broken: readonly (readonly [sign: string, pattern: RegExp])[] = [
  ['{{', /\{\{[^{}\ufffc]{0,60}\}?(?!\})/gu],
  ['}}', /(?<!\{)\{?[\p{L}\w.]{1,40}\}\}/gu],
  ['{', /\{\s+\{|\}\s+\}/gu],
  ['%', /%\s{1,2}(?:\d?\$?[sd@])(?!\p{L})/gu],
  ['%', /%\d\s+\$\s?[sd@]|%\d\$\s+[sd@]/gu],
  ['$', /\$t\([^)]{0,80}$|\$ t\(/gu],
]

/** The text without the placeholders that are well formed, same length. */
function unread({ text, placeholders }: TextView): string {
  let masked = ''
  let last = 0
  for (const { start, end, kind } of placeholders) {
    // `{{count}` holds a `{count}` that is no placeholder of its own.
    const isHalf = kind === 'icu' && (text[start - 1] === '{' || text[end] === '}')
    if (kind === 'icu-complex' || isHalf || start < last) continue
    masked += text.slice(last, start) + '\uFFFC'.repeat(end - start)
    last = end
  }
  return masked + text.slice(last)
}
