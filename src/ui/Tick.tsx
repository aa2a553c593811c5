import type { ReactNode } from 'react'

interface Props {
  checked: boolean
  /** Of several things that it stands for, some are and some are not. */
  some?: boolean
  disabled?: boolean
  className?: string
  onChange: (checked: boolean) => void
  children: ReactNode
}

/** Something to tick, at the first line of what it is about. */
export function Tick({ checked, some = false, disabled, className = '', onChange, children }: Props) {
  return (
    <label className={`flex items-start gap-2 ${className}`}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        ref={(box) => {
          if (box) box.indeterminate = some
        }}
        onChange={({ target }) => onChange(target.checked)}
        className="mt-[calc((1lh-0.875rem)/2)] size-3.5 shrink-0 accent-accent"
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </label>
  )
}
