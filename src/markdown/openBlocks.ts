import type { FormulaMark } from './formulaShapes'
import type { Fence, Html } from './lineShapes'

/** A block that holds others, and is open while a text is read line by line. */
export interface Container {
  kind: 'quote' | 'item' | 'footnote'
  /** Columns that a line must be indented by to stay inside. */
  indent: number
  list: string
  /** An item may begin with one blank line, and ends at the second. */
  startsBlank: boolean
  ended: boolean
}

export interface Paragraph {
  kind: 'paragraph'
  /** May turn out to be a table, or definitions: what can follow it differs. */
  uncertain: boolean
  /** Its last line begins like HTML, which it becomes if the next line makes it the head of a table. */
  tag: boolean
}

/** Lines that are a formula if it ends before a blank line and before its container; else they are anything. */
export interface OpenFormula {
  kind: 'formula'
  mark: FormulaMark
  /** Its lines could have begun what goes on after a blank line. */
  risky: boolean
  /** How many characters it has so far, more or less. */
  size: number
}

/** What is open in the innermost of them. */
export type Leaf = OpenFormula | Fence | Html | Paragraph | { kind: 'code' } | { kind: 'none' }

export const none: Leaf = { kind: 'none' }

export const paragraphOf = (line: string): Paragraph => ({
  kind: 'paragraph',
  uncertain: line.startsWith('['),
  tag: false,
})
