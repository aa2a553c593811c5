import type { ReactNode } from 'react'

interface Described {
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

interface Props {
  id: string
  label: string
  hint?: string
  /** What is wrong with it, in a sentence. */
  problem?: string | undefined
  children: (described: Described) => ReactNode
}

/** A labelled field with its hint, or with what is wrong with it. */
export function Field({ id, label, hint, problem, children }: Props) {
  const note = problem ?? hint
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        'aria-describedby': note ? `${id}-note` : undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {note && (
        <p
          id={`${id}-note`}
          role={problem ? 'alert' : undefined}
          className={`text-small ${problem ? 'text-warn' : 'text-faint'}`}
        >
          {note}
        </p>
      )}
    </div>
  )
}
