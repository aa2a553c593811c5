import { useId } from 'react'
import { Combobox } from '../ui/Combobox'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'

/** An object of a few known members, each set by itself. An object without any is not sent. */
export function MembersControl({ names, field, value, onChange }: ControlProps<'members'>) {
  const id = useId()
  const members: Record<string, unknown> = { ...(value !== null && typeof value === 'object' ? value : {}) }
  const change = (name: string, member: unknown) => {
    const next = { ...members, [name]: member }
    if (member === undefined) delete next[name]
    onChange(Object.keys(next).length ? next : undefined)
  }
  return (
    <div role="group" aria-labelledby={names.label} className="flex flex-col gap-1.5">
      {Object.entries(field.members).map(([name, kind]) => (
        <div key={name}>
          <span id={`${id}-${name}`} className="font-mono text-tiny text-soft">
            {name}
          </span>
          {kind === 'boolean' ? (
            <Segmented
              labelledBy={`${id}-${name}`}
              options={[
                { value: '', label: t.parameters.notSent },
                { value: 'true', label: 'true' },
                { value: 'false', label: 'false' },
              ]}
              value={typeof members[name] === 'boolean' ? (members[name] ? 'true' : 'false') : ''}
              onChange={(chosen) => change(name, chosen === '' ? undefined : chosen === 'true')}
            />
          ) : (
            <Combobox
              labelledBy={`${id}-${name}`}
              value={typeof members[name] === 'string' ? members[name] : ''}
              options={kind.map((known) => ({ value: known }))}
              placeholder={kind.slice(0, 4).join(', ')}
              none={t.parameters.anyWord}
              onChange={(word) => change(name, word || undefined)}
            />
          )}
        </div>
      ))}
    </div>
  )
}
