/** Hears the inline codes of each unit during the pass and tells of those that do not pair. Cheap: most units have none. */

import type { MessageData, RuleId, Span } from '../../model/index.ts'
import type { XmlAttributes } from '../xml/index.ts'

interface InlineCode extends Span {
  readonly local: string
  readonly id: string
  /** 1.2: `rid`; 2.x: `startRef`. */
  readonly partner: string
  readonly isIsolated: boolean
}

export interface InlineCheck {
  begin(side: string): void
  open(local: string, attributes: XmlAttributes, start: number, end: number): void
  close(): void
  /** End of a source or target. */
  finish(is12: boolean): void
  finishUnit(): void
}

/** `warn` is told `xliff/unpaired-code` and `xliff/duplicate-inline-id`. */
export function inlineCheck(warn: (rule: RuleId, span: Span, data: MessageData) => void): InlineCheck {
  let side = ''
  let codes: InlineCode[] = []
  /** 2.x: a start code may end in a later segment of the unit. */
  let sourceCodes: InlineCode[] = []
  let targetCodes: InlineCode[] = []
  return {
    begin(local) {
      side = local
    },
    open(local, attributes, start, end) {
      codes.push({
        local,
        id: attributes.get('id') ?? '',
        partner: attributes.get('rid') ?? attributes.get('startRef') ?? '',
        isIsolated: attributes.get('isolated') === 'yes',
        start,
        end,
      })
    },
    close() {
      // Nesting does not matter for ids and partners.
    },
    finish(is12) {
      if (codes.length > 0) {
        if (is12) {
          checkPairs12(codes, warn)
          checkIds(codes, warn)
        } else if (side === 'source') sourceCodes.push(...codes)
        else targetCodes.push(...codes)
        codes = []
      }
    },
    finishUnit() {
      for (const side of [sourceCodes, targetCodes]) {
        if (side.length > 0) {
          checkPairs2(side, warn)
          checkIds(side, warn)
        }
      }
      if (sourceCodes.length > 0) sourceCodes = []
      if (targetCodes.length > 0) targetCodes = []
    },
  }
}

/** 1.2: `bpt`/`ept` and `bx`/`ex` pair by `rid`, else by `id`. */
function checkPairs12(codes: readonly InlineCode[], warn: (rule: RuleId, span: Span, data: MessageData) => void): void {
  const open = new Map<string, InlineCode[]>()
  for (const code of codes) {
    const isStart = code.local === 'bpt' || code.local === 'bx'
    if (!isStart && code.local !== 'ept' && code.local !== 'ex') continue
    const key = `${code.local.endsWith('x') ? 'x' : 'pt'} ${code.partner === '' ? code.id : code.partner}`
    const waiting = open.get(key)
    if (isStart) {
      if (waiting === undefined) open.set(key, [code])
      else waiting.push(code)
    } else if (waiting?.pop() === undefined) warn('xliff/unpaired-code', code, told(code))
  }
  for (const waiting of open.values()) for (const code of waiting) warn('xliff/unpaired-code', code, told(code))
}

/** 2.x: `sc` and `ec` pair by `startRef` or are isolated; `sm` and `em` pair by `startRef`. */
function checkPairs2(codes: readonly InlineCode[], warn: (rule: RuleId, span: Span, data: MessageData) => void): void {
  const open = new Map<string, InlineCode>()
  for (const code of codes) {
    if (code.local === 'sc' || code.local === 'sm') {
      if (!code.isIsolated) open.set(`${code.local} ${code.id}`, code)
    } else if (code.local === 'ec' || code.local === 'em') {
      if (code.isIsolated) continue
      const key = `${code.local === 'ec' ? 'sc' : 'sm'} ${code.partner}`
      if (!open.delete(key)) warn('xliff/unpaired-code', code, told(code))
    }
  }
  for (const code of open.values()) warn('xliff/unpaired-code', code, told(code))
}

function checkIds(codes: readonly InlineCode[], warn: (rule: RuleId, span: Span, data: MessageData) => void): void {
  const seen = new Set<string>()
  for (const code of codes) {
    // 1.2: both ends of a pair may have one id; `sub` and `mrk` have none of this kind.
    if (code.id === '' || code.local === 'sub' || code.local === 'mrk') continue
    const key = `${/^e(?:pt|x)$/.test(code.local) ? 'end' : ''} ${code.id}`
    if (seen.has(key)) warn('xliff/duplicate-inline-id', code, { ...told(code), id: code.id.slice(0, 100) })
    seen.add(key)
  }
}

function told(code: InlineCode): MessageData {
  return { element: code.local, id: (code.id === '' ? code.partner : code.id).slice(0, 100) }
}
