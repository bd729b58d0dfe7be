import type { Level } from '../model/index.ts'
import { painter } from '../reporters/index.ts'
import { escapeLine } from '../text/escape.ts'
import { rulesOf } from '../workflow/check-result.ts'
import { openProject, type Project } from '../workflow/project.ts'
import { type RunResult, runProject } from '../workflow/run.ts'
import type { Command, Invocation } from './command.ts'
import { failOnOption, printReport, reportFormats, reportOption } from './report.ts'
import { table } from './status.ts'
import { syncWords } from './sync.ts'

/** `tilmash run`: the main job, with a summary for each language. */
export const run: Command = {
  name: 'run',
  summary: 'command.run',
  arguments: [],
  options: [failOnOption, reportOption],
  formats: reportFormats,
  run: async invocation => {
    const project = openProject(invocation.folder)
    const result = await runProject(project, await syncWords(project))
    const { findings, units, segments, written } = result
    const isPretty = invocation.format === 'pretty'
    // Notes are counted here and shown by `tilmash check`: the main job tells what must be done.
    const shown = isPretty ? findings.filter(({ level }) => level !== 'info') : findings
    const code = printReport(invocation, {
      findings,
      shown,
      rules: rulesOf(findings),
      units,
      segments,
      written,
      failOn: project.config.failOn,
    })
    if (isPretty) invocation.write(summary(result, project, invocation))
    return code
  },
}

/** What a person wants to know first: how far each language is, and what was written. */
function summary(
  { documents, findings, written, segments }: RunResult,
  project: Project,
  invocation: Invocation,
): string {
  const { messages, hasColor } = invocation
  const paint = painter(hasColor)
  const name = new Intl.DisplayNames([messages.language], { type: 'language' })
  const head = (['document', 'language', 'segments', 'new', 'error', 'warning'] as const).map(key =>
    messages.report(`run.${key}`),
  )
  const count = (language: string, level: Level): string =>
    String(findings.filter(finding => finding.language === language && finding.level === level).length)
  const rows = documents.map(({ document, language, kept, changed, added, split, merged }) => [
    escapeLine(document),
    name.of(language) ?? language,
    String(kept + changed + added + split + merged),
    String(changed + added + split + merged),
    count(language, 'error'),
    count(language, 'warning'),
  ])
  const files =
    written.length === 0
      ? messages.report('sync.nothing')
      : messages.report('sync.written', { files: written.map(escapeLine).join(', ') })
  const title = `${messages.report('documents', { count: project.documents.length })}, ${messages.report('segments-checked', { count: segments })}`
  return `\n${paint.bold(title)}\n\n${table([head, ...rows])}\n${files}\n`
}
