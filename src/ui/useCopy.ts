import { useEffect, useState } from 'react'
import { copyText } from './copyText'

export type CopyOutcome = 'none' | 'copied' | 'failed'

/** Copies, and says for a moment how that went; `onCopied` tells it on. */
export function useCopy(onCopied?: () => void): [CopyOutcome, (text: string) => void] {
  const [outcome, setOutcome] = useState<CopyOutcome>('none')
  useEffect(() => {
    if (outcome === 'none') return undefined
    const timer = setTimeout(() => setOutcome('none'), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (text: string) => {
    const done = await copyText(text)
    setOutcome(done ? 'copied' : 'failed')
    if (done) onCopied?.()
  }
  return [outcome, (text) => void copy(text)]
}
