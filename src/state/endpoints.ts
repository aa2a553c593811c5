/** What a screen may know of endpoints; calling them is not among it. */
export { type Endpoint, builtIn, checkBaseURL, mostChoices, originOf } from '../api/endpoint'
export { type PrefillStyle, prefillOf, prefillStyles } from '../api/prefill'
