/** The same range as `engines` in package.json, which npm reads but does not enforce. */
function supportsNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

export function requireNode(version = process.version) {
  if (supportsNode(version)) return
  throw new Error(
    `Parley needs Node 20.19 or later, or 22.12 or later; this is ${version}. Get one from https://nodejs.org and try again.`,
  )
}
