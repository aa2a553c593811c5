import { marksIn } from '../state/hits'
import { spansOf } from './spansOf'

const blocks = 'p, li, pre, td, th, h1, h2, h3, h4, h5, h6, blockquote, summary, div'

/** The parts of a message whose words can be found. */
const parts = '[data-part=reasoning], [data-part=body], [data-part=tool_calls]'

/** Where folded words stand in a message as it is drawn; they may go on from one element into the next. */
export function rangesIn(article: Element, words: readonly string[]): Range[] {
  return [...article.querySelectorAll(parts)]
    .filter((part) => part.parentElement?.closest(parts) === null)
    .flatMap((part) => rangesInPart(part, words))
}

function rangesInPart(part: Element, words: readonly string[]): Range[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; from: number }[] = []
  let text = ''
  let block: Element | null | undefined
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!(node instanceof Text) || node.parentElement?.closest('button')) continue
    const own = node.parentElement?.closest(blocks)
    // What stands in different paragraphs makes no word together.
    if (own !== block) text += '\n'
    block = own
    nodes.push({ node, from: text.length })
    text += node.data
  }
  const marks = marksIn(text, words)
  const starts = nodes.map(({ from }) => from)
  return spansOf(starts, marks).map(([begin, end], at) => {
    const [from, to] = marks[at]!
    const [first, last] = [nodes[begin]!, nodes[end]!]
    const range = document.createRange()
    range.setStart(first.node, Math.min(first.node.length, from - first.from))
    range.setEnd(last.node, Math.min(last.node.length, to - last.from))
    return range
  })
}
