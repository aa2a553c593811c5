import { t } from '../words/rooms'
import { NumberField, type Range } from './NumberField'
import { NumberSlider } from './NumberSlider'
import { ParameterRow } from './ParameterRow'

interface Props {
  name: string
  about: string
  range: Range & { slider?: boolean }
  value: number | undefined
  onChange: (value: number | undefined) => void
}

/** A field at the top that takes a number: the box in its line, the slider below. */
export function NumberRow({ name, about, ...number }: Props) {
  const { range, value, onChange } = number
  return (
    <ParameterRow
      name={name}
      about={about}
      unset={value === undefined}
      onUnset={() => onChange(undefined)}
      value={(names) => (
        <NumberField label={t.parameters.value(name)} describedBy={names.about} {...number} />
      )}
    >
      {(names) => range.slider && <NumberSlider names={names} {...number} />}
    </ParameterRow>
  )
}
