import { type RefObject, memo, useId, useLayoutEffect, useRef, useState } from 'react'
import { renderNow } from '../ui/renderNow'
import { appendInert } from './appendInert'
import { createAssembler, type Part } from './assemble'
import { t } from '../words/t'
import { LabelsContext, type MarkdownLabels } from './labels'
import './markdown.css'
import { FootnoteView, PartView } from './PartView'

/** A text that grows outside of React. */
export interface LiveText {
  read: () => string
  /** Calls back when there is more, with true when there will be no more. */
  subscribe: (listen: (whole: boolean) => void) => () => void
}

interface MarkdownProps {
  text: string
  /** More is to come: the last block is open, and a caret stands behind it. */
  streaming?: boolean
  /** Where more comes from, without a rendering of whoever shows this. `text` counts again when it is gone. */
  live?: LiveText | undefined
  labels?: MarkdownLabels
}

/** Parts are compared in groups, so that a long text costs a frame little more than its last group. */
const groupSize = 50

export function Markdown({ text: given, streaming = false, live, labels = t.markdown }: MarkdownProps) {
  const [grown, setGrown] = useState(given)
  const text = live ? grown : given
  const box = useRef<HTMLDivElement>(null)
  useLiveText(live, text, box, setGrown)
  const [assemble] = useState(createAssembler)
  const prefix = `${useId()}-`
  const { parts, footnotes } = assemble(text, streaming)
  const groups = Array.from({ length: Math.ceil(parts.length / groupSize) }, (_, group) =>
    parts.slice(group * groupSize, (group + 1) * groupSize),
  )
  return (
    <LabelsContext value={labels}>
      <div ref={box} className="prose" data-streaming={streaming || undefined}>
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

/** Follows a growing text: the short way where only letters have come, else by rendering what is new, at once. */
function useLiveText(
  live: LiveText | undefined,
  rendered: string,
  box: RefObject<HTMLDivElement | null>,
  render: (text: string) => void,
) {
  /** What the document shows: what was last rendered, and the letters put behind it since. */
  const shown = useRef(rendered)
  useLayoutEffect(() => {
    shown.current = rendered
  }, [rendered])
  useLayoutEffect(() => {
    if (!live) return undefined
    const follow = (whole: boolean) => {
      const next = live.read()
      const before = shown.current
      if (!whole && box.current && appendInert(box.current, before, next)) shown.current = next
      else renderNow(() => render(next))
    }
    const unsubscribe = live.subscribe(follow)
    // What came between the rendering and now.
    if (live.read() !== shown.current) render(live.read())
    return unsubscribe
  }, [live, box, render])
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
