import { type SegmentCheck, targetFlaw, wholeTarget } from '../check.ts'
import type { Pair } from '../pair.ts'
import { doubtful, foreignScore, sure, truncatedScore } from './evidence.ts'
import { isSkipped } from './misaligned.ts'

/** The end of the sentence, or a clause of it, is not translated: the target is short and words of the source have no counterpart. */
export const truncated: SegmentCheck = {
  description: { id: 'drift/truncated', level: 'warning', its: 'omission', mqm: 'accuracy/omission' },
  scope: 'segment',
  weak: 'length',
  *run(pair) {
    if (isSkipped(pair)) return
    const dangling = danglingWord(pair)
    if (dangling !== undefined) {
      yield targetFlaw(dangling.start, dangling.end, { variant: 'dangling', data: { word: dangling.text } })
      return
    }
    // A label may be put shorter than a sentence may.
    if (!pair.isProse) return
    const score = truncatedScore(pair)
    if (score < doubtful.truncated) return
    // A stranger is told by its own rule, but half a sentence that hardly meets its source is cut rather than strange.
    const isHalf = pair.target.text.length * 2 < pair.source.text.length
    if (!isHalf && foreignScore(pair) >= sure.foreign) return
    const part = pair.evidence.source.longestUnmatched
    // Not one word met: the lexicon does not know the matter, and nothing shows that a part is missing.
    if (!isHalf && pair.evidence.source.found === 0 && pair.evidence.target.found === 0) return
    yield wholeTarget(pair, {
      data: { text: part === undefined ? '' : pair.source.text.slice(part.start, part.end) },
      ...(part === undefined ? { variant: 'short' } : {}),
      ...(score < sure.truncated || pair.source.words.length < 8 ? { level: 'info' as const } : {}),
    })
  },
}

/** Words no Russian or Kazakh sentence ends with: prepositions, conjunctions. */
const russian: ReadonlySet<string> = new Set(
  'в во на с со к ко о об обо от ото из изо у для при без над под за про перед через между среди и а но или что чтобы если когда'.split(
    ' ',
  ),
)
const kazakh: ReadonlySet<string> = new Set(
  'және мен бен пен немесе не бірақ әрі яғни егер бұл осы өте ең оның олардың'.split(' '),
)

function danglingWord(pair: Pair): { readonly start: number; readonly end: number; readonly text: string } | undefined {
  const words = pair.targetIs('ru') ? russian : pair.targetIs('kk') ? kazakh : undefined
  const last = pair.target.words.at(-1)
  if (words === undefined || last === undefined || pair.target.words.length < 3) return undefined
  if (!words.has(last.text)) return undefined
  // «только что», «не на что», «или без», «а-а-а», «через %d с.», «Мбит/с»: an adverb, a cry, a second.
  const before = pair.target.masked.slice(0, last.start)
  if (
    last.text === 'что'
      ? /(?:только|пока|разве|на|за|ни) $/i.test(before)
      : /[\d\ufffc%]\p{L}? ?$|[/-]$|(?:или|либо) $/u.test(before)
  )
    return undefined
  // Only where the sentence stops at once: «извлечь в…» and «деген не?» are whole.
  if (
    !/^[.!]?[”»"]{0,2}$/.test(pair.target.masked.slice(last.end).trim()) ||
    !/[.!]["”»']{0,2}$/.test(pair.source.masked.trim())
  )
    return undefined
  return last
}
