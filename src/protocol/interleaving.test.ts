import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReplyBuilder, foldChunks } from './accumulate'
import type { ChatCompletionChunk, ChunkChoice } from './wire'

const chunk = (...choices: ChunkChoice[]): ChatCompletionChunk => ({ choices })

describe('any interleaving of the choices', () => {
  const text = fc.string({ maxLength: 4, unit: 'grapheme' })
  const anyDelta = fc.record(
    {
      content: text,
      reasoning: text,
      refusal: fc.option(text),
      tool_calls: fc.array(
        fc.record(
          { index: fc.nat(2), function: fc.record({ arguments: text }) },
          { requiredKeys: ['index'] },
        ),
        { maxLength: 2 },
      ),
      unknown: fc.oneof(text, fc.nat(), fc.array(fc.nat(), { maxLength: 2 })),
    },
    { requiredKeys: [] },
  )
  const anyChoice = fc.record(
    {
      delta: anyDelta,
      finish_reason: fc.constantFrom(null, 'stop', 'length'),
      logprobs: fc.option(fc.record({ content: fc.array(fc.record({ token: text }), { maxLength: 2 }) })),
    },
    { requiredKeys: ['delta'] },
  )
  const streams = fc.array(fc.array(anyChoice, { maxLength: 6 }), { minLength: 1, maxLength: 4 })

  test('makes the same reply', () => {
    fc.assert(
      fc.property(streams, fc.infiniteStream(fc.nat(1000)), (perChoice, picks) => {
        const numbered = perChoice.map((choices, index) =>
          choices.map((choice): ChunkChoice => ({ index, ...choice })),
        )
        const inTurn = numbered.flat().map((choice) => chunk(choice))
        const queues = numbered.map((choices) => [...choices])
        const mixed: ChatCompletionChunk[] = []
        while (queues.some((queue) => queue.length > 0)) {
          const waiting = queues.filter((queue) => queue.length > 0)
          const next = waiting[(picks.next().value ?? 0) % waiting.length]?.shift()
          if (next) mixed.push(chunk(next))
        }
        expect(foldChunks(mixed)).toEqual(foldChunks(inTurn))
        // All that comes at once may also come in one chunk.
        expect(foldChunks([chunk(...numbered.flat())])).toEqual(foldChunks(inTurn))
      }),
    )
  })

  test('makes the same reply however often it is looked at', () => {
    fc.assert(
      fc.property(streams, (perChoice) => {
        const chunks = perChoice.flatMap((choices, index) =>
          choices.map((choice) => chunk({ index, ...choice })),
        )
        const builder = createReplyBuilder()
        for (const each of chunks) {
          builder.add(each)
          builder.reply()
        }
        expect(builder.reply()).toEqual(foldChunks(chunks))
      }),
    )
  })
})
