import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button, type ButtonLook } from './Button'

export interface MenuItem {
  label: string
  onSelect: () => void
  danger?: boolean
  disabled?: boolean
  /** One of a few of which this one counts now. */
  checked?: boolean
}

interface Props {
  /** The name of the button, if it shows only a sign. */
  label?: string
  look?: ButtonLook
  className?: string
  disabled?: boolean
  /** -1 where the keyboard comes to the button another way than by Tab. */
  tabIndex?: number | undefined
  /** The actions; asked for when the menu opens, so that a closed one costs nothing. */
  items: () => MenuItem[]
  children: ReactNode
}

/** A button that opens a list of actions, by the menu button pattern of the ARIA authoring practices. */
export function Menu({ label, look = 'plain', className = '', disabled, tabIndex, items, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button
        ref={button}
        look={look}
        className={className}
        disabled={disabled}
        tabIndex={tabIndex}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </Button>
      {open && (
        <List
          id={id}
          label={label}
          anchor={button}
          items={items()}
          onClose={(toButton) => {
            setOpen(false)
            if (toButton) button.current?.focus()
          }}
        />
      )}
    </>
  )
}

interface ListProps {
  id: string
  label: string | undefined
  anchor: RefObject<HTMLElement | null>
  items: MenuItem[]
  /** Closed; the focus goes back to the button unless it has gone elsewhere by itself. */
  onClose: (toButton: boolean) => void
}

function List({ id, label, anchor, items, onClose }: ListProps) {
  const list = useRef<HTMLDivElement>(null)
  const enabled = () => [...list.current!.querySelectorAll<HTMLElement>('button:not(:disabled)')]

  useLayoutEffect(() => {
    const menu = list.current!
    menu.showPopover()
    if (anchor.current) place(menu, anchor.current)
    const first =
      menu.querySelector<HTMLElement>('[aria-checked=true]') ??
      menu.querySelector<HTMLElement>('button:not(:disabled)')
    first?.focus()
  }, [anchor])

  const onKeyDown = (event: KeyboardEvent) => {
    const all = enabled()
    const at = all.findIndex((item) => item === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) all[to % all.length]?.focus()
    else if (event.key === 'Escape') onClose(true)
    else if (event.key === 'Tab') return onClose(false)
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ') {
      // Typing the beginning of a name goes to it.
      const wanted = event.key.toLowerCase()
      const order = [...all.slice(at + 1), ...all.slice(0, at + 1)]
      order.find((item) => item.textContent.toLowerCase().startsWith(wanted))?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={list}
      id={id}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      onToggle={({ newState }) => newState === 'closed' && onClose(false)}
      onKeyDown={onKeyDown}
      className="fixed inset-auto m-0 max-h-[calc(100dvh-1rem)] min-w-40 overflow-auto rounded-field border border-line bg-raised p-1 text-chrome text-ink shadow-float"
    >
      {items.map(({ label: name, onSelect, danger, disabled, checked }) => (
        <button
          key={name}
          type="button"
          role={checked === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={checked}
          tabIndex={-1}
          disabled={disabled}
          onClick={() => {
            onClose(true)
            onSelect()
          }}
          className={`flex min-h-8 w-full items-center gap-2 rounded-chip px-2.5 text-start hover:bg-wash focus:bg-wash disabled:text-faint aria-checked:text-accent ${danger ? 'text-warn' : ''}`}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** Below the button or above it, its end in line with the button's, and inside the window. */
function place(menu: HTMLElement, anchor: HTMLElement) {
  const box = anchor.getBoundingClientRect()
  const { width, height } = menu.getBoundingClientRect()
  const startsLeft = getComputedStyle(menu).direction === 'rtl' || box.right - width < 8
  const left = startsLeft ? box.left : box.right - width
  const below = box.bottom + 4
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  menu.style.top = `${below + height + 8 > innerHeight ? Math.max(8, box.top - height - 4) : below}px`
}
