import type { Turn } from './generation'

/** The fields that the messages ask for, as JSON; null when they ask for none. */
export const extract = (_messages: readonly Turn[]): string | null => null
