/** What a step may take of a frame, in milliseconds. */
const budget = 8
/**
 * From a small step to the next there lies so much of the time that it took: a twelfth of the page's time is given to
 * them, and where each is slow a fifth, so that not too much comes at once. Plain letters go beside them, each frame.
 */
const patience = { quick: 12, slow: 5 }
/** At least so much lies between them, in milliseconds. */
const beat = 30
/** Characters in a step, at least. */
const least = 1000

/**
 * How much of a text is shown at once, so that much text at a time holds up nothing: as much as a frame has room for,
 * by what the steps before took, and the rest in the frames that follow.
 */
export class Pace {
  private rested = 0

  /** The text that was shown last. */
  shown = ''

  /** @param most characters in a step; `room` is what the first one has: nothing is known of this page yet */
  constructor(
    private readonly most: number,
    private room = most,
  ) {}

  /** The text to show next, on the way to the one that is wanted. */
  next(wanted: string): string {
    const { shown } = this
    const from = wanted.slice(0, shown.length) === shown ? shown.length : 0
    const end = from + this.room
    if (end >= wanted.length) return wanted
    // No half of a character.
    return wanted.slice(0, /[\udc00-\udfff]/.test(wanted[end]!) ? end + 1 : end)
  }

  /** Whether it is time for another step. */
  isRested(now: number): boolean {
    return now >= this.rested
  }

  /** So many characters more have been shown, between two times. */
  took(characters: number, from: number, to: number) {
    const time = to - from
    if (characters < least)
      this.rested = from + Math.max(beat, Math.min(patience.quick * time, beat + patience.slow * time))
    const fits = characters >= least || time > budget ? (characters * budget) / time : this.room
    this.room = Math.min(this.most, Math.max(least, fits))
  }
}
