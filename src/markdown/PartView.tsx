import { memo, use, useEffect, useMemo } from 'react'
import ReactMarkdown, { type Options } from 'react-markdown'
import { CodeBlock } from './CodeBlock'
import { elements } from './elements'
import { prefetchFormulas } from './Formula'
import { htmlAsText } from './htmlAsText'
import { LabelsContext, type MarkdownLabels } from './labels'
import { MessageContext } from './MessageContext'
import { readFence } from './readFence'
import { footnoteOptions, partOptions } from './renderOptions'
import { safeUrl } from './safeUrl'
import { withCaret } from './withCaret'

interface PartProps {
  source: string
  calls: string
  prefix: string
  /** Still being written. */
  open: boolean
}

/** One part of a text. Nothing is parsed again unless its source changes, or what it needs from elsewhere. */
export const PartView = memo(function PartView({ source, calls, prefix, open }: PartProps) {
  const labels = use(LabelsContext)
  const frame = useMemo(() => ({ prefix, open }), [prefix, open])
  useEffect(() => {
    if (open && /\$|\\[([]/.test(source)) prefetchFormulas()
  }, [open, source])
  const fence = readFence(source)
  if (fence) {
    const { closed, ...block } = fence
    return <CodeBlock {...block} growing={open && !closed} />
  }
  return (
    <MessageContext value={frame}>
      <ReactMarkdown {...shown(partOptions(calls, open), prefix, labels, open)}>{source}</ReactMarkdown>
    </MessageContext>
  )
})

export const FootnoteView = memo(function FootnoteView({ source, calls, prefix }: Omit<PartProps, 'open'>) {
  const labels = use(LabelsContext)
  const frame = useMemo(() => ({ prefix, open: false }), [prefix])
  return (
    <MessageContext value={frame}>
      <ReactMarkdown {...shown(footnoteOptions(calls), prefix, labels, false)}>{source}</ReactMarkdown>
    </MessageContext>
  )
})

function shown(options: Options, prefix: string, labels: MarkdownLabels, open: boolean): Options {
  return {
    remarkPlugins: [...(options.remarkPlugins ?? []), htmlAsText],
    rehypePlugins: [...(options.rehypePlugins ?? []), ...(open ? [withCaret] : [])],
    remarkRehypeOptions: {
      ...options.remarkRehypeOptions,
      clobberPrefix: prefix,
      footnoteLabel: labels.footnotes,
      footnoteBackLabel: (footnote, reference) => labels.backToReference(footnote + 1, reference),
    },
    components: elements,
    urlTransform: safeUrl,
  }
}
