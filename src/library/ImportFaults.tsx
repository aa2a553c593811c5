import type { FileFaultRecord } from '../state/importing'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

const most = 5

/** What of the files cannot be read, and why. */
export function ImportFaults({ faults }: { faults: FileFaultRecord[] }) {
  if (!faults.length) return null
  return (
    <div role="alert" className="flex flex-col gap-1 text-warn">
      {faults.slice(0, most).map(({ kind, at, name }) => (
        <p key={`${name} ${at} ${kind}`} dir="auto" className="[overflow-wrap:anywhere]">
          {sentenceOf(kind, at, name)}
        </p>
      ))}
      {faults.length > most && <p>{t.files.moreFaults(count(faults.length - most))}</p>}
    </div>
  )
}

function sentenceOf(kind: FileFaultRecord['kind'], at: string, name: string): string {
  const fault = at ? t.files.faultAt(t.files.faults[kind], at) : t.files.faults[kind]
  return name ? t.files.faultIn(name, fault) : fault
}
