import { useId } from 'react'
import { type Message, type MessageId, textOf } from '../conversation/Message'
import type { Scope } from '../state/share'
import { t } from '../words/rooms'
import { fieldLook } from '../ui/fieldLook'

interface Props {
  path: readonly Message[]
  scope: Scope
  onChange: (scope: Scope) => void
}

/** From which message to which: the whole path, its end, its beginning, or a part of it. */
export function ShareRange({ path, scope, onChange }: Props) {
  const [from, to] = [useId(), useId()]
  const at = (id: MessageId | undefined, otherwise: number) => {
    const place = path.findIndex((message) => message.id === id)
    return place < 0 ? otherwise : place
  }
  const first = scope.all ? 0 : at(scope.from, 0)
  const last = scope.all ? path.length - 1 : at(scope.to, path.length - 1)
  const choose = (start: number, end: number) => {
    const scopeOf = { from: path[Math.min(start, end)]!.id, to: path[Math.max(start, end)]!.id }
    const whole = start === 0 && end === path.length - 1
    onChange(whole && scope.all ? { all: true } : { all: false, ...scopeOf })
  }
  const select = (id: string, label: string, value: number, choosePlace: (place: number) => void) => (
    <label htmlFor={id} className="flex min-w-72 flex-1 items-center gap-2 text-soft">
      {label}
      <select
        id={id}
        value={value}
        onChange={({ target }) => choosePlace(Number(target.value))}
        className={`grow ${fieldLook}`}
      >
        {path.map((message, place) => (
          <option key={message.id} value={place}>
            {t.sharing.place(`${place + 1}`, t.roles.names[message.role], excerptOf(message))}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {select(from, t.sharing.from, first, (place) => choose(place, Math.max(place, last)))}
      {select(to, t.sharing.to, last, (place) => choose(Math.min(first, place), place))}
    </div>
  )
}

const excerptOf = (message: Message) => textOf(message).slice(0, 60).replace(/\s+/g, ' ').toWellFormed()
