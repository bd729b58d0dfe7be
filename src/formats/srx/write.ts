/** Writes SRX 2.0. */

import type { SegmentationRule, SegmentationRules } from '../../model/index.ts'
import { encodeText } from '../plain/index.ts'
import { escapeAttribute, escapeText } from '../xml/index.ts'
import { srxUri } from './read.ts'

/** Bytes in UTF-8; the same rules give the same bytes. */
export function writeSrx(rules: SegmentationRules): Uint8Array {
  const { cascade, segmentSubflows, formatHandles, languageRules, languageMaps } = rules
  const handle = (type: string, include: boolean): string =>
    `    <formathandle type="${type}" include="${yesNo(include)}"/>\n`
  return encodeText(
    [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      `<srx xmlns="${srxUri}" version="2.0">\n`,
      `  <header segmentsubflows="${yesNo(segmentSubflows)}" cascade="${yesNo(cascade)}">\n`,
      handle('start', formatHandles.start),
      handle('end', formatHandles.end),
      handle('isolated', formatHandles.isolated),
      '  </header>\n  <body>\n    <languagerules>\n',
      ...languageRules.map(
        ({ name, rules: list }) =>
          `      <languagerule languagerulename="${escapeAttribute(name)}">\n${list.map(ruleText).join('')}      </languagerule>\n`,
      ),
      '    </languagerules>\n    <maprules>\n',
      ...languageMaps.map(
        ({ pattern, languageRule }) =>
          `      <languagemap languagepattern="${escapeAttribute(pattern)}" languagerulename="${escapeAttribute(languageRule)}"/>\n`,
      ),
      '    </maprules>\n  </body>\n</srx>\n',
    ].join(''),
  )
}

function ruleText({ isBreak, before, after, id }: SegmentationRule): string {
  // A comment cannot hold two hyphens; such a name is left out.
  const name = id === undefined || /--|-$|^\s|[\n\r]/.test(id) ? '' : `        <!-- rule: ${id} -->\n`
  return (
    `${name}        <rule break="${yesNo(isBreak)}">\n` +
    `          <beforebreak>${escapeText(before)}</beforebreak>\n` +
    `          <afterbreak>${escapeText(after)}</afterbreak>\n        </rule>\n`
  )
}

function yesNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no'
}
