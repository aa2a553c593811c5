import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { english, LabelsContext, type MarkdownLabels } from './labels'
import { safeUrl } from './safeUrl'

interface MarkdownProps {
  text: string
  streaming?: boolean
  labels?: MarkdownLabels
}

export function Markdown({ text, streaming = false, labels = english }: MarkdownProps) {
  return (
    <LabelsContext value={labels}>
      <div className="prose" data-streaming={streaming || undefined}>
        <ReactMarkdown remarkPlugins={[remarkGfm]} urlTransform={safeUrl}>
          {text}
        </ReactMarkdown>
      </div>
    </LabelsContext>
  )
}
