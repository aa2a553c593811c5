/** A text laid out over lines if it is JSON; else exactly as it came. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // Anything may stand here: what is not JSON is shown as it is.
    return text
  }
}
