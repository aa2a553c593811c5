import { useEffect } from 'react'
import type { ConversationId } from '../conversation/Message'
import { allReset, presetApplied, presetsOpened, usePresets, usedAsDefault } from '../state/presets'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId | null
  onManage: () => void
}

/** So many presets are at hand in the menu; all of them are in the dialog. */
const most = 8

/** Sets of fields under a name: to apply, to keep, to begin with. */
export function PresetMenu({ conversation, onManage }: Props) {
  const presets = usePresets()
  useEffect(() => void presetsOpened(), [])
  return (
    <Menu
      look="chip"
      items={() => [
        ...(presets ?? []).slice(0, most).map((preset) => ({
          label: t.parameters.presetApply(preset.name),
          onSelect: () => presetApplied(conversation, preset),
        })),
        { label: t.parameters.presetManage, onSelect: onManage },
        { label: t.parameters.useAsDefault, onSelect: () => usedAsDefault(conversation) },
        { label: t.parameters.reset, onSelect: () => allReset(conversation) },
      ]}
    >
      {t.parameters.presets}
      <Icon name="down" className="size-3" />
    </Menu>
  )
}
