/** The npm package `xliff` reads the same texts, where the file stays in what it can hold: one segment a unit, plain text. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xliff2js, xliff12ToJs } from 'xliff'
import { readXliff, writeXliff } from '../../../src/formats/xliff/index.ts'
import {
  type Document,
  language,
  plainText,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../../src/model/index.ts'

/** The package loses a text of blanks only, and knows no code points. */
const words = fc
  .string({
    unit: fc.constantFrom('a', 'ё', 'ә', ' ', '&', '<', '>', '"', "'", '😀'),
    minLength: 1,
    maxLength: 12,
  })
  .filter(text => text.trim() !== '')
const pairs = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 6 })

function documentOf(texts: readonly (readonly [string, string])[]): Document {
  const units = texts.map(
    ([source, target], i): Unit => ({
      kind: 'unit',
      id: `key${i}`,
      translate: true,
      canResegment: true,
      preserveSpace: true,
      notes: [],
      candidates: [],
      metadata: [],
      parts: [
        { kind: 'segment', id: 's1', source: textContent(source), target: textContent(target), state: 'translated' },
      ],
    }),
  )
  return {
    sourceLanguage: language('en'),
    targetLanguage: language('kk'),
    files: [{ kind: 'file', id: 'f', original: 'f', notes: [], children: units }],
  }
}

interface Read {
  readonly resources: Readonly<
    Record<string, Readonly<Record<string, { readonly source: unknown; readonly target?: unknown }>>>
  >
}

function called(convert: typeof xliff2js, xml: string): Promise<Read> {
  return new Promise((resolve, reject) => {
    convert(xml, {}, (error, read) => {
      if (error) reject(error)
      // Proof: the package gives resources by file and unit.
      else resolve(read as unknown as Read)
    })
  })
}

function ours(xml: string): readonly (readonly [string, string, string])[] {
  const { document } = readXliff(new TextEncoder().encode(xml), { file: 'x' })
  return [...unitsOf(document)].map(unit => {
    const segment = segmentsOf(unit)[0]
    return [unit.id, plainText(segment?.source ?? []), plainText(segment?.target ?? [])] as const
  })
}

function theirs(read: Read): readonly (readonly [string, string, string])[] {
  return Object.entries(read.resources.f ?? {}).map(
    ([id, { source, target }]) => [id, String(source), String(target)] as const,
  )
}

describe('both readers agree', () => {
  test('on XLIFF 2.0', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async texts => {
        const xml = writeXliff(documentOf(texts), { version: '2.0' })
        expect(ours(xml)).toEqual(theirs(await called(xliff2js, xml)))
      }),
      { numRuns: 30 },
    )
  })

  test('on XLIFF 1.2', async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async texts => {
        const xml = writeXliff(documentOf(texts), { version: '1.2' })
        expect(ours(xml)).toEqual(theirs(await called(xliff12ToJs, xml)))
      }),
      { numRuns: 30 },
    )
  })
})
