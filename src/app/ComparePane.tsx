import type { ComponentProps } from 'react'
import { MessageBody } from '../thread/MessageBody'
import { Reasoning } from '../thread/Reasoning'
import { RunFigures } from '../thread/RunFigures'
import { Compare } from '../workbench/Compare'

const parts = { MessageBody, Reasoning, RunFigures }

/** The choices side by side, made of the parts that the thread has for a message. */
export const ComparePane = (props: Omit<ComponentProps<typeof Compare>, 'parts'>) => (
  <Compare {...props} parts={parts} />
)
