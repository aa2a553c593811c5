import { type Message, type RunFacts, textOf } from '../conversation/Message'
import type { Choice, Reply } from '../protocol/wire'

/** A message as far as its choice has come. Fields that the server did not send are not there. */
export function liveMessage(base: Message, choice: Choice, reply: Reply, run: RunFacts): Message {
  const { content, refusal, reasoning_content, reasoning, tool_calls, logprobs, finish_reason, extra } =
    choice
  return {
    ...base,
    status: 'streaming',
    content: base.prefilled ? textOf(base).slice(0, base.prefilled) + content : content,
    ...(refusal && { refusal }),
    ...(reasoning_content && { reasoning_content }),
    ...(reasoning && { reasoning }),
    ...(tool_calls.length > 0 && { tool_calls }),
    ...(logprobs && { logprobs }),
    ...(finish_reason !== null && { finish_reason }),
    ...(Object.keys(extra).length > 0 && { extra }),
    run: {
      ...run,
      choice: run.choice + choice.index,
      ...(reply.model !== null && { model: reply.model }),
      ...(reply.id !== null && { reply: reply.id }),
      ...(reply.choicesLeftOut && { choicesLeftOut: reply.choicesLeftOut }),
      ...(reply.usage && { usage: reply.usage }),
      ...(Object.keys(reply.extra).length > 0 && { extra: reply.extra }),
    },
  }
}
