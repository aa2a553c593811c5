/**
 * What text weighs in tokens, from its characters alone, in whole thousandths of a token. A word is mostly the
 * space before it; of several spaces in a row only the first counts for much. The weights were fitted to o200k_base
 * on English prose, source code, JSON and a page in each script; four of five passages come out within 8 %.
 */
export function estimateText(text: string): number {
  let sum = 0
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isRun = unit === space && (before === space || before === newline)
    sum += isRun ? 30 : unit < 128 ? ascii[unit]! : weightOf(unit)
    before = unit
  }
  return sum
}

const space = 32
const newline = 10

const ascii = Uint16Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  if (/[a-z]/.test(character)) return 140
  if (/[A-Z]/.test(character)) return 230
  if (/\d/.test(character)) return 500
  if (unit === space) return 450
  return unit < space ? 900 : 530
})

/** Ends of ranges of UTF-16 units, each with the weight of a unit below it. */
const scripts: readonly [below: number, weight: number][] = [
  [0x0250, 450], // Latin letters with marks
  [0x0370, 700], // phonetic letters, marks that combine
  [0x0530, 210], // Greek, Cyrillic
  [0x0780, 300], // Armenian, Hebrew, Arabic
  [0x0e00, 270], // the scripts of India
  [0x1000, 410], // Thai, Lao, Tibetan
  [0x1e00, 600],
  [0x2000, 450], // Latin as Vietnamese writes it, Greek with accents
  [0x2e80, 1050], // punctuation, signs, arrows
  [0xa000, 760], // Chinese, Japanese
  [0xac00, 600],
  [0xd800, 690], // Korean
  [0xe000, 820], // halves of a pair: emoji, rare characters
]

function weightOf(unit: number): number {
  for (const [below, weight] of scripts) if (unit < below) return weight
  return 900
}
