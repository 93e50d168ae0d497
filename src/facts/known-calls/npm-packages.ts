import type { KnownCallRow } from './row.ts'

/** What tools for packages use: names and versions are computed, manifests are read from the registry. */
export const NPM_PACKAGES: readonly KnownCallRow[] = [
  {
    module: 'npm-package-arg',
    name: ['default', 'resolve', 'toPurl'],
    effects: [],
    returns: 'npm-package-arg:Result',
    fresh: true,
    source: 'https://github.com/npm/npm-package-arg#readme',
  },
  {
    module: 'pacote',
    name: ['manifest', 'packument', 'resolve'],
    effects: [{ does: 'read', on: 'network' }],
    async: true,
    returns: 'Promise<unknown>',
    fresh: true,
    source: 'https://github.com/npm/pacote#readme',
  },
  {
    module: 'semver',
    name: [
      'valid',
      'clean',
      'satisfies',
      'gt',
      'gte',
      'lt',
      'lte',
      'eq',
      'compare',
      'major',
      'minor',
      'patch',
      'inc',
      'coerce',
      'parse',
    ],
    effects: [],
    fresh: true,
    source: 'https://github.com/npm/node-semver#readme',
  },
  {
    module: 'slash',
    name: 'default',
    effects: [],
    returns: 'string',
    source: 'https://github.com/sindresorhus/slash#readme',
  },
]
