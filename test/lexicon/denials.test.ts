import { describe, expect, it } from 'vitest'
import { mayDeny } from '../../src/lexicon/denial-classes.ts'
import { allDenials, leftDenials } from '../../src/lexicon/denials.ts'
import { language } from '../../src/model/index.ts'

describe('denials by meaning', () => {
  const left = (source: string, target: string, tag: string): readonly [readonly string[], number] => {
    const { asked, answers } = leftDenials(source, language('en'), target, language(tag))
    return [asked, answers]
  }

  it.each([
    // The pair of a denial by meaning is taken: what is left is asked for and answers the plain denials.
    ['Brett denied it; I do not know.', 'Бретт отрицал это, но я не знаю.', 'ru', [], 1],
    ['He came without money.', 'Он пришёл без денег.', 'ru', [], 0],
    ['He came without money.', 'Ол ақшасыз келді.', 'kk', [], 0],
    ['It is unfit for use.', 'Ол пайдалануға жарамсыз.', 'kk', [], 0],
    ['It lacks water.', 'Там нет воды.', 'ru', ['lacks'], 1],
    ['China denies it.', 'Қытай мұны мойындаған.', 'kk', ['denies'], 0],
    ['They are migrants rather than refugees.', 'Это мигранты, а беженцы.', 'ru', ['rather than'], 0],
    ['They are migrants rather than refugees.', 'Олар босқындар емес, мигранттар.', 'kk', ['rather than'], 1],
    ['They are undocumented immigrants.', 'Это иммигранты, имеющие документы.', 'ru', ['undocumented'], 0],
    ['He gave up and did not come.', 'Ол бас тартты және келмеді.', 'kk', [], 1],
    ['It was not just me.', 'Не только я.', 'ru', [], 0],
    ['The faulty system will not work.', 'Неисправная система не заработает.', 'ru', [], 1],
    // Pronouns stand beside a denial; alone they are one.
    ['Better than nothing.', 'Лучше, чем ничего.', 'ru', [], 1],
    ['No one knew.', 'Никто не знал.', 'ru', [], 1],
  ])('of “%s” and “%s”', (source, target, tag, asked, answers) => {
    expect(left(source, target, tag)).toEqual([asked, answers])
  })

  it.each([['United'], ['unveiled'], ['unlock'], ['nevertheless'], ['wireless'], ['non-stop']])(
    'leaves %s alone',
    word => {
      expect(left(`The ${word} thing is here.`, 'Вещь здесь.', 'ru')).toEqual([[], 0])
    },
  )

  it('pairs nothing off in other languages', () => {
    expect(leftDenials('ohne Geld', language('de'), 'без денег', language('ru'))).toEqual(
      allDenials('без денег', language('ru')),
    )
    expect(allDenials('sans argent', language('fr'))).toEqual({ asked: [], answers: 0, possible: 0 })
  })

  it('are announced by a cheap look', () => {
    const texts = ['without us', 'an undocumented man', 'he denies it', 'a homeless man', 'not only me']
    expect(texts.map(mayDeny)).toEqual(texts.map(() => true))
    expect(['The installation is under way.', 'United until Monday.'].map(mayDeny)).toEqual([false, false])
  })
})
