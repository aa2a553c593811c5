import { flushSync } from 'react-dom'

/** Changes state and has it on the page before going on: for the focus, and for text that grows beside React. */
export const renderNow = (change: () => void): void => flushSync(change)
