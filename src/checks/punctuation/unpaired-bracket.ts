import { type SegmentCheck, targetFlaw } from '../check.ts'

/** A bracket opens and does not close, or the other way round, while the source's brackets are whole. */
export const unpairedBracket: SegmentCheck = {
  description: {
    id: 'punctuation/unpaired-bracket',
    level: 'warning',
    its: 'typographical',
    mqm: 'linguistic-conventions/punctuation/unpaired-marks',
  },
  scope: 'segment',
  *run({ source, target, isGarbled }) {
    if (isGarbled || !/[()[\]{}]/.test(target.masked)) return
    const lonely = lonelyBracket(target.masked)
    if (lonely === undefined || lonelyBracket(source.masked) !== undefined) return
    yield targetFlaw(lonely, lonely + 1, { data: { mark: target.masked[lonely] ?? '' } })
  },
}

const partner: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

/** Offset of the first bracket without its partner. `a)`, `1)` at the start of an entry and smileys are no brackets. */
function lonelyBracket(text: string): number | undefined {
  const open: { readonly mark: string; readonly at: number }[] = []
  for (const match of text.matchAll(/[()[\]{}]/g)) {
    const mark = match[0]
    const at = match.index
    const expected = partner.get(mark)
    // «(в руководстве &name;)»: a smiley closes nothing that is open.
    const isSmiley = /[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at))
    if (isSmiley && ((mark === ')' && open.at(-1)?.mark !== '(') || (mark === '(' && !text.includes(')', at)))) continue
    if (expected === undefined) open.push({ mark, at })
    else if (open.at(-1)?.mark === expected) open.pop()
    else if (!(mark === ')' && /(?:^|\s)[\p{L}\d]{1,3}$/u.test(text.slice(Math.max(0, at - 4), at)))) return at
  }
  return open[0]?.at
}
