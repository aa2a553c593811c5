import { MessageBody } from '../thread/MessageBody'
import { Reasoning } from '../thread/Reasoning'
import { RunFigures } from '../thread/RunFigures'
import type { MessageParts } from '../workbench/MessageParts'

/** How the thread shows the parts of a message, for what shows them elsewhere. */
export const messageParts: MessageParts = { MessageBody, Reasoning, RunFigures }
