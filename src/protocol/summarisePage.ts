import { excerptOf } from './redact'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

// A part without its end reaches to the end of the page, which also keeps these patterns linear.
const unseen = /<!--[\s\S]*?(?:-->|$)|<(script|style|svg|template|noscript|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const tag = /<[^<>]*>?/g

const plain = (html: string) =>
  html
    .replace(unseen, ' ')
    .replace(tag, ' ')
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
      (whole, decimal, hex, name: string | undefined) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
        return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
      },
    )
    .replace(/\s+/g, ' ')
    .trim()

export const looksLikePage = (text: string) => /^\s*<(?:!doctype|!--|\?xml|[a-z])/i.test(text)

/** What an HTML page says in at most 200 characters: its title, then its text. No markup, no key. */
export function summarisePage(html: string): string {
  const title = plain(/<title\b[^<>]*>([^<]*)/i.exec(html)?.[1] ?? '')
  const text = plain(html)
  if (text === '') return excerptOf(title, 200)
  return excerptOf(title === '' || text.startsWith(title) ? text : `${title}. ${text}`, 200)
}
