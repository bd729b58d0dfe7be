/** Plain text. */

export {
  decodeText,
  encodeText,
  type Paragraph,
  type PlainText,
  paragraphsOf,
  type ReadPlainOptions,
  readPlain,
  type TextEncoding,
} from './plain.ts'
