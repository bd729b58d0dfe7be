/** All rules. The keys are the ids of the config, of `--only` and `--skip`, of the pages and of the messages; nothing lists them twice. */

import type { RuleId } from '../model/index.ts'
import { negation } from './accuracy/negation.ts'
import { forbiddenCharacter } from './characters/forbidden.ts'
import { foreignLetter } from './characters/foreign-letter.ts'
import { invisible } from './characters/invisible.ts'
import { kazakhLetters } from './characters/kazakh-letters.ts'
import { mixedScript } from './characters/mixed-script.ts'
import { mojibake } from './characters/mojibake.ts'
import { normalization } from './characters/normalization.ts'
import type { Check } from './check.ts'
import { emptyTarget } from './completeness/empty-target.ts'
import { extraSegment } from './completeness/extra-segment.ts'
import { lengthRatio } from './completeness/length-ratio.ts'
import { missingSegment } from './completeness/missing-segment.ts'
import { untranslated } from './completeness/untranslated.ts'
import { untranslatedFragment } from './completeness/untranslated-fragment.ts'
import { sameSource } from './consistency/same-source.ts'
import { sameTarget } from './consistency/same-target.ts'
import { pattern } from './custom/pattern.ts'
import { dateFormat } from './dates/format.ts'
import { monthMismatch } from './dates/month-mismatch.ts'
import { weekdayMismatch } from './dates/weekday-mismatch.ts'
import { acrossLanguages } from './drift/across-languages.ts'
import { added } from './drift/added.ts'
import { foreign } from './drift/foreign.ts'
import { memoryDrift } from './drift/memory.ts'
import { misaligned } from './drift/misaligned.ts'
import { moved } from './drift/moved.ts'
import { sourceChanged } from './drift/source-changed.ts'
import { swapped } from './drift/swapped.ts'
import { targetChanged } from './drift/target-changed.ts'
import { translationLost } from './drift/translation-lost.ts'
import { truncated } from './drift/truncated.ts'
import { duplicateUnitId } from './file/duplicate-unit-id.ts'
import { schema } from './file/schema.ts'
import { ignoreWithoutReason } from './ignore/no-reason.ts'
import { unusedIgnore } from './ignore/unused.ts'
import { maxLength } from './limits/max-length.ts'
import { extraTag } from './markup/extra-tag.ts'
import { missingTag } from './markup/missing-tag.ts'
import { tagOrder } from './markup/tag-order.ts'
import { nameMismatch } from './names/mismatch.ts'
import { convertedUnit } from './numbers/converted-unit.ts'
import { extraNumber } from './numbers/extra.ts'
import { numberFormat } from './numbers/format.ts'
import { numberMismatch } from './numbers/mismatch.ts'
import { placeholderMismatch } from './placeholder/mismatch.ts'
import { placeholderSyntax } from './placeholder/syntax.ts'
import { identicalForms } from './plurals/identical-forms.ts'
import { missingCategory } from './plurals/missing-category.ts'
import { dash } from './punctuation/dash.ts'
import { finalPunctuation } from './punctuation/final.ts'
import { quoteStyle } from './punctuation/quote-style.ts'
import { unpairedBracket } from './punctuation/unpaired-bracket.ts'
import { unpairedQuote } from './punctuation/unpaired-quote.ts'
import { spaceBeforePunctuation } from './spacing/before-punctuation.ts'
import { doubleSpace } from './spacing/double.ts'
import { edgeSpace } from './spacing/edge.ts'
import { noBreakSpace } from './spacing/no-break.ts'
import { doubledWord } from './spelling/doubled-word.ts'
import { initialCase } from './spelling/initial-case.ts'
import { unknownWord } from './spelling/unknown-word.ts'
import { invalidTransition } from './state/invalid-transition.ts'
import { requiredState } from './state/required.ts'
import { doNotTranslate } from './terminology/do-not-translate.ts'
import { forbiddenTerm } from './terminology/forbidden.ts'
import { missingTerm } from './terminology/missing.ts'
import { urlMismatch } from './urls/mismatch.ts'

/** Every rule by its id. */
export const checks: Readonly<Record<RuleId, Check>> = {
  'accuracy/negation': negation,
  'characters/forbidden': forbiddenCharacter,
  'characters/foreign-letter': foreignLetter,
  'characters/invisible': invisible,
  'characters/kazakh-letters': kazakhLetters,
  'characters/mixed-script': mixedScript,
  'characters/mojibake': mojibake,
  'characters/normalization': normalization,
  'completeness/empty-target': emptyTarget,
  'completeness/extra-segment': extraSegment,
  'completeness/length-ratio': lengthRatio,
  'completeness/missing-segment': missingSegment,
  'completeness/untranslated': untranslated,
  'completeness/untranslated-fragment': untranslatedFragment,
  'consistency/same-source': sameSource,
  'consistency/same-target': sameTarget,
  'custom/pattern': pattern,
  'dates/format': dateFormat,
  'dates/month-mismatch': monthMismatch,
  'dates/weekday-mismatch': weekdayMismatch,
  'drift/across-languages': acrossLanguages,
  'drift/added': added,
  'drift/foreign': foreign,
  'drift/memory': memoryDrift,
  'drift/misaligned': misaligned,
  'drift/moved': moved,
  'drift/source-changed': sourceChanged,
  'drift/swapped': swapped,
  'drift/target-changed': targetChanged,
  'drift/translation-lost': translationLost,
  'drift/truncated': truncated,
  'file/duplicate-unit-id': duplicateUnitId,
  'file/schema': schema,
  'ignore/no-reason': ignoreWithoutReason,
  'ignore/unused': unusedIgnore,
  'limits/max-length': maxLength,
  'markup/extra-tag': extraTag,
  'markup/missing-tag': missingTag,
  'markup/tag-order': tagOrder,
  'names/mismatch': nameMismatch,
  'numbers/converted-unit': convertedUnit,
  'numbers/extra': extraNumber,
  'numbers/format': numberFormat,
  'numbers/mismatch': numberMismatch,
  'placeholder/mismatch': placeholderMismatch,
  'placeholder/syntax': placeholderSyntax,
  'plurals/identical-forms': identicalForms,
  'plurals/missing-category': missingCategory,
  'punctuation/dash': dash,
  'punctuation/final': finalPunctuation,
  'punctuation/quote-style': quoteStyle,
  'punctuation/unpaired-bracket': unpairedBracket,
  'punctuation/unpaired-quote': unpairedQuote,
  'spacing/before-punctuation': spaceBeforePunctuation,
  'spacing/double': doubleSpace,
  'spacing/edge': edgeSpace,
  'spacing/no-break': noBreakSpace,
  'spelling/doubled-word': doubledWord,
  'spelling/initial-case': initialCase,
  'spelling/unknown-word': unknownWord,
  'state/invalid-transition': invalidTransition,
  'state/required': requiredState,
  'terminology/do-not-translate': doNotTranslate,
  'terminology/forbidden': forbiddenTerm,
  'terminology/missing': missingTerm,
  'urls/mismatch': urlMismatch,
} as const satisfies Readonly<Record<string, Check>>

export type CheckId = keyof typeof checks
