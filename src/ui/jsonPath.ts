/** A place in a JSON value as people write it: `$.people[0]["first name"]`; `$` is the whole. */
export function jsonPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((before, step) => before + written(step), '$')
}

function written(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}
