import { bracketDepth } from './bracketDepth'

/** Brackets inside one another; deeper than that no schema goes, and some readers would run out of stack. */
const deepest = 200
/** The same for a value by itself: it goes into a file, where more stands around it. */
export const deepestValue = 100

/** Whether brackets stand inside one another in JSON beyond all measure. */
export const isDeep = (json: string, most = deepest): boolean =>
  // A short text cannot be: that is most of them.
  json.length > most && bracketDepth(json, most).deepest > most
