import { type ReactNode, use, useId } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { RefusalsContext } from './RefusalsContext'
import { RefusedNote } from './RefusedNote'

/** The ids under which a control finds its name and its description. */
export interface Names {
  label: string
  about: string
}

export function useNames(): Names {
  const id = useId()
  return { label: `${id}-label`, about: `${id}-about` }
}

interface Props {
  /** The API's name of the field. */
  name: string
  unset: boolean
  /** Left out for what is always sent. */
  onUnset?: (() => void) | undefined
  className?: string
  /** The line with its name and its value. */
  head: ReactNode
  children: ReactNode
}

/** What every field has: a line, the way to send it no more, what the server said about it. */
export function ParameterFrame({ name, unset, onUnset, className = '', head, children }: Props) {
  const before = use(RefusalsContext).before(name)
  return (
    <div className={`px-4 ${className}`} data-parameter={name} data-unset={unset || undefined}>
      <div className="flex min-h-7 items-center gap-1.5">
        {head}
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
      {before && (
        <p data-part="refused-before" title={before.message} className="truncate text-small text-warn">
          {t.parameters.refusedBeforeBy(before.message)}
        </p>
      )}
      {children}
    </div>
  )
}
