import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** What lies over the page: settings, or on a small screen one of the panes. */
export type Panel = { name: 'none' } | { name: 'library' | 'parameters' } | { name: 'settings'; add: boolean }

const panel = createStore<Panel>()(() => ({ name: 'none' }))

export const usePanel = () => useStore(panel)
export const panelOpened = (name: 'library' | 'parameters') => panel.setState({ name }, true)
/** Opens the settings, at the form for a new endpoint if `add`. */
export const settingsOpened = ({ add = false } = {}) => panel.setState({ name: 'settings', add }, true)
export const panelClosed = () => panel.setState({ name: 'none' }, true)
