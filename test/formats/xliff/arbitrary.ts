/** Documents at random: what XLIFF 2 can hold, white space, markup characters and odd ids included. */

import fc from 'fast-check'
import {
  type Candidate,
  type Content,
  type Document,
  type DocumentFile,
  type Group,
  type Ignorable,
  type Inline,
  language,
  type MetaGroup,
  type Note,
  type Segment,
  type Unit,
} from '../../../src/model/index.ts'

/** Text as people and machines write it. Never empty: empty text is no text node. */
export const text: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'Hello',
      'Привет',
      'Сәлем әлем',
      ' ',
      '  ',
      '\n',
      '\t',
      '\r',
      '\r\n',
      '&',
      '<b>',
      ']]>',
      '"',
      "'",
      '—',
      '👨‍👩‍👧‍👦',
      '\u00A0',
      '\u202E',
      '\uFDD0',
      'n',
      '&amp;',
      '%s',
      '<!--',
      '-->',
      'ё',
      'е\u0308',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map(words => words.join(''))

const word = fc.constantFrom('alpha', 'beta', 'тест', 'with space', '"quoted"', 'a<b', 'ә\tб')

function textNode(): fc.Arbitrary<Inline> {
  return text.map(value => ({ kind: 'text', text: value }))
}

/** Codes have ids from `next`, so that they are unique in their unit. */
function inline(depth: number, next: () => string): fc.Arbitrary<Inline> {
  const code = fc.record(
    {
      data: fc.constantFrom('<b>', '%s', '\u0007', ' ', '&nbsp;', ''),
      equiv: word,
      disp: word,
      type: fc.constantFrom('fmt', 'ui', 'other'),
    },
    { requiredKeys: [] },
  )
  const children =
    depth === 0 ? fc.constant<Content>([]) : fc.array(inline(depth - 1, next), { maxLength: 2 }).map(joined)
  return fc.oneof(
    { weight: 4, arbitrary: textNode() },
    code.map(own => ({ kind: 'ph' as const, id: next(), ...own })),
    fc.tuple(code, children).map(([own, inner]) => ({
      kind: 'pc' as const,
      id: next(),
      ...own,
      ...(own.data === undefined ? {} : { dataEnd: '</b>' }),
      children: inner,
    })),
    children.map(inner => ({ kind: 'mrk' as const, id: next(), type: 'term', children: inner })),
  )
}

/** Neighbouring text nodes become one, as every reader gives them. */
export function joined(content: readonly Inline[]): Content {
  const out: Inline[] = []
  for (const one of content) {
    const last = out.at(-1)
    if (one.kind === 'text' && last?.kind === 'text') out[out.length - 1] = { kind: 'text', text: last.text + one.text }
    else out.push(one)
  }
  return out
}

const content = (next: () => string): fc.Arbitrary<Content> => fc.array(inline(2, next), { maxLength: 3 }).map(joined)

/** A target says other words around the codes of its source. */
function targetOf(source: Content): fc.Arbitrary<Content> {
  return fc
    .array(textNode(), { maxLength: 2 })
    .map(words => joined([...words, ...source.filter(one => one.kind !== 'text')]))
}

function segment(id: string, next: () => string): fc.Arbitrary<Segment> {
  return content(next).chain(source =>
    fc
      .tuple(
        fc.option(targetOf(source), { nil: undefined }),
        fc.constantFrom('initial' as const, 'translated' as const, 'reviewed' as const, 'final' as const),
        fc.option(fc.constantFrom('tilmash:source-changed', 'my:sub'), { nil: undefined }),
      )
      .map(([target, state, subState]) =>
        target === undefined
          ? { kind: 'segment' as const, id, source, state: 'initial' as const }
          : { kind: 'segment' as const, id, source, target, state, ...(subState === undefined ? {} : { subState }) },
      ),
  )
}

function ignorable(id: string): fc.Arbitrary<Ignorable> {
  return fc
    .constantFrom(' ', '\n', '  ', '\t')
    .map(blank => ({ kind: 'ignorable', id, source: [{ kind: 'text', text: blank }] }))
}

