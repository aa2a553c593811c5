import type { Endpoint } from '../state/endpoints'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { EndpointTest } from './EndpointTest'
import { KeyField } from './KeyField'
import { Learnt } from './Learnt'
import { useTypedKey } from './useTypedKey'

/** An endpoint that the operator of the page has set: only the key is the reader's. */
export function GivenEndpoint({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }) {
  const key = useTypedKey(endpoint)
  const save = async () => {
    return (await key.save(endpoint)) ? endpoint : undefined
  }
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        void save().then((saved) => saved && onDone())
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
      <KeyField endpoint={endpoint} typed={key} />
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
