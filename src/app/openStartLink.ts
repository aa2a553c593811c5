import { notify } from '../state/notices'
import { startLinkFilled } from '../state/startLink'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** Fills in what a link says, and tells the reader what that was. An endpoint is only suggested. */
export async function openStartLink(hash: string): Promise<void> {
  const { names, unknown, bad, outside, fixed, suggestion, undo } = await startLinkFilled(hash)
  const leftOut = [
    ...unknown.map(short).map(t.sharing.unknown),
    ...bad.map(t.sharing.badValue),
    ...outside.map(({ name, min, max }) =>
      t.sharing.outside(name, count(min), max === undefined ? undefined : count(max)),
    ),
    ...(fixed ? [t.sharing.fixed] : []),
  ].slice(0, 8)
  const text = [
    names.length ? t.sharing.filled(names.join(', ')) : t.sharing.filledNothing,
    ...(leftOut.length ? [t.sharing.leftOutOf(leftOut.join(', '))] : []),
  ].join(' ')
  notify({
    type: 'link-filled',
    text,
    ...(names.length && { action: { label: t.app.undo, act: undo } }),
  })
  if (suggestion)
    notify({
      type: 'endpoint-suggested',
      text: t.sharing.suggests(suggestion.baseURL),
      action: { label: t.sharing.useIt, act: suggestion.accept },
    })
}

/** A link may say anything, at any length. */
const short = (name: string) => (name.length > 40 ? `${name.slice(0, 39)}…` : name).toWellFormed()
