import { Slider } from '../ui/Slider'
import { t } from '../words/rooms'
import type { Range } from './NumberField'
import type { Names } from './ParameterFrame'

interface Props {
  names: Names
  range: Range
  value: number | undefined
  onChange: (value: number) => void
}

/** A number for the hand, where its range is short. */
export function NumberSlider({ names, range: { min, max = min, step, start }, value, onChange }: Props) {
  return (
    <Slider
      labelledBy={names.label}
      describedBy={names.about}
      min={min}
      max={max}
      step={step}
      value={value}
      resting={start}
      unsetText={t.parameters.notSent}
      onChange={onChange}
    />
  )
}
