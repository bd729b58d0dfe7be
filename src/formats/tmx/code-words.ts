/**
 * Content ↔ `<seg>` at level 2 of TMX 1.4b.
 *
 * ```
 * pc           <bpt i="1" x="1">&lt;b></bpt>…<ept i="1">&lt;/b></ept>
 * sc … ec      the same two, where they overlap with others
 * sc, ec alone <it pos="begin" x="1">…</it>, <it pos="end" x="1">…</it>
 * ph           <ph x="1">…</ph>      (read also from the old <ut>)
 * mrk          <hi x="1">…</hi>
 * cp           <ph type="x-cp">U+0007</ph>
 * ```
 *
 * `x` joins the codes of the languages: it is the id. Codes without `x` get the first free number. `i` is counted anew. What stands under a {@link tmxAttribute} name in `attributes` was in the file and is written again.
 */

/** Names of attributes in `Content` that only TMX knows. */
export const tmxAttribute = { x: 'tmx:x', assoc: 'tmx:assoc', element: 'tmx:element', sub: 'tmx:sub' } as const

/** `type` of the `<ph>` that stands for a character XML cannot hold. */
export const codePointType = 'x-cp'
