import { type MouseEvent, useMemo, useRef, useState } from 'react'
import { VList } from 'virtua'
import type { ConversationId } from '../conversation/Message'
import { listFiltered, useListFilter } from '../state/listFilter'
import { useOpenConversation } from '../state/route'
import { t } from '../words/rooms'
import { removed } from './acts'
import type { Row } from './arrange'
import { ConversationRow } from './ConversationRow'
import { type Asked, FilingDialogs } from './FilingDialogs'
import { HeadingRow } from './HeadingRow'
import { ListFoot } from './ListFoot'
import { type ListHands, rowItems, selectionActs } from './listActs'
import { SelectionBar } from './SelectionBar'
import { type Selection, extended, nobody, selectedIn, toggled } from './selection'
import { TagFilter } from './TagFilter'
import { useFoldersOpened } from './useFoldersOpened'
import { useListFocus } from './useListFocus'
import { useListKeys } from './useListKeys'
import { useRows } from './useRows'

interface Props {
  /** The reader has gone to a conversation. */
  onGo?: () => void
  /** Writes conversations into a file; without it that is not offered. */
  onExport?: (ids: readonly ConversationId[]) => void
}

/** The conversations themselves: what stands between the head of the pane and its foot. */
export function LibraryList({ onGo, onExport }: Props) {
  const open = useOpenConversation()
  const wish = useListFilter()
  const [selection, setSelection] = useState<Selection>()
  const [renaming, setRenaming] = useState<ConversationId>()
  const [asked, setAsked] = useState<Asked>()
  const { isRead, all, filter, archived, tags, shown, rows, places } = useRows(wish)
  const isSelecting = selection !== undefined
  useFoldersOpened(open)
  const { list, box, at, go, goBack, onFocus, onBlur } = useListFocus(
    rows,
    places,
    open,
    `${isSelecting} ${renaming}`,
  )
  const selected = useMemo(() => (selection ? selectedIn(selection, shown) : []), [selection, shown])
  const chosen = useMemo(() => new Set(selected), [selected])

  const hands: ListHands = {
    onRename: setRenaming,
    onFolder: (ids) => setAsked({ what: 'folder', ids }),
    onTags: (ids) => setAsked({ what: 'tags', ids }),
    onSelect: (id) => setSelection(toggled(nobody, id)),
    onRemoved: () => setSelection(undefined),
    onExport,
  }
  const toggle = (id: ConversationId) => setSelection((before) => toggled(before ?? nobody, id))
  const extend = (from: Row, to: Row) =>
    setSelection((before) => extended(before ?? { ids: new Set(), anchor: from.key }, rows, to.key))

  const keys = useListKeys({
    rows,
    at,
    go,
    page: () => Math.max(1, Math.floor((list.current?.viewportSize ?? 0) / 32) - 1),
    toggle: (row) => toggle(row.key),
    extend,
    selectAll: () => setSelection({ ids: new Set(shown.map(({ id }) => id)) }),
    endSelection: () => {
      setSelection(undefined)
      return isSelecting
    },
    rename: (row) => row.type === 'entry' && setRenaming(row.key),
    remove: (row) => {
      const ids = isSelecting ? selected : row.type === 'entry' ? [row.key] : []
      if (!ids.length) return
      void removed(ids)
      setSelection(undefined)
    },
  })

  /** The line that had the focus before a press took it away. */
  const before = useRef<Row>(undefined)
  const onClick = (event: MouseEvent, row: Row) => {
    const isOther = event.ctrlKey || event.metaKey
    // A box is not told to stay as it is.
    if (!isSelecting && (event.shiftKey || isOther)) event.preventDefault()
    // What a key presses has no such count, and had the focus already.
    const from = event.detail > 0 ? before.current : rows[at]
    if (event.shiftKey) extend(from ?? row, row)
    else if (isSelecting || isOther) toggle(row.key)
    else onGo?.()
  }

  return (
    <>
      {tags.length > 0 && (
        <TagFilter
          known={tags}
          chosen={filter.tags}
          onChange={(next) => listFiltered({ archived: filter.archived, tags: next })}
        />
      )}
      {/* The lines take the keys; one of them is a stop for Tab. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={box}
        onFocus={onFocus}
        onBlur={onBlur}
        onPointerDownCapture={() => (before.current = rows[at])}
        {...keys}
        className="flex min-h-0 grow flex-col"
      >
        {rows.length > 0 && (
          <VList
            ref={list}
            role="list"
            aria-label={filter.archived ? t.list.archive : t.app.library}
            data={rows}
            itemSize={32}
            keepMounted={[at]}
            className="min-h-0 grow pb-4"
          >
            {(row, place) => (
              <div
                key={row.key}
                role="listitem"
                aria-posinset={place + 1}
                aria-setsize={rows.length}
                data-key={row.key}
                className="relative flex items-center"
              >
                {row.type === 'heading' ? (
                  <HeadingRow heading={row} isActive={place === at} />
                ) : (
                  <ConversationRow
                    conversation={row.conversation}
                    depth={row.depth}
                    isOpen={row.key === open}
                    isActive={place === at}
                    isRenaming={row.key === renaming}
                    isSelected={isSelecting ? chosen.has(row.key) : undefined}
                    onClick={(event) => onClick(event, row)}
                    onRenamed={(byKey) => {
                      setRenaming(undefined)
                      if (byKey) go(place)
                    }}
                    items={() => rowItems(row.conversation, hands)}
                  />
                )}
              </div>
            )}
          </VList>
        )}
        {!rows.length && (
          <p className="px-4 py-3 text-small text-faint">
            {isRead ? (filter.tags.length ? t.list.noneTagged : t.list.empty) : t.app.loading}
          </p>
        )}
      </div>
      {isSelecting ? (
        <SelectionBar
          ids={selected}
          acts={selectionActs(selected, filter.archived, hands)}
          onAll={() => setSelection({ ids: new Set(shown.map(({ id }) => id)) })}
          onEnd={() => setSelection(undefined)}
        />
      ) : (
        <ListFoot
          archived={archived}
          isArchive={filter.archived}
          onArchive={(isArchive) => listFiltered({ archived: isArchive, tags: [] })}
          {...(rows.length > 0 && { onSelect: () => setSelection(nobody) })}
        />
      )}
      {asked && (
        <FilingDialogs
          asked={asked}
          all={all}
          onClose={() => {
            setAsked(undefined)
            goBack()
          }}
        />
      )}
    </>
  )
}
