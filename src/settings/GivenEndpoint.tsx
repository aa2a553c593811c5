import { useRef } from 'react'
import { type Endpoint, originOf } from '../state/endpoints'
import { keyRemoved, useHasKey } from '../state/keys'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { EndpointTest } from './EndpointTest'
import { KeyField, typedKeySaved } from './KeyField'
import { Learnt } from './Learnt'

/** An endpoint that the operator of the page has set: only the key is the reader's. */
export function GivenEndpoint({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }) {
  const key = useRef<HTMLInputElement>(null)
  const save = async () => {
    await typedKeySaved(key, endpoint)
    return endpoint
  }
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void save().then(onDone)
      }}
      className="flex flex-col gap-4 p-5 text-chrome phone:p-4"
    >
      <div>
        <p dir="auto" className="font-medium">
          {endpoint.name}
        </p>
        <p className="font-mono text-small [overflow-wrap:anywhere] text-soft">{endpoint.baseURL}</p>
        <p className="mt-1 text-small text-faint">{t.settings.given}</p>
      </div>
      <KeyField
        ref={key}
        origin={originOf(endpoint)}
        hasKey={useHasKey(endpoint)}
        onRemove={() => void keyRemoved(endpoint.id)}
      />
      <Learnt endpoint={endpoint.id} />
      <EndpointTest save={save} />
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button type="submit" look="primary">
          {t.common.save}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t.common.cancel}
        </Button>
      </div>
    </form>
  )
}
