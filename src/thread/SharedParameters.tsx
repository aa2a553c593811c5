import { useMemo, useState } from 'react'
import type { Conversation } from '../conversation/Tree'
import { announce } from '../state/notices'
import { LongText } from '../ui/LongText'
import { count } from '../words/numbers'
import { t } from '../words/rooms'

/** More helps nobody who reads, and a link may hold millions. */
const most = 20_000
const mostNames = 12

type Set = Pick<Conversation, 'parameters' | 'extraBody'>

const words = { none: t.message.copy, copied: t.sharing.copied, failed: t.sharing.copyFailed }

/** What a conversation sets, its schema and tools too, under the names of the API; nothing where it sets nothing. */
export function SharedParameters({ conversation: { parameters, extraBody } }: { conversation: Set }) {
  const [open, setOpen] = useState(false)
  const set = useMemo(() => ({ ...parameters, ...extraBody }), [parameters, extraBody])
  const names = Object.keys(set)
  if (!names.length) return null
  const more = names.length - mostNames
  return (
    <details
      data-part="parameters"
      className="pb-3 text-small"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="text-soft [overflow-wrap:anywhere]">
        {t.sharing.parameters}{' '}
        <bdi dir="ltr" className="font-mono text-tiny text-faint">
          {names.slice(0, mostNames).map(short).join(', ')}
        </bdi>
        {more > 0 && ` ${t.sharing.moreParameters(count(more))}`}
      </summary>
      {open && <Text set={set} />}
    </details>
  )
}

function Text({ set }: { set: object }) {
  const text = useMemo(() => JSON.stringify(set, null, 2), [set])
  return (
    <div className="mt-2">
      <LongText
        label={t.sharing.parameters}
        text={text}
        most={most}
        rest={(letters) => t.sharing.moreLetters(count(letters))}
        words={words}
        onCopied={() => announce('copied')}
        className="max-h-96"
      />
    </div>
  )
}

const short = (name: string) => (name.length > 40 ? `${name.slice(0, 39)}…` : name).toWellFormed()
