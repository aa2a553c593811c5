import { type MouseEvent, memo, useMemo } from 'react'
import { groupOpened, hitOpened } from '../state/hits'
import { hashOf } from '../state/route'
import { type Group, type ShownHit, allAsked, marksIn } from '../state/search'
import { shortMoment, count as written } from '../words/numbers'
import { t } from '../words/rooms'
import { MarkedText } from './MarkedText'

interface Props {
  group: Group
  /** Folded. */
  words: readonly string[]
  /** What was searched for. */
  text: string
  /** The id of the option that the arrows have reached. */
  active: string | undefined
  onGo?: () => void
}

/** A conversation in which something was found: its title, and the best places in it. */
export const SearchGroup = memo(function SearchGroup({ group, words, text, active, onGo }: Props) {
  const { conversation, count, hits } = group
  const { id, updated, archived } = conversation
  const title = conversation.title || t.app.untitled
  const marks = useMemo(() => marksIn(title, words), [title, words])
  const option = (name: string) => {
    const own = `found-${id}-${name}`
    return { id: own, role: 'option' as const, tabIndex: -1, 'aria-selected': own === active }
  }
  /** A click that asks for another tab or window is left to the browser. */
  const going = (go: () => void) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onGo?.()
    go()
  }
  const open = async () => {
    if (!(await groupOpened(id, hits[0]?.id, text))) document.getElementById('composer')?.focus()
  }
  return (
    <div role="group" aria-label={title} className="px-1.5 pt-1.5">
      <a
        href={hashOf(id)}
        {...option('title')}
        onClick={going(() => void open())}
        className={`${look} items-baseline gap-2`}
      >
        <span dir="auto" className="min-w-0 grow truncate text-chrome text-ink">
          <MarkedText text={title} marks={marks} />
        </span>
        {archived && <span className="shrink-0 text-tiny text-faint">{t.search.archived}</span>}
        <span className="tabular shrink-0 text-tiny text-faint">{shortMoment(updated)}</span>
      </a>
      {hits.map((hit) => (
        <a
          key={hit.id}
          href={hashOf(id)}
          {...option(hit.id)}
          onClick={going(() => void hitOpened(id, hit.id, text))}
          className={`${look} ms-2`}
        >
          <HitText hit={hit} />
        </a>
      ))}
      {count > hits.length && hits.length > 0 && (
        // The field has the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <div
          {...option('more')}
          onClick={() => allAsked(id)}
          className={`${look} ms-2 cursor-pointer text-tiny`}
        >
          {t.search.all(written(count - hits.length))}
        </div>
      )}
    </div>
  )
})

const look =
  'flex rounded-chip px-2 py-1 text-small text-soft -outline-offset-2 hover:bg-paper aria-selected:bg-accent-wash'

function HitText({ hit: { role, snippet } }: { hit: ShownHit }) {
  const part = snippet.part === 'content' ? '' : t.search.parts[snippet.part]
  return (
    <span className="line-clamp-3 min-w-0 [overflow-wrap:anywhere]">
      <span className={role === 'assistant' ? 'text-accent' : 'text-faint'}>
        {t.roles.names[role]}
        {part && ` · ${part}`}
      </span>{' '}
      <bdi>
        {snippet.cut && '… '}
        <MarkedText text={snippet.text} marks={snippet.marks} />
      </bdi>
    </span>
  )
}
