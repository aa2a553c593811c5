import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type ConversationId, type Message, textOf } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { visiblePath } from '../conversation/Tree'
import { writtenOf } from '../conversation/written'
import type { Preset } from '../storage/database'
import { onNews, tellOtherTabs } from '../storage/otherTabs'
import { loadPresets, removePreset, savePresets } from '../storage/presets'
import { treeOf } from './conversations'
import { draftChanged, draftOf, newSystem } from './drafts'
import { messageAddedOnTop, messageRemoved, messageRewritten } from './editMessage'
import { fieldsReplaced, targetOf } from './nextConversation'
import { storageFailed } from './notices'
import { useGivenPresets } from './operatorConfig'
import { isOperators } from './operatorId'
import {
  type PresetContent,
  type ReadPresetFile,
  freeName,
  readPresetFile,
  writePresetFile,
} from './presetFile'
import { activeRun } from './runs'
import { currentSettings, defaultsChosen } from './settings'

export type { Preset } from '../storage/database'

/** What has just been done with presets, and how it is undone. It is told where it was done. */
export type Done = {
  conversation: ConversationId | null
  undo: () => void
} & (
  | { type: 'applied'; name: string; systemLeftOut: boolean }
  | { type: 'removed' | 'replaced'; name: string }
  | { type: 'reset' | 'default' }
)

interface Presets {
  /** Undefined until storage has answered. */
  list: Preset[] | undefined
  done: Done | undefined
}

const presets = createStore<Presets>()(() => ({ list: undefined, done: undefined }))

/** The reader's presets after those that the operator of the page has given. */
export function usePresets(): Preset[] | undefined {
  const list = useStore(presets, ({ list }) => list)
  const given = useGivenPresets()
  return useMemo(() => list && [...given, ...list], [given, list])
}
/** Whether a preset is the operator's, who alone can change it. */
export const isGiven = ({ id }: Preset) => isOperators(id)
export const useDone = (id: ConversationId | null) =>
  useStore(presets, ({ done }) => (done && done.conversation === id ? done : undefined))
export const doneDismissed = () => presets.setState({ done: undefined })

const listed = () => presets.getState().list ?? []
const byName = (one: Preset, other: Preset) =>
  one.name.localeCompare(other.name) || one.created - other.created

/** Reads what is kept; again when another tab has changed it. */
export async function presetsOpened(): Promise<void> {
  try {
    presets.setState({ list: (await loadPresets()).toSorted(byName) })
  } catch (error) {
    presets.setState(({ list }) => ({ list: list ?? [] }))
    storageFailed(error)
  }
}

/** Those that are kept, read first where nobody has. */
export async function presetsHere(): Promise<readonly Preset[]> {
  if (!presets.getState().list) await presetsOpened()
  return listed()
}

/** Takes in presets whose ids nobody has here, and returns them as they are named now. */
export function presetsAdded(fresh: readonly Preset[]): Preset[] {
  const names = listed().map(({ name }) => name)
  const taken = fresh.map((preset) => {
    const name = freeName(preset.name, names)
    names.push(name)
    return { ...preset, name }
  })
  if (taken.length) kept(taken)
  return taken
}

/** Takes them out again. */
export const presetsDropped = (some: readonly Preset[]): void => some.forEach(({ id }) => dropped(id))

onNews(({ type }) => {
  if (type === 'presets' && presets.getState().list) void presetsOpened()
})

function kept(changed: readonly Preset[]) {
  const ids = new Set(changed.map(({ id }) => id))
  presets.setState({ list: [...listed().filter(({ id }) => !ids.has(id)), ...changed].toSorted(byName) })
  savePresets(changed)
    .then(() => tellOtherTabs({ type: 'presets' }))
    .catch(storageFailed)
}

function dropped(id: string) {
  presets.setState({ list: listed().filter((preset) => preset.id !== id) })
  removePreset(id)
    .then(() => tellOtherTabs({ type: 'presets' }))
    .catch(storageFailed)
}

/** The message that a preset's system message stands for: the first of its kind on the path. */
const systemOf = (path: readonly Message[]) =>
  path.find(({ role, muted }) => !muted && (role === 'system' || role === 'developer'))

function currentSystem(id: ConversationId | null): string {
  if (id === null) return draftOf(newSystem)
  const tree = treeOf(id)
  const message = tree && systemOf(visiblePath(tree))
  return message ? textOf(message) : ''
}

