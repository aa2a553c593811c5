import { useEffect } from 'react'
import { useFactOf, useIsMissing } from '../state/conversations'
import { useOperatorTitle } from '../state/operatorConfig'
import { useOpenConversation } from '../state/route'
import { t } from '../words/t'

/** What the open conversation is called, or that there is none at this address; undefined while that is not known. */
export function useOpenTitle(): string | undefined {
  const id = useOpenConversation()
  const title = useFactOf(id, 'title')
  const missing = useIsMissing(id)
  if (id === null) return t.library.newConversation
  if (title !== undefined) return title || t.app.untitled
  return missing ? t.app.missing : undefined
}

/** What the page is called as a whole: as its operator says, or Parley. */
export const usePageName = () => useOperatorTitle() ?? t.app.name

/** The page is called after what it shows, so that a tab and a bookmark have a name. */
export function usePageTitle(title: string | undefined): void {
  const name = usePageName()
  useEffect(() => {
    document.title = title ? `${title} – ${name}` : name
  }, [title, name])
}
