/** The sentences of one language, loaded when it is asked for. */

import cli from '../../locales/en/cli.json' with { type: 'json' }
import errors from '../../locales/en/errors.json' with { type: 'json' }
import formats from '../../locales/en/formats.json' with { type: 'json' }
import report from '../../locales/en/report.json' with { type: 'json' }
import rules from '../../locales/en/rules.json' with { type: 'json' }

export const sentences: Record<string, Record<string, string>> = { cli, errors, formats, report, rules }
