import type { Level } from '../../model/index.ts'
import { splitPluralKey } from '../../text/plural-forms.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import { difference } from '../multiset.ts'
import type { PlaceholderMention, TextView } from '../text-view.ts'

/** A placeholder is lost, added or altered: the program would show a hole, or fail. */
export const placeholderMismatch: SegmentCheck = {
  description: {
    id: 'placeholder/mismatch',
    level: 'error',
    its: 'markup',
    mqm: 'accuracy/do-not-translate/placeholder',
  },
  scope: 'segment',
  *run({ source, target, unit, isForOneNumber }) {
    if (source.placeholders.length === 0 && target.placeholders.length === 0) return
    const [wanted, given] = numbered(counted(withoutLabels(source, target)), counted(beforeScript(target)))
    const lacking = difference(wanted, given).filter(({ written }) => !standsRaw(written, target))
    const missing = isForOneNumber ? withoutCount(lacking) : lacking
    const extra = difference(given, wanted).filter(
      placeholder =>
        !(
          wanted.length < source.placeholders.length &&
          /^\{\p{Lu}[\p{Script=Cyrillic} ,/-]+\}$/u.test(placeholder.written)
        ) &&
        !(isForOneNumber && countKey.test(placeholder.key)) &&
        !isCount(placeholder, source, unit.name) &&
        !given.some(
          ({ key, written }) =>
            key === placeholder.key && (standsRaw(written, source) || standsRaw(written.replace(/i$/, 'd'), source)),
        ),
    )
    const [lost] = missing
    const [added] = extra
    if (missing.length === 1 && extra.length === 1 && lost !== undefined && added !== undefined) {
      yield targetFlaw(added.start, added.end, {
        variant: 'altered',
        ...levelOf(added),
        data: { expected: lost.written, found: added.written },
        fix: { side: 'target', start: added.start, end: added.end, text: lost.written, safe: lost.kind === added.kind },
      })
      return
    }
    for (const { written, key } of missing) {
      // A name said twice in the source may be a pronoun the second time.
      const isSaid = /^(?:%\d|\{)/.test(key) && given.some(placeholder => placeholder.key === key)
      yield targetFlaw(0, target.text.length, {
        variant: 'missing',
        data: { expected: written },
        ...(isSaid || extra.some(isInWords) ? { level: 'warning' as const } : {}),
      })
    }
    for (const placeholder of extra) {
      const { start, end, written } = placeholder
      // `%1` and `{name}` may be filled in twice, `%s` may not.
      const isRepeated = /^%\d|^%\(|^\{[^}]/.test(placeholder.key) && wanted.some(({ key }) => key === placeholder.key)
      yield targetFlaw(start, end, {
        variant: 'extra',
        ...(isRepeated ? { level: 'info' as const } : levelOf(placeholder)),
        data: { found: written },
      })
    }
    if (lacking.length === 0 && extra.length === 0) yield* disorder(source.placeholders, beforeScript(target))
  },
}

/** `%{название}`: in a text about templates a sample, in a template a fault. */
function isInWords({ written }: PlaceholderMention): boolean {
  return /\p{Script=Cyrillic}/u.test(written)
}

function levelOf(placeholder: PlaceholderMention): { readonly level?: Level } {
  return isInWords(placeholder) ? { level: 'warning' } : {}
}

/** "{None}" – «{Жоқ}»: a choice in braces, not a placeholder, when the target says it in letters of its own. */
function withoutLabels({ placeholders }: TextView, target: TextView): readonly PlaceholderMention[] {
  if (!/\{\p{Lu}[\p{Script=Cyrillic} ,/-]+\}/u.test(target.text)) return placeholders
  return placeholders.filter(({ written }) => !/^\{[A-Z][a-z]+\}$/.test(written))
}

/** KDE: what stands behind `|/|` is a script that makes the text, with the placeholders once more. */
function beforeScript({ text, placeholders }: TextView): readonly PlaceholderMention[] {
  const at = text.indexOf('|/|')
  return at < 0 ? placeholders : placeholders.filter(({ start }) => start < at)
}

/** Without the one count a plural form may leave out. */
function withoutCount(missing: readonly PlaceholderMention[]): readonly PlaceholderMention[] {
  const at = missing.findIndex(({ key }) => countKey.test(key))
  return at < 0 ? missing : missing.toSpliced(at, 1)
}

const countKey = /^%(?:\d{1,2}\$)?[dun]$|^%\d$|^%l+[du]$|^%\(\w+\)[di]$/

/** `%2$s … %1$s` answers to `%s … %s`: when one side has numbers, the other is numbered as it is filled. */
function numbered(
  source: readonly PlaceholderMention[],
  target: readonly PlaceholderMention[],
): readonly [readonly PlaceholderMention[], readonly PlaceholderMention[]] {
  const hasNumbers = (list: readonly PlaceholderMention[]): boolean => list.some(({ key }) => /^%\d+\$/.test(key))
  if (hasNumbers(source) === hasNumbers(target)) return [source, target]
  const withNumbers = (list: readonly PlaceholderMention[]): readonly PlaceholderMention[] => {
    let next = 1
    return list.map(placeholder =>
      placeholder.kind === 'printf' && /^%[a-zA-Z@]+$/.test(placeholder.key)
        ? { ...placeholder, key: `%${next++}$${placeholder.key.slice(1)}` }
        : placeholder,
    )
  }
  return [withNumbers(source), withNumbers(target)]
}

/** «%dм» is a placeholder and "%dm" is not read as one, since words may begin so: there, but glued to a letter. */
function standsRaw(written: string, { text, placeholders }: TextView): boolean {
  if (!written.startsWith('%') || !text.includes(written)) return false
  return text.split(written).length - 1 > placeholders.filter(placeholder => placeholder.written === written).length
}

/** A singular that names its one thing ("1 file", "One item", "Every day") may be filled in by the number in other languages. */
function isCount({ key, kind }: PlaceholderMention, source: TextView, name: string | undefined): boolean {
  if (kind !== 'printf' || !countKey.test(key)) return false
  if (name !== undefined && splitPluralKey(name) !== undefined) return true
  return source.numbers.some(({ value }) => value === 1) || /\b(?:a|an|every|this|single)\b/i.test(source.text)
}

/** Inside plural branches only presence counts: languages differ in the number of branches. */
function counted(placeholders: readonly PlaceholderMention[]): readonly PlaceholderMention[] {
  if (!placeholders.some(placeholder => placeholder.inBranch)) return placeholders
  const seen = new Set<string>()
  return placeholders.filter(placeholder => {
    if (seen.has(placeholder.key))
      return !placeholder.inBranch && !placeholders.some(other => other.inBranch && other.key === placeholder.key)
    seen.add(placeholder.key)
    return true
  })
}

/** `%s %d` filled by position must keep their order; numbered and named ones are free. */
function* disorder(
  source: readonly PlaceholderMention[],
  target: readonly PlaceholderMention[],
): Generator<ReturnType<typeof targetFlaw>> {
  const byPosition = (list: readonly PlaceholderMention[]): readonly PlaceholderMention[] =>
    list.filter(({ kind, key }) => kind === 'printf' && /^%[a-zA-Z@]+$/.test(key) && key !== '%n')
  const sources = byPosition(source)
  const targets = byPosition(target)
  // One side has some that the other hides among letters: their order cannot be told.
  if (sources.length !== targets.length) return
  for (const [i, { key, written }] of sources.entries()) {
    const found = targets[i]
    if (found === undefined || found.key === key) continue
    yield targetFlaw(found.start, found.end, { variant: 'order', data: { expected: written, found: found.written } })
    return
  }
}
