import type { ComponentProps } from 'react'
import { Compare } from '../workbench/Compare'
import { messageParts } from './messageParts'

/** The choices side by side, made of the parts that the thread has for a message. */
export const ComparePane = (props: Omit<ComponentProps<typeof Compare>, 'parts'>) => (
  <Compare {...props} parts={messageParts} />
)
