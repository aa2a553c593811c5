/** What stands before the letters of a link that holds a conversation, and before the fields of one that begins one. */
export const shared = '#/s/'
export const begins = '#/new?'
