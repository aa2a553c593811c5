import { lazy } from 'react'

/** The parameters, which stand beside the thread or lie over it: one chunk for both places. */
export const ParametersPane = lazy(() =>
  import('./ParametersPane').then((pane) => ({ default: pane.ParametersPane })),
)
