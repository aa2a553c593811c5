import { type Message, textOf } from '../conversation/Message'
import { t } from '../words/rooms'
import { messageClass } from './Row'
import { PlainText } from './answerParts'

/** The words of a message that cannot be shown as it should be: they can be read and copied. */
export const PlainMessage = ({ message, first }: { message: Message; first: boolean }) => (
  <article
    tabIndex={-1}
    data-message={message.id}
    data-role={message.role}
    data-status={message.status}
    className={messageClass(message.role, first)}
  >
    <h2 className="sr-only select-none">{t.roles.names[message.role]}</h2>
    <PlainText text={textOf(message)} />
  </article>
)
