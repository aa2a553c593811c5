import { type ReactNode, useId, useState } from 'react'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { type Names, ParameterFrame, useNames } from './ParameterFrame'

interface Props {
  name: string
  about: string
  unset: boolean
  onUnset: () => void
  /** What stands on the right of the name: the value in short. */
  value: ReactNode
  /** What has to be seen though the row is closed. */
  note?: ReactNode
  /** The control, once the row is open. */
  children: (names: Names) => ReactNode
}

/** A field in one line, which opens its control: a long list of them stays calm. */
export function DisclosureRow({ name, about, unset, onUnset, value, note, children }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const names = useNames()
  const head = (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={() => setOpen(!open)}
      className="group flex min-h-8 min-w-0 grow items-center gap-2 rounded-chip text-start"
    >
      <span
        id={names.label}
        className={`shrink-0 font-mono text-small group-hover:text-ink ${unset ? 'text-faint' : ''}`}
      >
        {name}
      </span>
      <span className={`min-w-0 grow truncate text-end ${unset ? 'text-faint' : 'font-mono text-small'}`}>
        {unset ? t.parameters.notSent : value}
      </span>
      <Icon
        name={open ? 'down' : unset ? 'plus' : 'right'}
        className="size-3 text-faint group-hover:text-ink"
      />
    </button>
  )
  return (
    <ParameterFrame name={name} unset={unset} onUnset={onUnset} head={head}>
      {note}
      {open && (
        <div id={id} className="pt-0.5 pb-2.5">
          {children(names)}
          <p id={names.about} className="mt-1 text-small text-faint">
            {about}
          </p>
        </div>
      )}
    </ParameterFrame>
  )
}
