import { type Endpoint, builtIn } from '../state/endpoints'
import { keyRemoved } from '../state/keys'
import { endpointSwitched } from '../state/nextConversation'
import { useEndpointsLocked } from '../state/operatorConfig'
import { isOperators } from '../state/operatorId'
import { openConversationId } from '../state/route'
import { endpointRemoved, useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { LocalServers } from './LocalServers'

interface Props {
  onAdd: () => void
  onEdit: (id: string) => void
  onProbe: (id: string) => void
}

/** The endpoints: which one is in use, and what can be done with each. */
export function EndpointList({ onAdd, onEdit, onProbe }: Props) {
  const endpoints = useSettings((all) => all.endpoints)
  const locked = useEndpointsLocked()
  const inUse = useSettings((all) => all.endpoint)
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {[builtIn, ...endpoints].map((endpoint) => (
          <li key={endpoint.id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2.5">
            <div className="min-w-48 grow">
              <p className="text-ink">{endpoint.name}</p>
              <p className="text-small [overflow-wrap:anywhere] text-faint">
                {endpoint.id === builtIn.id ? t.settings.builtIn : endpoint.baseURL}
              </p>
            </div>
            {endpoint.id === inUse ? (
              <span className="flex items-center gap-1 text-small text-accent">
                <Icon name="check" />
                {t.settings.inUse}
              </span>
            ) : (
              <Button onClick={() => endpointSwitched(openConversationId(), endpoint.id)}>
                {t.settings.use}
              </Button>
            )}
            <Button aria-label={t.doctor.probe.openLabel(endpoint.name)} onClick={() => onProbe(endpoint.id)}>
              {t.doctor.probe.open}
            </Button>
            {isOperators(endpoint.id) && (
              <Button aria-label={t.settings.keyOf(endpoint.name)} onClick={() => onEdit(endpoint.id)}>
                {t.settings.key}
              </Button>
            )}
            {endpoint.id !== builtIn.id && !isOperators(endpoint.id) && (
              <Own endpoint={endpoint} onEdit={onEdit} />
            )}
          </li>
        ))}
      </ul>
      {locked ? (
        <p className="text-small text-soft">{t.settings.locked}</p>
      ) : (
        <>
          <div>
            <Button look="primary" onClick={onAdd}>
              {t.settings.add}
            </Button>
          </div>
          <LocalServers />
        </>
      )}
    </>
  )
}

function Own({ endpoint, onEdit }: { endpoint: Endpoint; onEdit: (id: string) => void }) {
  const remove = () => {
    // A key cannot be brought back from anywhere, so this one question is asked.
    if (!confirm(t.settings.removeAsk(endpoint.name))) return
    endpointRemoved(endpoint.id)
    void keyRemoved(endpoint.id)
  }
  return (
    <>
      <Button aria-label={t.settings.editEndpoint(endpoint.name)} onClick={() => onEdit(endpoint.id)}>
        {t.common.edit}
      </Button>
      <Button look="danger" aria-label={t.settings.removeEndpoint(endpoint.name)} onClick={remove}>
        {t.common.remove}
      </Button>
    </>
  )
}
