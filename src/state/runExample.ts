import { beginConversation } from './beginConversation'
import { type Example, exampleModel } from './examples'
import { goTo } from './route'
import { activeRun } from './runs'
import { sendText } from './sendMessage'
import { currentSettings } from './settings'
import { temporaryChosen } from './beTemporary'
import { isTemporary } from './temporary'

/** Begins a conversation with an example, and sends its turns until one is not answered or the reader goes on alone. */
export async function runExample(example: Example, title: string): Promise<void> {
  const settings = currentSettings()
  const id = beginConversation({
    endpoint: settings.endpoint,
    parameters: { model: exampleModel(example, settings), ...example.parameters },
    title,
    ...(example.system && { system: example.system }),
  })
  if (isTemporary(null)) temporaryChosen(false)
  goTo(id)
  for (const turn of example.turns) if (activeRun(id) || (await sendText(id, turn)) !== 'done') return
}
