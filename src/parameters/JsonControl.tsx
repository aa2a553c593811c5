import { Button } from '../ui/Button'
import { JsonField } from '../ui/JsonField'
import { type JsonValue, parseJson } from '../ui/parseJson'
import { t } from '../words/t'
import type { ControlProps } from './Control'
import type { Field } from './fields'

type Props = Pick<ControlProps, 'names' | 'value' | 'onChange'> & {
  /** Absent where any JSON will do. */
  field?: Extract<Field, { control: 'json' }>
}

const words = {
  fault: (line: number, column: number, reason: keyof typeof t.markdown.jsonFaults) =>
    `${t.markdown.jsonFault(line, column, t.markdown.jsonFaults[reason])} ${t.parameters.staysAsItWas}`,
  show: t.parameters.showFault,
  format: t.parameters.formatJson,
}

const isObject = (value: JsonValue) => typeof value === 'object' && value !== null && !Array.isArray(value)

const checks = {
  list: (value: JsonValue) => (Array.isArray(value) ? undefined : t.parameters.mustBeList),
  object: (value: JsonValue) => (isObject(value) ? undefined : t.parameters.mustBeObject),
}

/** A value typed as JSON, with something to begin from. */
export function JsonControl({ names, field, value, onChange }: Props) {
  const insert = (template: string) => {
    const read = parseJson(template)
    if (read.ok) onChange(read.value)
  }
  return (
    <>
      <JsonField
        labelledBy={names.label}
        describedBy={names.about}
        value={value}
        {...(field && { check: checks[field.shape], placeholder: field.shape === 'list' ? '[ ]' : '{ }' })}
        words={words}
        onChange={onChange}
      />
      {field?.template && value === undefined && (
        <Button look="plain" className="-ms-1.5" onClick={() => insert(field.template)}>
          {t.parameters.template}
        </Button>
      )}
    </>
  )
}
