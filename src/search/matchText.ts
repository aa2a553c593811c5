/** How well a text fits: not at all, only inside words, or where words begin. */
export type Fit = 0 | 1 | 2

/** Whether a folded text has a folded word, and where. Writing without blanks has no beginnings of words: any place is one. */
export function fitOf(text: string, word: string): Fit {
  let at = text.indexOf(word)
  if (at < 0) return 0
  if (!isInWord(word.charCodeAt(0))) return 2
  for (; at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !isInWord(text.charCodeAt(at - 1))) return 2
  return 1
}

/** Whether a text has all words, and how well it has the one that fits worst. */
export function fitOfAll(text: string, words: readonly string[]): Fit {
  let worst: Fit = 2
  for (const word of words) {
    const fit = fitOf(text, word)
    if (fit === 0) return 0
    if (fit < worst) worst = fit
  }
  return worst
}

/** Letters and digits of scripts that put blanks between words: Latin, Greek, Cyrillic, Hebrew, Arabic, those of India. */
function isInWord(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return code < 0xe00 && letter.test(String.fromCharCode(code))
}
const letter = /[\p{L}\p{N}]/u

/** Where the words stand in a folded text, from the first to the last, none over another. */
export function placesOf(text: string, words: readonly string[]): [from: number, to: number][] {
  const found: [number, number][] = []
  for (const word of words) {
    if (!word) continue
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length])
  }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const apart: [number, number][] = []
  for (const place of found) {
    const last = apart.at(-1)
    if (last && place[0] <= last[1]) last[1] = Math.max(last[1], place[1])
    else apart.push(place)
  }
  return apart
}
