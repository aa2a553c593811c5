/** The providers and local servers that an endpoint can start from; apart from `endpoints`, which the first load needs. */
export { type Preset, presets } from '../api/presets'
