import type { Filled } from '../state/startLink'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

const most = 8

/** What a link says that could not be filled in, in a sentence; what somebody may have meant comes before names that are no field. */
export function leftOutOfLink({
  unknown,
  bad,
  outside,
  fixed,
}: Pick<Filled, 'unknown' | 'bad' | 'outside' | 'fixed'>): string | undefined {
  const all = [
    ...bad.map(t.sharing.badValue),
    ...outside.map(({ name, min, max }) =>
      t.sharing.outside(name, count(min), max === undefined ? undefined : count(max)),
    ),
    ...(fixed ? [t.sharing.fixed] : []),
    ...unknown.map((name) => t.sharing.unknown(short(name))),
  ]
  if (!all.length) return undefined
  // One more takes no more room than to say that there is one.
  const named = all.length > most + 1 ? all.slice(0, most) : all
  const more = all.length - named.length
  return t.sharing.leftOutOf(named.join(', '), more ? count(more) : undefined)
}

/** A link may say anything, at any length. */
const short = (name: string) => (name.length > 40 ? `${name.slice(0, 39)}…` : name).toWellFormed()
