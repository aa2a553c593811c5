import { crc32 } from '../links/crc32'

const encoder = new TextEncoder()

/** The checksum of a value as JSON: CRC-32 in eight hexadecimal digits. White space around values does not count. */
export const checksum = (value: unknown): string =>
  crc32(encoder.encode(JSON.stringify(value)))
    .toString(16)
    .padStart(8, '0')
