/**
 * Words with the space before them, marks, and white space: the pieces both models speak in and `usage`
 * counts. Joined again they are the text, to the character.
 */
const pieces = / ?[\p{L}\p{N}\p{M}]+(?:['’_-][\p{L}\p{N}\p{M}]+)*| ?[^\s\p{L}\p{N}\p{M}]|\n+|\s/gu

/** Cuts a text into tokens. `tokenize(text).join('') === text`. */
export const tokenize = (text: string): string[] => text.match(pieces) ?? []

/** How many tokens a conversation costs: each message also pays for its role and its two borders. */
export const countPrompt = (messages: readonly { text: string }[]): number =>
  messages.reduce((sum, { text }) => sum + tokenize(text).length + 3, 3)
