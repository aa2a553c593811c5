import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { CodeFrame } from './CodeFrame'
import { CodeLines } from './CodeLines'

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
  return (
    <CodeFrame name={language} source={source} numbers>
      <code ref={home}>{first}</code>
    </CodeFrame>
  )
}
