import { isLive } from '../conversation/Message'
import { type Tree, childrenOf, pathTo, visiblePath } from '../conversation/Tree'
import { toRequestMessages } from '../conversation/toRequestMessages'

/** Which paths through the tree become examples: what is seen, or every one from the top to an end. */
export type Paths = 'seen' | 'all'

/**
 * Conversations as examples for fine-tuning, one a line: what was sent and how it was answered, with the tools that were
 * offered (https://platform.openai.com/docs/guides/supervised-fine-tuning). What no answer follows teaches nothing and
 * is left out.
 */
export function toJsonl(trees: Iterable<Tree>, paths: Paths): string {
  const lines = new Set<string>()
  for (const tree of trees) for (const path of pathsOf(tree, paths)) addExample(lines, tree, path)
  return [...lines].map((line) => `${line}\n`).join('')
}

function addExample(lines: Set<string>, { conversation }: Tree, path: ReturnType<typeof pathTo>): void {
  const messages = toRequestMessages(
    path.filter((message) => !isLive(message) && message.status !== 'failed'),
  )
  const last = messages.findLastIndex(({ role }) => role === 'assistant')
  if (last < 0) return
  const { tools, parallel_tool_calls } = conversation.parameters
  const hasTools = Array.isArray(tools) && tools.length > 0
  lines.add(
    JSON.stringify({
      messages: messages.slice(0, last + 1),
      ...(hasTools && { tools }),
      ...(hasTools && parallel_tool_calls !== undefined && { parallel_tool_calls }),
    }),
  )
}

function* pathsOf(tree: Tree, paths: Paths): Generator<ReturnType<typeof pathTo>> {
  if (paths === 'seen') return void (yield [...visiblePath(tree)])
  for (const id of tree.messages.keys()) if (!childrenOf(tree, id).length) yield pathTo(tree, id)
}
