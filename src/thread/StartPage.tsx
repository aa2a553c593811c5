import { builtIn } from '../state/endpoints'
import { draftChanged, newSystem, useDraft } from '../state/drafts'
import { type Example, exampleModel, examples } from '../state/examples'
import { exampleChosen } from '../state/sending'
import { useListedModels } from '../state/modelLists'
import { useEndpointsLocked } from '../state/operatorConfig'
import { settingsOpened } from '../state/panels'
import { endpointById, useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { TextArea } from '../ui/TextArea'
import { t } from '../words/t'
import { Row, rowGrid } from './Row'

/** Where nothing has been said yet: what this is, where messages go, and three things to try. */
export function StartPage() {
  const settings = useSettings((all) => all)
  const endpoint = endpointById(settings.endpoint, settings) ?? builtIn
  const locked = useEndpointsLocked()
  const managed = locked || settings.endpoints.length > 0
  const system = useDraft(newSystem)
  useListedModels(endpoint.id)
  return (
    <div className="min-h-0 grow overflow-y-auto">
      <div className="mx-auto flex min-h-full max-w-thread flex-col px-7 pt-8 pb-2 phone:px-4">
        <h2 className="mt-auto text-2xl font-semibold tracking-tight text-balance">{t.start.heading}</h2>
        <p className="mt-2 max-w-prose text-chrome text-soft">
          {endpoint.id === builtIn.id ? t.start.builtIn : t.start.endpoint(endpoint.name)}{' '}
          <button
            type="button"
            onClick={() => settingsOpened({ add: !managed })}
            className="rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong"
          >
            {managed ? t.start.changeEndpoint : t.start.addEndpoint}
          </button>
        </p>
        <section aria-labelledby="try-it" className="mt-8">
          <h3 id="try-it" className="text-small text-faint">
            {t.start.tryIt}
          </h3>
          <ul className="mt-1.5 border-y border-line">
            {examples.map((example) => (
              <li key={example.id} className="not-first:border-t not-first:border-line">
                <ExampleButton example={example} model={exampleModel(example, settings)} />
              </li>
            ))}
          </ul>
        </section>
        <div className={`${rowGrid} mt-auto pt-8`}>
          <Row role="system">
            <TextArea
              aria-label={t.start.system}
              dir="auto"
              rows={1}
              value={system}
              placeholder={t.start.systemPlaceholder}
              onChange={({ target }) => draftChanged(newSystem, target.value)}
              className="-my-1 block max-h-40 w-full rounded-chip border border-transparent bg-transparent px-2 py-1 text-text text-soft hover:border-line focus:border-line"
            />
          </Row>
        </div>
      </div>
    </div>
  )
}

function ExampleButton({ example, model }: { example: Example; model: string }) {
  const { title, text } = t.start.examples[example.id]
  return (
    <Button
      look="plain"
      className="h-auto! w-full justify-start! gap-4! rounded-none! px-2! py-2.5! text-start whitespace-normal!"
      onClick={() => exampleChosen(example, title)}
    >
      <span className="min-w-0 grow">
        <span className="block text-text text-ink">{title}</span>
        <span className="block text-chrome text-soft">{text}</span>
      </span>
      <code className="shrink-0 font-mono text-tiny text-faint">{model}</code>
    </Button>
  )
}
