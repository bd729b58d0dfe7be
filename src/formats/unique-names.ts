/** Gives each name once; a name that is taken gets `-2`, `-3`, … Quick also when a file uses one name a hundred thousand times. */

export interface UniqueNames {
  has(name: string): boolean
  take(wanted: string): string
}

export function uniqueNames(): UniqueNames {
  const used = new Set<string>()
  const next = new Map<string, number>()
  return {
    has: name => used.has(name),
    take(wanted) {
      let name = wanted
      if (used.has(name)) {
        let number = next.get(wanted) ?? 2
        while (used.has(`${wanted}-${number}`)) number++
        next.set(wanted, number + 1)
        name = `${wanted}-${number}`
      }
      used.add(name)
      return name
    },
  }
}
