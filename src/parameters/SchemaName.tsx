import { useId } from 'react'
import { checkSchemaName, mendSchemaName } from '../protocol/strictSchema'
import { Button } from '../ui/Button'
import { useHeld } from '../ui/useHeld'
import { t } from '../words/rooms'
import { fieldLook } from './looks'

/** The name of a schema. One that the API refuses is marked and changes nothing; the nearest good one is offered. */
export function SchemaName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const [text, hold] = useHeld(name, () => name)
  const id = useId()
  const fault = checkSchemaName(text)
  const mended = mendSchemaName(text)
  const typed = (next: string) => {
    if (checkSchemaName(next)) return hold(next, name)
    hold(next, next)
    onChange(next)
  }
  return (
    <div>
      <label htmlFor={id} className="font-mono text-tiny text-soft">
        name
      </label>
      <input
        id={id}
        type="text"
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault && `${id}-fault`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={text}
        onChange={({ target }) => typed(target.value)}
        className={`${fieldLook} font-mono`}
      />
      {fault && (
        <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
          <p id={`${id}-fault`} className="grow text-warn">
            {t.schema.nameFaults[fault]}
            {/* A bad name that was set elsewhere is what is sent. */}
            {text !== name && ` ${t.parameters.staysAsItWas}`}
          </p>
          <Button onClick={() => typed(mended)}>{t.schema.takeName(mended)}</Button>
        </div>
      )}
    </div>
  )
}
