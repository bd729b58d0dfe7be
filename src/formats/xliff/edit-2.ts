/** One edit of a target in an XLIFF 2 file. */

import { type Splice, setAttribute } from '../xml/index.ts'
import { value } from './attributes.ts'
import { placeIn } from './file-place.ts'
import type { XliffIndex } from './index-pass.ts'
import { rawTagsIn } from './raw-tags.ts'
import { placeTarget, type TargetChange } from './target-change.ts'
import { originalDataOf } from './unit-2.ts'
import { writeContent2 } from './write-content-2.ts'
import { contentPlace, dataTable } from './write-unit-2.ts'

export function edit2(index: XliffIndex, change: TargetChange): readonly Splice[] {
  return [...targetSplices(index, change), ...stateSplices(index, change)]
}

function targetSplices(index: XliffIndex, change: TargetChange): readonly Splice[] {
  const { unit, found, content } = change
  const { source, target } = found
  if (content === undefined) return []
  const data = originalDataOf(unit)
  const place = {
    ...contentPlace(placeIn(unit, index.version), dataTable(data)),
    // Only what stands in the file can be referred to: this edit may not add original data outside the target.
    dataRef: existingDataRef(data),
    rawTags: rawTagsIn(index, [target, source], data),
  }
  const text = writeContent2(content, place)
  return placeTarget(index.text, change, text)
}

function existingDataRef(
  data: ReadonlyMap<string, string>,
): (code: { readonly data?: string; readonly dataRef?: string }) => string | undefined {
  return ({ data: native, dataRef }) => {
    if (dataRef !== undefined && data.has(dataRef) && (native === undefined || data.get(dataRef) === native))
      return dataRef
    for (const [id, known] of data) if (known === native) return id
    return undefined
  }
}

function stateSplices(index: XliffIndex, { found, state, subState }: TargetChange): readonly Splice[] {
  const { holder } = found
  if (holder.local !== 'segment' || (state === undefined && subState === undefined)) return []
  const oldState = value(holder, 'state')
  const newState = state ?? oldState ?? 'initial'
  const isChanged = state !== undefined && state !== (oldState ?? 'initial')
  const oldSubState = value(holder, 'subState')
  const newSubState = subState === undefined ? (isChanged ? undefined : oldSubState) : (subState ?? undefined)
  const isStateWritten = oldState !== undefined || newState !== 'initial' || newSubState !== undefined
  const splices = [
    setAttribute(index.text, holder, 'state', isStateWritten ? newState : undefined),
    setAttribute(index.text, holder, 'subState', newSubState),
  ]
  return splices.filter(one => one !== undefined)
}
