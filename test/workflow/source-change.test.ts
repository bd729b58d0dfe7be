import { describe, expect, it } from 'vitest'
import { loadMessages, uiLanguages } from '../../src/messages/index.ts'
import { sampleProject } from './sample-project.ts'

describe('a source that has changed', () => {
  it.each([
    ['from 3 to 13 percent', 'from 3 to 14 percent', 'number', 'error'],
    ['from 3 to 13 percent', 'from 3 – to 13 percent', 'punctuation', 'warning'],
    ['from 3 to 13 percent', 'between 3 and 13 percent', 'wording', 'error'],
  ])('“%s” → “%s” is told in every language as %s, %s', async (before, after, kind, level) => {
    const project = sampleProject()
    project.replace('en.txt', before, after)
    const found = project.drift()
    expect(found.map(({ rule, variant, data }) => [rule, variant, data.kind])).toEqual([
      ['drift/source-changed', kind, kind],
      ['drift/source-changed', kind, kind],
    ])
    expect(found.map(finding => finding.level)).toEqual([level, level])
    for (const ui of uiLanguages) {
      const messages = await loadMessages(ui)
      for (const finding of found) expect(messages.finding(finding)).toContain(String(finding.data.diff))
    }
  })
})
