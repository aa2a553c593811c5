import { useId, useState } from 'react'
import type { ConversationId } from '../conversation/Message'
import { type ExportKind, type PageParts, type Paths, exportFile, exportKinds } from '../state/exporting'
import { useSomeKeysLocked } from '../state/keys'
import { Button } from '../ui/Button'
import { saveFile } from '../ui/saveFile'
import { Segmented } from '../ui/Segmented'
import { fileSize } from '../words/numbers'
import { t } from '../words/rooms'
import { LockedKeys } from './LockedKeys'

interface Props {
  ids: readonly ConversationId[]
  /** Makes markup of Markdown, for the page. */
  render: PageParts['render']
}

/** Conversations as a file of one kind or another. */
export function ExportDialog({ ids, render }: Props) {
  const [kind, setKind] = useState<ExportKind>('parley')
  const [paths, setPaths] = useState<Paths>('seen')
  const [said, setSaid] = useState<{ words: string[]; state: 'making' | 'failed' | 'saved' }>()
  const [legend, pathsLabel, name] = [useId(), useId(), useId()]
  const locked = useSomeKeysLocked()
  const save = async () => {
    setSaid({ state: 'making', words: [t.files.making] })
    try {
      const page = { render, words: t.files.page }
      const file = await exportFile({ ids, kind, scope: { all: true }, paths, page, isOwn: true })
      saveFile(file.name, new Blob(file.parts), file.type)
      const { secrets, fields } = file.leftOut
      setSaid({
        state: 'saved',
        words: [
          t.files.saved(file.name, fileSize(file.size)),
          ...(secrets ? [t.files.secrets(secrets)] : []),
          ...(fields.length ? [t.files.fields(fields.join(', '))] : []),
        ],
      })
    } catch {
      setSaid({ state: 'failed', words: [t.files.makingFailed] })
    }
  }
  return (
    <div className="flex flex-col gap-4 p-4 text-chrome">
      <h3 id={legend} className="font-semibold">
        {t.files.exportWhat(ids.length)}
      </h3>
      <div role="radiogroup" aria-labelledby={legend} className="flex flex-col gap-2.5">
        {exportKinds.map((one) => (
          <label key={one} className="flex items-start gap-2.5">
            <input
              type="radio"
              name={name}
              checked={kind === one}
              onChange={() => setKind(one)}
              className="mt-0.5 size-3.5 shrink-0 accent-accent"
            />
            <span className="flex flex-col">
              {t.files.kinds[one].label}
              <span className="text-small text-soft">{t.files.kinds[one].hint}</span>
            </span>
          </label>
        ))}
      </div>
      {kind === 'jsonl' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <span id={pathsLabel} className="text-soft">
            {t.files.paths}
          </span>
          <Segmented
            labelledBy={pathsLabel}
            options={[
              { value: 'seen', label: t.files.pathsSeen },
              { value: 'all', label: t.files.pathsAll },
            ]}
            value={paths}
            onChange={setPaths}
          />
        </div>
      )}
      <p className="text-small text-soft">{t.files.staysBehind}</p>
      {locked && <LockedKeys />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          className="min-h-8!"
          disabled={locked || said?.state === 'making'}
          onClick={() => void save()}
        >
          {t.files.save}
        </Button>
        <div
          role="status"
          dir="auto"
          className={`min-w-0 text-small [overflow-wrap:anywhere] ${said?.state === 'failed' ? 'text-warn' : 'text-soft'}`}
        >
          {said?.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      </div>
    </div>
  )
}
