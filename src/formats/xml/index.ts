/**
 * The door to XML: bytes → text → events, or a light tree with spans; and back, by splicing.
 *
 * ```ts
 * const source = decodeXml(bytes, { file })            // UTF-8, UTF-16, single-byte sets; refuses what is not text
 * const root = parseXmlTree(source.text, { file })     // a strict pass, then a tree; every node knows its span
 * const edited = splice(source.text, [{ start, end, text: escapeText('a < b') }])
 * const out = source.encode(edited)                    // exact inverse: `encode(text)` gives `bytes` back
 * ```
 *
 * - Offsets are UTF-16 units of the decoded text (no BOM); `lineIndex(text)` of `src/text/lines.ts` turns them into places.
 * - `parseXml(text, options, handler)` gives events without a tree: one strict pass, cheap. Keep the spans you need and
 *   call `scanElement(text, span, scope)` later: it reads one element of a text that a strict pass has accepted.
 * - `xmlStream(options, handler)` reads bytes piece by piece (files larger than memory). Name elements in `handler.capture`
 *   and get each as a tree when it ends; nothing else is kept.
 * - Names: compare `uri` and `local`, never the prefix. An unbound prefix is read leniently: `uri` is
 *   {@link unboundUri} + prefix, and `handler.unbound` or `options.onUnbound` hears of it once.
 * - Everything malformed is a `Failure` (`xml.*`, `encoding.*`) with line and column. No DTD is processed or opened.
 */

export { type DecodedXml, type DecodeOptions, decodeXml } from './decode.ts'
export { type Splice, setAttribute, splice } from './edit.ts'
export { escapeAttribute, escapeText, hasIllegalXmlCharacter, legalXml } from './escape.ts'
export { parseXml, type XmlHandler, type XmlOptions } from './events.ts'
export { limits } from './limits.ts'
export { type NamespaceScope, noNamespaces, type QualifiedName, unboundUri, xmlUri } from './names.ts'
export type { XmlAttributes } from './start-tag.ts'
export { type StreamHandler, type XmlStream, xmlStream } from './stream.ts'
export {
  attributeOf,
  childElements,
  findChild,
  isShut,
  parseXmlTree,
  scanElement,
  scanTag,
  textOf,
  type XmlAttribute,
  type XmlComment,
  type XmlElement,
  type XmlInstruction,
  type XmlNode,
  type XmlText,
} from './tree.ts'
