/** Sets of characters of ICU and Java (`[a-z&&[^b]]`, `\p{IsCyrillic}`, `[[:alpha:]]`) in JavaScript's `v` syntax. */

/** What a set needs of the reader of the whole pattern. */
export interface SetReader {
  readonly pattern: string
  at: number
  peek(): string
  next(): string
  characterEscape(): string
  error(reason: string, offset: number): Error
}

/** Reads a set at `[`; returns it in `v` syntax. */
export function characterSet(reader: SetReader, depth = 0): string {
  const from = reader.at
  if (depth > 50) throw reader.error('too-deep', from)
  reader.at++
  const negated = reader.peek() === '^'
  if (negated) reader.at++
  /** Operands of `&&`, each a union of items; `--` takes away what follows. */
  const operands: string[] = []
  let operator = ''
  let items = ''
  let isFirst = true
  for (;;) {
    const character = reader.peek()
    if (character === '') throw reader.error('unmatched-bracket', from)
    if (character === ']' && !isFirst) break
    if (reader.pattern.startsWith('&&', reader.at) || reader.pattern.startsWith('--', reader.at)) {
      const found = reader.pattern.slice(reader.at, reader.at + 2)
      const isOperator = found === '&&' || reader.pattern.charAt(reader.at + 2) === '['
      if (isOperator) {
        if (operator !== '' && operator !== found) throw reader.error('mixed-set-operators', reader.at)
        operator = found
        operands.push(items)
        items = ''
        reader.at += 2
        isFirst = false
        continue
      }
    }
    items += item(reader, depth)
    isFirst = false
  }
  reader.at++
  operands.push(items)
  const open = negated ? '[^' : '['
  if (operands.length === 1) return `${open}${items}]`
  // `[a&&]` and `[&&a]`: Java reads an empty side as nothing to say.
  const said = operands.filter(operand => operand !== '')
  return `${open}${said.map(operand => `[${operand}]`).join(operator)}]`
}

function item(reader: SetReader, depth: number): string {
  const from = reader.at
  const character = reader.peek()
  if (character === '[') {
    const posix = /^\[:(\^?)([a-zA-Z_ =]+):\]/.exec(reader.pattern.slice(from, from + 40))
    if (posix?.[2] === undefined) return characterSet(reader, depth + 1)
    reader.at += posix[0].length
    return named(reader, posix[2], posix[1] === '^', from)
  }
  if (reader.pattern.startsWith('\\Q', from)) return quotedItems(reader)
  const low = endpoint(reader)
  if (low.isSet || reader.peek() !== '-') return low.source
  const after = reader.pattern.charAt(reader.at + 1)
  if (after === ']' || after === '' || after === '[' || after === '-') return low.source
  const dash = reader.at
  reader.at++
  if (reader.pattern.startsWith('\\', reader.at) && isSetEscape(reader)) {
    reader.at = dash
    return low.source
  }
  const high = endpoint(reader)
  if (high.isSet || high.code < low.code) throw reader.error('bad-range', dash)
  return `${low.source}-${high.source}`
}

function quotedItems(reader: SetReader): string {
  reader.at += 2
  const end = reader.pattern.indexOf('\\E', reader.at)
  if (end < 0) throw reader.error('unmatched-bracket', reader.at)
  const text = reader.pattern.slice(reader.at, end)
  reader.at = end + 2
  return [...text].map(quote).join('')
}

interface Endpoint {
  readonly source: string
  readonly isSet: boolean
  readonly code: number
}

function isSetEscape(reader: SetReader): boolean {
  return /^\\[dDwWsShHvVpP]/.test(reader.pattern.slice(reader.at, reader.at + 2))
}

function endpoint(reader: SetReader): Endpoint {
  if (reader.peek() !== '\\') {
    const character = reader.next()
    return { source: quote(character), isSet: false, code: character.codePointAt(0) ?? 0 }
  }
  if (/^\\[bBAGZzRXkE1-9]/.test(reader.pattern.slice(reader.at, reader.at + 2))) {
    throw reader.error('unknown-escape', reader.at)
  }
  const isSet = isSetEscape(reader)
  const source = reader.characterEscape()
  if (isSet) return { source, isSet, code: 0 }
  const character = unquote(source)
  return { source: quote(character), isSet, code: character.codePointAt(0) ?? 0 }
}

/** The character a quoted one stands for. */
function unquote(source: string): string {
  const found = /^\\u\{([0-9A-F]+)\}$/.exec(source)
  return found?.[1] === undefined ? source : String.fromCodePoint(Number.parseInt(found[1], 16))
}

/** Letters, digits and what is above ASCII stand as they are; the rest is written by its number. */
export function quote(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (/^[\p{L}\p{Nd}]$/u.test(character)) return character
  return `\\u{${code.toString(16).toUpperCase()}}`
}

