import type { ConversationId } from '../conversation/Message'
import { notify } from './notices'
import { operatorKnown } from './operatorConfig'
import type { Sending } from './runs'
import type { Example } from './examples'

/** What sends and receives is not needed to begin to type: it comes when the page is idle, or is first wanted. */
export const loadSending = () => import('./sendMessage')

/** What reads a conversation from storage, which nobody waits for at the start page. */
export const loadOpening = () => import('./openConversation')

/** `conversationOpened`, as soon as it is there. */
export function conversationWanted(id: ConversationId): void {
  loadOpening().then(({ conversationOpened }) => conversationOpened(id), notLoaded)
}

async function ready() {
  await operatorKnown()
  return loadSending()
}

/** `sendDraft`, as soon as it is there. Where it cannot be loaded the words stay where they are. */
export function draftSubmitted(id: ConversationId | null, sending?: Sending): void {
  ready().then(({ sendDraft }) => sendDraft(id, sending), notLoaded)
}

export function exampleChosen(example: Example, title: string): void {
  operatorKnown()
    .then(() => import('./runExample'))
    .then(({ runExample }) => runExample(example, title), notLoaded)
}

const notLoaded = () => notify({ type: 'not-loaded' })
