import { panelClosed } from '../state/panels'
import { lazyPart } from '../ui/lazyPart'

/** What stands beside the thread, lies over it, or has nothing to do at first: a chunk each, wherever it is shown. */
export const Library = lazyPart(() => import('../library/Library').then((room) => room.Library))
export const ParametersPane = lazyPart(() => import('./ParametersPane').then((pane) => pane.ParametersPane))
export const Panels = lazyPart(() => import('./Panels').then((panels) => panels.Panels), {
  place: 'over',
  onClose: panelClosed,
})
export const ConversationButtons = lazyPart(
  () => import('./ConversationButtons').then((part) => part.ConversationButtons),
  { place: 'line' },
)
export const Notices = lazyPart(() => import('./Notices').then((part) => part.Notices), { place: 'line' })

/** What a link holds or begins. */
export const LinkPage = lazyPart(() => import('./LinkPage').then((page) => page.LinkPage))
