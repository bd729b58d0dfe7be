/** Bilingual files into a memory, and a memory into TMX. */

import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { readBilingualCsv } from '../formats/csv/index.ts'
import { readPo } from '../formats/po/index.ts'
import { readTmx, writeTmx, writeTmxPieces } from '../formats/tmx/index.ts'
import { readXliff } from '../formats/xliff/index.ts'
import { isRunning, readBytes, readBytesIfAny } from '../io/index.ts'
import { type AddReport, compareCodePoints, type Memory, openMemory, ramEngine, variantOf } from '../memory/index.ts'
import {
  type Document,
  type DocumentFile,
  Failure,
  type Finding,
  isEmptyContent,
  type Language,
  placeAt,
  plainText,
  type Segment,
  segmentsOf,
  type TranslationUnit,
  unitsIn,
} from '../model/index.ts'
import { shownAs } from './file-pieces.ts'
import { isStoreFile, openMemoryFile, readTmxFile } from './memory-files.ts'
import { updateFile } from './update-file.ts'

export interface ImportedFile {
  readonly path: string
  /** As the user gave it. */
  readonly file: string
}

export interface ImportMemoryOptions {
  /** Languages of files that do not name them (CSV without languages in its head, PO). */
  readonly sourceLanguage?: Language
  readonly targetLanguage?: Language
  /** Hears now and then how many units have been read, and what share (0..1) of all there is to read. */
  readonly onProgress?: (units: number, share: number) => void
  /** Ends the import; nothing of it stays. */
  readonly signal?: AbortSignal
}

export interface ImportMemoryResult extends AddReport {
  /** What was odd in the files and could be read all the same. */
  readonly findings: readonly Finding[]
  readonly isWritten: boolean
}

/**
 * Imports TMX, XLIFF, CSV, PO files and other stores into the memory at `target` (`.tmx` or `.tmdb`, made when it is not
 * there). All files become visible at once, or none. Importing again changes nothing.
 * @throws Failure `memory.unknown-format`, `file.*`, `store.*`, and those of the formats; nothing is written then
 */
export async function importMemory(
  target: ImportedFile,
  files: readonly ImportedFile[],
  options: ImportMemoryOptions = {},
): Promise<ImportMemoryResult> {
  let findings: Finding[] = []
  const units = (): AsyncIterable<TranslationUnit> => {
    findings = []
    const { onBytes, share } = shareRead(files)
    return progressing(
      unitsOfFiles(files, options, finding => findings.push(finding), onBytes),
      share,
      options,
    )
  }
  if (!isStoreFile(target.path)) return { ...(await importIntoTmx(target, units(), options)), findings }
  const report = (await growStore(target, units)) ?? (await addToStore(target.path, target.file, units()))
  return { ...report, findings, isWritten: report.added + report.changed > 0 }
}

async function addToStore(path: string, file: string, units: AsyncIterable<TranslationUnit>): Promise<AddReport> {
  const memory = await openMemoryFile(path, { file, canCreate: true })
  try {
    return await memory.add(units)
  } finally {
    await memory.close()
  }
}

/**
 * A store that is not there yet grows under another name, so that an import that fails leaves none behind. Nothing is
 * returned when there is one, or when someone else made one meanwhile.
 */
