/** Attributes of XLIFF 1.2 that have no field of their own in the model, by the element they stand on. */

export const rootNames: ReadonlySet<string> = new Set(['xml:lang'])
export const fileNames: ReadonlySet<string> = new Set([
  'datatype',
  'date',
  'category',
  'product-name',
  'product-version',
  'build-num',
  'tool',
  'tool-id',
  'ts',
  'xml:space',
])

export const groupNames: ReadonlySet<string> = new Set([
  'restype',
  'datatype',
  'ts',
  'translate',
  'xml:space',
  'extradata',
  'extype',
  'help-id',
  'menu',
  'menu-option',
  'menu-name',
  'coord',
  'font',
  'css-style',
  'style',
  'exstyle',
  'reformat',
  'size-unit',
  'maxwidth',
  'minwidth',
  'maxheight',
  'minheight',
  'maxbytes',
  'minbytes',
  'charclass',
  'merged-trans',
])

export const unitNames: ReadonlySet<string> = new Set([...groupNames, 'approved', 'phase-name'])
export const alternativeNames: ReadonlySet<string> = new Set([
  ...groupNames,
  'tool',
  'tool-id',
  'crc',
  'xml:lang',
  'phase-name',
])
