import { useId } from 'react'
import { builtIn } from '../state/endpoints'
import type { ConversationId } from '../conversation/Message'
import { endpointSwitched } from '../state/nextConversation'
import { useEndpointsLocked } from '../state/operatorConfig'
import { settingsOpened } from '../state/panels'
import { useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'
import { KeyLock } from './KeyLock'

interface Props {
  conversation: ConversationId | null
  endpoint: string
}

/** Who answers: one of the endpoints, which are made and mended in the settings. */
export function EndpointChoice({ conversation, endpoint }: Props) {
  const endpoints = useSettings((all) => all.endpoints)
  const locked = useEndpointsLocked()
  const managed = locked || endpoints.length > 0
  const label = useId()
  const all = [builtIn, ...endpoints]
  const known = all.find(({ id }) => id === endpoint)
  return (
    <div className="px-4 py-1.5">
      <div className="flex min-h-7 items-center">
        <label htmlFor={label} className="grow">
          {t.parameters.endpoint}
        </label>
        <Button look="plain" className="-me-1.5" onClick={() => settingsOpened({ add: !managed })}>
          {managed ? t.start.changeEndpoint : t.start.addEndpoint}
        </Button>
      </div>
      <select
        id={label}
        value={known ? endpoint : ''}
        onChange={({ target }) => endpointSwitched(conversation, target.value)}
        className={`${wideField} text-chrome`}
      >
        {!known && (
          <option value="" disabled>
            {t.parameters.noEndpoint}
          </option>
        )}
        {all.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {known && <KeyLock endpoint={known} />}
    </div>
  )
}
