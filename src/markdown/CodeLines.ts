import { whenIdle } from '../ui/whenIdle'
import { colourInWorker, type Colouring } from './colourInWorker'
import { paintLine } from './paintLine'

/** What a block of code shows. */
interface Shown {
  code: string
  language: string
  /** More is to come: a caret stands behind the code. */
  growing: boolean
  /** The character that its fence is made of, where the fence stands by itself; else nobody knows where it ends. */
  fence: string | undefined
}

/** Lines of long code are laid out in groups, when they come near the screen. */
const groupSize = 100
/** What a frame may spend on new lines, and a moment without work on colours, in milliseconds. */
const share = 8
const idleShare = 4

const known = new WeakMap<Element, CodeLines>()

/** The lines within a `<code>`, if they are kept here. */
export const codeLinesOf = (code: Element): CodeLines | undefined => known.get(code)

/**
 * The lines of a block of code, put beside React: code only ever grows at its end, and gets its colours line by line.
 * Each line is an element with its line break in it, so that what is selected and copied is the code as it is.
 */
export class CodeLines {
  code = ''
  growing = false
  fence: string | undefined
  private language = ''
  /** How much of the code stands in the document. */
  private written = 0
  private group!: HTMLElement
  private line!: HTMLElement
  private readonly caret = caret()
  private colouring: Colouring | undefined
  private news: Uint32Array[] = []
  private readonly waiting = new Map<string, () => void>()

  constructor(private readonly home: HTMLElement) {
    known.set(home, this)
    this.clear()
  }

  show({ code, language, growing, fence }: Shown) {
    const goesOn = this.language === language && code.slice(0, this.code.length) === this.code
    if (!goesOn || (this.code !== '' && !this.growing && code !== this.code)) this.clear()
    const changed = this.growing !== growing
    this.language = language
    this.growing = growing
    this.fence = fence
    this.grow(code.slice(this.code.length), changed)
  }

  /** More code has come, behind what there is. */
  grow(more: string, changed = false) {
    if (more === '' && !changed && this.colouring) return
    this.code += more
    if (!this.waiting.has('write')) this.write()
    if (!this.language || (!this.growing && this.code === '')) return
    this.colouring ??= colourInWorker(this.language, this, (news) => {
      this.news.push(news)
      this.paintSoon()
    })
    this.colouring.more()
  }

  close() {
    this.colouring?.end()
    this.colouring = undefined
    for (const cancel of this.waiting.values()) cancel()
    this.waiting.clear()
    this.news = []
  }

  private clear() {
    this.close()
    this.code = ''
    this.written = 0
    this.home.replaceChildren()
    this.addGroup()
  }

  private write() {
    const { code } = this
    const end = performance.now() + share
    while (this.written < code.length) {
      const lineBreak = code.indexOf('\n', this.written)
      this.extend(code.slice(this.written, lineBreak < 0 ? code.length : lineBreak + 1))
      if (lineBreak >= 0) this.addLine()
      // A few lines more make no difference; to ask for the time does.
      if (this.group.childElementCount % 16 === 1 && performance.now() > end) break
    }
    if (this.growing) this.line.append(this.caret)
    else this.caret.remove()
    if (this.written < code.length) this.later('write', inFrame, () => this.write())
  }

  private extend(text: string) {
    this.written += text.length
    const last = this.caret.parentNode === this.line ? this.caret.previousSibling : this.line.lastChild
    if (last instanceof Text) last.appendData(text)
    else this.line.prepend(text)
  }

  private addLine() {
    if (this.group.childElementCount === groupSize) this.addGroup()
    else this.line = this.group.appendChild(element('code-line'))
  }

  private addGroup() {
    this.group = element('code-lines')
    this.line = this.group.appendChild(element('code-line'))
    const before = this.home.childElementCount * groupSize
    // No counter where no numbers are shown: a document that has one counts all of them for every change.
    this.group.style.setProperty('--before', String(before))
    this.home.style.setProperty('--digits', String(Math.max(2, String(before + groupSize - 1).length)))
    this.home.append(this.group)
  }

  private paintSoon() {
    this.later('paint', whenIdle, () => this.paint())
  }

  private paint() {
    const end = performance.now() + idleShare
    while (this.news.length > 0) {
      const news = this.news[0]!
      let at = 0
      while (at < news.length) {
        const number = news[at]!
        const line = this.home.children[Math.floor(number / groupSize)]?.children[number % groupSize]
        const next = at + 2 + news[at + 1]!
        // Its line break makes a line whole; the last one is when no more will come.
        const ready = line && (line !== this.line || (!this.growing && this.written === this.code.length))
        if (!ready) break
        paintLine(line, news.subarray(at + 2, next))
        at = next
        if (performance.now() > end) break
      }
      if (at === news.length) this.news.shift()
      else {
        this.news[0] = news.subarray(at)
        break
      }
    }
    if (this.news.length > 0) this.paintSoon()
  }

  /** Does it once, soon. */
  private later(name: string, when: (work: () => void) => () => void, work: () => void) {
    if (this.waiting.has(name)) return
    const cancel = when(() => {
      this.waiting.delete(name)
      work()
    })
    this.waiting.set(name, cancel)
  }
}

function element(className: string): HTMLElement {
  const span = document.createElement('span')
  span.className = className
  return span
}

function caret(): HTMLElement {
  const span = element('caret')
  span.ariaHidden = 'true'
  return span
}

function inFrame(work: () => void): () => void {
  const frame = requestAnimationFrame(work)
  return () => cancelAnimationFrame(frame)
}
