import { panelClosed } from '../state/panels'
import { goTo } from '../state/route'
import { vaultGivenUp } from '../state/vaultWanted'
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
export const NoticeText = lazyPart(() => import('./Notices').then((part) => part.NoticeText), {
  place: 'line',
})
export const TemporaryBar = lazyPart(() => import('./TemporaryBar').then((part) => part.TemporaryBar), {
  place: 'line',
})

/** The keys are to be unlocked. */
export const VaultDialog = lazyPart(
  () => import('../settings/VaultDialog').then((part) => part.VaultDialog),
  {
    place: 'over',
    onClose: vaultGivenUp,
  },
)

/** What a link holds, and what one begins. */
export const SharedPage = lazyPart(() => import('./SharedPage').then((page) => page.SharedPage))
export const StartLink = lazyPart(() => import('./StartLink').then((part) => part.StartLink), {
  place: 'over',
  onClose: () => goTo(null, { instead: true }),
})
