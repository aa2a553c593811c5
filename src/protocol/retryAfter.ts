const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Seconds that a server asks to wait, never negative; undefined where it asks nothing, or nothing that can be read.
 * `retry-after-ms` (OpenAI, Azure) is finer and goes first; `Retry-After` holds seconds or a date (RFC 9110, 10.2.3).
 *
 * @param now milliseconds since 1970, to count a date from
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const milliseconds = decimal(headers.get('retry-after-ms'))
  if (milliseconds !== undefined) return milliseconds / 1000
  const value = headers.get('retry-after')
  const seconds = decimal(value)
  if (seconds !== undefined) return seconds
  const date = value === null ? undefined : parseDate(value.trim(), now)
  return date === undefined ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}

// The standard knows whole seconds only; fractions are sent all the same.
const decimal = (value: string | null) =>
  value !== null && /^\s*\d{1,12}(?:\.\d{1,12})?\s*$/.test(value) ? Number(value) : undefined

/**
 * An HTTP date in any of the three forms that a recipient must accept (RFC 9110, section 5.6.7), all in GMT.
 * `Date.parse` would take the third one for local time, and anything else for a date.
 */
function parseDate(text: string, now: number): number | undefined {
  const fixed = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT$/.exec(text)
  if (fixed) return utc(fixed[3], fixed[2], fixed.slice(1, 2), fixed.slice(4))
  const rfc850 = /^[A-Z][a-z]+day, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/.exec(text)
  if (rfc850) return utc(fullYear(Number(rfc850[3]), now), rfc850[2], rfc850.slice(1, 2), rfc850.slice(4))
  const asctime = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/.exec(text)
  if (asctime) return utc(asctime[6], asctime[1], asctime.slice(2, 3), asctime.slice(3, 6))
  return undefined
}

/** A year of two digits that seems to lie more than 50 years ahead is the last one with these digits. */
function fullYear(digits: number, now: number) {
  const thisYear = new Date(now).getUTCFullYear()
  const year = thisYear - (thisYear % 100) + digits
  return year > thisYear + 50 ? year - 100 : year
}

function utc(year: unknown, month: string | undefined, [day]: string[], [hours, minutes, seconds]: string[]) {
  const index = months.indexOf(month ?? '')
  if (index === -1) return undefined
  return Date.UTC(Number(year), index, Number(day), Number(hours), Number(minutes), Number(seconds))
}
