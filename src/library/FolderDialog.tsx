import { type FormEvent, useId } from 'react'
import { folderName } from '../conversation/filing'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'
import { folderPath } from './folderPath'

interface Props {
  /** All there are, by name. */
  folders: readonly string[]
  /** Where they all are now, '' for none; undefined where they are in different ones. */
  current: string | undefined
  onMove: (folder: string) => void
  onClose: () => void
}

/** Chooses the folder for one conversation or several, or names a new one. */
export function FolderDialog({ folders, current, onMove, onClose }: Props) {
  const field = useId()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('folder')
    const folder = folderName(typeof text === 'string' ? text : '')
    if (folder) onMove(folder)
  }
  return (
    <Dialog title={t.filing.folder} close={t.app.close} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4 text-chrome">
        <ul className="-mx-2 flex flex-col">
          {['', ...folders].map((folder) => (
            <li key={folder}>
              <button
                type="button"
                aria-current={folder === current || undefined}
                onClick={() => onMove(folder)}
                className="flex min-h-8 w-full items-center gap-2 rounded-chip px-2 text-start hover:bg-wash aria-[current]:text-accent"
              >
                <Icon name="check" className={folder === current ? '' : 'invisible'} />
                <span dir="auto" className="min-w-0 grow truncate">
                  {folder ? folderPath(folder) : t.filing.noFolder}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <form onSubmit={submit} className="flex flex-col gap-1 border-t border-line pt-3">
          <label htmlFor={field} className="text-soft">
            {t.filing.newFolder} <span className="text-small text-faint">{t.filing.newFolderHint}</span>
          </label>
          <div className="flex gap-2">
            <input
              id={field}
              name="folder"
              dir="auto"
              autoComplete="off"
              className="min-h-8 min-w-0 grow rounded-field border border-line bg-paper px-2.5 hover:border-edge"
            />
            <Button type="submit" className="min-h-8!">
              {t.filing.move}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  )
}
