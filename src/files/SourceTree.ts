import type { Message, MessageId } from '../conversation/Message'
import { fitTitle } from '../conversation/fitTitle'
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
  /** The ids of what each node says, once its conversation has one. */
  readonly #ids = new Map<string, readonly MessageId[]>()
  /** Where what follows a node that says nothing is put. */
  readonly #places = new Map<string, MessageId | null>()
  /** What was added last: what a list's next message follows. */
  #last: string | null = null

  /**
   * What one message of the source says: it may take several of ours, one behind the other, or none; then what follows
   * it follows its parent.
   */
  add(id: string, parent: string | null, said: readonly Said[], created?: number): void {
    // Of two with the same id none is lost; what follows them follows the first.
    let key = id
    for (let count = this.#nodes.size; this.#nodes.has(key); count++) key = `${id}.${count}`
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
    const title = fitTitle(facts.title ?? '')
    const id = idFrom(facts.id, () => [facts.title, ...this.#nodes.values()])
    const began = created ?? firstTime(this.#nodes.values()) ?? now
    this.#giveIds(id)
    const messages = this.#messages(id, began)
    const tree = toTree(
      {
        id,
        title,
        named: title !== '',
        created: began,
        updated: updated ?? began,
        endpoint: '',
        parameters,
        chosen: current === undefined ? {} : this.#chosen(current),
      },
      messages,
    )
    return { source, tree: titled(tree), leftBehind: this.leftBehind, isWhole, altered: false }
  }

  /** Ids stand for themselves only in their conversation: elsewhere the same may mean something else. */
  #giveIds(conversation: string): void {
    const given = new Set<string>()
    for (const [key, { said }] of this.#nodes) {
      const ids = said.map((_said, place) => {
        const plain = `${conversation}.${key}${place ? `.${place}` : ''}`.replace(/[^\w.-]/g, '_')
        let id = plain
        for (let count = given.size; given.has(id); count++) id = `${plain}-${count}`
        given.add(id)
        return id
      })
      this.#ids.set(key, ids)
    }
  }

  #messages(conversation: string, began: number): Message[] {
    return [...this.#nodes].flatMap(([key, node], order) =>
      node.said.map(({ model, usage, ...said }, place): Message => {
        const ids = this.#ids.get(key)!
        const id = ids[place]!
        const created = node.created ?? began
        return {
          status: 'done',
          ...said,
          id,
          conversation,
          parent: place ? ids[place - 1]! : this.#placeOf(node.parent),
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

  /** The last message of ours of the nearest node above that says something; the way there is walked once. */
  #placeOf(from: string | null): MessageId | null {
    const walked = new Set<string>()
    let place: MessageId | null = null
    for (let key = from; key !== null && !walked.has(key);) {
      const node = this.#nodes.get(key)
      const known = this.#ids.get(key)?.at(-1) ?? this.#places.get(key)
      if (!node || known !== undefined) {
        place = known ?? null
        break
      }
      walked.add(key)
      key = node.parent
    }
    for (const key of walked) this.#places.set(key, place)
    return place
  }

  /** The choices that lead to a node. */
  #chosen(current: string): Record<MessageId, MessageId> {
    const turns: [string, string][] = []
    const seen = new Set<string>()
    for (let key: string | null = current; key !== null && !seen.has(key);) {
      const node: Node | undefined = this.#nodes.get(key)
      if (!node) break
      seen.add(key)
      if (node.said.length) turns.push([this.#placeOf(node.parent) ?? TOP, this.#ids.get(key)![0]!])
      key = node.parent
    }
    return Object.fromEntries(turns)
  }
}

const firstTime = (nodes: Iterable<Node>) => [...nodes].find(({ created }) => created !== undefined)?.created

/** One without a title has it from its first question. */
function titled(tree: Tree): Tree {
  if (tree.conversation.title) return tree
  const first = visiblePath(tree).find(({ role }) => role === 'user')
  return first ? { ...tree, conversation: { ...tree.conversation, title: titleFrom(textOf(first)) } } : tree
}
