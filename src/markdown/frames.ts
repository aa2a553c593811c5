import type { ListItem, RootContent } from 'mdast'
import { columnOf, startOf } from './certainty'
import type { List, Paragraph, Part, Table } from './parts'
import { emptySequence, type Sequence } from './Sequence'

/** The content of a text or of an item of a list: blocks, of which the last may be open in turn. */
export interface Flow {
  kind: 'flow'
  parts: Sequence<Part>
  /** For an item: whether it is done, and the line that opens it again before the rest of its content. */
  checked: boolean | undefined
  opening: string
  /** How far its content is indented. */
  indent: number
}

/** What is open: some of it is settled, or may soon be. */
export type Frame = Flow | List | Paragraph | Table

export const flow = (): Flow => ({
  kind: 'flow',
  parts: emptySequence,
  checked: undefined,
  opening: '',
  indent: 0,
})

export function frameFor(node: RootContent): Exclude<Frame, Flow> | undefined {
  const letter = ''
  if (node.type === 'paragraph') return { kind: 'paragraph', pieces: emptySequence }
  if (node.type === 'table')
    return {
      kind: 'table',
      letter,
      align: node.align ?? undefined,
      head: undefined,
      opening: '',
      rows: emptySequence,
    }
  if (node.type !== 'list') return undefined
  const ordered = node.ordered ?? false
  return {
    kind: 'list',
    ordered,
    start: node.start ?? undefined,
    loose: false,
    tasks: false,
    letter,
    items: emptySequence,
  }
}

/** An item whose content is to be settled bit by bit; undefined where its marker is in any way unusual. */
export function itemFlow(item: ListItem, text: string): Flow | undefined {
  const [first] = item.children
  const marker = /^([-+*]|\d{1,9}[.)])( *)(?!\t)/.exec(text.slice(startOf(item), startOf(item) + 20))
  // A box of a task may come yet; and there is none before words that turn out to be a heading.
  if (text.length - startOf(item) < 12) return undefined
  if (typeof item.checked === 'boolean' && item.children.length === 1) return undefined
  if (!first || !marker || first.type === 'code' || first.type === 'html') return undefined
  const [{ length }, sign = '', spaces = ''] = marker
  const isBlank = /[\r\n]/.test(text[startOf(item) + length] ?? '\n')
  const room = isBlank || spaces.length > 4 ? 1 : spaces.length
  return {
    ...flow(),
    checked: item.checked ?? undefined,
    opening: `${' '.repeat(columnOf(item, text))}${sign}${' '.repeat(room)}#\n`,
    indent: columnOf(item, text) + sign.length + room,
  }
}

/** Whether nothing has been settled in it yet, so that it may still turn out to be something else. */
export function isEmpty(frame: Frame): boolean {
  if (frame.kind === 'flow') return frame.parts.length === 0
  if (frame.kind === 'list') return frame.items.length === 0
  return (frame.kind === 'table' ? frame.rows : frame.pieces).length === 0
}
