/** Leverages a bilingual file where it stands. */

import { type Alternatives, editXliff, readXliff, rewriteXliff, type XliffEdit } from '../formats/xliff/index.ts'
import { readBytes } from '../io/index.ts'
import {
  type Document,
  isEmptyContent,
  type Segment,
  type State,
  segmentsOf,
  states,
  type Unit,
  unitsOf,
} from '../model/index.ts'
import { shownAs } from './file-pieces.ts'
import { memoryOrigin } from './follow-memory.ts'
import { candidateKey, isOpen, type LeverageOptions, type LeverageReport, leverageDocument } from './leverage.ts'
import type { OpenedMemory } from './memory-files.ts'
import { replaceUnchanged } from './update-file.ts'

export interface LeveragedFile extends LeverageReport {
  readonly file: string
  readonly isWritten: boolean
}

/**
 * Leverages an XLIFF file where it stands; bytes of segments that are not filled stay. XLIFF 1.2 gets its candidates as
 * `alt-trans`. There the segments of a unit share one state: what would lower or raise that of a finished neighbour is
 * offered instead of filled in, and several filled at once have the earliest of their states.
 * @throws Failure `file.*`, those of XLIFF, `edit.file-changed`
 */
export async function leverageFile(
  path: string,
  file: string,
  memories: readonly OpenedMemory[],
  options: LeverageOptions = {},
): Promise<LeveragedFile> {
  const bytes = readShown(path, file)
  const xliff = readXliff(bytes, { file })
  const { document, ...report } = await leverageDocument(xliff.document, memories, options)
  if (xliff.version !== '1.2') {
    const isWritten = document !== xliff.document && replaceUnchanged(path, bytes, rewriteXliff(xliff, document))
    return { file, ...report, isWritten }
  }
  const changes = unitPairs(xliff.document, document).map(pair => changesOf(pair, xliff.flavour === 'standard'))
  const edits = changes.flatMap(change => change.edits)
  const alternatives = changes.flatMap(change => change.alternatives)
  const withheld = changes.reduce((sum, change) => sum + change.withheld, 0)
  const isChanged = edits.length + alternatives.length > 0
  const isWritten = isChanged && replaceUnchanged(path, bytes, editXliff(xliff, edits, alternatives))
  return { file, ...report, filled: report.filled - withheld, offered: report.offered + withheld, isWritten }
}

function readShown(path: string, file: string): Uint8Array {
  try {
    return readBytes(path)
  } catch (error) {
    throw shownAs(file, error)
  }
}

/** A unit before and after. */
interface UnitPair {
  readonly fileId: string
  readonly before: Unit
  readonly after: Unit
}

/** The units that leveraging has changed; files and units are the same in number and order. */
function unitPairs(before: Document, after: Document): readonly UnitPair[] {
  if (before === after) return []
  return after.files.flatMap((file, i) => {
    const old = before.files[i]
    if (old === undefined || old === file) return []
    const olds = [...unitsOf({ ...before, files: [old] })]
    return [...unitsOf({ ...after, files: [file] })].flatMap((unit, j) => {
      const own = olds[j]
      return own === undefined || own === unit ? [] : { fileId: file.id, before: own, after: unit }
    })
  })
}

interface Changes {
  readonly edits: readonly XliffEdit[]
  readonly alternatives: readonly Alternatives[]
  /** Segments that were filled in the document and are offered in the file. */
  readonly withheld: number
}

function changesOf({ fileId, before, after }: UnitPair, isStandard: boolean): Changes {
  const unit = after.id
  const olds = segmentsOf(before)
  const news = segmentsOf(after)
  const filled = news.filter(({ target }, i) => {
    const old = olds[i]
    return old !== undefined && isOpen(old) && !isEmptyContent(target)
  })
  const common = isStandard && news.length > 1 ? commonState(olds, news) : undefined
  const isKept = (segment: Segment): boolean => common?.kind !== 'held' || segment.state === common.state
  const edits = filled.filter(isKept).map(segment => ({
    ...{ fileId, unit, segment: segment.id, target: segment.target ?? [] },
    ...(common === undefined ? { state: segment.state, subState: segment.subState ?? null } : {}),
    ...(common?.kind === 'new' ? { state: common.state, subState: common.subState } : {}),
  }))
  const withheld = filled.filter(segment => !isKept(segment))
  const known = new Set(before.candidates.map(candidateKey))
  const candidates = [
    ...after.candidates.slice(before.candidates.length),
    ...withheld.map(({ id, source, target = [] }) => ({
      ref: id,
      source,
      target,
      similarity: 1,
      origin: memoryOrigin,
    })),
  ].filter(candidate => !known.has(candidateKey(candidate)))
  return {
    edits,
    alternatives: candidates.length === 0 ? [] : [{ fileId, unit, candidates }],
    withheld: withheld.length,
  }
}

/** `held`: the target is there and has this state; `new`: it is made, with the earliest state of its segments. */
type CommonState =
  | { readonly kind: 'held'; readonly state: State }
  | { readonly kind: 'new'; readonly state: State; readonly subState: string | null }

function commonState(olds: readonly Segment[], news: readonly Segment[]): CommonState {
  const held = olds.find(({ target, state }) => !isEmptyContent(target) || state !== 'initial')
  if (held !== undefined) return { kind: 'held', state: held.state }
  const state = states.find(each => news.some(segment => segment.state === each)) ?? 'initial'
  const [subState, ...others] = new Set(news.map(segment => segment.subState ?? null))
  return { kind: 'new', state, subState: others.length === 0 ? (subState ?? null) : null }
}
