import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { type Hit, type Matcher, matcherOf } from './match'
import { asksNothing, parseQuery } from './parseQuery'
import type { Group, Question, Results } from './questions'
import { type Found, first } from './rank'
import type { SearchIndex } from './SearchIndex'
import { type Snippet, foldedSnippet, snippetOf } from './snippet'

/** How many messages of a conversation are shown, unless all are asked for; and how many then. */
const few = 3
const all = 200
/** Milliseconds: one slice of looking through, how soon first results are given, how often further ones. */
const slice = 8
const soon = 30
const often = 120
/** How long the messages themselves are waited for, before their words are shown as they are searched. */
const patience = 40

/** One more is shown as well: a line that says so would take its place. */
const shownOf = ({ conversation, hits }: Found, { open }: Question) =>
  open.includes(conversation.id) ? all : hits.length === few + 1 ? few + 1 : few

type Read = (ids: readonly MessageId[]) => Promise<Message[]>

/** Answers one question after another from an index, in slices, so that the next one can take its place at any time. */
export class Finder {
  private question: Question | undefined
  private words: readonly string[] = []
  private matcher: Matcher = () => undefined
  private found = new Map<ConversationId, Found>()
  private snippets = new Map<MessageId, Snippet>()
  private done = false
  private timer: ReturnType<typeof setTimeout> | undefined
  /** What is being told. What was found for another question does not wait for it. */
  private telling: typeof this.found | undefined
  private again = false

  constructor(
    private readonly index: SearchIndex,
    private readonly read: Read,
    private readonly tell: (results: Omit<Results, 'reading' | 'models'>) => void,
    private readonly pause: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Whether somebody waits for results. */
  get asked(): boolean {
    return this.question !== undefined
  }

  ask(question: Question): void {
    const before = this.question
    const query = parseQuery(question.text)
    this.question = asksNothing(query) ? undefined : question
    if (before?.text === question.text) {
      this.publish()
      return
    }
    this.words = query.words
    this.matcher = matcherOf(query)
    this.found = new Map()
    this.snippets = new Map()
    this.done = false
    if (this.question) this.look().catch(this.failed)
  }

  /** These conversations are not as they were. */
  changed(ids: Iterable<ConversationId>, { rewritten = false } = {}): void {
    if (!this.question) return
    if (rewritten) this.snippets = new Map()
    for (const id of ids) this.match(id)
    this.later()
  }

  /** Tells what is known, soon. */
  later(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      this.publish()
    }, often)
  }

  private match(id: ConversationId) {
    const indexed = this.index.conversations.get(id)
    const match = indexed && this.matcher(indexed)
    if (match) this.found.set(id, { ...match, conversation: indexed.conversation })
    else this.found.delete(id)
  }

  /** The newest first. */
  private async look(): Promise<void> {
    const { found } = this
    const began = performance.now()
    const order = [...this.index.conversations.values()]
      .toSorted((one, other) => other.conversation.updated - one.conversation.updated)
      .map(({ conversation }) => conversation.id)
    let told = false
    let since = began
    for (const id of order) {
      this.match(id)
      if (performance.now() - since < slice) continue
      await this.pause()
      if (this.found !== found) return
      since = performance.now()
      if (told || since - began < soon || !found.size) continue
      told = true
      this.publish()
    }
    this.done = true
    this.publish()
  }

  private publish() {
    if (this.telling === this.found) this.again = true
    else this.publishNow().catch(this.failed)
  }

  private async publishNow(): Promise<void> {
    const { question, found, done } = this
    if (!question) return
    this.telling = found
    this.again = false
    try {
      const shown = first(found, question.count).map((one) => ({
        ...one,
        shown: one.hits.slice(0, shownOf(one, question)),
      }))
      const cutting = this.cutOut(shown.flatMap((one) => one.shown.map(({ id }) => id)))
      const late = await Promise.race([cutting, after(patience)])
      if (this.found !== found) return
      let messages = 0
      for (const { hits } of found.values()) messages += hits.length
      const tell = (isLate: boolean) =>
        this.tell({
          id: question.id,
          groups: shown.map((one) => this.group(one, isLate)),
          conversations: found.size,
          messages,
          done,
        })
      tell(late === 'late')
      if (late !== 'late') return
      await cutting
      if (this.found === found) tell(false)
    } finally {
      if (this.telling === found) {
        this.telling = undefined
        if (this.again) this.publish()
      }
    }
  }

  private group({ conversation, byTitle, hits, shown }: Found & { shown: Hit[] }, isLate: boolean): Group {
    const messages = this.index.conversations.get(conversation.id)?.messages
    const cut = shown.flatMap(({ id, created }) => {
      const indexed = messages?.get(id)
      const snippet = this.snippets.get(id) ?? (isLate && indexed && foldedSnippet(indexed.text, this.words))
      return snippet && indexed ? [{ id, role: indexed.role, created, snippet }] : []
    })
    return { conversation, byTitle, count: hits.length, hits: cut }
  }

  /** The places that are shown, out of the messages as they are kept. */
  private async cutOut(ids: readonly MessageId[]) {
    const { snippets, words } = this
    const missing = ids.filter((id) => !snippets.has(id))
    if (!missing.length) return
    for (const message of await this.read(missing)) snippets.set(message.id, snippetOf(message, words))
  }
}

const after = (time: number) => new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), time))
