import { ParleyFileWriter } from '../files/ParleyFileWriter'
import { addressWithoutSecrets } from '../protocol/secrets'
import { loadConversations, loadTree } from '../storage/conversations'
import { loadPresets } from '../storage/presets'
import { currentSettings } from './settings'

/** So many conversations stand as text in memory before the browser takes them over. */
const slice = 50

/**
 * All conversations and presets as one file, and the endpoints without keys, also those in their addresses, and
 * without the values of their headers. One conversation is read at a time, so that the page is not held.
 */
export async function libraryFile(told: (done: number, all: number) => void): Promise<Blob> {
  const list = await loadConversations()
  const endpoints = currentSettings().endpoints.map(({ headers, baseURL, ...endpoint }) => ({
    ...endpoint,
    baseURL: addressWithoutSecrets(baseURL, ''),
    headers: headers.map(({ name }) => ({ name, value: '' })),
  }))
  const writer = new ParleyFileWriter({ presets: await loadPresets(), endpoints })
  const parts: BlobPart[] = [writer.begin()]
  let texts: string[] = []
  for (const [at, { id }] of list.entries()) {
    const tree = await loadTree(id)
    if (tree) texts.push(writer.add(tree))
    if (texts.length === slice) {
      parts.push(new Blob(texts))
      texts = []
    }
    told(at + 1, list.length)
  }
  return new Blob([...parts, ...texts, writer.end()], { type: 'application/json' })
}
