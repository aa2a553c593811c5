/** A call's arguments laid out over lines if they are JSON; else exactly as they came. */
export function prettyArguments(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // A model may write anything here: what is not JSON is shown as it is.
    return text
  }
}
