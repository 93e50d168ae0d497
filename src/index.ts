import type { Linter, Rule } from 'eslint'
import noAsyncForEach from '../rules/no-async-for-each.ts'
import noEagerCopy from '../rules/no-eager-copy.ts'
import noEagerChain from '../rules/no-eager-chain.ts'
import noSerialAwaitInLoop from '../rules/no-serial-await-in-loop.ts'
import noSerialAwaits from '../rules/no-serial-awaits.ts'
import noStaggeredAwait from '../rules/no-staggered-await.ts'
import noUnboundedConcurrency from '../rules/no-unbounded-concurrency.ts'
import preferGenerator from '../rules/prefer-generator.ts'
import { packageVersion } from './package-version.ts'

/** A preset for `eslint.config.js`. */
export interface FlatPreset {
  name: string
  plugins: { interleave: InterleavePlugin }
  rules: Linter.RulesRecord
}

/** A preset for `.eslintrc`. */
export interface LegacyPreset {
  plugins: string[]
  rules: Linter.RulesRecord
}

/** Only switches rules off, so that it needs no plugin: neither this one nor those whose rules it names. */
export interface SilentPreset {
  name: string
  rules: Record<string, 'off'>
}

export interface InterleavePlugin {
  meta: { name: string; version: string; namespace: string }
  rules: Record<string, Rule.RuleModule>
  configs: {
    recommended: FlatPreset
    strict: FlatPreset
    all: FlatPreset
    'no-overlap': SilentPreset
    'legacy-recommended': LegacyPreset
    'legacy-strict': LegacyPreset
    'legacy-all': LegacyPreset
    'legacy-no-overlap': Pick<SilentPreset, 'rules'>
  }
}

// No `confidence` here: its default is what `recommended` means, and `settings.interleave` can still say otherwise.
const recommended: Linter.RulesRecord = {
  'interleave/no-serial-await-in-loop': 'warn',
  'interleave/no-serial-awaits': 'warn',
  'interleave/no-staggered-await': 'warn',
  'interleave/no-async-for-each': 'warn',
  'interleave/no-eager-copy': 'warn',
  'interleave/no-eager-chain': 'warn',
}

const strict: Linter.RulesRecord = {
  'interleave/no-serial-await-in-loop': ['warn', { confidence: 'possible' }],
  'interleave/no-serial-awaits': ['warn', { confidence: 'possible' }],
  'interleave/no-staggered-await': ['warn', { confidence: 'possible' }],
  'interleave/no-async-for-each': ['warn', { confidence: 'possible' }],
  'interleave/no-eager-copy': ['warn', { confidence: 'possible' }],
  'interleave/no-unbounded-concurrency': ['warn', { confidence: 'possible' }],
  'interleave/prefer-generator': ['warn', { confidence: 'possible' }],
  'interleave/no-eager-chain': ['warn', { confidence: 'possible' }],
}

/** Rules elsewhere that report, for the same reason, forms which this plugin reports; a test has the forms. */
const noOverlap: SilentPreset['rules'] = {
  'no-await-in-loop': 'off',
  'unicorn/no-useless-iterator-to-array': 'off',
  'unicorn/no-useless-spread': 'off',
  'unicorn/prefer-array-find': 'off',
  'unicorn/prefer-array-some': 'off',
  'unicorn/prefer-object-from-entries': 'off',
  'unicorn/prefer-set-size': 'off',
}

const all: Linter.RulesRecord = { ...strict }

// The plugin is part of its own flat presets, and is filled in below.
const plugins = {} as FlatPreset['plugins']

const plugin: InterleavePlugin = {
  meta: { name: 'eslint-plugin-interleave', version: packageVersion(), namespace: 'interleave' },
  rules: {
    'no-serial-await-in-loop': noSerialAwaitInLoop,
    'no-serial-awaits': noSerialAwaits,
    'no-staggered-await': noStaggeredAwait,
    'no-async-for-each': noAsyncForEach,
    'no-eager-copy': noEagerCopy,
    'no-unbounded-concurrency': noUnboundedConcurrency,
    'prefer-generator': preferGenerator,
    'no-eager-chain': noEagerChain,
  },
  configs: {
    recommended: { name: 'interleave/recommended', plugins, rules: recommended },
    strict: { name: 'interleave/strict', plugins, rules: strict },
    all: { name: 'interleave/all', plugins, rules: all },
    'no-overlap': { name: 'interleave/no-overlap', rules: noOverlap },
    'legacy-recommended': { plugins: ['interleave'], rules: recommended },
    'legacy-strict': { plugins: ['interleave'], rules: strict },
    'legacy-all': { plugins: ['interleave'], rules: all },
    'legacy-no-overlap': { rules: noOverlap },
  },
}
plugins.interleave = plugin

export default plugin
// `require` gives what is exported under this name: the eslintrc of ESLint 8 finds the plugin itself.
export { plugin as 'module.exports' }
