/** Does a file keep its standard? XLIFF, TMX, SRX, TBX: well-formed, schema, and the rules of the prose. */

import { formFinding } from '../formats/finding.ts'
import { detectFormat } from '../formats/index.ts'
import { readSrx, validateSrx } from '../formats/srx/index.ts'
import { validateTbx } from '../formats/tbx/index.ts'
import { validateTmx } from '../formats/tmx/index.ts'
import { validateXliff } from '../formats/xliff/index.ts'
import { decodeXml } from '../formats/xml/index.ts'
import { readBytes } from '../io/index.ts'
import { Failure, type Finding, placeAt, type SegmentationRules } from '../model/index.ts'
import { filePieces } from './file-pieces.ts'
import { inspectRulesFile } from './segment.ts'

export interface ValidateOptions {
  /** Path as the user gave it. */
  readonly file: string
}

/**
 * All faults of a file, in its order. Ill-formed XML is a finding too: `xml/not-well-formed` (`xliff/not-well-formed`), with
 * the failure's code as variant.
 * @throws Failure `validate.unsupported` for files of other formats.
 */
export function validate(bytes: Uint8Array, { file }: ValidateOptions): readonly Finding[] {
  const format = detectFormat(bytes, file)
  switch (format) {
    case 'xliff':
      return validateXliff(bytes, { file })
    case 'tmx':
      return wellFormed(file, () => validateTmx(bytes, { file }))
    case 'tbx':
      return wellFormed(file, () => validateTbx(bytes, { file }))
    case 'srx':
      return wellFormed(file, () => [...validateSrx(bytes, { file }), ...ruleFindings(bytes, file)])
    case 'po':
    case 'i18next':
    case 'csv':
    case 'text':
      throw new Failure('validate.unsupported', { data: { format }, place: placeAt(file, 1, 1) })
    default:
      return format satisfies never
  }
}

/**
 * As {@link validate}, of a file on disk: a TMX is read piece by piece and may be larger than memory.
 * @throws Failure `file.*`, too
 */
export function validateFile(path: string, { file }: ValidateOptions): readonly Finding[] {
  const pieces = filePieces(path, file)
  const first = pieces.next()
  const head = first.done === true ? new Uint8Array(0) : first.value
  const format = detectFormat(head, file)
  if (format === 'tmx') return wellFormed(file, () => validateTmx(joined(head, pieces), { file }))
  pieces.return(undefined)
  return format === 'xliff' ? validateXliff(() => readBytes(path), { file }) : validate(readBytes(path), { file })
}

function* joined(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield first
  yield* rest
}

function wellFormed(file: string, check: () => readonly Finding[]): readonly Finding[] {
  try {
    return check()
  } catch (failure) {
    if (!(failure instanceof Failure) || !/^(?:xml|encoding)\./.test(failure.code)) throw failure
    const { code, data, place = placeAt(file, 1, 1) } = failure
    return [formFinding({ rule: 'xml/not-well-formed', variant: code, place, data })]
  }
}

/** What is wrong with the rules themselves, each at the first sign of its line. */
function ruleFindings(bytes: Uint8Array, file: string): readonly Finding[] {
  const rules = readableRules(bytes, file)
  if (rules === undefined) return []
  const lines = decodeXml(bytes, { file }).text.split(/\r\n?|\n/)
  return inspectRulesFile({ file, rules }).map(finding => {
    const { line } = finding.place.start
    const column = (lines[line - 1] ?? '').search(/\S/) + 1
    return { ...finding, place: placeAt(file, line, Math.max(1, column)) }
  })
}

/** Undefined when the structure is too broken to have rules; those faults have been told. */
function readableRules(bytes: Uint8Array, file: string): SegmentationRules | undefined {
  try {
    return readSrx(bytes, { file }).rules
  } catch (failure) {
    if (failure instanceof Failure && failure.code.startsWith('srx.')) return undefined
    throw failure
  }
}
