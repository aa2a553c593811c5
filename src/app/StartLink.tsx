import { useEffect } from 'react'
import { openStartLink } from './openStartLink'

/** A link that begins a conversation. It shows nothing besides. */
export function StartLink({ hash }: { hash: string }) {
  useEffect(() => void openStartLink(hash), [hash])
  return null
}
