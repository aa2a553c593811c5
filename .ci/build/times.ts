/**
 * How often a generated test runs that takes long: so many times whenever the tests run, and `PARLEY_RUNS` times as
 * often for who looks further.
 */
export const times = (often: number): number => often * Number(process.env['PARLEY_RUNS'] ?? 1)
