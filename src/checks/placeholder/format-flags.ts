/** What a PO message says of its own placeholders: `#, c-format`, `#, no-python-format`, `#, python-brace-format`. */

import type { Unit } from '../../model/index.ts'
import type { PlaceholderKind } from '../../text/placeholders.ts'

/** The kinds the program reads in this unit; undefined where nothing is said, so that all kinds may be meant. */
export function formatKinds(unit: Unit): ReadonlySet<PlaceholderKind> | undefined {
  for (const { category, meta } of unit.metadata) {
    if (category !== 'gettext') continue
    const flags = meta.find(({ type }) => type === 'flags')?.value
    if (flags?.includes('-format')) return kindsOf(flags)
  }
  return undefined
}

type Kinds = readonly PlaceholderKind[]

const percent: Kinds = ['printf', 'variable']
const braces: Kinds = ['icu', 'icu-complex']
const allButPrintf: ReadonlySet<PlaceholderKind> = new Set([
  'i18next',
  'nesting',
  'icu',
  'icu-complex',
  'template',
  'variable',
])

/** By the names xgettext gives; a format that is not here says nothing we know. KDE and Qt write `%1`. */
const formats: ReadonlyMap<string, Kinds> = new Map([
  ...'c objc c++ python perl php awk lua ruby tcl gcc-internal gfc-internal javascript java-printf qt qt-plural kde kde-kuit boost object-pascal'
    .split(' ')
    .map(name => [name, percent] as const),
  ...'python-brace perl-brace csharp java rust librep'.split(' ').map(name => [name, braces] as const),
  ['sh', ['template']],
])

function kindsOf(flags: string): ReadonlySet<PlaceholderKind> | undefined {
  const kinds = new Set<PlaceholderKind>()
  let isPlain = false
  for (const flag of flags.split(', ')) {
    const [, no, format = ''] = /^(no-)?(.+)-format$/.exec(flag) ?? []
    const named = formats.get(format) ?? []
    if (no === undefined) for (const kind of named) kinds.add(kind)
    else if (named === percent) isPlain = true
  }
  if (kinds.size > 0) return kinds
  return isPlain ? allButPrintf : undefined
}
