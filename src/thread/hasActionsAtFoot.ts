import type { Message } from '../conversation/Message'

/** What can be done with a reply lies below it: at its top the tools of code may stand. */
export const hasActionsAtFoot = ({ role, run }: Pick<Message, 'role' | 'run'>) =>
  role === 'assistant' || run !== undefined