function note(segments: number): fc.Arbitrary<Note> {
  return fc
    .record(
      {
        text: fc.oneof(text, fc.constant('')),
        category: fc.constantFrom('tilmash', 'tilmash-ignore', 'from someone'),
        priority: fc.integer({ min: 1, max: 10 }),
        appliesTo: fc.constantFrom('source' as const, 'target' as const),
        ref: fc.integer({ min: 1, max: segments }).map(n => `s${n}`),
      },
      { requiredKeys: ['text'] },
    )
    .map(made => ({ ...made, text: made.text }))
}

function candidate(segments: number): fc.Arbitrary<Candidate> {
  return fc
    .tuple(fc.integer({ min: 1, max: segments }), textNode(), textNode(), fc.integer({ min: 0, max: 10_000 }), word)
    .map(([n, source, target, hundredths, origin]) => ({
      ref: `s${n}`,
      source: [source],
      target: [target],
      similarity: hundredths / 100 / 100,
      origin,
    }))
}

const metaGroup: fc.Arbitrary<MetaGroup> = fc
  .tuple(
    fc.constantFrom('tilmash', 'other'),
    fc.array(fc.tuple(fc.constantFrom('s1.base', 's1.hash'), text), { minLength: 1, maxLength: 2 }),
  )
  .map(([category, meta]) => ({ category, meta: meta.map(([type, value]) => ({ type, value })) }))

export function unit(id: string): fc.Arbitrary<Unit> {
  return fc.integer({ min: 1, max: 3 }).chain(count => {
    let codes = 0
    const next = (): string => `c${++codes}`
    const parts: fc.Arbitrary<Segment | Ignorable>[] = []
    for (let i = 1; i <= count; i++) {
      if (i > 1) parts.push(ignorable(`i${i - 1}`))
      parts.push(segment(`s${i}`, next))
    }
    return fc
      .record({
        parts: fc.tuple(...parts),
        preserveSpace: fc.boolean(),
        translate: fc.boolean(),
        canResegment: fc.boolean(),
        notes: fc.array(note(count), { maxLength: 2 }),
        candidates: fc.array(candidate(count), { maxLength: 2 }),
        metadata: fc.array(metaGroup, { maxLength: 2 }),
        name: fc.option(word, { nil: undefined }),
      })
      .map(({ name, ...made }) => ({
        kind: 'unit' as const,
        id,
        ...(name === undefined ? {} : { name }),
        ...made,
        parts: unique(made.parts),
      }))
  })
}

/** fast-check makes codes in any order and throws some away: ids are given out again, in the order of the text. */
function unique(parts: readonly (Segment | Ignorable)[]): readonly (Segment | Ignorable)[] {
  const names = new Map<string, string>()
  const rename = (given: Content): Content =>
    given.map(one => {
      if (one.kind === 'text' || !('id' in one)) return one
      const known = names.get(one.id) ?? `c${names.size + 1}`
      names.set(one.id, known)
      return one.kind === 'pc' || one.kind === 'mrk'
        ? { ...one, id: known, children: rename(one.children) }
        : { ...one, id: known }
    })
  return parts.map(part => {
    const source = rename(part.source)
    return part.target === undefined ? { ...part, source } : { ...part, source, target: rename(part.target) }
  })
}

export const document: fc.Arbitrary<Document> = fc.integer({ min: 1, max: 5 }).chain(count =>
  fc
    .tuple(
      fc.tuple(...Array.from({ length: count }, (_, i) => unit(`u${i + 1}`))),
      fc.boolean(),
      fc.constantFrom('ru', 'kk', 'kk-Latn'),
    )
    .map(([units, isGrouped, target]) => {
      const children: readonly (Group | Unit)[] = isGrouped
        ? [{ kind: 'group', id: 'g1', name: 'a "group"', notes: [{ text: 'of the group' }], children: units }]
        : units
      const file: DocumentFile = { kind: 'file', id: 'f1', original: 'a & b.txt', notes: [], children }
      return { sourceLanguage: language('en'), targetLanguage: language(target), files: [file] }
    }),
)
