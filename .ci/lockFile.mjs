const groups = ['dependencies', 'devDependencies', 'optionalDependencies']

/**
 * What is wrong with a package-lock.json, in sentences. npm leaves out an optional package which the registry lacks,
 * says nothing, and then refuses the lock file on the platform that needs it.
 */
export function lockFileProblems(lock, manifest) {
  const packages = lock.packages ?? {}
  const problems = []

  for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
    for (const name of Object.keys(optionalDependencies))
      if (!resolves(packages, path, name))
        problems.push(`${path || 'The project'} wants ${name}, which has no entry.`)

  for (const group of groups)
    for (const name of new Set([
      ...Object.keys(manifest[group] ?? {}),
      ...Object.keys(packages['']?.[group] ?? {}),
    ])) {
      const asked = manifest[group]?.[name]
      const locked = packages['']?.[group]?.[name]
      if (asked !== locked)
        problems.push(
          `package.json has ${name} ${asked ?? 'nowhere'} in ${group}, the lock file ${locked ?? 'nowhere'}.`,
        )
    }
  return problems
}

/** Looks where Node would: beside the package's own node_modules, then in every one above it. */
function resolves(packages, path, name) {
  for (let folder = path; ; folder = parent(folder)) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

const parent = (path) => path.slice(0, Math.max(path.lastIndexOf('/node_modules/'), 0))
