import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { en } from './src/words/en.ts'

/**
 * What the page may do. Scripts and styles come from the build alone; nothing is evaluated, framed or embedded.
 * `connect-src` has to stay wide, because the reader types the endpoint. Only the build carries the policy:
 * the dev server injects inline scripts of its own.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures of other origins are only ever loaded after a click; `connect-src` is as wide anyway.
  "img-src 'self' data: blob: https:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ')

const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: (html) => ({
    html,
    tags: [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
        injectTo: 'head-prepend',
      },
    ],
  }),
}

/** The few words that stand in the page before the program does, out of the catalogue: `%composer.label%`. */
const words: Plugin = {
  name: 'words',
  transformIndexHtml: (html) =>
    html.replace(/%([\w.]+)%/g, (_, path: string) => {
      const word = path.split('.').reduce<unknown>((at, name) => Object(at)[name], en)
      if (typeof word !== 'string') throw new Error(`There is no word called ${path}.`)
      return word
    }),
}

export default defineConfig({
  // Relative addresses, so that the build runs from any folder of any static host.
  base: './',
  plugins: [react(), tailwindcss(), words, contentSecurityPolicy],
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  // Workers load what they need when they need it, as the page does.
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  // Generous, because a busy machine is no reason to fail: no test waits on time.
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    environment: 'node',
    // By itself Vitest leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
  },
})
