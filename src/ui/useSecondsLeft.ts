import { useSyncExternalStore } from 'react'

/** The whole seconds until a moment, 0 once it has passed. Looks at the clock while there is something to count. */
export function useSecondsLeft(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000))
  return useSyncExternalStore((tell) => {
    if (!left()) return () => {}
    const timer = setInterval(() => {
      tell()
      if (!left()) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, left)
}
