import { memo } from 'react'
import { type ImportRow, rowsWanted } from '../state/importing'
import { shortMoment } from '../words/numbers'
import { t } from '../words/rooms'
import { ImportRequest } from './ImportRequest'

interface Props {
  row: ImportRow
  /** Whether Tab stops here. */
  isStop: boolean
}

/** A conversation that was found: what it is, how it stands to those that are here, what of it stays behind. */
export const ImportRowItem = memo(function ImportRowItem({ row, isStop }: Props) {
  const { title, updated, messages, inView, source, standing, wanted, place, altered } = row
  const isHere = standing.kind === 'here'
  const what = standingWords(row)
  const left = leftBehind(row)
  const about = [
    shortMoment(updated),
    inView < messages ? t.files.branches(inView, messages) : t.files.messages(messages),
    t.files.sources[source],
  ].join(' · ')
  return (
    <li className="border-line not-first:border-t">
      <label className="flex items-start gap-2.5 px-3 py-2">
        <input
          type="checkbox"
          checked={wanted}
          disabled={isHere}
          tabIndex={isStop ? 0 : -1}
          data-place={place}
          onChange={({ target }) => rowsWanted([place], target.checked)}
          className="mt-0.5 size-3.5 shrink-0 accent-accent"
        />
        <span className="flex min-w-0 flex-col gap-0.5">
          <span dir="auto" className={`truncate ${isHere ? 'text-faint' : ''}`}>
            {title || t.files.untitled}
          </span>
          <span className="text-small text-soft">{about}</span>
          {what && <span className="text-small text-soft">{what}</span>}
          {left && <span className="text-small text-warn">{t.files.leftBehind(left)}</span>}
          {altered && <span className="text-small text-warn">{t.files.altered}</span>}
        </span>
      </label>
      {row.request && <ImportRequest request={row.request} />}
    </li>
  )
})

const leftBehind = ({ leftBehind: { images, audio, files, others } }: ImportRow) =>
  [
    images && t.files.images(images),
    audio && t.files.audio(audio),
    files && t.files.files(files),
    others && t.files.others(others),
  ]
    .filter(Boolean)
    .join(', ')

function standingWords({ standing }: ImportRow): string | undefined {
  if (standing.kind === 'new') return undefined
  return standing.kind === 'merge' ? t.files.standing.merge(standing.fresh) : t.files.standing[standing.kind]
}
