import { rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

/** As with `console`: the order of what is printed can be seen. */
const PRINTS: RowFacts = { effects: writes('console'), ordered: true }
const PRINTS_DETAILS: RowFacts = { ...PRINTS, forDebugging: true }

const COLOURS = 'https://github.com/chalk/chalk#readme'
const COLOURING = ['chalk', 'picocolors', 'kleur/colors', 'ansi-colors', 'colorette', 'yoctocolors']
const DETAILS = 'trace debug verbose silly'
const LEVELS = 'info http warn error fatal notice crit alert emerg log'

const debug = rowsOf('debug', 'https://github.com/debug-js/debug#readme')
const winston = rowsOf('winston', 'https://github.com/winstonjs/winston#readme')
const pino = rowsOf('pino', 'https://getpino.io/#/docs/api')
const consola = rowsOf('consola', 'https://github.com/unjs/consola#readme')
const loglevel = rowsOf('loglevel', 'https://github.com/pimterry/loglevel#readme')
const npmlog = rowsOf('npmlog', 'https://github.com/npm/npmlog#readme')
const nest = rowsOf('@nestjs/common', 'https://docs.nestjs.com/techniques/logger')
const ora = rowsOf('ora', 'https://github.com/sindresorhus/ora#readme')

/** Loggers, spinners and colours. */
export const TERMINALS: readonly KnownCallRow[] = [
  rowsOf(COLOURING, COLOURS)('', '*', { effects: [], returns: 'string' }),
  rowsOf('kleur', COLOURS)('', '*', { effects: [] }),
  rowsOf('picocolors', COLOURS)('', 'createColors', { effects: [], fresh: true }),
  rowsOf('chalk', COLOURS)('', 'hex rgb bgHex bgRgb ansi256 bgAnsi256', {
    effects: [],
    returns: 'chalk:Chalk',
    fresh: true,
  }),
  rowsOf('chalk', COLOURS)('new ', 'Chalk Instance', { effects: [], returns: 'chalk:Chalk', fresh: true }),
  rowsOf('chalk', COLOURS)('', 'Chalk() Chalk#*', { effects: [], returns: 'string' }),
  rowsOf('strip-ansi', 'https://github.com/chalk/strip-ansi#readme')('', 'default', { effects: [], returns: 'string' }),

  debug('', 'default debug', { effects: [], returns: 'debug:Debugger', fresh: true }),
  debug('', 'Debugger()', PRINTS_DETAILS),
  debug('Debugger#', 'extend', { effects: [], returns: 'debug:Debugger', fresh: true }),
  winston('', 'createLogger Logger#child', { effects: [], returns: 'winston:Logger', fresh: true }),
  winston('Logger#', DETAILS, PRINTS_DETAILS),
  winston('Logger#', LEVELS, PRINTS),
  winston('', DETAILS, PRINTS_DETAILS),
  winston('', LEVELS, PRINTS),
  pino('', 'default pino Logger#child', { effects: [], returns: 'pino:Logger', fresh: true }),
  pino('Logger#', DETAILS, PRINTS_DETAILS),
  pino('Logger#', LEVELS, PRINTS),
  consola('', 'prompt consola.prompt', { effects: writes('user'), ordered: true, interactive: true }),
  consola('', 'createConsola create withTag withDefaults consola.create consola.withTag', { effects: [], fresh: true }),
  consola('', `${DETAILS} consola.debug consola.trace consola.verbose`, PRINTS_DETAILS),
  consola('', '*', PRINTS),
  loglevel('', DETAILS, PRINTS_DETAILS),
  loglevel('', LEVELS, PRINTS),
  npmlog('', 'silly verbose', PRINTS_DETAILS),
  npmlog('', '*', PRINTS),

  ...['Logger#', 'Logger.', 'ConsoleLogger#'].flatMap((owner) => [
    nest(owner, 'debug verbose', PRINTS_DETAILS),
    nest(owner, 'log warn error fatal', PRINTS),
  ]),
  nest('new ', 'Logger ConsoleLogger', { effects: [], fresh: true }),

  ora('', 'default', { effects: [], returns: 'ora:Ora', fresh: true }),
  ora('Ora#', '*', { ...PRINTS, returns: 'ora:Ora' }),
]
