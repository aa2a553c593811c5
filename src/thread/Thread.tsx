import { useEffect } from 'react'
import { conversationOpened, useIsMissing, useTree } from '../state/conversations'
import { useOpenConversation } from '../state/route'
import { t } from '../words/t'
import { MessageList } from './MessageList'
import { StartPage } from './StartPage'

/** What stands in the middle of the page: the start, or the open conversation. */
export function Thread() {
  const id = useOpenConversation()
  const tree = useTree(id)
  const missing = useIsMissing(id)
  useEffect(() => {
    if (id !== null) void conversationOpened(id)
  }, [id])
  if (id === null) return <StartPage />
  if (tree) return <MessageList key={id} id={id} />
  if (missing) return <Missing />
  return <div className="grow" aria-busy="true" />
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
