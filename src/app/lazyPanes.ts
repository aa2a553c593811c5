import { lazyPart } from '../ui/lazyPart'

/** What stands beside the thread, lies over it, or has nothing to do at first: a chunk each, wherever it is shown. */
export const Library = lazyPart(() => import('../library/Library').then((room) => room.Library))
export const ParametersPane = lazyPart(() => import('./ParametersPane').then((pane) => pane.ParametersPane))
export const Panels = lazyPart(() => import('./Panels').then((panels) => panels.Panels))
export const UndoButtons = lazyPart(() => import('./UndoButtons').then((part) => part.UndoButtons))
export const Notices = lazyPart(() => import('./Notices').then((part) => part.Notices))
