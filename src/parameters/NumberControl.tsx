import { Slider } from '../ui/Slider'
import { t } from '../words/t'
import type { ControlProps } from './Control'
import { NumberField } from './NumberField'

/** A number: the box for the exact value, and where the range is short a slider for the hand. */
export function NumberControl({ name, names, field, value, onChange }: ControlProps<'number'>) {
  const { min, max, step, start, slider } = field
  const number = typeof value === 'number' ? value : undefined
  return (
    <div className="flex items-center gap-3">
      {slider && max !== undefined && (
        <Slider
          labelledBy={names.label}
          describedBy={names.about}
          min={min}
          max={max}
          step={step}
          value={number}
          resting={start}
          unsetText={t.parameters.notSent}
          onChange={onChange}
        />
      )}
      <NumberField
        label={t.parameters.value(name)}
        value={number}
        min={min}
        max={max}
        step={step}
        start={start}
        onChange={onChange}
        wide={!slider}
      />
    </div>
  )
}
