import { useLayoutEffect } from 'react'
import { useSettings } from '../state/settings'

/** Puts the chosen theme on the page; without a choice the system's counts. */
export function useTheme(): void {
  const theme = useSettings((all) => all.theme)
  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme])
}
