import { mojibake as findMojibake } from '../../text/mojibake.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'

/** Text read in the wrong encoding: «Ð¢ÐµÐºÑÑ‚», «òåêñò», «т�кст», «т?кст». */
export const mojibake: SegmentCheck = {
  description: {
    id: 'characters/mojibake',
    level: 'error',
    its: 'characters',
    mqm: 'linguistic-conventions/character-encoding',
  },
  scope: 'segment',
  *run(pair) {
    const { source, target } = pair
    for (const { start, end, kind, repaired } of findMojibake(target.text, pair.targetIs('ru', 'kk'))) {
      const found = target.text.slice(start, end)
      // What the source says the same way is a quotation.
      if (source.text.includes(found) || (found.startsWith('???') && source.text.includes('???'))) continue
      yield targetFlaw(start, end, {
        variant: kind,
        data: { found: found.slice(0, 60), ...(repaired === undefined ? {} : { repaired: repaired.slice(0, 60) }) },
        ...(repaired === undefined
          ? {}
          : { fix: { side: 'target' as const, start, end, text: repaired, safe: false } }),
      })
      return
    }
  },
}
