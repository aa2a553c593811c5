import { createRoot } from 'react-dom/client'
import { loadOpening, loadSending } from '../state/sending'
import { Markdown } from '../thread/answerParts'
import { MessageList } from '../thread/Thread'
import { untilLoaded } from '../ui/untilLoaded'
import { whenIdle } from '../ui/whenIdle'
import { Notices } from './lazyPanes'

/** How long the first reading and writing may put it off, in milliseconds. */
const patience = 5000
const idle = () => new Promise<void>((resolve) => whenIdle(() => resolve(), patience))

/** Loads what the first reply needs while nobody waits for it, and makes it warm, so that its first word is not late. */
export function prepareWhenIdle(): Promise<void> {
  // Without a network it does not come; it is asked for again when it is needed.
  return prepare().catch(() => undefined)
}

async function prepare() {
  await idle()
  const parts = [loadSending(), loadOpening(), MessageList.load(), Markdown.load(), Notices.load()]
  await Promise.all(parts).finally(() => void beginLate())
  // The first rendering of anything costs several times the next: a page nobody sees takes it over, bit by bit.
  const root = createRoot(document.createElement('div'))
  for (const text of samples) {
    await idle()
    root.render(<Markdown text={text} streaming />)
  }
  await idle()
  root.unmount()
}

/** Whatever else comes or not. */
const beginLate = () => untilLoaded(() => import('./beginLate')).then((late) => late.beginLate())

const samples = [
  'Warm',
  'A *b* **c** `d`.',
  '- one\n- two\n\n> three',
  '```js\nlet four\n```',
  '| a |\n| - |\n| 5 |',
]
