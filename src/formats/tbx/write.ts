/** Writes TBX-Basic 2019 in DCA style, one element a line, so that git shows and merges terms. */

import type { Concept, Language, Term } from '../../model/index.ts'
import { encodeText } from '../plain/index.ts'
import { uniqueNames } from '../unique-names.ts'
import { escapeAttribute, escapeText, legalXml } from '../xml/index.ts'
import { noteWords } from './read.ts'

export interface WriteTbxOptions {
  /** `xml:lang` of the file. Default `en`. */
  readonly language?: string
  readonly title?: string
  /** Where the terms come from; TBX demands a sentence. */
  readonly source?: string
}

export const tbxUri = 'urn:iso:std:iso:30042:ed-2'

/** Parts of speech of TBX-Basic; others are written `other`. */
export const partsOfSpeech: readonly string[] = ['noun', 'verb', 'adjective', 'adverb', 'other']

/** Bytes in UTF-8, concepts in the order given; the same concepts give the same bytes. */
export function writeTbx(concepts: readonly Concept[], options: WriteTbxOptions = {}): Uint8Array {
  const { language = 'en', title, source = 'tilmash' } = options
  const titleLines =
    title === undefined ? [] : ['      <titleStmt>', `        <title>${text(title)}</title>`, '      </titleStmt>']
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="dca" xml:lang="${value(language)}" xmlns="${tbxUri}">`,
    '  <tbxHeader>',
    '    <fileDesc>',
    ...titleLines,
    '      <sourceDesc>',
    `        <p>${text(source)}</p>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    '  </tbxHeader>',
    '  <text>',
    '    <body>',
    ...withIds(concepts).flatMap(([concept, id]) => conceptLines(concept, id)),
    '    </body>',
    '  </text>',
    '</tbx>',
    '',
  ]
  return encodeText(lines.join('\n'))
}

/** `id` is an xsd:ID: a name without colon, used once. */
function withIds(concepts: readonly Concept[]): readonly (readonly [Concept, string])[] {
  const names = uniqueNames()
  return concepts.map(concept => {
    const name = concept.id.replace(/[^\p{L}\p{M}\p{Nd}._-]/gu, '-')
    return [concept, names.take(/^[\p{L}_]/u.test(name) ? name : `c${name}`)]
  })
}

function conceptLines(concept: Concept, id: string): readonly string[] {
  const { subject, definition, note, doNotTranslate, terms } = concept
  const languages = [...new Set(terms.map(term => term.language))]
  return [
    `      <conceptEntry id="${value(id)}">`,
    ...(subject === undefined ? [] : [`        <descrip type="subjectField">${text(subject)}</descrip>`]),
    ...(definition === undefined ? [] : [`        <descrip type="definition">${text(definition)}</descrip>`]),
    ...(doNotTranslate === true ? [`        <note>${noteWords.doNotTranslate[0]}</note>`] : []),
    ...(note ?? '')
      .split('\n')
      .filter(Boolean)
      .map(line => `        <note>${text(line)}</note>`),
    ...languages.flatMap(language =>
      sectionLines(
        language,
        terms.filter(term => term.language === language),
      ),
    ),
    '      </conceptEntry>',
  ]
}

function sectionLines(language: Language, terms: readonly Term[]): readonly string[] {
  return [`        <langSec xml:lang="${language}">`, ...terms.flatMap(termLines), '        </langSec>']
}

function termLines(term: Term): readonly string[] {
  const { partOfSpeech, status, type, note } = term
  const termNote = (name: string, content: string): string =>
    `            <termNote type="${name}">${text(content)}</termNote>`
  const notes = [
    ...(status === 'forbidden' || status === 'proposed' ? [noteWords[status][0]] : []),
    ...(note ?? '').split('\n').filter(Boolean),
  ]
  return [
    '          <termSec>',
    `            <term>${text(term.text)}</term>`,
    ...(partOfSpeech === undefined
      ? []
      : [termNote('partOfSpeech', partsOfSpeech.includes(partOfSpeech) ? partOfSpeech : 'other')]),
    termNote('administrativeStatus', `${statusWords[status]}Term-admn-sts`),
    ...(type === undefined ? [] : [termNote('termType', type)]),
    ...notes.map(each => `            <note>${text(each)}</note>`),
    '          </termSec>',
  ]
}

/** TBX-Basic knows four words; the rest of the meaning stands in a note. */
const statusWords = {
  preferred: 'preferred',
  admitted: 'admitted',
  deprecated: 'deprecated',
  forbidden: 'deprecated',
  proposed: 'admitted',
} as const

function text(content: string): string {
  return escapeText(legalXml(content))
}

function value(content: string): string {
  return escapeAttribute(legalXml(content))
}
