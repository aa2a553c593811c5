import { type RefObject, useEffect, useEffectEvent } from 'react'
import { type Found, foundClosed } from '../state/found'
import { useHits } from '../state/hits'
import { searchAsked } from '../state/searching'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { count as written } from '../words/numbers'
import { t } from '../words/rooms'
import { useMarks } from './useMarks'
import { isComposing } from '../ui/isComposing'

/** Where in the conversation the reader is among all that was found there, and the way to the other places. */
export function FoundBar({ found, box }: { found: Found; box: RefObject<HTMLElement | null> }) {
  const { at, count, go } = useHits(found)
  useMarks(found, box)

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event
    if (isComposing(event) || altKey || document.querySelector('dialog[open], :popover-open')) return
    const command = ctrlKey || metaKey
    const letter = key.toLowerCase()
    // Who turns to the browser's own search wants its keys to go on with that.
    if (command && !shiftKey && letter === 'f') return foundClosed()
    if (key === 'F3' || (command && letter === 'g')) {
      event.preventDefault()
      go(shiftKey ? -1 : 1)
    } else if (
      key === 'Escape' &&
      target instanceof Element &&
      target.matches('article, [data-part=here] *')
    ) {
      // Back to the results. A reply that is being written is stopped first.
      if (target.closest('main')?.querySelector('[aria-busy=true]')) return undefined
      event.preventDefault()
      searchAsked()
    }
    return undefined
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    // Before the page's own keys, and before the browser's.
    addEventListener('keydown', listen, { capture: true })
    return () => removeEventListener('keydown', listen, { capture: true })
  }, [])

  return (
    <div
      role="group"
      aria-label={t.search.here.label}
      data-part="here"
      className="absolute end-4 top-2 z-10 max-w-[calc(100%-2rem)] rounded-field border border-line bg-raised py-0.5 ps-3 pe-1 text-small text-soft shadow-float"
    >
      <div className="flex items-center gap-0.5">
        <span className="tabular me-1.5 whitespace-nowrap">
          {at < 0 ? t.search.here.none : t.search.here.place(written(at + 1), written(count))}
        </span>
        <Button
          look="plain"
          aria-label={t.search.here.previous}
          title={t.search.here.previous}
          disabled={count < 1}
          onClick={() => go(-1)}
        >
          <Icon name="down" className="size-3.5 rotate-180" />
        </Button>
        <Button
          look="plain"
          aria-label={t.search.here.next}
          title={t.search.here.next}
          disabled={count < 1}
          onClick={() => go(1)}
        >
          <Icon name="down" className="size-3.5" />
        </Button>
        <Button look="plain" aria-label={t.search.here.close} onClick={foundClosed}>
          <Icon name="close" className="size-3.5" />
        </Button>
      </div>
      {found.turned && <p className="pe-2 pb-1 text-warn">{t.search.here.turned}</p>}
    </div>
  )
}
