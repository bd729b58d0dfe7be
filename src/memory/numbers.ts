/** A match that differs from the query only in numbers is put right: the old number becomes the new one. */

import { collapseBlanks } from '../text/normalize.ts'

const number = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu

/**
 * The target with the numbers of `query` in place of those of `source`, or nothing when the two differ in more than
 * numbers, or when a number does not stand in the target exactly as often as in the source.
 *
 * @example adaptNumbers('Page 7 of 9', 'Page 3 of 9', '9 беттің 3-беті') // '9 беттің 7-беті'
 */
export function adaptNumbers(query: string, source: string, target: string): string | undefined {
  const wanted = query.match(number)
  const found = source.match(number)
  if (wanted === null || found === null || wanted.length !== found.length) return undefined
  if (frame(query) !== frame(source)) return undefined
  const changes = new Map<string, string>()
  for (const [i, old] of found.entries()) {
    const fresh = wanted[i] ?? old
    if ((changes.get(old) ?? fresh) !== fresh) return undefined
    changes.set(old, fresh)
  }
  return replaceNumbers(target, found, changes)
}

function replaceNumbers(
  target: string,
  found: readonly string[],
  changes: ReadonlyMap<string, string>,
): string | undefined {
  const inTarget = target.match(number) ?? []
  const spelled = new Map<string, string>()
  let isChanged = false
  for (const [old, fresh] of changes) {
    if (old === fresh) continue
    const count = found.filter(each => each === old).length
    const spelling = [
      { old, fresh },
      { old: swapMarks(old), fresh: swapMarks(fresh) },
    ].find(each => inTarget.filter(one => one === each.old).length === count)
    if (spelling === undefined) return undefined
    spelled.set(spelling.old, spelling.fresh)
    isChanged = true
  }
  return isChanged ? target.replace(number, each => spelled.get(each) ?? each) : undefined
}

/** English and Russian or Kazakh write decimal point and comma the other way round. */
function swapMarks(text: string): string {
  return text.replace(/[.,]/g, mark => (mark === '.' ? ',' : '.'))
}

/** The text with every number made one. */
function frame(text: string): string {
  return collapseBlanks(text.normalize('NFC')).replace(number, '0')
}
