/** A translation project: its configuration and the files it names. */

import { globSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { confine, readBytes, readBytesIfAny } from '../io/index.ts'
import { Failure, type Language, placeAt } from '../model/index.ts'
import { type Config, readConfig } from './config.ts'
import { configName, type FileReader, findProjectRoot } from './project-root.ts'

export { type FileReader, findProjectRoot } from './project-root.ts'

/** Paths are relative to the project's root, with `/`. */
export interface ProjectDocument {
  /** The source text; also the document's name. */
  readonly source: string
  /** The published translation, whether it exists or not. */
  text(language: Language): string
  /** The bilingual file, whether it exists or not. */
  xliff(language: Language): string
}

export interface ProjectMemory {
  readonly path: string
  readonly priority: number
  /** Taken from every match of it; 0..1. */
  readonly penalty: number
  /** Confirmed pairs of the project are added to it. */
  readonly learns: boolean
}

/** A configuration and the files it names; nothing of them is read yet. */
export interface Project {
  /** Absolute path of the folder that holds the config. */
  readonly root: string
  readonly config: Config
  readonly documents: readonly ProjectDocument[]
  readonly memories: readonly ProjectMemory[]
  readonly terms: readonly string[]
}

/**
 * Opens the project that `folder` lies in.
 * @throws Failure `project.none`, `config.*`, `project.no-document`, `path.outside-project`
 */
export function openProject(folder: string): Project {
  const root = findProjectRoot(folder)
  if (root === undefined) throw new Failure('project.none', { data: { config: configName } })
  const path = join(root, configName)
  const config = readConfig(decodeConfig(readBytes(path)), relative(folder, path))
  return { root, config, ...resolveFiles(root, config) }
}

/** Reads project files from the disk as they are now. */
export function workingTree(project: Project): FileReader {
  return path => readBytesIfAny(join(project.root, path))
}

/** The document named on the command line, by its source path as seen from `folder` or from the root. */
export function findDocuments(project: Project, names: readonly string[], folder: string): readonly ProjectDocument[] {
  if (names.length === 0) return project.documents
  return names.map(name => {
    const fromFolder = toSlashes(relative(project.root, join(folder, name)))
    const found = project.documents.find(({ source }) => source === name || source === fromFolder)
    if (found !== undefined) return found
    const documents = project.documents.map(({ source }) => source).join(', ')
    throw new Failure('project.unknown-document', { data: { name, documents } })
  })
}

/** Fatal decoding: the config is ours and is UTF-8. */
function decodeConfig(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new Failure('config.not-utf8', { place: placeAt(configName, 1, 1), cause: error })
  }
}

function resolveFiles(root: string, config: Config): Pick<Project, 'documents' | 'memories' | 'terms'> {
  const { values } = config
  const inProject = (path: string, steps: readonly (string | number)[]): string =>
    toSlashes(relative(root, confine(root, path, config.placeOf(steps))))
  const memories = values.memories.map((each, index) => {
    const setting = typeof each === 'string' ? { path: each } : each
    return { ...setting, path: inProject(setting.path, ['memories', index]) }
  })
  const learner =
    memories.find(({ learn }) => learn === true) ??
    memories.find(each => each.learn === undefined && each.path.endsWith('.tmx'))
  return {
    documents: values.documents.flatMap((each, index) => {
      const setting = typeof each === 'string' ? { source: each } : each
      const steps = ['documents', index]
      const pattern = inProject(setting.source, steps)
      const text = setting.text && inProject(setting.text, steps)
      const xliff = setting.xliff && inProject(setting.xliff, steps)
      return sourcesOf(root, pattern, config, steps).map(source => documentOf(source, config, text, xliff))
    }),
    memories: memories.map(each => ({
      path: each.path,
      priority: each.priority ?? 0,
      penalty: each.penalty ?? 0,
      learns: each === learner,
    })),
    terms: values.terms.map((each, index) => inProject(each, ['terms', index])),
  }
}

function sourcesOf(
  root: string,
  pattern: string,
  config: Config,
  steps: readonly (string | number)[],
): readonly string[] {
  if (!/[*?[{]/.test(pattern)) return [pattern]
  const found = globSync(pattern, { cwd: root }).map(toSlashes).sort()
  if (found.length > 0) return found
  throw new Failure('project.no-document', { data: { pattern }, place: config.placeOf(steps) })
}

/** Beside `en.txt` stand `ru.txt` and `ru.xlf`; beside `news.en.txt` or `news.txt`, `news.ru.txt` and `news.ru.xlf`. */
function documentOf(
  source: string,
  config: Config,
  text: string | undefined,
  xliff: string | undefined,
): ProjectDocument {
  const extension = extname(source)
  const stem = basename(source, extension)
  const folder = dirname(source) === '.' ? '' : `${dirname(source)}/`
  const own = config.sourceLanguage
  const base = stem === own ? '' : `${stem.endsWith(`.${own}`) ? stem.slice(0, -own.length - 1) : stem}.`
  const fill = (pattern: string, language: Language): string => pattern.replaceAll('{language}', language)
  return {
    source,
    text: language => fill(text ?? `${folder}${base}{language}${extension}`, language),
    xliff: language => fill(xliff ?? `${folder}${base}{language}.xlf`, language),
  }
}

function toSlashes(path: string): string {
  return path.split(sep).join('/')
}
