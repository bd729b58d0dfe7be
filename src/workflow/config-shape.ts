/** The shape of `tilmash.config.json`, checked by valibot; `schemas/config.schema.json` is made from it. */

import * as v from 'valibot'
import { type Level, levels, type State, states } from '../model/index.ts'
import { nearest } from '../text/nearest.ts'
import { type Band, bands, everyBand } from './bands.ts'

/** A source text, or a pattern of them, and where its translations stand. */
export interface DocumentSetting {
  readonly source: string
  readonly text?: string | undefined
  readonly xliff?: string | undefined
}

export interface MemorySetting {
  readonly path: string
  readonly priority?: number | undefined
  readonly penalty?: number | undefined
  readonly learn?: boolean | undefined
}

export interface IgnoreSetting {
  readonly rule: string
  readonly files?: readonly string[] | undefined
  readonly languages?: readonly string[] | undefined
  readonly unit?: string | undefined
  readonly text?: string | undefined
  readonly reason: string
}

/** Options of a rule are scalars or lists of strings; the rule says which it knows. */
export type RuleSetting =
  | Level
  | 'off'
  | {
      readonly level?: Level | 'off' | undefined
      readonly [option: string]: string | number | boolean | string[] | undefined
    }

export interface CheckSettings {
  readonly preset?: 'recommended' | 'strict' | 'ui' | 'prose' | undefined
  readonly rules?: Readonly<Record<string, RuleSetting>> | undefined
  readonly ignore?: readonly IgnoreSetting[] | undefined
  readonly require?: Readonly<Record<string, State>> | undefined
  readonly failOn?: Level | 'never' | undefined
}

export interface AnalysisSettings {
  /** What a word of a band costs, as a share of a new one; bands left out keep the usual rate. */
  readonly rates?: { readonly [band in Band]?: number | undefined } | undefined
}

export interface AlignmentSettings {
  /** Folder of a sentence encoder; off without it. */
  readonly encoder?: string | undefined
}

/** The configuration as written, empty lists filled in. */
export interface ConfigValues {
  readonly $schema?: string | undefined
  readonly sourceLanguage: string
  readonly targetLanguages: readonly string[]
  readonly documents: readonly (string | DocumentSetting)[]
  readonly memories: readonly (string | MemorySetting)[]
  readonly terms: readonly string[]
  readonly segmentation: { readonly rules?: string | undefined; readonly profile?: 'standard' | 'informal' | undefined }
  readonly checks: CheckSettings
  readonly analysis: AnalysisSettings
  readonly alignment: AlignmentSettings
}

/** What is wrong with a value; `path` leads to it. */
export interface ShapeProblem {
  readonly kind: 'unknown-key' | 'missing-key' | 'wrong-value'
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly received: string
  /** The key that was probably meant. */
  readonly guess?: string
}

export type ShapeResult =
  | { readonly kind: 'values'; readonly values: ConfigValues }
  | { readonly kind: 'problem'; readonly problem: ShapeProblem }

/** Checks a value read from JSON. */
export function checkConfigShape(value: unknown): ShapeResult {
  const parsed = v.safeParse(shape, value)
  if (parsed.success) return { kind: 'values', values: parsed.output }
  const issues = parsed.issues.map(deepestIssue)
  const issue = issues.find(isUnknownKey) ?? issues[0]
  return { kind: 'problem', problem: problemOf(issue ?? parsed.issues[0]) }
}

const tag = v.pipe(v.string(), v.minLength(1))
const path = v.pipe(v.string(), v.minLength(1))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const ruleLevel = v.picklist([...levels, 'off'])

/** Options of a rule are scalars or lists of strings; the rule says which it knows. */
const ruleSetting = v.union([
  ruleLevel,
  v.objectWithRest(
    { level: v.optional(ruleLevel) },
    v.union([v.string(), v.number(), v.boolean(), v.array(v.string())]),
  ),
])

const ignore = v.strictObject({
  rule: v.pipe(v.string(), v.description('Rule id, or a family as "numbers/*"')),
  files: v.optional(v.pipe(v.array(v.string()), v.description('Globs, relative to the project'))),
  languages: v.optional(v.array(tag)),
  unit: v.optional(v.string()),
  text: v.optional(v.pipe(v.string(), v.description('Only findings on a text that contains this'))),
  reason: v.pipe(v.string(), v.minLength(1)),
})

