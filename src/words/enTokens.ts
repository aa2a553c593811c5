/** The words of *Before sending*, and of prices. */

export const tokens = {
  about: (tokens: string) => `about ${tokens} tokens`,
  aboutOf: (tokens: string, context: string) => `about ${tokens} of ${context} tokens`,
  aboutApart: (requests: string, each: string) => `${requests} requests, each ${each}`,
  cost: (dollars: string) => `about ${dollars}`,
  fits: { tight: 'too little room for the reply', no: 'more than fits' },
  open: 'Show what will be sent',
  total: (tokens: string) => `${tokens} tokens`,
  totalOf: (tokens: string, context: string) => `${tokens} of ${context} tokens`,
  approximately: (tokens: string) => `about ${tokens}`,
  inRequests: (requests: string, tokens: string) =>
    `Sent in ${requests} requests, one for each choice: ${tokens} tokens in all.`,
  /** Where the count comes from; `encoding` is the name of a tokeniser. */
  by: {
    tokeniser: (encoding: string) => `Counted with ${encoding}, by OpenAI’s rule for messages.`,
    estimate: () => 'Estimated from the characters.',
    'calibrated-estimate': () => 'Estimated from the characters, and from the last count that came back.',
    'estimate-until-counted': (encoding: string) =>
      `Estimated from the characters. Counting with ${encoding}…`,
    'estimate-in-need': (encoding: string) =>
      `Estimated from the characters: the tokeniser ${encoding} could not be loaded.`,
  },
  tooLongAt: (tokens: string, context: string) =>
    `This is about ${tokens} tokens, and the model takes ${context}. The server may refuse it, or leave out the beginning.`,
  tight: (reply: string, context: string) =>
    `With a reply of up to ${reply} tokens this is more than the ${context} that the model takes. The reply may be cut short, or refused.`,
  price: (prompt: string) => `The prompt costs ${prompt}.`,
  priceWithReply: (prompt: string, reply: string, tokens: string) =>
    `The prompt costs ${prompt}, and the reply of up to ${tokens} tokens at most ${reply}.`,
  priceApart: (price: string, requests: string) => `${price} That is for ${requests} requests.`,
  noPrice: 'No price is set for this model.',
  setPrices: 'Prices',
  context: 'Context length',
  contextUnit: 'tokens of prompt and reply',
  contextFrom: {
    reader: 'As you have set it.',
    list: 'As the endpoint’s list of models says.',
    table: (date: string) => `As known for this model on ${date}.`,
    none: 'Not known for this model: type it, to be warned before it is full.',
  },
  contextReset: 'Use what is known',
  messages: (count: string) => `Messages, ${count}`,
  noMessages: 'There is no message to send.',
  before: (count: string) => `Show ${count} before these`,
  largest: 'the largest',
  draft: 'not yet sent',
  silent: 'without text',
  reasons: {
    muted: 'muted, so it is not sent',
    empty: 'said nothing, so it is not sent',
    live: 'still being written, so it is not sent',
  },
  pictures: (count: number) =>
    count === 1 ? 'a picture, whose tokens are a guess' : `${count} pictures, whose tokens are a guess`,
  uncounted: (count: number) =>
    count === 1 ? 'a part that cannot be counted' : `${count} parts that cannot be counted`,
  tools: 'Tools and schema',
  around: 'Around the messages',
  parameters: 'Sent with them',
  noParameters: 'Nothing else.',
  json: 'The request as JSON',
  jsonMore: (count: string) => `${count} more characters are not shown; Copy takes them all.`,
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Not copied',
}

/** The words of what the composer offers. */
export const composing = {
  isCommand: 'This is a command for curl.',
  openRequest: 'Open as a request',
}

export const prices = {
  title: 'Prices',
  hint: 'Dollars for a million tokens. A star in a name stands for anything; the name that says most counts. Parley brings no prices of its own.',
  model: 'Model',
  input: 'Input',
  cached: 'Cached input',
  output: 'Output',
  fieldOf: (field: string, model: string) => `${field} of ${model || 'the new price'}`,
  add: 'Add a price',
  remove: (model: string) => `Remove the price of ${model}`,
  removeAll: 'Remove all',
  removeAllAsk: (count: string) => `Remove all ${count} prices?`,
  import: (endpoint: string) => `Take from ${endpoint}’s list of models`,
  importing: 'Asking for the list of models…',
  imported: (count: number) => (count === 1 ? '1 price was taken over.' : `${count} prices were taken over.`),
  noneListed: 'That list has no prices.',
  importFailed: (reason: string) => `The list could not be loaded. ${reason}`,
  filter: 'Find a model',
  more: (count: string) => `${count} more; type a part of the name to find one.`,
  problems: {
    model: 'A price needs the name of a model.',
    known: 'This model has a price already.',
    number: 'Dollars for a million tokens, such as 0.15.',
  },
}
