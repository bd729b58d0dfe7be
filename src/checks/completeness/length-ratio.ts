import { lengthSurprise } from '../../text/length-ratio.ts'
import { numberOption, type SegmentCheck, wholeTarget } from '../check.ts'

/** The target is much shorter or longer than translations between these languages are. Weak: info, unless another sign agrees. */
export const lengthRatio: SegmentCheck = {
  description: { id: 'completeness/length-ratio', level: 'info', its: 'length', mqm: 'accuracy/omission' },
  scope: 'segment',
  weak: 'length',
  defaults: { deviations: 2.6 },
  *run(pair, { options }) {
    if (pair.isGarbled) return
    const surprise = lengthSurprise(pair.source.text, pair.target.text, pair.sourceLanguage, pair.targetLanguage)
    const limit = numberOption(options, 'deviations', 2.6)
    if (Math.abs(surprise) < limit) return
    const percent = Math.round((100 * pair.target.text.length) / Math.max(1, pair.source.text.length))
    yield wholeTarget(pair, { variant: surprise < 0 ? 'short' : 'long', data: { percent } })
  },
}
