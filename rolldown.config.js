import { isAbsolute } from 'node:path'
import { defineConfig } from 'rolldown'
import { globSync } from 'tinyglobby'

/** What is loaded by its path: the command, its threads, the plugin, the transforms and the parsers of `#parsers`. */
const ENTRIES = [
  'build/src/index.js',
  'build/src/cli/main.js',
  'build/src/cli/work/worker.js',
  'build/src/parse/{fast,plain}-parsers.js',
  'build/src/parse/types/{,plain-}compiler.js',
  'build/codemods/*.js',
]

/**
 * Puts some 600 modules into few files: finding and linking each of them takes half of the time that it takes to load
 * the plugin. What the package depends on stays outside.
 */
export default defineConfig({
  input: Object.fromEntries(globSync(ENTRIES).map((path) => [path.slice('build/'.length, -'.js'.length), `./${path}`])),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  platform: 'node',
  output: {
    dir: 'dist',
    // The analysis is in one of them, whose name would be that of whichever module came first.
    chunkFileNames: ({ moduleIds }) => `src/chunks/${moduleIds.length > 100 ? 'analysis' : '[name]'}.js`,
  },
})
