import { secretsInHeaders } from '../protocol/secrets'
import type { Endpoint } from '../state/endpoints'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { wideField } from '../ui/fieldLook'
import { t } from '../words/rooms'

type Headers = Endpoint['headers']

interface Props {
  headers: Headers
  /** The origin that they were for, where the endpoint is to have another. */
  meantFor: string | undefined
  problem: string | undefined
  onChange: (headers: Headers) => void
}

/** Headers that go out with every request to the endpoint. */
export function HeaderFields({ headers, meantFor, problem, onChange }: Props) {
  const put = (at: number, fields: Partial<Headers[number]>) =>
    onChange(headers.map((header, place) => (place === at ? { ...header, ...fields } : header)))
  const goesAlong = meantFor !== undefined && secretsInHeaders(headers).length > 0
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">{t.settings.headers}</legend>
      {headers.map(({ name, value }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a header is known by its place while it is typed
        <div key={at} className="flex gap-1.5">
          <input
            aria-label={t.settings.headerName}
            value={name}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => put(at, { name: target.value })}
            className={`${wideField} font-mono text-small`}
          />
          <input
            aria-label={t.settings.headerValue}
            value={value}
            spellCheck={false}
            autoCapitalize="off"
            onChange={({ target }) => put(at, { value: target.value })}
            className={`${wideField} font-mono text-small`}
          />
          <Button
            look="plain"
            aria-label={t.settings.removeHeader}
            onClick={() => onChange(headers.filter((_header, place) => place !== at))}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange([...headers, { name: '', value: '' }])}>
          <Icon name="plus" className="size-3.5" />
          {t.settings.addHeader}
        </Button>
      </div>
      <div>
        <p role="status" className="text-small text-warn">
          {goesAlong && t.settings.headersMoved(meantFor)}
        </p>
        <p
          role={problem ? 'alert' : undefined}
          className={`text-small ${problem ? 'text-warn' : 'text-faint'}`}
        >
          {problem ?? t.settings.headersHint}
        </p>
      </div>
    </fieldset>
  )
}
