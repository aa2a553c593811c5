import type { Nodes } from 'hast'
import type { ReactNode } from 'react'
import { CodeFrame } from './CodeFrame'
import { useHighlight } from './useHighlight'

interface CodeBlockProps {
  code: string
  language: string
  /** More is to come: the code is shown plain until it is complete. */
  growing?: boolean
}

export function CodeBlock({ code, language, growing = false }: CodeBlockProps) {
  const tree = useHighlight(code, language, growing)
  return (
    <CodeFrame name={language} source={code}>
      <code>
        {tree ? tree.children.map(element) : code}
        {growing && <span className="caret" aria-hidden="true" />}
      </code>
    </CodeFrame>
  )
}

function element(node: Nodes, index: number): ReactNode {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  const { className } = node.properties
  return (
    <span key={index} className={Array.isArray(className) ? className.join(' ') : undefined}>
      {node.children.map(element)}
    </span>
  )
}
