import type { Parameters } from '../protocol/wire'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/t'
import { ParameterRow } from './ParameterRow'

interface Props {
  parameters: Parameters
  onChange: (fields: Record<string, unknown>) => void
}

const types = ['text', 'json_object'] as const
type Type = (typeof types)[number]

/** `response_format`: text, or a reply that is JSON. */
export function ResponseFormatRow({ parameters: { response_format }, onChange }: Props) {
  const type = types.find((known) => known === response_format?.type)
  return (
    <ParameterRow
      name="response_format"
      about={t.parameters.about.response_format}
      unset={response_format === undefined}
      onUnset={() => onChange({ response_format: undefined })}
    >
      {({ label }) => (
        <div className="my-1">
          <Segmented<Type>
            labelledBy={label}
            mono
            value={type}
            options={types.map((value) => ({ value, label: value }))}
            onChange={(value) => onChange({ response_format: { type: value } })}
          />
        </div>
      )}
    </ParameterRow>
  )
}
