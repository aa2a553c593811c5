import { tints } from './tints'

/**
 * Gives a line of code its colours, and leaves its letters and what is selected in them as they are.
 *
 * @param pieces length times 16 and colour of each piece; what is missing at the end is plain
 */
export function paintLine(line: Element, pieces: Uint32Array) {
  const text = line.textContent
  const restoreSelection = heldSelection(line)
  const painted = document.createDocumentFragment()
  let at = 0
  for (const piece of pieces) {
    const part = text.slice(at, (at += piece >> 4))
    const tint = tints[piece & 15]
    if (!tint) painted.append(part)
    else {
      const span = document.createElement('span')
      span.className = tint
      span.textContent = part
      painted.append(span)
    }
  }
  if (at < text.length) painted.append(text.slice(at))
  line.replaceChildren(painted)
  restoreSelection?.()
}

/** What brings the selection back where it begins or ends in the line, after the line has got other nodes. */
function heldSelection(line: Element): (() => void) | undefined {
  const selection = document.getSelection()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  if (!selection || !anchorNode || !focusNode) return undefined
  const anchor = placeIn(line, anchorNode, anchorOffset)
  const focus = placeIn(line, focusNode, focusOffset)
  if (anchor === undefined && focus === undefined) return undefined
  return () => {
    const [from, fromOffset] = anchor === undefined ? [anchorNode, anchorOffset] : nodeAt(line, anchor)
    const [to, toOffset] = focus === undefined ? [focusNode, focusOffset] : nodeAt(line, focus)
    selection.setBaseAndExtent(from, fromOffset ?? 0, to, toOffset ?? 0)
  }
}

/** How many letters of the line stand before a place in the document, if the place is in the line. */
function placeIn(line: Element, node: Node, offset = 0): number | undefined {
  if (!line.contains(node)) return undefined
  const range = document.createRange()
  range.setStart(line, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

function nodeAt(line: Element, place: number): [Node, number] {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let left = place
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    if (left <= text.length) return [text, left]
    left -= text.length
  }
  return [line, line.childNodes.length]
}
