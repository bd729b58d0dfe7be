/** Names of elements and attributes without a string each time: a file has few of them and repeats them without end. */

import { isNameCharacter, kind, kindOf, pointAt, unit } from './characters.ts'
import { isQualifiedName, type NamespaceScope, type QualifiedName } from './names.ts'

export interface XmlName {
  readonly text: string
  /** The same as numbers, quicker to compare. */
  readonly units: Uint16Array
  /** `xmlns` or `xmlns:…`. */
  readonly isDeclaration: boolean
  readonly hasColon: boolean
  /** `a`, `p:a`; not `:a`, `a:`, `a:b:c`. */
  readonly isQualified: boolean
  /** Number of the last tag that had it as an attribute: seen twice in one tag, it is one too many. */
  tag: number
  /** What it meant as an element, and where: mostly it is asked for there again. */
  scope: NamespaceScope | undefined
  meaning: QualifiedName | undefined
  /** What followed it the last time. */
  next: XmlName | undefined
}

export interface NameCache {
  /** The name that begins at an offset, up to the first character that is none of a name. One object for equal names. */
  at(text: string, start: number): XmlName
  /** Forgets the names when there are very many; a hostile file may have any number. */
  trim(): void
}

/** After a name mostly the same name follows as last time: it is compared, the others are looked up. */
export function nameCache(): NameCache {
  const known = new Map<string, XmlName>()
  let last = nameOf('')
  return {
    at(text, start) {
      let found = last.next
      if (found === undefined || !standsAt(text, start, found)) {
        const name = text.slice(start, nameEnd(text, start))
        found = known.get(name)
        if (found === undefined) {
          found = nameOf(name)
          known.set(found.text, found)
        }
        last.next = found
      }
      last = found
      return found
    },
    trim() {
      if (known.size <= namesKept) return
      known.clear()
      last = nameOf('')
    },
  }
}

const namesKept = 4096

function nameOf(given: string): XmlName {
  // The one copy that V8 makes of a key: compared as quickly as a number, and not a slice, which keeps the whole text it is from.
  const [name = given] = Object.keys({ [given]: true })
  const units = new Uint16Array(name.length)
  for (let i = 0; i < name.length; i++) units[i] = name.charCodeAt(i)
  return {
    text: name,
    units,
    isDeclaration: name.startsWith('xmlns') && (name.length === 5 || name[5] === ':'),
    hasColon: name.includes(':'),
    isQualified: isQualifiedName(name),
    tag: 0,
    scope: undefined,
    meaning: undefined,
    next: undefined,
  }
}

/** True when the name stands at an offset and ends there. */
export function standsAt(text: string, start: number, { units }: XmlName): boolean {
  const { length } = units
  for (let i = 0; i < length; i++) if (text.charCodeAt(start + i) !== units[i]) return false
  const after = text.charCodeAt(start + length)
  // NaN at the end of the text is not below: the name may go on, it is looked up.
  // Proof of `as`: the table has every unit.
  return after < unit.surrogates && ((kindOf[after] as number) & kind.nameRest) === 0
}

/** End of the run of name characters at `at`. */
export function nameEnd(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at)
    if (code < unit.surrogates) {
      if (!isNameCharacter(code)) return at
      at++
    } else {
      // NaN at the end of the text is no name character either.
      const point = pointAt(text, at)
      if (!isNameCharacter(point)) return at
      at += point > 0xffff ? 2 : 1
    }
  }
}
