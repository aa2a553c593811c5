import { Steps } from '../doctor/Steps'
import { type FoundServer, openingSteps, serverAdded, useLocalServers } from '../state/localServers'
import { useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Looks for servers at the usual ports of this computer, when asked to; each that was found is added by one press. */
export function LocalServers() {
  const { servers, state, look } = useLocalServers()
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button disabled={state === 'looking'} onClick={() => void look()}>
          {t.doctor.local.look}
        </Button>
        <p role="status" className="min-w-48 grow basis-0 text-small text-soft">
          {state === 'idle'
            ? t.doctor.local.hint
            : state === 'looking'
              ? t.doctor.local.looking
              : t.doctor.local.found(servers.length)}
        </p>
      </div>
      {state === 'done' && !servers.length && <p className="text-small text-soft">{t.doctor.local.none}</p>}
      {servers.length > 0 && (
        <ul aria-label={t.doctor.local.list} className="flex flex-col gap-2">
          {servers.map((server) => (
            <Found key={server.baseURL} server={server} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Found({ server }: { server: FoundServer }) {
  const { baseURL, kind, state, models } = server
  const name = t.doctor.servers[kind]
  const isKnown = useSettings(({ endpoints }) => endpoints.some((one) => one.baseURL === baseURL))
  return (
    <li className="rounded-block border border-line px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-48 grow">
          <p>{state === 'closed' ? t.doctor.local.maybe(name) : name}</p>
          <p className="font-mono text-tiny [overflow-wrap:anywhere] text-faint">{baseURL}</p>
        </div>
        {isKnown ? (
          <span className="text-small text-accent">{t.doctor.local.known}</span>
        ) : (
          <Button aria-label={t.doctor.local.addLabel(name)} onClick={() => serverAdded(server, name)}>
            {t.doctor.local.add}
          </Button>
        )}
      </div>
      <p className={`mt-1 text-small ${state === 'lists' ? 'text-soft' : 'text-warn'}`}>
        {t.doctor.local.states[state](models)}
      </p>
      {state === 'closed' && <Steps found={{ steps: openingSteps(server), server: kind }} />}
    </li>
  )
}
