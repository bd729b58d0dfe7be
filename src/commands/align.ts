import { join, resolve } from 'node:path'
import type { SentenceEncoder } from '../aligner/index.ts'
import { confine, replaceFile } from '../io/index.ts'
import type { PairCounts } from '../lexicon/pair-counts.ts'
import type { Bitext } from '../model/index.ts'
import { escapeLine, toJson } from '../text/escape.ts'
import { alignTexts, bitextRecord, bitextTmx, bitextTsv, bitextXliff, sideText } from '../workflow/align.ts'
import { bitextPage } from '../workflow/align-html.ts'
import { folderEncoder } from '../workflow/encoder.ts'
import { memoryCounts } from '../workflow/memory-lexicon.ts'
import { openProject } from '../workflow/project.ts'
import { findProjectRoot } from '../workflow/project-root.ts'
import { readTerms } from '../workflow/terms.ts'
import type { Command, Invocation } from './command.ts'
import { readNamed } from './files.ts'
import { neededLanguage } from './options.ts'

/** `tilmash align`: the sentences of two texts, paired. */
export const align: Command = {
  name: 'align',
  summary: 'command.align',
  arguments: [{ name: 'SOURCE' }, { name: 'TARGET' }],
  options: [
    { name: 'source-language', value: 'LANGUAGE', summary: 'option.source-language' },
    { name: 'target-language', value: 'LANGUAGE', summary: 'option.target-language' },
    { name: 'segmented', summary: 'option.segmented' },
    { name: 'memory', value: 'FILE', summary: 'option.memory' },
    { name: 'terms', value: 'FILE', summary: 'option.terms' },
    { name: 'encoder', value: 'FOLDER', summary: 'option.encoder' },
    { name: 'output', short: 'o', value: 'FILE', summary: 'option.output' },
  ],
  formats: ['pretty', 'json', 'tsv', 'tmx', 'xliff', 'html'],
  run: async invocation => {
    const { arguments: words, option, flag, folder, format, write, tell, messages } = invocation
    const [sourceFile = '', targetFile = ''] = words
    const sourceLanguage = neededLanguage(invocation, 'source-language')
    const targetLanguage = neededLanguage(invocation, 'target-language')
    const memory = option('memory')
    const terms = option('terms')
    const bitext = await alignTexts(
      { bytes: readNamed(invocation, sourceFile), file: sourceFile, language: sourceLanguage },
      { bytes: readNamed(invocation, targetFile), file: targetFile, language: targetLanguage },
      {
        isSegmented: flag('segmented'),
        encoder: await encoderOf(invocation),
        ...(memory !== undefined && { counts: countsOf(memory) }),
        ...(terms !== undefined && { terms: readTerms(terms, name => readNamed(invocation, name)).concepts }),
      },
    )
    const result = inForm(format)
    const output = option('output')
    if (output === undefined) write(typeof result === 'string' ? result : new TextDecoder().decode(result))
    else {
      replaceFile(resolve(folder, output), result)
      tell(`${messages.report('sync.written', { files: escapeLine(output) })}\n`)
    }
    return 0

    /** In a project what is learned from a large TMX is kept in its folder for such things. */
    function countsOf(name: string): PairCounts {
      const root = findProjectRoot(folder)
      return memoryCounts(resolve(folder, name), {
        file: name,
        languages: [sourceLanguage, targetLanguage],
        ...(root !== undefined && { cacheFolder: join(root, '.tilmash') }),
      })
    }

    function inForm(form: string): string | Uint8Array {
      switch (form) {
        case 'json':
          return `${toJson(bitextRecord(bitext), 2)}\n`
        case 'tsv':
          return bitextTsv(bitext)
        case 'tmx':
          return bitextTmx(bitext, sourceFile, sourceLanguage, targetLanguage)
        case 'xliff':
          return bitextXliff(bitext, sourceFile, { sourceLanguage, targetLanguage })
        case 'html':
          return bitextPage(bitext, { title: `${sourceFile} – ${targetFile}`, sourceLanguage, targetLanguage })
        default:
          return beadLines(bitext)
      }
    }
  },
}

/** The encoder named, else that of the project; mostly there is none. */
async function encoderOf({ option, folder }: Invocation): Promise<SentenceEncoder | undefined> {
  const named = option('encoder')
  if (named !== undefined) return folderEncoder(resolve(folder, named), { file: named })
  if (findProjectRoot(folder) === undefined) return undefined
  const { root, config } = openProject(folder)
  const { encoder } = config.values.alignment
  if (encoder === undefined) return undefined
  return folderEncoder(confine(root, encoder, config.placeOf(['alignment', 'encoder'])), { file: encoder })
}

/** Pairs one below the other, with shape and confidence. */
function beadLines({ source, target, beads }: Bitext): string {
  return beads
    .map(bead => {
      const shape = `${bead.source.to - bead.source.from}:${bead.target.to - bead.target.from}`
      const head = `${shape}  ${Math.round(bead.confidence * 100)} %`
      return `${head}\n  ${escapeLine(sideText(source, bead.source)) || '—'}\n  ${escapeLine(sideText(target, bead.target)) || '—'}\n`
    })
    .join('\n')
}
