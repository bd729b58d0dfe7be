import { cyrillicTwin, isCyrillic, isLatin, latinTwin } from '../../text/homoglyphs.ts'
import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'

/** A Latin letter in a Cyrillic word, or the other way round: looks right, is not found by search and breaks spelling. */
export const mixedScript: SegmentCheck = {
  description: {
    id: 'characters/mixed-script',
    level: 'error',
    its: 'characters',
    mqm: 'linguistic-conventions/character-encoding',
  },
  scope: 'segment',
  *run(pair) {
    const { target } = pair
    if (pair.isGarbled || target.script.latin === 0 || target.script.cyrillic === 0) return
    for (const match of target.masked.matchAll(/[\p{L}\p{M}]+/gu)) {
      const word = match[0]
      if (!/\p{Script=Latin}/u.test(word)) continue
      const start = match.index
      const end = start + word.length
      // "%mрежим", "\\nСтрока", "%0AСчётчик": the first letter belongs to a code.
      if (/[%\\&$~]$|%[\dA-F]$/.test(target.masked.slice(Math.max(0, start - 2), start))) continue
      if (/\p{Script=Cyrillic}/u.test(word)) {
        // `[ДдYy]` is a pattern of single letters.
        if (target.masked[start - 1] === '[' && target.masked[end] === ']') continue
        const stressed = withStress(word)
        if (stressed !== undefined) {
          yield targetFlaw(start, end, {
            variant: 'stress',
            level: 'warning',
            data: { word },
            fix: { side: 'target', start, end, text: stressed, safe: true },
          })
          continue
        }
        const repaired = repair(word, pair)
        if (repaired === undefined) continue
        const fix = repaired === '' ? {} : { fix: { side: 'target' as const, start, end, text: repaired, safe: true } }
        yield targetFlaw(start, end, { data: { word, letters: strangers(word) }, ...fix })
      } else if (isLonelyTwin(word, start, end, pair)) {
        const twin = cyrillicTwin(word) ?? word
        yield targetFlaw(start, end, {
          variant: 'letter',
          level: 'warning',
          data: { word },
          fix: { side: 'target', start, end, text: twin, safe: true },
        })
      }
    }
  },
}

/** «бóльший» with a Latin ó for its stress: the same with a Cyrillic о and the sign of stress. */
function withStress(word: string): string | undefined {
  if (!/^[\p{Script=Cyrillic}áéóýÁÉÓÝ]+$/u.test(word)) return undefined
  return word.replace(/[áéóýÁÉÓÝ]/g, letter => `${cyrillicTwin(letter.normalize('NFD').slice(0, 1)) ?? ''}\u0301`)
}

/** The word in one script, '' when no safe repair is known, undefined when the mixture is meant («SMSка», «iPhone-ға»). */
function repair(word: string, pair: Pair): string | undefined {
  const letters = [...word]
  const latin = letters.filter(isLatin)
  const cyrillic = letters.filter(isCyrillic)
  // "pБРВ", «СТРОКИxСТОЛБЦЫ»: a letter of an option before its value, a times sign.
  if (/^[a-z]\p{Lu}{2,}$|^\p{Lu}{2,}x\p{Lu}{2,}$/u.test(word)) return undefined
  if (/^\p{Lu}x\p{Lu}$|^x\p{Lu}$/u.test(word) && /(?:[A-Z]|\[)x[A-Z]/.test(pair.source.text)) return undefined
  if (/^\p{Ll}{4,}x\p{Ll}{4,}$/u.test(word) && /\b[a-z]{4,}x[a-z]{4,}\b/.test(pair.source.text)) return undefined
  // «ПРЕФИКСaa» for "PREFIXaa".
  const suffix = /^\p{Lu}{2,}([a-z]{1,3})$/u.exec(word)?.[1]
  if (
    suffix !== undefined &&
    /\p{Script=Cyrillic}[a-z]+$/u.test(word) &&
    pair.source.words.some(({ text }) => /^[A-Z]{2}/.test(text) && text.endsWith(suffix))
  )
    return undefined
  // Russian has no letter that looks like I: «Iнод» is meant so.
  const alphabet = pair.targetIs('ru') ? /[а-яё]/iu : /./u
  const toCyrillic = latin.every(letter => alphabet.test(cyrillicTwin(letter) ?? ''))
  const toLatin = cyrillic.every(letter => latinTwin(letter) !== undefined)
  // A Latin name with a Cyrillic ending: one seam, and the name stands so in the source.
  const seam = /^(\p{Script=Latin}{2,})(\p{Script=Cyrillic}+)$/u.exec(word)
  if (seam !== null && (!toCyrillic || pair.source.text.includes(seam[1] ?? ''))) return undefined
  // «модульB» for "backendB", «мәлімX» for "known X".
  const last = /^\p{Script=Cyrillic}{3,}([A-Z])$/u.exec(word)?.[1]
  if (
    last !== undefined &&
    /\p{Ll}[A-Z]$/u.test(word) &&
    new RegExp(`(?:[a-z]|(?<!\\p{L}))${last}(?!\\p{L})`, 'u').test(pair.source.masked)
  )
    return undefined
  const prefixed = /^\p{Script=Cyrillic}+\p{Script=Latin}{2,}$/u.test(word)
  if (prefixed && !toCyrillic && !toLatin) return undefined
  if (toCyrillic && (cyrillic.length >= latin.length || !toLatin))
    return letters.map(letter => cyrillicTwin(letter) ?? letter).join('')
  if (toLatin && latin.length > cyrillic.length) return letters.map(letter => latinTwin(letter) ?? letter).join('')
  // No twins: surely wrong only inside the word, between letters of the other script.
  return /\p{Script=Cyrillic}\p{Script=Latin}\p{Script=Cyrillic}/u.test(word) ? '' : undefined
}

/** The letters of the script that has fewer, for the message. */
function strangers(word: string): string {
  const latin = [...word].filter(isLatin)
  const cyrillic = [...word].filter(isCyrillic)
  return [...new Set(latin.length <= cyrillic.length ? latin : cyrillic)].join(' ')
}

/** Latin c, o, y alone between Cyrillic words, where Russian writes с, о, у. */
function isLonelyTwin(word: string, start: number, end: number, pair: Pair): boolean {
  if (!/^[coyCO]$/.test(word) || !pair.targetIs('ru')) return false
  if (pair.source.words.some(other => other.text === word)) return false
  const before = pair.target.masked.slice(Math.max(0, start - 4), start)
  const after = pair.target.masked.slice(end, end + 4)
  return /(?:^|[\p{Script=Cyrillic},] )$/u.test(before) && /^ \p{Script=Cyrillic}/u.test(after)
}
