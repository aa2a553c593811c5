import { isObject } from '../protocol/isObject'
import { redact } from '../protocol/redact'
import { addressPattern } from './ownAddresses'
import { isExample, isOfTexts, isPlaceItem, isSchema, isTelling, tellsWhere } from './telling'

/** Fields that tell who has sent a request, and mean nothing to anybody else. */
const personal = new Set(['user', 'safety_identifier', 'prompt_cache_key'])

/** Takes keys, addresses and what tells who somebody is out of what is given away, and remembers what it took. */
export class Cleaner {
  /** The names of fields that were taken out. */
  readonly fields = new Set<string>()
  /** How many texts had something in them that looks like a key. */
  texts = 0
  readonly #secrets: readonly string[]
  readonly #addresses: RegExp | undefined

  /** `secrets` are keys that are known, `addresses` hosts and origins that are somebody's own; they are found wherever they stand. */
  constructor(secrets: readonly string[], addresses: readonly string[] = []) {
    this.#secrets = secrets
    this.#addresses = addressPattern(addresses)
  }

  text(text: string): string {
    const masked = redact(text, this.#secrets)
    const clean = this.#addresses ? masked.replace(this.#addresses, '[address]') : masked
    if (clean !== text) this.texts += 1
    return clean
  }

  /** Any JSON, its texts and fields cleaned, and without what JSON cannot say. */
  value<Value>(value: Value): Value
  value(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map((item: unknown) => this.value(item))
    if (!isObject(value)) return value
    const entries = Object.entries(value).flatMap(([name, field]) => {
      if (field === undefined) return []
      if (field === null || !isTelling(name) || isSchema(field)) return [[name, this.value(field)] as const]
      this.fields.add(name)
      return []
    })
    return Object.fromEntries(entries)
  }

  /** What a request says: fields and whole values that are an address or a path on a disk stay behind as well. */
  #field(name: string, field: Record<string, unknown>, isHidden?: boolean): Record<string, unknown>
  #field(name: string, field: unknown, isHidden?: boolean): unknown
  #field(name: string, field: unknown, isHidden = false): unknown {
    if (name === 'messages') return this.value(field)
    if (Array.isArray(field)) {
      const items = isOfTexts(name) ? field : field.filter((item) => !isPlaceItem(item))
      if (items.length < field.length) this.fields.add(name)
      return items.map((item: unknown) => this.#field('', item, isHidden))
    }
    if (!isObject(field)) return this.value(field)
    const entries = Object.entries(field).flatMap(([key, inner]) => {
      if (inner === undefined) return []
      const isWord = isSchema(inner, name)
      const tells =
        inner !== null && !isWord && (isTelling(key) || (key !== 'model' && tellsWhere(key, inner)))
      if (tells || (isHidden && isExample(key) && typeof inner !== 'boolean' && inner !== null)) {
        this.fields.add(key)
        return []
      }
      return [
        [
          key,
          this.#field(key, inner, isHidden || (isWord && (isTelling(key) || tellsWhere(key, '')))),
        ] as const,
      ]
    })
    return Object.fromEntries(entries)
  }

  /** The fields of a request. */
  request<Fields extends Record<string, unknown>>(fields: Fields): Fields
  request(fields: Record<string, unknown>): Record<string, unknown> {
    const kept = Object.entries(fields).filter(([name, value]) => {
      if (value !== undefined && personal.has(name)) this.fields.add(name)
      return !personal.has(name)
    })
    const { model, ...rest } = this.#field('', Object.fromEntries(kept))
    return {
      ...(model !== undefined && { model: typeof model === 'string' ? modelName(model) : model }),
      ...rest,
    }
  }
}

/** A model's name; of one that is a path on somebody's disk, what stands at its end. */
export function modelName(model: string): string {
  const isPath = /^([a-z][a-z\d+.-]+:\/\/|file:|[/\\~.]|[a-z]:[/\\])/i.test(model)
  const isFile = /[/\\].*\.(gguf|ggml|bin|safetensors|pth?|onnx|mlx)$/i.test(model)
  if (!isPath && !isFile) return model
  return model.split(/[/\\]/).findLast(Boolean) ?? ''
}
