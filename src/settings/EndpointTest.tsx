import { useState } from 'react'
import type { Endpoint } from '../state/endpoints'
import { useHasKey } from '../state/keys'
import { useModels } from '../state/useModels'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

interface Props {
  /** Keeps what has been typed, so that what is tested is what will be used. */
  save: () => Promise<Endpoint | undefined>
}

/** Asks the endpoint for its models, and says what that proves. */
export function EndpointTest({ save }: Props) {
  const [endpoint, setEndpoint] = useState<Endpoint>()
  const [times, setTimes] = useState(0)
  const test = async () => {
    setEndpoint(await save())
    setTimes((count) => count + 1)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button onClick={() => void test()}>{t.settings.test}</Button>
      <div role="status" className="min-w-56 grow basis-0">
        {endpoint && <Result key={times} endpoint={endpoint} />}
      </div>
    </div>
  )
}

function Result({ endpoint }: { endpoint: Endpoint }) {
  const { data, error, isFetching } = useModels(endpoint, useHasKey(endpoint), { fresh: true })
  if (isFetching) return <p className="text-soft">{t.settings.testing}</p>
  // A list from before may still be there when the newest answer is a refusal.
  if (error)
    return <p className="text-warn [overflow-wrap:anywhere]">{t.settings.testFailed(error.message)}</p>
  return data && <p className="text-accent">{t.settings.testOk(data.length)}</p>
}
