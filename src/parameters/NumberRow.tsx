import { Slider } from '../ui/Slider'
import { t } from '../words/t'
import { NumberField } from './NumberField'
import { ParameterRow } from './ParameterRow'

interface Props {
  name: string
  about: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  min: number
  max?: number
  step: number
  /** Where a control rests while the field is unset, and where it begins when it is stepped. */
  start: number
  slider?: boolean
}

/** A field that takes a number. The slider is for the hand, the box for the exact value. */
export function NumberRow({ name, about, value, onChange, min, max, step, start, slider = false }: Props) {
  return (
    <ParameterRow
      name={name}
      about={about}
      unset={value === undefined}
      onUnset={() => onChange(undefined)}
      value={
        <NumberField
          label={t.parameters.value(name)}
          value={value}
          min={min}
          max={max}
          step={step}
          start={start}
          onChange={onChange}
        />
      }
    >
      {({ label, about: description }) =>
        slider && (
          <Slider
            labelledBy={label}
            describedBy={description}
            min={min}
            max={max ?? min}
            step={step}
            value={value}
            resting={start}
            unsetText={t.parameters.notSent}
            onChange={onChange}
          />
        )
      }
    </ParameterRow>
  )
}