/** All that is set in a conversation now, or for the next one. */
function current(id: ConversationId | null): Pick<Preset, 'parameters' | 'extraBody' | 'system'> {
  const { parameters, extraBody } = targetOf(id)
  const system = currentSystem(id)
  return { parameters, ...(extraBody && { extraBody }), ...(system.trim() && { system }) }
}

/** Keeps what is set now under a name; a name that is taken gets a number. Returns the name that it got. */
export function presetSaved(id: ConversationId | null, wanted: string, withModel: boolean): string {
  const name = freeName(
    wanted.trim(),
    listed().map((preset) => preset.name),
  )
  kept([{ ...current(id), id: newId(), created: Date.now(), name, withModel }])
  return name
}

/** Puts what is set now in the place of what a preset held. */
export function presetReplaced(id: ConversationId | null, preset: Preset): void {
  const { id: own, name, created, withModel } = preset
  kept([{ ...current(id), id: own, name, created, withModel }])
  presets.setState({
    done: { type: 'replaced', name, conversation: id, undo: () => kept([preset]) },
  })
}

export function presetRenamed(preset: Preset, wanted: string): void {
  const taken = listed().flatMap(({ id, name }) => (id === preset.id ? [] : [name]))
  if (wanted.trim()) kept([{ ...preset, name: freeName(wanted.trim(), taken) }])
}

export const presetModelCounted = (preset: Preset, withModel: boolean): void =>
  kept([{ ...preset, withModel }])

export function presetRemoved(id: ConversationId | null, preset: Preset): void {
  dropped(preset.id)
  presets.setState({
    done: { type: 'removed', name: preset.name, conversation: id, undo: () => kept([preset]) },
  })
}

/** Sets what a preset holds and nothing besides, in a conversation or for the next one. */
export function presetApplied(id: ConversationId | null, preset: Preset): void {
  const before = targetOf(id)
  const { model, ...fields } = preset.parameters
  const chosen = (preset.withModel && model) || before.parameters.model
  fieldsReplaced(id, { ...(chosen && { model: chosen }), ...fields }, preset.extraBody)
  const takeBack = preset.system === undefined ? undefined : systemReplaced(id, preset.system)
  presets.setState({
    done: {
      type: 'applied',
      name: preset.name,
      systemLeftOut: preset.system !== undefined && !takeBack,
      conversation: id,
      undo: () => {
        fieldsReplaced(id, before.parameters, before.extraBody)
        takeBack?.()
      },
    },
  })
}

/** Returns how to take it back, or nothing where messages cannot change now, because a reply is being written. */
function systemReplaced(id: ConversationId | null, system: string): (() => void) | undefined {
  if (id === null) {
    const before = draftOf(newSystem)
    draftChanged(newSystem, system)
    return () => draftChanged(newSystem, before)
  }
  const tree = treeOf(id)
  if (!tree || activeRun(id)) return undefined
  const message = systemOf(visiblePath(tree))
  if (message) {
    const before = writtenOf(message)
    if (textOf(message) !== system) messageRewritten(id, message.id, { ...before, content: system })
    return () => messageRewritten(id, message.id, before)
  }
  messageAddedOnTop(id, { role: 'system', content: system })
  const added = visiblePath(treeOf(id)!)[0]
  return () => added && messageRemoved(id, added.id)
}

/** New conversations begin with what is set now. */
export function usedAsDefault(id: ConversationId | null): void {
  const { defaults, defaultExtraBody } = currentSettings()
  const { parameters, extraBody } = targetOf(id)
  defaultsChosen(parameters, extraBody ?? null)
  presets.setState({
    done: { type: 'default', conversation: id, undo: () => defaultsChosen(defaults, defaultExtraBody) },
  })
}

/** Sets what a new conversation begins with, and nothing besides; the model stays. */
export function allReset(id: ConversationId | null): void {
  const before = targetOf(id)
  const { model } = before.parameters
  const { defaults, defaultExtraBody } = currentSettings()
  fieldsReplaced(id, { ...(model && { model }), ...defaults }, defaultExtraBody ?? undefined)
  presets.setState({
    done: {
      type: 'reset',
      conversation: id,
      undo: () => fieldsReplaced(id, before.parameters, before.extraBody),
    },
  })
}

/** Some presets as a file, or all of them. */
export const presetFile = (some: readonly PresetContent[] = listed()): string => writePresetFile(some)

/** Takes in the presets of a file, beside those that are there. */
export function presetsImported(text: string): ReadPresetFile {
  const read = readPresetFile(text)
  if (!read.ok) return read
  const created = Date.now()
  const taken = read.presets.map((preset) => ({ ...preset, id: newId(), created }))
  return { ok: true, presets: presetsAdded(taken) }
}
