/** Text made ready for XML 1.0. */

import { Failure } from '../../model/index.ts'
import { valueAt } from '../../text/present.ts'

/** What XML 1.0 cannot hold in any spelling: most of C0, lone surrogates, U+FFFE, U+FFFF. */
const illegal =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** True when `text` has a character that no XML 1.0 file may contain. */
export function hasIllegalXmlCharacter(text: string): boolean {
  return illegal.test(text)
}

/** The text without what XML cannot hold. */
export function legalXml(text: string): string {
  return hasIllegalXmlCharacter(text)
    ? Array.from(text)
        .filter(each => !hasIllegalXmlCharacter(each))
        .join('')
    : text
}

/**
 * For element content. CR is written as a reference (a raw one would be read as LF); `>` only where `]]>` might
 * arise, also with what is written before it.
 * @throws Failure `xml.illegal-character` rather than write a file no one can read.
 */
export function escapeText(text: string): string {
  refuseIllegal(text)
  return text.replace(/[&<\r]|(?<=^|\])>/g, found => valueAt(textEscapes, found))
}

/** For a value in double quotes; white space but the blank is written as references, else it would be read as a blank. */
export function escapeAttribute(value: string): string {
  refuseIllegal(value)
  return value.replace(/[&<>"\t\n\r]/g, found => valueAt(attributeEscapes, found))
}

const textEscapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['\r', '&#13;'],
  ['>', '&gt;'],
])

const attributeEscapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
])

function refuseIllegal(text: string): void {
  const found = illegal.exec(text)
  if (found === null) return
  const code = found[0].charCodeAt(0)
  throw new Failure('xml.illegal-character', { data: { character: codePointName(code) } })
}

/** `U+0007`: characters that may harm a terminal are named, not shown. */
export function codePointName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
