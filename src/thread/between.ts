/**
 * Which children of an element lie between two heights of the window, at least in part: the first of them, and the one
 * behind the last. They stand below one another.
 */
export function between(parent: Element, top: number, bottom: number): [from: number, to: number] {
  const { children } = parent
  const first = (isFound: (box: DOMRect) => boolean) => {
    let low = 0
    let high = children.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isFound(children[middle]!.getBoundingClientRect())) high = middle
      else low = middle + 1
    }
    return low
  }
  return [first((box) => box.bottom > top), first((box) => box.top >= bottom)]
}
