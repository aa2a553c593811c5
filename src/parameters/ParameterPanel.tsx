import { isSent } from '../conversation/toRequestMessages'
import { usePath } from '../state/conversations'
import { parametersChanged, useTarget } from '../state/nextConversation'
import { useOpenConversation } from '../state/route'
import { t } from '../words/t'
import { EndpointChoice } from './EndpointChoice'
import { ModelChoice } from './ModelChoice'
import { NumberRow } from './NumberRow'
import { ParameterRow } from './ParameterRow'
import { ResponseFormatRow } from './ResponseFormatRow'
import { StreamRow } from './StreamRow'

/** Every request field within reach. A field nobody has set is not sent, and looks it. */
export function ParameterPanel() {
  const id = useOpenConversation()
  const { endpoint, parameters } = useTarget(id)
  const path = usePath(id)
  const change = (fields: Record<string, unknown>) => parametersChanged(id, fields)
  const number = (name: string) => {
    const value = parameters[name]
    return typeof value === 'number' ? value : undefined
  }
  return (
    <div className="flex flex-col gap-1 pb-6 text-chrome">
      <EndpointChoice conversation={id} endpoint={endpoint} />
      <ModelChoice conversation={id} endpoint={endpoint} model={parameters.model} />
      <ParameterRow
        name="messages"
        value={t.parameters.messages(path.filter(isSent).length)}
        about={t.parameters.about.messages}
      />
      <NumberRow
        name="max_tokens"
        about={t.parameters.about.max_tokens}
        value={number('max_tokens')}
        onChange={(max_tokens) => change({ max_tokens })}
        min={1}
        step={1}
        start={512}
      />
      <NumberRow
        name="temperature"
        about={t.parameters.about.temperature}
        value={number('temperature')}
        onChange={(temperature) => change({ temperature })}
        min={0}
        max={2}
        step={0.01}
        start={1}
        slider
      />
      <NumberRow
        name="top_p"
        about={t.parameters.about.top_p}
        value={number('top_p')}
        onChange={(top_p) => change({ top_p })}
        min={0}
        max={1}
        step={0.01}
        start={1}
        slider
      />
      <NumberRow
        name="n"
        about={t.parameters.about.n}
        value={number('n')}
        onChange={(n) => change({ n })}
        min={1}
        max={128}
        step={1}
        start={2}
      />
      <StreamRow parameters={parameters} onChange={change} />
      <ResponseFormatRow parameters={parameters} onChange={change} />
    </div>
  )
}
