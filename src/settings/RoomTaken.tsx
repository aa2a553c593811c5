import { useEffect, useId, useRef, useState } from 'react'
import { useConversationList } from '../state/conversations'
import { listFiltered } from '../state/listFilter'
import { panelClosed, panelOpened } from '../state/panels'
import { currentSettings, paneToggled } from '../state/settings'
import { type RoomTaken as Room, freed, roomParts, roomTaken } from '../state/storageUse'
import { Button } from '../ui/Button'
import { count, fileSize } from '../words/numbers'
import { t } from '../words/rooms'

/** What takes room in this browser, part by part, with a way to free what can be. */
export function RoomTaken({ onFreed }: { onFreed: () => void }) {
  const [room, setRoom] = useState<Room>({})
  const [told, setTold] = useState('')
  const title = useId()
  const group = useRef<HTMLDivElement>(null)
  const words = t.data.room
  const [looked, setLooked] = useState(0)
  useEffect(() => {
    const look = async () => {
      await roomTaken((part) => setRoom((known) => ({ ...known, ...part })))
      // What is empty has no button any more.
      if (looked > 0 && document.activeElement === document.body) group.current?.focus()
    }
    void look()
  }, [looked])
  const free = async (part: keyof typeof freed) => {
    try {
      await freed[part]()
      setTold(words.freed[part])
    } catch (error) {
      setTold(t.data.notFreed(error instanceof Error ? error.message : String(error)))
    }
    setLooked(looked + 1)
    onFreed()
  }
  return (
    <div ref={group} tabIndex={-1} role="group" aria-labelledby={title} className="flex flex-col gap-1.5">
      <h4 id={title} className="mt-1.5 text-small font-semibold text-soft">
        {words.title}
      </h4>
      <ul>
        {roomParts.map((part) => {
          const taken = room[part]
          return (
            <li
              key={part}
              data-room={part}
              className="flex min-h-9 items-center gap-x-3 border-b border-line py-1 last:border-0"
            >
              <span className="flex grow flex-wrap items-baseline justify-between gap-x-3 text-soft">
                {words.parts[part]}
                {taken && taken.count > 0 && (
                  <span className="tabular text-small text-faint">
                    {words.counts[part](count(taken.count))}
                  </span>
                )}
              </span>
              <span className="tabular min-w-20 shrink-0 text-end whitespace-nowrap">
                {!taken
                  ? '…'
                  : !taken.count
                    ? words.nothing
                    : part === 'messages'
                      ? words.about(fileSize(taken.bytes))
                      : fileSize(taken.bytes)}
              </span>
              <span className="flex min-w-24 shrink-0 justify-end phone:min-w-0 phone:empty:hidden">
                {part === 'messages' && <Archive />}
                {(part === 'flights' || part === 'offline') && taken && taken.count > 0 && (
                  <Free what={words.parts[part]} onFree={() => void free(part)} />
                )}
              </span>
            </li>
          )
        })}
      </ul>
      <p role="status" className="text-small text-soft">
        {told}
      </p>
      <p className="max-w-prose text-small text-faint">{words.hint}</p>
    </div>
  )
}

/** The way to what has been put aside, where it can be removed. */
function Archive() {
  const list = useConversationList()
  const archived = Object.values(list ?? {}).filter((one) => one.archived).length
  if (!archived) return null
  const show = () => {
    listFiltered({ archived: true, tags: [] })
    panelClosed()
    if (!matchMedia('(min-width: 860px)').matches) panelOpened('library')
    else if (!currentSettings().panes.library) paneToggled('library')
  }
  return <Button onClick={show}>{t.data.room.archive(count(archived))}</Button>
}

/** There is no way back, so it is asked once more, in the button itself. */
function Free({ what, onFree }: { what: string; onFree: () => void }) {
  const [sure, setSure] = useState(false)
  const words = t.data.room
  return (
    <Button
      look={sure ? 'danger' : 'chip'}
      aria-label={sure ? `${words.sure} ${what}` : words.freeOf(what)}
      onBlur={() => setSure(false)}
      onClick={() => {
        if (sure) onFree()
        setSure(!sure)
      }}
    >
      {sure ? words.sure : words.free}
    </Button>
  )
}
