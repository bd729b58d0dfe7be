import { describe, expect, it } from 'vitest'
import { align } from '../../src/aligner/index.ts'
import { language } from '../../src/model/index.ts'
import { bitextPage } from '../../src/workflow/align-html.ts'

const languages = { sourceLanguage: language('en'), targetLanguage: language('ru') }

const page = (source: readonly string[], target: readonly string[], title = 'a – b'): string =>
  bitextPage(align(source, target, languages), { title, ...languages })

describe('bitextPage', () => {
  it('shows beads side by side, one a row', () => {
    const html = page(['The president of Kazakhstan resigned.'], ['Президент Казахстана ушёл в отставку.'])
    expect(html).toContain('<td lang="en" dir="auto"><p>The president of Kazakhstan resigned.</p></td>')
    expect(html).toContain('<td lang="ru" dir="auto"><p>Президент Казахстана ушёл в отставку.</p></td>')
    expect(html).toContain('1:1<br>')
  })

  it('colours what stands alone and says why', () => {
    const html = page(
      [
        'In 2011 a strike in Zhanaozen led to clashes in which 16 people died.',
        'Late last year parliament passed a bill whereby all visual information could only be in the Kazakh language.',
        'The oil sector is dominated by Chevron and Exxon Mobil.',
      ],
      [
        'В 2011 году забастовка в Жанаозене привела к столкновениям, в которых погибли 16 человек.',
        'В нефтяном секторе господствуют «Шеврон» и «Эксон Мобил».',
      ],
    )
    expect(html).toMatch(/<tr class="alone" title="missing"><td>2<\/td><td>1:0/)
  })

  it('lets no text become markup or script', () => {
    const html = page(['<script>alert("1")</script>'], ['<img src=x onerror=alert(1)>'], '"><b>')
    expect(html).not.toMatch(/<script|<img|<b>/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('makes a page of nothing', () => {
    expect(page([], [])).toContain('<tbody>')
  })
})
