import { Combobox } from '../ui/Combobox'
import { Segmented } from '../ui/Segmented'
import { Tick } from '../ui/Tick'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'

const asOptions = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }))

const booleans = asOptions(['true', 'false'])

export function BooleanControl({ names, value, onChange }: ControlProps<'boolean'>) {
  return (
    <Segmented
      labelledBy={names.label}
      mono
      options={booleans}
      value={typeof value === 'boolean' ? (value ? 'true' : 'false') : undefined}
      onChange={(chosen) => onChange(chosen === 'true')}
    />
  )
}

export function ChoiceControl({ names, field, value, onChange }: ControlProps<'choice'>) {
  return (
    <Segmented
      labelledBy={names.label}
      mono
      options={asOptions(field.values)}
      value={field.values.find((known) => known === value)}
      onChange={onChange}
    />
  )
}

export function WordControl({ names, field, value, onChange }: ControlProps<'word'>) {
  return (
    <Combobox
      labelledBy={names.label}
      describedBy={names.about}
      value={typeof value === 'string' ? value : ''}
      options={field.values.map((known) => ({ value: known }))}
      placeholder={field.values.slice(0, 4).join(', ')}
      none={t.parameters.anyWord}
      onChange={(word) => onChange(word || undefined)}
    />
  )
}

export function SomeControl({ names, field, value, onChange }: ControlProps<'some'>) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const change = (one: string, on: boolean) => {
    const some = field.values.filter((known) => (known === one ? on : chosen.includes(known)))
    onChange(some.length ? some : undefined)
  }
  return (
    <div role="group" aria-labelledby={names.label} className="flex flex-wrap gap-x-4">
      {field.values.map((known) => (
        <Tick
          key={known}
          checked={chosen.includes(known)}
          onChange={(on) => change(known, on)}
          className="py-1 font-mono text-small"
        >
          {known}
        </Tick>
      ))}
    </div>
  )
}
