/** A text as one word of a shell of Unix: as it stands where a shell takes it so, else in quotes. */
export const shellWord = (text: string) => (/^[\w./:@%+,-]+$/.test(text) ? text : shellQuoted(text))

/** Between single quotes everything stands for itself but the single quote. */
export const shellQuoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
