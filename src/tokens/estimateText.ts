/**
 * What text weighs in tokens, from its characters alone: in whole thousandths of a token, so that sums are exact
 * and the weight of two texts is the weight of both together. The weights were fitted to o200k_base on English
 * prose, source code, JSON and a page in each script; half of the fitted passages come out within 7 %.
 */
export function estimateText(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    sum += unit < 128 ? ascii[unit]! : weightOf(unit)
  }
  return sum
}

const ascii = Uint16Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  if (/[a-z]/.test(character)) return 222
  if (/[A-Z]/.test(character)) return 320
  if (/\d/.test(character)) return 450
  if (character === ' ') return 60
  return unit < 32 ? 650 : 460
})

/** Ends of ranges of UTF-16 units, each with the weight of a unit below it. */
const scripts: readonly [below: number, weight: number][] = [
  [0x0250, 500], // Latin letters with marks
  [0x0370, 700], // phonetic letters, marks that combine
  [0x0530, 310], // Greek, Cyrillic
  [0x0780, 390], // Armenian, Hebrew, Arabic
  [0x0e00, 400], // the scripts of India
  [0x1000, 420], // Thai, Lao, Tibetan
  [0x1e00, 600],
  [0x2000, 600], // Latin as Vietnamese writes it, Greek with accents
  [0x2e80, 1050], // punctuation, signs, arrows
  [0xa000, 760], // Chinese, Japanese
  [0xac00, 600],
  [0xd800, 810], // Korean
  [0xe000, 820], // halves of a pair: emoji, rare characters
]

function weightOf(unit: number): number {
  for (const [below, weight] of scripts) if (unit < below) return weight
  return 900
}
