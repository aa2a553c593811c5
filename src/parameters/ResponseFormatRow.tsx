import { useState } from 'react'
import type { Parameters } from '../protocol/wire'
import { Segmented } from '../ui/Segmented'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { JsonControl } from './JsonControl'
import { type JsonSchemaFormat, readFormat, toFormat } from './jsonSchemaFormat'
import { ParameterRow } from './ParameterRow'
import { schemaTemplates } from './schemaTemplates'

const SchemaEditor = lazyPart(() => import('./SchemaEditor').then((room) => room.SchemaEditor))

interface Props {
  parameters: Parameters
  onChange: (fields: Record<string, unknown>) => void
}

const types = ['text', 'json_object', 'json_schema'] as const
type Type = (typeof types)[number]

/** `response_format`: text, a reply that is JSON, or one that fits a schema. */
export function ResponseFormatRow({ parameters: { response_format }, onChange }: Props) {
  const type = types.find((known) => known === response_format?.type)
  const format = readFormat(response_format)
  // Whoever looks at another type for a moment finds the schema again.
  const [kept, keep] = useState<JsonSchemaFormat>()
  const change = (next: unknown) => onChange({ response_format: next })
  const choose = (next: Type) => {
    if (next === type) return
    if (format) keep(format)
    change(next === 'json_schema' ? toFormat(kept ?? schemaTemplates.person) : { type: next })
  }
  return (
    <ParameterRow
      name="response_format"
      about={t.schema.about[type ?? 'unset']}
      unset={response_format === undefined}
      onUnset={() => {
        if (format) keep(format)
        change(undefined)
      }}
    >
      {(names) => (
        <div className="my-1">
          <Segmented<Type>
            labelledBy={names.label}
            mono
            value={type}
            options={types.map((value) => ({ value, label: value }))}
            onChange={choose}
          />
          {format && <SchemaEditor format={format} onChange={(next) => change(toFormat(next))} />}
          {response_format !== undefined && !type && (
            <div className="mt-1.5">
              <JsonControl names={names} value={response_format} onChange={change} />
            </div>
          )}
        </div>
      )}
    </ParameterRow>
  )
}
