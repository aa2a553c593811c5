import type { Parameters } from '../protocol/wire'

/** Fields that the API takes only together, so that setting one changes the other too. */
export function changesWith(name: string, value: unknown, parameters: Parameters): Record<string, unknown> {
  const change = { [name]: value }
  // "logprobs must be set to true if this parameter is used."
  if (name === 'top_logprobs' && value !== undefined) return { ...change, logprobs: true }
  if (name === 'logprobs' && value !== true && parameters.top_logprobs !== undefined)
    return { ...change, top_logprobs: undefined }
  // "Only set this when you set stream: true."
  if (name === 'stream' && value !== true) return { ...change, stream_options: undefined }
  // "tool_choice is only allowed when tools are specified."
  if (name === 'tools' && value === undefined && parameters.tool_choice !== undefined)
    return { ...change, tool_choice: undefined }
  return change
}
