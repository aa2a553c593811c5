import type { ComponentProps } from 'react'
import { RecordByItself } from '../workbench/RecordByItself'
import { messageParts } from './messageParts'

/** A record by itself, with the message that it folds to as the thread shows one. */
export const RecordPane = (props: Omit<ComponentProps<typeof RecordByItself>, 'parts'>) => (
  <RecordByItself {...props} parts={messageParts} />
)
