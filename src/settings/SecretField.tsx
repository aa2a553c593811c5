import { useId } from 'react'
import { wideField } from '../ui/fieldLook'

/** A field for words that nobody is to see. What is typed stays in it alone, and is never part of what React draws. */
export function SecretField({ name, label }: { name: string; label: string }) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="password"
        autoComplete="off"
        spellCheck={false}
        className={`${wideField} max-w-md`}
      />
    </div>
  )
}
