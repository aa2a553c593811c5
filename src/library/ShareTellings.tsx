import type { Telling } from '../state/share'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

const most = 20

/** Which texts tell where somebody is. They go along: what was written is not altered. */
export function ShareTellings({ tellings }: { tellings: readonly Telling[] }) {
  if (!tellings.length) return null
  return (
    <details data-part="tellings" className="mt-1.5 text-small text-warn">
      <summary>{t.sharing.tellings(tellings.length)}</summary>
      <ul className="mt-1 flex flex-col gap-0.5 ps-4 text-soft">
        {tellings.slice(0, most).map(({ role, places }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines are made anew together
          <li key={at} className="[overflow-wrap:anywhere]">
            {role ? t.roles.names[role] : t.sharing.beside}:{' '}
            {places.map((place, which) => (
              <span key={place}>
                {which > 0 && ', '}
                <bdi dir="ltr" className="font-mono text-tiny">
                  {place}
                </bdi>
              </span>
            ))}
          </li>
        ))}
        {tellings.length > most && <li>{t.sharing.moreTellings(count(tellings.length - most))}</li>}
      </ul>
    </details>
  )
}
