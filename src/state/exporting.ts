import type { ConversationId } from '../conversation/Message'
import { type Tree, visiblePath } from '../conversation/Tree'
import { ParleyFileWriter } from '../files/ParleyFileWriter'
import { cleanTree } from '../files/cleanTree'
import { fileName } from '../files/fileName'
import { type Paths, toJsonl } from '../files/toJsonl'
import { type PageParts, toPage } from '../files/toPage'
import { type LeftOut, type Scope, shareConversation } from '../links/shareConversation'
import { toMarkdown } from '../links/toMarkdown'
import { loadTree } from '../storage/conversations'
import { treeOf } from './conversations'
import { requestBody } from './receiveReply'
import { endpointById } from './settings'
import { savedAddresses } from './savedAddresses'
import { savedSecrets } from './savedSecrets'
import { asFarAsWritten } from './share'

export type { PageParts } from '../files/toPage'
export type { Paths } from '../files/toJsonl'

/** The kinds of files that conversations can become. */
export const exportKinds = ['parley', 'html', 'markdown', 'jsonl', 'request'] as const
export type ExportKind = (typeof exportKinds)[number]

const endings: Record<ExportKind, { ending: string; type: string }> = {
  parley: { ending: 'parley.json', type: 'application/json' },
  html: { ending: 'html', type: 'text/html' },
  markdown: { ending: 'md', type: 'text/markdown' },
  jsonl: { ending: 'jsonl', type: 'application/jsonl' },
  request: { ending: 'request.json', type: 'application/json' },
}

export interface ExportWish {
  ids: readonly ConversationId[]
  kind: ExportKind
  scope: Scope
  paths: Paths
  page: PageParts
  /** Whether it is for the reader alone: where conversations are filed goes along. */
  isOwn?: boolean
}

/** A file as it can be saved, in parts so that a large one need not be one text. */
export interface ExportedFile {
  name: string
  type: string
  parts: string[]
  /** In bytes. */
  size: number
  leftOut: Pick<LeftOut, 'secrets' | 'fields'>
}

/** Conversations as a file. Keys, headers, addresses and names of endpoints stay behind in every kind. */
export async function exportFile({
  ids,
  kind,
  scope,
  paths,
  page,
  isOwn = false,
}: ExportWish): Promise<ExportedFile> {
  const secrets = await savedSecrets()
  const addresses = savedAddresses()
  const leftOut = { secrets: 0, fields: new Set<string>() }
  const trees: Tree[] = []
  for (const id of ids) {
    const tree = treeOf(id) ?? (await loadTree(id))
    if (!tree) continue
    const clean = cleanTree(asFarAsWritten(tree), scope, secrets, { filed: isOwn, addresses })
    leftOut.secrets += clean.leftOut.secrets
    for (const field of clean.leftOut.fields) leftOut.fields.add(field)
    trees.push(clean.tree)
  }
  const parts = await partsOf(trees, kind, paths, page)
  const { ending, type } = endings[kind]
  const title = trees.length === 1 ? trees[0]!.conversation.title : ''
  return {
    name: fileName(title, ending, Date.now()),
    type,
    parts,
    size: new Blob(parts).size,
    leftOut: { secrets: leftOut.secrets, fields: [...leftOut.fields] },
  }
}

async function partsOf(
  trees: readonly Tree[],
  kind: ExportKind,
  paths: Paths,
  page: PageParts,
): Promise<string[]> {
  if (kind === 'html') return [await toPage(trees, page)]
  if (kind === 'jsonl') return [toJsonl(trees, paths)]
  if (kind === 'request') return [`${JSON.stringify(bodiesOf(trees), null, 2)}\n`]
  if (kind === 'markdown')
    return trees.flatMap((tree, at) => (at ? ['\n---\n\n', markdownOf(tree)] : [markdownOf(tree)]))
  const writer = new ParleyFileWriter()
  return [writer.begin(), ...trees.map((tree) => writer.add(tree)), writer.end()]
}

const markdownOf = (tree: Tree) =>
  toMarkdown(shareConversation(tree, { all: false }, { most: Infinity }).shared)

/** The request that asks for the next answer; of several conversations a list of them. */
function bodiesOf(trees: readonly Tree[]): unknown {
  const bodies = trees.map((tree) => {
    const { endpoint, parameters, extraBody } = tree.conversation
    const path = visiblePath(tree)
    return requestBody({ endpoint: endpointById(endpoint), path, parameters, extraBody, prefill: '' })
  })
  return bodies.length === 1 ? bodies[0] : bodies
}
