const stopWords = new Set(
  `a about after again all also am an and any are as at be because been before being but by can could did do does
  doing for from get give got had has have having he her here hers him his how i if in into is it its just let like
  may me mean might more most much must my need no nor now of off ok okay on once only or other our out over own
  please shall she should so some such tell than thank thanks that the their them then there these they thing this
  those through to too under until up use used using very want was way we were what when where which while who whom
  whose why will with work would yes yet you your explain describe show example sample know learn`.split(
    /\s+/,
  ),
)

/** The words of a text that a search can go by, reduced to their stems. `max_tokens` also counts as its parts. */
export function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[_.][\p{L}\p{N}]+)*/gu) ?? []
  return words.flatMap((word) => {
    const parts = word.split(/[_.]/)
    const whole = parts.length > 1 ? [word] : []
    return [...whole, ...parts.filter((part) => !stopWords.has(part)).map(stem)]
  })
}

/**
 * Takes off the commonest English endings, so that "streaming", "streamed" and "streams" meet. Rougher than a
 * real stemmer, and the same on both sides of the search, which is what counts.
 */
function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const singular = word.replace(/ies$/, 'y').replace(/(?<=[^siu])s$/, '')
  const base = singular.replace(/(?<=[aeiouy].*)(?:ing|ed)$/, '')
  const doubled = base === singular ? base : base.replace(/([bdgmnprt])\1$/, '$1')
  const stem = doubled.length >= 3 ? doubled : singular
  return stem.replace(/(?<=..[^aeiou])e$/, '')
}
