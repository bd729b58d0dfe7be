/** Things made when they are first asked for: a long pattern with `\p{L}` costs a tenth of the time to start Node. */

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
