import { useId, useState } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { Markdown } from '../markdown/Markdown'
import type { RequestBody, Role } from '../protocol/wire'
import { newMessage, newSystem, useDraft } from '../state/drafts'
import { builtIn } from '../state/endpoints'
import { useHasKey } from '../state/keys'
import { useTarget } from '../state/nextConversation'
import { announce } from '../state/notices'
import { type CodeLanguage, bodyBehind, codeLanguages, requestCode, withStream } from '../state/requestCode'
import { requestPreview } from '../state/requestPreview'
import { endpointById, useSettings } from '../state/settings'
import { Button } from '../ui/Button'
import { ChipSelect } from '../ui/ChipSelect'
import { Segmented } from '../ui/Segmented'
import { Switch } from '../ui/Switch'
import { saveFile } from '../ui/saveFile'
import { useCopy } from '../ui/useCopy'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { fenced, fileNames } from './codeFence'

/** Pictures go along as text; a page of a few million letters helps nobody. */
const most = 50_000

const copyWords = { none: t.tokens.copy, copied: t.tokens.copied, failed: t.tokens.copyFailed }

interface Props {
  conversation: ConversationId | null
  of: { message: MessageId } | { role: Role }
}

/** A request as a program in one of four languages. */
export function CodePanel({ conversation, of }: Props) {
  const text = useDraft(conversation ?? newMessage)
  const system = useDraft(newSystem)
  const target = useTarget(conversation)
  // The page below can neither be written in nor changed while this is open.
  const [body] = useState(() => {
    if ('role' in of) return requestPreview(conversation, { text, role: of.role, system }).body
    return conversation === null ? undefined : bodyBehind(conversation, of.message)
  })
  if (!body) return <p className="p-5 text-soft">{t.code.gone}</p>
  return <Code body={body} first={target.endpoint} />
}

function Code({ body, first }: { body: RequestBody; first: string }) {
  const [language, setLanguage] = useState<CodeLanguage>('javascript')
  const [streamed, setStreamed] = useState(body.stream === true)
  const [chosen, setChosen] = useState(first)
  const endpoints = useSettings((settings) => settings.endpoints)
  const endpoint = endpointById(chosen) ?? builtIn
  const hasKey = useHasKey(endpoint)
  const [outcome, copy] = useCopy(() => announce('copied'))
  const [names, stream] = [useId(), useId()]
  const isBuiltIn = endpoint.id === builtIn.id
  const code = requestCode({
    language,
    endpoint,
    hasKey,
    body: streamed === (body.stream === true) ? body : withStream(body, streamed),
    comment: isBuiltIn ? t.code.builtInComment : undefined,
  })
  return (
    <div className="flex flex-col gap-4 p-5 text-chrome phone:p-4">
      <p className="max-w-prose text-soft">{t.code.hint}</p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span id={names} className="sr-only">
          {t.code.language}
        </span>
        <Segmented
          labelledBy={names}
          options={codeLanguages.map((value) => ({ value, label: t.code.languages[value] }))}
          value={language}
          onChange={setLanguage}
        />
        <span className="flex items-center gap-2">
          <span id={stream}>{t.code.stream}</span>
          <Switch labelledBy={stream} on={streamed} onChange={setStreamed} />
        </span>
        {endpoints.length > 0 && (
          <ChipSelect
            label={t.code.endpoint}
            value={endpoint.id}
            options={[
              { value: builtIn.id, label: t.code.openai },
              ...endpoints.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={setChosen}
          />
        )}
      </div>
      {isBuiltIn && <p className="max-w-prose text-small text-soft">{t.code.builtIn}</p>}
      <section aria-label={t.code.languages[language]} data-part="code" className="min-w-0">
        <Markdown key={language} text={fenced(language, code.slice(0, most))} />
        {code.length > most && (
          <p className="mt-1 text-small text-faint">{t.code.more(count(code.length - most))}</p>
        )}
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" className="min-h-8!" onClick={() => copy(code)}>
          {copyWords[outcome]}
        </Button>
        <Button className="min-h-8!" onClick={() => saveFile(fileNames[language], code, 'text/plain')}>
          {t.code.save}
        </Button>
        <span className="font-mono text-small text-faint">{t.code.needs[language]}</span>
      </div>
    </div>
  )
}
