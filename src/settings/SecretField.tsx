import { useId } from 'react'
import { wideField } from '../ui/fieldLook'

interface Props {
  name: string
  label: string
  /** The id of what is said of it. */
  describedBy?: string | undefined
}

/** A field for words that nobody is to see. What is typed stays in it alone, and is never part of what React draws. */
export function SecretField({ name, label, describedBy }: Props) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        name={name}
        aria-describedby={describedBy}
        type="password"
        autoComplete="off"
        spellCheck={false}
        className={`${wideField} max-w-md`}
      />
    </div>
  )
}
