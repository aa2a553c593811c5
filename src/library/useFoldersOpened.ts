import { useEffect, useRef } from 'react'
import type { ConversationId } from '../conversation/Message'
import { foldersOpened } from '../state/closedFolders'
import { conversationOf } from '../state/conversations'
import { withOuter } from './arrange'

/** Opens the folders around a conversation when the reader goes to it; after that they may be closed again. */
export function useFoldersOpened(open: ConversationId | null): void {
  const before = useRef(open)
  useEffect(() => {
    if (open === before.current) return
    before.current = open
    const folder = open === null ? undefined : conversationOf(open)?.folder
    if (folder !== undefined) foldersOpened(withOuter(folder))
  }, [open])
}
