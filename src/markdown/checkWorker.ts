import { type Verdict, createAnswerReader } from './answerReader'
import { checkAnswer } from './checkAnswer'

/** An answer as far as it has come, with its schema where that has not been told yet; or that nobody asks any more. */
export type Question =
  | { id: number; text: string; streaming: boolean; schema?: object }
  | { id: number; over: true }

/** Without an id: the worker is there. */
export type Answer = { id: number; verdict: Verdict } | { id?: undefined }

const readers = new Map<number, ReturnType<typeof createAnswerReader>>()

onmessage = ({ data: question }: MessageEvent<Question>) => {
  if ('over' in question) {
    readers.delete(question.id)
    return
  }
  const { id, text, streaming, schema } = question
  if (schema)
    readers.set(
      id,
      createAnswerReader(() => checkAnswer(schema)),
    )
  const reading = readers.get(id)?.(text, streaming)
  if (!reading) return
  const { violation, fits, unusable } = reading
  answer({ id, verdict: { violation, fits, unusable } })
}

const answer = (said: Answer) => postMessage(said)

answer({})
