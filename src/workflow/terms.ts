/** Glossaries by path. */

import { extname } from 'node:path'
import { readGlossaryCsv } from '../formats/csv/index.ts'
import { readTbx } from '../formats/tbx/index.ts'
import { type Concept, Failure, placeAt } from '../model/index.ts'
import type { FileReader } from './project-root.ts'

/**
 * A glossary: TBX, or CSV whose first row names the languages.
 * @throws Failure `file.not-found`, or as the readers do
 */
export function readTerms(path: string, read: FileReader): readonly Concept[] {
  const bytes = read(path)
  if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(path, 1, 1) })
  return extname(path).toLowerCase() === '.tbx'
    ? readTbx(bytes, { file: path }).concepts
    : readGlossaryCsv(bytes, { file: path })
}
