import type { Plugin } from 'vite'
import { en } from '../../src/words/en.ts'

/** The few words that stand in the page before the program does, out of the catalogue: `%composer.label%`. */
export const words: Plugin = {
  name: 'words',
  transformIndexHtml: (html) =>
    html.replace(/%([\w.]+)%/g, (_, path: string) => {
      const word = path.split('.').reduce<unknown>((at, name) => Object(at)[name], en)
      if (typeof word !== 'string') throw new Error(`There is no word called ${path}.`)
      return word
    }),
}
