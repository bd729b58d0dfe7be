/** What a project knows beside its documents: glossaries, memories, segmentation rules. */

import { extname } from 'node:path'
import { readGlossaryCsv } from '../formats/csv/index.ts'
import { readTbx } from '../formats/tbx/index.ts'
import { type Concept, Failure, type Language, placeAt } from '../model/index.ts'
import { segment } from '../segmenter/index.ts'
import type { ProjectKnowledge } from './editions.ts'
import type { FileReader, Project } from './project.ts'
import { readMemoryUnits } from './project-memory.ts'

/** Reads what the config names. A memory that is not there yet is empty; a glossary must be there. */
export function loadKnowledge(project: Project, read: FileReader): ProjectKnowledge {
  const { profile } = project.config.values.segmentation
  return {
    terms: project.terms.flatMap(path => readTerms(path, read)),
    units: readMemoryUnits(project, read),
    cutter: (language: Language) => paragraph =>
      segment(paragraph, { language, ...(profile !== undefined && { profile }) }),
  }
}

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