const documentSetting = v.strictObject({
  source: path,
  text: v.optional(v.pipe(path, v.includes('{language}'))),
  xliff: v.optional(v.pipe(path, v.includes('{language}'))),
})

const memorySetting = v.strictObject({
  path,
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  penalty: v.optional(share),
  learn: v.optional(v.boolean()),
})

const segmentationSettings = v.strictObject({
  rules: v.optional(path),
  profile: v.optional(v.picklist(['standard', 'informal'])),
})

const checkSettings = v.strictObject({
  preset: v.optional(v.picklist(['recommended', 'strict', 'ui', 'prose'])),
  rules: v.optional(v.record(v.string(), ruleSetting)),
  ignore: v.optional(v.array(ignore)),
  require: v.optional(v.record(v.string(), v.picklist(states))),
  failOn: v.optional(v.picklist([...levels, 'never'])),
})

const rates = v.strictObject(everyBand(() => v.optional(share)))

const analysisSettings = v.strictObject({
  rates: v.optional(
    v.pipe(rates, v.description('What a word of a match band costs, as a share of a new one; for weighted words')),
  ),
})

const alignmentSettings = v.strictObject({
  encoder: v.optional(
    v.pipe(path, v.description('Folder of a sentence encoder (ONNX) that "tilmash align" takes as further evidence')),
  ),
})

const shape = v.strictObject({
  $schema: v.optional(v.string()),
  sourceLanguage: v.pipe(tag, v.description('BCP 47 tag of the source texts')),
  targetLanguages: v.pipe(v.array(tag), v.minLength(1), v.description('BCP 47 tags of the translations')),
  documents: v.optional(
    v.pipe(
      v.array(v.union([path, documentSetting])),
      v.description('Source texts, or patterns of them; the translations and XLIFF files stand beside them'),
    ),
    [],
  ),
  memories: v.optional(v.array(v.union([path, memorySetting])), []),
  terms: v.optional(v.array(path), []),
  segmentation: v.optional(segmentationSettings, {}),
  checks: v.optional(checkSettings, {}),
  analysis: v.optional(analysisSettings, {}),
  alignment: v.optional(alignmentSettings, {}),
})

/** For the JSON Schema of the configuration. */
export const configShape: v.GenericSchema<unknown, ConfigValues> = shape

type Issue = v.BaseIssue<unknown>

function isUnknownKey(issue: Issue): boolean {
  return issue.kind === 'schema' && issue.expected === 'never'
}

function problemOf(issue: Issue): ShapeProblem {
  const path = (issue.path ?? []).map(item => (typeof item.key === 'number' ? item.key : String(item.key)))
  const values = { path, expected: issue.expected ?? String(issue.requirement ?? ''), received: issue.received }
  if (isUnknownKey(issue)) {
    const guess = nearest(String(path.at(-1)), knownKeys(path.slice(0, -1)))
    return { kind: 'unknown-key', ...values, ...(guess !== undefined && { guess }) }
  }
  return { kind: issue.received === 'undefined' ? 'missing-key' : 'wrong-value', ...values }
}

/** A union reports its branches; the one that went deepest is what the writer meant. */
function deepestIssue(issue: Issue): Issue {
  const best = (issue.issues ?? [])
    .map(deepestIssue)
    .sort((a, b) => (b.path?.length ?? 0) - (a.path?.length ?? 0))
    .at(0)
  if (best?.path === undefined) return issue
  // Paths of branches begin at the union. Proof of the cast: `best.path` has at least one item.
  return { ...best, path: [...(issue.path ?? []), ...best.path] as NonNullable<Issue['path']> }
}

function knownKeys(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(shape.entries)
  const [first, second] = path
  if (first === 'checks') return Object.keys(second === 'ignore' ? ignore.entries : checkSettings.entries)
  if (first === 'analysis') return second === 'rates' ? bands : Object.keys(analysisSettings.entries)
  if (first === 'alignment') return Object.keys(alignmentSettings.entries)
  if (first === 'segmentation') return Object.keys(segmentationSettings.entries)
  return Object.keys((first === 'documents' ? documentSetting : memorySetting).entries)
}
