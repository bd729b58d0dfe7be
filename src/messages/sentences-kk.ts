/** The sentences of one language, loaded when it is asked for. */

import cli from '../../locales/kk/cli.json' with { type: 'json' }
import errors from '../../locales/kk/errors.json' with { type: 'json' }
import formats from '../../locales/kk/formats.json' with { type: 'json' }
import report from '../../locales/kk/report.json' with { type: 'json' }
import rules from '../../locales/kk/rules.json' with { type: 'json' }

export const sentences: Record<string, Record<string, string>> = { cli, errors, formats, report, rules }
