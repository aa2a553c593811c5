import type { Token } from './generation'
import { numbersFrom, numbersOf, readsAs } from './numbers'
import { type Pen, putOneOf, reads, refusal } from './pen'
import type { NumberShape } from './shape'

type Writing = Generator<Token, void, undefined>

/** A number of this shape. */
export function* writeNumber(pen: Pen, shape: NumberShape): Writing {
  if (!reads(pen)) {
    yield* putOneOf(
      pen,
      numbersOf(shape).map((value) => JSON.stringify(value)),
      '',
    )
    return
  }
  const [raw = ''] = /^[-+\d.eE]*/.exec(pen.given.slice(pen.at)) ?? []
  const ended = pen.at + raw.length < pen.given.length
  const texts = ended ? [raw].filter((text) => readsAs(text, shape)) : numbersFrom(raw, shape)
  if (raw === '' || texts.length === 0) throw refusal(pen)
  pen.at += raw.length
  yield* putOneOf(pen, texts, raw)
}

/** One of these texts, which are JSON. */
export function* writeChoice(pen: Pen, texts: readonly string[]): Writing {
  const rest = reads(pen) ? pen.given.slice(pen.at) : ''
  const whole = texts.filter((text) =>
    /^(?:$|[\s,\]}])/.test(rest.startsWith(text) ? rest.slice(text.length) : 'x'),
  )
  const begun = texts.filter((text) => text.startsWith(rest))
  const fitting = begun.length > 0 ? begun : whole
  if (fitting.length === 0) throw refusal(pen)
  const given = begun.length > 0 ? rest : fitting[0]!
  pen.at += given.length
  yield* putOneOf(pen, begun.length > 0 ? begun : [given], given)
}
