import { type SyntheticEvent, useId, useRef, useState } from 'react'
import type { ConversationId } from '../conversation/Message'
import { useTarget } from '../state/nextConversation'
import {
  doneDismissed,
  presetApplied,
  presetFile,
  presetSaved,
  presetsImported,
  useDone,
  usePresets,
} from '../state/presets'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Tick } from '../ui/Tick'
import { saveFile } from '../ui/saveFile'
import { t } from '../words/rooms'
import { DoneNote } from './DoneNote'
import { PresetRow } from './PresetRow'
import { fieldLook } from './looks'

interface Props {
  conversation: ConversationId | null
  onClose: () => void
}

/** No set of fields needs more, in bytes. */
const largest = 4_000_000

/** Every preset, and the place to keep another one. */
export function PresetDialog({ conversation, onClose }: Props) {
  const presets = usePresets()
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  const done = useDone(conversation)
  const chooser = useRef<HTMLInputElement>(null)

  /** One thing is said at a time: this, or what has been done. */
  const say = (good: boolean, words: string) => {
    doneDismissed()
    setSaid({ good, words })
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    if (file.size > largest) return say(false, t.parameters.presetFaults['too-large'])
    const read = presetsImported(await file.text())
    if (read.ok) say(true, t.parameters.presetsImported(read.presets.length))
    else say(false, faultIn(read))
  }

  return (
    <Dialog title={t.parameters.presets} close={t.app.close} onClose={onClose}>
      <div className="flex flex-col gap-3 py-3 text-chrome">
        <SaveForm conversation={conversation} onSaved={(name) => say(true, t.parameters.presetSaved(name))} />
        <DoneNote conversation={conversation} />
        {presets?.length === 0 && <p className="px-4 text-soft">{t.parameters.presetsNone}</p>}
        {Boolean(presets?.length) && (
          <ul className="border-y border-line">
            {presets?.map((preset) => (
              <PresetRow
                key={preset.id}
                preset={preset}
                conversation={conversation}
                onApply={() => {
                  presetApplied(conversation, preset)
                  onClose()
                }}
              />
            ))}
          </ul>
        )}
        <div className="flex flex-wrap items-center gap-2 px-4">
          <input
            ref={chooser}
            type="file"
            accept="application/json,.json"
            aria-label={t.parameters.presetImport}
            tabIndex={-1}
            className="sr-only"
            onChange={({ target }) => {
              void take(target.files?.[0])
              // The same file may be chosen again.
              target.value = ''
            }}
          />
          <Button onClick={() => chooser.current?.click()}>{t.parameters.presetImport}</Button>
          <Button disabled={!presets?.length} onClick={() => saveFile('parley-presets.json', presetFile())}>
            {t.parameters.presetExportAll}
          </Button>
          <p role="status" className={`grow text-small ${said?.good === false ? 'text-warn' : 'text-soft'}`}>
            {!done && said?.words}
          </p>
        </div>
      </div>
    </Dialog>
  )
}

function faultIn(read: Extract<ReturnType<typeof presetsImported>, { ok: false }>): string {
  return read.reason === 'bad-preset'
    ? t.parameters.presetBad(read.place)
    : t.parameters.presetFaults[read.reason]
}

function SaveForm({
  conversation,
  onSaved,
}: {
  conversation: ConversationId | null
  onSaved: (name: string) => void
}) {
  const { parameters } = useTarget(conversation)
  const [name, setName] = useState('')
  const [withModel, setWithModel] = useState(true)
  const id = useId()
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    onSaved(presetSaved(conversation, name, withModel))
    setName('')
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-1.5 px-4">
      <label htmlFor={id} className="text-small text-soft">
        {t.parameters.presetName}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={({ target }) => setName(target.value)}
          className={fieldLook}
        />
        <Button look="primary" type="submit" disabled={!name.trim()} className="min-h-8">
          {t.parameters.presetSave}
        </Button>
      </div>
      <Tick checked={withModel} onChange={setWithModel} className="py-1 text-small text-soft">
        {t.parameters.presetWithModel(parameters.model ?? '')}
      </Tick>
    </form>
  )
}
