import type { ConversationId, Message } from '../conversation/Message'
import { useFactOf } from '../state/conversations'
import { canBeExamined } from '../state/diagnosis'
import { hasFailedHere } from '../state/failedHere'
import { addressMended, canBeMended, modelMended } from '../state/mendEndpoint'
import { settingsOpened } from '../state/panels'
import { useIsRunning } from '../state/runs'
import { useSettings } from '../state/settings'
import { Diagnosis } from './Diagnosis'

interface Props {
  conversation: ConversationId
  message: Message
}

/** Why a reply failed, where asking the endpoint can tell: by itself if it has just failed, else when it is wished. */
export function MessageDoctor({ conversation, message }: Props) {
  const id = useFactOf(conversation, 'endpoint')
  const endpoint = useSettings(({ endpoints }) => endpoints.find((one) => one.id === id))
  const running = useIsRunning(conversation)
  const { error, run } = message
  // The conversation may have gone to another endpoint since.
  if (!error || !run || !endpoint || endpoint.name !== run.endpoint) return null
  const failure = { endpoint, error, model: run.model ?? undefined }
  if (!canBeExamined(failure)) return null
  return (
    <Diagnosis
      id={`${run.id} ${error.kind} ${error.status ?? ''} ${endpoint.baseURL}`}
      failure={failure}
      unasked={hasFailedHere(run.id)}
      disabled={running}
      {...(canBeMended(endpoint.id) && {
        onAddress: (baseURL) => void addressMended(conversation, message.id, endpoint.id, baseURL),
      })}
      onSettings={() => settingsOpened()}
      onModel={(model) => void modelMended(conversation, message.id, model)}
    />
  )
}
