import type { Filing } from '../conversation/filing'
import type { Message } from '../conversation/Message'
import { type Tree, toTree } from '../conversation/Tree'
import { type LeftOut, type Scope, leftOutOf, membersOf, shareError } from '../links/shareConversation'
import { Cleaner, modelName } from '../links/secrets'

/**
 * A conversation, or the part of it that is meant, as it can be given away in a file: by the rules of links, but with
 * ids, times, counts, log probabilities and parts of any size. `secrets` are keys and `addresses` hosts and origins that must not be in it. Where the
 * reader has put it goes along if it is `filed`.
 */
export function cleanTree(
  tree: Tree,
  scope: Scope,
  secrets: readonly string[],
  { filed = false, addresses = [] }: { filed?: boolean; addresses?: readonly string[] } = {},
): { tree: Tree; leftOut: LeftOut } {
  const cleaner = new Cleaner(secrets, addresses)
  const members = membersOf(tree, scope)
  const known = new Set(members.map(({ id }) => id))
  const { id, named, created, updated, title, parameters, extraBody, chosen } = tree.conversation
  const messages = members.map((message) => ({
    ...cleanMessage(message, cleaner),
    parent: message.parent !== null && known.has(message.parent) ? message.parent : null,
  }))
  const conversation = {
    ...(filed && filingOf(tree.conversation)),
    id,
    named,
    created,
    updated,
    title: cleaner.text(title),
    endpoint: '',
    parameters: cleaner.request(parameters),
    ...(extraBody && { extraBody: cleaner.request(extraBody) }),
    chosen: scope.all ? chosen : {},
  }
  return { tree: toTree(conversation, messages), leftOut: leftOutOf(cleaner) }
}

const filingOf = ({ pinned, archived, folder, tags }: Filing): Filing => ({
  ...(pinned && { pinned }),
  ...(archived && { archived }),
  ...(folder && { folder }),
  ...(tags && { tags }),
})

function cleanMessage(message: Message, cleaner: Cleaner): Message {
  const { id, conversation, parent, order, created, role, status, ...said } = message
  const { content, prefilled, logprobs, error, run, ...others } = said
  const clean = cleaner.value(content)
  return {
    ...cleaner.value(others),
    id,
    conversation,
    parent,
    order,
    created,
    role,
    status,
    content: clean,
    // Where something was replaced, places and tokens are those of another text.
    ...(clean === content && {
      ...(prefilled !== undefined && { prefilled }),
      ...(logprobs && { logprobs }),
    }),
    ...(error && { error: { message: '', ...shareError(error, cleaner) } }),
    ...(run && { run: cleanRun(run, cleaner) }),
  }
}

/** Without the name of the endpoint: many are an address. */
const cleanRun = ({ parameters, ...run }: NonNullable<Message['run']>, cleaner: Cleaner) => ({
  ...cleaner.value(run),
  endpoint: '',
  model: run.model === null ? null : modelName(cleaner.text(run.model)),
  parameters: cleaner.request(parameters),
})
