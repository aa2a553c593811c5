import type { Token } from './generation'
import { narrate } from './narrate'
import { type Pen, put } from './pen'
import { write } from './writeString'

/** The sentences of one story as texts of a list, of which `count` are there; `comma` has promised one more. */
export function* writeSentences(pen: Pen, count: number, comma: boolean): Generator<Token, void, undefined> {
  const given = pen.said === '' ? '' : `${pen.said} `
  let told = narrate({ ...pen, given, oneLine: true })
  let token = told()
  if (!token && (count === 0 || comma)) {
    told = narrate({ ...pen, given: '', oneLine: true })
    token = told()
  }
  let fresh = true
  let separate = count > 0 && !comma
  const any = token !== undefined
  for (; token; token = told()) {
    if (fresh) yield* put(pen, separate ? ', "' : '"')
    yield* write(pen, fresh ? { ...token, text: token.text.trimStart() } : token)
    const ends = /^[.!?]$/.test(token.text)
    if (ends) yield* put(pen, '"')
    fresh = ends
    separate = true
  }
  if (any && !fresh) yield* put(pen, '"')
}
