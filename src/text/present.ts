/** What is there for sure, though its type cannot tell: who is wrong about it hears so at once. */

/** @throws RangeError when it is not there: a mistake of ours, never of a file. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('unreachable')
  return value
}

/** The member at `index`. @throws RangeError where there is none */
export function at<T extends NonNullable<unknown>>(list: ArrayLike<T>, index: number): T {
  return present(list[index])
}

/** The value of `key`. @throws RangeError where there is none */
export function valueAt<K, V extends NonNullable<unknown>>(map: ReadonlyMap<K, V>, key: K): V {
  return present(map.get(key))
}
