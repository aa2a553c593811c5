import type { ComponentType } from 'react'
import type { Message, RunFacts } from '../conversation/Message'

/** How the thread shows the parts of a message. */
export interface MessageParts {
  MessageBody: ComponentType<{ message: Message }>
  Reasoning: ComponentType<{ message: Message }>
  RunFigures: ComponentType<{ message: Message; run: RunFacts }>
}
