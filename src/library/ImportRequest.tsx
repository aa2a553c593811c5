import { useState } from 'react'
import { endpointAt } from '../state/endpointAt'
import type { ImportRow } from '../state/importing'
import { keySaved, useHasKey } from '../state/keys'
import type { Endpoint } from '../state/endpoints'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Where a request went, and that keys which stand in it are not kept, unless the reader wants one to be. */
export function ImportRequest({ request }: { request: NonNullable<ImportRow['request']> }) {
  const { url, secrets, key } = request
  if (!url && !secrets.length) return null
  const endpoint = endpointAt(url)
  return (
    <div className="flex flex-col gap-1 ps-9 pe-3 pb-2 text-small text-soft">
      {url && (
        <p className="[overflow-wrap:anywhere]">
          {t.files.request.to(url)}{' '}
          {endpoint ? t.files.request.known(endpoint.name) : t.files.request.unknown}
        </p>
      )}
      {secrets.length > 0 && (
        <p className="text-warn">{t.files.request.secrets(secrets.map(masked).join(', '))}</p>
      )}
      {endpoint && key && <KeyOffer endpoint={endpoint} secret={key} />}
    </div>
  )
}

function KeyOffer({ endpoint, secret }: { endpoint: Endpoint; secret: string }) {
  const hasKey = useHasKey(endpoint)
  const [saved, setSaved] = useState(false)
  if (saved) return <p role="status">{t.files.request.saved(endpoint.name)}</p>
  const words = hasKey ? t.files.request.replace : t.files.request.save
  const save = async () => {
    await keySaved(endpoint, secret)
    setSaved(true)
  }
  return (
    <Button className="self-start" onClick={() => void save()}>
      {words(endpoint.name)}
    </Button>
  )
}

/** Enough to tell one key from another. */
const masked = (secret: string) => (secret.length < 12 ? '…' : `${secret.slice(0, 3)}…${secret.slice(-4)}`)
