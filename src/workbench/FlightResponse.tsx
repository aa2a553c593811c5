import { useMemo } from 'react'
import type { Flight } from '../flights/Flight'
import { fileSize } from '../words/numbers'
import { t } from '../words/rooms'
import { FlightText, HeaderList, headingLook, sectionLook } from './FlightText'

/** What came: status, headers, what went wrong, and the body to the letter. */
export function FlightResponse({ flight: { response, bytes, bytesLeftOut, error } }: { flight: Flight }) {
  const text = useMemo(() => new TextDecoder().decode(bytes), [bytes])
  return (
    <div className={sectionLook}>
      {error && (
        <div className="mb-5 rounded-block bg-warn-wash px-3 py-2 text-small">
          <h3 className="font-semibold text-warn">{t.errors.title[error.kind]}</h3>
          <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
            {error.message}
          </p>
        </div>
      )}
      <h3 className={headingLook}>{t.inspector.headers}</h3>
      {response?.headers.length ? (
        <HeaderList headers={response.headers} />
      ) : (
        <p className="text-small text-soft">{response ? t.inspector.noHeaders : t.inspector.noAnswer}</p>
      )}
      <p className="mt-1.5 max-w-prose text-small text-faint">{t.inspector.allowed}</p>
      <h3 className={`mt-5 ${headingLook}`}>{t.inspector.body}</h3>
      {text ? (
        <FlightText label={t.inspector.body} text={text} />
      ) : (
        <p className="text-small text-soft">{t.inspector.empty}</p>
      )}
      {bytesLeftOut > 0 && (
        <p className="mt-1 text-small text-warn">{t.inspector.bytesLeftOut(fileSize(bytesLeftOut))}</p>
      )}
    </div>
  )
}
