/** What a project knows beside its documents: glossaries, memories, segmentation rules. */

import { Failure, type Language, placeAt } from '../model/index.ts'
import { segment } from '../segmenter/index.ts'
import { once } from '../text/once.ts'
import type { ProjectKnowledge } from './editions.ts'
import { projectCounts } from './memory-lexicon.ts'
import type { FileReader, Project } from './project.ts'
import { readTextMemories } from './project-memory.ts'
import { deadlineMatcher, readRulesFile } from './segment.ts'
import type { Cutter } from './source-text.ts'
import { readTerms } from './terms.ts'

/**
 * Reads what the config names. A memory that is not there yet is empty; a glossary or rule file must be there. `isReadOnly`:
 * what can be made again is not kept.
 */
export function loadKnowledge(
  project: Project,
  read: FileReader,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {},
): ProjectKnowledge {
  const { profile, rules } = project.config.values.segmentation
  const glossaries = project.terms.map(path => readTerms(path, read))
  const memories = readTextMemories(project, read)
  const ownRules = rules === undefined ? undefined : ruleCutters(rules, read)
  return {
    terms: glossaries.flatMap(({ concepts }) => concepts),
    termFindings: glossaries.flatMap(({ findings }) => findings),
    units: memories.flatMap(({ units }) => units),
    counts: once(() => projectCounts(project, memories, { isReadOnly })),
    cutter: language =>
      ownRules?.(language) ??
      (paragraph => segment(paragraph, { language, ...(profile !== undefined && { profile }) })),
  }
}

/** Cutters by the project's own SRX rules, tried under a deadline in one thread that ends with the process. */
function ruleCutters(path: string, read: FileReader): (language: Language) => Cutter {
  const bytes = read(path)
  if (bytes === undefined) throw new Failure('file.not-found', { place: placeAt(path, 1, 1) })
  const rulesFile = readRulesFile(bytes, path)
  const matcher = deadlineMatcher(rulesFile)
  return language => paragraph => segment(paragraph, { language, rules: rulesFile.rules, matcher: matcher.match })
}
