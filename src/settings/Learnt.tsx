import { profileUnlearned, useProfile } from '../state/profiles'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** What an endpoint has been seen to refuse, besides fields; each can be taken back. Nothing where there is nothing. */
export function Learnt({ endpoint }: { endpoint: string }) {
  const { noPrefill, choices } = useProfile(endpoint)
  const facts = [
    ...(noPrefill?.length
      ? [
          {
            fact: 'noPrefill' as const,
            words: t.settings.learntNoPrefill(
              noPrefill.map((model) => model || t.settings.noModel).join(', '),
            ),
          },
        ]
      : []),
    ...(choices === 'one' ? [{ fact: 'choices' as const, words: t.settings.learntOneChoice }] : []),
  ]
  if (!facts.length) return null
  return (
    <fieldset>
      <legend className="font-medium">{t.settings.learnt}</legend>
      <ul className="mt-1 flex flex-col gap-1.5">
        {facts.map(({ fact, words }) => (
          <li key={fact} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
            <Button
              aria-label={t.settings.unlearnLabel(words)}
              onClick={() => profileUnlearned(endpoint, fact)}
            >
              {t.settings.unlearn}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
