import { useId } from 'react'
import type { Parameters } from '../protocol/wire'
import { Switch } from '../ui/Switch'
import { t } from '../words/t'
import { ParameterRow } from './ParameterRow'

interface Props {
  parameters: Parameters
  onChange: (fields: Record<string, unknown>) => void
}

/** `stream`, and with it whether a stream ends with its token counts. */
export function StreamRow({ parameters, onChange }: Props) {
  const { stream, stream_options } = parameters
  const usage = useId()
  const isSet = typeof stream === 'boolean'
  // The API refuses stream_options without a stream, so they go together.
  const withoutStream = { stream_options: undefined }
  return (
    <ParameterRow
      name="stream"
      about={t.parameters.about.stream}
      unset={!isSet}
      value={<span className="text-soft">{stream ? t.parameters.on : t.parameters.off}</span>}
      onUnset={() => onChange({ stream: undefined, ...withoutStream })}
    >
      {({ label, about }) => (
        <div className="flex flex-col gap-1">
          <Switch
            labelledBy={label}
            describedBy={about}
            on={stream === true}
            onChange={(on) => onChange({ stream: on, ...(on ? {} : withoutStream) })}
          />
          {stream === true && (
            <label className="flex items-start gap-2 text-small text-soft">
              <input
                id={usage}
                type="checkbox"
                checked={stream_options?.include_usage === true}
                onChange={({ target }) =>
                  onChange({ stream_options: target.checked ? { include_usage: true } : undefined })
                }
                className="mt-0.5 size-3.5 accent-accent"
              />
              {t.parameters.about.include_usage}
            </label>
          )}
        </div>
      )}
    </ParameterRow>
  )
}
