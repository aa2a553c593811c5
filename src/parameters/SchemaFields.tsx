import { type ReactNode, useId, useState } from 'react'
import { isJsonObject } from '../protocol/isObject'
import { Menu } from '../ui/Menu'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Switch } from '../ui/Switch'
import { TextArea } from '../ui/TextArea'
import { t } from '../words/rooms'
import { JsonControl } from './JsonControl'
import type { JsonSchemaFormat } from './jsonSchemaFormat'
import { fieldLook } from './looks'
import { SchemaExample } from './SchemaExample'
import { SchemaFindings } from './SchemaFindings'
import { SchemaName } from './SchemaName'
import { schemaTemplates, templateNames } from './schemaTemplates'

interface Props {
  format: JsonSchemaFormat
  onChange: (format: JsonSchemaFormat) => void
  /** A further action beside those of the schema. */
  children?: ReactNode
}

const schemaField = { control: 'json', shape: 'object', template: '' } as const

/** What `json_schema` holds. Whatever takes the place of a schema can be taken back until something else is done. */
export function SchemaFields({ format, onChange, children }: Props) {
  const { description, strict, schema } = format
  const id = useId()
  const [before, setBefore] = useState<JsonSchemaFormat>()
  const [fromExample, setFromExample] = useState(false)
  // The text begins anew when something else than the hand has written it, also when it comes to the same.
  const [written, setWritten] = useState(0)
  const change = (part: Partial<JsonSchemaFormat>) => {
    setBefore(undefined)
    onChange({ ...format, ...part })
  }
  const replace = (part: Partial<JsonSchemaFormat>) => {
    setBefore(format)
    setWritten(written + 1)
    onChange({ ...format, ...part })
  }
  return (
    <div className="relative flex flex-col gap-2">
      <SchemaName name={format.name} onChange={(name) => change({ name })} />
      <div className="flex min-h-7 items-center gap-2">
        <span id={`${id}-strict`} className="font-mono text-tiny text-soft">
          strict
        </span>
        <span id={`${id}-about-strict`} className="grow text-small text-faint">
          {t.schema.aboutStrict}
        </span>
        <Switch
          labelledBy={`${id}-strict`}
          describedBy={`${id}-about-strict`}
          on={strict === true}
          onChange={(on) => change({ strict: on || undefined })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-description`} className="font-mono text-tiny text-soft">
          description
        </label>
        <TextArea
          id={`${id}-description`}
          dir="auto"
          rows={1}
          value={description ?? ''}
          placeholder={t.parameters.notSent}
          onChange={({ target }) => change({ description: target.value || undefined })}
          className={`${fieldLook} block max-h-40 py-1.5`}
        />
      </div>
      <div>
        <div className="mb-1 flex flex-wrap items-center gap-1.5">
          <span id={`${id}-schema`} className="grow font-mono text-tiny text-soft">
            schema
          </span>
          <Menu
            look="chip"
            items={() =>
              templateNames.map((name) => ({
                label: t.schema.templates[name],
                onSelect: () => replace(schemaTemplates[name]),
              }))
            }
          >
            {t.schema.template}
            <Icon name="down" className="size-3" />
          </Menu>
          <Button aria-expanded={fromExample} onClick={() => setFromExample(!fromExample)}>
            {t.schema.fromExample}
          </Button>
          {children}
        </div>
        {fromExample && (
          <SchemaExample
            onInfer={(inferred) => {
              setFromExample(false)
              replace({ schema: inferred })
            }}
          />
        )}
        <JsonControl
          key={written}
          names={{ label: `${id}-schema`, about: `${id}-about` }}
          field={schemaField}
          value={schema}
          onChange={(value) => change({ schema: isJsonObject(value) ? value : undefined })}
        />
        <p id={`${id}-about`} className="sr-only">
          {t.schema.aboutSchema}
        </p>
      </div>
      {before && (
        <Button
          className="self-start"
          onClick={() => {
            setWritten(written + 1)
            setBefore(undefined)
            onChange(before)
          }}
        >
          {t.schema.putBack}
        </Button>
      )}
      {schema && (
        <SchemaFindings
          schema={schema}
          strict={strict === true}
          onMend={(mended) => replace({ schema: mended })}
        />
      )}
    </div>
  )
}
