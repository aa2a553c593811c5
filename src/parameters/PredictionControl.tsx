import { TextArea } from '../ui/TextArea'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { fieldLook } from './looks'

/** `prediction`: the expected text, to which the API gives the type `content`. */
export function PredictionControl({ names, value, onChange }: ControlProps<'prediction'>) {
  const content = value !== null && typeof value === 'object' && 'content' in value ? value.content : ''
  return (
    <TextArea
      aria-labelledby={names.label}
      aria-describedby={names.about}
      dir="auto"
      rows={3}
      placeholder={t.parameters.predictionText}
      value={typeof content === 'string' ? content : ''}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : { type: 'content', content: target.value })
      }
      className={`${fieldLook} block max-h-72 py-1.5`}
    />
  )
}
