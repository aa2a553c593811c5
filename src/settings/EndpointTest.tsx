import { useState } from 'react'
import { Diagnosis } from '../doctor/Diagnosis'
import { asChatError } from '../state/asChatError'
import { canBeExamined } from '../state/diagnosis'
import type { Endpoint } from '../state/endpoints'
import { keyReady } from '../state/keys'
import { useModels } from '../state/useModels'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

interface Props {
  /** Keeps what has been typed, so that what is tested is what will be used. */
  save: () => Promise<Endpoint | undefined>
  /** Puts another address into the form. */
  onAddress?: (baseURL: string) => void
}

/** Asks the endpoint for its models, and says what that proves. */
export function EndpointTest({ save, onAddress }: Props) {
  const [endpoint, setEndpoint] = useState<Endpoint>()
  const [times, setTimes] = useState(0)
  const test = async () => {
    const saved = await save()
    setEndpoint(saved && (await keyReady(saved)) ? saved : undefined)
    setTimes((count) => count + 1)
  }
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button onClick={() => void test()}>{t.settings.test}</Button>
        <div role="status" className="min-w-56 grow basis-0">
          {endpoint && <Result key={times} endpoint={endpoint} />}
        </div>
      </div>
      {endpoint && <Why key={times} endpoint={endpoint} times={times} {...(onAddress && { onAddress })} />}
    </div>
  )
}

/** What a test that failed was about. */
function Why({
  endpoint,
  times,
  onAddress,
}: { endpoint: Endpoint; times: number } & Pick<Props, 'onAddress'>) {
  const { error, isFetching } = useModels(endpoint, { enabled: false })
  if (!error || isFetching) return null
  const { kind, message, evidence } = asChatError(error)
  const failure = { endpoint, error: { kind, message, ...evidence } }
  if (!canBeExamined(failure)) return null
  return (
    <Diagnosis
      id={`test ${times} ${endpoint.id} ${endpoint.baseURL}`}
      failure={failure}
      unasked
      {...(onAddress && { onAddress })}
    />
  )
}

function Result({ endpoint }: { endpoint: Endpoint }) {
  const { data, error, isFetching } = useModels(endpoint, { fresh: true })
  if (isFetching) return <p className="text-soft">{t.settings.testing}</p>
  // A list from before may still be there when the newest answer is a refusal.
  if (error)
    return <p className="text-warn [overflow-wrap:anywhere]">{t.settings.testFailed(error.message)}</p>
  return data && <p className="text-accent">{t.settings.testOk(data.length)}</p>
}
