import { useState } from 'react'
import type { JsonObject, Parameters } from '../protocol/wire'
import { t } from '../words/rooms'
import { ExtraBodyRow } from './ExtraBodyRow'
import { FieldRow } from './FieldRow'
import { fieldNames, fields, isListed, isOffered } from './fields'
import { findFields } from './findFields'
import { fieldLook } from './looks'

interface Props {
  parameters: Parameters
  extraBody: JsonObject | undefined
  place: string
  onChange: (name: string, value: unknown) => void
  onExtraBody: (extraBody: JsonObject | undefined) => void
}

/** Every field that does not stand at the top, those that nobody knows, and the extra body. */
export function FurtherFields({ parameters, extraBody, place, onChange, onExtraBody }: Props) {
  const [wanted, setWanted] = useState('')
  const others = Object.keys(parameters).filter((name) => !isOffered(name))
  const { found, above } = findFields(wanted, [...fieldNames, ...others, t.parameters.extraBody])
  return (
    <section aria-label={t.parameters.further}>
      <div className="px-4 pb-1.5">
        <input
          type="search"
          aria-label={t.parameters.find}
          placeholder={t.parameters.find}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !wanted) return
            event.preventDefault()
            event.stopPropagation()
            setWanted('')
          }}
          className={fieldLook}
        />
        <p role="status" className="text-small text-faint">
          {above.length > 0
            ? t.parameters.foundAbove(above.join(', '))
            : found.length === 0 && t.parameters.foundNone}
        </p>
      </div>
      {found.map((name) =>
        name === t.parameters.extraBody ? (
          <ExtraBodyRow
            key={name}
            parameters={parameters}
            extraBody={extraBody}
            place={place}
            onChange={onExtraBody}
          />
        ) : (
          <FieldRow
            key={name}
            name={name}
            field={isListed(name) ? fields[name] : undefined}
            about={isListed(name) ? t.parameters.about[name] : t.parameters.unknown}
            parameters={parameters}
            place={place}
            onChange={onChange}
          />
        ),
      )}
    </section>
  )
}
