import { useEffect } from 'react'
import type { ConversationId } from '../conversation/Message'
import { useIsMissing, useTree } from '../state/conversations'
import { openConversationId, useOpenConversation } from '../state/route'
import { conversationWanted, loadOpening } from '../state/sending'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/t'
import { StartPage } from './StartPage'

const KeptFocus = lazyPart(() => import('./KeptFocus').then((part) => part.KeptFocus), { place: 'line' })
/** Comes together with what keeps the focus in it: a key may go to a message as soon as it is shown. */
export const MessageList = lazyPart(async () => {
  const keptFocus = KeptFocus.load().catch(() => undefined)
  const [part] = await Promise.all([import('./MessageList'), keptFocus])
  return part.MessageList
})
// Who comes for a conversation needs it at once. If it does not come, showing it says so.
if (openConversationId() !== null) Promise.all([loadOpening(), MessageList.load()]).catch(() => undefined)

/** What stands in the middle of the page: the start, or the open conversation. */
export function Thread() {
  const id = useOpenConversation()
  useEffect(() => {
    if (id !== null) conversationWanted(id)
  }, [id])
  return (
    <>
      <Middle id={id} />
      {id !== null && <KeptFocus id={id} />}
    </>
  )
}

function Middle({ id }: { id: ConversationId | null }) {
  const tree = useTree(id)
  const missing = useIsMissing(id)
  if (id === null) return <StartPage />
  if (missing) return <Missing />
  const awaited = <div className="grow" aria-busy="true" />
  return tree ? <MessageList key={id} id={id} awaited={awaited} /> : awaited
}

function Missing() {
  return (
    <div className="mx-auto flex max-w-prose grow flex-col justify-center gap-2 px-6 text-center">
      <h2 className="text-text font-semibold">{t.app.missingHere}</h2>
      <p className="text-chrome text-soft">{t.app.missingHint}</p>
      <p>
        <a href="#/" className="text-chrome text-accent underline underline-offset-2">
          {t.library.newConversation}
        </a>
      </p>
    </div>
  )
}
