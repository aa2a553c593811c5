import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The models that each endpoint last listed, by the endpoint's id: what the page can know without asking again. */
const lists = createStore<Record<string, string[]>>()(() => ({}))

export const listedModels = (endpoint: string) => lists.getState()[endpoint]
export const useListedModels = (endpoint: string) => useStore(lists, (all) => all[endpoint])
export const modelsListed = (endpoint: string, ids: string[]) => lists.setState({ [endpoint]: ids })
