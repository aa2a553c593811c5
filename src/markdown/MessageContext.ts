import { createContext } from 'react'

/** What the elements of one text need to know of it. */
export interface MessageFrame {
  /** Before every id, so that two texts on one page do not meet. */
  prefix: string
  /** Still being written: not worth colouring yet. */
  open: boolean
}

export const MessageContext = createContext<MessageFrame>({ prefix: '', open: false })
