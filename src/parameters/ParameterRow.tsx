import type { ReactNode } from 'react'
import { t } from '../words/rooms'
import { type Names, ParameterFrame, useNames } from './ParameterFrame'

interface Props {
  /** The API's name of the field. */
  name: string
  /** What it does and what it takes, in a sentence. */
  about: string
  /** Whether nobody has set it, so that it is not sent. */
  unset?: boolean
  /** Left out for what is always sent. */
  onUnset?: () => void
  /** What stands on the right of the name; *not sent* where there is nothing else and it is unset. */
  value?: ReactNode | ((names: Names) => ReactNode)
  /** A control small enough to stand beside the value. */
  control?: (names: Names) => ReactNode
  /** What stands below. */
  children?: (names: Names) => ReactNode
}

/** One request field: its API name, its value or *not sent*, its control, and what it does. */
export function ParameterRow({ name, about, unset = false, onUnset, value, control, children }: Props) {
  const names = useNames()
  const head = (
    <>
      <span id={names.label} className={`grow font-mono text-small ${unset ? 'text-faint' : ''}`}>
        {name}
      </span>
      {(typeof value === 'function' ? value(names) : value) ??
        (unset && <span className="text-faint">{t.parameters.notSent}</span>)}
      {control?.(names)}
    </>
  )
  return (
    <ParameterFrame name={name} unset={unset} onUnset={onUnset} className="py-1" head={head}>
      {children?.(names)}
      <p id={names.about} className="text-small text-faint">
        {about}
      </p>
    </ParameterFrame>
  )
}
