import { prefix } from './local'

/** All that is kept here, by name, as it can be read: what is damaged as its text. */
export function localEntries(): Record<string, unknown> {
  const { whole, damaged } = localRead()
  return { ...whole, ...damaged }
}

/** All that is kept here, by name, and what of it cannot be read, as its text. */
export function localRead(): { whole: Record<string, unknown>; damaged: Record<string, string> } {
  const whole: Record<string, unknown> = {}
  const damaged: Record<string, string> = {}
  for (const [name, text] of texts())
    try {
      whole[name] = JSON.parse(text)
    } catch {
      damaged[name] = text
    }
  return { whole, damaged }
}

function texts(): [string, string][] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
    return names.map((name) => [name, localStorage.getItem(name) ?? ''])
  } catch {
    return []
  }
}

/** Forgets all that is kept here. */
export function localForgotten(): void {
  for (const name of Object.keys(localEntries())) localStorage.removeItem(name)
}

/** Keeps a value also in a safe state; undefined is none. Rejects what the browser rejects. */
export function noteKept(name: string, value: unknown): void {
  if (value === undefined) localStorage.removeItem(prefix + name)
  else localStorage.setItem(prefix + name, JSON.stringify(value))
}

/** What was kept by `noteKept`. */
export const keptNote = (name: string): unknown => localEntries()[prefix + name]
