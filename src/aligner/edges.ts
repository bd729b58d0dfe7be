/** How segments begin and end, and how many sentences they hold. */

/** Edges of the segments of one side. */
export interface Edges {
  /** 1 where a segment begins with a small letter. */
  readonly starts: Uint8Array
  /** How a segment ends: index into {@link endings}. */
  readonly ends: Uint8Array
  /** Sentences before each segment, counting every segment as whole; one entry more than segments. */
  readonly sentences: Int32Array
  /** Joints before each segment, its own included, that no sentence ends at. */
  readonly bridges: Int32Array
}

/** Full stop and the like; colon or semicolon; comma or dash; none of them. */
export const endings = ['stop', 'half', 'comma', 'open'] as const
/** More sentences than that in one stretch are all the same. */
export const mostSentences = 6

const startPattern = /[\p{L}\p{N}]/u
const smallPattern = /\p{Ll}/u
const stopPattern = /[.!?…。！？]["»”“’')\]\s]*$/u
const halfPattern = /[;:]["»”“’')\]\s]*$/u
const commaPattern = /[,–—-]["»”“’')\]\s]*$/u
const innerPattern = /[.!?…]["»”“’')\]]*\s+["«“„(–—-]*\s*(?=\p{Lu})/gu

export function edgesOf(segments: readonly string[]): Edges {
  const count = segments.length
  const starts = new Uint8Array(count)
  const ends = new Uint8Array(count)
  const sentences = new Int32Array(count + 1)
  const bridges = new Int32Array(count + 1)
  for (const [i, text] of segments.entries()) {
    starts[i] = smallPattern.test(startPattern.exec(text)?.[0] ?? '') ? 1 : 0
    ends[i] = endingOf(text)
    const inner = text.match(innerPattern)?.length ?? 0
    sentences[i + 1] = (sentences[i] ?? 0) + inner + 1
    const isBridge = i > 0 && (ends[i - 1] === endings.indexOf('comma') || starts[i] === 1)
    bridges[i] = (bridges[i - 1] ?? 0) + (isBridge ? 1 : 0)
  }
  return { starts, ends, sentences, bridges }
}

function endingOf(text: string): number {
  const ending = stopPattern.test(text)
    ? 'stop'
    : halfPattern.test(text)
      ? 'half'
      : commaPattern.test(text)
        ? 'comma'
        : 'open'
  return endings.indexOf(ending)
}

/** Sentences in the segments `[from, to)`; a sentence cut in two is one. */
export function sentencesIn(edges: Edges, from: number, to: number): number {
  const whole = (edges.sentences[to] ?? 0) - (edges.sentences[from] ?? 0)
  return Math.min(mostSentences, whole - (edges.bridges[to - 1] ?? 0) + (edges.bridges[from] ?? 0))
}
