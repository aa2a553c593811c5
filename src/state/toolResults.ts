import { both, applyChange } from '../conversation/Change'
import type { ConversationId, MessageId } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { treeOf } from './conversations'
import { commitStep } from './history'
import { activeRun } from './runs'
import { runAndGoOn } from './sendMessage'

export interface ToolResult {
  tool_call_id: string
  content: string
}

/** Answers the calls of a message by hand, one `tool` message each, in their order, and lets the model go on. */
export async function toolResultsSent(
  id: ConversationId,
  message: MessageId,
  results: readonly ToolResult[],
): Promise<void> {
  const before = treeOf(id)
  if (!before || !results.length || activeRun(id)) return
  let tree = before
  let parent = message
  let change
  for (const { tool_call_id, content } of results) {
    const words = { role: 'tool' as const, content, tool_call_id }
    const step = append(tree, parent, words, { id: newId(), created: Date.now() })
    change = change ? both(change, step) : step
    tree = applyChange(tree, step)
    parent = step.put[0]!.id
  }
  if (change) commitStep(id, change)
  await runAndGoOn(id, parent)
}
