import { type RefObject, useId, useState } from 'react'
import type { Endpoint } from '../state/endpoints'
import { keySaved } from '../state/keys'
import { Button } from '../ui/Button'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { Field } from './Field'

interface Props {
  ref: RefObject<HTMLInputElement | null>
  origin: string | null
  hasKey: boolean
  onRemove: () => void
}

/** Where a key is typed. A saved one is never shown again: it can be replaced or removed. */
export function KeyField({ ref, origin, hasKey, onRemove }: Props) {
  const [replacing, setReplacing] = useState(false)
  const id = useId()
  if (hasKey && !replacing)
    return (
      <div className="flex flex-wrap items-center gap-2">
        <span className="grow">
          <span className="font-medium">{t.settings.key}</span>{' '}
          <span className="text-soft">{t.settings.keySaved(origin ?? '')}</span>
        </span>
        <Button onClick={() => setReplacing(true)}>{t.settings.replaceKey}</Button>
        <Button look="danger" onClick={onRemove}>
          {t.settings.removeKey}
        </Button>
      </div>
    )
  return (
    <Field id={id} label={t.settings.key} hint={origin ? t.settings.keyHint(origin) : t.settings.keyHintNone}>
      {(described) => (
        // Uncontrolled: React would copy a controlled value into the document as an attribute.
        <input
          ref={ref}
          id={id}
          {...described}
          type="password"
          autoComplete="off"
          spellCheck={false}
          className={`${wideField} font-mono text-small`}
        />
      )}
    </Field>
  )
}

/** Keeps what was typed. It is read from the field itself, once, and taken out of it: a key is never part of what React draws. */
export async function typedKeySaved(
  { current: field }: RefObject<HTMLInputElement | null>,
  endpoint: Endpoint,
): Promise<void> {
  const typed = field?.value.trim()
  if (typed) await keySaved(endpoint, typed)
  if (field) field.value = ''
}
