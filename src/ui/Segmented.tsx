import { useId } from 'react'

interface Props<Value extends string> {
  /** The id of the element that names the group. */
  labelledBy: string
  options: { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
  mono?: boolean
}

/** One of a few, all in view: radio buttons in a row. None is chosen while `value` is undefined. */
export function Segmented<Value extends string>({
  labelledBy,
  options,
  value,
  onChange,
  mono,
}: Props<Value>) {
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      className={`flex overflow-hidden rounded-field border border-line bg-paper text-small ${mono ? 'font-mono' : ''}`}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex min-h-7 grow items-center justify-center px-2 text-soft select-none not-first:border-s not-first:border-line hover:text-ink has-checked:bg-accent-wash has-checked:text-accent forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 appearance-none outline-none"
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
