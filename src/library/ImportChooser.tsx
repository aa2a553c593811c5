import { type ClipboardEvent, useId, useRef } from 'react'
import { filesGiven } from '../state/importing'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** The ways in: a list of files, what is dropped, what is pasted. */
export function ImportChooser() {
  const chooser = useRef<HTMLInputElement>(null)
  const field = useId()
  const pasted = (event: ClipboardEvent) => {
    // A field would lay out megabytes that nobody reads.
    event.preventDefault()
    const { files } = event.clipboardData
    void filesGiven(files.length ? [...files] : [event.clipboardData.getData('text/plain')])
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-soft">{t.files.importHint}</p>
      <div className="flex flex-col items-center gap-2 rounded-block border border-line bg-wash p-4">
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            void filesGiven([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <Button look="primary" className="min-h-8!" onClick={() => chooser.current?.click()}>
          {t.files.choose}
        </Button>
        <span className="text-small text-faint">{t.files.drop}</span>
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={field} className="text-soft">
          {t.files.paste}
        </label>
        <textarea
          id={field}
          rows={2}
          value=""
          onChange={() => {}}
          onPaste={pasted}
          className="w-full resize-none rounded-field border border-line bg-paper px-2.5 py-1.5 font-mono text-small hover:border-edge"
        />
      </div>
    </div>
  )
}
