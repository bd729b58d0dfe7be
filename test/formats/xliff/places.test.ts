import { expect, test } from 'vitest'
import { editXliff, readXliff } from '../../../src/formats/xliff/index.ts'
import { NumberList } from '../../../src/formats/xliff/number-list.ts'
import { readingOf, readXliffDocument } from '../../../src/formats/xliff/reading.ts'
import { segmentsOf, type Unit, unitsOf } from '../../../src/model/index.ts'

const encode = (given: string): Uint8Array => new TextEncoder().encode(given)
const text =
  '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" source-language="en" target-language="kk" datatype="plaintext"><body>\n<trans-unit id="u"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source></trans-unit>\n</body></file></xliff>'
const file = readXliff(encode(text), { file: 'x' })
const unit = ((): Unit => {
  const [found] = [...unitsOf(file.document)]
  if (found === undefined) throw new Error('a unit expected')
  return found
})()

test('a unit is found by its span, and by its id when it has none', () => {
  const { span, ...rest } = unit
  expect(span).toBeDefined()
  expect(file.locateUnit(rest)).toEqual(file.locateUnit(unit))
  expect(file.locateUnit(rest)?.start).toMatchObject({ line: 2, column: 1 })
  expect(file.locateUnit({ ...rest, id: 'other' })).toBeUndefined()
})

test('a segment that is not in the unit has no place and cannot be edited', () => {
  expect(file.locate(unit, '3', 'source', 0, 1)).toBeUndefined()
  expect(() => editXliff(file, [{ unit: 'u', segment: '3', state: 'final' }])).toThrow(
    expect.objectContaining({ code: 'edit.no-segment', data: { unit: 'u', segment: '3' } }),
  )
})

test('a reading places a segment, else its unit, else the file', () => {
  const reading = readingOf(file)
  const second = segmentsOf(unit)[1]
  if (second === undefined) throw new Error('a segment expected')
  const column = text.split('\n')[1]?.indexOf('B.</mrk>') ?? -1
  expect(reading.locate({ unit, segment: second, start: 0, end: 1 })).toMatchObject({
    start: { line: 2, column: column + 1 },
    end: { line: 2, column: column + 2 },
  })
  expect(reading.locate({ unit, segment: second }).end).toMatchObject({ line: 2, column: column + 3 })
  expect(reading.locate({ unit })).toEqual(file.locateUnit(unit))
  const { span: _span, ...rest } = unit
  expect(reading.locate({ unit: { ...rest, id: 'other' } }).start).toMatchObject({ line: 1, column: 1 })
  expect(readXliffDocument(encode(text), { file: 'x' }).document).toEqual(file.document)
})

test('numbers of a list are nought until they are told', () => {
  const list = new NumberList()
  expect(list.at(5)).toBe(0)
  expect(() => list.set(0, 1)).toThrow(RangeError)
  list.push(7)
  list.set(0, -8)
  expect([list.at(0), list.at(1), list.length]).toEqual([-8, 0, 1])
})
