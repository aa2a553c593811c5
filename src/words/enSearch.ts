/** The words of the search through all conversations. Numbers come as they are written. */

const conversations = (count: string) => `${count} ${count === '1' ? 'conversation' : 'conversations'}`
const messages = (count: string) => `${count} ${count === '1' ? 'message' : 'messages'}`

export const search = {
  label: 'Search',
  placeholder: 'Search everything',
  key: 'Ctrl+K',
  clear: 'Clear the search',
  results: 'Found',
  searching: 'Searching…',
  conversations,
  found: (all: string, hits: string) => `${messages(hits)} in ${conversations(all)}`,
  reading: (read: string, of: string) => `Still reading: ${read} of ${messages(of)}`,
  nothing: 'Nothing found.',
  hint: 'All words have to occur. "Quotes" keep words together, a minus leaves out: -draft.',
  failed: 'The conversations cannot be read, so they cannot be searched.',
  retry: 'Try again',
  more: 'Show more conversations',
  all: (more: string) => `${more} more here`,
  archived: 'archived',
  filters: 'Filters',
  parts: {
    reasoning: 'reasoning',
    refusal: 'refusal',
    tool_calls: 'tool calls',
  },
  filter: {
    role: 'Role',
    model: 'Model',
    after: 'Date',
    tag: 'Tag',
    folder: 'Folder',
    in: 'Where',
  },
  any: {
    role: 'Any role',
    model: 'Any model',
    after: 'Any date',
    tag: 'Any tag',
    folder: 'Any folder',
    in: 'Anywhere',
  },
  since: {
    today: 'Today',
    week: 'Last 7 days',
    month: 'Last 30 days',
    year: 'Last 12 months',
  },
  sinceDay: (day: string) => `Since ${day}`,
  places: { archive: 'Archived', pinned: 'Pinned', title: 'Titles' },
  here: {
    label: 'Found in this conversation',
    place: (at: string, of: string) => `${at} of ${of}`,
    none: 'No longer found',
    previous: 'Previous place (Shift+F3)',
    next: 'Next place (F3)',
    close: 'Close the search in this conversation',
    turned: 'It stands on another branch, which is shown now.',
  },
}
