import { JsonField } from '../ui/JsonField'
import type { JsonValue } from '../ui/parseJson'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import type { Field } from './fields'

type Props = Pick<ControlProps, 'names' | 'value' | 'onChange'> & {
  /** Absent where any JSON will do. */
  field?: Extract<Field, { control: 'json' }>
}

const wrong = (sentence: string) => `${sentence} ${t.parameters.staysAsItWas}`

const words = {
  fault: (line: number, column: number, reason: keyof typeof t.markdown.jsonFaults) =>
    wrong(t.markdown.jsonFault(line, column, t.markdown.jsonFaults[reason])),
  show: t.parameters.showFault,
  format: t.parameters.formatJson,
  template: t.parameters.template,
}

const isObject = (value: JsonValue) => typeof value === 'object' && value !== null && !Array.isArray(value)

const checks = {
  list: (value: JsonValue) => (Array.isArray(value) ? undefined : wrong(t.parameters.mustBeList)),
  object: (value: JsonValue) => (isObject(value) ? undefined : wrong(t.parameters.mustBeObject)),
}

/** A value typed as JSON, with something to begin from. */
export function JsonControl({ names, field, value, onChange }: Props) {
  return (
    <JsonField
      labelledBy={names.label}
      describedBy={names.about}
      value={value}
      {...(field && {
        check: checks[field.shape],
        placeholder: field.shape === 'list' ? '[ ]' : '{ }',
        template: field.template,
      })}
      words={words}
      onChange={onChange}
    />
  )
}
