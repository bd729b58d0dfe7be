/** FlexSearch beside our search: the full-text index for JavaScript that is known as the fastest. It ranks by words in common. */

export interface FlexSearch {
  /** Numbers of the texts it finds, the best first. */
  search(query: string): readonly number[]
}

/** An index of the texts by whole words, any of which may be missing; undefined where FlexSearch is not installed. */
export async function flexSearch(texts: readonly string[], limit: number): Promise<FlexSearch | undefined> {
  const flexsearch = await import('flexsearch').catch(() => undefined)
  if (flexsearch === undefined) return undefined
  const index = new flexsearch.Index({ tokenize: 'strict' })
  for (const [number, text] of texts.entries()) index.add(number, text)
  // Proof: ids are the numbers they were added with.
  return { search: query => index.search(query, { limit, suggest: true }) as unknown as number[] }
}
