import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { earlyScript } from './.ci/build/earlyScript.ts'
import { chunks } from './.ci/build/chunks.ts'
import { contentSecurityPolicy } from './.ci/build/policy.ts'
import { recoveryScript } from './.ci/build/recovery.ts'
import { serviceWorker } from './.ci/build/serviceWorker.ts'
import { singleFile } from './.ci/build/singleFile.ts'
import { times } from './.ci/build/times.ts'
import { words } from './.ci/build/words.ts'

/** Tests that hold state in modules or put something in the place of a global. */
const alone = [
  'src/{state,storage,app}/**/*.test.{ts,tsx}',
  'src/conversation/newId.test.ts',
  'src/guide/streamBody.test.ts',
  'src/markdown/{check,colour}InWorker.test.ts',
  'src/protocol/readEvents.test.ts',
]

export default defineConfig(({ mode }) => ({
  // Relative addresses, so that the build runs from any folder of any static host.
  base: './',
  plugins: [
    react(),
    tailwindcss(),
    words,
    ...(mode === 'single'
      ? [singleFile]
      : [recoveryScript, earlyScript, contentSecurityPolicy, serviceWorker]),
  ],
  resolve: {
    alias: {
      // In browsers it reads `&lt;` by `innerHTML`, which the policy refuses; for others it has a table.
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
  },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: chunks() }] } } },
  },
  // Workers load what they need when they need it, as the page does.
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  // Generous, because a busy machine is no reason to fail: no test waits on time.
  test: {
    testTimeout: times(120_000),
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    environment: 'node',
    setupFiles: ['.ci/build/seed.ts'],
    // A process for each file costs more than most files do: only those have one that need it.
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
    // By itself Vitest leaves one core free, which is half of a small machine.
    maxWorkers: '100%',
  },
}))
