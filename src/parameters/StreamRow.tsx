import type { Parameters } from '../protocol/wire'
import { Switch } from '../ui/Switch'
import { Tick } from '../ui/Tick'
import { t } from '../words/rooms'
import { ParameterRow } from './ParameterRow'

interface Props {
  parameters: Parameters
  onChange: (name: string, value: unknown) => void
}

/** `stream`, and with it whether a stream ends with its token counts. */
export function StreamRow({ parameters: { stream, stream_options }, onChange }: Props) {
  const isSet = typeof stream === 'boolean'
  return (
    <ParameterRow
      name="stream"
      about={t.parameters.about.stream}
      unset={!isSet}
      onUnset={() => onChange('stream', undefined)}
      value={
        <span className={isSet ? 'font-mono text-small text-soft' : 'text-faint'}>
          {isSet ? String(stream) : t.parameters.notSent}
        </span>
      }
      control={({ label, about }) => (
        <Switch
          labelledBy={label}
          describedBy={about}
          on={stream === true}
          onChange={(on) => onChange('stream', on)}
        />
      )}
    >
      {() =>
        stream === true && (
          <Tick
            checked={stream_options?.include_usage === true}
            onChange={(on) => onChange('stream_options', withUsage(stream_options, on))}
            className="pb-1 text-small text-soft"
          >
            <code className="font-mono text-tiny">include_usage</code> {t.parameters.about.include_usage}
          </Tick>
        )
      }
    </ParameterRow>
  )
}

/** The options with or without `include_usage`; the others stay, and no options at all are not sent. */
function withUsage(options: Parameters['stream_options'], on: boolean) {
  const { include_usage: _before, ...others } = options ?? {}
  if (on) return { ...others, include_usage: true }
  return Object.keys(others).length ? others : undefined
}
