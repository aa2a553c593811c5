import { useEffect, useReducer } from 'react'
import { type Message, textOf } from '../conversation/Message'
import { isSent } from '../conversation/toRequestMessages'
import { estimateMessage } from '../tokens/estimateTokens'

/** Each is weighed once: messages and paths are values that never change. */
const messages = new WeakMap<Message, number>()
const paths = new WeakMap<readonly Message[], number>()

/** How many characters are weighed before the page may breathe: a few milliseconds of work. */
const atOnce = 200_000

/** What the messages of a path weigh that would be sent, in thousandths of a token; undefined while they are weighed. */
export function usePathWeight(path: readonly Message[]): number | undefined {
  const [, weighed] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    if (paths.has(path)) return
    let timer = setTimeout(function step() {
      if (weigh(path) === undefined) timer = setTimeout(step)
      else weighed()
    })
    return () => clearTimeout(timer)
  }, [path])
  return paths.get(path) ?? weigh(path)
}

function weigh(path: readonly Message[]): number | undefined {
  let characters = 0
  let sum = 0
  for (const message of path) {
    if (!isSent(message)) continue
    let weight = messages.get(message)
    if (weight === undefined) {
      if (characters > atOnce) return undefined
      characters += textOf(message).length
      messages.set(message, (weight = estimateMessage(message)))
    }
    sum += weight
  }
  paths.set(path, sum)
  return sum
}
