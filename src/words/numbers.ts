/** Numbers and times in the reader's own form. */
const language = () => (typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en')

const formats = new Map<string, Intl.NumberFormat>()

function format(value: number, options: Intl.NumberFormatOptions): string {
  const name = language() + JSON.stringify(options)
  let numbers = formats.get(name)
  if (!numbers) formats.set(name, (numbers = new Intl.NumberFormat(language(), options)))
  return numbers.format(value)
}

/** 1234 → 1,234 */
export const count = (value: number) => format(value, { maximumFractionDigits: 0 })

/** 128000 → 128K */
export const short = (value: number) => format(value, { notation: 'compact', maximumFractionDigits: 1 })

/** A number of which only the size is known: 68,719,476,736 → 70 billion */
export const rough = (value: number) =>
  format(value, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 1 })

/** Milliseconds as seconds: 380 → 0.38, 12,340 → 12.3 */
export function seconds(milliseconds: number): string {
  const value = milliseconds / 1000
  const digits = value < 10 ? 2 : value < 100 ? 1 : 0
  return format(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** Picodollars as dollars: cents where there are some, else the two figures that say most. 150,000,000 → $0.00015 */
export function dollars(picodollars: number): string {
  const value = picodollars / 1e12
  return format(value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    ...(value < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }),
  })
}

/** November 2026 */
export const monthOf = (at: number) =>
  new Intl.DateTimeFormat(language(), { month: 'long', year: 'numeric' }).format(at)

/** A moment to the second, as the reader's calendar and clock have it. */
export const exactMoment = (at: number) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium' }).format(at)

/** A rate, with a digit after the point only where it says something. */
export const rate = (perSecond: number) =>
  format(perSecond, { maximumFractionDigits: perSecond < 10 ? 1 : 0 })

export const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString()

/** A moment in short: 20:31 if it is today, 22 Nov if it is this year, else 22 Nov 2025. */
export function shortMoment(at: number): string {
  const sameYear = new Date(at).getFullYear() === new Date().getFullYear()
  const options: Intl.DateTimeFormatOptions = isToday(at)
    ? { hour: 'numeric', minute: '2-digit' }
    : { day: 'numeric', month: 'short', ...(!sameYear && { year: 'numeric' }) }
  return new Intl.DateTimeFormat(language(), options).format(at)
}

/** A number of which three digits say enough: 1.1234 → 1.12, −0.5 → -0.5 */
export const figure = (value: number) => format(value, { maximumSignificantDigits: 3 })

/** How large a file is: 340 → 0.3 kB, 12,340 → 12 kB, 1,234,000 → 1.2 MB */
export function fileSize(bytes: number): string {
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  return format(value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 })
}

/** A share of one: 0.934 → 93%, 0.034 → 3.4%, 0.00001 → <0.01% */
export function percent(share: number): string {
  const least = 0.0001
  const digits = share < 0.001 ? 2 : share < 0.1 || (share > 0.99 && share < 0.9995) ? 1 : 0
  const options: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: digits }
  return share > 0 && share < least ? `<${format(least, options)}` : format(share, options)
}
