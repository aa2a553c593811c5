/**
 * A text as it is searched: without case, accents, ligatures, widths and the finer kinds of quotes and dashes; any white
 * space is one blank. Stars, backticks and the low lines around words go: words are found through bold, emphasis and code. Signs of writing that is not
 * decomposed for the eye (kana, Hangul, Indic vowels) stay.
 */
export function fold(text: string): string {
  const plain = foldLetters(text)
  return plain.includes('_') ? plain.replace(emphasis, '') : plain
}

function foldLetters(text: string): string {
  // Most of what is written needs no more, and this is done a hundred thousand times.
  const folded = beyondASCII.test(text) ? foldAny(text) : text.toLowerCase().replace(inlineMarks, '')
  return manyBlanks.test(folded) ? folded.replace(allBlanks, ' ') : folded
}

const beyondASCII = /[^\0-\x7f]/
const inlineMarks = /[*`]+/g
/** Those within a word, as in names of code, stay. */
const emphasis = /(?<![\p{L}\p{N}\p{M}_])_+(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}\p{M}])_+(?![\p{L}\p{N}\p{M}_])/gu
const manyBlanks = /[^\S ]|\s{2}/
const allBlanks = /\s+/g

function foldAny(text: string): string {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(unwritten, '')
    .replace(alike, (sign) => instead[sign] ?? sign)
    .normalize('NFC')
  return beyondASCII.test(folded) ? folded : compact(folded)
}

/** Accents of alphabets, points of Hebrew and Arabic, what joins, breaks or varies and is not seen; marks of Markdown. */
const hidden =
  '*\\x60\\uff0a\\ufe61\\uff40\\u1fef\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u065f\\u0670\\u00ad\\u200b-\\u200f\\u2060\\ufe00-\\ufe0f\\ufeff'
const unwritten = new RegExp(`[${hidden}]`, 'g')

const instead: Record<string, string> = {
  ...asOne('‘’‚‛′ʼ', "'"),
  ...asOne('“”„‟″«»', '"'),
  ...asOne('‐‑‒–—―−', '-'),
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ς: 'σ',
}
function asOne(signs: string, sign: string) {
  return Object.fromEntries(signs.split('').map((one) => [one, sign]))
}
const alike = new RegExp(`[${Object.keys(instead).join('')}]`, 'g')

const encoder = new TextEncoder()
const decoder = new TextDecoder()
/** A text with a single long dash takes two bytes a letter, also when the dash is gone: written anew it takes one. */
const compact = (text: string) => decoder.decode(encoder.encode(text))

/** A folded text, and where in the text as it was each of its letters began; the last place is the end. */
export interface Folded {
  text: string
  places: readonly number[]
}

/** What is folded as one: a letter with its marks and all that is not seen, the parts of a Hangul syllable, white space. */
const marks = `[\\p{M}${hidden}]*`
const parts = '[\\u1160-\\u11ff\\u3131-\\u318e\\uffa0-\\uffdc\\uff9e\\uff9f]'
const clusters = new RegExp(`\\s+|[^]${marks}(?:${parts}${marks})*`, 'gu')

/** The same as `fold`, for who has to find the way back. */
export function foldWithPlaces(source: string): Folded {
  const places: number[] = []
  let text = ''
  for (const { 0: cluster, index } of source.matchAll(clusters)) {
    const folded = foldLetters(cluster)
    // What vanishes between two blanks leaves one.
    if (folded === ' ' && text.endsWith(' ')) continue
    for (let at = 0; at < folded.length; at++) places.push(index)
    text += folded
  }
  places.push(source.length)
  for (const { 0: run, index } of [...text.matchAll(emphasis)].toReversed()) places.splice(index, run.length)
  return { text: text.replace(emphasis, ''), places }
}
