import { useMemo, useState } from 'react'
import type { Flight } from '../flights/Flight'
import { Tick } from '../ui/Tick'
import { prettyJson } from '../ui/prettyJson'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { FlightText, HeaderList, headingLook, sectionLook } from './FlightText'

/** What was sent: headers and the body, to the letter or laid out. */
export function FlightRequest({ flight: { request, bodyLeftOut } }: { flight: Flight }) {
  const [isPretty, setPretty] = useState(true)
  const { body } = request
  const text = useMemo(() => (isPretty ? prettyJson(body) : body), [isPretty, body])
  return (
    <div className={sectionLook}>
      <h3 className={headingLook}>{t.inspector.headers}</h3>
      <HeaderList headers={request.headers} />
      <p className="mt-1.5 max-w-prose text-small text-faint">{t.inspector.secrets}</p>
      <div className="mt-5 flex items-center gap-4">
        <h3 className={`${headingLook} grow`}>{t.inspector.body}</h3>
        <Tick checked={isPretty} onChange={setPretty} className="text-small text-soft">
          {t.inspector.pretty}
        </Tick>
      </div>
      <FlightText label={t.inspector.body} text={text} />
      {bodyLeftOut > 0 && (
        <p className="mt-1 text-small text-warn">{t.inspector.leftOut(count(bodyLeftOut))}</p>
      )}
    </div>
  )
}
