/** Texts too large for memory, cut paragraph by paragraph. */

import { type Segmented, type SegmentOptions, segment } from './segment.ts'

/**
 * Segments a text that comes in pieces, such as the chunks of a decoded file. Offsets count in the whole text. Only the
 * last, unfinished paragraph is kept, and of one longer than two million units only what is not cut yet.
 */
export async function* segmentStream(
  chunks: Iterable<string> | AsyncIterable<string>,
  options: SegmentOptions,
): AsyncGenerator<Segmented> {
  const paragraphs = paragraphJoiner(text => segment(text, options))
  let offset = 0
  for await (const chunk of chunks) {
    const whole = paragraphs.push(chunk)
    yield* shifted(segment(whole, options), offset)
    offset += whole.length
  }
  yield* shifted(segment(paragraphs.end(), options), offset)
}

/** Puts chunks together to texts that end with a paragraph. */
export interface ParagraphJoiner {
  /** What can be segmented now that this chunk is there; often the empty text. */
  push(chunk: string): string
  /** What is left. */
  end(): string
}

/** Longest paragraph that is kept whole, UTF-16 units. */
const longestParagraph = 1 << 21

/**
 * A paragraph longer than `most` is given in parts: it is segmented, and its last two sentences wait for what follows. So
 * the time stays linear and the memory bounded.
 */
export function paragraphJoiner(
  segmentText: (text: string) => readonly Segmented[],
  most: number = longestParagraph,
): ParagraphJoiner {
  let rest: string[] = []
  let length = 0
  let limit = most
  const keep = (text: string): void => {
    rest = text === '' ? [] : [text]
    length = text.length
    limit = Math.max(most, 2 * length)
  }
  const takeLong = (): string => {
    const text = rest.join('')
    const from = segmentText(text).at(-2)?.start ?? 0
    keep(text.slice(from))
    return text.slice(0, from)
  }
  return {
    push(chunk) {
      const end = lastLineEnd(chunk)
      if (end < 0) {
        rest.push(chunk)
        length += chunk.length
        return length > limit ? takeLong() : ''
      }
      const whole = rest.join('') + chunk.slice(0, end)
      keep(chunk.slice(end))
      return whole
    },
    end() {
      const whole = rest.join('')
      keep('')
      return whole
    },
  }
}

/** Behind the last line break; a CR at the very end may be half of a CRLF, which does no harm: both halves are white space. */
function lastLineEnd(chunk: string): number {
  for (let i = chunk.length - 1; i >= 0; i--) {
    const unit = chunk.charCodeAt(i)
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return i + 1
  }
  return -1
}

function* shifted(segments: readonly Segmented[], by: number): Generator<Segmented> {
  for (const sentence of segments) yield { ...sentence, start: sentence.start + by, end: sentence.end + by }
}
