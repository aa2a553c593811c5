import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MessageId } from '../conversation/Message'

/** What lies over the page: settings, or on a small screen one of the panes. */
export type Panel =
  | { name: 'none' }
  | { name: 'library' | 'parameters' | 'outline' }
  /** The choices that stand beside this message, in columns. */
  | { name: 'compare'; message: MessageId }
  | { name: 'settings'; add: boolean }

const panel = createStore<Panel>()(() => ({ name: 'none' }))

export const usePanel = () => useStore(panel)
export const compareOpened = (message: MessageId) => panel.setState({ name: 'compare', message }, true)
export const panelOpened = (name: 'library' | 'parameters' | 'outline') => panel.setState({ name }, true)
/** Opens the settings, at the form for a new endpoint if `add`. */
export const settingsOpened = ({ add = false } = {}) => panel.setState({ name: 'settings', add }, true)
export const panelClosed = () => panel.setState({ name: 'none' }, true)
