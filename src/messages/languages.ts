/** The languages people can read tilmash in. */

export const uiLanguages = ['en', 'ru', 'kk'] as const
/** `en`, `ru` or `kk`. */
export type UiLanguage = (typeof uiLanguages)[number]

/**
 * UI language from an option or the environment (`LC_ALL`, `LC_MESSAGES`, `LANGUAGE`, `LANG`, first that is set).
 * `C`, `POSIX` and languages we do not speak mean English.
 */
export function uiLanguageFrom(environment: Readonly<Record<string, string | undefined>>): UiLanguage {
  const value = environment.LC_ALL || environment.LC_MESSAGES || environment.LANGUAGE || environment.LANG || ''
  return uiLanguages.find(language => value === language || value.startsWith(`${language}_`)) ?? 'en'
}
