/** What a scenario wants done with the socket, in order. When the steps run out, the answer ends. */
export type Step =
  | { type: 'head'; status: number; headers: Record<string, string>; cors: boolean }
  | { type: 'write'; data: string | Uint8Array; tokens: number }
  | { type: 'pause'; ms: number }
  | { type: 'hold'; gate: string }
  | { type: 'destroy' }

export const head = (status: number, headers: Record<string, string> = {}, cors = true): Step => ({
  type: 'head',
  status,
  headers,
  cors,
})

/** `tokens` says how much of the answer these bytes carry; speed and gates are counted in them. */
export const write = (data: string | Uint8Array, tokens = 0): Step => ({ type: 'write', data, tokens })

export const pause = (ms: number): Step => ({ type: 'pause', ms })

/** Waits until the test releases the gate. */
export const hold = (gate: string): Step => ({ type: 'hold', gate })

/** Breaks the connection off, after the bytes before it have left. */
export const destroy: Step = { type: 'destroy' }
