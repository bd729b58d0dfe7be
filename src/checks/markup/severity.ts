/** How bad a tag lost or added is: a broken structure is an error, other emphasis in a whole one is the translator's hand. */

import type { Level } from '../../model/index.ts'
import type { MarkupMention } from '../text-view.ts'

/** A level where it is not the rule's own: `info` where the source is broken and the target mends it, `looks` for looks alone. */
export function severity(
  different: readonly MarkupMention[],
  source: readonly MarkupMention[],
  target: readonly MarkupMention[],
  looks: Level,
): { readonly level?: Level } {
  if (!isBalanced(target)) return {}
  if (!isBalanced(source)) return { level: 'info' }
  return different.every(isLook) ? { level: looks } : {}
}

/** Literal tags that change how words look and are set, nothing a program or a link needs. */
function isLook({ literal, written }: MarkupMention): boolean {
  return (
    literal &&
    /^<\/?(?:b|i|u|s|em|strong|small|big|tt|bold|italic|underline|quote|firstterm|code|icode|sub|sup|p|br|nl|qt|nobr|center|font|span|emphasis|interface|application|filename|resource|title|gui[a-z]+|command|literal|computeroutput|userinput|option|replaceable|keycap|keycombo|para|h[1-6]|ul|ol|li|html|head|body)(?:\s[^<>]*)?\/?>$/i.test(
      written,
    )
  )
}

/** Every literal tag that opens is closed; paragraphs and list items need not be. */
function isBalanced(markup: readonly MarkupMention[]): boolean {
  const open = new Map<string, number>()
  for (const { kind, literal, pairKey } of markup) {
    if (!literal || kind === 'standalone') continue
    const depth = (open.get(pairKey) ?? 0) + (kind === 'open' ? 1 : -1)
    if (depth < 0) return false
    open.set(pairKey, depth)
  }
  return [...open].every(([pairKey, depth]) => depth === 0 || /^(?:p|li|dt|dd|td|tr|th)$/i.test(pairKey))
}
