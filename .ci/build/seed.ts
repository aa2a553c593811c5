import { configureGlobal } from 'fast-check'

/**
 * Generated tests take the same road in every run, so that what is green stays green: `PARLEY_SEED` names another, and
 * `PARLEY_SEED=random` any. What a new seed finds is mended, or written down, before it becomes everybody's.
 */
const wanted = process.env['PARLEY_SEED']
if (wanted !== 'random') configureGlobal({ seed: Number(wanted ?? 20261122) })
