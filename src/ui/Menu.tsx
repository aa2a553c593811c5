import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { Button, type ButtonLook } from './Button'

export interface MenuItem {
  label: string
  onSelect: () => void
  danger?: boolean
}

interface Props {
  /** The name of the button, if it shows only a sign. */
  label?: string
  look?: ButtonLook
  className?: string
  items: MenuItem[]
  children: ReactNode
}

/** A button that opens a list of actions, by the menu button pattern of the ARIA authoring practices. */
export function Menu({ label, look = 'plain', className = '', items, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const move = (to: (at: number, count: number) => number) => {
    const all = options()
    const at = all.findIndex((option) => option === document.activeElement)
    all[(to(at, all.length) + all.length) % all.length]?.focus()
  }
  const show = () => {
    const box = button.current!.getBoundingClientRect()
    const menu = list.current!
    menu.showPopover()
    // Below the button, its ends in line with the button's, and inside the window.
    const { width, height } = menu.getBoundingClientRect()
    const rightToLeft = getComputedStyle(menu).direction === 'rtl'
    const left = rightToLeft ? box.left : box.right - width
    menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
    menu.style.top = `${box.bottom + height + 8 > innerHeight ? Math.max(8, box.top - height - 4) : box.bottom + 4}px`
    options()[0]?.focus()
  }
  const hide = () => {
    list.current?.hidePopover()
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'ArrowDown') move((at) => at + 1)
    else if (key === 'ArrowUp') move((at) => at - 1)
    else if (key === 'Home') move(() => 0)
    else if (key === 'End') move((_at, count) => count - 1)
    else if (key === 'Escape') hide()
    else if (key === 'Tab') return list.current?.hidePopover()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <Button
        ref={button}
        look={look}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        onClick={(event) => {
          event.preventDefault()
          if (open) hide()
          else show()
        }}
      >
        {children}
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={onKeyDown}
        className="fixed inset-auto m-0 min-w-40 rounded-field border border-line bg-raised p-1 text-chrome text-ink shadow-float"
      >
        {items.map(({ label: name, onSelect, danger }) => (
          <button
            key={name}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              hide()
              onSelect()
            }}
            className={`flex min-h-8 w-full items-center rounded-chip px-2.5 text-start hover:bg-wash focus:bg-wash ${danger ? 'text-warn' : ''}`}
          >
            {name}
          </button>
        ))}
      </div>
    </>
  )
}
