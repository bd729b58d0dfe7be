import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Step, track } from '../../src/workflow/track.ts'

function steps(old: readonly string[], now: readonly string[], longestRun = 4): readonly Step[] {
  const join = (texts: readonly string[]) => (range: { from: number; to: number }) =>
    texts.slice(range.from, range.to).join(' ')
  return track(old, now, { longestRun, join: join(now), joinOld: join(old) })
}

const short = (list: readonly Step[]) =>
  list.map(({ kind, old, now }) => `${kind} ${old.from}-${old.to} ${now.from}-${now.to}`)

const a = 'Strikes have been going on at enterprises throughout the last two years.'
const b = 'The biggest protests were in the western regions.'
const c = 'Билік халықтың заңды талаптарын елемеді.'

describe('finding sentences again in a new version', () => {
  it('keeps what is the same to the letter', () => {
    expect(short(steps([a, b, c], [a, b, c]))).toEqual(['kept 0-1 0-1', 'kept 1-2 1-2', 'kept 2-3 2-3'])
  })

  it('sees a changed number as a change of that sentence', () => {
    const edited = a.replace('two', 'three')
    expect(short(steps([a, b, c], [edited, b, c]))).toEqual(['changed 0-1 0-1', 'kept 1-2 1-2', 'kept 2-3 2-3'])
  })

  it('tells an added and a removed sentence', () => {
    expect(short(steps([a, b], [a, c, b]))).toEqual(['kept 0-1 0-1', 'added 1-1 1-2', 'kept 1-2 2-3'])
    expect(short(steps([a, c, b], [a, b]))).toEqual(['kept 0-1 0-1', 'removed 1-2 1-1', 'kept 2-3 1-2'])
  })

  it('recognises a sentence that was split and one that was merged', () => {
    const whole = 'The work of airports was paralyzed, and the launching site was in danger for several days.'
    const parts = ['The work of airports was paralyzed.', 'The launching site was in danger for several days.']
    expect(short(steps([a, whole, b], [a, ...parts, b]))).toEqual(['kept 0-1 0-1', 'split 1-2 1-3', 'kept 2-3 3-4'])
    expect(short(steps([a, ...parts, b], [a, whole, b]))).toEqual(['kept 0-1 0-1', 'merged 1-3 1-2', 'kept 3-4 2-3'])
  })

  it('finds a joined segment again when both its sentences are unchanged', () => {
    expect(short(steps([`${a} ${b}`, c], [a, b, c]))).toEqual(['kept 0-1 0-2', 'kept 1-2 2-3'])
  })

  it('follows a sentence that moved', () => {
    expect(short(steps([a, b, c], [c, a, b]))).toContain('moved 2-3 0-1')
  })

  it('does not take another sentence for a new version', () => {
    expect(
      steps([a], [c])
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['added', 'removed'])
  })

  it('covers both lists exactly once, in the order of the new list', () => {
    const sentence = fc.constantFrom(a, b, c, `${a} ${b}`, 'x', 'y', '', a.replace('two', '2'))
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), fc.array(sentence, { maxLength: 8 }), (old, now) => {
        const found = steps(old, now)
        const seen = found.flatMap(({ now: { from, to } }) => Array.from({ length: to - from }, (_, k) => from + k))
        expect(seen).toEqual(now.map((_, index) => index))
        const before = found.flatMap(({ old: { from, to } }) => Array.from({ length: to - from }, (_, k) => from + k))
        expect(before.sort((x, y) => x - y)).toEqual(old.map((_, index) => index))
      }),
    )
  })
})
