/** Long enough for any host, in milliseconds: the first message waits for it. */
const patience = 4000

/**
 * The text of a file that lies beside the page; undefined where there is none. A host that answers with a page for what
 * it does not have has none either. Reads no more than `most` characters of it, and one more where there are more.
 */
export async function fetchBeside(name: string, most: number): Promise<string | undefined> {
  try {
    const response = await fetch(name, {
      cache: 'no-cache',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok || response.headers.get('content-type')?.includes('html')) return undefined
    return response.body ? await beginningOf(response.body, most + 1) : ''
  } catch {
    // No network, or a host that does not answer: the page is the same without it.
    return undefined
  }
}

async function beginningOf(body: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (text.length < most) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
  }
  // Who stops reading hangs up.
  await reader.cancel()
  return text.slice(0, most)
}
