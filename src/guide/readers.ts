import type { JsonValue } from '../protocol/wire'
import type { FieldKind } from './fields'
import type { Mention, MentionKind } from './mentions'
import { numberPattern, readNumber } from './numberWords'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const money = '\\d[\\d.,]*\\d|\\d'

/** Values that look the same wherever they stand. */
const shapes: Partial<Record<FieldKind, RegExp>> = {
  email: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu,
  phone: /(?<![\d-])\+?\(?\d(?:[\s().-]*\d){6,14}(?![\d-])/g,
  url: /(?:https?:\/\/|www\.)[^\s"'<>]*[^\s"'<>.,;:!?)]/g,
  date: new RegExp(
    `\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months})(?:,? \\d{4})?|(?:${months}) \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|(?:${months}) \\d{4}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`,
    'g',
  ),
  time: /\b\d{1,2}:\d{2}(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/gi,
  price: new RegExp(
    `[$€£¥]\\s?(?:${money})|(?:${money})\\s?(?:[€£$¥]|(?:USD|EUR|GBP|dollars?|euros?|pounds?)\\b)`,
    'g',
  ),
  currency: /[$€£¥]|\b(?:USD|EUR|GBP|dollars?|euros?|pounds?)\b/g,
  number: /(?<![\p{L}\d])-?\d+(?:[.,]\d+)*/gu,
}

const currencies: Record<string, string> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  d: 'USD',
  e: 'EUR',
  p: 'GBP',
}

/** Every value of a kind with a shape of its own, in the order of the text. */
export function readShapes(kind: FieldKind, text: string): JsonValue[] {
  const shape = shapes[kind]
  if (!shape) return []
  const found = [...text.matchAll(shape)].map(([value]) => value)
  if (kind === 'price' || kind === 'number') return found.map(readAmount)
  if (kind === 'currency') return found.map((name) => currencies[name] ?? currencies[name[0]!] ?? name)
  if (kind === 'phone') return found.filter((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value))
  return found
}

/** Reads "1,299.00" and "12,50": a single comma before one or two last digits is a decimal one. */
function readAmount(text: string): number {
  const digits = text.replaceAll(/[^\d.,-]/g, '')
  const decimal = /[.,](\d{1,2})$/.exec(digits)
  const whole = (decimal ? digits.slice(0, decimal.index) : digits).replaceAll(/[.,]/g, '')
  return Number(decimal ? `${whole}.${decimal[1]}` : whole)
}

const N = `(${numberPattern})`
/** What may stand after a bare number that is an age. */
const afterAge =
  '(?=\\s*(?:[,.;:!?)]|$|(?:and|but|or|years?|now|today|last|who|from|lives?|living|with|in|at|this|as|works?)\\b))'
const ages = [
  `\\b${N}[\\s-]*(?:years?[\\s-]*old|years? of age|yrs? old|yo\\b|y\\/o)`,
  `\\bage[ds]?\\s*(?:is|of|at|[:=])?\\s*${N}\\b`,
  `\\bturn(?:s|ed|ing)?\\s+${N}${afterAge}`,
  `\\(\\s*${N}\\s*[,)]`,
  `(?:\\b(?:is|am|are|was|be|who['’]s)|['’](?:m|s|re))\\s+(?:(?:now|only|just|already|about|almost|nearly|both|currently)\\s+)?${N}${afterAge}`,
  `[,–-]\\s*${N}\\s*(?:[,.;–-]|$|\\s(?:and|from|lives|living|in|who|is)\\b)`,
  `\\bat\\s+${N}\\s*,`,
  `\\b(?:just|only|now|already)\\s+${N}${afterAge}`,
].map((source) => new RegExp(source, 'iu'))

/** The age that a text gives, in figures or in words. */
export function readAge(text: string): number | null {
  for (const pattern of ages) {
    const found = pattern.exec(text)?.[1]
    if (found) return readNumber(found)
  }
  return null
}

const occupation =
  '(\\p{Ll}[\\p{L}-]*(?: (?!(?:in|at|from|for|who|and|with|by|living|based|of|on|to|that|near)\\b)\\p{Ll}[\\p{L}-]*){0,3})'
const jobs = [
  `\\b(?:job(?: title)?|occupation|profession|position|role|works? as|working as|employed as)(?:\\s*(?:[:=]|is)\\s*|\\s+)(?:an?\\s+|the\\s+)?${occupation}`,
  `(?:\\b(?:is|am|was|became|and|,)|['’](?:m|s)|,)\\s+(?:(?:currently|now|also|already)\\s+)?an?\\s+(?:${numberPattern}[- ]years?[- ]old\\s+)?(?:\\p{Lu}[\\p{L}-]+\\s+)?${occupation}`,
  `(?:-based|\\bthe|year[- ]old|^an?|\\.\\s+an?)\\s+${occupation}\\s+(?=\\p{Lu})`,
].map((source) => new RegExp(source, 'u'))

/** The trade that a text gives a person. */
export function readJob(text: string): string | null {
  for (const pattern of jobs) {
    const found = pattern.exec(text.replace(/^[AT](?=he?\s|n?\s)/, (letter) => letter.toLowerCase()))?.[1]
    if (
      found &&
      !/\b(?:man|woman|boy|girl|person|child|kid|resident|native|citizen|year|years|old|bit|lot)\b/.test(
        found,
      )
    )
      return found
  }
  return null
}

/** The surest mention of a kind; of equals the first. */
export function surest(mentions: readonly Mention[], kind: MentionKind): string | null {
  const found = mentions.filter((mention) => mention.kind === kind)
  return found.toSorted((a, b) => b.score - a.score)[0]?.text ?? null
}
