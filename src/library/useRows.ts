import { useEffect, useMemo, useState } from 'react'
import { useClosedFolders } from '../state/closedFolders'
import { useConversationList } from '../state/conversations'
import type { ListFilter } from '../state/listFilter'
import { useTemporaryIds } from '../state/temporary'
import { arrange, newestFirst } from './arrange'
import { filterThatCan, filtered } from './filter'

const none: never[] = []

/** The lines of the list. Each step is done once for each change of what it needs. */
export function useRows(wish: ListFilter) {
  const list = useConversationList()
  const closed = useClosedFolders()
  const temporary = useTemporaryIds()
  const now = useToday()
  const all = useMemo(() => (list ? newestFirst(Object.values(list)) : none), [list])
  const { filter, archived, tags } = useMemo(() => filterThatCan(all, wish), [all, wish])
  const shown = useMemo(() => filtered(all, filter), [all, filter])
  const rows = useMemo(
    () => arrange(shown, { now, closed, isTemporary: (id) => id in temporary }),
    [shown, now, closed, temporary],
  )
  const places = useMemo(() => new Map(rows.map((row, at) => [row.key, at])), [rows])
  return { isRead: list !== undefined, all, filter, archived, tags, shown, rows, places }
}

/** A moment of this day: another one as soon as the day has changed. */
function useToday(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const date = new Date(now)
    const next = new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
    const look = () => {
      if (Date.now() >= next) setNow(Date.now())
    }
    // A machine that has slept may be late; whoever looks at the page again sees the right day.
    const timer = setTimeout(look, Math.max(0, next - Date.now()) + 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [now])
  return now
}
