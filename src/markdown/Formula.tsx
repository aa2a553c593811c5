import { type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { LabelsContext } from './labels'
import { readFormula } from './readFormula'
import { useOverflow } from './useOverflow'

type Render = (tex: string, display: boolean) => ReactNode

let renderer: Render | undefined
const load = async () => (renderer ??= (await import('./renderFormula')).renderFormula)

/** Fetches what draws formulas, as soon as one may be coming. */
export const prefetchFormulas = () => void load().catch(() => {})

declare module 'react' {
  // oxlint-disable-next-line typescript/no-namespace -- React's own types are one
  namespace JSX {
    interface IntrinsicElements {
      math: { display?: string; children?: ReactNode }
    }
  }
}

interface FormulaProps {
  /** Where it stands: `inline`, `inset` (on a line of its own within others) or `block`. */
  display?: string
  children?: ReactNode
}

/** A formula: its source until it can be drawn, or for good if it cannot be. */
export function Formula({ display = 'inline', children }: FormulaProps) {
  const source = typeof children === 'string' ? children : ''
  const render = useRenderer()
  const drawn = useMemo(() => draw(render, source, display !== 'inline'), [render, source, display])
  if (drawn?.elements) {
    return (
      <DrawnFormula display={display} source={source}>
        {drawn.elements}
      </DrawnFormula>
    )
  }
  const fault = drawn?.fault
  return (
    <span className="formula" data-display={display} data-fault={fault && true} title={fault} dir="ltr">
      {source}
    </span>
  )
}

/** A formula in MathML. What is selected, copied and found in it is its source, which takes no room behind it. */
function DrawnFormula({ display, source, children }: Required<FormulaProps> & { source: string }) {
  const labels = use(LabelsContext)
  const box = useRef<HTMLSpanElement>(null)
  const scrolling = useOverflow(box, labels.formula)
  return (
    <span ref={box} className="formula" data-display={display} data-drawn dir="ltr" {...scrolling}>
      {children}
      <span className="formula-source" aria-hidden="true">
        {source}
      </span>
    </span>
  )
}

function useRenderer(): Render | undefined {
  const [render, setRender] = useState(() => renderer)
  useEffect(() => {
    if (render) return undefined
    let wanted = true
    load().then(
      (loaded) => wanted && setRender(() => loaded),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [render])
  return render
}

function draw(render: Render | undefined, source: string, display: boolean) {
  const tex = readFormula(source)
  if (!render || tex === '') return undefined
  try {
    return { elements: render(tex, display) }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
