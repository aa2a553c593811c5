/** The squares of a code while they are drawn (ISO/IEC 18004, section 7). */
export class Grid {
  readonly squares: boolean[][]
  readonly #fixed: boolean[][]
  readonly #version: number
  readonly #size: number

  constructor(version: number) {
    this.#version = version
    this.#size = version * 4 + 17
    const empty = () =>
      Array.from({ length: this.#size }, () => Array.from({ length: this.#size }, () => false))
    this.squares = empty()
    this.#fixed = empty()
  }

  #set(x: number, y: number, dark: boolean) {
    this.squares[y]![x] = dark
    this.#fixed[y]![x] = true
  }

  /** All that does not depend on the data: the three corners, the lines between, the small squares, the version. */
  drawFixed() {
    for (let at = 0; at < this.#size; at++) {
      this.#set(6, at, at % 2 === 0)
      this.#set(at, 6, at % 2 === 0)
    }
    const last = this.#size - 4
    for (const [x, y] of [
      [3, 3],
      [last, 3],
      [3, last],
    ] as const)
      this.#drawCorner(x, y)
    const places = this.#alignment()
    for (const x of places)
      for (const y of places) {
        const atCorner = (x === 6 && (y === 6 || y === last - 3)) || (x === last - 3 && y === 6)
        if (!atCorner) this.#drawSmall(x, y)
      }
    this.#drawVersion()
  }

  #drawCorner(x: number, y: number) {
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const far = Math.max(Math.abs(dx), Math.abs(dy))
        const [column, row] = [x + dx, y + dy]
        if (column >= 0 && row >= 0 && column < this.#size && row < this.#size)
          this.#set(column, row, far !== 2 && far !== 4)
      }
  }

  #drawSmall(x: number, y: number) {
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++) this.#set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  }

  #alignment(): number[] {
    if (this.#version === 1) return []
    const count = Math.floor(this.#version / 7) + 2
    const step = Math.floor((this.#version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
    return [6, ...Array.from({ length: count - 1 }, (_, at) => this.#size - 7 - (count - 2 - at) * step)]
  }

  #drawVersion() {
    if (this.#version < 7) return
    let rest = this.#version
    for (let bit = 0; bit < 12; bit++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
    const bits = (this.#version << 12) | rest
    for (let bit = 0; bit < 18; bit++) {
      const dark = ((bits >> bit) & 1) === 1
      const [far, near] = [this.#size - 11 + (bit % 3), Math.floor(bit / 3)]
      this.#set(far, near, dark)
      this.#set(near, far, dark)
    }
  }

  /** The level of correction, L, and which mask lies over the data. */
  drawFormat(mask: number) {
    const data = (1 << 3) | mask
    let rest = data
    for (let bit = 0; bit < 10; bit++) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
    const bits = ((data << 10) | rest) ^ 0x5412
    const dark = (bit: number) => ((bits >> bit) & 1) === 1
    for (let bit = 0; bit <= 5; bit++) this.#set(8, bit, dark(bit))
    this.#set(8, 7, dark(6))
    this.#set(8, 8, dark(7))
    this.#set(7, 8, dark(8))
    for (let bit = 9; bit < 15; bit++) this.#set(14 - bit, 8, dark(bit))
    for (let bit = 0; bit < 8; bit++) this.#set(this.#size - 1 - bit, 8, dark(bit))
    for (let bit = 8; bit < 15; bit++) this.#set(8, this.#size - 15 + bit, dark(bit))
    this.#set(8, this.#size - 8, true)
  }

  /** The words, from the lower right in columns of two, up and down; then the mask over all that is not fixed. */
  drawWords(words: readonly number[], mask: (x: number, y: number) => boolean) {
    let bit = 0
    for (let right = this.#size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5
      for (let step = 0; step < this.#size; step++) {
        const y = ((right + 1) & 2) === 0 ? this.#size - 1 - step : step
        for (const x of [right, right - 1]) {
          if (this.#fixed[y]![x]) continue
          const dark = (((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
          bit += 1
          this.squares[y]![x] = dark !== mask(x, y)
        }
      }
    }
  }
}

/** How hard a code is to read (ISO/IEC 18004, section 7.8.3): runs, blocks, what looks like a corner, imbalance. */
export function penaltyOf(squares: readonly (readonly boolean[])[]): number {
  const size = squares.length
  const columns = squares.map((_, x) => squares.map((row) => row[x]!))
  let penalty = 0
  for (const line of [...squares, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('')
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) penalty += run.length - 2
    for (let at = 0; at + 11 <= size; at++) {
      const piece = text.slice(at, at + 11)
      if (piece === '10111010000' || piece === '00001011101') penalty += 40
    }
  }
  let dark = 0
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const here = squares[y]![x]!
      if (here) dark += 1
      if (
        x &&
        y &&
        here === squares[y]![x - 1] &&
        here === squares[y - 1]![x] &&
        here === squares[y - 1]![x - 1]
      )
        penalty += 3
    }
  return penalty + 10 * Math.floor(Math.abs((dark * 20) / (size * size) - 10))
}
