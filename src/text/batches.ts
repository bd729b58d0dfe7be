/** Pieces of text joined to larger ones, so that each is worth a write. */

/** Joins neighbours until they have `least` UTF-16 units; the last may have fewer. */
export function* batches(pieces: Iterable<string>, least = 65_536): Generator<string> {
  let batch = ''
  for (const piece of pieces) {
    batch += piece
    if (batch.length < least) continue
    yield batch
    batch = ''
  }
  if (batch !== '') yield batch
}
