/** Is a file XLIFF as the standard wants it? Well-formedness, structure, and the rules no schema tells. */

import { Failure, type Finding, placeAt } from '../../../model/index.ts'
import { lineIndex } from '../../../text/lines.ts'
import { decodeXml } from '../../xml/index.ts'
import { formatFinding } from '../finding.ts'
import { xliffVersions } from '../namespaces.ts'
import { attribute, checkOf, shown } from './check.ts'
import { checkDocument2 } from './document-2.ts'
import { checkDocument12 } from './document-12.ts'
import { grammars2 } from './grammar-2.ts'
import { readShell, type Shell } from './shell.ts'

/**
 * All findings, in the order of the file. Ill-formed input is one finding, `xliff/not-well-formed`, whose variant is the code
 * of the failure. The version decides the rules: 1.2 (transitional schema), 2.0, 2.1, 2.2 with their modules. A function that
 * reads the bytes is asked once; they are let go when they are decoded.
 */
export function validateXliff(
  bytes: Uint8Array | (() => Uint8Array),
  options: { readonly file: string },
): readonly Finding[] {
  const { file } = options
  let text: string
  let shell: Shell
  try {
    text = typeof bytes === 'function' ? decodedOnce(bytes(), options) : decodeXml(bytes, options).text
    shell = readShell(text, options)
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause
    const { code, data, place = placeAt(file, 1, 1) } = cause
    return [formatFinding('xliff/not-well-formed', { level: 'error', place, variant: code, data })]
  }
  const { root } = shell
  const check = checkOf(file, text, lineIndex(text), shell)
  const version = attribute(root, 'version')
  const grammar = grammars2.get(root.uri)
  if (root.local !== 'xliff') check.report('xliff/unknown-element:root', root)
  else if (version === undefined) check.report('xliff/missing-attribute', root, { data: { attribute: 'version' } })
  else if (grammar !== undefined) checkDocument2(check, grammar, root, version)
  else if (/^1\.[0-2]$/.test(version)) checkDocument12(check, root)
  else {
    const isKnown = xliffVersions.some(known => known === version)
    check.report(isKnown ? 'xliff/namespace' : 'xliff/version', root, {
      attribute: isKnown ? 'xmlns' : 'version',
      data: { value: shown(isKnown ? root.uri : version), expected: xliffVersions.join(', ') },
    })
  }
  return check.findings.toSorted(
    (a, b) => a.place.start.line - b.place.start.line || a.place.start.column - b.place.start.column,
  )
}

/** The text of bytes that nobody else has: their memory goes back at once, where collecting it could wait until the end. */
function decodedOnce(bytes: Uint8Array, options: { readonly file: string }): string {
  const { text } = decodeXml(bytes, options)
  const { buffer } = bytes
  // A small file may lie in a buffer with others.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length && bytes.length > largeFile)
    buffer.transfer(0)
  return text
}

const largeFile = 1 << 20
