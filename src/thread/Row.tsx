import type { ReactNode } from 'react'
import type { Role } from '../protocol/wire'
import { t } from '../words/t'

interface Props {
  role: Role
  /** What stands in the gutter instead of the plain name. */
  name?: ReactNode
  children: ReactNode
}

/** The gutter with the role, and the measure with the text. */
export function Row({ role, name, children }: Props) {
  return (
    <>
      <div className={gutterClass(role)}>{name ?? t.roles.names[role]}</div>
      <div className={rowClass}>{children}</div>
    </>
  )
}

/** Two columns; one on a phone, where the role stands above its text. */
export const rowGrid = 'grid grid-cols-[5.75rem_minmax(0,1fr)] gap-x-4.5 py-3 phone:block'

export const gutterClass = (role: Role) =>
  `pt-1 text-end text-small select-none phone:text-start phone:pb-0.5 ${role === 'assistant' ? 'text-accent' : 'text-faint'}`

export const rowClass = 'min-w-0'

/** A message among others. A system message at the top is the first thing in the thread, with no line above it. */
export const messageClass = (role: Role, first: boolean) =>
  `relative ${rowGrid} rounded-sm ${first && (role === 'system' || role === 'developer') ? '' : 'border-t border-line/60'}`
