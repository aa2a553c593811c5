import { useEffect, useState } from 'react'
import type { DiagramError } from './drawDiagram'
import { useDark } from './useDark'

/** A picture, or why there is none; without an error, because what draws could not be loaded. */
export interface Drawing {
  svg?: string
  error?: DiagramError
}

/** Has a diagram drawn while it is wanted, and once more for another theme. */
export function useDiagram(source: string) {
  const [wanted, setWanted] = useState(false)
  const [drawing, setDrawing] = useState<Drawing>()
  const dark = useDark(wanted)
  useEffect(() => {
    if (!wanted) return undefined
    const stop = new AbortController()
    void draw(source, dark, stop.signal).then((outcome) => stop.signal.aborted || setDrawing(outcome))
    return () => stop.abort()
  }, [source, wanted, dark])
  const toggle = () => {
    setWanted(!wanted)
    setDrawing(undefined)
  }
  return { wanted, drawing, toggle }
}

async function draw(source: string, dark: boolean, signal: AbortSignal): Promise<Drawing> {
  // All in one file there is no other page to draw in, and mermaid would be most of it.
  if (import.meta.env.MODE === 'single') return {}
  try {
    const { drawDiagram, DiagramError } = await import('./drawDiagram')
    return await drawDiagram(source, dark, signal).then(
      (svg) => ({ svg }),
      (error: unknown) => (error instanceof DiagramError ? { error } : {}),
    )
  } catch {
    return {}
  }
}
