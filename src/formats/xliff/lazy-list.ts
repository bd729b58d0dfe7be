/** A list whose members are made when asked for. */

/** Lists up to this length are made at once: a plain array is quicker and prints better. */
const plainLength = 64

/** Reads like an array of `length` members; `make` must give equal members each time it is asked for one. */
export function lazyList<T>(length: number, make: (index: number) => T): readonly T[] {
  if (length <= plainLength) return Array.from({ length }, (_, i) => make(i))
  const indexOf = (property: string | symbol): number => {
    if (typeof property !== 'string' || !/^(?:0|[1-9][0-9]{0,8})$/.test(property)) return -1
    const index = Number(property)
    return index < length ? index : -1
  }
  return new Proxy<T[]>(new Array(length), {
    get(target, property, receiver) {
      const index = indexOf(property)
      return index < 0 ? Reflect.get(target, property, receiver) : make(index)
    },
    has: (target, property) => indexOf(property) >= 0 || Reflect.has(target, property),
    ownKeys: target => [...Array.from({ length }, (_, i) => String(i)), ...Reflect.ownKeys(target)],
    getOwnPropertyDescriptor(target, property) {
      const index = indexOf(property)
      if (index < 0) return Reflect.getOwnPropertyDescriptor(target, property)
      return { value: make(index), writable: true, enumerable: true, configurable: true }
    },
    set: () => false,
    deleteProperty: () => false,
  })
}
