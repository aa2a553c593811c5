import { useEffect } from 'react'
import { SharedPage } from './SharedPage'
import { openStartLink } from './openStartLink'

/** What a link has brought: a page of its own, or something to begin with, which shows nothing besides. */
export function LinkPage({ hash }: { hash: string }) {
  return hash.startsWith('#/s/') ? <SharedPage hash={hash} /> : <StartLink hash={hash} />
}

function StartLink({ hash }: { hash: string }) {
  useEffect(() => void openStartLink(hash), [hash])
  return null
}
