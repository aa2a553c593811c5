import { useId, useState } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { siblingsOf } from '../conversation/Tree'
import { useTree } from '../state/conversations'
import { pathChosen } from '../state/editMessage'
import { Tick } from '../ui/Tick'
import { t } from '../words/rooms'
import { CompareColumn } from './CompareColumn'
import type { MessageParts } from './MessageParts'

interface Props {
  conversation: ConversationId
  message: MessageId
  parts: MessageParts
  onDone: (message: MessageId) => void
}

/** What stands in one place of the tree, side by side while it streams; any of them can be taken on. */
export function Compare({ conversation, message: id, parts, onDone }: Props) {
  const tree = useTree(conversation)
  const [base, setBase] = useState(id)
  const [marked, setMarked] = useState(true)
  const select = useId()
  const message = tree?.messages.get(id)
  if (!tree || !message) return null
  const siblings = siblingsOf(tree, message)
  const at = Math.max(0, siblings.indexOf(base))
  return (
    <>
      <div className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2 text-small">
        <Tick checked={marked} onChange={setMarked}>
          {t.compare.mark}
        </Tick>
        <label htmlFor={select} className="flex items-center gap-2 text-soft">
          {t.compare.base}
          <select
            id={select}
            value={siblings[at]}
            onChange={({ target }) => setBase(target.value)}
            className="min-h-7 rounded-chip border border-line bg-paper px-1.5 text-ink"
          >
            {siblings.map((sibling, place) => (
              <option key={sibling} value={sibling}>
                {t.compare.choice(place + 1)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="flex min-h-0 grow snap-x divide-x divide-line overflow-x-auto">
        {siblings.map((sibling, place) => (
          <CompareColumn
            key={sibling}
            message={tree.messages.get(sibling)!}
            place={place + 1}
            base={marked && sibling !== siblings[at] ? tree.messages.get(siblings[at]!) : undefined}
            parts={parts}
            onTake={() => {
              pathChosen(conversation, sibling)
              onDone(sibling)
            }}
          />
        ))}
      </div>
    </>
  )
}
