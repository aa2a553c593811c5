import { type ConversationId, isLive } from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import { shared } from '../links/address'
import { encodeLink } from '../links/linkCodec'
import { type LeftOut, type Scope, type Sharing, shareConversation } from '../links/shareConversation'
import { type Telling, tellingsOf } from '../links/whereabouts'
import { toMarkdown } from '../links/toMarkdown'
import { treeOf } from './conversations'
import { asFarAsKnown } from './runs'
import { savedAddresses } from './savedAddresses'
import { savedSecrets } from './savedSecrets'

export { carriers } from '../links/carriers'
export { canEncrypt as canSeal } from '../vault/passphraseKey'
export { guessesFor } from '../vault/guessesFor'
export type { LeftOut, Scope } from '../links/shareConversation'
export type { Telling } from '../links/whereabouts'

export interface ShareLink {
  link: string
  leftOut: LeftOut
  /** Texts that go along although they tell where somebody is. */
  tellings: Telling[]
}

/** Whether this page runs from the disk: its links then lack the address of a Parley. */
export const isFile = () => location.protocol === 'file:'

/** A link that holds a conversation, made in this page; undefined if that is not open. */
export async function shareLink(
  id: ConversationId,
  scope: Scope,
  passphrase: string,
): Promise<ShareLink | undefined> {
  const sharing = await share(id, scope)
  if (!sharing) return undefined
  const letters = await encodeLink(sharing.shared, passphrase)
  // The path of a page that runs from the disk is nobody's business, and leads nobody else here.
  const page = isFile() ? '' : location.href.replace(/#.*/s, '')
  return { link: page + shared + letters, leftOut: sharing.leftOut, tellings: tellingsOf(sharing.shared) }
}

/** What of a conversation is in view, or a part of it, as Markdown. */
export async function shareMarkdown(id: ConversationId, scope: Scope): Promise<string | undefined> {
  const sharing = await share(id, scope.all ? { all: false } : scope)
  return sharing && toMarkdown(sharing.shared)
}

async function share(id: ConversationId, scope: Scope): Promise<Sharing | undefined> {
  const secrets = await savedSecrets()
  const tree = treeOf(id)
  return tree && shareConversation(asFarAsWritten(tree), scope, { secrets, addresses: savedAddresses() })
}

/** With what is being written as far as it has come on screen. */
export function asFarAsWritten(tree: Tree): Tree {
  const messages = [...tree.messages].map(
    ([id, message]) => [id, isLive(message) ? asFarAsKnown(message) : message] as const,
  )
  return { ...tree, messages: new Map(messages) }
}
