import { useMemo } from 'react'
import type { ConversationId } from '../conversation/Message'
import { isSent } from '../conversation/toRequestMessages'
import { numberRanges } from '../protocol/numberRanges'
import { choicesOf } from '../state/choicesApart'
import { mostChoices } from '../state/endpoints'
import { usePath } from '../state/conversations'
import { extraBodyChanged, parametersChanged, useTarget } from '../state/nextConversation'
import { fieldForgiven, refusalOf, useProfile } from '../state/profiles'
import { useOpenConversation } from '../state/route'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { ApartNote } from './ApartNote'
import { changesWith } from './changesWith'
import { EndpointChoice } from './EndpointChoice'
import { FieldRow } from './FieldRow'
import { FurtherFields } from './FurtherFields'
import { ModelChoice } from './ModelChoice'
import { NumberRow } from './NumberRow'
import { otherNameOf } from './otherNameOf'
import { ParameterRow } from './ParameterRow'
import { type Place, type Refusals, RefusalsContext } from './RefusalsContext'
import { ResponseFormatRow } from './ResponseFormatRow'
import { StreamRow } from './StreamRow'

const numbers = {
  max_tokens: { ...numberRanges.max_tokens, step: 1, start: 512 },
  temperature: { ...numberRanges.temperature, step: 0.01, start: 1, slider: true },
  top_p: { ...numberRanges.top_p, step: 0.01, start: 1, slider: true },
  n: { ...numberRanges.n, step: 1, start: 2 },
} as const
const numberNames = ['max_tokens', 'temperature', 'top_p', 'n'] as const

/** Every request field within reach. A field nobody has set is not sent, and looks it. */
export function ParameterPanel() {
  const id = useOpenConversation()
  const { endpoint, parameters, extraBody } = useTarget(id)
  const profile = useProfile(endpoint)
  const place = id ?? ''
  const most = mostChoices(endpoint)
  const change = (fields: Record<string, unknown>) => parametersChanged(id, fields)
  const changeOne = (name: string, value: unknown) => change(changesWith(name, value, parameters))

  const refusals = useMemo<Refusals>(() => {
    const extra = new Map(Object.entries(extraBody ?? {}))
    const valueOf = (name: string, where: Place) =>
      where === 'extra body' ? extra.get(name) : extra.has(name) ? undefined : parameters[name]
    return {
      of: (name, where) => {
        const value = valueOf(name, where)
        return value === undefined ? undefined : refusalOf(profile, name, value)
      },
      before: (name) =>
        parameters[name] === undefined && !extra.has(name) ? refusalOf(profile, name, undefined) : undefined,
      otherName: (name) => otherNameOf(name, parameters),
      leftOut: (name, where) => {
        if (where === 'fields') return parametersChanged(id, changesWith(name, undefined, parameters))
        const { [name]: _refused, ...rest } = Object.fromEntries(extra)
        extraBodyChanged(id, Object.keys(rest).length ? rest : undefined)
      },
      renamed: (name, to) => parametersChanged(id, { [name]: undefined, [to]: parameters[name] }),
      sentAnyway: (name) => fieldForgiven(endpoint, name),
    }
  }, [id, endpoint, parameters, extraBody, profile])

  return (
    <RefusalsContext value={refusals}>
      <div className="flex flex-col gap-1 pb-6 text-chrome">
        <EndpointChoice conversation={id} endpoint={endpoint} />
        <ModelChoice conversation={id} endpoint={endpoint} model={parameters.model} />
        <MessagesRow conversation={id} />
        {numberNames.map((name) => {
          const value = parameters[name]
          if (value !== undefined && typeof value !== 'number')
            return (
              <FieldRow
                key={name}
                name={name}
                field={undefined}
                about={`${t.parameters.about[name]} ${t.parameters.unusual}`}
                parameters={parameters}
                place={place}
                onChange={changeOne}
              />
            )
          return (
            <NumberRow
              key={name}
              name={name}
              about={name === 'n' ? t.parameters.choicesUpTo(count(most)) : t.parameters.about[name]}
              value={value}
              onChange={(next) => changeOne(name, next)}
              range={name === 'n' ? { ...numbers.n, max: most } : numbers[name]}
            />
          )
        })}
        <ApartNote endpoint={endpoint} n={choicesOf({ parameters, extraBody })} />
        <StreamRow parameters={parameters} onChange={changeOne} />
        <ResponseFormatRow key={place} parameters={parameters} onChange={change} />
        <hr className="mx-4 my-2 border-line" />
        <FurtherFields
          parameters={parameters}
          extraBody={extraBody}
          place={place}
          onChange={changeOne}
          onExtraBody={(next) => extraBodyChanged(id, next)}
        />
      </div>
    </RefusalsContext>
  )
}

/** Renders by itself, with each message that comes. */
function MessagesRow({ conversation }: { conversation: ConversationId | null }) {
  const path = usePath(conversation)
  return (
    <ParameterRow
      name="messages"
      value={t.parameters.messages(path.filter(isSent).length)}
      about={t.parameters.about.messages}
    />
  )
}
