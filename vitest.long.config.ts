import { defineConfig } from 'vitest/config'
import { mutants } from './tests/long/mutant-plugin.ts'

const conditions = ['interleave-source']

/** What takes too long for `npm test`: `tests/long/run.mjs` starts it part by part, each told by the environment. */
export default defineConfig({
  plugins: process.env.INTERLEAVE_EVERY ? [mutants()] : [],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['tests/long/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    isolate: false,
    maxWorkers: 1,
  },
})
