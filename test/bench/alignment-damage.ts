/** Damages clean bitexts on purpose, with known truth: the same seed damages the same way. */

import type { GoldDocument } from './alignment-data.ts'

/** How often, of a hundred sentences, each thing is done. */
export interface Damage {
  /** A source sentence loses its translation; a sentence of another text is inserted into the target. */
  readonly drop: number
  readonly insert: number
  /** Two target sentences, or two source sentences, become one segment; a target sentence becomes two. */
  readonly mergeTarget: number
  readonly mergeSource: number
  readonly split: number
  /** Two target sentences are joined and cut elsewhere. */
  readonly recut: number
  readonly swap: number
  /** The translation gives way to a sentence of another text, of about its length. */
  readonly replace: number
  /** Three to seven target sentences are gone, or foreign ones come in. */
  readonly dropBlock: number
  readonly insertBlock: number
}

const nothing: Damage = {
  drop: 0,
  insert: 0,
  mergeTarget: 0,
  mergeSource: 0,
  split: 0,
  recut: 0,
  swap: 0,
  replace: 0,
  dropBlock: 0,
  insertBlock: 0,
}

/** Rates of the development documents. */
export const damages: Readonly<Record<'light' | 'heavy' | 'block', Damage>> = {
  light: { ...nothing, drop: 2.7, insert: 2.7, mergeTarget: 4.3, mergeSource: 2.6, split: 1.8, recut: 0.5 },
  heavy: {
    ...nothing,
    drop: 6.2,
    insert: 6.2,
    mergeTarget: 7.6,
    mergeSource: 4.1,
    split: 3.5,
    recut: 2,
    swap: 2.8,
    replace: 3.5,
  },
  block: {
    ...nothing,
    drop: 2.7,
    insert: 2.7,
    mergeTarget: 3.6,
    mergeSource: 2.6,
    split: 2,
    recut: 0.7,
    dropBlock: 1,
    insertBlock: 0.7,
  },
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Puts a text together bead by bead. */
export class Builder {
  private readonly src: string[] = []
  private readonly tgt: string[] = []
  private readonly gold: [number[], number[]][] = []

  add(sources: readonly string[], targets: readonly string[]): void {
    this.gold.push([append(this.src, sources), append(this.tgt, targets)])
  }

  finish(id: string): GoldDocument {
    return { id, src: this.src, tgt: this.tgt, gold: this.gold }
  }
}

function append(list: string[], items: readonly string[]): number[] {
  return items.map(item => list.push(item) - 1)
}

/** A clean document, one source and one target sentence a bead, damaged; `strangers` are target sentences of other texts. */
export function damageText(
  document: GoldDocument,
  strangers: readonly string[],
  damage: Damage,
  seed: number,
): GoldDocument {
  const random = randomNumbers(seed)
  const builder = new Builder()
  const stranger = (): string => strangers[Math.floor(random() * strangers.length)] ?? ''
  const { src, tgt } = document
  for (let i = 0; i < src.length; i++) {
    const [s = '', t = ''] = [src[i], tgt[i]]
    const [nextS, nextT] = [src[i + 1], tgt[i + 1]]
    const run = 3 + Math.floor(random() * 5)
    const kind = pick(damage, random())
    if (kind === 'insert') builder.add([], [stranger()])
    if (kind === 'insertBlock') for (let n = 0; n < run; n++) builder.add([], [stranger()])
    if (kind === 'drop') builder.add([s], [])
    else if (kind === 'replace') {
      const alike = strangers.filter(each => Math.abs(Math.log(each.length / t.length)) < 0.25)
      builder.add([s], [])
      builder.add([], [alike[Math.floor(random() * alike.length)] ?? stranger()])
    } else if (kind === 'dropBlock' && i + run < src.length) {
      for (let n = 0; n < run; n++) builder.add([src[i + n] ?? ''], [])
      i += run - 1
    } else if (kind === 'split') builder.add([s], cut(t, random))
    else if (nextS !== undefined && nextT !== undefined && kind !== undefined && kind in joints) {
      const [sources, targets] = joints[kind as keyof typeof joints](s, nextS, t, nextT, random)
      builder.add(sources, targets)
      i++
    } else builder.add([s], [t])
  }
  return builder.finish(`${document.id} ${seed}`)
}

type Joint = (
  s: string,
  nextS: string,
  t: string,
  nextT: string,
  random: () => number,
) => readonly [readonly string[], readonly string[]]

const joints = {
  mergeTarget: (s, nextS, t, nextT) => [[s, nextS], [`${t} ${nextT}`]],
  mergeSource: (s, nextS, t, nextT) => [[`${s} ${nextS}`], [t, nextT]],
  swap: (s, nextS, t, nextT) => [
    [s, nextS],
    [nextT, t],
  ],
  recut: (s, nextS, t, nextT, random) => {
    const [first = '', ...rest] = cut(nextT, random)
    return [
      [s, nextS],
      [`${t} ${first}`, ...rest],
    ]
  },
} satisfies Partial<Record<keyof Damage, Joint>>

function pick(damage: Damage, chance: number): keyof Damage | undefined {
  let sum = 0
  for (const [kind, rate] of Object.entries(damage)) {
    sum += rate / 100
    if (chance < sum) return kind as keyof Damage
  }
  return undefined
}

/** In two behind a comma, colon or dash near the middle; at any blank where there is none, and now and then anyway. */
function cut(text: string, random: () => number): readonly string[] {
  const marks = random() < 0.2 ? [] : [...text.matchAll(/[,:;—–-]\s/gu)]
  const places = marks.length > 0 ? marks : [...text.matchAll(/\S\s/gu)]
  const middle = places[places.length >> 1]
  if (middle === undefined) return [text]
  return [text.slice(0, middle.index + 1), text.slice(middle.index + 2)]
}
