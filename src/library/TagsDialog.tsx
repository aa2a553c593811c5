import { type FormEvent, useId, useRef, useState } from 'react'
import { tagList, tagName } from '../conversation/filing'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Tick } from '../ui/Tick'
import { t } from '../words/rooms'
import { isSameTag } from './filter'

interface Props {
  /** All there are, by name. */
  known: readonly string[]
  /** How many of the conversations have a tag. */
  countOf: (tag: string) => number
  /** How many conversations they are. */
  of: number
  onSave: (change: { add: string[]; remove: string[] }) => void
  onClose: () => void
}

/** Ticks the tags of one conversation or several. A tag that only some have stays as it is until it is pressed. */
export function TagsDialog({ known, countOf, of, onSave, onClose }: Props) {
  const field = useId()
  const input = useRef<HTMLInputElement>(null)
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const tags = tagList([...known, ...wanted.keys()])
  const wish = (tag: string, isOn: boolean) => setWanted(new Map([...wanted, [tag, isOn]]))
  const added = () => {
    const tag = tagName(input.current!.value)
    input.current!.value = ''
    if (!tag) return wanted
    const next = new Map([...wanted, [tags.find((one) => isSameTag(one, tag)) ?? tag, true] as const])
    setWanted(next)
    return next
  }
  const save = () => {
    // What stands in the field was meant as well.
    const all = [...added()]
    const those = (isOn: boolean) => all.flatMap(([tag, on]) => (on === isOn ? [tag] : []))
    onSave({ add: those(true), remove: those(false) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    added()
  }
  return (
    <Dialog title={t.filing.tags} close={t.app.close} onClose={onClose}>
      <div className="flex flex-col gap-3 p-4 text-chrome">
        {!tags.length && <p className="text-faint">{t.filing.noTags}</p>}
        <ul className="flex flex-col">
          {tags.map((tag) => {
            const count = countOf(tag)
            const isOn = wanted.get(tag) ?? count === of
            return (
              <li key={tag}>
                <Tick
                  checked={isOn}
                  some={!wanted.has(tag) && count > 0 && count < of}
                  onChange={(on) => wish(tag, on)}
                  className="py-1.5"
                >
                  <span dir="auto" className="block truncate">
                    {tag}
                  </span>
                </Tick>
              </li>
            )
          })}
        </ul>
        <form onSubmit={submit} className="flex items-end gap-2 border-t border-line pt-3">
          <label htmlFor={field} className="sr-only">
            {t.filing.newTag}
          </label>
          <input
            ref={input}
            id={field}
            dir="auto"
            autoComplete="off"
            placeholder={t.filing.newTag}
            className="min-h-8 min-w-0 grow rounded-field border border-line bg-paper px-2.5 hover:border-edge"
          />
          <Button type="submit" className="min-h-8!">
            {t.filing.add}
          </Button>
        </form>
        <div className="flex gap-2">
          <Button look="primary" className="min-h-8!" onClick={save}>
            {t.common.save}
          </Button>
          <Button className="min-h-8!" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
