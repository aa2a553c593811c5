import type { Parameters } from '../protocol/wire'
import { t } from '../words/rooms'
import { DisclosureRow } from './DisclosureRow'
import { FieldControl } from './FieldControl'
import type { Field } from './fields'
import { fits } from './fits'
import { JsonControl } from './JsonControl'
import { summaryOf } from './summaryOf'

interface Props {
  name: string
  /** Undefined for a field that nobody knows: any JSON may stand there. */
  field: Field | undefined
  about: string
  parameters: Parameters
  /** Where the fields belong: what is half typed in one place does not appear in another. */
  place: string
  onChange: (name: string, value: unknown) => void
}

/** A field below those at the top: one line that opens its control. */
export function FieldRow({ name, field, about, parameters, place, onChange }: Props) {
  const value = parameters[name]
  const usual = !field || field.control === 'json' || fits(field, value)
  return (
    <DisclosureRow
      name={name}
      about={usual ? about : `${about} ${t.parameters.unusual}`}
      unset={value === undefined}
      onUnset={() => onChange(name, undefined)}
      value={summaryOf(name, value)}
    >
      {(names) => {
        const given = { names, value, onChange: (next: unknown) => onChange(name, next) }
        return field ? (
          <FieldControl key={place} name={name} field={field} parameters={parameters} {...given} />
        ) : (
          <JsonControl key={place} {...given} />
        )
      }}
    </DisclosureRow>
  )
}
