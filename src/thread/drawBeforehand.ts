import { renderNow } from '../ui/renderNow'
import { Markdown } from './answerParts'
import { between } from './between'
import type { Drawing } from './createDrawing'
import { articleOf, holdsSelection, isInUse } from './focusMessage'
import { inSlices } from './inSlices'
import { labelMessages } from './labelMessages'
import { isLight } from './lightRow'

/** How many messages at the end are whole, near or not, and how many there may be in all before far ones go back. */
const atEnd = 40
const most = 120
/** How long the page may take to draw everything for paper, in milliseconds. */
const forPaper = 8000

/**
 * Draws a thread while nobody waits for it: first what is near the reader, then all the rest as light rows, so that the
 * browser can find, select, print and read out every message. What has to be there at once, because a key that looks for
 * it has been pressed or because it takes the focus, is drawn at once.
 */
export function drawBeforehand(drawing: Drawing, box: HTMLElement, list: HTMLElement, onDrawn: () => void) {
  let isMarkdownHere = false
  // Who searches the page has the focus in the browser's own field: words that it has marked are left as they are.
  let isAttended = true
  /** Groups whose messages may have got other places. */
  const misplaced = new Set<Element>()
  const work = inSlices(pieces, onDrawn)
  let isBegun = false

  const near = (screens: number) => {
    const { top, bottom, height } = box.getBoundingClientRect()
    return [top - screens * height, bottom + screens * height] as const
  }
  const groupsNear = (screens: number) => between(list, ...near(screens))
  const draw = (article: HTMLElement) => drawing.turn(article.dataset['message']!)
  const turn = (article: HTMLElement) => renderNow(() => draw(article))

  function* pieces() {
    const [from, to] = groupsNear(2)
    for (const group of drawing.all().slice(from, to)) {
      if (drawing.read(group.key).begun) continue
      renderNow(() => drawing.begin(group))
      yield
    }
    if (isMarkdownHere && isAttended)
      for (const article of lightRowsNear()) {
        if (holdsSelection(article)) continue
        turn(article)
        yield
      }
    for (const group of drawing.missing()) {
      renderNow(() => drawing.begin(group))
      yield
    }
    if (isMarkdownHere)
      for (const article of lastRows()) {
        if (!isLight(article) || holdsSelection(article)) continue
        turn(article)
        yield
      }
    for (const group of misplaced) {
      label(group)
      yield
    }
    yield* farAway()
  }

  /** Light rows within a screen of the reader, what is in sight first. */
  function lightRowsNear(): HTMLElement[] {
    const [top, bottom] = near(1)
    const [from, to] = between(list, top, bottom)
    const middle = (top + bottom) / 2
    return [...list.children]
      .slice(from, to)
      .flatMap((group) => [...group.children].slice(...between(group, top, bottom)))
      .filter(isLight)
      .map((article) => ({ article, place: article.getBoundingClientRect() }))
      .toSorted((one, other) => Math.abs(one.place.top - middle) - Math.abs(other.place.top - middle))
      .map(({ article }) => article)
  }

  const lastRows = () =>
    [...list.children]
      .slice(-2)
      .flatMap((group) => [...group.children])
      .slice(-atEnd)

  /** Whole messages that are too many, those furthest from the reader first. */
  function* farAway() {
    let whole = drawing.all().reduce((sum, { key }) => sum + drawing.read(key).whole.size, 0)
    if (whole <= most) return
    const [from, to] = groupsNear(3)
    const groups = drawing.all()
    const far = groups
      .map((group, at) => ({ group, distance: Math.max(from - at, at - to + 1) }))
      .filter(({ group, distance }) => distance > 0 && drawing.read(group.key).whole.size)
      .toSorted((one, other) => other.distance - one.distance)
    const kept = new Set(groups.slice(-2))
    for (const { group } of far) {
      if (kept.has(group)) continue
      for (const id of drawing.read(group.key).whole) {
        const article = articleOf(id)
        if (!article || isInUse(article)) continue
        renderNow(() => drawing.turnBack(id))
        if (--whole <= most) return
        yield
      }
    }
  }

  function label(group: Element) {
    misplaced.delete(group)
    const at = drawing.all()[[...list.children].indexOf(group)]
    if (!at) return
    const { above, count } = drawing.placeOf(at.key)
    labelMessages(group, above, count)
  }

  /** Every message is on the page, now. */
  const finish = () =>
    renderNow(() => {
      for (const group of drawing.missing()) drawing.begin(group)
    })

  const listening = new AbortController()
  const { signal } = listening
  const on = (type: string, listener: (event: Event) => void, target: EventTarget = window) =>
    target.addEventListener(type, listener, { signal, passive: true, capture: true })
  const attend = () => {
    isAttended = true
    work.ask()
  }
  // Not asked yet: nothing is laid out so far.
  let place = 0
  // An answer that grows scrolls a little each frame, and what is near was drawn beforehand.
  const onScroll = () => {
    if (Math.abs(box.scrollTop - place) < box.clientHeight / 4) return
    place = box.scrollTop
    work.ask()
  }
  on('scroll', onScroll, box)
  on('resize', work.ask)
  on('blur', ({ target }) => {
    if (target === window) isAttended = false
  })
  for (const type of ['focus', 'wheel', 'touchmove']) on(type, attend)
  on('keydown', (event) => {
    if (event instanceof KeyboardEvent && (event.key === 'F3' || isSearching(event))) finish()
  })
  on('beforeprint', () => {
    finish()
    const end = performance.now() + forPaper
    for (const group of list.children) {
      if (performance.now() > end) break
      const light = [...articles(group)].filter(isLight)
      if (light.length) renderNow(() => light.forEach(draw))
    }
  })
  on(
    'focusin',
    ({ target }) => {
      if (!(target instanceof Element) || !isLight(target)) return
      turn(target)
      articleOf(target.dataset['message']!)?.focus({ preventScroll: true })
    },
    list,
  )
  const withMarkdown = async () => {
    // Where it does not come, whole messages do without.
    await Markdown.load().catch(() => undefined)
    isMarkdownHere = true
    work.ask()
  }
  void withMarkdown()

  return {
    /** Messages have come or gone: those in sight have their names at once, the others soon. */
    pathChanged() {
      // Who is drawn for the first time knows their place.
      if (!isBegun) {
        isBegun = true
        return work.ask()
      }
      for (const group of list.children) misplaced.add(group)
      // To know what is in sight the page has to be laid out, which a short thread does not need.
      if (list.childElementCount > 1)
        for (const group of [...list.children].slice(...groupsNear(0))) label(group)
      if (list.lastElementChild) label(list.lastElementChild)
      work.ask()
    },
    end() {
      listening.abort()
      work.cancel()
    },
  }
}

const isSearching = ({ ctrlKey, metaKey, key }: KeyboardEvent) =>
  (ctrlKey || metaKey) && ['f', 'g', 'a', 'p'].includes(key.toLowerCase())
const articles = (inside: Element) => inside.querySelectorAll<HTMLElement>('article[data-message]')
