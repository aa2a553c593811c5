import { parseQuery, moreAsked, searchRetried, useSearch } from '../state/search'
import { useSearchText } from '../state/searching'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { SearchFilters } from './SearchFilters'
import { SearchGroup } from './SearchGroup'

interface Props {
  /** The id of the option that the arrows have reached. */
  active: string | undefined
  onGo?: () => void
}

/** What was found, by conversations; how much it is, and whether there may be more. */
export function SearchResults({ active, onGo }: Props) {
  const text = useSearchText()
  const { results, failed } = useSearch()
  const { words } = parseQuery(text)
  const groups = results?.groups ?? []
  return (
    <>
      <SearchFilters text={text} models={results?.models ?? []} />
      {failed ? (
        <div role="alert" className="mx-3.5 my-2 text-small text-warn">
          <p>{t.search.failed}</p>
          <Button className="mt-2" onClick={searchRetried}>
            {t.search.retry}
          </Button>
        </div>
      ) : (
        <Status />
      )}
      <div className="min-h-0 grow overflow-y-auto pb-4">
        <div role="listbox" aria-label={t.search.results}>
          {groups.map((group) => (
            <SearchGroup
              key={group.conversation.id}
              group={group}
              words={words}
              text={text}
              active={active}
              {...(onGo && { onGo })}
            />
          ))}
        </div>
        {results && results.conversations > groups.length && (
          <Button className="mx-3.5 mt-3" onClick={moreAsked}>
            {t.search.more}
          </Button>
        )}
      </div>
    </>
  )
}

/** How much was found. It is read out by the one live region, when it no longer changes. */
function Status() {
  const { results, asked } = useSearch()
  const { conversations, messages, done, reading } = results ?? { conversations: 0, messages: 0, done: false }
  const answered = done && results?.id === asked
  return (
    <div data-part="found" className="mx-3.5 pt-1.5 pb-1 text-tiny text-faint">
      {conversations > 0 ? (
        <p className="tabular">
          {messages
            ? t.search.found(count(conversations), count(messages))
            : t.search.conversations(count(conversations))}
        </p>
      ) : (
        <p>{answered && !reading ? t.search.nothing : t.search.searching}</p>
      )}
      {answered && !reading && !conversations && <p className="mt-1">{t.search.hint}</p>}
      {reading && <p className="tabular">{t.search.reading(count(reading.read), count(reading.of))}</p>}
    </div>
  )
}
