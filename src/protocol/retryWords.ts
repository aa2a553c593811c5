/** Hours, minutes, seconds and milliseconds, as Go writes a duration: `1h2m3.5s`, `7.66s`, `20ms`; or `20 seconds`. */
const duration =
  /\b(?:try again|retry)(?: \w+)? (?:in|after) (?:about )?(?=\d)(?:(\d{1,4})h)?(?:(\d{1,4})m(?!s))?(?:(\d{1,6}(?:\.\d{1,9})?) ?(?:s\b|sec\b|seconds?\b))?(?:(\d{1,6}(?:\.\d{1,9})?) ?ms\b)?/i

/**
 * Seconds that a server asks to wait in its words: "Please try again in 6m0s." Many let no page read `Retry-After`.
 * Undefined where the words say nothing of it.
 */
export function retryWords(message: string): number | undefined {
  const [, hours, minutes, seconds, milliseconds] = duration.exec(message) ?? []
  if (!hours && !minutes && !seconds && !milliseconds) return undefined
  const amount = (text: string | undefined) => Number(text ?? 0)
  return amount(hours) * 3600 + amount(minutes) * 60 + amount(seconds) + amount(milliseconds) / 1000
}
