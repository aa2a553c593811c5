import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../conversation/Message'
import type { Flight } from '../flights/Flight'
import type { Role } from '../protocol/wire'

/** What lies over the page: settings, or on a small screen one of the panes. */
export type Panel =
  | { name: 'none' }
  | { name: 'library' | 'parameters' | 'outline' | 'share'; from?: MessageId | undefined }
  /** The choices that stand beside this message, in columns. */
  | { name: 'compare'; message: MessageId }
  /** The record of the request that this message answers. */
  | { name: 'inspector'; message: MessageId }
  /** A record that stands by itself: out of a file, or of a turn of a link. */
  | { name: 'record'; flight: Flight }
  /** What the composer would send in the name of this role. */
  | { name: 'sending'; role: Role }
  /** The request behind a message, or that of the composer in the name of this role, as a program. */
  | { name: 'code'; of: { message: MessageId } | { role: Role } }
  | { name: 'settings'; add: boolean; at?: 'prices' }
  | { name: 'import' }
  /** Conversations are to become files. */
  | { name: 'export'; ids: readonly ConversationId[] }

const panel = createStore<Panel>()(() => ({ name: 'none' }))

const show = (next: Panel) => panel.setState(next, true)

export const usePanel = () => useStore(panel)
export const compareOpened = (message: MessageId) => show({ name: 'compare', message })
export const inspectorOpened = (message: MessageId) => show({ name: 'inspector', message })
export const recordOpened = (flight: Flight) => show({ name: 'record', flight })
export const sendingOpened = (role: Role) => show({ name: 'sending', role })
export const codeOpened = (of: { message: MessageId } | { role: Role }) =>
  panel.setState({ name: 'code', of }, true)
/** Opens one of the panels that need not be told more; sharing can be told the message to begin with. */
export const panelOpened = (name: 'library' | 'parameters' | 'outline' | 'share', from?: MessageId) =>
  show({ name, from })
/** Opens the settings, at the form for a new endpoint if `add`, at a section of them if `at`. */
export const settingsOpened = ({ add = false, at }: { add?: boolean; at?: 'prices' } = {}) =>
  show({ name: 'settings', add, ...(at && { at }) })
export const importOpened = () => show({ name: 'import' })
export const exportOpened = (ids: readonly ConversationId[]) => show({ name: 'export', ids })
export const panelClosed = () => show({ name: 'none' })
