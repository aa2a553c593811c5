import { type Message, isEmpty } from './Message'

/** How a reply ended, where that is worth a word; nothing of one that came to its end, or failed with an error. */
export function endingOf(
  message: Message,
): 'stopped' | 'interrupted' | 'length' | 'likelyLength' | 'contentFilter' | 'empty' | 'thought' | undefined {
  if (message.status === 'stopped' || message.status === 'interrupted') return message.status
  if (message.finish_reason === 'length') return 'length'
  if (message.finish_reason === 'content_filter') return 'contentFilter'
  if (isFull(message)) return 'likelyLength'
  if (isEmpty(message)) return 'empty'
  const { reasoning: _thought, reasoning_content: _same, ...said } = message
  return isEmpty(said) ? 'thought' : undefined
}

/** Whether it has as many tokens as were allowed, though its server says `stop`, as llama.cpp does. */
function isFull({ status, finish_reason, run }: Message): boolean {
  // The count is for all choices of a request together.
  if (status !== 'done' || finish_reason !== 'stop' || !run || (run.choices ?? 1) > 1) return false
  const { max_tokens, max_completion_tokens } = run.parameters
  const limit = max_completion_tokens ?? max_tokens
  const came = run.usage?.completion_tokens
  return typeof limit === 'number' && typeof came === 'number' && came >= limit
}
