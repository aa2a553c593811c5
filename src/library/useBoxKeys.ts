import { type FocusEvent, type KeyboardEvent, useState } from 'react'

/**
 * A list of boxes with one stop for Tab, by their `data-place`; the arrows, Home and End go from box to box. Else who stands
 * in the middle of a thousand would not come out.
 */
export function useBoxKeys(first: number | undefined) {
  const [chosen, setChosen] = useState<number>()
  const onFocus = ({ target }: FocusEvent) => {
    const place = target instanceof HTMLElement ? target.dataset['place'] : undefined
    if (place !== undefined) setChosen(Number(place))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[data-place]:enabled')]
    const at = boxes.indexOf(event.target)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key]
    if (at < 0 || next === undefined) return
    event.preventDefault()
    boxes[next]?.focus()
  }
  return { stop: chosen ?? first, keys: { onFocus, onKeyDown } }
}
