import type { JsonObject, Parameters } from '../protocol/wire'
import { t } from '../words/rooms'
import { DisclosureRow } from './DisclosureRow'
import { JsonControl } from './JsonControl'
import { RefusedNote } from './RefusedNote'

interface Props {
  parameters: Parameters
  extraBody: JsonObject | undefined
  place: string
  onChange: (extraBody: JsonObject | undefined) => void
}

const anyObject = { control: 'json', shape: 'object', template: '' } as const

/** JSON that goes into the request last. It says when it takes the place of what is set above. */
export function ExtraBodyRow({ parameters, extraBody, place, onChange }: Props) {
  const names = Object.keys(extraBody ?? {})
  const replaced = names.filter((name) => name === 'messages' || parameters[name] !== undefined)
  return (
    <DisclosureRow
      name={t.parameters.extraBody}
      about={t.parameters.aboutExtraBody}
      unset={extraBody === undefined}
      onUnset={() => onChange(undefined)}
      value={JSON.stringify(extraBody)}
      note={
        <>
          {replaced.length > 0 && (
            <p className="pb-1 text-small text-warn">{t.parameters.overrides(replaced.join(', '))}</p>
          )}
          {names.map((name) => (
            <RefusedNote key={name} name={name} place="extra body" />
          ))}
        </>
      }
    >
      {(ids) => (
        <JsonControl
          key={place}
          names={ids}
          field={anyObject}
          value={extraBody}
          onChange={(value) => onChange(isObject(value) ? value : undefined)}
        />
      )}
    </DisclosureRow>
  )
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
