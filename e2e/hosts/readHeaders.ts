type Headers = Record<string, string>

/** Reads a `_headers` file, in the form of Netlify and Cloudflare: a path, then a header a line, indented. */
export function readHeaders(text: string): (path: string) => Headers {
  const rules: { path: string; headers: Headers }[] = []
  for (const line of text.split('\n')) {
    if (!line.trim() || line.startsWith('#')) continue
    const [name = '', ...value] = line.trim().split(': ')
    if (line.startsWith(' ')) rules.at(-1)!.headers[name] = value.join(': ')
    else rules.push({ path: name, headers: {} })
  }
  const fits = (rule: string, path: string) =>
    rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule
  return (path) =>
    Object.fromEntries(
      rules.filter((rule) => fits(rule.path, path)).flatMap(({ headers }) => Object.entries(headers)),
    )
}
