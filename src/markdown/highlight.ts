import type { Root } from 'hast'
import { createLowlight } from 'lowlight'
import { languages } from './languages'

const lowlight = createLowlight()

/** The code as a tree of coloured pieces. Loads the language if need be. */
export async function highlight(code: string, language: string): Promise<Root> {
  if (!lowlight.registered(language)) {
    const { default: grammar } = await languages[language]!()
    lowlight.register(language, grammar)
  }
  return lowlight.highlight(language, code)
}
