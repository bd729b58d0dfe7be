/** Brings the bilingual files up to date with source and published text, and the memory up to date with them. */

import { join } from 'node:path'
import { rewriteXliff, writeXliff } from '../formats/xliff/index.ts'
import { Failure, type Language } from '../model/index.ts'
import type { Change } from './draft.ts'
import { type OpenDocument, type OpenEdition, openDocument } from './editions.ts'
import { followMemory, hasEmptyTargets, type Lookup } from './follow-memory.ts'
import { loadKnowledge } from './knowledge.ts'
import { learnedUnits } from './learn.ts'
import { lookupInMemories, openProjectMemories } from './memory.ts'
import { type Project, type ProjectDocument, workingTree } from './project.ts'
import { learnInto } from './project-memory.ts'
import { replaceUnchanged } from './update-file.ts'

export interface SyncOptions {
  readonly documents?: readonly ProjectDocument[]
  /** Settles differences between published text and bilingual file. */
  readonly take?: 'text' | 'xliff' | undefined
  readonly sourceWas: (base: string) => string
  /** Hears which document of how many is begun. */
  readonly onDocument?: (number: number, of: number) => void
}

/** What happened to the segments of one bilingual file. */
export interface SyncedEdition {
  readonly document: string
  readonly language: Language
  readonly file: string
  readonly kept: number
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly split: number
  readonly merged: number
}

export interface SyncResult {
  readonly documents: readonly SyncedEdition[]
  /** Paths that were written, relative to the project. */
  readonly written: readonly string[]
}

/** How often a file may change under our hands before we give up. */
const mostTries = 5

/**
 * Syncs the documents of a project. The memory is written before the bilingual files, so that a pair that leaves a file
 * is in the memory already. A file that someone changes meanwhile is read and drafted again.
 */
export async function syncProject(project: Project, options: SyncOptions): Promise<SyncResult> {
  const documents: SyncedEdition[] = []
  const written: string[] = []
  const wanted = options.documents ?? project.documents
  for (const [index, document] of wanted.entries()) {
    options.onDocument?.(index + 1, wanted.length)
    const result = await syncDocument(project, document, options)
    documents.push(...result.documents)
    written.push(...result.written.filter(path => !written.includes(path)))
  }
  return { documents, written }
}

async function syncDocument(project: Project, document: ProjectDocument, options: SyncOptions): Promise<SyncResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await trySync(project, document, options)
    } catch (error) {
      const isRace = error instanceof Failure && error.code === 'edit.file-changed'
      if (!isRace || attempt === mostTries) throw error
    }
  }
}

async function trySync(project: Project, document: ProjectDocument, options: SyncOptions): Promise<SyncResult> {
  const read = workingTree(project)
  const knowledge = loadKnowledge(project, read)
  const open = openDocument(project, document, { ...options, read, knowledge })
  await fillFromMemory(project, open)
  const written = [...learnInto(project, learnedUnits(open.source, open.editions))]
  for (const edition of open.editions) {
    if (replaceUnchanged(join(project.root, edition.path), edition.bytes, bilingualBytes(edition))) {
      written.push(edition.path)
    }
  }
  return { documents: open.editions.map(edition => countChanges(open, edition)), written }
}

/** The memories are opened only when there is something to fill. */
async function fillFromMemory(project: Project, { source, editions }: OpenDocument): Promise<void> {
  const open = editions.filter(({ draft }) => hasEmptyTargets(draft))
  if (open.length === 0) return
  const memories = await openProjectMemories(project)
  try {
    const lookup: Lookup = (query, options) => lookupInMemories(memories, query, options)
    for (const { draft, language } of open) await followMemory(draft, source, lookup, language)
  } finally {
    for (const { memory } of memories) await memory.close()
  }
}

/** The bilingual file as the draft has it: a file that was there keeps the bytes of all that stays. */
function bilingualBytes(edition: OpenEdition): Uint8Array | string {
  const next = edition.build()
  return edition.file === undefined ? writeXliff(next, { version: '2.1' }) : rewriteXliff(edition.file, next)
}

function countChanges({ document }: OpenDocument, { language, path, draft }: OpenEdition): SyncedEdition {
  const changes = draft.units.flatMap(({ segments }) => segments.map(({ change }) => change))
  const count = (...kinds: readonly Change[]): number => changes.filter(change => kinds.includes(change)).length
  return {
    document: document.source,
    language,
    file: path,
    kept: count('kept', 'moved', 'extra'),
    changed: count('changed'),
    added: count('added'),
    removed: draft.removed.length,
    split: count('split'),
    merged: count('merged'),
  }
}
