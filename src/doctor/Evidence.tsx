import type { Diagnosis, Outcome } from '../state/diagnosis'
import { t } from '../words/rooms'

/** What was tried and what came of it, for who wants to know how a cause was found. */
export function Evidence({ found: { trials, online, permission } }: { found: Diagnosis }) {
  const rows: { key: string; tried: string; url?: string; came: string }[] = [
    { key: 'online', tried: t.doctor.probes.online, came: t.doctor.outcomes[online ? 'yes' : 'no'] },
    ...(permission
      ? [{ key: 'permission', tried: t.doctor.probes.permission, came: t.doctor.outcomes[permission] }]
      : []),
    ...trials.map(({ probe, url, outcome }) => ({
      key: `${probe} ${url}`,
      tried: t.doctor.probes[probe],
      url,
      came: wordsFor(outcome),
    })),
  ]
  return (
    <details className="min-w-0 grow text-small">
      <summary className="py-1 text-soft">{t.doctor.evidence}</summary>
      <table className="mt-1 w-full border-collapse text-start">
        <thead className="text-soft">
          <tr>
            <th scope="col" className="pe-3 pb-1 text-start font-medium">
              {t.doctor.tried}
            </th>
            <th scope="col" className="pb-1 text-start font-medium">
              {t.doctor.came}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, tried, url, came }) => (
            <tr key={key} className="border-t border-line align-top">
              <td className="py-1 pe-3">
                {tried}
                {url && (
                  <span className="block font-mono text-tiny [overflow-wrap:anywhere] text-faint">{url}</span>
                )}
              </td>
              <td className="w-2/5 py-1">{came}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

const wordsFor = (outcome: Outcome) =>
  typeof outcome === 'number' ? t.doctor.status(outcome) : t.doctor.outcomes[outcome]
