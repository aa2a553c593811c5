import { useId, useState } from 'react'
import type { Endpoint } from '../state/endpoints'
import { modelFor } from '../state/nextConversation'
import { capabilities, probeCost } from '../state/probeEndpoint'
import { useProbed } from '../state/probes'
import { useSettings } from '../state/settings'
import { useModels } from '../state/useModels'
import { useProbe } from '../state/useProbe'
import { Button } from '../ui/Button'
import { Combobox } from '../ui/Combobox'
import { count, shortMoment } from '../words/numbers'
import { t } from '../words/rooms'
import { ProbeTable } from './ProbeTable'

/** Finds out, when asked to, what a model can do at an endpoint; says before what that costs, and shows what it found. */
export function ProbeEndpoint({ endpoint, onDone }: { endpoint: Endpoint; onDone: () => void }) {
  const label = useId()
  const used = useSettings((settings) => modelFor(settings, endpoint.id))
  const { data = [], isFetching } = useModels(endpoint)
  const probed = useProbed(endpoint)
  const [typed, setTyped] = useState<string>()
  const model = typed ?? probed?.model ?? used ?? data[0]?.id ?? ''
  const { progress, state, start, stop } = useProbe(endpoint)
  const cost = probeCost(endpoint, model)
  const results = progress?.results ?? (state === 'idle' ? probed?.results : undefined)
  return (
    <div className="flex flex-col gap-4 p-5 text-chrome phone:p-4">
      <h3 className="font-semibold">{t.doctor.probe.title(endpoint.name)}</h3>
      <p className="max-w-prose text-soft">
        {t.doctor.probe.cost(endpoint.name, cost.requests, count(cost.tokens))}
      </p>
      <div>
        <span id={label} className="font-medium">
          {t.doctor.probe.model}
        </span>
        <div className="mt-1 max-w-md">
          <Combobox
            labelledBy={label}
            value={model}
            none={t.parameters.noModels}
            options={data.map(({ id: value }) => ({ value }))}
            onChange={setTyped}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {state === 'running' ? (
          <Button onClick={stop}>{t.doctor.probe.stop}</Button>
        ) : (
          <Button look="primary" disabled={!model && isFetching} onClick={() => start(model)}>
            {results ? t.doctor.probe.again : t.doctor.probe.start}
          </Button>
        )}
        <Button look="plain" onClick={onDone}>
          {t.doctor.probe.back}
        </Button>
        <p role="status" className="tabular text-small text-soft">
          {state === 'running' && t.doctor.probe.running(progress?.requests ?? 0, capabilities.length)}
          {state === 'stopped' && t.doctor.probe.stopped}
        </p>
      </div>
      {progress?.error && (
        <p role="alert" className="text-warn [overflow-wrap:anywhere]">
          {t.doctor.probe.ended} {progress.error.message}
        </p>
      )}
      {results && (
        <div>
          {!progress && probed && (
            <p className="mb-1 text-small text-soft">
              {t.doctor.probe.before(shortMoment(probed.at), probed.model)}
            </p>
          )}
          <ProbeTable results={results} running={state === 'running'} />
        </div>
      )}
      {progress && (
        <p className="text-small text-soft">
          {t.doctor.probe.used(t.doctor.probe.requests(progress.requests), count(progress.tokens))}{' '}
          {progress.uncounted > 0 && t.doctor.probe.uncounted(progress.uncounted)}
        </p>
      )}
    </div>
  )
}
