/** Members that are known to be there: who is wrong about it hears so at once. */

/** The member at `index`. @throws RangeError where there is none */
export function at<T extends NonNullable<unknown>>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`no member at ${index}`)
  return found
}

/** The value of `key`. @throws RangeError where there is none */
export function valueAt<K, V extends NonNullable<unknown>>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new RangeError(`no value of ${String(key)}`)
  return found
}
