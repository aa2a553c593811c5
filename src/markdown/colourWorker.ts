import { Colourer } from './Colourer'
import { loadLanguage } from './highlighter'
import { languageNamed } from './languageNames'

/** More of the code of a block, or that it is of no more interest. */
export type Question =
  | { id: number; language: string; text: string; whole: boolean }
  | { id: number; over: true }

export interface Answer {
  id: number
  /** What `Colourer` gives away; undefined if the language is not known or cannot be loaded. */
  news: Uint32Array | undefined
  /** Milliseconds. */
  took: number
}

const colourers = new Map<number, Colourer>()

onmessage = ({ data: question }: MessageEvent<Question>) => {
  if ('over' in question) colourers.delete(question.id)
  else void answer(question)
}

async function answer({ id, language, text, whole }: Exclude<Question, { over: true }>) {
  const began = performance.now()
  const colourer = colourers.get(id) ?? (await create(language))
  if (colourer) colourers.set(id, colourer)
  const news = colourer && new Uint32Array(colourer.add(text, whole))
  if (whole) colourers.delete(id)
  const reply: Answer = { id, news, took: performance.now() - began }
  postMessage(reply, { transfer: news ? [news.buffer] : [] })
}

async function create(name: string): Promise<Colourer | undefined> {
  const language = languageNamed(name)
  try {
    if (language && (await loadLanguage(language))) return new Colourer(language)
  } catch {
    // The chunk could not be loaded: the code stays as it is, which is readable.
  }
  return undefined
}
