import type { Unit } from '../../model/index.ts'
import { type DocumentCheck, wholeTarget } from '../check.ts'

/** Two units of one file have the same id: tools will take one for the other. */
export const duplicateUnitId: DocumentCheck = {
  description: { id: 'file/duplicate-unit-id', level: 'error', its: 'other', mqm: 'design/other' },
  scope: 'document',
  *run(pairs) {
    const seen = new Map<string, Unit>()
    const told = new Set<Unit>()
    for (const pair of pairs) {
      const key = `${pair.file}\n${pair.unit.id}`
      const first = seen.get(key)
      if (first === undefined) seen.set(key, pair.unit)
      else if (first !== pair.unit && !told.has(pair.unit)) {
        told.add(pair.unit)
        yield { pair, ...wholeTarget(pair, { data: { id: pair.unit.id } }) }
      }
    }
  },
}
