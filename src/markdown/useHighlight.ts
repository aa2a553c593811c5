import type { Root } from 'hast'
import { useEffect, useState } from 'react'
import { languageNamed } from './languages'

/** Longer code than this takes too long to colour, and is no longer read closely. */
const longest = 100_000

/** The code in colours, once there is time for that; until then, and for code that is still growing, nothing. */
export function useHighlight(code: string, name: string, growing: boolean): Root | undefined {
  const [coloured, setColoured] = useState<{ code: string; language: string; tree: Root }>()
  const language = growing || code.length > longest ? undefined : languageNamed(name)
  useEffect(() => {
    if (!language) return undefined
    let wanted = true
    const cancel = whenIdle(async () => {
      try {
        const { highlight } = await import('./highlight')
        const tree = await highlight(code, language)
        if (wanted) setColoured({ code, language, tree })
      } catch {
        // The chunk could not be loaded: the code stays as it is, which is readable.
      }
    })
    return () => {
      wanted = false
      cancel()
    }
  }, [code, language])
  return coloured?.code === code && coloured.language === language ? coloured.tree : undefined
}

function whenIdle(work: () => Promise<void>): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(() => void work(), 50)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(() => void work(), { timeout: 1000 })
  return () => cancelIdleCallback(request)
}
