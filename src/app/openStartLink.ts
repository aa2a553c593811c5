import { notify } from '../state/notices'
import { startLinkFilled } from '../state/startLink'
import { t } from '../words/rooms'
import { leftOutOfLink } from './leftOutOfLink'

/** Fills in what a link says, and tells the reader what that was. An endpoint is only suggested. */
export async function openStartLink(hash: string): Promise<void> {
  const filled = await startLinkFilled(hash)
  const { names, suggestion, undo } = filled
  const leftOut = leftOutOfLink(filled)
  const text = [
    names.length ? t.sharing.filled(names.join(', ')) : t.sharing.filledNothing,
    ...(leftOut === undefined ? [] : [leftOut]),
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
