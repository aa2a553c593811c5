import { capabilities, type Verdict } from '../state/probeEndpoint'
import type { Probed } from '../state/probes'
import { t } from '../words/rooms'

const tints: Record<Verdict, string> = {
  yes: 'text-accent',
  refused: 'text-warn',
  ignored: 'text-warn',
  unclear: 'text-soft',
  failed: 'text-soft',
}

/** What has been found so far, a row each; with the server's own words where it refused. */
export function ProbeTable({ results, running }: { results: Probed['results']; running: boolean }) {
  const rows = capabilities.filter((name) => running || results[name])
  return (
    <table aria-label={t.doctor.probe.table} className="w-full border-collapse text-small">
      <thead className="text-soft">
        <tr>
          {t.doctor.probe.columns.map((column) => (
            <th key={column} scope="col" className="pe-3 pb-1 text-start font-medium">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((name) => {
          const shown = results[name]
          return (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                {t.doctor.probe.names[name]}
              </th>
              <td className={`py-1.5 pe-3 font-semibold ${shown ? tints[shown.verdict] : 'text-faint'}`}>
                {shown ? t.doctor.probe.verdicts[shown.verdict] : '…'}
              </td>
              <td dir="auto" className="w-1/2 py-1.5 [overflow-wrap:anywhere] text-soft">
                {shown && [t.doctor.probe.why[shown.verdict], shown.message].filter(Boolean).join(' ')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
