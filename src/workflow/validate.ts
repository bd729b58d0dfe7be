/** Does a file keep its standard? XLIFF, TMX, SRX, TBX: well-formed, schema, and the rules of the prose. */

import { formFinding } from '../formats/finding.ts'
import { detectFormat } from '../formats/index.ts'
import { readSrx, validateSrx } from '../formats/srx/index.ts'
import { validateTbx } from '../formats/tbx/index.ts'
import { validateTmx } from '../formats/tmx/index.ts'
import { validateXliff } from '../formats/xliff/index.ts'
import { decodeXml } from '../formats/xml/index.ts'
import {
  Failure,
  type Finding,
  language,
  placeAt,
  type SegmentationRule,
  type SegmentationRules,
} from '../model/index.ts'
import { compileRules } from '../segmenter/index.ts'

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
      return wellFormed(file, () => [...validateSrx(bytes, { file }), ...patternFindings(bytes, file)])
    case 'po':
    case 'i18next':
    case 'csv':
    case 'text':
      throw new Failure('validate.unsupported', { data: { format }, place: placeAt(file, 1, 1) })
    default:
      return format satisfies never
  }
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

/** Each pattern that our engine cannot run without a change of meaning, at its line. */
function patternFindings(bytes: Uint8Array, file: string): readonly Finding[] {
  const rules = readableRules(bytes, file)
  if (rules === undefined) return []
  const lines = decodeLines(bytes, file)
  return rules.languageRules.flatMap(set =>
    set.rules.flatMap(rule => {
      const failure = patternFailure(rules, set.name, rule)
      if (failure === undefined) return []
      const line = rule.line ?? 1
      const column = (lines[line - 1] ?? '').search(/\S/) + 1
      return [
        formFinding({
          rule: 'srx/pattern',
          variant: failure.code,
          place: placeAt(file, line, Math.max(1, column)),
          data: failure.data,
        }),
      ]
    }),
  )
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

function patternFailure(rules: SegmentationRules, name: string, rule: SegmentationRule): Failure | undefined {
  const alone: SegmentationRules = {
    ...rules,
    languageRules: [{ name, rules: [rule] }],
    languageMaps: [{ pattern: '.*', languageRule: name }],
  }
  try {
    compileRules(alone, language('en'))
    return undefined
  } catch (failure) {
    if (failure instanceof Failure && failure.code.startsWith('srx-engine.')) return failure
    throw failure
  }
}

function decodeLines(bytes: Uint8Array, file: string): readonly string[] {
  return decodeXml(bytes, { file }).text.split(/\r\n?|\n/)
}
