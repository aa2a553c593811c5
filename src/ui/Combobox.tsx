import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { wideField } from './fieldLook'
import { isComposing } from './isComposing'

export interface ComboboxOption {
  value: string
  detail?: string
}

interface Props {
  labelledBy: string
  describedBy?: string
  value: string
  options: ComboboxOption[]
  placeholder?: string
  /** Said at the end of the list when no option fits what was typed. */
  none: string
  onChange: (value: string) => void
  /** The list is about to be seen. */
  onOpen?: () => void
}

const most = 200

/**
 * A text field that offers what it knows and takes anything else: the editable combobox with list autocompletion
 * of the ARIA authoring practices. What is typed counts when the field is left or Enter is pressed.
 */
export function Combobox(props: Props) {
  const { labelledBy, describedBy, value, options, placeholder, none, onChange, onOpen } = props
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(-1)
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [open, setOpen] = useState(false)

  const words = (typed ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const fitting = options
    .filter((option) => words.every((word) => option.value.toLowerCase().includes(word)))
    .slice(0, most)

  const show = () => {
    onOpen?.()
    const box = field.current!.getBoundingClientRect()
    const menu = list.current!
    const below = innerHeight - box.bottom - 16
    menu.style.left = `${box.left}px`
    menu.style.width = `${box.width}px`
    menu.style.top = `${box.bottom + 4}px`
    menu.style.maxHeight = `${Math.max(120, Math.min(320, below))}px`
    menu.showPopover()
  }
  // The state comes to know of it a moment later, and keys may be faster.
  const isOpen = () => list.current?.matches(':popover-open') ?? false
  const hide = () => {
    if (isOpen()) list.current?.hidePopover()
    setActive(-1)
  }
  const choose = (next: string) => {
    setTyped(undefined)
    hide()
    if (next !== value) onChange(next)
  }
  const settle = () => {
    if (typed !== undefined) choose(typed.trim())
    else hide()
  }
  const move = (by: number) => {
    if (!isOpen()) show()
    const next = (active + by + fitting.length) % Math.max(1, fitting.length)
    setActive(next)
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(active < 0 ? 0 : -1)
    else if (event.key === 'Enter') choose(fitting[active]?.value ?? (typed ?? value).trim())
    else if (event.key === 'Escape' && (isOpen() || typed !== undefined)) {
      setTyped(undefined)
      hide()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <input
        ref={field}
        role="combobox"
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-expanded={open}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
        value={typed ?? value}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(-1)
          if (!isOpen()) show()
        }}
        onClick={() => !isOpen() && show()}
        onFocus={({ target }) => target.select()}
        onBlur={settle}
        onKeyDown={onKeyDown}
        className={`${wideField} font-mono text-small`}
      />
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-labelledby={labelledBy}
        popover="manual"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        className="fixed inset-auto m-0 overflow-auto rounded-field border border-line bg-raised p-1 text-small text-ink shadow-float"
      >
        {fitting.map((option, at) => (
          // The field keeps the focus; the active option is told by aria-activedescendant.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={option.value}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(option.value)}
            className={`flex min-h-7 items-center gap-3 rounded-chip px-2 ${at === active ? 'bg-accent-wash' : 'hover:bg-wash'}`}
          >
            <span className="min-w-0 grow truncate font-mono" title={option.value}>
              {option.value}
            </span>
            {option.detail && <span className="tabular shrink-0 text-tiny text-faint">{option.detail}</span>}
          </div>
        ))}
        {!fitting.length && (
          <div role="option" aria-selected={false} aria-disabled="true" className="px-2 py-1 text-faint">
            {none}
          </div>
        )}
      </div>
    </>
  )
}
