import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { builtIn } from '../api/endpoint'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { type FieldRefusal, type Profile, fingerprint, noProfile, readProfiles } from './readProfiles'
import { currentSettings, endpointById, useSettings } from './settings'

/** What each endpoint has been seen to do, by its id and address: another server at the same place is another one. */
const profiles = createStore<Record<string, Profile>>()(() => readProfiles(loadLocal('profiles')))

onLocalChange('profiles', () => profiles.setState(readProfiles(loadLocal('profiles')), true))

const keyOf = (id: string, settings = currentSettings()) => {
  const endpoint = endpointById(id, settings)
  return endpoint && `${id} ${endpoint.baseURL}`
}

export const profileOf = (endpointId: string): Profile =>
  profiles.getState()[keyOf(endpointId) ?? ''] ?? noProfile

export function useProfile(endpointId: string): Profile {
  const key = useSettings((settings) => keyOf(endpointId, settings))
  return useStore(profiles, (all) => all[key ?? ''] ?? noProfile)
}

function keep(endpointId: string, change: (profile: Profile) => Profile) {
  const key = keyOf(endpointId)
  if (key === undefined) return
  profiles.setState(({ [key]: profile = noProfile }) => ({ [key]: change(profile) }))
  // Of endpoints that have been removed, or have moved, nothing needs to be known any more.
  const known = new Set([builtIn, ...currentSettings().endpoints].map(({ id }) => keyOf(id)))
  const kept = Object.entries(profiles.getState()).filter(([place]) => known.has(place))
  // Where the browser keeps nothing, the marks last as long as the page.
  saveLocal('profiles', { version: 1, profiles: Object.fromEntries(kept) })
}

/** Facts that a reply has shown about an endpoint. */
export const profileLearned = (endpointId: string, facts: Omit<Profile, 'fields'>): void =>
  keep(endpointId, (profile) => ({ ...profile, ...facts }))

/** A model there did not go on from the beginning of an answer. */
export const prefillRefused = (endpointId: string, model: string): void =>
  keep(endpointId, ({ noPrefill = [], ...profile }) => ({
    ...profile,
    noPrefill: [...new Set([...noPrefill, model])],
  }))

/** The reader takes back what a profile has learnt besides refused fields. */
export const profileUnlearned = (endpointId: string, fact: 'noPrefill' | 'choices'): void =>
  keep(endpointId, ({ [fact]: _gone, ...profile }) => profile)

/** The endpoint refused a field, in these words. */
export const fieldRejected = (endpointId: string, name: string, refusal: FieldRefusal): void =>
  keep(endpointId, (profile) => ({ ...profile, fields: { ...profile.fields, [name]: refusal } }))

/** The reader wants to send a field all the same. */
export const fieldForgiven = (endpointId: string, name: string): void => fieldsAccepted(endpointId, [name])

/** The endpoint answered a request with these fields: what it once refused, it now takes. */
export function fieldsAccepted(endpointId: string, names: readonly string[]): void {
  const { fields } = profileOf(endpointId)
  if (!names.some((name) => Object.hasOwn(fields, name))) return
  keep(endpointId, (profile) => ({
    ...profile,
    fields: Object.fromEntries(Object.entries(profile.fields).filter(([name]) => !names.includes(name))),
  }))
}

/** What the endpoint said about a field, if it would say it about this value too. */
export function refusalOf({ fields }: Profile, name: string, value: unknown): FieldRefusal | undefined {
  const refusal = Object.hasOwn(fields, name) ? fields[name] : undefined
  return refusal?.value === undefined || refusal.value === fingerprint(value) ? refusal : undefined
}
