import { useId } from 'react'
import { type Endpoint, type PrefillStyle, prefillOf, prefillStyles } from '../state/endpoints'
import { t } from '../words/rooms'
import { wideField } from '../ui/fieldLook'
import { Field } from './Field'

interface Props {
  endpoint: Endpoint
  /** Undefined is what is known of its address. */
  onChange: (style: PrefillStyle | undefined) => void
}

/** How the endpoint goes on from words that are put into the model's mouth. */
export function PrefillChoice({ endpoint, onChange }: Props) {
  const id = useId()
  const { prefill, ...unsaid } = endpoint
  return (
    <Field id={id} label={t.settings.prefill} hint={t.settings.prefillHint}>
      {(described) => (
        <select
          id={id}
          {...described}
          value={prefill ?? ''}
          onChange={({ target }) => onChange(prefillStyles.find((style) => style === target.value))}
          className={wideField}
        >
          <option value="">{t.settings.prefillKnown(t.settings.prefillStyles[prefillOf(unsaid)])}</option>
          {prefillStyles.map((style) => (
            <option key={style} value={style}>
              {t.settings.prefillStyles[style]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
