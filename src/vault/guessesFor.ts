/** With `rounds`, one graphics card makes some ten thousand guesses a second: weeks for the first, ages for the second. */
const levels = [
  { level: 'weak', bits: 36 },
  { level: 'fair', bits: 56 },
] as const
type Strength = 'weak' | 'fair' | 'strong'

/** A word that stands in a list of ten thousand; one of the first that anybody tries. */
const wordBits = 13
const favouriteBits = 5
const favourites = new Set(
  'password passwort passphrase secret hello welcome letmein admin login master dragon monkey iloveyou parley test sesame'.split(
    ' ',
  ),
)
const rows = 'qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm 1234567890'
/** A letter that only repeats or goes on what stands before it. */
const nextBits = 1

/** About how many guesses open a passphrase, and how strong that is. It knows no dictionary: it may be off either way. */
export function guessesFor(passphrase: string): { guesses: number; strength: Strength } {
  const bits = bitsOf(passphrase.normalize('NFKC').slice(0, 200))
  return {
    // Beyond that there is no number for it.
    guesses: 2 ** Math.min(bits, 1000),
    strength: levels.find((one) => bits < one.bits)?.level ?? 'strong',
  }
}

function bitsOf(text: string): number {
  const seen = new Set<string>()
  let bits = 0
  for (const piece of text.match(/\p{L}[\p{L}\p{M}]*|\p{N}+|[^\p{L}\p{N}]+/gu) ?? []) {
    const plain = piece.toLowerCase()
    bits += seen.has(plain) ? nextBits : Math.min(letterBits(piece), asWord(piece, plain))
    seen.add(plain)
  }
  return bits
}

/** What a piece costs whoever tries letter after letter. */
function letterBits(piece: string): number {
  const letters = Array.from(piece)
  const each = Math.log2(poolOf(piece))
  return letters.reduce((sum, letter, at) => {
    const before = letters[at - 1]
    return sum + (before !== undefined && follows(before, letter) ? nextBits : each)
  }, 0)
}

function follows(before: string, letter: string): boolean {
  const step = letter.codePointAt(0)! - before.codePointAt(0)!
  return Math.abs(step) <= 1 || rows.includes((before + letter).toLowerCase())
}

/** How many letters there are of a kind. */
function poolOf(piece: string): number {
  if (/^\p{N}+$/u.test(piece)) return 10
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(piece)) return 2000
  if (/\p{L}/u.test(piece)) return /\p{Lu}/u.test(piece) && /\p{Ll}/u.test(piece) ? 52 : 26
  return /\p{Extended_Pictographic}/u.test(piece) ? 500 : 30
}

/** What it costs whoever tries words; years count as such. Nobody looks up what cannot be spoken. */
function asWord(piece: string, plain: string): number {
  if (/^(?:19|20)\d\d$/.test(piece)) return 7
  if (!/^\p{L}{3,}$/u.test(piece) || /[^aeiouyäöüåøæáéíóúàèò]{5}/.test(plain)) return Infinity
  const capitals = piece === plain ? 0 : 1
  return capitals + (favourites.has(plain) ? favouriteBits : wordBits * Math.ceil(piece.length / 8))
}
