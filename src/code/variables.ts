import type { HeaderVariable } from './CodeRequest'

/** A name of an environment variable for the value of each header; none stands for two, or for the key. */
export function headerVariables(names: readonly string[], keyVariable: string | undefined): HeaderVariable[] {
  const taken = new Set(keyVariable ? [keyVariable] : [])
  return names.map((name) => {
    const plain = name
      .toUpperCase()
      .replace(/[^A-Z\d]+/g, '_')
      .replace(/^_+|_+$/g, '')
    // What a shell or a program gives a meaning of its own is not set on the way.
    const first = plain.includes('_') && !/^\d/.test(plain) ? plain : `HEADER_${plain}`
    let variable = first
    for (let count = 2; taken.has(variable); count++) variable = `${first}_${count}`
    taken.add(variable)
    return { name, variable }
  })
}