/** At the brace or letter behind `\p`: a property in JavaScript's name for it. */
export function property(reader: SetReader, negated: boolean, from: number): string {
  if (reader.peek() !== '{') return named(reader, reader.next(), negated, from)
  const end = reader.pattern.indexOf('}', reader.at)
  if (end < 0) throw reader.error('unknown-property', from)
  let name = reader.pattern.slice(reader.at + 1, end)
  reader.at = end + 1
  let not = negated
  if (name.startsWith('^')) {
    not = !not
    name = name.slice(1)
  }
  return named(reader, name, not, from)
}

function named(reader: SetReader, name: string, negated: boolean, from: number): string {
  const set = lookUp(name)
  if (set === undefined) throw reader.error('unknown-property', from)
  if (!negated) return set
  return set.startsWith('\\p') ? `\\P${set.slice(2)}` : `[^${set}]`
}

function lookUp(name: string): string | undefined {
  const loose = name.toLowerCase().replace(/[\s_-]/g, '')
  const [key, value] = loose.split('=')
  if (value !== undefined) {
    if (key === 'script' || key === 'sc') return script(value)
    if (key === 'scriptextensions' || key === 'scx') return script(value, 'scx')
    if (key === 'generalcategory' || key === 'gc') return category(value)
    if (key === 'block' || key === 'blk') return block(value)
    return undefined
  }
  const bare = loose.replace(/^is/, '')
  const ours = classes.get(loose) ?? classes.get(bare)
  if (ours !== undefined) return ours
  if (loose.startsWith('in')) {
    const found = block(loose.slice(2))
    if (found !== undefined) return found
  }
  return category(bare) ?? script(bare)
}

/** POSIX, Java and binary property names, loose spelling, with ICU's meaning (all of Unicode). */
const classes: ReadonlyMap<string, string> = new Map([
  ['lower', '\\p{Lowercase}'],
  ['lowercase', '\\p{Lowercase}'],
  ['javalowercase', '\\p{Lowercase}'],
  ['upper', '\\p{Uppercase}'],
  ['uppercase', '\\p{Uppercase}'],
  ['javauppercase', '\\p{Uppercase}'],
  ['titlecase', '\\p{Lt}'],
  ['javatitlecase', '\\p{Lt}'],
  ['alpha', '\\p{Alphabetic}'],
  ['alphabetic', '\\p{Alphabetic}'],
  ['javaalphabetic', '\\p{Alphabetic}'],
  ['javaletter', '\\p{L}'],
  ['digit', '\\p{Nd}'],
  ['javadigit', '\\p{Nd}'],
  ['alnum', '[\\p{Alphabetic}\\p{Nd}]'],
  ['javaletterordigit', '[\\p{L}\\p{Nd}]'],
  ['punct', '\\p{P}'],
  ['graph', '[^\\p{Z}\\t-\\r\\x85\\p{Cc}\\p{Cs}\\p{Cn}]'],
  ['print', '[[^\\t-\\r\\x85\\p{Zl}\\p{Zp}\\p{Cc}\\p{Cs}\\p{Cn}]]'],
  ['blank', '[\\t\\p{Zs}]'],
  ['cntrl', '\\p{Cc}'],
  ['control', '\\p{Cc}'],
  ['xdigit', '[\\p{Nd}\\p{Hex_Digit}]'],
  ['hexdigit', '\\p{Hex_Digit}'],
  ['space', '[\\t-\\r\\x85\\p{Z}]'],
  ['whitespace', '\\p{White_Space}'],
  ['javawhitespace', '[\\t-\\r\\x1C-\\x1F[\\p{Z}--[\\xA0\\u2007\\u202F]]]'],
  ['javaspacechar', '\\p{Z}'],
  ['word', '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D]'],
  ['ascii', '\\p{ASCII}'],
  ['any', '\\p{Any}'],
  ['all', '\\p{Any}'],
  ['assigned', '\\p{Assigned}'],
  ['ideographic', '\\p{Ideographic}'],
  ['letter', '\\p{L}'],
  ['punctuation', '\\p{P}'],
  ['dash', '\\p{Dash}'],
  ['quotationmark', '\\p{Quotation_Mark}'],
  ['sentenceterminal', '\\p{Sentence_Terminal}'],
  ['sterm', '\\p{Sentence_Terminal}'],
  ['terminalpunctuation', '\\p{Terminal_Punctuation}'],
  ['emoji', '\\p{Emoji}'],
  ['lc', '\\p{LC}'],
  ['l1', '[\\0-\\xFF]'],
])

const categories =
  'L Lu Ll Lt LC Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Co Cn Cs'.split(
    ' ',
  )

