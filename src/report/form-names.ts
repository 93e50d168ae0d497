import type { RewriteForm } from '../rewrite/rewrite.ts'

// An object, so that the compiler misses the name of a new form here.
const NAMES: Readonly<Record<RewriteForm, true>> = {
  'map-bounded': true,
  'map-all': true,
  'ordered-pipeline': true,
  'mark-handled': true,
  'await-together': true,
  'awaiting-loop': true,
  'drop-copy': true,
  'collection-method': true,
  'plain-loop': true,
  'merged-predicate': true,
  'count-matches': true,
  'slice-first': true,
  'fused-loop': true,
  'iterator-pipeline': true,
  generator: true,
  'grow-in-place': true,
  'map-instead': true,
  'counting-loop': true,
  'grouped-awaits': true,
}

/** Every form that a rewrite can take. */
export const FORM_NAMES = Object.keys(NAMES) as readonly RewriteForm[]
