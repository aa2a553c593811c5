const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map(Array.from(alphabet, (letter, value) => [letter, value]))

/** Bytes as letters that need no escape in an address (RFC 4648, section 5), without padding. */
export function toBase64url(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let letter = 0; letter <= Math.min(left, 3); letter++)
      pieces.push(alphabet[(three >> (18 - 6 * letter)) & 63]!)
  }
  return pieces.join('')
}

/** The bytes of as many letters as there are from the start; what is no such letter ends them. */
export function fromBase64url(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let size = 0
  let held = 0
  let bits = 0
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) break
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[size++] = (held >> bits) & 255
  }
  return bytes.subarray(0, size)
}

/** How many letters so many bytes take. */
export const lettersFor = (bytes: number) => Math.ceil((bytes * 4) / 3)
