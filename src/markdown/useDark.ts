import { useSyncExternalStore } from 'react'

const system = () => matchMedia('(prefers-color-scheme: dark)')

/** Whether the page is dark: by its theme, or by the system where it has none. */
export function isDark(): boolean {
  const { colorScheme } = getComputedStyle(document.documentElement)
  return colorScheme === 'dark' || (colorScheme !== 'light' && system().matches)
}

function subscribe(listen: () => void) {
  const media = system()
  const observer = new MutationObserver(listen)
  media.addEventListener('change', listen)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    media.removeEventListener('change', listen)
    observer.disconnect()
  }
}

const no = () => false
const never = () => () => {}

/** The same, for what has to be drawn anew when it changes. What is not interested costs nothing. */
export const useDark = (interested: boolean) =>
  useSyncExternalStore(interested ? subscribe : never, interested ? isDark : no, no)
