import { textOf } from '../conversation/Message'
import type { Said } from './SourceTree'
import { joinedText } from './values'

/**
 * An answer that thinks, calls tools, hears of them and goes on, as other programs keep it in one piece: here each
 * message up to the results of its calls is one of its own, as the API has it.
 */
export class Turns {
  readonly #said: Said[] = []
  readonly #model: string | undefined
  #open: Said | undefined

  constructor(model: string | undefined) {
    this.#model = model
  }

  text(text: string | undefined): void {
    if (!text) return
    const turn = this.#turn()
    turn.content = joinedText([textOf(turn), text])
  }

  thought(text: string | undefined): void {
    if (!text) return
    const turn = this.#turn()
    turn.reasoning_content = joinedText([turn.reasoning_content, text])
  }

  call(id: string | undefined, name: string, input: unknown): void {
    const turn = this.#turn()
    const calls = turn.tool_calls ?? []
    const written = typeof input === 'string' ? input : JSON.stringify(input ?? {})
    const call = { ...(id && { id }), type: 'function', function: { name, arguments: written } }
    turn.tool_calls = [...calls, { index: calls.length, ...call }]
  }

  /** The API takes a result only with the id of its call; one without is kept, but not sent. */
  result(id: string | undefined, content: string): void {
    this.#said.push({ role: 'tool', content, ...(id ? { tool_call_id: id } : { muted: true }) })
    this.#open = undefined
  }

  said(): Said[] {
    return this.#said
  }

  #turn(): Said {
    if (this.#open) return this.#open
    this.#open = { role: 'assistant', content: '', model: this.#model }
    this.#said.push(this.#open)
    return this.#open
  }
}
