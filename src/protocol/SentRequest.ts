/** A request as it went out. What is secret in it stands as `***`: keys, and the values of headers that the reader added. */
export interface SentRequest {
  method: string
  url: string
  headers: [name: string, value: string][]
  body: string
}
