import { useRef, useState } from 'react'
import { type FoundServer, findServers } from '../api/findServers'
import { corsSteps, type Step } from '../api/remedies'
import { newId } from '../conversation/newId'
import { endpointSwitched } from './nextConversation'
import { openConversationId } from './route'
import { endpointSaved } from './settings'

export type { FoundServer }

/** What stands at the usual ports of this computer, when the reader asks for it; `done` once all have been asked. */
export function useLocalServers() {
  const [servers, setServers] = useState<FoundServer[]>([])
  const [state, setState] = useState<'idle' | 'looking' | 'done'>('idle')
  const search = useRef<AbortController>(undefined)
  const look = async () => {
    search.current?.abort()
    const mine = new AbortController()
    search.current = mine
    setServers([])
    setState('looking')
    await findServers(new URL(location.href), mine.signal, (found) =>
      setServers((before) => [...before, found].toSorted((one, other) => rank(one) - rank(other))),
    )
    if (!mine.signal.aborted) setState('done')
  }
  return { servers, state, look }
}

const order: FoundServer['state'][] = ['lists', 'key', 'closed']
const rank = ({ state }: FoundServer) => order.indexOf(state)

/** How this page can be let in. */
export const openingSteps = ({ kind, baseURL }: FoundServer): Step[] =>
  corsSteps({ server: kind, baseURL, origin: location.origin })

/** Makes an endpoint of a server that was found, and takes it into use. */
export function serverAdded({ baseURL }: FoundServer, name: string): void {
  const id = newId()
  endpointSaved({ id, name, baseURL, headers: [] })
  endpointSwitched(openConversationId(), id)
}
