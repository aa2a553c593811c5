import { isObject } from '../protocol/isObject'

/** What could not be read since the page began. */
const broken = new Set<string>()
let hear: (count: number) => void = () => {}

/** Calls back with how many records cannot be read, whenever there are more. */
export const onUnreadable = (listen: (count: number) => void): void => void (hear = listen)

/** Those of some records that are as they should be. The others stay where they are, and are counted. */
export function readable<Kind>(records: readonly Kind[], isWhole: (record: unknown) => boolean): Kind[] {
  const whole = records.filter(isWhole)
  if (whole.length === records.length) return whole
  const before = broken.size
  for (const record of records)
    if (!isWhole(record)) broken.add(JSON.stringify(isObject(record) ? (record['id'] ?? record) : record))
  if (broken.size > before) hear(broken.size)
  return whole
}
