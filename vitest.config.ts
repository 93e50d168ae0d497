import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that start what the package ships: `dist` is built for them. */
const BUILT = ['tests/cli/**/*.test.ts', 'tests/codemods/**/*.test.ts', 'tests/package/**/*.test.ts']

/** What `#parsers` and `#compiler` mean in the sources; else it is what is built. */
const conditions = ['interleave-source']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Vitest leaves one processor free, which on two halves the speed.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        resolve: { conditions },
        ssr: { resolve: { conditions } },
        test: { name: 'sources', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...BUILT, 'tests/long/**'] },
      },
      { extends: true, test: { name: 'built', isolate: false, include: BUILT, globalSetup: ['tests/build-once.ts'] } },
    ],
  },
})
