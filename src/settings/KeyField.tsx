import { type RefObject, useId, useRef, useState } from 'react'
import { type Endpoint, originOf } from '../state/endpoints'
import { type KeyPlace, keyMoved, keyRemoved, keySaved, useKeyPlace } from '../state/keys'
import { useVault } from '../state/vaultStatus'
import { Button } from '../ui/Button'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { Field } from './Field'
import { KeyPlaceChoice } from './KeyPlaceChoice'

/** A key that is being typed, and where it is to be kept. */
interface TypedKey {
  ref: RefObject<HTMLInputElement | null>
  place: KeyPlace
  onPlace: (place: KeyPlace) => void
  /** Whether the vault has to be opened for what was typed. */
  asks: () => boolean
  /** Keeps what was typed. False where it was not kept: then it still stands in the field. */
  save: (endpoint: Endpoint) => Promise<boolean>
}

/**
 * What a form with a key in it needs. The key is read from the field itself, once, and taken out of it: it is never part of
 * what React draws.
 */
export function useTypedKey(endpoint: Endpoint): TypedKey {
  const ref = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<KeyPlace>()
  const saved = useKeyPlace(endpoint)
  const { vault, isOpen } = useVault()
  const place = chosen ?? saved ?? (vault ? 'vault' : 'device')
  const asks = () => place === 'vault' && !isOpen && Boolean(ref.current?.value.trim())
  const save = async (wanted: Endpoint) => {
    const { current: field } = ref
    const typed = field?.value.trim()
    if (typed && !(await keySaved(wanted, typed, place))) return false
    if (field) field.value = ''
    return true
  }
  return { ref, place, onPlace: setChosen, asks, save }
}

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
  return (
    <div className="flex flex-col gap-2">
      <Field
        id={id}
        label={t.settings.key}
        hint={origin ? t.settings.keyHint(origin) : t.settings.keyHintNone}
      >
        {(described) => (
          // Uncontrolled: React would copy a controlled value into the document as an attribute.
          <input
            ref={typed.ref}
            id={id}
            {...described}
            type="password"
            autoComplete="off"
            spellCheck={false}
            className={`${wideField} font-mono text-small`}
          />
        )}
      </Field>
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
