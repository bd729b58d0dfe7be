/** Clean bitexts put into another order or frame on purpose, with known truth. */

import { Builder } from './alignment-damage.ts'
import type { GoldDocument } from './alignment-data.ts'

/** `strangers` are target sentences of other texts. What has moved counts as missing here and extra there. */
type Layout = (document: GoldDocument, strangers: readonly string[]) => GoldDocument

export const layouts: Readonly<Record<string, Layout>> = {
  'first fifth missing': document => withoutTargets(document, 0, 0.2),
  'last fifth missing': document => withoutTargets(document, 0.8, 1),
  'boilerplate before': (document, strangers) => {
    const builder = new Builder()
    for (const text of strangers.slice(0, 15)) builder.add([], [text])
    return addAll(builder, document).finish(document.id)
  },
  'two hundred more sentences': (document, strangers) => {
    const builder = new Builder()
    const middle = document.src.length >> 1
    addAll(builder, document, 0, middle)
    for (const text of strangers.slice(0, 200)) builder.add([], [text])
    return addAll(builder, document, middle).finish(document.id)
  },
  'section moved': document => {
    const builder = new Builder()
    const [from, to, place] = [0.2, 0.4, 0.7].map(part => Math.floor(part * document.src.length))
    addAll(builder, document, 0, from)
    for (const text of document.src.slice(from, to)) builder.add([text], [])
    addAll(builder, document, to, place)
    for (const text of document.tgt.slice(from, to)) builder.add([], [text])
    return addAll(builder, document, place).finish(document.id)
  },
  'lines repeated': document => {
    const builder = new Builder()
    for (const [i, text] of document.src.entries()) {
      if (i % 10 === 4) for (let n = 0; n < 4; n++) builder.add(['Read more'], ['• • •'])
      builder.add([text], [document.tgt[i] ?? ''])
      if (i % 10 === 9) builder.add(['Share this page.'], ['Share this page.'])
    }
    return builder.finish(document.id)
  },
  'empty and tiny lines': document => {
    const builder = new Builder()
    for (const [i, text] of document.src.entries()) {
      builder.add([text], [document.tgt[i] ?? ''])
      if (i % 5 === 2) builder.add([''], [''])
      if (i % 7 === 3) builder.add(['*'], ['*'])
    }
    return builder.finish(document.id)
  },
  'five sentences a line': document => {
    const builder = new Builder()
    for (let i = 0; i < document.src.length; i += 5) {
      builder.add([document.src.slice(i, i + 5).join(' ')], [document.tgt.slice(i, i + 5).join(' ')])
    }
    return builder.finish(document.id)
  },
}

function addAll(builder: Builder, { src, tgt }: GoldDocument, from = 0, to: number = src.length): Builder {
  for (let i = from; i < to; i++) builder.add([src[i] ?? ''], [tgt[i] ?? ''])
  return builder
}

function withoutTargets(document: GoldDocument, from: number, to: number): GoldDocument {
  const builder = new Builder()
  for (const [i, text] of document.src.entries()) {
    const part = i / document.src.length
    builder.add([text], part >= from && part < to ? [] : [document.tgt[i] ?? ''])
  }
  return builder.finish(document.id)
}
