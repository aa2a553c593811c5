import { useId } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { useHeld } from '../ui/useHeld'
import { t } from '../words/rooms'
import type { ControlProps } from './Control'
import { fieldLook } from './looks'
import { type Pair, pairsOf, readPairs } from './readPairs'

const blank: Pair = { key: '', value: '' }

/** Pairs of a key and a value. While one of them is wrong, nothing changes. */
export function PairsControl({ name, names, field, value, onChange }: ControlProps<'pairs'>) {
  const { kind } = field
  const [pairs, hold] = useHeld(value, () => (value === undefined ? [blank] : pairsOf(value)))
  const error = useId()
  const read = readPairs(pairs, kind)
  const change = (next: Pair[]) => {
    const now = readPairs(next, kind)
    if (!now.ok) return hold(next, value)
    hold(next, now.value)
    onChange(now.value)
  }
  const most = kind.of === 'texts' ? kind.most : Infinity
  const numbers = kind.of === 'numbers'
  return (
    <div role="group" aria-labelledby={names.label} className="flex flex-col gap-1">
      {pairs.map((pair, at) => {
        const fault = read.ok ? undefined : read.faults[at]
        const wrong = {
          'aria-invalid': fault ? true : undefined,
          'aria-describedby': fault ? `${error}-${at}` : names.about,
          autoComplete: 'off',
          spellCheck: false,
        }
        return (
          // A pair has no other name than its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={at}>
            <div className="flex gap-1">
              <input
                {...wrong}
                type="text"
                inputMode={numbers ? 'numeric' : 'text'}
                aria-label={t.parameters.pairKey(name, at + 1)}
                placeholder={numbers ? t.parameters.token : t.parameters.key}
                value={pair.key}
                onChange={({ target }) => change(pairs.with(at, { ...pair, key: target.value }))}
                className={`${fieldLook} font-mono`}
              />
              <input
                {...wrong}
                type="text"
                aria-label={t.parameters.pairValue(name, at + 1)}
                placeholder={numbers ? t.parameters.bias : t.parameters.pairValueHint}
                value={pair.value}
                onChange={({ target }) => change(pairs.with(at, { ...pair, value: target.value }))}
                className={`${fieldLook} ${numbers ? 'tabular max-w-20 text-end' : ''}`}
              />
              <Button
                look="plain"
                aria-label={t.parameters.removeAt(name, at + 1)}
                onClick={() => change(pairs.length > 1 ? pairs.toSpliced(at, 1) : [blank])}
              >
                <Icon name="close" className="size-3" />
              </Button>
            </div>
            {fault && (
              <p id={`${error}-${at}`} className="mt-0.5 text-small text-warn">
                {t.parameters.pairFaults[fault]} {t.parameters.staysAsItWas}
              </p>
            )}
          </div>
        )
      })}
      {pairs.length < most && (
        <Button look="plain" className="-ms-1.5 self-start" onClick={() => change([...pairs, blank])}>
          <Icon name="plus" className="size-3" />
          {t.parameters.addPair}
        </Button>
      )}
    </div>
  )
}
