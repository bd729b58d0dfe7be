/** All checks on files that belong to no project. */

import { readdirSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { detectFormat, isBilingualName } from '../formats/detect.ts'
import type { Reading, ReadingOptions } from '../formats/reading.ts'
import { readXliffDocument } from '../formats/xliff/reading.ts'
import { isFolder, readBytes } from '../io/files.ts'
import {
  type Concept,
  type Finding,
  isSameLanguage,
  type Language,
  language,
  plainText,
  type State,
  type TranslationUnit,
} from '../model/index.ts'
import { words } from '../text/words.ts'
import type { CheckOptions } from './check-options.ts'
import { type FindingsOfAll, ignoresOf, type RuleChoice } from './check-result.ts'
import { type DocumentChecker, documentChecker } from './document-checker.ts'
import { sortFindings } from './findings.ts'
import type { Project } from './project.ts'
import { belowState } from './require-state.ts'
import type { Glossary } from './terms.ts'

export interface FileCheckOptions extends RuleChoice {
  readonly folder: string
  /** A project the files lie in gives its rule settings. */
  readonly project: Project | undefined
  readonly terms: string | undefined
  readonly memory: string | undefined
  readonly sourceLanguage: string | undefined
  readonly targetLanguage: string | undefined
  readonly since: string | undefined
  readonly isStaged: boolean
  readonly require: Readonly<Record<string, State>>
  /** Path of the file that keeps outcomes; without it nothing is kept. */
  readonly cache?: string | undefined
  /** Hears which file of how many is read. */
  readonly onFile?: (number: number, of: number) => void
}

/**
 * Checks files as they are, at a commit's difference, or as staged. A folder means all bilingual files in it.
 * @throws Failure as the readers of the files do
 */
export async function checkFiles(names: readonly string[], options: FileCheckOptions): Promise<FindingsOfAll> {
  const { cache, folder, project, baseline, onFile: _heard, ...asked } = options
  // A memory may be a store, git has other files: what is kept is told by the files on the disk alone.
  const isKept = cache !== undefined && asked.memory === undefined && asked.since === undefined && !asked.isStaged
  if (!isKept) return checkNow(names, options, name => readNamed(folder, name))
  const { withCache } = await import('./check-cache.ts')
  const rules = project?.config.values.checks
  const key = {
    names,
    files: names.flatMap(name => filesOf(name, folder)),
    ...asked,
    rules,
    baseline: [...(baseline ?? [])],
  }
  return withCache(
    cache,
    key,
    name => readNamed(folder, name),
    read => checkNow(names, options, read),
  )
}

async function checkNow(names: readonly string[], options: FileCheckOptions, read: Bytes): Promise<FindingsOfAll> {
  const files = names.flatMap(name => filesOf(name, options.folder))
  const glossary = await glossaryOf(options, read)
  const checker = documentChecker(await settingsOf(options, glossary?.concepts))
  try {
    const found = await checkChanges(files, options, checker, read)
    return { ...found, told: glossary?.findings ?? [] }
  } finally {
    await checker.close()
  }
}

/** All findings, or with `since` those that are new. */
async function checkChanges(
  files: readonly string[],
  options: FileCheckOptions,
  checker: DocumentChecker,
  read: Bytes,
): Promise<FindingsOfAll> {
  const now = await checkAll(files, options, checker, options.isStaged ? await snapshotOf(options, '') : read)
  if (options.since === undefined) return now
  const before = await checkAll(files, options, checker, await snapshotOf(options, options.since))
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint))
  return { ...now, findings: now.findings.filter(({ fingerprint }) => !known.has(fingerprint)) }
}

type Bytes = (name: string) => Uint8Array | undefined

/** Reads from the index (''), or a commit. */
async function snapshotOf({ folder }: FileCheckOptions, ref: string): Promise<Bytes> {
  const { gitSnapshot } = await import('../io/git.ts')
  const snapshot = gitSnapshot(folder, ref === '' ? undefined : ref)
  return name => snapshot.read(resolve(folder, name))
}

/** The path in failures is the one the user gave. */
function readNamed(folder: string, name: string): Uint8Array {
  return readBytes(folder === process.cwd() ? name : resolve(folder, name))
}

/** A file itself; of a folder the bilingual files, and of language folders (`locales/en/…`) the translations of each source file. */
function filesOf(name: string, folder: string): readonly string[] {
  if (!isFolder(resolve(folder, name))) return [name]
  return readdirSync(resolve(folder, name), { recursive: true, encoding: 'utf8' })
    .map(entry => join(name, entry))
    .filter(path => isBilingualName(path) && !isFolder(resolve(folder, path)))
    .sort()
}

async function settingsOf(
  options: FileCheckOptions,
  concepts: readonly Concept[] | undefined,
): Promise<Omit<CheckOptions, 'file'>> {
  const { project, only, skip, baseline, memory, folder } = options
  const { preset, rules } = project?.config.values.checks ?? {}
  const units: readonly TranslationUnit[] =
    memory === undefined ? [] : await memoryUnits(resolve(folder, memory), memory)
  return {
    ...(preset !== undefined && { preset }),
    ...(rules !== undefined && { rules }),
    ...(only !== undefined && { only }),
    ...(skip !== undefined && { skip }),
    ...(baseline !== undefined && { baseline }),
    ...(concepts !== undefined && { terms: concepts }),
    vocabulary: units.flatMap(({ variants }) =>
      variants.flatMap(({ content }) => words(plainText(content)).map(({ text }) => text)),
    ),
    ignores: project === undefined ? [] : ignoresOf(project.config.values.checks),
  }
}

