/** Lists of few members: what a unit has of each kind. */

/**
 * The list with one more member; the old one is not used any more. A list that grows by itself makes room for 17 at the second
 * member, and a file has millions of lists with two.
 */
export function extended<T>(list: readonly T[], member: T): readonly T[] {
  const [first, second] = list
  // Proof: a list of that length has these members, and a longer one was made here.
  if (list.length === 0) return [member]
  if (list.length === 1) return [first as T, member]
  if (list.length === 2) return [first as T, second as T, member]
  ;(list as T[]).push(member)
  return list
}
