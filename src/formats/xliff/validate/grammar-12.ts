/** XLIFF 1.2 as a table, from its transitional schema; notation as in `grammar-2.ts`. */

import { elementRule, type Grammar } from './grammar-2.ts'

const inline = '# g|bpt|ept|ph|it|mrk|x|bx|ex*'
const inNative = '# sub*'
const look = 'coord=coordinates font=text css-style=text style=nmtoken exstyle=nmtoken restype=restype resname=text'
const resource = `datatype=datatype ts=text extradata=text extype=text help-id=nmtoken menu=text menu-option=text menu-name=text ${look}`
const size =
  'size-unit=sizeUnit maxwidth=nmtoken minwidth=nmtoken maxheight=nmtoken minheight=nmtoken maxbytes=nmtoken minbytes=nmtoken charclass=text'
const code = 'id!=text ts=text xid=text equiv-text=text @'
const about = 'context-group|count-group|prop-group|note'

const table: Readonly<Record<string, readonly [content: string, attributes: string]>> = {
  xliff: ['file|@+', 'version!=version12 xml:lang=language @'],
  file: [
    'header? body',
    'original!=text source-language!=language datatype!=datatype tool-id=text tool=text date=dateTime xml:space=space ts=text category=text target-language=language product-name=text product-version=text build-num=text @',
  ],
  header: ['skl? phase-group? glossary|reference|count-group|prop-group|note|tool* @*', ''],
  skl: ['internal-file|external-file', ''],
  glossary: ['internal-file|external-file', ''],
  reference: ['internal-file|external-file', ''],
  'internal-file': ['#', 'form=text crc=nmtoken'],
  'external-file': ['', 'href!=text crc=nmtoken uid=nmtoken'],
  note: ['#', 'xml:lang=language priority=priority from=text annotates=annotates'],
  'phase-group': ['phase+', ''],
  phase: [
    'note*',
    'phase-name!=text process-name!=text company-name=text tool-id=text tool=text date=dateTime job-id=text contact-name=text contact-email=text contact-phone=text',
  ],
  'count-group': ['count*', 'name!=text'],
  count: ['#', 'count-type=text phase-name=text unit=countUnit'],
  'context-group': ['context+', 'name=text crc=nmtoken purpose=purpose'],
  context: ['#', 'context-type!=contextType match-mandatory=yesNo crc=nmtoken'],
  'prop-group': ['prop+', 'name=text'],
  prop: ['#', 'prop-type!=text xml:lang=language'],
  tool: ['# @*', 'tool-id!=text tool-name!=text tool-version=text tool-company=text @'],
  body: ['group|trans-unit|bin-unit*', ''],
  group: [
    'context-group* count-group* prop-group* note* @* group|trans-unit|bin-unit*',
    `id=text xml:space=space ${resource} translate=yesNo reformat=reformat ${size} merged-trans=yesNo @`,
  ],
  'trans-unit': [
    `source seg-source? target? ${about}|alt-trans* @*`,
    `id!=text approved=yesNo translate=yesNo reformat=reformat xml:space=space phase-name=text ${resource} ${size} @`,
  ],
  source: [inline, 'xml:lang=language ts=text @'],
  'seg-source': [inline, 'xml:lang=language ts=text @'],
  target: [
    inline,
    `state=state12 state-qualifier=stateQualifier phase-name=nmtoken xml:lang=language ts=text ${look} equiv-trans=yesNo @`,
  ],
  'alt-trans': [
    'source? seg-source? target+ context-group* prop-group* note* @*',
    `match-quality=text tool-id=text tool=text crc=nmtoken xml:lang=language origin=text xml:space=space ${resource} mid=nmtoken phase-name=nmtoken alttranstype=alttranstype @`,
  ],
  'bin-unit': [
    `bin-source bin-target? ${about}|trans-unit* @*`,
    'id!=text mime-type!=mimeType approved=yesNo translate=yesNo reformat=reformat ts=text restype=restype resname=text phase-name=text @',
  ],
  'bin-source': ['internal-file|external-file', 'ts=text @'],
  'bin-target': [
    'internal-file|external-file',
    'mime-type=mimeType ts=text state=state12 state-qualifier=stateQualifier phase-name=nmtoken restype=restype resname=text @',
  ],
  g: [inline, `ctype=pairType clone=yesNo ${code}`],
  x: ['', `ctype=placeholderType clone=yesNo ${code}`],
  bx: ['', `rid=nmtoken ctype=pairType clone=yesNo ${code}`],
  ex: ['', `rid=nmtoken ${code}`],
  ph: [inNative, `ctype=placeholderType crc=text assoc=assoc ${code}`],
  bpt: [inNative, `rid=nmtoken ctype=pairType crc=text ${code}`],
  ept: [inNative, `rid=nmtoken crc=text ${code}`],
  it: [inNative, `pos!=position rid=nmtoken ctype=pairType crc=text ${code}`],
  sub: [inline, 'datatype=datatype ctype=pairType xid=text'],
  mrk: [inline, 'mtype!=mtype mid=nmtoken comment=text ts=text @'],
}

/** The grammar for a root in the namespace `uri`: some tools leave it out. */
export function grammar12(uri: string): Grammar {
  return {
    elements: new Map(
      Object.entries(table).map(([name, [content, attributes]]) => [name, elementRule(content, attributes)]),
    ),
    moduleAttributes: new Map(),
    parents: new Map(),
    coreUri: uri,
    isLax: true,
    nameOf: (given, local) => (given === uri ? local : undefined),
  }
}
