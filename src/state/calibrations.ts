import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RequestBody } from '../protocol/wire'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import {
  type Calibrations,
  type Observation,
  modelKey,
  observe,
  readCalibrations,
  withObservation,
  writeCalibrations,
} from '../tokens/calibrate'
import { estimateTokens, imagesIn, messagesOf, uncountedParts } from '../tokens/estimateTokens'

/** What the last counted prompt of each model taught about estimating it. */
const store = createStore<{ all: Calibrations }>()(() => ({
  all: readCalibrations(loadLocal('calibration')),
}))

onLocalChange('calibration', () => store.setState({ all: readCalibrations(loadLocal('calibration')) }))

export const useCalibration = (endpoint: string, model: string | undefined): Observation | undefined =>
  useStore(store, ({ all }) => all.get(modelKey(endpoint, model)))

/** Somebody has counted the tokens of a request. Pictures and sounds are guesses, from which nothing is learnt. */
export function promptCounted(endpoint: string, body: RequestBody, tokens: unknown): void {
  const messages = messagesOf(body)
  if (messages.some((message) => imagesIn(message) + uncountedParts(message) > 0)) return
  const seen = observe(estimateTokens(messages, body), tokens)
  if (!seen) return
  store.setState(({ all }) => ({ all: withObservation(all, modelKey(endpoint, body.model), seen) }))
  // Where the browser keeps nothing, the next count teaches the same again.
  saveLocal('calibration', writeCalibrations(store.getState().all))
}