/** Long names of the general categories, loose spelling. */
const longCategories: ReadonlyMap<string, string> = new Map(
  (
    'letter L uppercaseletter Lu lowercaseletter Ll titlecaseletter Lt casedletter LC modifierletter Lm otherletter Lo ' +
    'mark M nonspacingmark Mn spacingmark Mc enclosingmark Me number N decimalnumber Nd decimaldigitnumber Nd ' +
    'letternumber Nl othernumber No punctuation P connectorpunctuation Pc dashpunctuation Pd openpunctuation Ps ' +
    'closepunctuation Pe initialpunctuation Pi finalpunctuation Pf otherpunctuation Po symbol S mathsymbol Sm ' +
    'currencysymbol Sc modifiersymbol Sk othersymbol So separator Z spaceseparator Zs lineseparator Zl ' +
    'paragraphseparator Zp other C control Cc format Cf privateuse Co unassigned Cn surrogate Cs'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, part, i, all) => {
      if (i % 2 === 0) pairs.push([part, all[i + 1] ?? ''])
      return pairs
    }, []),
)

function category(loose: string): string | undefined {
  const short = categories.find(name => name.toLowerCase() === loose) ?? longCategories.get(loose)
  return short === undefined ? undefined : `\\p{${short}}`
}

function script(loose: string, key: 'sc' | 'scx' = 'sc'): string | undefined {
  // JavaScript wants `Old_Turkic`; most scripts are one word. Codes of four letters are the same with one capital.
  const known = scripts.find(name => name.toLowerCase().replace(/_/g, '') === loose)
  const name = known ?? loose.charAt(0).toUpperCase() + loose.slice(1)
  if (!/^[A-Za-z_]+$/.test(name)) return undefined
  const source = `\\p{${key}=${name}}`
  try {
    new RegExp(source, 'v')
    return source
  } catch {
    return undefined
  }
}

/** Scripts of several words. */
const scripts = (
  'Old_Turkic Old_Italic Old_Persian Old_Uyghur Old_Permic Old_Hungarian Old_North_Arabian Old_South_Arabian ' +
  'Old_Sogdian Canadian_Aboriginal New_Tai_Lue Tai_Le Tai_Tham Tai_Viet Ol_Chiki Phags_Pa Linear_A Linear_B Sora_Sompeng'
).split(' ')

/** Unicode blocks that segmentation rules name: first and last code point. JavaScript has no word for them. */
const blocks: ReadonlyMap<string, string> = new Map([
  ['basiclatin', '0-7F'],
  ['latin1supplement', '80-FF'],
  ['latinextendeda', '100-17F'],
  ['latinextendedb', '180-24F'],
  ['latinextendedadditional', '1E00-1EFF'],
  ['ipaextensions', '250-2AF'],
  ['greek', '370-3FF'],
  ['greekandcoptic', '370-3FF'],
  ['greekextended', '1F00-1FFF'],
  ['cyrillic', '400-4FF'],
  ['cyrillicsupplement', '500-52F'],
  ['cyrillicsupplementary', '500-52F'],
  ['cyrillicextendeda', '2DE0-2DFF'],
  ['cyrillicextendedb', 'A640-A69F'],
  ['armenian', '530-58F'],
  ['hebrew', '590-5FF'],
  ['arabic', '600-6FF'],
  ['arabicsupplement', '750-77F'],
  ['devanagari', '900-97F'],
  ['thai', 'E00-E7F'],
  ['georgian', '10A0-10FF'],
  ['hanguljamo', '1100-11FF'],
  ['hangulsyllables', 'AC00-D7AF'],
  ['generalpunctuation', '2000-206F'],
  ['superscriptsandsubscripts', '2070-209F'],
  ['currencysymbols', '20A0-20CF'],
  ['letterlikesymbols', '2100-214F'],
  ['numberforms', '2150-218F'],
  ['arrows', '2190-21FF'],
  ['mathematicaloperators', '2200-22FF'],
  ['miscellaneoussymbols', '2600-26FF'],
  ['dingbats', '2700-27BF'],
  ['cjksymbolsandpunctuation', '3000-303F'],
  ['hiragana', '3040-309F'],
  ['katakana', '30A0-30FF'],
  ['bopomofo', '3100-312F'],
  ['cjkunifiedideographs', '4E00-9FFF'],
  ['cjkunifiedideographsextensiona', '3400-4DBF'],
  ['cjkcompatibilityideographs', 'F900-FAFF'],
  ['halfwidthandfullwidthforms', 'FF00-FFEF'],
  ['privateusearea', 'E000-F8FF'],
])

function block(loose: string): string | undefined {
  const range = blocks.get(loose)
  if (range === undefined) return undefined
  const [low, high] = range.split('-')
  return `[\\u{${low}}-\\u{${high}}]`
}
