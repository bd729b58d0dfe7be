/** Are two pieces of the model the same? Spans do not count: they say where, not what. */

const ignored = new Set(['span', 'sourceSpan', 'targetSpan'])

/** Deep equality of plain data; a missing field equals one that is undefined. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, i) => isEqual(item, b[i]))
  }
  const left = new Map(Object.entries(a))
  const right = new Map(Object.entries(b))
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    if (!ignored.has(key) && !isEqual(left.get(key), right.get(key))) return false
  }
  return true
}
