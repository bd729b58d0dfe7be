/** Numbers a translation says without a number: nought («список пуст», «отрицательное»), "2 or more", and stretches of time («сутки», «жарты жыл»). */

import type { NumberMention } from '../../text/numbers.ts'
import { once } from '../../text/once.ts'

export function isSaidOtherwise({ value, unit }: NumberMention, target: string): boolean {
  if (value === 0) return nothing().test(target)
  if (value === 2 && several().test(target)) return true
  if (value === 100 && unit === 'percent' && wholly().test(target)) return true
  return stretches().some(
    stretch => stretch.value === value && (unit === stretch.unit || value === 12) && stretch.words.test(target),
  )
}

const wholly = once(() => /(?<!\p{L})(?:вдвое|удв[ао]|сто(?:процент| процент)|полность|всеобщ|целиком|екі есе|толық)/iu)
const several = once(() => /(?<!\p{L})(?:нескольк|бірнеше)/iu)
const nothing = once(
  () =>
    /(?<!\p{L})(?:обнул|сбр[ао]с|ни од[ин]|пуст|нет(?!\p{L})|бос(?!\p{L})|жоқ|ешбір|ешқандай|отрицательн|положительн|теріс(?!\p{L})|оң(?!\p{L}))/iu,
)

const stretches = once(() =>
  (
    [
      [12, 'month', 'год(?:а|у|ом|овой|овая|овое)?(?!\\p{L})|жыл(?:дың|да|ға|дық)?(?!\\p{L})'],
      [6, 'month', 'полгода|полугод|жарты жыл|жартыжыл'],
      [18, 'month', 'полтора года|полутора лет|бір жарым жыл'],
      [7, 'day', 'недел|апта'],
      [14, 'day', '(?:две|двух|двумя) недел|екі апта'],
      [24, 'hour', 'сут(?:ки|ок|кам|ками|ках)(?!\\p{L})|тәулік|бір күн'],
      [48, 'hour', 'двое суток|двух суток|(?:два|двух) дн|екі тәулік|екі күн'],
      [72, 'hour', 'трое суток|тр[её]х суток|(?:три|тр[её]х) дн|үш тәулік|үш күн'],
      [60, 'minute', 'час(?:а|у|ом|овой)?(?!\\p{L})|(?:бір )?сағат'],
      [90, 'minute', 'полтора часа|полутора часов|бір жарым сағат'],
      [30, 'minute', 'полчаса|получас|жарты сағат'],
      [15, 'minute', 'четверть часа|ширек сағат'],
      [100, 'year', 'век|столети|ғасыр'],
    ] as const
  ).map(([value, unit, words]) => ({ value, unit, words: new RegExp(`(?<!\\p{L})(?:${words})`, 'iu') })),
)
