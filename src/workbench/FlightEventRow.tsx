import type { FlightEvent } from '../flights/readFlightEvents'
import { Icon } from '../ui/Icon'
import { count, fileSize } from '../words/numbers'
import { t } from '../words/rooms'
import { FlightText } from './FlightText'
import { Found } from './Found'

interface Props {
  event: FlightEvent
  /** Among all events, from 0. */
  place: number
  /** Milliseconds since the event before. */
  after: number
  /** Among those that are shown. */
  row: number
  isStop: boolean
  isOpen: boolean
  sought: string
  onFocus: () => void
  onToggle: () => void
}

const looks: Record<FlightEvent['kind'], string> = {
  chunk: 'text-accent',
  body: 'text-accent',
  error: 'text-warn',
  done: 'text-ink',
  comment: 'text-faint',
  field: 'text-faint',
  other: 'text-soft',
}

/** So much of an event stands in its line. */
const shown = 300

export function FlightEventRow(props: Props) {
  const { event, place, after, row, isStop, isOpen, sought, onFocus, onToggle } = props
  const kind = t.inspector.kinds[event.kind]
  const gist = event.words
    ? JSON.stringify(event.words.slice(0, shown)).slice(1, -1)
    : event.raw.slice(0, 10 * shown).replace(/\s+/g, ' ')
  return (
    <div role="listitem" className="border-b border-line font-mono text-tiny">
      <button
        type="button"
        data-row={row}
        tabIndex={isStop ? 0 : -1}
        aria-expanded={isOpen}
        onFocus={onFocus}
        onClick={onToggle}
        className="flex min-h-7 w-full items-center gap-3 text-start -outline-offset-2 select-text hover:bg-wash"
      >
        <Icon name="right" className={`size-3.5! text-faint ${isOpen ? 'rotate-90' : 'rtl:rotate-180'}`} />
        <span className="tabular w-10 flex-none text-end text-faint">{place + 1}</span>
        <span className="tabular w-16 flex-none text-end">{t.inspector.milliseconds(count(event.at))}</span>
        <span className="tabular w-14 flex-none text-end text-faint phone:hidden">+{count(after)}</span>
        <span className="tabular w-14 flex-none text-end text-faint phone:hidden">
          {fileSize(event.size)}
        </span>
        <span className={`w-16 flex-none ${looks[event.kind]}`}>{kind}</span>
        <span className={`min-w-0 grow truncate whitespace-pre ${event.words ? 'text-ink' : 'text-faint'}`}>
          <Found text={gist.slice(0, shown)} sought={sought} />
        </span>
        {event.isHalf && <span className="flex-none text-warn">{t.inspector.half}</span>}
      </button>
      {isOpen && (
        <div className="mb-2">
          <FlightText label={`${kind} ${place + 1}`} text={event.raw} sought={sought} />
        </div>
      )}
    </div>
  )
}
