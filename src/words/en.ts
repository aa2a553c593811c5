/**
 * Every word of the interface, in English. Another language is another object of this shape, loaded when it is
 * chosen. Words with a number in them are functions, since each language counts in its own way. API names
 * (temperature, finish_reason, …) are not words: they are shown as they are sent.
 */
export const en = {
  app: {
    name: 'Parley',
    library: 'Conversations',
    parameters: 'Parameters',
    thread: 'Conversation',
    skip: 'Skip to the message box',
    showLibrary: 'Show conversations',
    hideLibrary: 'Hide conversations',
    showParameters: 'Show parameters',
    hideParameters: 'Hide parameters',
    close: 'Close',
    undo: 'Undo',
    untitled: 'Untitled',
    loading: 'Loading…',
    missing: 'Conversation not found',
    missingHere: 'There is no conversation at this address in this browser.',
    missingHint: 'It may have been removed, or it was made in another browser.',
    paneFailed: 'This part of the page has failed. Your conversations are safe in this browser.',
    partFailed: 'This part has failed.',
    tryAgain: 'Try again',
    recovery: 'Export or repair',
    reload: 'Reload',
  },
  live: {
    replying: () => 'Replying',
    retrying: () => 'Waiting to try again',
    finished: (replies: number) => (replies > 1 ? `${replies} replies finished` : 'Reply finished'),
    stopped: (replies: number) => (replies > 1 ? `${replies} replies stopped` : 'Reply stopped'),
    failed: (replies: number) => (replies > 1 ? `${replies} replies failed` : 'Reply failed'),
    copied: () => 'Copied',
    muted: () => 'Not sent any more',
    unmuted: () => 'Sent again',
    undone: () => 'Undone',
    redone: () => 'Redone',
    turned: () => 'Switched to another branch',
    found: (conversations: number) =>
      `Found in ${conversations === 1 ? '1 conversation' : `${conversations} conversations`}`,
  },
  library: {
    new: 'New',
    newConversation: 'New conversation',
  },
  start: {
    heading: 'What shall we ask?',
    builtIn:
      'You are talking to two small programs built into this page: guide searches documents about this API, babble writes by chance. Neither is an AI, and nothing leaves this page.',
    endpoint: (name: string) => `Messages go to ${name}, straight from this page.`,
    addEndpoint: 'Add an endpoint',
    changeEndpoint: 'Manage endpoints',
    tryIt: 'Try it yourself',
    examples: {
      tutor: {
        title: 'A tutor in two turns',
        text: 'A system message, a question, and a second one that builds on it.',
      },
      story: { title: 'A story, streamed', text: 'stream: true, and the text arrives token by token.' },
      extract: { title: 'Facts as JSON', text: 'response_format: json_object turns a sentence into data.' },
    },
    system: 'Add a system message',
    systemPlaceholder: 'How the model should behave',
  },
  composer: {
    label: 'Message',
    placeholders: {
      user: 'Message',
      assistant: 'How the answer begins',
      system: 'How the model should behave',
      developer: 'How the model should behave',
      tool: 'What a tool gave back',
      function: 'What a function gave back',
    },
    add: 'Add',
    prefill: 'The answer goes on from these words',
    noPrefill: 'This endpoint does not go on from given words: they are only added',
    send: 'Send',
    stop: 'Stop',
    stopKey: 'Esc',
    queued: 'Will be sent when this reply is finished.',
    unqueue: 'Don’t send',
    noModel: 'No model chosen',
    hint: 'Enter sends, Shift+Enter breaks the line',
    hintMissing: 'Enter sends this in a new conversation',
    answers: (name: string, id: string) => `Answers ${name}, ${id}`,
    askAgain: 'Send as it is',
  },
  /** What each panel that lies over the page is called. */
  panels: {
    outline: 'Outline',
  },
  roles: {
    role: 'Role',
    names: {
      system: 'system',
      developer: 'developer',
      user: 'user',
      assistant: 'assistant',
      tool: 'tool',
      function: 'function',
    },
  },
}

export type Catalogue = typeof en
