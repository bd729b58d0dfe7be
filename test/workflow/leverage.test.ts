import { expect, test } from 'vitest'
import { openMemory, ramEngine } from '../../src/memory/index.ts'
import {
  type Document,
  isEmptyContent,
  language,
  plainText,
  type Segment,
  segmentsOf,
  textContent,
  type Unit,
  unitsOf,
} from '../../src/model/index.ts'
import { analyzeDocument } from '../../src/workflow/analyze.ts'
import { leverageDocument } from '../../src/workflow/leverage.ts'

const en = language('en')
const ru = language('ru')
const kk = language('kk')

function segment(id: string, source: string, target?: string, state: Segment['state'] = 'initial'): Segment {
  return {
    kind: 'segment',
    id,
    source: textContent(source),
    ...(target === undefined ? {} : { target: textContent(target) }),
    state,
  }
}

function document(segments: readonly Segment[], targetLanguage = ru): Document {
  const unit: Unit = {
    kind: 'unit',
    id: 'u1',
    translate: true,
    canResegment: true,
    preserveSpace: false,
    notes: [],
    candidates: [],
    metadata: [],
    parts: segments,
  }
  return { sourceLanguage: en, targetLanguage, files: [{ kind: 'file', id: 'f1', notes: [], children: [unit] }] }
}

async function memories() {
  const memory = await openMemory({ engine: ramEngine() })
  const unit = (id: string, texts: readonly string[], more = {}) => ({
    id,
    variants: [en, ru, kk].flatMap((tag, i) =>
      texts[i] === undefined ? [] : { language: tag, content: textContent(texts[i]) },
    ),
    ...more,
  })
  await memory.add([
    unit('a', ['The talks failed.', 'Переговоры сорвались.', 'Келіссөз нәтижесіз аяқталды.'], {
      previous: 'It was late.',
      next: 'They left.',
    }),
    unit('b', ['They left.', 'Они ушли.', 'Олар кетіп қалды.']),
    unit('c', ['Two people were hurt near the city hall.', 'Двое пострадали у здания акимата.']),
  ])
  return [{ memory, file: 'memory.tmx', priority: 0 }]
}

const targets = (result: Document): readonly (string | undefined)[] =>
  [...unitsOf(result)].flatMap(unit =>
    segmentsOf(unit).map(({ target }) => (target === undefined ? undefined : plainText(target))),
  )

test.each([
  [ru, 'Переговоры сорвались.', 'Они ушли.'],
  [kk, 'Келіссөз нәтижесіз аяқталды.', 'Олар кетіп қалды.'],
])('fills what is sure in %s: in context as translated, exact as a draft', async (target, first, second) => {
  const source = document(
    [segment('s1', 'It was late.', 'x', 'final'), segment('s2', 'The talks failed.'), segment('s3', 'They left.')],
    target,
  )
  const result = await leverageDocument(source, await memories())
  expect(targets(result.document)).toEqual(['x', first, second])
  const [unit] = [...unitsOf(result.document)]
  expect(unit?.parts.map(part => part.kind === 'segment' && [part.state, part.subState])).toEqual([
    ['final', undefined],
    ['translated', undefined],
    ['initial', 'tilmash:exact-match'],
  ])
  expect(result.filled).toBe(2)
  expect(result.bands).toMatchObject({ ice: 1, exact: 1, new: 0 })
})

test('never touches a target, nor one left empty on purpose', async () => {
  const source = document([
    segment('s1', 'They left.', 'Они уехали.', 'initial'),
    segment('s2', 'They left.', '', 'final'),
    segment('s3', 'Nothing is known about this.'),
  ])
  const result = await leverageDocument(source, await memories())
  expect(result.document).toBe(source)
  expect(result.filled).toBe(0)
})

test('adds candidates once', async () => {
  const source = document([segment('s1', 'Three people were hurt near the city hall.')])
  const once = await leverageDocument(source, await memories())
  const [unit] = [...unitsOf(once.document)]
  expect(unit?.candidates).toHaveLength(1)
  expect(unit?.candidates[0]).toMatchObject({ ref: 's1', origin: 'tilmash:memory', id: 'c' })
  expect(isEmptyContent(segmentsOf(unit ?? never())[0]?.target)).toBe(true)
  const twice = await leverageDocument(once.document, await memories())
  expect(twice.document).toBe(once.document)
})

test('repeats what the document itself says, unless it says two things', async () => {
  const agreed = document([segment('s1', 'Stop it.', 'Хватит.', 'translated'), segment('s2', 'Stop it.')])
  expect(targets((await leverageDocument(agreed, [])).document)).toEqual(['Хватит.', 'Хватит.'])
  const torn = document([
    segment('s1', 'Stop it.', 'Хватит.', 'translated'),
    segment('s2', 'Stop it.', 'Прекратите.', 'translated'),
    segment('s3', 'Stop it.'),
  ])
  const result = await leverageDocument(torn, [])
  expect(targets(result.document)).toEqual(['Хватит.', 'Прекратите.', undefined])
  expect([...unitsOf(result.document)][0]?.candidates).toHaveLength(2)
})

test('counts segments, words and characters of each band', async () => {
  const source = document([
    segment('s1', 'It was late.'),
    segment('s2', 'The talks failed.'),
    segment('s3', 'They left.'),
    segment('s4', 'They left.'),
    segment('s5', 'they  left.'),
    segment('s6', 'Three people were hurt near the city hall.'),
  ])
  const { bands, total, weightedWords } = await analyzeDocument(source, await memories(), { targetLanguage: ru })
  expect(bands).toMatchObject({
    ice: { segments: 1, words: 3, characters: 15 },
    exact: { segments: 1, words: 2 },
    repetitions: { segments: 2, words: 4 },
    '85-94': { segments: 1, words: 8 },
    new: { segments: 1, words: 3 },
  })
  expect(total).toMatchObject({ segments: 6, words: 20 })
  expect(weightedWords).toBe(9.3)
})

function never(): never {
  throw new Error('there is a unit')
}
