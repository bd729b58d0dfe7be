/** The project's configuration: data only, JSON with comments, unknown keys are errors with line and column. */

import { Failure, type Language, type Level, language, type Place } from '../model/index.ts'
import { type JsonNode, jsonNodeAt, jsonValue, readJson } from '../text/json.ts'
import { lineIndex } from '../text/lines.ts'
import { type ConfigValues, checkConfigShape, type ShapeProblem } from './config-shape.ts'

export interface Config {
  readonly values: ConfigValues
  readonly sourceLanguage: Language
  readonly targetLanguages: readonly Language[]
  readonly failOn: Level | 'never'
  /** Where a value stands, for failures that are found later. */
  placeOf(path: readonly (string | number)[]): Place
}

/**
 * Reads a configuration.
 * @throws Failure `json.*`, `config.not-an-object`, `config.unknown-key`, `config.unknown-key-guess`, `config.missing-key`,
 * `config.wrong-value`, `language.invalid-tag`, with place.
 */
export function readConfig(text: string, file: string): Config {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const root = readJson(body, { file, comments: true })
  const lines = lineIndex(body)
  const placeOf = (path: readonly (string | number)[]): Place => lines.place(file, jsonNodeAt(root, path))
  if (root.kind !== 'object') throw new Failure('config.not-an-object', { place: placeOf([]) })
  const result = checkConfigShape(jsonValue(root))
  if (result.kind === 'problem')
    throw problemFailure(result.problem, lines.place(file, spanOfProblem(root, result.problem)))
  const { values } = result
  return {
    values,
    sourceLanguage: languageAt(values.sourceLanguage, placeOf(['sourceLanguage'])),
    targetLanguages: values.targetLanguages.map((tag, index) => languageAt(tag, placeOf(['targetLanguages', index]))),
    failOn: values.checks.failOn ?? 'error',
    placeOf,
  }
}

function languageAt(tag: string, place: Place): Language {
  try {
    return language(tag)
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.code, { data: error.data, place, cause: error }) : error
  }
}

function spanOfProblem(root: JsonNode, { kind, path }: ShapeProblem): { readonly start: number; readonly end: number } {
  const parent = jsonNodeAt(root, path.slice(0, -1))
  const member = parent.kind === 'object' ? parent.members.find(({ key }) => key === String(path.at(-1))) : undefined
  return kind === 'unknown-key' && member !== undefined ? member.keySpan : jsonNodeAt(root, path)
}

function problemFailure({ kind, path, expected, received, guess }: ShapeProblem, place: Place): Failure {
  const key = kind === 'wrong-value' ? path.join('.') : String(path.at(-1) ?? '')
  if (kind === 'unknown-key' && guess !== undefined) {
    return new Failure('config.unknown-key-guess', { data: { key, guess }, place })
  }
  return new Failure(`config.${kind}`, { data: { key, expected, received }, place })
}
