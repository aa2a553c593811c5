import type { ComponentProps } from 'react'
import { Inspector } from '../workbench/Inspector'
import { messageParts } from './messageParts'

/** The record of a request, with the message that it folds to as the thread shows one. */
export const InspectorPane = (props: Omit<ComponentProps<typeof Inspector>, 'parts'>) => (
  <Inspector {...props} parts={messageParts} />
)
