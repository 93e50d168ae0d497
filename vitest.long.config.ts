import { defineConfig } from 'vitest/config'
import { mutant } from './tests/long/mutant-plugin.ts'

const MUTANT = process.env.INTERLEAVE_MUTANT
const conditions = ['interleave-source']

/** What takes too long for `npm test`: `tests/long/run.mjs` starts it part by part, each told by the environment. */
export default defineConfig({
  plugins: [mutant(MUTANT)],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: MUTANT === undefined ? ['tests/long/**/*.test.ts'] : ['tests/verdict/*-codes.test.ts', 'tests/shapes/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    isolate: false,
    maxWorkers: 1,
    bail: MUTANT === undefined ? 0 : 1,
  },
})
