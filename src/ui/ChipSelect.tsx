interface Props<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  className?: string
}

/** A choice of a few in the size of a chip: the browser's own select. */
export function ChipSelect<Value extends string>({
  label,
  value,
  options,
  onChange,
  className = '',
}: Props<Value>) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = options.find((option) => option.value === target.value)
        if (chosen) onChange(chosen.value)
      }}
      className={`min-h-7 rounded-chip border border-line bg-paper px-1.5 text-small text-soft hover:border-edge hover:text-ink ${className}`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
