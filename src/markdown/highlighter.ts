import type { Emitter, LanguageFn } from 'highlight.js'
import core from 'highlight.js/lib/core'
import { tintOf } from './tints'

type Load = () => Promise<{ default: LanguageFn }>

/** Each language is a chunk of its own, loaded when code in it is first shown. */
const grammars = import.meta.glob<{ default: LanguageFn }>([
  '../../node_modules/highlight.js/es/languages/*.js',
  '!**/*.js.js',
])
const grammarOf = (language: string): Load | undefined =>
  grammars[`../../node_modules/highlight.js/es/languages/${language}.js`]

/** Lengths of pieces of code and their colours, one after the other. */
class Pieces implements Emitter {
  readonly lengths: number[] = []
  readonly tints: number[] = []
  private readonly around: number[] = []
  private tint = 0

  addText(text: string) {
    if (text === '') return
    this.lengths.push(text.length)
    this.tints.push(this.tint)
  }
  startScope(name: string) {
    this.around.push(this.tint)
    this.tint = tintOf(name) ?? this.tint
  }
  endScope() {
    this.tint = this.around.pop() ?? 0
  }
  openNode(name: string) {
    this.startScope(name)
  }
  closeNode() {
    this.endScope()
  }
  __addSublanguage(inner: Emitter) {
    if (!(inner instanceof Pieces)) return
    for (const [index, length] of inner.lengths.entries()) {
      this.lengths.push(length)
      this.tints.push(inner.tints[index] || this.tint)
    }
  }
  finalize() {}
  toHTML() {
    return ''
  }
}

const highlighter = core.newInstance()
highlighter.configure({ __emitter: Pieces })

/** Loads a grammar and those of the languages within it. What cannot be loaded stays plain. */
export async function loadLanguage(language: string): Promise<boolean> {
  if (highlighter.getLanguage(language)) return true
  const load = grammarOf(language)
  if (!load) return false
  const { default: grammar } = await load()
  highlighter.registerLanguage(language, grammar)
  await Promise.all(languagesWithin(highlighter.getLanguage(language)).map(loadLanguage))
  return true
}

function languagesWithin(grammar: unknown): string[] {
  const languages = new Set<string>()
  const waiting = new Set<unknown>([grammar])
  for (const mode of waiting) {
    if (typeof mode !== 'object' || mode === null || mode instanceof RegExp) continue
    for (const value of Object.values(mode)) waiting.add(value)
    if (!('subLanguage' in mode)) continue
    const within = [mode.subLanguage].flat().filter((name) => typeof name === 'string')
    // No name means any language that happens to be there, which is another one from time to time.
    if (within.length === 0) mode.subLanguage = 'plaintext'
    for (const name of within) languages.add(name)
  }
  return [...languages]
}

export interface Highlighted {
  pieces: { lengths: readonly number[]; tints: readonly number[] }
  /** The end is in no string, comment or the like: what follows can be read by itself. */
  atRest: boolean
}

/** The colours of a piece of code in a language that has been loaded. */
export function highlight(code: string, language: string): Highlighted {
  const { _emitter: pieces, _top: top } = highlighter.highlight(code, { language, ignoreIllegals: true })
  if (!(pieces instanceof Pieces)) throw new Error('another emitter')
  return { pieces, atRest: top !== undefined && !('parent' in top && top.parent) }
}
