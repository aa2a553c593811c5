import { type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import { LabelsContext } from './labels'
import { readFormula } from './readFormula'
import { useOverflow } from './useOverflow'

/** Letters that are drawn in a moment; more of them only if the reader wishes it, since they hold up the page. */
const quick = 800

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
  const labels = use(LabelsContext)
  const render = useRenderer()
  const [wanted, setWanted] = useState(false)
  const mayDraw = wanted || source.length <= quick
  const drawn = useMemo(
    () => (mayDraw ? draw(render, source, display !== 'inline') : undefined),
    [mayDraw, render, source, display],
  )
  if (drawn?.elements) {
    return (
      <DrawnFormula display={display} source={source} focused={wanted}>
        {drawn.elements}
      </DrawnFormula>
    )
  }
  const fault = drawn?.fault
  return (
    <span className="formula" data-display={display} data-fault={fault && true} title={fault} dir="ltr">
      {source}
      {!mayDraw && (
        <Button className="formula-draw" onClick={() => setWanted(true)}>
          {labels.drawFormula}
        </Button>
      )}
    </span>
  )
}

interface DrawnProps extends Required<FormulaProps> {
  source: string
  /** The reader has asked for it, and what was pressed is gone. */
  focused: boolean
}

/** A formula in MathML. What is selected, copied and found in it is its source, which takes no room behind it. */
function DrawnFormula({ display, source, focused, children }: DrawnProps) {
  const labels = use(LabelsContext)
  const box = useRef<HTMLSpanElement>(null)
  const scrolling = useOverflow(box, labels.formula)
  useEffect(() => {
    if (focused) box.current?.focus()
  }, [focused])
  const place = focused ? { tabIndex: -1 } : {}
  return (
    <span ref={box} className="formula" data-display={display} data-drawn dir="ltr" {...place} {...scrolling}>
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
