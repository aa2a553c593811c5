import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { NumberField } from './NumberField'
import { NumberSlider } from './NumberSlider'

/** A number: the box for the exact value, and where the range is short a slider for the hand. */
export function NumberControl({ name, names, field, value, onChange }: ControlProps<'number'>) {
  const number = { range: field, value: typeof value === 'number' ? value : undefined, onChange }
  return (
    <div className="flex items-center gap-3">
      {field.slider && <NumberSlider names={names} {...number} />}
      <NumberField
        label={t.parameters.value(name)}
        describedBy={names.about}
        {...number}
        wide={!field.slider}
      />
    </div>
  )
}
