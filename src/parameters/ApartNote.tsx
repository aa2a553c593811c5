import { profileLearned, useProfile } from '../state/profiles'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** How `n` choices are asked for where the endpoint gives one a request, as the reader has agreed before. */
export function ApartNote({ endpoint, n }: { endpoint: string; n: number }) {
  const { choices } = useProfile(endpoint)
  if (choices !== 'one' || n < 2) return null
  return (
    <div className="mx-4 mb-1 rounded-field bg-warn-wash px-2.5 py-2 text-small">
      <p>{t.parameters.apart(n)}</p>
      <Button className="mt-1.5" onClick={() => profileLearned(endpoint, { choices: 'many' })}>
        {t.parameters.together}
      </Button>
    </div>
  )
}
