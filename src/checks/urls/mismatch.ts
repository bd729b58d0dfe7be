import { type SegmentCheck, targetFlaw } from '../check.ts'

/** An address of the source is missing or altered in the target. Its words are never read as text. */
export const urlMismatch: SegmentCheck = {
  description: {
    id: 'urls/mismatch',
    level: 'warning',
    its: 'inconsistent-with-source',
    mqm: 'accuracy/do-not-translate/url',
  },
  scope: 'segment',
  *run({ source, target }) {
    if (source.urls.length === 0) return
    const inTarget = new Set(target.urls.map(mention => canonical(mention.url)))
    const inSource = new Set(source.urls.map(mention => canonical(mention.url)))
    const added = target.urls.filter(mention => !inSource.has(canonical(mention.url)))
    for (const { url } of source.urls) {
      // "begins with https://": a scheme is no address.
      if (inTarget.has(canonical(url)) || url.endsWith('://')) continue
      const found = added.shift()
      if (found === undefined) yield targetFlaw(0, target.text.length, { variant: 'missing', data: { expected: url } })
      // The same site in the reader's language ("/en/" – "/ru/", "en." – "ru.") is what a good translator links to.
      // «http://хост:порт» is a sample in the reader's words.
      else if (/\p{Script=Cyrillic}/u.test(found.url)) continue
      else if (withoutLanguage(found.url) !== withoutLanguage(url) && !isOtherEdition(found.url, url)) {
        yield targetFlaw(found.start, found.end, {
          variant: 'altered',
          // http for https leads to the same page.
          ...(withoutScheme(found.url) === withoutScheme(url) ? { level: 'info' as const } : {}),
          data: { expected: url, found: found.url },
        })
      }
    }
  },
}

function canonical(url: string): string {
  return url.replace(/\/$/, '').toLowerCase()
}

function withoutScheme(url: string): string {
  return withoutLanguage(url).replace(/^https?:/, '')
}

function withoutLanguage(url: string): string {
  return canonical(url)
    .replace(/(?<=[/.=_-]|^)(?:en|ru|kk|kz|qaz|eng|rus|kaz|en-us|en-gb)(?=[/.&_-]|$)/g, '*')
    .replace(/\/\*(?=\/|$)/, '')
}

/** en.wikipedia.org and ru.wikipedia.org: another page of the same site by right. */
function isOtherEdition(a: string, b: string): boolean {
  const host = (url: string): string => /^\w+:\/\/([^/?#]+)/.exec(url)?.[1]?.toLowerCase() ?? ''
  const [first, second] = [host(a), host(b)]
  const plain = (name: string): string => name.replace(/^(?:en|ru|kk|kz)\./, '*.')
  return first !== second && plain(first) === plain(second)
}
