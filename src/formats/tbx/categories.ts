/** Data categories of the public dialects TBX-Min and TBX-Basic (LTAC Global, modules min and basic). */

export type Level = 'conceptEntry' | 'langSec' | 'termSec'

export interface Category {
  readonly module: 'min' | 'basic'
  /** Element that carries it in DCA style. */
  readonly meta: string
  readonly levels: readonly Level[]
  readonly values?: readonly string[]
}

const all: readonly Level[] = ['conceptEntry', 'langSec', 'termSec']
const ends: readonly Level[] = ['conceptEntry', 'termSec']

/** By name; from the Schematron rules of the dialects. */
export const categories: ReadonlyMap<string, Category> = new Map<string, Category>([
  ['customerSubset', { module: 'min', meta: 'admin', levels: ends }],
  ['subjectField', { module: 'min', meta: 'descrip', levels: ['conceptEntry'] }],
  [
    'administrativeStatus',
    {
      module: 'min',
      meta: 'termNote',
      levels: ['termSec'],
      values: ['admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts', 'preferredTerm-admn-sts'],
    },
  ],
  [
    'partOfSpeech',
    { module: 'min', meta: 'termNote', levels: ['termSec'], values: ['adjective', 'noun', 'other', 'verb', 'adverb'] },
  ],
  ['externalCrossReference', { module: 'min', meta: 'xref', levels: all }],
  ['projectSubset', { module: 'basic', meta: 'admin', levels: ends }],
  ['source', { module: 'basic', meta: 'admin', levels: all }],
  ['context', { module: 'basic', meta: 'descrip', levels: ['termSec'] }],
  ['definition', { module: 'basic', meta: 'descrip', levels: ['conceptEntry', 'langSec'] }],
  ['crossReference', { module: 'basic', meta: 'ref', levels: ends }],
  ['geographicalUsage', { module: 'basic', meta: 'termNote', levels: ['termSec'] }],
  [
    'grammaticalGender',
    { module: 'basic', meta: 'termNote', levels: ['termSec'], values: ['masculine', 'feminine', 'neuter', 'other'] },
  ],
  [
    'termLocation',
    {
      module: 'basic',
      meta: 'termNote',
      levels: ['termSec'],
      values: [
        'checkBox',
        'comboBox',
        'comboBoxElement',
        'dialogBox',
        'groupBox',
        'informativeMessage',
        'interactiveMessage',
        'menuItem',
        'progressBar',
        'pushButton',
        'radioButton',
        'slider',
        'spinBox',
        'tab',
        'tableText',
        'textBox',
        'toolTip',
        'user-definedType',
      ],
    },
  ],
  [
    'termType',
    {
      module: 'basic',
      meta: 'termNote',
      levels: ['termSec'],
      values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
    },
  ],
  ['transactionType', { module: 'basic', meta: 'transac', levels: all, values: ['origination', 'modification'] }],
  ['responsibility', { module: 'basic', meta: 'transacNote', levels: all }],
  ['xGraphic', { module: 'basic', meta: 'xref', levels: ['conceptEntry', 'langSec'] }],
])

/** Modules of a dialect; undefined for dialects we do not know (any category is allowed then). */
export function modulesOf(dialect: string): readonly string[] | undefined {
  switch (dialect) {
    case 'TBX-Core':
      return []
    case 'TBX-Min':
      return ['min']
    case 'TBX-Basic':
      return ['min', 'basic']
    default:
      return undefined
  }
}

/** Namespaces of the modules in DCT style. */
export const moduleUris: ReadonlyMap<string, string> = new Map([
  ['http://www.tbxinfo.net/ns/min', 'min'],
  ['http://www.tbxinfo.net/ns/basic', 'basic'],
])
