import { lazyPart } from '../ui/lazyPart'
import { use, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { CodeFrame } from './CodeFrame'
import { CodeLines } from './CodeLines'
import { DiagramView } from './DiagramView'
import { LabelsContext } from './labels'
import { useDiagram } from './useDiagram'

const HtmlPreview = lazyPart(() => import('./HtmlPreview').then((part) => part.HtmlPreview), {
  place: 'line',
})

interface CodeBlockProps {
  code: string
  language: string
  /** More is to come. */
  growing?: boolean
  /** The character that its fence is made of, if the fence stands in no quote or list. */
  fence?: string | undefined
}

/** Code, with its colours as soon as there is time for them. React draws it once; from then on its lines grow by themselves. */
export function CodeBlock({ code, language, growing = false, fence }: CodeBlockProps) {
  const home = useRef<HTMLElement>(null)
  const lines = useRef<CodeLines>(null)
  const [first] = useState(() => (
    <>
      {code}
      {growing && <span className="caret" aria-hidden="true" />}
    </>
  ))
  useLayoutEffect(() => {
    const kept = new CodeLines(home.current!)
    lines.current = kept
    return () => kept.close()
  }, [])
  useLayoutEffect(() => {
    lines.current!.show({ code, language, growing, fence })
  })
  const source = useCallback(() => lines.current?.code ?? '', [])
  const { wanted, drawing, toggle } = useDiagram(code)
  const labels = use(LabelsContext)
  const isDiagram = import.meta.env.MODE !== 'single' && !growing && language.toLowerCase() === 'mermaid'
  const isPage = import.meta.env.MODE !== 'single' && !growing && /^x?html?$/i.test(language)
  const [isPreviewed, setPreviewed] = useState(false)
  const tool = isDiagram ? (
    <button type="button" aria-busy={wanted && !drawing} onClick={toggle}>
      {wanted ? labels.showAsCode : labels.showAsDiagram}
    </button>
  ) : (
    isPage && (
      <button type="button" onClick={() => setPreviewed(!isPreviewed)}>
        {isPreviewed ? labels.showAsCode : labels.preview}
      </button>
    )
  )
  return (
    <CodeFrame
      name={language}
      source={source}
      numbers
      tool={tool}
      covered={isPage && isPreviewed}
      picture={drawing?.svg}
      below={
        isPage && isPreviewed ? (
          <HtmlPreview code={code} />
        ) : (
          drawing && <DiagramView source={code} drawing={drawing} />
        )
      }
    >
      <code ref={home}>{first}</code>
    </CodeFrame>
  )
}
