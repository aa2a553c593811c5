import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { earlyScript } from './build/earlyScript.ts'
import { contentSecurityPolicy } from './build/policy.ts'
import { serviceWorker } from './build/serviceWorker.ts'
import { singleFile } from './build/singleFile.ts'
import { words } from './build/words.ts'

export default defineConfig(({ mode }) => ({
  // Relative addresses, so that the build runs from any folder of any static host.
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    words,
    ...(mode === 'single' ? [singleFile] : [earlyScript, contentSecurityPolicy, serviceWorker]),
  ],
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
}))