// Most calls name neither a memory nor a glossary nor a commit: what these need is loaded when they do.

async function memoryUnits(path: string, shown: string): Promise<readonly TranslationUnit[]> {
  const { readMemoryFile } = await import('./project-memory.ts')
  return readMemoryFile(path, shown)
}

async function glossaryOf({ terms }: FileCheckOptions, read: Bytes): Promise<Glossary | undefined> {
  if (terms === undefined) return undefined
  const { readTerms } = await import('./terms.ts')
  return readTerms(terms, read)
}

async function checkAll(
  files: readonly string[],
  options: FileCheckOptions,
  checker: DocumentChecker,
  bytes: Bytes,
): Promise<FindingsOfAll> {
  const findings: Finding[] = []
  const usedBaseline = new Set<string>()
  let units = 0
  let segments = 0
  for (const [index, file] of files.entries()) {
    options.onFile?.(index + 1, files.length)
    for (const reading of await readingsOf(file, options, bytes, checker)) {
      const result = await checker.check(reading, file)
      // A call takes its arguments from the stack: a file has more findings than fit there.
      for (const finding of reading.findings) findings.push(finding)
      for (const finding of result.findings) findings.push(finding)
      const target = reading.document.targetLanguage
      const least = target === undefined ? undefined : leastState(options.require, target)
      if (target !== undefined && least !== undefined) {
        for (const finding of belowState(reading, target, least)) findings.push(finding)
      }
      units += result.units
      segments += result.segments
      for (const known of result.usedBaseline) usedBaseline.add(known)
    }
  }
  return { findings: sortFindings(findings), units, segments, usedBaseline }
}

function leastState(required: Readonly<Record<string, State>>, target: Language): State | undefined {
  return Object.entries(required).find(([tag]) => isSameLanguage(language(tag), target))?.[1]
}

/** A file can hold several language pairs (TMX); an i18next file is read together with the one of the source language. */
async function readingsOf(
  file: string,
  options: FileCheckOptions,
  bytes: Bytes,
  checker: DocumentChecker,
): Promise<readonly Reading[]> {
  const own = bytes(file)
  if (own === undefined) return []
  await checker.expect(own.length)
  const given = givenTo(file, options, bytes)
  if (given === undefined) return []
  // Whoever checks XLIFF does not wait for the readers of other formats.
  if (detectFormat(own, file) === 'xliff') return [readXliffDocument(own, given)]
  const { readDocument } = await import('../formats/index.ts')
  return readDocument(own, given)
}

type Languages = Pick<FileCheckOptions, 'folder' | 'project' | 'sourceLanguage' | 'targetLanguage'>

/** Reads files of the formats beside XLIFF as {@link checkFiles} does. */
export async function documentReader(
  options: Languages,
): Promise<(file: string, bytes: Uint8Array) => readonly Reading[]> {
  const { readDocument } = await import('../formats/index.ts')
  return (file, bytes) => {
    const given = givenTo(file, options, name => readNamed(options.folder, name))
    return given === undefined ? [] : readDocument(bytes, given)
  }
}

/** What the reader of a file is told; undefined for a catalogue of the source language, or one without it. */
function givenTo(file: string, options: Languages, bytes: Bytes): ReadingOptions | undefined {
  const { sourceLanguage = options.project?.config.sourceLanguage, targetLanguage } = options
  if (extname(file).toLowerCase() !== '.json') {
    return {
      file,
      ...(sourceLanguage !== undefined && { sourceLanguage }),
      ...(targetLanguage !== undefined && { targetLanguage }),
    }
  }
  const pair = catalogPair(file, sourceLanguage ?? 'en')
  const sourceBytes = pair === undefined ? undefined : bytes(pair.source)
  if (pair === undefined || sourceBytes === undefined) return undefined
  return { file, sourceLanguage: pair.sourceLanguage, targetLanguage: pair.targetLanguage, sourceBytes }
}

interface CatalogPair {
  readonly source: string
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

/** `locales/ru/cli.json` goes with `locales/en/cli.json`, `ru.json` with `en.json`; undefined for the source itself. */
function catalogPair(file: string, sourceLanguage: string): CatalogPair | undefined {
  const folder = dirname(file)
  const inFolder = basename(folder)
  const stem = basename(file, extname(file))
  if (isTag(inFolder)) {
    if (inFolder === sourceLanguage) return undefined
    return { source: join(dirname(folder), sourceLanguage, basename(file)), sourceLanguage, targetLanguage: inFolder }
  }
  if (!isTag(stem) || stem === sourceLanguage) return undefined
  return { source: join(folder, `${sourceLanguage}${extname(file)}`), sourceLanguage, targetLanguage: stem }
}

function isTag(name: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z]{2,8})*$/.test(name)
}
