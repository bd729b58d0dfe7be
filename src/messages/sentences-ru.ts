/** The sentences of one language, loaded when it is asked for. */

import cli from '../../locales/ru/cli.json' with { type: 'json' }
import errors from '../../locales/ru/errors.json' with { type: 'json' }
import formats from '../../locales/ru/formats.json' with { type: 'json' }
import report from '../../locales/ru/report.json' with { type: 'json' }
import rules from '../../locales/ru/rules.json' with { type: 'json' }

export const sentences: Record<string, Record<string, string>> = { cli, errors, formats, report, rules }
