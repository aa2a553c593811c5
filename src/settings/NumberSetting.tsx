import { fieldLook } from '../ui/fieldLook'

interface Props {
  label: string
  unit: string
  value: number
  max: number
  onChange: (value: number) => void
}

/** A whole number from 0 to `max`, between its name and its unit; what is none of these changes nothing. */
export function NumberSetting({ label, unit, value, max, onChange }: Props) {
  return (
    <label className="flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
      {label}
      <input
        type="number"
        min={0}
        max={max}
        step={1}
        inputMode="numeric"
        defaultValue={value}
        onChange={({ target }) => {
          if (target.value && target.validity.valid) onChange(target.valueAsNumber)
        }}
        className={`tabular w-20 invalid:border-warn ${fieldLook}`}
      />
      {unit}
    </label>
  )
}
