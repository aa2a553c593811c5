/** What stands behind the `?` of a model name: `story?tokens=200&tps=50`. */
export class Options {
  readonly #given: URLSearchParams
  readonly #defaults: Record<string, string>

  constructor(given: string | URLSearchParams = '', defaults: Record<string, string> = {}) {
    this.#given = new URLSearchParams(given)
    this.#defaults = defaults
  }

  names(): string[] {
    return [...this.#given.keys()]
  }

  has(name: string): boolean {
    return this.#given.has(name) || name in this.#defaults
  }

  text(name: string, fallback: string): string {
    return this.#given.get(name) ?? this.#defaults[name] ?? fallback
  }

  number(name: string, fallback: number): number {
    return Number(this.text(name, String(fallback)))
  }

  /** A comma-separated list, empty when nobody gave one. */
  list(name: string): string[] {
    return this.text(name, '').split(',').filter(Boolean)
  }
}

/** A model name cut into the scenario and what its options say. */
export function parseModel(model: string): { name: string; query: string } {
  const mark = model.indexOf('?')
  return mark < 0 ? { name: model, query: '' } : { name: model.slice(0, mark), query: model.slice(mark + 1) }
}
