/** What is left where a number was torn out of a compound: "2-2" → «2-», "15:00" → «15:», "(0)" → «()», "MPEG-4" → «MPEG-». */

import { once } from './once.ts'

/** A compound of the source that the target has only in part. */
export interface TornNumber {
  /** As the source has it. */
  readonly written: string
  /** UTF-16 offset of the scar in the target. */
  readonly at: number
}

/** The first scar of the target that the source does not have as often. */
export function tornNumber(source: string, target: string): TornNumber | undefined {
  if (!/\d/.test(source)) return undefined
  for (const { compound, scar } of scars()) {
    const written = source.match(compound)?.find(each => !target.includes(each))
    if (written === undefined) continue
    const found = [...target.matchAll(scar)]
    const first = found[0]
    if (first !== undefined && found.length > [...source.matchAll(scar)].length) return { written, at: first.index }
  }
  return undefined
}

interface Scar {
  readonly compound: RegExp
  readonly scar: RegExp
}

const scars = once((): readonly Scar[] => [
  { compound: /\(\d[\d.,]*\)/g, scar: /(?<![\p{L}\d_])\(\s*\)/gu },
  { compound: joined, scar: /\d[:/](?=\s|$|[.,;)»”"]|[-‑]\p{L})/gu },
  { compound: joined, scar: /(?<=^|[\s("«“])[:/]\d/gu },
  { compound: joined, scar: /(?<=^|[\s("«“])[-−]\d/gu },
  // «17-летний» without its number, «1000-нан» without its own.
  { compound: /\d[\d.,]*/g, scar: /(?<=^|[\s(«"“])[-‑]\p{Ll}/gu },
  // «16- и 17-летний» shares its second part.
  { compound: joined, scar: /[A-Za-z\d]-(?=[\s.,;:)»”"]|$)(?!\s(?:и|или|до|по|а|к|не|және|немесе|мен|пен|бен)\s)/gu },
])

/** 2-2, 15:00, 2/1, 5&4, 7am–9, MPEG-4. */
const joined = /[A-Za-z\d]+(?:[-–−:/&][A-Za-z\d]+)*[-–−:/&]\d+|\d+[-–−:/&][A-Za-z\d]+|\d+ ?[ap]\.?m/g
