import { use, useEffect, useRef, useState } from 'react'
import { LabelsContext } from './labels'
import type { Drawing } from './useDiagram'
import { useOverflow } from './useOverflow'

/** A diagram, or why there is none. */
export function DiagramView({ source, drawing }: { source: string; drawing: Drawing }) {
  const labels = use(LabelsContext)
  const { svg, error } = drawing
  if (svg) return <DiagramImage svg={svg} name={labels.diagram(titleOf(source))} />
  return (
    <p className="diagram-fault" role="alert" dir="auto">
      {error ? labels.diagramFaults[error.reason](error.message) : labels.diagramNotLoaded}
    </p>
  )
}

/** An image runs, loads and leads to nothing, whatever stands in it. Pressed, it is as large as it was drawn. */
function DiagramImage({ svg, name }: { svg: string; name: string }) {
  const box = useRef<HTMLDivElement>(null)
  const scrolling = useOverflow(box, name)
  const [url, setUrl] = useState('')
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [svg])
  return (
    <div ref={box} className="diagram" {...scrolling}>
      {url && <img src={url} alt={name} />}
    </div>
  )
}

/** What its author calls it, for readers or for screen readers. */
const titleOf = (source: string) => /^\s*(?:accTitle:|title:?)\s*(\S.*)$/m.exec(source)?.[1]?.trim() ?? ''
