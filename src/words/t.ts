import { type Catalogue, en } from './en'

/** The words of the language in use. */
export const t: Catalogue = en
