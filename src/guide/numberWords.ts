const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const ten = `(?:${tens.join('|')})(?:[ -](?:${small.slice(1, 10).join('|')}))?`
const below = `(?:${ten}|${small.toReversed().join('|')})`

/** The source of a pattern for a number up to 999, in digits or in English words. */
export const numberPattern = `(?:\\d{1,3}|(?:a|one) hundred(?: and ${below})?|${below})`

/** Reads what `numberPattern` has matched. */
export function readNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  return text
    .toLowerCase()
    .split(/[ -]/)
    .reduce((sum, word) => {
      if (word === 'hundred') return 100
      if (tens.includes(word)) return sum + 20 + 10 * tens.indexOf(word)
      return sum + Math.max(0, small.indexOf(word))
    }, 0)
}
