import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { encodeText, readPlain } from '../../src/formats/plain/index.ts'
import { Failure } from '../../src/model/index.ts'
import { fileBytes, textPieces } from '../../src/workflow/text-pieces.ts'

const folder = mkdtempSync(join(tmpdir(), 'tilmash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'text.txt')

const part = fc.constantFrom('a', 'ә', '中', '😊', '\n', '\r\n', '\r', '\ufeff', '\u2028', 'line of text. ')
const text = fc.array(part, { maxLength: 80 }).map(parts => parts.join(''))

/** The text, or the code and place of the failure. */
function outcome(read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return JSON.stringify([error.code, error.data, error.place])
  }
}

const joined = (pieceBytes: number): string => [...textPieces(path, { file: 'text.txt', pieceBytes })].join('')

describe('textPieces', () => {
  it('gives the text that reading at once gives, in every encoding', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        fc.boolean(),
        fc.integer({ min: 16, max: 40 }),
        (whole, encoding, withBom, pieceBytes) => {
          writeFileSync(path, encodeText(whole, encoding, withBom || encoding !== 'utf-8'))
          expect(joined(pieceBytes)).toBe(whole.replace(encoding === 'utf-8' && !withBom ? /^\ufeff/ : /(?!)/, ''))
        },
      ),
    )
  })

  it('fails at the line and column where reading at once fails', () => {
    const broken = fc.constantFrom([0xff], [0xd0], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xc0, 0xaf])
    fc.assert(
      fc.property(text, broken, text, fc.integer({ min: 16, max: 40 }), (before, bytes, after, pieceBytes) => {
        const [head, tail] = [new TextEncoder().encode(`a${before}`), new TextEncoder().encode(after)]
        const whole = Uint8Array.from([...head, ...bytes, ...tail])
        writeFileSync(path, whole)
        const expected = outcome(() => readPlain(whole, { file: 'text.txt' }).text)
        expect(outcome(() => joined(pieceBytes))).toBe(expected)
      }),
    )
  })

  it('fails at a lone surrogate of UTF-16', () => {
    const lines = 'one line\n'.repeat(20)
    writeFileSync(path, encodeText(`${lines}ab\ud800c`, 'utf-16le', true))
    expect(() => joined(32)).toThrow(
      expect.objectContaining({
        code: 'plain.utf16-broken',
        place: expect.objectContaining({ start: { line: 21, column: 3 } }),
      }),
    )
  })

  it('says why a file cannot be read', () => {
    expect(fileBytes(join(folder, 'none.txt'))).toBe(0)
    expect(fileBytes(folder)).toBe(0)
    expect(() => [...textPieces(join(folder, 'none.txt'), { file: 'none.txt' })]).toThrow('file.not-found')
    expect(() => [...textPieces(folder, { file: 'folder' })]).toThrow(Failure)
  })
})
