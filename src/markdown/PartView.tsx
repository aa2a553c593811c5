import { Fragment, memo, type ReactNode, use, useCallback, useLayoutEffect, useMemo } from 'react'
import ReactMarkdown, { type Options } from 'react-markdown'
import { CodeBlock } from './CodeBlock'
import { asShown } from './asShown'
import { elements, Task } from './elements'
import { prefetchFormulas } from './Formula'
import { htmlAsText } from './htmlAsText'
import { LabelsContext, type MarkdownLabels } from './labels'
import type { Footnotes } from './Library'
import { MessageContext } from './MessageContext'
import type { Item, List, Paragraph, Part, Piece, Table } from './parts'
import { given, pieceRoot, type Surroundings, unwrapped } from './pieceRoot'
import { readFence } from './readFence'
import { footnoteOptions, partOptions } from './renderOptions'
import { safeUrl } from './safeUrl'
import { SequenceView } from './SequenceView'
import { TableFrame } from './TableFrame'
import { Verbatim, VerbatimNote } from './Verbatim'
import { withCaret } from './withCaret'
import { directionOf } from './writingDirection'
import type { PluggableList } from 'unified'

interface PartProps<T extends Part = Part> {
  part: T
  /** What it stands in: a loose list, a tight one, or neither. */
  loose?: boolean | undefined
  /** For the beginning of an item: whether it is a task that is done. */
  checked?: boolean | undefined
}

/** One part of a text. Nothing is read or rendered again unless it is another object. */
export const PartView = memo(function PartView({ part, loose, checked }: PartProps) {
  switch (part.kind) {
    case 'piece':
      if (part.take === 'note') return <VerbatimNote />
      if (part.take === 'lines') return <Verbatim source={part.source} open={part.open} />
      return <PieceView part={part} loose={loose} checked={checked} />
    case 'paragraph':
      return <ParagraphView part={part} loose={loose} checked={checked} />
    case 'list':
      return <ListView part={part} />
    case 'item':
      return <ItemView part={part} loose={loose} />
    case 'table':
      return <TableView part={part} />
  }
})

function PieceView({ part: piece, loose = false, checked }: PartProps<Piece>) {
  const { prefix } = use(MessageContext)
  const labels = use(LabelsContext)
  const { open, source } = piece
  const frame = useMemo(() => ({ prefix, open }), [prefix, open])
  // An effect that waits for the paint would take a turn of its own for every letter that is rendered.
  useLayoutEffect(() => {
    if (open && /\$|\\[([]/.test(source)) prefetchFormulas()
  }, [open, source])
  const fence = piece.take === 'blocks' && piece.lead === '' ? readFence(source) : undefined
  if (fence) {
    const { closed, ...block } = fence
    return <CodeBlock {...block} growing={open && !closed} />
  }
  return <MessageContext value={frame}>{rendered(piece, { loose, checked }, prefix, labels)}</MessageContext>
}

/** Called, not placed, so that nothing of what was read is held on to. */
function rendered(piece: Piece, place: Surroundings, prefix: string, labels: MarkdownLabels): ReactNode {
  const options = partOptions(piece.calls)
  const plugins: PluggableList = [...(options.rehypePlugins ?? []), unwrapped(piece)]
  // Marks at the very end wait for more, unless they were put there to close what is open.
  if (piece.open) plugins.push([withCaret, { inside: /[*_]$/.test(piece.source) }])
  const remarkPlugins: PluggableList = [[given, pieceRoot(piece, place)], htmlAsText]
  // What is rendered again, which is rare, is read again.
  piece.nodes = undefined
  return ReactMarkdown({ ...shown({ ...options, rehypePlugins: plugins }, prefix, labels), remarkPlugins })
}

function ParagraphView({ part: { pieces }, loose, checked }: PartProps<Paragraph>) {
  const words = (
    <>
      {checked !== undefined && (
        <>
          <Task checked={checked} />{' '}
        </>
      )}
      <SequenceView items={pieces} render={word} />
    </>
  )
  return loose === false ? words : <p dir="auto">{words}</p>
}

const word = (part: Part, index: number) => (
  <Fragment key={index}>
    {index > 0 && !('isGlued' in part && part.isGlued) && ' '}
    <PartView part={part} />
  </Fragment>
)

function ListView({ part: { ordered, start, loose, tasks, letter, items } }: PartProps<List>) {
  const dir = directionOf(letter)
  const className = tasks ? 'contains-task-list' : undefined
  const content = (
    <>
      {'\n'}
      <SequenceView items={items} render={loose ? looseItem : tightItem} />
    </>
  )
  if (!ordered)
    return (
      <ul dir={dir} className={className}>
        {content}
      </ul>
    )
  return (
    <ol dir={dir} className={className} start={start === 1 ? undefined : start}>
      {content}
    </ol>
  )
}

const looseItem = (part: Part, index: number) => <PartView key={index} part={part} loose />
const tightItem = (part: Part, index: number) => <PartView key={index} part={part} loose={false} />

function ItemView({ part: { checked, content }, loose = false }: PartProps<Item>) {
  const render = useCallback(
    (part: Part, index: number): ReactNode => (
      <Fragment key={index}>
        {(index > 0 || loose || part.kind === 'list' || part.kind === 'table') && '\n'}
        <PartView part={part} loose={loose} checked={index === 0 ? checked : undefined} />
        {(loose || part.kind === 'list' || part.kind === 'table') && '\n'}
      </Fragment>
    ),
    [loose, checked],
  )
  return (
    <>
      <li className={checked === undefined ? undefined : 'task-list-item'}>
        <SequenceView items={content} render={render} />
      </li>
      {'\n'}
    </>
  )
}

function TableView({ part: { head, letter, rows } }: PartProps<Table>) {
  return (
    <TableFrame dir={directionOf(letter)}>
      <thead>{head && <PartView part={head} />}</thead>
      {rows.length > 0 && (
        <tbody>
          <SequenceView items={rows} render={row} />
        </tbody>
      )}
    </TableFrame>
  )
}

const row = (part: Part, index: number) => <PartView key={index} part={part} />

export const FootnoteView = memo(function FootnoteView({ footnotes }: { footnotes: Footnotes }) {
  const { prefix } = use(MessageContext)
  const labels = use(LabelsContext)
  const options = footnoteOptions(footnotes.calls)
  const remarkPlugins = [...(options.remarkPlugins ?? []), htmlAsText]
  return (
    <ReactMarkdown {...shown(options, prefix, labels)} remarkPlugins={remarkPlugins}>
      {footnotes.source}
    </ReactMarkdown>
  )
})

function shown(options: Options, prefix: string, labels: MarkdownLabels): Options {
  return {
    ...options,
    rehypePlugins: [...(options.rehypePlugins ?? []), [asShown, { prefix }]],
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
