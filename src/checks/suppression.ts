/** What is ignored, and why: notes in the file, entries of the config. */

import type { Language, RuleId, Unit } from '../model/index.ts'

/** An entry of the config; every field given must fit. `file` is a glob (`*`, `**`, `?`), `text` stands literally in source or target. */
export interface Ignore {
  /** `family/name`, `family/*` or `*`. */
  readonly rule: string
  readonly file?: string
  readonly language?: string
  readonly unit?: string
  readonly text?: string
  readonly reason?: string
}

/** An `XLIFF <note category="tilmash-ignore">rule: reason</note>`. */
export interface NoteIgnore {
  readonly rule: string
  readonly reason: string
  /** The segment it is about; without it the whole unit. */
  readonly segment?: string
}

export const ignoreCategory = 'tilmash-ignore'

/** The ignores a unit carries in its notes, a line each. */
export function noteIgnores(unit: Unit): readonly NoteIgnore[] {
  const found: NoteIgnore[] = []
  for (const note of unit.notes) {
    if (note.category !== ignoreCategory) continue
    for (const line of note.text.split('\n')) {
      const match = /^\s*([\w*-]+(?:\/[\w*-]+)?)\s*(?::\s*(.*))?$/.exec(line.slice(0, 1000))
      if (match === null) continue
      found.push({
        rule: match[1] ?? '*',
        reason: (match[2] ?? '').trim(),
        ...(note.ref === undefined ? {} : { segment: note.ref }),
      })
    }
  }
  return found
}

/** True when `pattern` (`family/name`, `family`, `family/*`, `*`) names the rule. */
export function namesRule(pattern: string, rule: RuleId): boolean {
  if (pattern === '*' || pattern === rule) return true
  const family = pattern.endsWith('/*') ? pattern.slice(0, -2) : pattern
  return !family.includes('/') && rule.startsWith(`${family}/`)
}

export interface Suspect {
  readonly rule: RuleId
  readonly file: string
  readonly language: Language
  readonly unit: string
  readonly source: string
  readonly target: string
}

/** Does the config's entry cover the finding? */
export function covers(ignore: Ignore, suspect: Suspect): boolean {
  const { file, language, unit, text } = ignore
  if (!namesRule(ignore.rule, suspect.rule)) return false
  if (language !== undefined && !sameOrBroader(language, suspect.language)) return false
  if (unit !== undefined && unit !== suspect.unit) return false
  if (text !== undefined && !suspect.source.includes(text) && !suspect.target.includes(text)) return false
  return file === undefined || matchesGlob(file, suspect.file)
}

/** `ru` covers `ru-KZ`. */
function sameOrBroader(wanted: string, given: string): boolean {
  const [a, b] = [wanted.toLowerCase(), given.toLowerCase()]
  return a === b || b.startsWith(`${a}-`)
}

/** `**` any folders, `*` within one name, `?` one character; without a slash the name alone is compared. Linear in both. */
export function matchesGlob(glob: string, path: string): boolean {
  const clean = path.replaceAll('\\', '/').replace(/^\.\//, '')
  const wanted = glob.replace(/^\.\//, '')
  const parts = clean.split('/')
  if (!wanted.includes('/')) return matchesName(wanted, parts.at(-1) ?? '')
  return matchesParts(wanted.split('/'), parts)
}

function matchesParts(globs: readonly string[], parts: readonly string[]): boolean {
  // Classic two-row table: reach[j] says that the globs so far can end at part j.
  let reach = parts.map(() => false)
  reach = [true, ...reach]
  for (const glob of globs) {
    const next = reach.map(() => false)
    for (let j = 0; j <= parts.length; j++) {
      if (glob === '**') next[j] = reach[j] === true || (j > 0 && next[j - 1] === true)
      else if (j > 0 && reach[j - 1] === true) next[j] = matchesName(glob, parts[j - 1] ?? '')
    }
    reach = next
  }
  return reach.at(-1) === true
}

/** `*` and `?` in one name, with the usual single step back. */
function matchesName(glob: string, name: string): boolean {
  let g = 0
  let n = 0
  let star = -1
  let mark = 0
  while (n < name.length) {
    if (g < glob.length && (glob[g] === '?' || glob[g] === name[n]) && glob[g] !== '*') {
      g++
      n++
    } else if (glob[g] === '*') {
      star = g++
      mark = n
    } else if (star >= 0) {
      g = star + 1
      n = ++mark
    } else return false
  }
  while (glob[g] === '*') g++
  return g === glob.length
}
