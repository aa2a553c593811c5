import { useEffect, useState } from 'react'
import { announce } from '../state/notices'
import { Button } from '../ui/Button'
import { t } from '../words/t'

/** Copies a text, and says on itself how that went. */
export function CopyButton({ text }: { text: string }) {
  const [state, setState] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  useEffect(() => {
    if (state === 'copy') return
    const timer = setTimeout(() => setState('copy'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async () => setState((await copyText(text)) ? 'copied' : 'copyFailed')
  return (
    <Button look="plain" onClick={() => void copy()}>
      {t.message[state]}
    </Button>
  )
}

/** Whether the browser took the text: it has no clipboard on a plain http page, and can forbid it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    return false
  }
  announce('copied')
  return true
}
