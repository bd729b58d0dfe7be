/** Types of codes in the words of TMX 1.4b and of XLIFF 2. */

import type { Code, Content, Inline } from '../../model/index.ts'

/** TMX recommends these words (its appendix on `type`); XLIFF 2 says the same with type and sub-type. */
const pairs: readonly (readonly [tmx: string, type: string, subType: string])[] = [
  ['bold', 'fmt', 'xlf:b'],
  ['italic', 'fmt', 'xlf:i'],
  ['ulined', 'fmt', 'xlf:u'],
  ['lb', 'fmt', 'xlf:lb'],
  ['pb', 'fmt', 'xlf:pb'],
]

/** What the XLIFF 2 writer makes of a word it does not know. */
const foreign = 'xliff12:'

/** Codes of a TMX as XLIFF 2 names them. */
export function withXliffTypes(content: Content): Content {
  return retyped(content, ({ type, subType }) => {
    const found = subType === undefined ? pairs.find(([tmx]) => tmx === type) : undefined
    return found === undefined ? { type, subType } : { type: found[1], subType: found[2] }
  })
}

/** Codes of an XLIFF as TMX names them; the inverse of {@link withXliffTypes}. */
export function withTmxTypes(content: Content): Content {
  return retyped(content, ({ type, subType }) => {
    if (type === 'other' && subType?.startsWith(foreign) === true)
      return { type: subType.slice(foreign.length), subType: undefined }
    const found = pairs.find(each => each[1] === type && each[2] === subType)
    return found === undefined ? { type, subType } : { type: found[0], subType: undefined }
  })
}

interface Types {
  readonly type: string | undefined
  readonly subType: string | undefined
}

function retyped(content: Content, change: (types: Types) => Types): Content {
  const code = <Kind extends Code>(inline: Kind): Kind => {
    const { type: _type, subType: _subType, ...rest } = inline
    const { type, subType } = change({ type: inline.type, subType: inline.subType })
    // Proof: `rest` is the code without two optional fields, which are put back.
    return { ...rest, ...(type === undefined ? {} : { type }), ...(subType === undefined ? {} : { subType }) } as Kind
  }
  return content.map((inline): Inline => {
    switch (inline.kind) {
      case 'ph':
      case 'sc':
      case 'ec':
        return code(inline)
      case 'pc':
        return { ...code(inline), children: retyped(inline.children, change) }
      case 'mrk':
        return { ...inline, children: retyped(inline.children, change) }
      default:
        return inline
    }
  })
}
