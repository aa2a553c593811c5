import { useEffect, useRef, useState } from 'react'
import {
  type Beside,
  type BesideWanted,
  type FileFaultRecord,
  type Importing,
  type ImportRow,
  rowsWanted,
} from '../state/importing'
import { Button } from '../ui/Button'
import { Tick } from '../ui/Tick'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { ImportBeside } from './ImportBeside'
import { ImportFaults } from './ImportFaults'
import { ImportRecords } from './ImportRecords'
import { ImportRowItem } from './ImportRowItem'
import { useBoxKeys } from './useBoxKeys'

interface Props {
  rows: ImportRow[]
  faults: FileFaultRecord[]
  beside: Beside
  taken: BesideWanted
  records: Extract<Importing, { status: 'read' }>['records']
  onConfirm: () => void
  onAnew: () => void
}

const page = 200

/** What is in the files, each with a box to tick; nothing has been written yet. */
export function ImportPreview({ rows, faults, beside, taken, records, onConfirm, onAnew }: Props) {
  const [shown, setShown] = useState(page)
  // What had the focus has gone with what was chosen there; the list may have a thousand stops, so its end is taken.
  const buttons = useRef<HTMLDivElement>(null)
  useEffect(() => buttons.current?.querySelector<HTMLElement>(':enabled')?.focus(), [])
  // The button that shows more is not there any more: what comes first of it takes the focus.
  const list = useRef<HTMLUListElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    const box = list.current?.children[before.current]?.querySelector<HTMLElement>('input:enabled')
    ;(box ?? list.current)?.focus()
    before.current = shown
  }, [shown])
  const open = rows.filter(({ standing }) => standing.kind !== 'here')
  const { stop, keys } = useBoxKeys(open[0]?.place)
  const wanted = open.filter((row) => row.wanted).length
  const rest = rows.length - shown
  const others = (taken.presets ? beside.presets.length : 0) + taken.endpoints.length
  return (
    <>
      <ImportFaults faults={faults} />
      <ImportRecords of={records} />
      {rows.length === 0 && !records.length && <p role="status">{t.files.nothingFound}</p>}
      {rows.length > 0 && (
        <>
          <div className="flex items-center gap-3">
            <p role="status" className="grow font-semibold">
              {t.files.found(rows.length)}
            </p>
            {open.length > 1 && (
              <Tick
                checked={wanted === open.length}
                some={wanted > 0 && wanted < open.length}
                onChange={(all) =>
                  rowsWanted(
                    open.map(({ place }) => place),
                    all,
                  )
                }
                className="text-soft"
              >
                {t.files.all}
              </Tick>
            )}
          </div>
          <ul
            ref={list}
            aria-label={t.files.list}
            {...keys}
            // Where nothing in it can be ticked it still has to be scrolled.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reached
            tabIndex={stop === undefined ? 0 : -1}
            className="min-h-0 grow overflow-y-auto rounded-block border border-line"
          >
            {rows.slice(0, shown).map((row) => (
              <ImportRowItem key={row.place} row={row} isStop={row.place === stop} />
            ))}
            {rest > 0 && (
              <li className="px-3 py-2">
                <Button onClick={() => setShown(shown + 5 * page)}>
                  {t.files.more(count(Math.min(rest, 5 * page)))}
                </Button>
              </li>
            )}
          </ul>
        </>
      )}
      <ImportBeside beside={beside} taken={taken} />
      <div ref={buttons} className="flex flex-wrap gap-2">
        {(rows.length > 0 || beside.presets.length + beside.endpoints.length > 0) && (
          <Button look="primary" className="min-h-8!" disabled={!wanted && !others} onClick={onConfirm}>
            {wanted || !others ? t.files.import(wanted) : t.files.importOthers}
          </Button>
        )}
        <Button className="min-h-8!" onClick={onAnew}>
          {t.files.anew}
        </Button>
      </div>
    </>
  )
}
