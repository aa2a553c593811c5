import type { LeftOut, Telling } from '../state/share'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { ShareTellings } from './ShareTellings'

interface Props {
  leftOut: LeftOut
  tellings: readonly Telling[]
}

/** What does not go along, and why; and what might be thought to be left out and is not. */
export function ShareLeftOut({ leftOut, tellings }: Props) {
  const { logprobs, secrets, fields, attachments, unfinished } = leftOut
  const lines = [
    t.sharing.always,
    ...(logprobs ? [t.sharing.logprobs(logprobs)] : []),
    ...(secrets ? [t.sharing.secrets(secrets)] : []),
    ...(fields.length ? [t.sharing.fields(fields.join(', '))] : []),
    ...attachments.map(({ name, type, size }) => t.sharing.attachment(name ?? type, count(size))),
    ...(unfinished ? [t.sharing.unfinished] : []),
  ]
  return (
    <section aria-label={t.sharing.leftOut} data-part="left-out">
      <h3 className="font-semibold">{t.sharing.leftOut}</h3>
      <ul className="mt-1 flex flex-col gap-0.5 text-small text-soft">
        {lines.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines are made anew together
          <li key={at} dir="auto" className="[overflow-wrap:anywhere]">
            {line}
          </li>
        ))}
      </ul>
      <ShareTellings tellings={tellings} />
    </section>
  )
}
