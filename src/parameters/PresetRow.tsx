import { useState } from 'react'
import type { ConversationId } from '../conversation/Message'
import {
  type Preset,
  isGiven,
  presetFile,
  presetModelCounted,
  presetRemoved,
  presetRenamed,
  presetReplaced,
} from '../state/presets'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { Tick } from '../ui/Tick'
import { saveFile } from '../ui/saveFile'
import { t } from '../words/rooms'
import { fieldLook } from './looks'
import { isComposing } from '../ui/isComposing'

interface Props {
  preset: Preset
  conversation: ConversationId | null
  onApply: () => void
}

/** A preset: its name, what it holds, and what can be done with it. */
export function PresetRow({ preset, conversation, onApply }: Props) {
  const [renaming, setRenaming] = useState(false)
  const { name, parameters, withModel } = preset
  const given = isGiven(preset)
  const changing = [
    { label: t.parameters.presetReplace, onSelect: () => presetReplaced(conversation, preset) },
    { label: t.parameters.presetRename, onSelect: () => setRenaming(true) },
  ]
  const exporting = {
    label: t.parameters.presetExport,
    onSelect: () => saveFile(`${fileNameOf(name)}.json`, presetFile([preset])),
  }
  const removing = {
    label: t.parameters.presetRemove,
    onSelect: () => presetRemoved(conversation, preset),
    danger: true,
  }
  return (
    <li className="flex items-start gap-2 px-4 py-2 not-first:border-t not-first:border-line">
      <div className="min-w-0 grow">
        {renaming ? (
          <NameField
            name={name}
            onDone={(next) => {
              setRenaming(false)
              if (next !== undefined) presetRenamed(preset, next)
            }}
          />
        ) : (
          <p dir="auto" className="min-h-7 truncate leading-7 font-medium" title={name}>
            {name}
          </p>
        )}
        <p className="text-small text-soft [overflow-wrap:anywhere]">{holdingsOf(preset)}</p>
        {parameters.model && (
          <Tick
            checked={withModel}
            disabled={given}
            onChange={(counts) => presetModelCounted(preset, counts)}
            className="py-1 text-small text-soft"
          >
            {t.parameters.presetWithModel(parameters.model)}
          </Tick>
        )}
      </div>
      <Button aria-label={t.parameters.presetApply(name)} onClick={onApply}>
        {t.parameters.apply}
      </Button>
      <Menu
        label={t.parameters.presetActions(name)}
        items={() => (given ? [exporting] : [...changing, exporting, removing])}
      >
        <Icon name="more" />
      </Menu>
    </li>
  )
}

function holdingsOf({ parameters, extraBody, system }: Preset): string {
  const names = [
    ...Object.keys(parameters).filter((field) => field !== 'model'),
    ...(extraBody ? [t.parameters.extraBody] : []),
    ...(system === undefined ? [] : [t.parameters.presetSystem]),
  ]
  return names.length ? t.parameters.presetHolds(names.join(', ')) : t.parameters.presetHoldsNothing
}

/** Letters and digits of any language; what a file system might refuse becomes a hyphen. */
const fileNameOf = (name: string) =>
  name
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'preset'

function NameField({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked to write here
      autoFocus
      dir="auto"
      maxLength={200}
      aria-label={t.parameters.presetNewName(name)}
      defaultValue={name}
      onFocus={({ target }) => target.select()}
      onBlur={({ target }) => onDone(target.value.trim() === name ? undefined : target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Escape') event.currentTarget.value = name
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        // Escape would close the dialog too.
        event.preventDefault()
        event.currentTarget.blur()
      }}
      className={fieldLook}
    />
  )
}
