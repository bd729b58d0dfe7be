/** Texts too large for memory, cut paragraph by paragraph. */

import { type Segmented, type SegmentOptions, segment } from './segment.ts'

/**
 * Segments a text that comes in pieces, such as the chunks of a decoded file. Offsets count in the whole text. Only the
 * last, unfinished paragraph is kept.
 */
export async function* segmentStream(
  chunks: Iterable<string> | AsyncIterable<string>,
  options: SegmentOptions,
): AsyncGenerator<Segmented> {
  let rest: string[] = []
  let offset = 0
  for await (const chunk of chunks) {
    const end = lastLineEnd(chunk)
    if (end < 0) {
      rest.push(chunk)
      continue
    }
    const whole = rest.join('') + chunk.slice(0, end)
    yield* shifted(segment(whole, options), offset)
    offset += whole.length
    rest = [chunk.slice(end)]
  }
  yield* shifted(segment(rest.join(''), options), offset)
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
