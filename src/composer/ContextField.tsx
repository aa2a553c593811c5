import { useId, useState } from 'react'
import { type ContextLength, contextLengthChosen, tableDate } from '../state/contextLengths'
import { Button } from '../ui/Button'
import { fieldLook } from '../ui/fieldLook'
import { t } from '../words/rooms'

interface Props {
  endpoint: string
  model: string | undefined
  context: ContextLength | undefined
}

/** How much the model takes, who says so, and what the reader says. */
export function ContextField({ endpoint, model, context }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const from = context?.from ?? 'none'
  const said = from === 'table' ? t.tokens.contextFrom.table(tableDate) : t.tokens.contextFrom[from]
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor={id} className="text-soft">
          {t.tokens.context}
        </label>
        <input
          id={id}
          type="number"
          min={1}
          step={1}
          inputMode="numeric"
          value={typed ?? context?.tokens ?? ''}
          aria-describedby={`${id}-from`}
          onBlur={() => setTyped(undefined)}
          onChange={({ target }) => {
            setTyped(target.value)
            if (target.value && target.validity.valid)
              contextLengthChosen(endpoint, model, target.valueAsNumber)
          }}
          className={`tabular w-28 invalid:border-warn ${fieldLook}`}
        />
        <span className="text-soft">{t.tokens.contextUnit}</span>
        {from === 'reader' && (
          <Button onClick={() => contextLengthChosen(endpoint, model, undefined)}>
            {t.tokens.contextReset}
          </Button>
        )}
      </div>
      <p id={`${id}-from`} className="mt-1 text-small text-faint">
        {said}
      </p>
    </div>
  )
}
