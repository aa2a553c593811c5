/** What a screen may know of `usage`: every server's names for it are read in one place. */
export { readUsage } from '../tokens/readUsage'
