import { parseShallow } from './parseShallow'

/** JSON out of foreign hands, without its depths (`parseShallow`); undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return parseShallow(text)
  } catch {
    return undefined
  }
}
