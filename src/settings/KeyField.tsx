import { useId, useState } from 'react'
import { type Endpoint, originOf } from '../state/endpoints'
import { type KeyPlace, keyMoved, keyRemoved, useKeyPlace } from '../state/keys'
import { Button } from '../ui/Button'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { Field } from './Field'
import { KeyPlaceChoice } from './KeyPlaceChoice'
import type { TypedKey } from './useTypedKey'

interface Props {
  endpoint: Endpoint
  typed: TypedKey
}

/** Where a key is typed. A saved one is never shown again: it can be replaced, moved or removed. */
export function KeyField({ endpoint, typed }: Props) {
  const [replacing, setReplacing] = useState(false)
  const saved = useKeyPlace(endpoint)
  const id = useId()
  const origin = originOf(endpoint)
  if (saved && !replacing)
    return <SavedKey endpoint={endpoint} place={saved} onReplace={() => setReplacing(true)} />
  const { dropped } = typed
  const hint = origin ? t.settings.keyHint(origin) : t.settings.keyHintNone
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Field id={id} label={t.settings.key} hint={dropped === undefined ? hint : ''}>
          {(described) => (
            // Uncontrolled: React would copy a controlled value into the document as an attribute.
            <input
              ref={typed.ref}
              id={id}
              {...described}
              {...(dropped !== undefined && { 'aria-describedby': `${id}-dropped` })}
              type="password"
              autoComplete="off"
              spellCheck={false}
              onInput={typed.onType}
              onFocus={typed.onFocus}
              className={`${wideField} font-mono text-small`}
            />
          )}
        </Field>
        <p
          id={`${id}-dropped`}
          role="status"
          className={dropped === undefined ? '' : 'mt-1 text-small [overflow-wrap:anywhere] text-warn'}
        >
          {dropped !== undefined && t.settings.keyDropped(dropped)}
        </p>
      </div>
      <KeyPlaceChoice place={typed.place} onChange={typed.onPlace} />
    </div>
  )
}

interface SavedProps {
  endpoint: Endpoint
  place: KeyPlace
  onReplace: () => void
}

function SavedKey({ endpoint, place, onReplace }: SavedProps) {
  const [failed, setFailed] = useState(false)
  const move = async (wanted: KeyPlace) => {
    setFailed(!(await keyMoved(endpoint, wanted).catch(() => false)))
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="grow">
          <span className="font-medium">{t.settings.key}</span>{' '}
          <span className="text-soft">{t.settings.keySaved(originOf(endpoint) ?? '')}</span>
        </span>
        <Button onClick={onReplace}>{t.settings.replaceKey}</Button>
        <Button look="danger" onClick={() => void keyRemoved(endpoint.id)}>
          {t.settings.removeKey}
        </Button>
      </div>
      <KeyPlaceChoice place={place} onChange={(wanted) => void move(wanted)} />
      {failed && (
        <p role="alert" className="text-small text-warn">
          {t.vault.moveFailed}
        </p>
      )}
    </div>
  )
}
