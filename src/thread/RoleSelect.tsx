import { type Role, choosableRoles } from '../protocol/wire'
import { ChipSelect } from '../ui/ChipSelect'
import { t } from '../words/t'

/** In whose name a message stands. */
export function RoleSelect({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  const offered = choosableRoles.includes(role) ? choosableRoles : [...choosableRoles, role]
  return (
    <ChipSelect
      label={t.roles.role}
      value={role}
      options={offered.map((value) => ({ value, label: t.roles.names[value] }))}
      onChange={onChange}
    />
  )
}
