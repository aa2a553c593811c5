import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { fetchBeside } from '../api/fetchBeside'
import { notify } from './notices'
import { operatorPrefix } from './operatorId'
import type { OperatorConfig } from './readOperatorConfig'
import { operatorSet } from './settings'
import type { Preset } from './presets'

/** No such file needs more, in characters. */
const most = 200_000

interface Given {
  title: string | undefined
  locked: boolean
  presets: Preset[]
}

const given = createStore<Given>()(() => ({ title: undefined, locked: false, presets: [] }))

/** What the page is called here; undefined where nobody has renamed it. */
export const useOperatorTitle = () => useStore(given, ({ title }) => title)
/** Whether the reader can neither add nor change endpoints. */
export const useEndpointsLocked = () => useStore(given, ({ locked }) => locked)
export const useGivenPresets = () => useStore(given, ({ presets }) => presets)

let known: Promise<void> = Promise.resolve()
/** Settles when what the operator has set counts: before that a message might go to another endpoint. */
export const operatorKnown = () => known

/**
 * Asks for `parley.config.json` beside the page. The build has an empty one, so that asking is never an error; what reads
 * it is loaded only where there is something in it.
 */
export function operatorConfigOpened(): void {
  // From the disk nothing can be asked for.
  if (import.meta.env.MODE === 'single') return
  known = open().catch(() => undefined)
}

async function open() {
  const text = await fetchBeside('./parley.config.json', most)
  if (text === undefined || text.trim() === '{}') return
  const { readOperatorConfig } = await import('./readOperatorConfig')
  const read = readOperatorConfig(text, document.baseURI, most)
  if (read.ok) taken(read.config)
  else notify({ type: 'config-wrong', fault: read.fault })
}

function taken(config: OperatorConfig) {
  operatorSet(config)
  given.setState({
    title: config.title,
    locked: config.locked,
    presets: config.presets.map((preset, place) => ({
      ...preset,
      id: `${operatorPrefix}${place}`,
      created: place,
    })),
  })
}
