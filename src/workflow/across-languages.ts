/** Holds the languages of a document against each other, span by span. */

import { loneVoices } from '../checks/drift/across-languages.ts'
import type { LanguageText, LoneVoice } from '../checks/drift/lone-voice.ts'
import { type Finding, type Language, type Place, plainText } from '../model/index.ts'
import { type CommonSpan, commonSpans } from './common-spans.ts'
import type { DraftSegment } from './draft.ts'
import type { OpenDocument, OpenEdition } from './editions.ts'
import { fingerprint } from './findings.ts'
import { hasTarget, isDrifted } from './settle.ts'

const rule = 'drift/across-languages'

/** Findings where one language stands alone with a number, date, month, day of the week or name. */
export function* acrossLanguages(open: OpenDocument): Generator<Finding> {
  const { source, editions } = open
  for (const paragraph of source.paragraphs.keys()) {
    const units = editions.map(({ draft }) => draft.units[paragraph])
    const text = source.paragraphs[paragraph]?.text ?? ''
    for (const span of commonSpans(units)) {
      const isWhole = span.segments.every(list => list.every(segment => hasTarget(segment) && !isDrifted(segment)))
      if (!isWhole) continue
      const texts: LanguageText[] = [
        { language: source.language, text: text.slice(span.start, span.end) },
        ...span.segments.map((list, index) => ({ language: languageOf(editions, index), text: joinTargets(list) })),
      ]
      for (const voice of loneVoices(texts)) yield findingOf(open, paragraph, span, texts, voice)
    }
  }
}

function languageOf(editions: readonly OpenEdition[], index: number): Language {
  const edition = editions[index]
  if (edition === undefined) throw new RangeError('a list of segments for each edition')
  return edition.language
}

function joinTargets(segments: readonly DraftSegment[]): string {
  return segments.map(({ target }) => plainText(target ?? [])).join(' ')
}

function findingOf(
  { source, editions }: OpenDocument,
  paragraph: number,
  span: CommonSpan,
  texts: readonly LanguageText[],
  voice: LoneVoice,
): Finding {
  const index = texts.findIndex(({ language }) => language === voice.language)
  const edition = editions[index - 1]
  const list = span.segments[index - 1] ?? span.segments[0] ?? []
  const { segment, start, end } = segmentAt(list, voice.start, voice.end)
  const offset = (source.paragraphs[paragraph]?.start ?? 0) + span.start
  const place: Place =
    edition === undefined || segment === undefined
      ? source.place(offset + voice.start, offset + voice.end)
      : (placeIn(edition, segment, start, end) ?? source.place(offset, offset + span.end - span.start))
  const unit = editions[0]?.draft.units[paragraph]?.id ?? ''
  const text = texts[0]?.text ?? ''
  const target = texts[index]?.text ?? ''
  const { kind, found, expected, expectedLanguage, language } = voice
  return {
    rule,
    variant: found === '' ? 'nothing' : kind,
    level: 'warning',
    place,
    unit,
    ...(edition !== undefined && segment !== undefined && { segment: segment.id }),
    language,
    data: { language, found, expected, expectedLanguage },
    related: [],
    fingerprint: fingerprint(rule, unit, text, target),
    source: text,
    target,
  }
}

/** The segment in which an offset of the joined targets lies, with the offsets in it. */
function segmentAt(
  segments: readonly DraftSegment[],
  start: number,
  end: number,
): { segment: DraftSegment | undefined; start: number; end: number } {
  let before = 0
  for (const segment of segments) {
    const length = plainText(segment.target ?? []).length
    if (start <= before + length) return { segment, start: start - before, end: Math.min(end - before, length) }
    before += length + 1
  }
  return { segment: segments[0], start: 0, end: 0 }
}

function placeIn(edition: OpenEdition, segment: DraftSegment, start: number, end: number): Place | undefined {
  const old = segment.olds[0]
  return old && edition.file?.locate(old.unit, old.segment.id, 'target', start, end)
}
