import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { applyChange } from '../conversation/Change'
import type { ConversationId, MessageId } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { choose, siblingBy } from '../conversation/operations'
import type { Tree } from '../conversation/Tree'
import { LinkFault, type LinkFaultKind } from '../links/LinkFault'
import type { Attachment } from '../links/SharedConversation'
import { shared } from '../links/address'
import { decodeLink } from '../links/linkCodec'
import { openShared } from '../links/openShared'
import { commit, conversationBegun } from './conversations'
import { listedModels } from './modelLists'
import { nextConversation } from './nextConversation'
import { removeConversations } from './removeConversations'
import { goTo } from './route'

/** A link that somebody has opened. It is in memory alone: nothing is read from storage for it, and nothing written. */
export type SharedLink =
  | { status: 'reading' }
  | { status: 'sealed'; wrong: boolean; trying: boolean }
  | {
      status: 'refused'
      kind: Exclude<LinkFaultKind, 'sealed' | 'wrong-passphrase'>
      have: number
      want: number
    }
  | { status: 'open'; tree: Tree; leftOut: ReadonlyMap<MessageId, readonly Attachment[]> }

const link = createStore<SharedLink>()(() => ({ status: 'reading' }))
let letters = ''

export const useSharedLink = () => useStore(link)

/** Reads a link. */
export async function sharedLinkOpened(hash: string): Promise<void> {
  const wanted = hash.slice(shared.length)
  letters = wanted
  link.setState({ status: 'reading' }, true)
  await read(wanted, '')
}

/** Tries a passphrase on the link that asks for one. */
export async function passphraseGiven(passphrase: string): Promise<void> {
  if (!passphrase) return
  link.setState({ status: 'sealed', wrong: false, trying: true }, true)
  await read(letters, passphrase)
}

async function read(wanted: string, passphrase: string): Promise<void> {
  const next = await opened(wanted, passphrase)
  // Meanwhile the reader may have gone to another one.
  if (wanted === letters) link.setState(next, true)
}

async function opened(wanted: string, passphrase: string): Promise<SharedLink> {
  try {
    const conversation = await decodeLink(wanted, passphrase)
    const { endpoint } = nextConversation()
    const tree = openShared(conversation, { newId, now: Date.now(), endpoint })
    const leftOut = new Map<MessageId, readonly Attachment[]>()
    // A message stands in its conversation in the order in which the link has it.
    for (const { id, order } of tree.messages.values()) {
      const parts = conversation.messages[order]?.leftOut
      if (parts) leftOut.set(id, parts)
    }
    return { status: 'open', tree, leftOut }
  } catch (error) {
    const fault = error instanceof LinkFault ? error : new LinkFault('unreadable')
    const { kind, have, want } = fault
    if (kind === 'sealed' || kind === 'wrong-passphrase')
      return { status: 'sealed', wrong: kind === 'wrong-passphrase', trying: false }
    return { status: 'refused', kind, have, want }
  }
}

/** Shows the sibling `by` places further on, and returns its id. */
export function sharedSiblingChosen(id: MessageId, by: -1 | 1): MessageId | undefined {
  const now = link.getState()
  const sibling = now.status === 'open' ? siblingBy(now.tree, id, by) : undefined
  if (now.status !== 'open' || sibling === undefined) return undefined
  link.setState({ ...now, tree: applyChange(now.tree, choose(now.tree, sibling)) }, true)
  return sibling
}

export interface Continued {
  id: ConversationId
  /** The model that the next reply comes from. */
  model: string | undefined
  undo: () => void
}

/** Copies the open link into the library, for the reader's own endpoint, and goes there. */
export function sharedLinkContinued(): Continued | undefined {
  const now = link.getState()
  if (now.status !== 'open') return undefined
  const from = letters
  const { endpoint, parameters: own } = nextConversation()
  const { model: theirs, ...parameters } = now.tree.conversation.parameters
  // A model of the sender's that is not offered here would only be refused.
  const isOffered = typeof theirs === 'string' && listedModels(endpoint)?.includes(theirs)
  const model = isOffered ? theirs : (own.model ?? theirs)
  const updated = Date.now()
  const conversation = {
    ...now.tree.conversation,
    endpoint,
    parameters: { ...(model && { model }), ...parameters },
    created: updated,
    updated,
  }
  const { id } = conversation
  conversationBegun(conversation)
  commit(id, { conversation, put: [...now.tree.messages.values()], removed: [] })
  goTo(id)
  const undo = () => void removeConversations([id]).then(() => (location.hash = shared + from))
  return { id, model, undo }
}
