/** Named places where an answer waits until the test lets it go on. */
export class Gates {
  readonly #open = new Set<string>()
  readonly #waiting = new Map<string, number>()
  readonly #listeners = new Set<() => void>()

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Resolves as soon as `condition` holds; rejects when the signal fires first. */
  #until(condition: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        this.#listeners.delete(look)
        signal?.removeEventListener('abort', leave)
        settle()
      }
      const look = () => {
        if (condition()) finish(resolve)
      }
      const leave = () => finish(() => reject(new Error('the client has left')))
      this.#listeners.add(look)
      signal?.addEventListener('abort', leave)
      look()
      if (signal?.aborted) leave()
    })
  }

  /** Waits here until the gate is open. A gate that was opened before anyone came is open. */
  async pass(gate: string, signal: AbortSignal): Promise<void> {
    this.#waiting.set(gate, (this.#waiting.get(gate) ?? 0) + 1)
    this.#changed()
    try {
      await this.#until(() => this.#open.has(gate), signal)
    } finally {
      this.#waiting.set(gate, this.#waiting.get(gate)! - 1)
    }
  }

  release(gate: string): void {
    this.#open.add(gate)
    this.#changed()
  }

  /** Shuts a gate that was released. */
  shut(gate: string): void {
    this.#open.delete(gate)
  }

  /** Resolves when so many answers wait at the gate. */
  async reached(gate: string, count = 1): Promise<void> {
    await this.#until(() => (this.#waiting.get(gate) ?? 0) >= count)
  }

  shutAll(): void {
    this.#open.clear()
  }
}
