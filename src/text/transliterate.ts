/** Across scripts: Kazakh Cyrillic to its Latin alphabet, and names compared by sound. */

/**
 * The Kazakh Latin alphabet of 2021. Many-to-one (и and й are `i`, х and һ are `h`), so texts are compared in Latin.
 * `I ı` is І і, `İ i` is И и and Й й.
 */
const kazakhLatin = new Map<string, string>(
  Object.entries({
    а: 'a',
    ә: 'ä',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'ğ',
    д: 'd',
    е: 'e',
    ё: 'io',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    қ: 'q',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'ñ',
    о: 'o',
    ө: 'ö',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'ū',
    ү: 'ü',
    ф: 'f',
    х: 'h',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'ş',
    щ: 'şş',
    ъ: '',
    ы: 'y',
    і: 'ı',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
  }),
)

/** Kazakh Cyrillic text in the Latin alphabet of 2021; other characters stay. `Қазақстан` → `Qazaqstan`. */
export function kazakhToLatin(text: string): string {
  let latin = ''
  const characters = [...text]
  for (const [i, character] of characters.entries()) {
    const lower = character.toLowerCase()
    const mapped = kazakhLatin.get(lower)
    if (mapped === undefined) latin += character
    else if (lower === character) latin += mapped
    else {
      const next = characters[i + 1]
      const shouting = next !== undefined && next !== next.toLowerCase()
      latin += shouting ? mapped.toLocaleUpperCase('tr') : capitalise(mapped)
    }
  }
  return latin
}

function capitalise(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('tr') + text.slice(1)
}

/** Cyrillic letters by sound; capitals are sounds Latin writes with two letters: S sh, C ch, X ts. */
const cyrillicSounds = new Map<string, string>(
  Object.entries({
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    ґ: 'g',
    д: 'd',
    е: 'e',
    є: 'e',
    ё: 'o',
    ж: 'j',
    з: 'z',
    и: 'i',
    й: 'i',
    ї: 'i',
    і: 'i',
    к: 'k',
    қ: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'u',
    ү: 'u',
    ў: 'u',
    ф: 'f',
    х: 'h',
    һ: 'h',
    ц: 'X',
    ч: 'C',
    ш: 'S',
    щ: 'S',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'u',
    я: 'a',
  }),
)

const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|cz|tş/gu, 'C'],
  [/sch|sh|ş/gu, 'S'],
  [/zh/gu, 'j'],
  [/kh/gu, 'h'],
  [/ch/gu, 'C'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/gh/gu, 'g'],
  [/wh/gu, 'v'],
  [/ck/gu, 'k'],
  [/qu/gu, 'kv'],
  [/tz|ts/gu, 'X'],
  [/x/gu, 'ks'],
  [/c(?=[eiy])/gu, 's'],
  [/[cq]/gu, 'k'],
  [/w/gu, 'v'],
  [/[yı]/gu, 'i'],
  [/ee|ea/gu, 'i'],
  [/oo|ou/gu, 'u'],
  [/dj|dž/gu, 'j'],
  [/(?<=[bfklmnprsv])j/gu, 'i'],
]

/** A folded word by its sounds, one letter each: `chevron` and `шеврон` → `Cevron`, `Sevron`. Doubled letters are one. */
export function soundsOf(word: string): string {
  let sounds = ''
  if (/[\u0400-\u052f]/u.test(word)) {
    for (const character of word.replaceAll('дж', 'ж').replaceAll('кс', 'кс'))
      sounds += cyrillicSounds.get(character) ?? ''
  } else {
    sounds = word
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll('ø', 'o')
      .replaceAll('æ', 'e')
    sounds = sounds.replaceAll('ð', 'd').replaceAll('þ', 't').replaceAll('ł', 'l')
    for (const [pattern, sound] of latinSounds) sounds = sounds.replace(pattern, sound)
    sounds = sounds.replace(/[^a-zSCX]/gu, '')
  }
  return sounds.replace(/(.)\1+/gu, '$1')
}

/** Coarse classes of consonants: sounds that scripts and ears mix up share one. */
const consonantClass = new Map<string, string>([
  ...[...'bp'].map(c => [c, 'p'] as const),
  ['f', 'f'],
  ...[...'td'].map(c => [c, 't'] as const),
  ...[...'kghCcsSzjX'].map(c => [c, 'k'] as const),
  ...[...'mnlr'].map(c => [c, c] as const),
])

