import { filesGiven } from '../state/importing'
import { importOpened } from '../state/panels'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'

/** Whoever puts a command for curl here may mean the request in it. What was typed stays. */
export function RequestOffer({ text }: { text: string }) {
  const open = () => {
    importOpened()
    void filesGiven([text])
  }
  return (
    <p className="flex flex-wrap items-center gap-2 text-small text-soft">
      {t.composing.isCommand} <Button onClick={open}>{t.composing.openRequest}</Button>
    </p>
  )
}
