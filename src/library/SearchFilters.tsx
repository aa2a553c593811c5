import { useMemo } from 'react'
import type { Conversation } from '../conversation/Tree'
import { roles } from '../protocol/wire'
import { useConversationList } from '../state/conversations'
import { filterIn, withFilter } from '../state/search'
import { searchTyped } from '../state/searching'
import { ChipSelect } from '../ui/ChipSelect'
import { t } from '../words/rooms'

type Name = keyof typeof t.search.filter
type Option = { value: string; label: string }

/** What a search can be narrowed by. What is chosen here stands in the field, where it could have been typed. */
export function SearchFilters({ text, models }: { text: string; models: readonly string[] }) {
  const list = useConversationList()
  const { tags, folders, places } = useMemo(() => filedIn(Object.values(list ?? {})), [list])
  const choices: [Name, Option[]][] = [
    ['role', roles.map((role) => ({ value: role, label: t.roles.names[role] }))],
    ['model', models.slice(0, most).map(asOption)],
    ['after', days()],
    ['tag', tags],
    ['folder', folders],
    ['in', places],
  ]
  return (
    <div role="group" aria-label={t.search.filters} className="flex flex-none flex-wrap gap-1 px-3.5">
      {choices.map(([name, options]) => {
        const value = filterIn(text, name)
        // What was typed and is none of those on offer is shown as it is.
        const typed = value && !options.some((option) => option.value === value)
        if (!options.length && !value) return null
        return (
          <ChipSelect
            key={name}
            label={t.search.filter[name]}
            value={value}
            className={`field-sizing-content max-w-40 ${value ? 'border-accent text-ink' : ''}`}
            options={[
              { value: '', label: value ? t.search.any[name] : t.search.filter[name] },
              ...(typed ? [{ value, label: name === 'after' ? t.search.sinceDay(value) : value }] : []),
              ...options,
            ]}
            onChange={(chosen) => searchTyped(withFilter(text, name, chosen))}
          />
        )
      })}
    </div>
  )
}

/** A list to choose from that is longer than this is no help. */
const most = 50

const asOption = (value: string): Option => ({ value: value.toLowerCase(), label: value })

function filedIn(conversations: readonly Conversation[]) {
  const tags = new Set<string>()
  const folders = new Set<string>()
  for (const { tags: own = [], folder } of conversations) {
    for (const tag of own) tags.add(tag)
    if (folder) folders.add(folder)
  }
  const sorted = (names: Set<string>) =>
    [...names]
      .toSorted((one, other) => one.localeCompare(other))
      .slice(0, most)
      .map(asOption)
  const has = {
    archive: conversations.some(({ archived }) => archived),
    pinned: conversations.some(({ pinned }) => pinned),
    title: true,
  }
  const places = (['title', 'pinned', 'archive'] as const)
    .filter((place) => has[place])
    .map((place): Option => ({ value: place, label: t.search.places[place] }))
  return { tags: sorted(tags), folders: sorted(folders), places }
}

/** The reader's own calendar, a few steps back. */
function days(): Option[] {
  const steps = [
    ['today', 0],
    ['week', 6],
    ['month', 29],
    ['year', 365],
  ] as const
  return steps.map(([name, back]) => {
    const day = new Date()
    day.setDate(day.getDate() - back)
    return { value: isoDay(day), label: t.search.since[name] }
  })
}

const isoDay = (day: Date) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
