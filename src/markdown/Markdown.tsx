import { memo, useId, useState } from 'react'
import { createAssembler, type Part } from './assemble'
import { english, LabelsContext, type MarkdownLabels } from './labels'
import './markdown.css'
import { FootnoteView, PartView } from './PartView'

interface MarkdownProps {
  text: string
  /** More is to come: the last block is open, and a caret stands behind it. */
  streaming?: boolean
  labels?: MarkdownLabels
}

/** Parts are compared in groups, so that a long text costs a frame little more than its last group. */
const groupSize = 50

export function Markdown({ text, streaming = false, labels = english }: MarkdownProps) {
  const [assemble] = useState(createAssembler)
  const prefix = `${useId()}-`
  const { parts, footnotes } = assemble(text, streaming)
  const groups = Array.from({ length: Math.ceil(parts.length / groupSize) }, (_, group) =>
    parts.slice(group * groupSize, (group + 1) * groupSize),
  )
  return (
    <LabelsContext value={labels}>
      <div className="prose" data-streaming={streaming || undefined}>
        {groups.map((group, index) => (
          <Group
            key={group[0]!.key}
            parts={group}
            prefix={prefix}
            open={streaming && index === groups.length - 1}
          />
        ))}
        {footnotes && <FootnoteView source={footnotes.source} calls={footnotes.calls} prefix={prefix} />}
      </div>
    </LabelsContext>
  )
}

interface GroupProps {
  parts: readonly Part[]
  prefix: string
  /** The last part is still being written. */
  open: boolean
}

const Group = memo(
  function Group({ parts, prefix, open }: GroupProps) {
    return parts.map(({ key, source, calls }, index) => (
      <PartView
        key={key}
        source={source}
        calls={calls}
        prefix={prefix}
        open={open && index === parts.length - 1}
      />
    ))
  },
  (before, after) =>
    before.open === after.open &&
    before.prefix === after.prefix &&
    before.parts.length === after.parts.length &&
    before.parts.every((part, index) => part === after.parts[index]),
)
