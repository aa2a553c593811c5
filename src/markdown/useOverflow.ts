import { type HTMLAttributes, type RefObject, useLayoutEffect, useState } from 'react'

/**
 * What an element needs once it is wider than its place: then it scrolls by itself, and has to be reached by key
 * and to have a name.
 */
export function useOverflow(
  box: RefObject<HTMLElement | null>,
  name: string,
): Pick<HTMLAttributes<HTMLElement>, 'role' | 'tabIndex' | 'aria-label'> {
  const [overflows, setOverflows] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setOverflows(element.scrollWidth > element.clientWidth + 1))
    const watch = () => {
      observer.observe(element)
      for (const child of element.children) observer.observe(child)
    }
    watch()
    // A browser asks each that is watched, for every frame: of very many, only those which are near the screen are.
    const blocks = element.closest('.blocks')
    const onNear = (event: Event) => {
      if (event.target !== blocks) return
      if ('skipped' in event && event.skipped) observer.disconnect()
      else watch()
    }
    blocks?.addEventListener('contentvisibilityautostatechange', onNear)
    return () => {
      blocks?.removeEventListener('contentvisibilityautostatechange', onNear)
      observer.disconnect()
    }
  }, [box])
  return overflows ? { role: 'region', tabIndex: 0, 'aria-label': name } : {}
}
