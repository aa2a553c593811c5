import type { ConversationId } from '../conversation/Message'
import { keepAgain, keepNowhere } from '../storage/unkept'
import { treeOf } from './conversations'
import { draftChanged, draftOf, newMessage, newSystem, rolePlace } from './drafts'
import { temporary } from './temporary'

/** The next conversation is to be temporary, or is not; what has been typed for it is kept, or is not. */
export function temporaryChosen(next: boolean): void {
  temporary.setState({ next })
  for (const place of [newMessage, newSystem]) (next ? keepNowhere : keepAgain)(place)
  for (const place of [newMessage, newSystem, rolePlace(newMessage)]) draftChanged(place, draftOf(place))
}

/** A conversation begins that is kept nowhere. To be called before anything of it can be written. */
export function temporaryBegun(id: ConversationId): void {
  keepNowhere(id)
  temporary.setState(({ ids }) => ({ ids: { ...ids, [id]: true } }))
  addEventListener('beforeunload', warn)
}

/** It is an ordinary one from now on. */
export function temporaryEnded(id: ConversationId): void {
  keepAgain(id)
  temporary.setState(({ ids: { [id]: _kept, ...ids } }) => ({ ids }))
}

/** The browser asks before words are lost; without words nobody is held up. */
function warn(event: BeforeUnloadEvent) {
  if (Object.keys(temporary.getState().ids).some((id) => treeOf(id)?.messages.size)) event.preventDefault()
}
