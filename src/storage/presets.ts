import { type Preset, database } from './database'

/** Every preset, in no order. */
export const loadPresets = async (): Promise<Preset[]> => (await database()).getAll('presets')

/** Keeps presets, all of them or none. */
export async function savePresets(presets: readonly Preset[]): Promise<void> {
  const transaction = (await database()).transaction('presets', 'readwrite')
  await Promise.all([...presets.map((preset) => transaction.store.put(preset)), transaction.done])
}

export async function removePreset(id: string): Promise<void> {
  await (await database()).delete('presets', id)
}
