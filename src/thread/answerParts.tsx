import { useSyncExternalStore } from 'react'
import type { LiveText } from '../markdown/useShownText'
import { lazyPart } from '../ui/lazyPart'

// The first paint needs no Markdown: until it has come, the text stands as it was written.
// If it does not come (the network went away before it was loaded), that is how the text stays until it does.
export const Markdown = lazyPart(() => import('../markdown/Markdown').then((room) => room.Markdown), {
  stays: true,
})
export const JsonPanel = lazyPart(() => import('../markdown/JsonPanel').then((room) => room.JsonPanel))

/** What stands in the place of either. */
export function PlainText({ text, live }: { text: string; live?: LiveText | undefined }) {
  const grown = useSyncExternalStore(live?.subscribe ?? never, live?.read ?? (() => text))
  return <div className={plain}>{grown}</div>
}

const never = () => () => {}

export const plain = 'whitespace-pre-wrap [overflow-wrap:anywhere]'
