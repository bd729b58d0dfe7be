import type { Unit } from '../../src/model/index.ts'

/** A unit with nothing special about it; its parts are to be given. */
export const bareUnit: Omit<Unit, 'parts'> = {
  kind: 'unit',
  id: 'u',
  translate: true,
  canResegment: true,
  preserveSpace: false,
  notes: [],
  candidates: [],
  metadata: [],
}
