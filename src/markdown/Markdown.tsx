import { useId, useMemo, useRef, useState } from 'react'
import { createAssembler } from './assemble'
import { t } from '../words/rooms'
import { LabelsContext, type MarkdownLabels } from './labels'
import './markdown.css'
import { MessageContext } from './MessageContext'
import type { Part } from './parts'
import { FootnoteView, PartView } from './PartView'
import { SequenceView } from './SequenceView'
import { type LiveText, useShownText } from './useShownText'

interface MarkdownProps {
  text: string
  /** More is to come: the last block is open, and a caret stands behind it. */
  streaming?: boolean
  /** Where more comes from, without a rendering of whoever shows this. `text` counts again when it is gone. */
  live?: LiveText | undefined
  labels?: MarkdownLabels
}

export function Markdown({ text: given, streaming = false, live, labels = t.markdown }: MarkdownProps) {
  const box = useRef<HTMLDivElement>(null)
  const { text, isWhole } = useShownText(given, live, box)
  const [assemble] = useState(createAssembler)
  const prefix = `${useId()}-`
  const frame = useMemo(() => ({ prefix, open: false }), [prefix])
  const { parts, footnotes } = assemble(text, streaming || !isWhole)
  return (
    <LabelsContext value={labels}>
      <MessageContext value={frame}>
        <div ref={box} className="prose" data-streaming={streaming || undefined}>
          <SequenceView items={parts} render={view} boxed />
          {footnotes && <FootnoteView footnotes={footnotes} />}
        </div>
      </MessageContext>
    </LabelsContext>
  )
}

const view = (part: Part, index: number) => <PartView key={index} part={part} />
