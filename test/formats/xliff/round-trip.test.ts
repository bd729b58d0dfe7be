import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEqual } from '../../../src/formats/xliff/equal.ts'
import { readXliff, rewriteXliff, validateXliff, writeXliff } from '../../../src/formats/xliff/index.ts'
import type { Content, Document, Inline, Unit } from '../../../src/model/index.ts'
import { unitsOf } from '../../../src/model/index.ts'
import { document, unit } from './arbitrary.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string): Document => readXliff(encode(text), { file: 'x.xlf' }).document

/** Ids of original data are given out by the writer; the model tells the data itself. */
function withoutDataRefs(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner) =>
      key === 'dataRef' || key === 'dataRefEnd' || key === 'span' || key === 'sourceSpan' || key === 'targetSpan'
        ? undefined
        : inner,
    ),
  )
}

describe('XLIFF 2', () => {
  for (const version of ['2.0', '2.1', '2.2'] as const) {
    test(`what is written in ${version} is read again as it was`, () => {
      fc.assert(
        fc.property(document, given => {
          expect(withoutDataRefs(read(writeXliff(given, { version })))).toEqual(withoutDataRefs(given))
        }),
        { numRuns: 150 },
      )
    })
  }

  test('what is written is valid', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('2.0' as const, '2.1' as const, '2.2' as const), (given, version) => {
        const findings = validateXliff(encode(writeXliff(given, { version })), { file: 'x.xlf' })
        expect(findings.filter(({ level }) => level === 'error')).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('written, read and written again it is the same file', () => {
    fc.assert(
      fc.property(document, given => {
        const first = writeXliff(given, { version: '2.1' })
        expect(writeXliff(read(first), { version: '2.1' })).toBe(first)
      }),
      { numRuns: 100 },
    )
  })
})

describe('XLIFF 1.2', () => {
  test('texts, ids, states, notes and candidates come back', () => {
    fc.assert(
      fc.property(document, given => {
        const again = read(writeXliff(withoutIllegal(given), { version: '1.2' }))
        expect([...unitsOf(again)].map(comparable12)).toEqual([...unitsOf(withoutIllegal(given))].map(comparable12))
      }),
      { numRuns: 150 },
    )
  })

  test('what is written is valid', () => {
    fc.assert(
      fc.property(document, given => {
        const findings = validateXliff(encode(writeXliff(withoutIllegal(given), { version: '1.2' })), { file: 'x.xlf' })
        expect(findings.filter(({ level }) => level === 'error')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('to 2.1 and back keeps texts, ids, states and notes', () => {
    fc.assert(
      fc.property(document, given => {
        const first = read(writeXliff(withoutIllegal(given), { version: '1.2' }))
        const back = read(writeXliff(read(writeXliff(first, { version: '2.1' })), { version: '1.2' }))
        expect([...unitsOf(back)].map(comparable12)).toEqual([...unitsOf(first)].map(comparable12))
      }),
      { numRuns: 100 },
    )
  })
})

/** 1.2 cannot hold a character XML forbids: it refuses it, so there is none here. */
function withoutIllegal(given: Document): Document {
  return JSON.parse(JSON.stringify(given).replaceAll('\\u0007', '%d'))
}

/** What 1.2 keeps: plain texts with the ids of codes, states, notes, candidates, metadata. */
function comparable12(given: Unit): unknown {
  const codes = (content: Content): unknown =>
    content.flatMap((one: Inline): unknown[] => {
      if (one.kind === 'text') return [one.text]
      if (one.kind === 'cp') return [String.fromCodePoint(one.codePoint)]
      if (one.kind === 'pc') return [`[${one.id}`, one.data ?? '', codes(one.children), `${one.id}]`, one.dataEnd ?? '']
      if (one.kind === 'mrk') return ['{', codes(one.children), '}']
      if (one.kind === 'sc') return [`[${one.id}`, one.data ?? '']
      if (one.kind === 'ec') return [`${one.startRef}]`, one.data ?? '']
      return one.kind === 'ph' ? [`(${one.id})`, one.data ?? ''] : []
    })
  const flat = (content: Content | undefined): string | undefined =>
    content === undefined ? undefined : JSON.stringify([codes(content)].flat(9))
  return {
    id: given.id,
    name: given.name,
    translate: given.translate,
    parts: given.parts.map(part =>
      part.kind === 'segment'
        ? {
            id: part.id,
            source: flat(part.source),
            target: flat(part.target),
            state: part.state,
            subState: part.subState,
          }
        : { source: flat(part.source) },
    ),
    notes: given.notes,
    candidates: given.candidates.map(({ source, target, similarity, origin, ref }) => [
      flat(source),
      flat(target),
      similarity,
      origin,
      ref,
    ]),
    metadata: given.metadata.map(({ category, meta }) => [category, meta]),
  }
}

describe('rewriting', () => {
  test('an unchanged document gives the same bytes', () => {
    fc.assert(
      fc.property(document, fc.boolean(), (given, isCrlf) => {
        const text = writeXliff(given, { version: '2.1' })
        const bytes = encode(isCrlf ? text.replaceAll('\n', '\r\n') : text)
        const file = readXliff(bytes, { file: 'x.xlf' })
        expect(rewriteXliff(file, structuredClone(file.document))).toEqual(bytes)
      }),
      { numRuns: 100 },
    )
  })

  test('a changed document is read again as it was changed, and unchanged units keep their bytes', () => {
    fc.assert(
      fc.property(
        document,
        document,
        fc.array(fc.nat(9), { maxLength: 6 }),
        fc.boolean(),
        (before, after, order, isCrlf) => {
          const text = writeXliff(before, { version: '2.1' })
          const file = readXliff(encode(isCrlf ? text.replaceAll('\n', '\r\n') : text), { file: 'x.xlf' })
          const old = [...unitsOf(file.document)]
          const fresh = [...unitsOf(after)]
          const units = order.flatMap(n => (n < 5 ? (old[n] ?? []) : (fresh[n - 5] ?? [])))
          const seen = new Set<string>()
          const children = units.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined)
          if (children.length === 0) return
          const first = file.document.files[0]
          if (first === undefined) return
          const changed: Document = { ...file.document, files: [{ ...first, children }] }
          const out = new TextDecoder().decode(rewriteXliff(file, changed))
          const again = readXliff(encode(out), { file: 'x.xlf' })
          expect(withoutDataRefs([...unitsOf(again.document)])).toEqual(withoutDataRefs(children))
          for (const one of children) {
            if (old.includes(one) && one.span !== undefined && one.span.start > 0) {
              expect(out).toContain(file.index.text.slice(one.span.start, one.span.end))
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  test('segments that did not change keep their bytes inside a changed unit', () => {
    fc.assert(
      fc.property(unit('u1'), fc.nat(2), (given, n) => {
        const doc: Document = {
          ...read(
            writeXliff(
              { ...emptyDocument, files: [{ kind: 'file', id: 'f1', notes: [], children: [given] }] },
              { version: '2.1' },
            ),
          ),
        }
        const text = writeXliff(doc, { version: '2.1' })
        const file = readXliff(encode(text), { file: 'x.xlf' })
        const first = file.document.files[0]
        const old = first?.children[0]
        if (first === undefined || old?.kind !== 'unit') return
        const segments = old.parts.filter(part => part.kind === 'segment')
        const chosen = segments[n % segments.length]
        const parts = old.parts.map(part =>
          part === chosen
            ? { ...part, target: [{ kind: 'text' as const, text: 'changed' }], state: 'final' as const }
            : part,
        )
        const out = new TextDecoder().decode(
          rewriteXliff(file, { ...file.document, files: [{ ...first, children: [{ ...old, parts }] }] }),
        )
        for (const part of segments) {
          if (part === chosen || part.sourceSpan === undefined) continue
          expect(out).toContain(text.slice(part.sourceSpan.start, (part.targetSpan ?? part.sourceSpan).end))
        }
        const again = [...unitsOf(read(out))][0]
        expect(again && isEqual(withoutDataRefs(again.parts), withoutDataRefs(parts))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

const emptyDocument = read(
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk"><file id="f"><unit id="u"><segment><source/></segment></unit></file></xliff>',
)
