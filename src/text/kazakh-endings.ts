/** What a Kazakh noun may carry, as a piece of a pattern; written for both harmonies at once. */

const cases = '[ндт][ыі]ң|[ғқ]а|[гк]е|[ндт][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен'
const possessive = 'с?[ыі](?:н(?:[аеыі]ң?|[ае]н|д[ае]|[ыі]ң))?н?|с?[ыі]мен'

/** Nothing, a case («қаңтарда»), a possessive with its case («қаңтарында», «шілдесінен»), then «-ғы»; or «-лық» with a case. */
export const kazakhNounEnding: string = `(?:(?:${cases}|${possessive})?(?:[ғқ]ы|[гк]і)?|[лдт][ыі][қк](?:${cases})?)`
