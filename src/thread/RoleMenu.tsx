import type { ConversationId, MessageId } from '../conversation/Message'
import { type Role, choosableRoles } from '../protocol/wire'
import { roleChanged } from '../state/editMessage'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'

interface Props {
  conversation: ConversationId
  message: MessageId
  role: Role
  disabled: boolean
}

/** The role in the gutter, which can be changed where it stands. */
export function RoleMenu({ conversation, message, role, disabled }: Props) {
  return (
    <Menu
      label={t.message.roleOf(t.roles.names[role])}
      disabled={disabled}
      className="-mx-1.5 -my-1 min-h-6! text-inherit! disabled:cursor-default"
      items={() =>
        choosableRoles.map((choice) => ({
          label: t.roles.names[choice],
          checked: choice === role,
          onSelect: () => roleChanged(conversation, message, choice),
        }))
      }
    >
      {t.roles.names[role]}
    </Menu>
  )
}
