import { useEffect, useReducer } from 'react'
import { type Message, textOf } from '../conversation/Message'
import { isSent } from '../conversation/toRequestMessages'
import { estimateMessage } from '../tokens/estimateTokens'

/** Each is weighed once: messages and paths are values that never change. */
const messages = new WeakMap<Message, number>()
/** How far a path has been weighed: up to which message, and what those before it weigh. */
const paths = new WeakMap<readonly Message[], { next: number; sum: number }>()

/** How many characters are weighed before the page may breathe: a few milliseconds of work; and while it is rendered. */
const atOnce = 200_000
const inRendering = 20_000

/** What the messages of a path weigh that would be sent, in thousandths of a token; undefined while they are weighed. */
export function usePathWeight(path: readonly Message[]): number | undefined {
  const [, weighed] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => {
    if (weigh(path, 0) !== undefined) return
    let timer = setTimeout(function step() {
      if (weigh(path, atOnce) === undefined) timer = setTimeout(step)
      else weighed()
    })
    return () => clearTimeout(timer)
  }, [path])
  return weigh(path, inRendering)
}

function weigh(path: readonly Message[], most: number): number | undefined {
  const done = paths.get(path) ?? { next: 0, sum: 0 }
  paths.set(path, done)
  let characters = 0
  for (; done.next < path.length; done.next++) {
    const message = path[done.next]!
    if (!isSent(message)) continue
    let weight = messages.get(message)
    if (weight === undefined) {
      if (characters >= most) return undefined
      characters += textOf(message).length
      messages.set(message, (weight = estimateMessage(message)))
    }
    done.sum += weight
  }
  return done.sum
}
