import { diagramSettings } from './diagramSettings'
import { harmlessSvg } from './harmlessSvg'
import policy from './diagramPolicy.html?url'
import sandbox from './diagramSandbox.html?raw'

/** What a diagram may cost, whoever wrote it: letters, milliseconds, and letters of the picture. */
const longest = 20_000
const patience = 20_000
const largest = 4_000_000

/** Why there is no picture: `fault` has the words of mermaid. */
export class DiagramError extends Error {
  readonly reason: 'long' | 'slow' | 'fault'

  constructor(reason: DiagramError['reason'], message = '') {
    super(message)
    this.reason = reason
  }
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Draws a diagram, one after the other, as a picture that needs nothing else and does nothing.
 *
 * @throws DiagramError, or the error of a load that failed
 */
export function drawDiagram(source: string, dark: boolean, signal: AbortSignal): Promise<string> {
  const drawn = last.then(() => {
    signal.throwIfAborted()
    if (source.length > longest) throw new DiagramError('long')
    return drawInSandbox({ source, settings: diagramSettings(dark) }, signal)
  })
  last = drawn.catch(() => {})
  return drawn
}

/**
 * Mermaid runs in a frame without an origin, a network or a way out, which lives as long as one picture takes. It
 * stands in another one, empty and of our origin, whose policy it takes over: under the page's own, mermaid could not
 * style what it measures. The rest of its policy it brings along.
 */
async function drawInSandbox(question: object, signal: AbortSignal): Promise<string> {
  // oxlint-disable-next-line react/iframe-missing-sandbox -- of our own origin and empty: what stands in it has one
  const outer = document.createElement('iframe')
  outer.className = 'diagram-frame'
  outer.title = 'Mermaid'
  outer.inert = true
  outer.src = policy
  try {
    const [{ default: library }, inner] = await Promise.all([
      import('mermaid/dist/mermaid.min.js?raw'),
      loaded(outer, document.body).then(() => openSandbox(outer.contentDocument!)),
    ])
    const answer = await ask(inner, { ...question, library }, signal)
    // The parser of the frame, since the page may forbid its own to read texts.
    return harmlessSvg(answer, new outer.contentDocument!.defaultView!.DOMParser())
  } finally {
    outer.remove()
  }
}

async function openSandbox(home: Document): Promise<HTMLIFrameElement> {
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the next line has it
  const frame = home.createElement('iframe')
  frame.sandbox.add('allow-scripts')
  frame.width = '1280'
  frame.height = '800'
  frame.srcdoc = sandbox.replaceAll('%nonce%', crypto.getRandomValues(new Uint32Array(4)).join('-'))
  await loaded(frame, home.body)
  return frame
}

const loaded = (frame: HTMLIFrameElement, home: HTMLElement) =>
  new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true })
    home.append(frame)
  })

const textIn = (answer: unknown, name: string): string | undefined => {
  const value: unknown = Reflect.get(Object(answer), name)
  return typeof value === 'string' ? value : undefined
}

function ask(frame: HTMLIFrameElement, question: object, signal: AbortSignal): Promise<string> {
  const { port1, port2 } = new MessageChannel()
  return new Promise<string>((resolve, reject) => {
    const hurry = AbortSignal.any([signal, AbortSignal.timeout(patience)])
    hurry.addEventListener('abort', () => reject(signal.aborted ? signal.reason : new DiagramError('slow')))
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const svg = textIn(data, 'svg')
      if (svg && svg.length <= largest) resolve(svg)
      else reject(new DiagramError('fault', textIn(data, 'fault')?.slice(0, 2000)))
    })
    port1.start()
    frame.contentWindow!.postMessage(question, '*', [port2])
  }).finally(() => port1.close())
}
