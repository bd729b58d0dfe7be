/** Generators of contents as readers make them: ids unique, pairs nested, no two texts side by side. */

import fc from 'fast-check'
import type { Content, Inline } from '../../../src/model/index.ts'

const words = fc.string({
  unit: fc.constantFrom(...'abc ÄКқ,.<>&"\'\n\t\r😀]'),
  minLength: 1,
  maxLength: 12,
})

type Shape =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ph' | 'start' | 'end'; readonly data: string | undefined; readonly type: string | undefined }
  | {
      readonly kind: 'pc' | 'mrk'
      readonly data: string | undefined
      readonly type: string | undefined
      readonly children: readonly Shape[]
    }
  | { readonly kind: 'cp'; readonly codePoint: number }

const data = fc.option(words, { nil: undefined })
const type = fc.option(fc.constantFrom('bold', 'x-own', 'fmt'), { nil: undefined })

const { shapes } = fc.letrec<{ shape: Shape; shapes: readonly Shape[] }>(tie => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('text' as const), text: words }),
    fc.record({ kind: fc.constantFrom('ph' as const, 'start' as const, 'end' as const), data, type }),
    fc.record({ kind: fc.constant('cp' as const), codePoint: fc.constantFrom(0, 7, 0x1b, 0xfffe, 0xffff) }),
    fc.record({ kind: fc.constantFrom('pc' as const, 'mrk' as const), data, type, children: tie('shapes') }),
  ),
  shapes: fc.array(tie('shape'), { maxLength: 4 }),
}))

/** Contents that TMX holds without loss. */
export const contents: fc.Arbitrary<Content> = shapes.map(list => {
  let number = 0
  const build = (items: readonly Shape[]): Content => {
    const content: Inline[] = []
    for (const shape of items) {
      if (shape.kind === 'text') {
        if (content.at(-1)?.kind !== 'text') content.push(shape)
        continue
      }
      if (shape.kind === 'cp') {
        content.push(shape)
        continue
      }
      const typed = shape.type === undefined ? {} : { type: shape.type }
      const code = shape.data === undefined ? typed : { data: shape.data, ...typed }
      number++
      if (shape.kind === 'ph') content.push({ kind: 'ph', id: `c${number}`, ...code })
      else if (shape.kind === 'start') content.push({ kind: 'sc', id: `c${number}`, isolated: true, ...code })
      else if (shape.kind === 'end') content.push({ kind: 'ec', id: `c${number}`, isolated: true, ...code })
      else if (!('children' in shape)) continue
      else if (shape.kind === 'mrk')
        content.push({ kind: 'mrk', id: `m${number}`, ...typed, children: build(shape.children) })
      else {
        const end = shape.data === undefined ? {} : { dataEnd: `/${shape.data}` }
        content.push({ kind: 'pc', id: `c${number}`, ...code, ...end, children: build(shape.children) })
      }
    }
    return content
  }
  return build(list)
})

/** Text any XML file can hold. */
export const xmlText: fc.Arbitrary<string> = fc.string({ unit: fc.constantFrom(...'ab <>&"\'\n\t\rқё😀') })
