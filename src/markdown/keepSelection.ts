/**
 * Makes a change to the text of an element, and leaves selected what was selected there: React sets the letters of a
 * node anew, and puts another node in the place of a paragraph that has become long.
 */
export function keepSelection(box: Element | null, change: () => void) {
  const selection = document.getSelection()
  if (!box || !selection || selection.isCollapsed) return change()
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection
  if (!anchorNode || !focusNode || !box.contains(anchorNode) || !box.contains(focusNode)) return change()
  const words = wordsOf(selection)
  const from = lettersBefore(box, anchorNode, anchorOffset)
  const to = lettersBefore(box, focusNode, focusOffset)
  change()
  if (wordsOf(selection) === words) return
  const [start, end] = [placeOf(box, from), placeOf(box, to)]
  if (!start || !end) return
  selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
}

const wordsOf = (selection: Selection) => (selection.rangeCount ? selection.getRangeAt(0).toString() : '')

function lettersBefore(box: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(box, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

function placeOf(box: Element, letters: number) {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
  let left = letters
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node.textContent!
    if (left <= length) return { node, offset: left }
    left -= length
  }
  return undefined
}
