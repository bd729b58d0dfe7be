/** Versions of XLIFF and the namespaces of its parts. */

export const xliffVersions = ['1.2', '2.0', '2.1', '2.2'] as const
/** A version of XLIFF that is read and written. */
export type XliffVersion = (typeof xliffVersions)[number]

export const xliff12Uri = 'urn:oasis:names:tc:xliff:document:1.2'
export const xliff20Uri = 'urn:oasis:names:tc:xliff:document:2.0'
export const xliff22Uri = 'urn:oasis:names:tc:xliff:document:2.2'

/** Namespace of the core elements; 2.1 kept that of 2.0. */
export function coreUri(version: XliffVersion): string {
  if (version === '1.2') return xliff12Uri
  return version === '2.2' ? xliff22Uri : xliff20Uri
}

/** Modules and what we add, by the prefix the standard and we use. */
export const moduleUris = {
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  mda: 'urn:oasis:names:tc:xliff:metadata:2.0',
  res: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
  slr: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  val: 'urn:oasis:names:tc:xliff:validation:2.0',
  fs: 'urn:oasis:names:tc:xliff:fs:2.0',
  its: 'http://www.w3.org/2005/11/its',
  itsm: 'urn:oasis:names:tc:xliff:itsm:2.1',
  pgs: 'urn:oasis:names:tc:xliff:pgs:1.0',
  /** Our own attributes: `tilmash:ref` on a note names its segment where the version has no `ref`. */
  tilmash: 'urn:tilmash:1.0',
} as const
/** Type of the group without units that we write into a file without units, for XLIFF 2 allows no empty file. */
export const emptyGroupType = 'tilmash:none'
export type ModulePrefix = keyof typeof moduleUris

/** Namespaces of vendors whose targets and states we can edit. */
export const vendorUris = {
  sdl: 'http://sdl.com/FileTypes/SdlXliff/1.0',
  memoq: 'MQXliff',
  phrase: 'http://www.memsource.com/mxlf/2.0',
  iws: 'http://www.idiominc.com/ws/asset',
} as const
export type Flavour = 'standard' | keyof typeof vendorUris
