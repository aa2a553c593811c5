import { useId } from 'react'
import { useHeld } from '../ui/useHeld'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { fieldLook } from './looks'

/** A line of text. One that is too long is marked and changes nothing. */
export function TextControl({ names, field, value, onChange }: ControlProps<'text'>) {
  const [text, hold] = useHeld(value, () => (typeof value === 'string' ? value : ''))
  const error = useId()
  const { most = Infinity } = field
  const tooLong = text.length > most
  const typed = (next: string) => {
    if (next.length > most) return hold(next, value)
    hold(next, next || undefined)
    onChange(next || undefined)
  }
  return (
    <>
      <input
        type="text"
        aria-labelledby={names.label}
        aria-describedby={tooLong ? `${error} ${names.about}` : names.about}
        aria-invalid={tooLong || undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={text}
        onChange={({ target }) => typed(target.value)}
        className={fieldLook}
      />
      {tooLong && (
        <p id={error} className="mt-1 text-small text-warn">
          {t.parameters.tooLong(count(most))} {t.parameters.staysAsItWas}
        </p>
      )}
    </>
  )
}
