import { type ReactNode, useId } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'

interface Names {
  label: string
  about: string
}

interface Props {
  /** The API's name of the field. */
  name: string
  /** What it does and what it takes, in a sentence. */
  about: string
  /** What stands on the right: the value; *not sent* while there is none. */
  value?: ReactNode
  /** Whether it is unset. Left out for what is always sent. */
  unset?: boolean
  onUnset?: () => void
  children?: (ids: Names) => ReactNode
}

/** One request field: its API name, its value or *not sent*, its control, and what it does. */
export function ParameterRow({ name, about, value, unset = false, onUnset, children }: Props) {
  const id = useId()
  const names = { label: `${id}-label`, about: `${id}-about` }
  return (
    <div className="px-4 py-1.5" data-parameter={name} data-unset={unset || undefined}>
      <div className="flex min-h-7 items-center gap-1">
        <span id={names.label} className={`grow font-mono text-small ${unset ? 'text-faint' : ''}`}>
          {name}
        </span>
        {unset ? <span className="text-faint">{t.parameters.notSent}</span> : value}
        {!unset && onUnset && (
          <Button
            look="plain"
            className="-me-1.5 text-faint"
            aria-label={t.parameters.unset(name)}
            title={t.parameters.unset(name)}
            onClick={onUnset}
          >
            <Icon name="close" className="size-3" />
          </Button>
        )}
      </div>
      {children?.(names)}
      <p id={names.about} className="mt-0.5 text-small text-faint">
        {about}
      </p>
    </div>
  )
}
