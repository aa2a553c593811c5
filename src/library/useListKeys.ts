import { type KeyboardEvent, useRef } from 'react'
import { folderToggled } from '../state/closedFolders'
import { t } from '../words/rooms'
import { lastUndone } from './acts'
import type { Row } from './arrange'
import { outerRow, rowFor, rowTyped } from './rowFor'

interface Hands {
  rows: readonly Row[]
  at: number
  go: (to: number) => void
  /** How many lines are in sight. */
  page: () => number
  toggle: (row: Row) => void
  /** Selects all lines from where the last range began to another. */
  extend: (from: Row, to: Row) => void
  selectAll: () => void
  endSelection: () => boolean
  rename: (row: Row) => void
  remove: (row: Row) => void
}

/** Letters that follow one another within this many milliseconds are one word. */
const pause = 700

/** The keys of the list; they count on a line itself, not in its menu or where its title is written. */
export function useListKeys({ rows, at, go, page, ...hands }: Hands) {
  const typed = useRef<Typed>({ text: '', at: 0, row: '' })
  /** Whether the menu was asked for by a key, so that the browser's own stays away. */
  const asked = useRef(false)

  const words = (row: Row) =>
    row.type === 'entry' ? row.conversation.title || t.app.untitled : lastPart(row)
  const type = (letter: string, row: Row) => {
    const now = performance.now()
    const text = isWord(typed.current, row) ? typed.current.text + letter : letter
    const to = rowTyped(rows, at, text, words)
    typed.current = { text, at: now, row: rows[to ?? at]!.key }
    if (to !== undefined) go(to)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, shiftKey, altKey } = event
    const row = rows[at]
    if (!(target instanceof HTMLElement) || !target.closest('[data-stop]') || !row || altKey) return
    const command = event.ctrlKey || event.metaKey
    if (command) {
      if (key.toLowerCase() === 'a') hands.selectAll()
      else if (key.toLowerCase() === 'z' && !shiftKey) lastUndone()
      else return
      return event.preventDefault()
    }
    const to = rowFor(rows, at, key, page())
    if (to !== undefined) {
      if (shiftKey) hands.extend(row, rows[to]!)
      go(to)
    } else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      asked.current = true
      target.closest('[data-key]')?.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click()
    } else if (key === 'ArrowLeft' || key === 'ArrowRight') sideways(event, row)
    else if (key === ' ' && row.type === 'entry' && !isWord(typed.current, row)) hands.toggle(row)
    else if (key === 'F2') hands.rename(row)
    else if (key === 'Delete') hands.remove(row)
    else if (key === 'Escape') {
      if (!hands.endSelection()) return
      event.stopPropagation()
    } else if (key.length === 1 && (key !== ' ' || row.type === 'entry')) type(key, row)
    else return
    event.preventDefault()
  }

  /** Into a folder, or out of it. */
  const sideways = ({ key, currentTarget }: KeyboardEvent<HTMLElement>, row: Row) => {
    const isInward = (key === 'ArrowRight') === (getComputedStyle(currentTarget).direction !== 'rtl')
    const section = row.type === 'heading' && row.section.kind === 'folder' ? row.section : undefined
    if (section && section.closed === isInward) return folderToggled(section.folder, isInward)
    const to = isInward ? (section ? rowFor(rows, at, 'ArrowDown', 1) : undefined) : outerRow(rows, at)
    if (to !== undefined) go(to)
  }

  const onContextMenu = (event: { preventDefault: () => void }) => {
    if (asked.current) event.preventDefault()
    asked.current = false
  }
  return { onKeyDown, onContextMenu, onPointerDown: () => (asked.current = false) }
}

/** The letters typed so far, when the last of them was, and the line that they led to. */
interface Typed {
  text: string
  at: number
  row: string
}

/** A letter or a space belongs to the word that is being typed, but not once the focus has gone to another line. */
const isWord = (typed: Typed, row: Row) =>
  typed.text !== '' && typed.row === row.key && performance.now() - typed.at < pause

const lastPart = ({ section }: Extract<Row, { type: 'heading' }>) =>
  section.kind === 'folder' ? (section.folder.split('/').at(-1) ?? '') : ''
