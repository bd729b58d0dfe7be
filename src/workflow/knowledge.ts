/** What a project knows beside its documents: glossaries, memories, segmentation rules. */

import type { Language } from '../model/index.ts'
import { segment } from '../segmenter/index.ts'
import type { ProjectKnowledge } from './editions.ts'
import type { FileReader, Project } from './project.ts'
import { readMemoryUnits } from './project-memory.ts'
import { readTerms } from './terms.ts'

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
