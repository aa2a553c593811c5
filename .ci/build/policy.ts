import type { Plugin } from 'vite'

/**
 * What the page may do. Scripts and styles come from the build alone; nothing is evaluated or embedded.
 * `connect-src` has to stay wide, because the reader types the endpoint. What becomes a script by its address, a worker,
 * goes through the one Trusted Types policy, which `early.js` makes.
 */
export const policyOf = (scripts = "'self'", styles = "'self'", workers = "'self'"): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    // Pictures of other origins are only ever loaded after a click; `connect-src` is as wide anyway.
    "img-src 'self' data: blob: https:",
    "font-src 'self'",
    "manifest-src 'self'",
    `worker-src ${workers}`,
    // Diagrams are drawn in a frame within an empty page of the build (src/markdown/drawDiagram).
    "frame-src 'self'",
    "connect-src 'self' https: http:",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')

/**
 * The policy as hosts send it, with the page and not with `diagramPolicy.html`, which has one of its own: a header can
 * also forbid framing, which a meta tag cannot.
 */
export const headerPolicy = `${policyOf()}; frame-ancestors 'none'`

export const policyTag = (content: string) => ({
  tag: 'meta',
  attrs: { 'http-equiv': 'Content-Security-Policy', content },
  injectTo: 'head-prepend' as const,
})

/** Puts the policy into the built page. The dev server injects inline scripts of its own, so it has none. */
export const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (html) => ({ html, tags: [policyTag(policyOf())] }),
}
