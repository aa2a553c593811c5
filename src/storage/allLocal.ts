import { prefix } from './local'

/** All that is kept here, by name, as it can be read. */
export function localEntries(): Record<string, unknown> {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix))
    return Object.fromEntries(names.map((name) => [name, parsed(localStorage.getItem(name) ?? '')]))
  } catch {
    return {}
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
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
