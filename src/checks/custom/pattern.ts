import { listOption, type SegmentCheck, targetFlaw } from '../check.ts'

/**
 * Words of your own that must not stand in a target, from the option `find`. Literal; `*` stands for any run of letters.
 * No regular expressions: a pattern from a config must not be able to stop the check.
 */
export const pattern: SegmentCheck = {
  description: { id: 'custom/pattern', level: 'off', its: 'other', mqm: 'style/organizational-style' },
  scope: 'segment',
  defaults: { find: [] },
  *run({ target }, { options }) {
    for (const find of listOption(options, 'find')) {
      if (find === '' || find.length > 200) continue
      for (const match of target.text.matchAll(compiled(find))) {
        if (match[0] !== '') yield targetFlaw(match.index, match.index + match[0].length, { data: { found: match[0] } })
      }
    }
  },
}

const cache = new Map<string, RegExp>()

/** Every sign of `find` escaped; `*` becomes at most 40 letters: linear. */
function compiled(find: string): RegExp {
  const known = cache.get(find)
  if (known !== undefined) return known
  const source = find.replace(/[\\^$.*+?()[\]{}|/-]/g, sign => (sign === '*' ? '\\p{L}{0,40}' : `\\${sign}`))
  const made = new RegExp(source, 'giu')
  if (cache.size < 1000) cache.set(find, made)
  return made
}
