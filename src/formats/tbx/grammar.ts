/** Structure of TBX: ISO 30042:2019 (TBXcoreStructV03.rng) in DCA and DCT style, and the older TBXcoreStructV02.dtd. */

import { type ElementRule, element, type Grammar } from '../grammar.ts'
import { tbxUri } from './write.ts'

const information = '(descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref)*'
const links = '(admin|adminGrp|transacGrp|note|ref|xref)*'
const noteText = '#text hi foreign sc ec ph'
const meta = 'id xml:lang target datatype type! module'

type Rules = readonly (readonly [string, ElementRule])[]

/** What stayed the same from TBX of 2008 on: the header but for its root, and the text. */
const frame: Rules = [
  ['fileDesc', element('titleStmt?, publicationStmt?, sourceDesc+', 'id')],
  ['titleStmt', element('title, note*', 'id xml:lang')],
  ['title', element('#text', 'id xml:lang')],
  ['publicationStmt', element('p+', 'id')],
  ['sourceDesc', element('p+', 'id xml:lang')],
  ['encodingDesc', element('p+', 'id')],
  ['revisionDesc', element('change+', 'id xml:lang')],
  ['change', element('p+', 'id xml:lang')],
  ['text', element('body, back?', 'id')],
  ['refObject', element('(itemSet|itemGrp|item)+', 'id')],
  ['itemSet', element('(item|itemGrp)+', 'id type')],
  ['term', element('#text hi', 'id')],
  ['date', element('#text', 'id')],
]

/** What both styles have. */
const common: Rules = [
  ...frame,
  ['tbx', element('tbxHeader, text', 'type! style!=dca|dct xml:lang!')],
  ['tbxHeader', element('fileDesc, encodingDesc?, revisionDesc?', 'id')],
  ['p', element(noteText, 'id xml:lang type')],
  ['body', element('conceptEntry+', 'id')],
  ['back', element('refObjectSec*', 'id')],
  ['refObjectSec', element('refObject+', 'id type!')],
  ['item', element(noteText, 'id type')],
  ['hi', element('#text', 'target xml:lang type=entailedTerm|hotkey|italics|bold|superscript|subscript|math')],
  ['foreign', element(noteText, 'id xml:lang')],
  ['sc', element('', 'id! disp equiv subType type target isolated=yes|no')],
  ['ec', element('', 'id startRef disp equiv subType type target isolated=yes|no')],
  ['ph', element('', 'id disp equiv subType type')],
  ['note', element(noteText, 'id xml:lang')],
]

/** Data categories as attributes. */
export const dcaGrammar: Grammar = {
  uri: tbxUri,
  elements: new Map([
    ...common,
    ['conceptEntry', element(`${information}, langSec+`, 'id!')],
    ['langSec', element(`${information}, termSec+`, 'xml:lang!')],
    ['termSec', element(`term, (termNote|termNoteGrp)*, ${information}`, 'id')],
    ['descrip', element(noteText, meta)],
    ['descripGrp', element(`descrip, (descripNote|admin|adminGrp|transacGrp|note|ref|xref)*`, 'id')],
    ['descripNote', element('#text', meta)],
    ['admin', element(noteText, meta)],
    ['adminGrp', element('admin, (adminNote|note|ref|xref)*', 'id')],
    ['adminNote', element('#text', meta)],
    ['termNote', element(noteText, meta)],
    ['termNoteGrp', element(`termNote, ${links}`, 'id')],
    ['transac', element('#text', meta)],
    ['transacGrp', element('transac, (transacNote|date|note|ref|xref)*', 'id')],
    ['transacNote', element('#text', meta)],
    ['ref', element('#text', meta)],
    ['xref', element('#text', 'id target! type! module')],
    ['itemGrp', element(`item, ${links}`, 'id')],
  ]),
}

/** Data categories as elements of module namespaces. */
export const dctGrammar: Grammar = {
  uri: tbxUri,
  foreignIn: new Set(['conceptEntry', 'langSec', 'termSec', 'descripGrp', 'adminGrp', 'termNoteGrp', 'transacGrp']),
  elements: new Map([
    ...common,
    ['conceptEntry', element('(note|adminGrp|descripGrp|transacGrp)*, langSec+', 'id!')],
    ['langSec', element('(note|adminGrp|descripGrp|transacGrp)*, termSec+', 'xml:lang!')],
    ['termSec', element('term, termNoteGrp*, (note|adminGrp|descripGrp|transacGrp)*', 'id')],
    ['descripGrp', element('(note|adminGrp|transacGrp)*', 'id')],
    ['adminGrp', element('note*', 'id')],
    ['termNoteGrp', element('(adminGrp|transacGrp|note)*', 'id')],
    ['transacGrp', element('(date|note)*', 'id')],
    ['itemGrp', element('item, (adminGrp|transacGrp|note)*', 'id')],
  ]),
}

const oldNoteText = '#text hi foreign bpt ept ph'
const oldMeta = 'id xml:lang type! target datatype'

/** ISO 30042:2008. */
export const martifGrammar: Grammar = {
  uri: '',
  elements: new Map([
    ...frame,
    ['martif', element('martifHeader, text', 'type! xml:lang!')],
    ['martifHeader', element('fileDesc, encodingDesc?, revisionDesc?', 'id')],
    ['p', element(oldNoteText, 'id type=DCSName|XCSURI|XCSContent xml:lang')],
    ['body', element('termEntry+', 'id')],
    ['back', element('refObjectList*', 'id')],
    ['refObjectList', element('refObject+', 'id type!')],
    ['item', element(oldNoteText, 'id type')],
    ['itemGrp', element(`item, ${links}`, 'id')],
    ['termEntry', element(`${information}, langSet+`, 'id')],
    ['langSet', element(`${information}, (tig|ntig)+`, 'id xml:lang!')],
    ['tig', element(`term, termNote*, ${information}`, 'id')],
    ['ntig', element(`termGrp, ${information}`, 'id')],
    ['termGrp', element('term, (termNote|termNoteGrp)*, termCompList*', 'id')],
    ['termNote', element(oldNoteText, oldMeta)],
    ['termNoteGrp', element(`termNote, ${links}`, 'id')],
    ['termCompList', element(`${information}, (termComp|termCompGrp)+`, 'id type!')],
    ['termComp', element('#text', 'id xml:lang')],
    ['termCompGrp', element(`termComp, (termNote|termNoteGrp)*, ${links}`, 'id')],
    ['descrip', element(oldNoteText, oldMeta)],
    ['descripGrp', element('descrip, (descripNote|admin|adminGrp|transacGrp|note|ref|xref)*', 'id')],
    ['descripNote', element('#text', oldMeta)],
    ['admin', element(oldNoteText, oldMeta)],
    ['adminGrp', element('admin, (adminNote|note|ref|xref)*', 'id')],
    ['adminNote', element('#text', oldMeta)],
    ['transac', element('#text', oldMeta)],
    ['transacGrp', element('transac, (transacNote|date|note|ref|xref)*', 'id')],
    ['transacNote', element('#text', oldMeta)],
    ['note', element(oldNoteText, 'id xml:lang')],
    ['ref', element('#text', oldMeta)],
    ['xref', element('#text', 'id type target!')],
    ['hi', element('#text', 'type target xml:lang')],
    ['foreign', element(oldNoteText, 'id xml:lang')],
    ['bpt', element('#text', 'i type')],
    ['ept', element('#text', 'i')],
    ['ph', element('#text', 'type')],
  ]),
}
