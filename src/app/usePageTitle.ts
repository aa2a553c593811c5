import { useEffect } from 'react'
import { useConversation } from '../state/conversations'
import { useOpenConversation } from '../state/route'
import { t } from '../words/t'

/** The page is called after the conversation, so that a tab and a bookmark have a name. */
export function usePageTitle(): void {
  const title = useConversation(useOpenConversation())?.title
  useEffect(() => {
    document.title = title ? `${title} – ${t.app.name}` : t.app.name
  }, [title])
}
