/** The door to gettext-parser: judges the syntax of a PO file and reads its headers and comments. */

import { po } from 'gettext-parser'
import { Failure, placeAt } from '../../model/index.ts'

export interface EntryComments {
  readonly translator?: string
  readonly extracted?: string
  readonly reference?: string
  readonly flag?: string
}

export interface Gettext {
  /** Value of a header, by its usual spelling (`Language`, `Plural-Forms`). */
  header(name: string): string | undefined
  comments(context: string | undefined, id: string): EntryComments
}

/** @throws Failure `po.not-well-formed` with the line. */
export function parseGettext(text: string, file: string): Gettext {
  const { headers, translations } = parse(text, file)
  const header = (name: string): string | undefined => (Object.hasOwn(headers, name) ? headers[name] : undefined)
  return {
    header,
    comments(context = '', id) {
      const entries = Object.hasOwn(translations, context) ? translations[context] : undefined
      const entry = entries !== undefined && Object.hasOwn(entries, id) ? entries[id] : undefined
      return entry?.comments ?? {}
    },
  }
}

function parse(text: string, file: string) {
  try {
    return po.parse(text)
  } catch (cause) {
    const line = typeof cause === 'object' && cause !== null && 'lineNumber' in cause ? Number(cause.lineNumber) : 1
    // The parser counts a line more when it meets the line end that breaks a string.
    const first = /End-of-line within string/.test(String(cause)) ? line - 1 : line
    throw new Failure('po.not-well-formed', { place: placeAt(file, Math.max(1, first), 1), cause })
  }
}
