import { createRequire } from 'node:module'

/** Version of this package. Its own name leads to its package.json from the sources and from the built files alike. */
export function packageVersion(): string {
  const require = createRequire(import.meta.url)
  return (require('eslint-plugin-interleave/package.json') as { version: string }).version
}
