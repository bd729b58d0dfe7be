/** Fixes put into content: plain-text spans replaced, inline codes untouched. */

import { type Content, type Fix, type Inline, plainText } from '../model/index.ts'

/**
 * `content` with the fixes made, or undefined when none could be. A fix that would touch a code, or overlaps one already
 * made, is left for the next round. Fixes of the other side are the caller's business.
 */
export function fixContent(
  content: Content,
  fixes: readonly Pick<Fix, 'start' | 'end' | 'text'>[],
): Content | undefined {
  let fixed = content
  let before = Number.POSITIVE_INFINITY
  let isChanged = false
  for (const { start, end, text } of [...fixes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    if (end > before || start > end) continue
    const next = replaceSpan(fixed, start, end, text)
    if (next === undefined) continue
    fixed = next
    before = start
    isChanged = true
  }
  return isChanged ? fixed : undefined
}

/** Replaces `[start, end)` of the plain text; undefined when the span holds a code or does not lie in the content. */
export function replaceSpan(content: Content, start: number, end: number, text: string): Content | undefined {
  let at = 0
  for (const [i, inline] of content.entries()) {
    const length = plainText([inline]).length
    const isInside = start >= at && end <= at + length
    if (isInside) {
      const changed = replaceInside(inline, start - at, end - at, text)
      if (changed !== undefined) return [...content.slice(0, i), ...changed, ...content.slice(i + 1)]
    }
    at += length
  }
  // Nothing there yet: a text begins.
  return content.length === 0 && start === 0 && end === 0 && text !== '' ? [{ kind: 'text', text }] : undefined
}

function replaceInside(inline: Inline, start: number, end: number, text: string): Content | undefined {
  switch (inline.kind) {
    case 'text': {
      const changed = inline.text.slice(0, start) + text + inline.text.slice(end)
      return changed === '' ? [] : [{ kind: 'text', text: changed }]
    }
    case 'pc': {
      const children = start >= 1 ? replaceSpan(inline.children, start - 1, end - 1, text) : undefined
      return children === undefined ? undefined : [{ ...inline, children }]
    }
    case 'mrk': {
      const children = replaceSpan(inline.children, start, end, text)
      return children === undefined ? undefined : [{ ...inline, children }]
    }
    case 'cp':
      return start === 0 && end > 0 && text === '' ? [] : undefined
    default:
      return undefined
  }
}
