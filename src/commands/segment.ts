import { resolve } from 'node:path'
import { readPlain } from '../formats/plain/index.ts'
import { isTerminal } from '../io/terminal.ts'
import type { Messages } from '../messages/index.ts'
import { type Profile, profiles } from '../segmenter/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import {
  type Explained,
  readRulesFile,
  type SegmentedText,
  type SegmentTextOptions,
  segmentPieces,
  segmentText,
} from '../workflow/segment.ts'
import { fileBytes, textPieces } from '../workflow/text-pieces.ts'
import type { Command, Invocation } from './command.ts'
import { readNamed } from './files.ts'
import { neededLanguage } from './options.ts'
import { progressLine } from './progress.ts'

/** Larger files are read in pieces. */
const largeFileBytes = 8 << 20
const standardPieceBytes = 1 << 20
/** Every line of a piece goes to another thread and back; a mebibyte of short lines would take half a gigabyte there. */
const rulesPieceBytes = 1 << 17

/** `tilmash segment`: a text cut into sentences. */
export const segment: Command = {
  name: 'segment',
  summary: 'command.segment',
  arguments: [{ name: 'FILE' }],
  options: [
    { name: 'language', value: 'LANGUAGE', summary: 'option.language' },
    { name: 'rules', value: 'FILE', summary: 'option.rules' },
    { name: 'profile', value: 'PROFILE', choices: profiles, summary: 'option.profile' },
    { name: 'explain', summary: 'option.explain' },
  ],
  formats: ['pretty', 'json'],
  run: async invocation => {
    const [file = ''] = invocation.arguments
    const options = segmentOptions(invocation)
    const path = resolve(invocation.folder, file)
    if (fileBytes(path) > largeFileBytes) return segmentLarge({ path, file }, options, invocation)
    const { text } = readPlain(readNamed(invocation, file), { file })
    const result = segmentText(text, options)
    invocation.write(
      invocation.format === 'json' ? `${toJson(result, 2)}\n` : sentenceLines(result, invocation.messages),
    )
    return 0
  },
}

function segmentOptions(invocation: Invocation): SegmentTextOptions {
  const { option, flag } = invocation
  const rules = option('rules')
  const profile = profiles.find(each => each === option('profile'))
  return {
    language: neededLanguage(invocation, 'language'),
    explain: flag('explain'),
    ...(profile !== undefined && { profile: profile satisfies Profile }),
    ...(rules !== undefined && { rulesFile: readRulesFile(readNamed(invocation, rules), rules) }),
  }
}

/** A sentence a line; with `--explain` the rule of each cut and veto below it. */
function sentenceLines({ segments, decisions = [] }: SegmentedText, messages: Messages): string {
  const lines: string[] = []
  let next = 0
  for (const { text, end } of segments) {
    lines.push(`${escapeLine(text)}\n`)
    for (let own = decisions[next]; own !== undefined && own.at <= end; own = decisions[++next]) {
      lines.push(`  ${decisionLine(own, messages)}\n`)
    }
  }
  return lines.join('')
}

function decisionLine({ isBreak, rule, before, after }: Explained, messages: Messages): string {
  const word = messages.report(isBreak ? 'segment.break' : 'segment.no-break')
  return escapeLine(`${word} ${rule}: …${before}|${after}…`)
}

interface LargeFile {
  readonly path: string
  /** As the user gave it. */
  readonly file: string
}

/**
 * Reads the file twice: nothing may stand on stdout when a byte at its end cannot be read or a rule takes too long, and it
 * is too large to be kept.
 */
function segmentLarge({ path, file }: LargeFile, options: SegmentTextOptions, invocation: Invocation): 0 {
  const pieceBytes = options.rulesFile === undefined ? standardPieceBytes : rulesPieceBytes
  // A line of progress would stand among sentences that go to the same terminal.
  const progress = progressLine({ ...invocation, isQuiet: invocation.isQuiet || isTerminal(1) })
  const megabytes = fileBytes(path) / 1e6
  const onBytes = (bytes: number): void => {
    const count = bytes / 1e6
    progress.showShare({ count, share: count / megabytes }, () =>
      invocation.messages.report('progress.megabytes', { number: Math.round(count), of: Math.round(megabytes) }),
    )
  }
  const pieces = (): Iterable<string> => textPieces(path, { file, pieceBytes, onBytes })
  const results = (): Iterable<SegmentedText> => segmentPieces(pieces(), options)
  try {
    for (const _ of options.rulesFile === undefined ? pieces() : results());
    if (invocation.format === 'json') writeJson(results, options, invocation)
    else for (const result of results()) invocation.write(sentenceLines(result, invocation.messages))
  } finally {
    progress.end()
  }
  return 0
}

/** The document {@link toJson} would make of the whole. */
function writeJson(
  results: () => Iterable<SegmentedText>,
  { language, explain = false }: SegmentTextOptions,
  { write }: Invocation,
): void {
  write(`{\n  "language": ${toJson(language)},\n  "segments": `)
  writeItems(results(), result => result.segments, write)
  if (explain) {
    write(',\n  "decisions": ')
    writeItems(results(), result => result.decisions ?? [], write)
  }
  write('\n}\n')
}

function writeItems(
  results: Iterable<SegmentedText>,
  itemsOf: (result: SegmentedText) => readonly unknown[],
  write: (text: string) => void,
): void {
  let isFirst = true
  for (const result of results) {
    const items = itemsOf(result)
    if (items.length === 0) continue
    // The brackets of a list of its own come off: what is left is indented as a list inside an object.
    const rows = toJson({ '': items }, 2).slice('{\n  "": ['.length, -'\n  ]\n}'.length)
    write(isFirst ? `[${rows}` : `,${rows}`)
    isFirst = false
  }
  write(isFirst ? '[]' : '\n  ]')
}
