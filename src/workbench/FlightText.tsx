import { announce } from '../state/notices'
import { LongText } from '../ui/LongText'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { Found } from './Found'

const { copy, copied, copyFailed } = t.inspector
const words = { none: copy, copied, failed: copyFailed }

interface Props {
  label: string
  text: string
  /** What is to be marked in it, in small letters. */
  sought?: string
}

/** A text as it went over the wire. */
export const FlightText = ({ label, text, sought }: Props) => (
  <LongText
    label={label}
    text={text}
    most={200_000}
    show={sought ? (shown) => <Found text={shown} sought={sought} /> : undefined}
    rest={(letters) => t.tokens.jsonMore(count(letters))}
    words={words}
    onCopied={() => announce('copied')}
    className="min-h-11 pe-20"
  />
)

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
