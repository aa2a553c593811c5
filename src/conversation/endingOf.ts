import { type Message, isEmpty } from './Message'

/** How a reply ended, where that is worth a word; nothing of one that came to its end, or failed with an error. */
export function endingOf(
  message: Message,
): 'stopped' | 'interrupted' | 'length' | 'contentFilter' | 'empty' | undefined {
  if (message.status === 'stopped' || message.status === 'interrupted') return message.status
  if (message.finish_reason === 'length') return 'length'
  if (message.finish_reason === 'content_filter') return 'contentFilter'
  return isEmpty(message) ? 'empty' : undefined
}
