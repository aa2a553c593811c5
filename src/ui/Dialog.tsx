import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './Button'
import { Icon } from './Icon'
import { dialogOpened } from './openDialogs'

const places = {
  centre:
    'm-auto w-[min(44rem,calc(100vw-2rem))] max-h-[min(46rem,calc(100dvh-2rem))] rounded-box shadow-float border border-line',
  tall: 'm-auto h-[min(46rem,calc(100dvh-2rem))] w-[min(44rem,calc(100vw-2rem))] rounded-box shadow-float border border-line',
  wide: 'm-auto h-[calc(100dvh-2rem)] max-h-none w-[calc(100vw-2rem)] max-w-none rounded-box shadow-float border border-line',
  left: 'mr-auto h-dvh max-h-dvh w-[min(19rem,calc(100vw-3rem))] border-r border-line shadow-float',
  right: 'ml-auto h-dvh max-h-dvh w-[min(22rem,calc(100vw-2rem))] border-l border-line shadow-float',
}

interface Props {
  title: string
  /** The name of the button that closes it. */
  close: string
  onClose: () => void
  /** In the middle, or a drawer at an edge. A drawer's content brings its own heading. */
  place?: keyof typeof places
  children: ReactNode
}

/** A modal dialog: the browser's own, with its focus, its Escape, and the rest of the page out of reach. */
export function Dialog({ title, close, onClose, place = 'centre', children }: Props) {
  const element = useRef<HTMLDialogElement>(null)
  const pressed = useRef<EventTarget>(null)
  const heading = useId()
  const hasHead = place !== 'left' && place !== 'right'
  // A dialog gives the focus back only while it is on the page: it is closed before it is taken away.
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return undefined
    if (!dialog.open) dialog.showModal()
    const closed = dialogOpened(dialog)
    return () => {
      closed()
      dialog.close()
    }
  }, [])
  return (
    // A click beside the box reaches the dialog itself; the keyboard has Escape.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      aria-labelledby={heading}
      // React hands on the closing of a dialog inside this one, though the browser does not.
      onClose={({ target }) => target === element.current && onClose()}
      // Who selects words and lets go beside the box has clicked on what is common to both places.
      onPointerDown={({ target }) => (pressed.current = target)}
      onClick={({ target }) => target === element.current && pressed.current === target && onClose()}
      className={`fixed inset-0 flex-col overflow-clip bg-paper text-ink outline-none open:flex backdrop:bg-black/35 ${places[place]}`}
    >
      <div
        className={hasHead ? 'flex h-bar flex-none items-center gap-2 border-b border-line px-4' : 'sr-only'}
      >
        <h2 id={heading} className="grow text-text font-semibold">
          {title}
        </h2>
        {hasHead && (
          <Button look="plain" aria-label={close} onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      {/* What stands in it by places of its own scrolls with it, and makes nothing else scroll. */}
      <div className="relative flex min-h-0 grow flex-col overflow-auto">{children}</div>
    </dialog>
  )
}
