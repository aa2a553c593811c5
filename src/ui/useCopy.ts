import { useEffect, useState } from 'react'
import { copyText } from './copyText'

export type CopyOutcome = 'none' | 'copied' | 'failed'

/**
 * Copies, and says for a moment how that went; `onCopied` tells it on. A text may still be on its way: where none comes,
 * nothing is copied.
 */
export function useCopy(
  onCopied?: () => void,
): [CopyOutcome, (text: string | Promise<string | undefined>) => void] {
  const [outcome, setOutcome] = useState<CopyOutcome>('none')
  useEffect(() => {
    if (outcome === 'none') return undefined
    const timer = setTimeout(() => setOutcome('none'), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async (text: string | Promise<string | undefined>) => {
    const done = await copied(text)
    setOutcome(done ? 'copied' : 'failed')
    if (done) onCopied?.()
  }
  return [outcome, (text) => void copy(text)]
}

async function copied(coming: string | Promise<string | undefined>): Promise<boolean> {
  try {
    // What is here already is copied at once: some browsers let only the press of a button do it.
    const text = typeof coming === 'string' ? coming : await coming
    return text !== undefined && (await copyText(text))
  } catch {
    // Whoever looks at the button is told.
    return false
  }
}
