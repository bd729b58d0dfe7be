/** Glossaries by path. */

import { extname } from 'node:path'
import { readGlossaryCsv } from '../formats/csv/index.ts'
import { readTbx } from '../formats/tbx/index.ts'
import { type Concept, Failure, type Finding, placeAt } from '../model/index.ts'
import type { FileReader } from './project-root.ts'

export interface Glossary {
  readonly concepts: readonly Concept[]
  /** What was odd in the file: two concepts with one id, a section without language. */
  readonly findings: readonly Finding[]
}

/**
 * A glossary: TBX, or CSV whose first row names the languages.
 * @throws Failure `file.not-found`, or as the readers do
 */
export function readTerms(path: string, read: FileReader): Glossary {
  const bytes = read(path)
  if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(path, 1, 1) })
  if (extname(path).toLowerCase() === '.tbx') return readTbx(bytes, { file: path })
  return { concepts: readGlossaryCsv(bytes, { file: path }), findings: [] }
}
