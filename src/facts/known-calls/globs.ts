import { reads, rowsOf, type RowFacts } from './row-maker.ts'
import type { KnownCallRow, RowCondition } from './row.ts'

const FAST_GLOB = 'https://github.com/mrmlnc/fast-glob#readme'
const GLOBBY = 'https://github.com/sindresorhus/globby#readme'
const TINY = 'https://github.com/SuperchupuDev/tinyglobby#readme'
const GLOB = 'https://github.com/isaacs/node-glob#readme'

const off = (option: string): RowCondition => ({ argument: 1, option, in: ['false'], absent: true })
const on = (option: string): RowCondition => ({ argument: 1, option, in: ['true'], absent: true })

/** Only files are listed, each once: no name is below another. */
const FILES_ONLY = [off('objectMode'), off('stats'), off('onlyDirectories'), on('onlyFiles'), on('unique')]

/** A listing of names, asked at once or later; objects instead of names only where the options say so. */
const listing = (...named: readonly Partial<RowFacts>[]): readonly RowFacts[] =>
  [...named.map((facts) => ({ returns: 'string[]', ...facts })), { returns: 'Array' }].map((facts) => ({
    effects: reads('file-system'),
    fresh: true,
    ...facts,
  }))

const OF_FAST_GLOB = listing({ distinct: 'flat', when: FILES_ONLY }, { when: [off('objectMode'), off('stats')] })
const OF_GLOB = listing({ distinct: 'always', when: off('withFileTypes') })

const later = ({ returns, ...facts }: RowFacts): RowFacts => ({ ...facts, returns: `Promise<${returns}>` })

/** Functions that list the files which fit a pattern. */
export const GLOBS: readonly KnownCallRow[] = [
  ...OF_FAST_GLOB.flatMap((facts) => [
    rowsOf('fast-glob', FAST_GLOB)('', 'default async glob', later(facts)),
    rowsOf('fast-glob', FAST_GLOB)('', 'sync globSync', facts),
    rowsOf('globby', GLOBBY)('', 'default globby', later(facts)),
    rowsOf('globby', GLOBBY)('', 'sync globbySync', facts),
    rowsOf('tinyglobby', TINY)('', 'glob', later(facts)),
    rowsOf('tinyglobby', TINY)('', 'globSync', facts),
  ]),
  ...OF_GLOB.flatMap((facts) => [
    rowsOf('glob', GLOB)('', 'glob', later(facts)),
    rowsOf('glob', GLOB)('', 'globSync sync glob.sync', facts),
  ]),
  // Before version 9 the module was the function, and called back.
  rowsOf('glob', GLOB)('', 'default', { effects: reads('file-system'), callsLater: [1, 2] }),
  rowsOf(['fast-glob', 'globby', 'tinyglobby'], FAST_GLOB)('', 'isDynamicPattern', { effects: [], returns: 'boolean' }),
  rowsOf(['fast-glob', 'globby', 'tinyglobby'], FAST_GLOB)('', 'escapePath convertPathToPattern', {
    effects: [],
    returns: 'string',
  }),
  rowsOf('glob', GLOB)('', 'escape unescape', { effects: [], returns: 'string' }),
  rowsOf('glob', GLOB)('', 'hasMagic', { effects: [], returns: 'boolean' }),
]