async function growStore(
  target: ImportedFile,
  units: () => AsyncIterable<TranslationUnit>,
): Promise<AddReport | undefined> {
  const { path, file } = target
  if (existsSync(path) || existsSync(`${path}-wal`)) return undefined
  clearAbandoned(path)
  mkdirSync(dirname(path), { recursive: true })
  const growing = `${path}.${process.pid}${growingEnd}`
  const clear = (): void => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${growing}${end}`, { force: true })
  }
  // Also when a signal ends the process in order.
  process.once('exit', clear)
  try {
    const report = await addToStore(growing, file, units())
    // Unlike a rename, a link never takes the place of another file.
    linkSync(growing, path)
    return report
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined
    throw error
  } finally {
    clear()
    process.off('exit', clear)
  }
}

const growingEnd = '.growing.tmdb'

/** Removes what killed processes have left. */
function clearAbandoned(path: string): void {
  const folder = dirname(path)
  const start = `${basename(path)}.`
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = /^(\d+)\.(?:growing\.tmdb|new)/.exec(name.slice(start.length))?.[1]
    if (name.startsWith(start) && pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(folder, name), { force: true })
    }
  }
}

/** A text memory is small: the new units are read first, then the file is read, joined and replaced under its lock. */
async function importIntoTmx(
  target: ImportedFile,
  units: AsyncIterable<TranslationUnit>,
  options: ImportMemoryOptions,
): Promise<AddReport & { readonly isWritten: boolean }> {
  const fresh: TranslationUnit[] = []
  for await (const unit of units) fresh.push(unit)
  let report: AddReport | undefined
  let isWritten = false
  for (let expected = readIfAny(target); report === undefined; ) {
    const memory = await openMemory({ engine: ramEngine(target.file) })
    const tmx = expected === undefined ? undefined : readTmx(expected, { file: target.file })
    await memory.add(tmx?.units ?? [])
    const joined = await memory.add(fresh)
    const header = tmx?.header.sourceLanguage
    const sourceLanguage = header ?? options.sourceLanguage ?? fresh[0]?.variants[0]?.language ?? '*all*'
    const all: TranslationUnit[] = []
    for await (const unit of memory.units()) all.push(unit)
    const bytes = joined.added + joined.changed === 0 ? undefined : writeTmx(all, { sourceLanguage })
    let now: Uint8Array | undefined
    let isSame = true
    isWritten = updateFile(target.path, current => {
      isSame = isEqualBytes(current, expected)
      now = current
      return isSame ? bytes : undefined
    })
    // Someone wrote it meanwhile: theirs is read, and ours joined to it.
    if (isSame) report = joined
    else expected = now
  }
  return { ...report, isWritten }
}

function readIfAny({ path, file }: ImportedFile): Uint8Array | undefined {
  try {
    return readBytesIfAny(path)
  } catch (error) {
    throw shownAs(file, error)
  }
}

function readShown(path: string, file: string): Uint8Array {
  try {
    return readBytes(path)
  } catch (error) {
    throw shownAs(file, error)
  }
}

function isEqualBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0
}

async function* progressing(
  units: AsyncIterable<TranslationUnit>,
  share: () => number,
  { onProgress, signal }: ImportMemoryOptions,
): AsyncGenerator<TranslationUnit> {
  let count = 0
  for await (const unit of units) {
    yield unit
    if (++count % 1000 !== 0) continue
    signal?.throwIfAborted()
    onProgress?.(count, share())
  }
  onProgress?.(count, share())
}

/** What is heard while files are read: oddities, and bytes of the file read so far. */
interface ReadingEars {
  onFinding(finding: Finding): void
  onBytes(bytes: number): void
}

/** The share of the bytes of all files, a file counted whole once it is read. */
function shareRead(files: readonly ImportedFile[]): {
  onBytes(file: ImportedFile, bytes: number): void
  share(): number
} {
  const sizes = new Map(files.map(file => [file, statSync(file.path, { throwIfNoEntry: false })?.size ?? 0]))
  const read = new Map<ImportedFile, number>()
  const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0)
  return {
    onBytes: (file, bytes) => void read.set(file, Math.min(bytes, sizes.get(file) ?? 0)),
    share: () => sum(read.values()) / Math.max(1, sum(sizes.values())),
  }
}

async function* unitsOfFiles(
  files: readonly ImportedFile[],
  options: ImportMemoryOptions,
  onFinding: (finding: Finding) => void,
  onBytes: (file: ImportedFile, bytes: number) => void,
): AsyncGenerator<TranslationUnit> {
  for (const each of files) {
    const { path, file } = each
    const ears = { onFinding, onBytes: (bytes: number) => onBytes(each, bytes) }
    if (isStoreFile(path)) yield* unitsOfStore(path, file, ears)
    else yield* readUnits(path, file, options, ears)
    ears.onBytes(Number.POSITIVE_INFINITY)
  }
}

async function* unitsOfStore(path: string, file: string, { onBytes }: ReadingEars): AsyncGenerator<TranslationUnit> {
  const memory = await openMemoryFile(path, { file })
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    const bytesOfUnit = size / Math.max(1, await memory.count())
    let count = 0
    for await (const unit of memory.units()) {
      yield unit
      onBytes(++count * bytesOfUnit)
    }
  } finally {
    await memory.close()
  }
}

function readUnits(
  path: string,
  file: string,
  options: ImportMemoryOptions,
  { onFinding, onBytes }: ReadingEars,
): Iterable<TranslationUnit> {
  const extension = extname(path).toLowerCase()
  const languages = {
    ...(options.sourceLanguage === undefined ? {} : { sourceLanguage: options.sourceLanguage }),
    ...(options.targetLanguage === undefined ? {} : { targetLanguage: options.targetLanguage }),
  }
  const told = (findings: readonly Finding[]): void => {
    for (const finding of findings) onFinding(finding)
  }
  switch (extension) {
    case '.tmx':
      return readTmxFile(path, file, onFinding, onBytes)
    case '.xlf':
    case '.xliff':
    case '.sdlxliff':
    case '.mqxliff':
    case '.mxliff': {
      const { document, warnings } = readXliff(readShown(path, file), { file })
      told(warnings)
      return documentUnits(document, file)
    }
    case '.csv':
    case '.tsv': {
      const { document, findings } = readBilingualCsv(readShown(path, file), { file, ...languages })
      told(findings)
      return documentUnits(document, file)
    }
    case '.po':
    case '.pot': {
      const { document, findings } = readPo(readShown(path, file), { file, ...languages })
      told(findings)
      return documentUnits(document, file)
    }
    default:
      throw new Failure('memory.unknown-format', { data: { extension }, place: placeAt(file, 1, 1) })
  }
}

/** Every translated segment of a bilingual document, with the sources of its neighbours. Ids are made from the texts. */
export function* documentUnits(document: Document, origin: string): Generator<TranslationUnit> {
  const { sourceLanguage, targetLanguage } = document
  if (targetLanguage === undefined) return
  for (const file of document.files) {
    const segments = [...segmentsIn(file)]
    for (const [i, segment] of segments.entries()) {
      if (isEmptyContent(segment.source) || isEmptyContent(segment.target)) continue
      const previous = segments[i - 1]
      const next = segments[i + 1]
      yield {
        id: '',
        variants: [
          { language: sourceLanguage, content: segment.source },
          { language: targetLanguage, content: segment.target ?? [] },
        ],
        ...(previous === undefined ? {} : { previous: plainText(previous.source) }),
        ...(next === undefined ? {} : { next: plainText(next.source) }),
        origin,
        state: segment.state,
      }
    }
  }
}

/** Segments of a file in order, those that are not to be translated left out. */
export function* segmentsIn(file: DocumentFile): Generator<Segment> {
  for (const unit of unitsIn(file)) if (unit.translate) yield* segmentsOf(unit)
}

/** Units of a batch of {@link exportMemory}; guessed: large enough to be quick, small enough to be nothing. */
const batchSize = 1000

/**
 * The memory as TMX, sorted by the source: equal memories give equal bytes. Only the sources and ids are held at once, and
 * the bytes.
 */
export async function exportMemory(
  memory: Memory,
  sourceLanguage: Language | '*all*',
  /** Hears now and then how many units are written, and their share (0..1). */
  onProgress: (units: number, share: number) => void = () => undefined,
): Promise<Uint8Array> {
  const order = await exportOrder(memory, sourceLanguage)
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let [head, tail] = [...writeTmxPieces([], { sourceLanguage })]
  for (let from = 0; from < order.length; from += batchSize) {
    const units: TranslationUnit[] = []
    for (const { id } of order.slice(from, from + batchSize)) {
      const unit = await memory.get(id)
      if (unit !== undefined) units.push(unit)
    }
    const [first = '', ...rest] = writeTmxPieces(units, { sourceLanguage })
    head = first
    tail = rest.pop() ?? ''
    pieces.push(encoder.encode(rest.join('')))
    onProgress(from + units.length, (from + units.length) / order.length)
  }
  return Buffer.concat([encoder.encode(head), ...pieces, encoder.encode(tail)])
}

/** Ids in the order of a TMX file: as `sortUnits` has it. */
async function exportOrder(
  memory: Memory,
  sourceLanguage: Language | '*all*',
): Promise<readonly { readonly id: string; readonly source: string }[]> {
  const order: { readonly id: string; readonly source: string }[] = []
  for await (const unit of memory.units()) order.push({ id: unit.id, source: sourceText(unit, sourceLanguage) })
  return order.sort((a, b) => compareCodePoints(a.source, b.source) || compareCodePoints(a.id, b.id))
}

function sourceText(unit: TranslationUnit, sourceLanguage: Language | '*all*'): string {
  const own = sourceLanguage === '*all*' ? undefined : variantOf(unit, sourceLanguage)
  const first = own ?? unit.variants.toSorted((a, b) => compareCodePoints(a.language, b.language))[0]
  return plainText(first?.content ?? [])
}
