/** The words of Settings → Network. */
export const network = {
  title: 'Network',
  hint: 'What this page has contacted since it was opened. Parley itself contacts nobody: its own files come from where the page lies, all else is what you ask for.',
  contacts: 'Contacted since the page was opened',
  origin: 'Origin',
  purpose: 'What for',
  requests: 'Requests',
  purposes: {
    page: 'this page’s own files',
    endpoint: 'an endpoint: its models and replies',
    picture: 'pictures that you asked for',
    other: 'unknown: Parley does not ask for this',
  },
  pictures: 'Pictures are loaded from',
  forNow: 'until the page is closed',
  forGood: 'always',
  takeBack: 'Stop',
  takeBackLabel: (origin: string) => `Stop loading pictures from ${origin}`,
}
