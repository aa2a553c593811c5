/** The words of what shows the tree as a whole: the outline, and Compare; and of requests as programs. */

export const outline = {
  hint: (count: number) =>
    count === 1 ? '1 message.' : `${count} messages, with every branch. A line brings its path on screen.`,
  empty: '(nothing)',
}

export const compare = {
  mark: 'Mark differing words',
  base: 'against',
  choice: (place: number) => `Choice ${place}`,
  take: 'Take this one',
}

export const code = {
  title: 'Code',
  open: 'As code',
  ofMessage: 'Code of this request',
  hint: 'It sends exactly what Parley sends. Keys and headers are read from the environment.',
  language: 'Language',
  languages: { javascript: 'JavaScript', fetch: 'fetch', python: 'Python', curl: 'curl' },
  needs: {
    javascript: 'npm install openai',
    fetch: 'Node 18 or newer, without a package',
    python: 'pip install openai',
    curl: 'A shell of macOS, Linux or WSL',
  },
  stream: 'Streamed',
  endpoint: 'Endpoint',
  openai: 'OpenAI',
  builtIn:
    'The built-in models have no address, so this is for OpenAI: put a model of theirs in the place of the name.',
  builtInComment: 'For OpenAI: the models built into Parley have no address. Choose one of theirs.',
  more: (count: string) => `${count} more characters are not shown; Copy and Save take them all.`,
  save: 'Save file',
  gone: 'This request is not here any more.',
}
