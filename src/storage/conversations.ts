/** Reading and writing conversations. What does it is loaded with the database: nobody waits for it to begin to type. */
type Records = typeof import('./records')
const records = () => import('./records')

export const loadConversations: Records['loadConversations'] = async () =>
  (await records()).loadConversations()

export const loadTree: Records['loadTree'] = async (id) => (await records()).loadTree(id)

export const saveChange: Records['saveChange'] = async (change) => (await records()).saveChange(change)

export const saveRefilings: Records['saveRefilings'] = async (refilings) =>
  (await records()).saveRefilings(refilings)

export const saveWhole: Records['saveWhole'] = async (whole) => (await records()).saveWhole(whole)

export const removeConversations: Records['removeConversations'] = async (ids) =>
  (await records()).removeConversations(ids)
