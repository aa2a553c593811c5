import type { Message, MessageId } from '../conversation/Message'
import { titleFrom } from '../conversation/titleFrom'
import { textOf } from '../conversation/Message'
import { TOP, type Tree, toTree, visiblePath } from '../conversation/Tree'
import type { Parameters, Usage } from '../protocol/wire'
import type { Found, LeftBehind, Source } from './Found'
import { idFrom } from './idFrom'

/** What a message says; who, where and when is added here. */
export type Said = Pick<Message, 'role' | 'content'> &
  Partial<Omit<Message, 'id' | 'conversation' | 'parent' | 'order' | 'created' | 'run'>> & {
    /** Which model wrote it. */
    model?: string | undefined
    /** What its answer took. */
    usage?: Usage
  }

/** What is known of a conversation besides its messages. */
export interface SourceFacts {
  id: string | undefined
  title: string | undefined
  created: number | undefined
  updated: number | undefined
  parameters?: Parameters
  /** Whether these parameters are all that it was sent with. */
  isWhole?: boolean
  /** What a conversation is dated that has no date. */
  now: number
}

interface Node {
  parent: string | null
  said: readonly Said[]
  created: number | undefined
}

/** Puts together a conversation of another program, whose messages name their parents, in whatever order they come. */
export class SourceTree {
  readonly leftBehind: LeftBehind = { images: 0, audio: 0, files: 0, others: 0 }
  readonly #nodes = new Map<string, Node>()
  /** What was added last: what a list's next message follows. */
  #last: string | null = null

  /**
   * What one message of the source says: it may take several of ours, one behind the other, or none; then what follows
   * it follows its parent.
   */
  add(id: string, parent: string | null, said: readonly Said[], created?: number): void {
    // Of two with the same id none is lost; what follows them follows the first.
    const key = this.#nodes.has(id) ? `${id}.${this.#nodes.size}` : id
    this.#nodes.set(key, { parent, said, created })
    this.#last = key
  }

  /** Something cannot come along: it is counted, and named where it stood. */
  leaves(kind: keyof LeftBehind, name: string): string {
    this.leftBehind[kind] += 1
    return `[${name}]`
  }

  /** How many messages of the source it has. */
  get length(): number {
    return this.#nodes.size
  }

  /** The next message of a plain list. */
  follow(said: readonly Said[], created?: number, id = String(this.#nodes.size)): void {
    this.add(id, this.#last, said, created)
  }

  /** The conversation; `current` is the message at the end of what was last in view. */
  found(source: Source, facts: SourceFacts, current?: string): Found {
    const { created, updated, now, parameters = {}, isWhole = false } = facts
    const id = idFrom(facts.id, () => [facts.title, ...this.#nodes.values()])
    const began = created ?? firstTime(this.#nodes.values()) ?? now
    const messages = this.#messages(id, began)
    const tree = toTree(
      {
        id,
        title: facts.title ?? '',
        named: Boolean(facts.title),
        created: began,
        updated: updated ?? began,
        endpoint: '',
        parameters,
        chosen: current === undefined ? {} : this.#chosen(id, current),
      },
      messages,
    )
    return { source, tree: titled(tree), leftBehind: this.leftBehind, isWhole, altered: false }
  }

  #messages(conversation: string, began: number): Message[] {
    return [...this.#nodes].flatMap(([key, node], order) =>
      node.said.map(({ model, usage, ...said }, place): Message => {
        const id = idOf(conversation, key, place)
        const created = node.created ?? began
        return {
          status: 'done',
          ...said,
          id,
          conversation,
          parent: place ? idOf(conversation, key, place - 1) : this.#placeOf(conversation, node.parent),
          order: place ? 0 : order,
          created,
          ...(model && {
            run: {
              id,
              choice: 0,
              endpoint: '',
              model,
              parameters: {},
              started: created,
              ...(usage && { usage }),
            },
          }),
        }
      }),
    )
  }

  /** The last message of ours of the nearest node above that says something. */
  #placeOf(conversation: string, from: string | null): MessageId | null {
    const seen = new Set<string>()
    for (let key = from; key !== null && !seen.has(key);) {
      const node = this.#nodes.get(key)
      if (!node) return null
      if (node.said.length) return idOf(conversation, key, node.said.length - 1)
      seen.add(key)
      key = node.parent
    }
    return null
  }

  /** The choices that lead to a node. */
  #chosen(conversation: string, current: string): Record<MessageId, MessageId> {
    const turns: [string, string][] = []
    const seen = new Set<string>()
    for (let key: string | null = current; key !== null && !seen.has(key);) {
      const node: Node | undefined = this.#nodes.get(key)
      if (!node) break
      seen.add(key)
      if (node.said.length)
        turns.push([this.#placeOf(conversation, node.parent) ?? TOP, idOf(conversation, key, 0)])
      key = node.parent
    }
    return Object.fromEntries(turns)
  }
}

/** Ids stand for themselves only in their conversation: elsewhere the same may mean something else. */
const idOf = (conversation: string, key: string, place: number) =>
  `${conversation}.${key}${place ? `.${place}` : ''}`.replace(/[^\w.-]/g, '_')

const firstTime = (nodes: Iterable<Node>) => [...nodes].find(({ created }) => created !== undefined)?.created

/** One without a title has it from its first question. */
function titled(tree: Tree): Tree {
  if (tree.conversation.title) return tree
  const first = visiblePath(tree).find(({ role }) => role === 'user')
  return first ? { ...tree, conversation: { ...tree.conversation, title: titleFrom(textOf(first)) } } : tree
}
