/** Lists compared by key, each entry as often as it stands there. */

/** Entries of `a` that have no partner in `b`; of equal entries the last are left over. */
export function difference<Entry extends { readonly key: string }>(
  a: readonly Entry[],
  b: readonly { readonly key: string }[],
): readonly Entry[] {
  if (a.length === 0) return a
  const left = new Map<string, number>()
  for (const { key } of b) left.set(key, (left.get(key) ?? 0) + 1)
  return a.filter(({ key }) => {
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}
