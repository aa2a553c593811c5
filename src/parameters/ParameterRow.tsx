import { type ReactNode, useId } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
import { RefusedNote } from './RefusedNote'

/** The ids under which a control finds its name and its description. */
export interface Names {
  label: string
  about: string
}

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
  value?: ReactNode
  /** A control small enough to stand beside the value. */
  control?: (names: Names) => ReactNode
  /** What stands below. */
  children?: (names: Names) => ReactNode
}

/** One request field: its API name, its value or *not sent*, its control, and what it does. */
export function ParameterRow({ name, about, unset = false, onUnset, value, control, children }: Props) {
  const id = useId()
  const names = { label: `${id}-label`, about: `${id}-about` }
  return (
    <div className="px-4 py-1" data-parameter={name} data-unset={unset || undefined}>
      <div className="flex min-h-7 items-center gap-1.5">
        <span id={names.label} className={`grow font-mono text-small ${unset ? 'text-faint' : ''}`}>
          {name}
        </span>
        {value ?? (unset && <span className="text-faint">{t.parameters.notSent}</span>)}
        {control?.(names)}
        {!unset && onUnset && (
          <Button
            look="plain"
            className="-ms-1 -me-2 text-faint"
            aria-label={t.parameters.unset(name)}
            title={t.parameters.unset(name)}
            onClick={onUnset}
          >
            <Icon name="close" className="size-3" />
          </Button>
        )}
      </div>
      <RefusedNote name={name} />
      {children?.(names)}
      <p id={names.about} className="text-small text-faint">
        {about}
      </p>
    </div>
  )
}