/** The classes of a word's consonants in order, from {@link soundsOf}: the key under which similar names meet. */
export function consonantsOf(sounds: string): string {
  let key = ''
  for (let i = 0; i < sounds.length; i++) {
    // Inside a word h is often silent (`Johnson`, «Джонсон»); v may be a vowel (`Wallace`, «Уоллес»).
    if (i > 0 && sounds[i] === 'h') continue
    key += consonantClass.get(sounds.charAt(i)) ?? ''
  }
  return key
}

const vowels = 'aeiou'
/** Pairs of sounds that scripts and ears mix up; each also the other way round. */
const near = 'gh hk kC hC sS sX kX gj jz SC zs fv gk Sj Xz td bp jC'.split(' ')

/** Cost of one sound for another, in a table by character codes of both. */
const substitutionCosts = new Float32Array(128 * 128)

/** Cost of a sound that the other word has not. */
const droppingCosts = new Float32Array(128).fill(1)

substitutionCosts.fill(1.2)
for (const pair of [...near, 'vu']) setCost(pair, 0.35)
for (const a of vowels) for (const b of vowels) setCost(a + b, 0.3)
for (let sound = 0; sound < 128; sound++) substitutionCosts[sound * 128 + sound] = 0

/** The cost of a pair of sounds, either way. */
function setCost(pair: string, cost: number): void {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)]
  substitutionCosts[a * 128 + b] = cost
  substitutionCosts[b * 128 + a] = cost
}

for (const vowel of vowels) droppingCosts[vowel.charCodeAt(0)] = 0.35
droppingCosts['h'.charCodeAt(0)] = 0.4

/**
 * How alike two words sound, 0..1, from {@link soundsOf}. Endings are free: up to `endingA` and `endingB` sounds at the
 * ends cost little, so that an inflected name still matches. Weighted edit distance; the weights are guessed, then
 * looked at on names of the development data.
 */
export function soundSimilarity(a: string, b: string, endingA: number, endingB: number): number {
  const rows = a.length
  const columns = b.length
  if (rows === 0 || columns === 0) return 0
  if (a === b) return 1
  let previous = new Float32Array(columns + 1)
  let current = new Float32Array(columns + 1)
  for (let j = 1; j <= columns; j++) previous[j] = at(previous, j - 1) + at(droppingCosts, b.charCodeAt(j - 1))
  let best = Number.POSITIVE_INFINITY
  for (let i = 1; i <= rows; i++) {
    const soundA = a.charCodeAt(i - 1)
    const dropA = at(droppingCosts, soundA)
    current[0] = at(previous, 0) + dropA
    let least = at(current, 0)
    for (let j = 1; j <= columns; j++) {
      const soundB = b.charCodeAt(j - 1)
      let cost = at(previous, j - 1) + at(substitutionCosts, soundA * 128 + soundB)
      const up = at(previous, j) + dropA
      if (up < cost) cost = up
      const back = at(current, j - 1) + at(droppingCosts, soundB)
      if (back < cost) cost = back
      current[j] = cost
      if (cost < least) least = cost
    }
    // Costs only grow from row to row: over half a sound a sound of the shorter word nothing is alike any more.
    if (least > 0.5 * Math.min(rows, columns)) return best === Number.POSITIVE_INFINITY ? 0 : Math.max(0, 1 - best)
    const restA = rows - i
    if (restA <= endingA) {
      for (let j = Math.max(1, columns - endingB); j <= columns; j++) {
        const restB = columns - j
        if (restA > 0 && restB > 0 && restA + restB > 3) continue
        const share = (at(current, j) + 0.12 * (restA + restB)) / Math.min(i, j)
        if (share < best) best = share
      }
    }
    ;[previous, current] = [current, previous]
  }
  return Math.max(0, 1 - best)
}

const at = (row: Float32Array, i: number): number => row[i] ?? 0

/** How many sounds an inflected word of the language may have behind the name: `Ираном`, `Ираннан`. */
export function endingSounds(language: string): number {
  return language.startsWith('kk') ? 7 : language.startsWith('en') ? 1 : 3
}
