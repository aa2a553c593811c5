import type { ConversationId } from '../conversation/Message'
import type { Role } from '../protocol/wire'
import { sendingOpened } from '../state/panels'
import { useEstimate } from '../state/useEstimate'
import { Button } from '../ui/Button'
import { count, dollars, short } from '../words/numbers'
import { t } from '../words/rooms'

/** What sending now would take, quietly; a click shows what will be sent. */
export function TokenLine({ conversation, role }: { conversation: ConversationId | null; role: Role }) {
  const estimate = useEstimate(conversation, role)
  if (!estimate) return null
  const { tokens, requests, context, fits, cost } = estimate
  const each = context
    ? t.tokens.aboutOf(count(tokens), short(context.tokens))
    : t.tokens.about(count(tokens))
  const amount = requests > 1 ? t.tokens.aboutApart(count(requests), each) : each
  return (
    <Button
      look="plain"
      aria-haspopup="dialog"
      title={t.tokens.open}
      className={`min-w-0 shrink! ${fits === 'yes' ? 'text-faint!' : 'text-warn!'}`}
      onClick={() => sendingOpened(role)}
    >
      <span className="tabular truncate phone:text-end phone:whitespace-normal">
        {amount}
        {fits !== 'yes' && `, ${t.tokens.fits[fits]}`}
        {cost !== undefined && <span className="phone:hidden"> · {t.tokens.cost(dollars(cost))}</span>}
      </span>
    </Button>
  )
}
