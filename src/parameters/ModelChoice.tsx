import { useId } from 'react'
import { builtIn } from '../state/endpoints'
import type { ConversationId } from '../conversation/Message'
import { modelChosen } from '../state/nextConversation'
import { useKeyState } from '../state/keys'
import { endpointById, useSettings } from '../state/settings'
import { useModels } from '../state/useModels'
import { Button } from '../ui/Button'
import { Combobox } from '../ui/Combobox'
import { Icon } from '../ui/Icon'
import { count, short } from '../words/numbers'
import { t } from '../words/rooms'
import { ParameterRow } from './ParameterRow'

interface Props {
  conversation: ConversationId | null
  endpoint: string
  model: string | undefined
}

/** The model: any name, with what the endpoint lists on offer. */
export function ModelChoice({ conversation, endpoint: id, model }: Props) {
  const settings = useSettings((all) => all)
  const known = endpointById(id, settings)
  const endpoint = known ?? builtIn
  const { data, isFetching, isError, refetch } = useModels(endpoint, { enabled: known !== undefined })
  const isLocked = useKeyState(endpoint) === 'locked'
  const stateId = useId()
  const state = isFetching
    ? t.parameters.loadingModels
    : isError
      ? t.parameters.modelsFailed
      : data
        ? t.parameters.models(count(data.length))
        : isLocked
          ? t.vault.modelsLocked
          : ''
  return (
    <ParameterRow
      name="model"
      about={t.parameters.about.model}
      unset={!model}
      onUnset={() => modelChosen(conversation, undefined)}
    >
      {({ label, about }) => (
        <>
          <div className="mt-1 flex gap-1">
            <Combobox
              labelledBy={label}
              describedBy={`${about} ${stateId}`}
              value={model ?? ''}
              placeholder={t.parameters.modelPlaceholder}
              none={isFetching ? t.parameters.loadingModels : t.parameters.noModels}
              options={(data ?? []).map(({ id: value, context_length }) => ({
                value,
                ...(context_length && { detail: t.parameters.context(short(context_length)) }),
              }))}
              onChange={(value) => modelChosen(conversation, value)}
            />
            <Button
              look="plain"
              aria-label={t.parameters.refreshModels}
              title={t.parameters.refreshModels}
              onClick={() => void refetch()}
            >
              <Icon name="refresh" className={isFetching ? 'motion-safe:animate-spin' : ''} />
            </Button>
          </div>
          {/* A line of its own, so that nothing moves when the list comes. */}
          <p id={stateId} className="min-h-[1lh] truncate text-small text-faint">
            {state}
          </p>
        </>
      )}
    </ParameterRow>
  )
}
