/** A glossary as a table: a row a concept, a column a language; `en,ru,kk,status,note`. Several terms in a cell stand between `|`. */

import { type Concept, type Term, type TermStatus, termStatuses } from '../../model/index.ts'
import { encodeText } from '../plain/index.ts'
import { uniqueNames } from '../unique-names.ts'
import { readTable } from './columns.ts'
import { type Delimiter, writeRow } from './table.ts'

/**
 * Terms of a CSV or TSV file whose first row names the languages. Optional columns: `id`, `status` (words of the model or of
 * TBX), `note`. `status` holds for the terms of all languages but the first, unless there is only one: a forbidden translation
 * does not forbid its source.
 * @throws Failure `csv.*`, `plain.*` with place.
 */
export function readGlossaryCsv(bytes: Uint8Array, { file }: { readonly file: string }): readonly Concept[] {
  const { columns, rows } = readTable(bytes, file)
  const column = (role: string): number => columns.findIndex(each => each.role === role)
  const [id, status, note] = [column('unit'), column('status'), column('note')]
  const languages = columns.filter(each => each.language !== undefined)
  const names = uniqueNames()
  return rows.flatMap((row, number) => {
    const text = (index: number): string => row.cells[index]?.text.trim() ?? ''
    const given = statusOf(text(status))
    const terms = languages.flatMap(({ language, index }, position): Term[] => {
      if (language === undefined) return []
      const own = position === 0 && languages.length > 1 && given === 'forbidden' ? 'preferred' : given
      return splitTerms(text(index)).map((term, i) => ({
        language,
        text: term,
        status: i > 0 && own === 'preferred' ? 'admitted' : own,
      }))
    })
    if (terms.length === 0) return []
    return [{ id: names.take(text(id) || `c${number + 1}`), terms, ...(text(note) === '' ? {} : { note: text(note) }) }]
  })
}

/** The concepts as a table. What a row cannot hold (definitions, parts of speech, a status of each term) is left out. */
export function writeGlossaryCsv(concepts: readonly Concept[], delimiter: Delimiter = ','): Uint8Array {
  const languages = [...new Set(concepts.flatMap(concept => concept.terms.map(term => term.language)))]
  const rows = [writeRow(['id', ...languages, 'status', 'note'], delimiter)]
  for (const concept of concepts) {
    const cells = languages.map(tag =>
      concept.terms
        .filter(term => term.language === tag)
        .map(term => term.text)
        .join(' | '),
    )
    const last = concept.terms.filter(term => term.language === languages.at(-1)).at(0) ?? concept.terms[0]
    rows.push(writeRow([concept.id, ...cells, last?.status ?? 'preferred', concept.note ?? ''], delimiter))
  }
  return encodeText(rows.join(''))
}

/** Status from our own word, from TBX (`deprecatedTerm-admn-sts`) or empty. */
function statusOf(text: string): TermStatus {
  const word = text.toLowerCase().replace(/term(?:-admn-sts)?$/, '')
  if (word === 'superseded') return 'deprecated'
  if (word === 'legal' || word === 'regulated' || word === 'standardized') return 'preferred'
  return termStatuses.find(status => status === word) ?? 'preferred'
}

function splitTerms(cell: string): readonly string[] {
  return cell
    .split('|')
    .map(term => term.trim())
    .filter(term => term !== '')
}
