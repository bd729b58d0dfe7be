import { type SegmentCheck, targetFlaw } from '../check.ts'
import type { Pair } from '../pair.ts'
import { isScreen } from './screen.ts'

/** A number in the separators of another language: 2.7 or 25,000 in a Russian or Kazakh text, 2,7 in an English one. */
export const numberFormat: SegmentCheck = {
  description: {
    id: 'numbers/format',
    level: 'warning',
    its: 'locale-violation',
    mqm: 'locale-conventions/number-format',
  },
  scope: 'segment',
  *run(pair) {
    if (pair.isGarbled) return
    const isComma = pair.targetIs('ru', 'kk', 'kk-Latn')
    if (!isComma && !pair.targetIs('en')) return
    let setting: Setting | undefined
    for (const { start, end, kind } of pair.target.numbers) {
      if (kind === 'date' || kind === 'version' || kind === 'time' || kind === 'roman') continue
      const written = pair.target.masked.slice(start, end)
      const expected = isComma ? withComma(written, pair, start, end) : withPoint(written)
      if (expected !== undefined) {
        setting ??= readSetting(pair)
        const isName =
          (setting.isCode && pair.source.text.includes(written)) || (setting.hasBounds && /^[01]\.0$/.test(written))
        yield targetFlaw(start, end, {
          ...(isName || setting.isScreen ? { level: 'info' as const } : {}),
          data: { found: written, expected },
          fix: { side: 'target', start, end, text: expected, safe: false },
        })
      }
    }
  },
}

/** What the text around its numbers is. */
interface Setting {
  /** Among code and versions a number is a name, not a text. */
  readonly isCode: boolean
  /** "0.0 is left, 1.0 is right": the ends of a range as a program reads them. */
  readonly hasBounds: boolean
  readonly isScreen: boolean
}

function readSetting({ source, target }: Pair): Setting {
  return {
    isCode: /[=_{}@\\`|]|[Вв]ерси|[Нн]ұсқа|[A-Za-z]\(|\/\/|[A-Za-z] ?\d+\.\d/.test(target.text),
    hasBounds: /\b0\.0\b/.test(source.text) && (source.text.match(/\d\.0\b/g)?.length ?? 0) > 1,
    isScreen: isScreen(source.text),
  }
}

/** The words before `written` where the source says it first. */
function precedingWords(text: string, written: string): string {
  const at = text.indexOf(written)
  return at < 0 ? text.slice(-60) : text.slice(Math.max(0, at - 60), at)
}

function withComma(written: string, pair: Pair, start: number, end: number): string | undefined {
  const grouped = /^\d{1,3}(?:,\d{3})+(?=\D|$)/.exec(written)?.[0]
  // One group only may be a decimal with three places; the source knows.
  if (
    grouped !== undefined &&
    !isColour(grouped) &&
    !isPoint(grouped, pair.target.text) &&
    (grouped.split(',').length > 2 || pair.source.text.includes(grouped))
  ) {
    return written.replace(grouped, grouped.replaceAll(',', '\u00a0'))
  }
  const decimal = /^(\d+)\.(\d+)(?=\D|$)/.exec(written)
  if (decimal === null) return undefined
  const before = pair.target.masked.slice(Math.max(0, start - 12), start)
  const after = pair.target.masked.slice(end, end + 8)
  // "802.1X", "1.15a", and the number of a chapter before its title.
  if (/^[\p{L}_]/u.test(after) || /^802\.|^8\.3$/.test(decimal[0])) return undefined
  if (start === 0 && (/^\s+\p{Lu}/u.test(after) || /^\d+\.\d+\s+\p{Lu}/u.test(pair.source.masked))) return undefined
  if (/\b(?:heading|chapter|subchapter|section|figure|table)\s$/i.test(precedingWords(pair.source.text, written)))
    return undefined
  // "Web 2.0", "v1.5", "10.15 ч.", §§ 4.2: names, versions, times, chapters.
  if (
    /[A-Za-z][\p{L}\d]*\+?[ /:-]?$|\*$|(?:§|№|п\.|гл\.|ст\.|рис\.|табл\.|верси\p{L}*|нұсқа\p{L}*|тармақ\p{L}*) ?$/iu.test(
      before,
    )
  )
    return undefined
  // "0.5*WAIT" is computed; "11.1 Architecture" in quotation marks or an element is a heading.
  if (/^(?:\*|[″′°])/.test(after) || (/["“«'\ufffc]$/.test(before) && /^\s+\p{Lu}/u.test(after))) return undefined
  if (/^\s?(?:ч(?:ас)?\b|мин|сағат|UTC|GMT|МСК)/u.test(after) || /^\.\d/.test(after)) return undefined
  // "5.0/95", "5.1-channel": versions and the names of loudspeaker sets.
  if (/^\/\d|^[- ]?(?:канал|арна|channel)/u.test(after) || /\d\/$/.test(before)) return undefined
  // «4.2» in quotation marks is typed so; "1.0:0.0" is a pair of parameters; "kernel 2.4, 2.6", "surround 5.1".
  if ((/["«“'‘]$/.test(before) && /^["»”'’]/.test(after)) || /^:\d/.test(after) || /\d:$/.test(before)) return undefined
  if (/^[2-7]\.[01]$/.test(written) && /\b(?:surround|speakers?|stereo|mono|channels?)\b/i.test(pair.source.text))
    return undefined
  if (/\b(?:kernel|version|release)s?[\s(]{1,2}[\d.,\s]{0,20}$/i.test(precedingWords(pair.source.text, written)))
    return undefined
  // In the source with the point and yet no decimal there either? Then it is a name such as a version.
  return `${decimal[1]},${decimal[2]}${written.slice(decimal[0].length)}`
}

/** (100,100): two coordinates. */
function isPoint(grouped: string, text: string): boolean {
  return grouped.length === 7 && text.includes(`(${grouped})`)
}

/** 255,255,255: three or four values of a colour. */
function isColour(grouped: string): boolean {
  const parts = grouped.split(',')
  return parts.length > 2 && parts.every(part => Number(part) <= 255)
}

function withPoint(written: string): string | undefined {
  const decimal = /^(\d+),(\d{1,2})(?=\D|$)/.exec(written)
  return decimal === null ? undefined : `${decimal[1]}.${decimal[2]}${written.slice(decimal[0].length)}`
}
