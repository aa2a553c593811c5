import { announce } from '../state/notices'
import { Button } from '../ui/Button'
import { useCopy } from '../ui/useCopy'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** Pictures go along as text; a page of a few million letters helps nobody. */
const most = 200_000

const { copy: copyWord, copied, copyFailed } = t.inspector
const copyWords = { none: copyWord, copied, failed: copyFailed }

/** A text as it went over the wire, to be read and copied; what is too long to show is copied too. */
export function FlightText({ label, text }: { label: string; text: string }) {
  const [outcome, copy] = useCopy(() => announce('copied'))
  return (
    <div className="relative">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        tabIndex={0}
        aria-label={label}
        className="min-h-11 overflow-auto rounded-block bg-code p-3 pe-20 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text.slice(0, most)}
      </pre>
      {text.length > most && (
        <p className="mt-1 text-small text-faint">{t.tokens.jsonMore(count(text.length - most))}</p>
      )}
      <Button className="absolute end-2 top-2" onClick={() => copy(text)}>
        {copyWords[outcome]}
      </Button>
    </div>
  )
}

/** Headers, by name and value. */
export const HeaderList = ({ headers }: { headers: readonly [string, string][] }) => (
  <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-0.5 font-mono text-small">
    {headers.map(([name, value]) => (
      <div key={name} className="contents">
        <dt className="text-soft [overflow-wrap:anywhere]">{name}</dt>
        <dd className="[overflow-wrap:anywhere]">{value}</dd>
      </div>
    ))}
  </dl>
)

export const sectionLook = 'min-h-0 grow overflow-y-auto px-5 py-4'
export const headingLook = 'mb-1.5 text-small font-semibold'
