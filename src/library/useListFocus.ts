import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { VListHandle } from 'virtua'
import type { Row } from './arrange'
import { nextStop } from './rowFor'
import { focusWhenShown } from '../ui/focusWhenShown'

/**
 * Which line of the list takes the focus, and that it keeps it: when its line moves or changes, and when it goes, then
 * the line in its place has it. `mode` is whatever else makes other elements of the lines.
 */
export function useListFocus(
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
  open: string | null,
  mode: unknown,
) {
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string>()
  /** The line that is to have the focus as soon as it is there. */
  const [wanted, setWanted] = useState<{ key: string }>()
  const within = useRef(false)
  const place = useRef(0)

  const known = places.get(active ?? '')
  const near = () => {
    const from = Math.min(place.current, rows.length - 1)
    return nextStop(rows, from, 1) ?? nextStop(rows, from, -1)
  }
  const at = known ?? (active === undefined ? places.get(open ?? '') : undefined) ?? near() ?? 0

  const go = useCallback(
    (to: number) => {
      const row = rows[to]
      if (!row) return
      setActive(row.key)
      setWanted({ key: row.key })
    },
    [rows],
  )

  // At once: the next key may come before the next frame.
  useLayoutEffect(() => {
    place.current = at
    if (!within.current || document.activeElement !== document.body) return
    const { key } = rows[at] ?? {}
    if (key !== undefined) lineOf(box.current, key)?.focus({ preventScroll: true })
    go(at)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `go` changes with the rows
  }, [at, go, mode])

  useEffect(() => {
    const to = wanted && places.get(wanted.key)
    if (to === undefined) return undefined
    list.current?.scrollToIndex(to, { align: 'nearest' })
    return focusWhenShown(() => lineOf(box.current, wanted!.key))
    // Only a new wish: when the list changes the line has long had it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted])

  const isListed = open !== null && places.has(open)
  useEffect(() => {
    const to = places.get(open ?? '')
    if (to !== undefined) list.current?.scrollToIndex(to, { align: 'nearest' })
    // It is brought into sight when it is opened, not whenever something changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [open, isListed])

  return {
    list,
    box,
    at,
    go,
    /** Back to the line that had the focus, from what lay over the list. */
    goBack: useCallback(() => {
      if (active !== undefined) setWanted({ key: active })
    }, [active]),
    onFocus: ({ target }: FocusEvent) => {
      within.current = true
      const key = target instanceof HTMLElement && target.closest<HTMLElement>('[data-key]')?.dataset['key']
      if (key) setActive(key)
    },
    // Where the focus goes nowhere, its line may have gone.
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent) => {
      if (relatedTarget && !currentTarget.contains(relatedTarget)) within.current = false
    },
  }
}

/** What takes the focus in a line: its link, its box to tick, or its button. */
const lineOf = (box: HTMLElement | null, key: string) =>
  box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"] [data-stop]`)
