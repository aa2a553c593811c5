import { createContext } from 'react'
import { t } from '../words/rooms'

/** Every word that this room puts on the screen. Numbers come raw: formatting them belongs to the words. */
export type MarkdownLabels = typeof t.markdown

export const LabelsContext = createContext<MarkdownLabels>(t.markdown)
