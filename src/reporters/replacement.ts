/** A fix as the text that would stand in the file, for formats that offer it to be taken with a click. */

import type { Finding } from '../model/index.ts'

/**
 * What replaces the finding's place in the file, escaped as the file needs it. Undefined when there is no safe fix, when the
 * place is not just the text to be replaced, or when the kind of file has quoting of its own that a click could break.
 */
export function replacement({ fix, side, start, end, place, target, source }: Finding): string | undefined {
  if (fix === undefined || !fix.safe) return undefined
  if (fix.side !== side || fix.start !== start || fix.end !== end) return undefined
  const text = fix.side === 'target' ? target : source
  const old = text?.slice(fix.start, fix.end) ?? ''
  // A place of another width shows that the file writes the old text in another way (an entity, an escape, a code).
  if (place.start.line !== place.end.line || place.end.column - place.start.column !== old.length) return undefined
  if (/\.(xlf|xliff|sdlxliff|mxliff|tmx|tbx)$/i.test(place.file)) {
    return fix.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  }
  if (/\.(po|pot|json|csv|tsv)$/i.test(place.file)) return /["\\,;\t\n\r]/.test(fix.text) ? undefined : fix.text
  return fix.text
}
