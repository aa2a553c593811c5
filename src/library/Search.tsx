import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { searchPrepared, useSearch } from '../state/search'
import { searchTyped, useSearchAsked, useSearchText } from '../state/searching'
import { foundClosed } from '../state/found'
import { Button } from '../ui/Button'
import { Drawing, Icon } from '../ui/Icon'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { isComposing } from '../ui/isComposing'

const SearchResults = lazyPart(() => import('./SearchResults').then((part) => part.SearchResults))

/** The wish for the field that was met last, in whichever place it stood then. */
let met = 0

/**
 * The field that searches all conversations, and below it what was found: a combobox whose list stays open. The field
 * keeps the focus; the arrows go through the list.
 */
export function Search({ onGo }: { onGo?: () => void }) {
  const text = useSearchText()
  const asked = useSearchAsked()
  const { results, asked: question } = useSearch()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  /** Where the reader was before. */
  const from = useRef<Element | null>(null)
  const [active, setActive] = useState<string>()
  /** Enter was pressed before there was anything to go to. */
  const [eager, setEager] = useState(false)
  const id = useId()

  useEffect(() => {
    if (asked === met) return
    met = asked
    field.current?.focus()
    field.current?.select()
  }, [asked])

  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])]
  const isAnswered = results?.id === question && results.done
  const goToFirst = useEffectEvent(() => {
    setEager(false)
    options()[0]?.click()
  })
  const hasFound = isAnswered && results.groups.length > 0
  useEffect(() => {
    if (eager && hasFound) goToFirst()
  }, [eager, hasFound])

  const type = (next: string) => {
    setActive(undefined)
    setEager(false)
    searchTyped(next)
  }
  const leave = () => {
    const back = from.current?.isConnected ? from.current : document.getElementById('composer')
    if (back instanceof HTMLElement) back.focus()
  }
  const move = (by: number) => {
    const all = options()
    const at = all.findIndex((option) => option.id === active)
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))]
    setActive(next?.id)
    next?.scrollIntoView({ block: 'nearest' })
  }
  const enter = () => {
    const chosen = active === undefined ? undefined : document.getElementById(active)
    if (chosen) chosen.click()
    else if (text) setEager(true)
  }
  const escape = () => {
    if (text) {
      type('')
      foundClosed()
    }
    leave()
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(8),
    PageUp: () => move(-8),
    Enter: enter,
    Escape: escape,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event
    const act = keys[key]
    if (!act || isComposing(event.nativeEvent) || ctrlKey || altKey || metaKey) return
    // Where nothing is searched for, Escape belongs to what lies over the page.
    if (key === 'Escape' && !text && field.current?.closest('dialog')) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <search className={`flex min-h-0 flex-col ${text ? 'grow' : 'flex-none'}`}>
      <div className="relative mx-3 mb-2 flex-none">
        <Drawing path={glass} className="absolute start-2 top-2 size-3.5 text-faint" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={t.search.label}
          aria-keyshortcuts="Control+K"
          aria-expanded={text !== ''}
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={active}
          value={text}
          placeholder={t.search.placeholder}
          title={t.search.key}
          dir="auto"
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={({ target }) => type(target.value)}
          onFocus={({ relatedTarget }) => {
            if (relatedTarget && !list.current?.contains(relatedTarget)) from.current = relatedTarget
            searchPrepared()
            void SearchResults.load().catch(() => undefined)
          }}
          onKeyDown={onKeyDown}
          className="min-h-7.5 w-full rounded-field border border-line bg-paper ps-7 pe-8 text-chrome text-ink hover:border-edge"
        />
        {text && (
          <Button
            look="plain"
            aria-label={t.search.clear}
            className="absolute end-0.5 top-px"
            onClick={() => {
              type('')
              foundClosed()
              field.current?.focus()
            }}
          >
            <Icon name="close" className="size-3.5" />
          </Button>
        )}
      </div>
      <div ref={list} id={id} hidden={!text} className="flex min-h-0 grow flex-col">
        {text && <SearchResults active={active} {...(onGo && { onGo })} />}
      </div>
    </search>
  )
}

const glass = 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5'
