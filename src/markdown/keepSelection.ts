/** Makes a change that writes into the text of an element, and leaves selected what was selected there. */
export function keepSelection(box: Element | null, change: () => void) {
  const selection = document.getSelection()
  const { anchorNode, focusNode, anchorOffset, focusOffset, isCollapsed } = selection ?? {}
  change()
  if (!selection || !anchorNode || !focusNode || isCollapsed || !box?.contains(anchorNode)) return
  const isSame = selection.anchorOffset === anchorOffset && selection.focusOffset === focusOffset
  if (isSame || !box.contains(focusNode)) return
  if (anchorOffset! > lengthOf(anchorNode) || focusOffset! > lengthOf(focusNode)) return
  selection.setBaseAndExtent(anchorNode, anchorOffset!, focusNode, focusOffset!)
}

const lengthOf = (node: Node) => (node instanceof Text ? node.length : node.childNodes.length)
