import { Suspense, lazy, useEffect } from 'react'
import { conversationOpened, useIsMissing, useTree } from '../state/conversations'
import { openConversationId, useOpenConversation } from '../state/route'
import { t } from '../words/t'
import { StartPage } from './StartPage'
import { useKeptFocus } from './useKeptFocus'

export const loadMessageList = () => import('./MessageList')
const MessageList = lazy(() => loadMessageList().then((part) => ({ default: part.MessageList })))
// Who comes for a conversation needs it at once.
if (openConversationId() !== null) loadMessageList().catch(() => undefined)

/** What stands in the middle of the page: the start, or the open conversation. */
export function Thread() {
  const id = useOpenConversation()
  const tree = useTree(id)
  const missing = useIsMissing(id)
  useKeptFocus(id)
  useEffect(() => {
    if (id !== null) void conversationOpened(id)
  }, [id])
  if (id === null) return <StartPage />
  if (missing) return <Missing />
  const awaited = <div className="grow" aria-busy="true" />
  return <Suspense fallback={awaited}>{tree ? <MessageList key={id} id={id} /> : awaited}</Suspense>
}

function Missing() {
  return (
    <div className="mx-auto flex max-w-prose grow flex-col justify-center gap-2 px-6 text-center">
      <h2 className="text-text font-semibold">{t.message.missing}</h2>
      <p className="text-chrome text-soft">{t.message.missingHint}</p>
      <p>
        <a href="#/" className="text-chrome text-accent underline underline-offset-2">
          {t.library.newConversation}
        </a>
      </p>
    </div>
  )
}
