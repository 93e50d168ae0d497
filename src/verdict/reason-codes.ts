/** Why a form must stay as it is (`serial`). */
export const SERIAL_CODES = [
  'carried-value',
  'carried-collection',
  'early-exit',
  'retry',
  'poll',
  'pacing',
  'batching',
  'stateful-receiver',
  'transaction',
  'ordered-effect',
  'interactive',
  'worker-loop',
  'stream',
  'shared-argument',
  'rollback',
  'author-says',
  'same-call',
  'already-started',
  'queue-grows',
  'source-changes',
  'test-code',
] as const

/** Why nothing could be told (`unknown`). */
export const UNKNOWN_CODES = ['unknown-alias'] as const

/** What speaks for an overlap, or takes away from its confidence. */
export const POSITIVE_CODES = [
  'nothing-carried',
  'value-used',
  'value-discarded',
  'callee-reads',
  'callee-writes-own-place',
  'callee-unknown',
  'callee-named-like-write',
  'callee-keeps-state',
  'collected-in-order',
  'rest-in-order',
  'element-written',
] as const

/**
 * What is said of forms that are no loops: why they are as they should be, why it could not be told, and what speaks
 * for the repair or takes away from its confidence. Some of the codes of loops are given too.
 */
export const FORM_CODES = [
  'needs-earlier',
  'for-effect',
  'guard',
  'repeats',
  'changes-seen',
  'stands-between',
  'few-awaits',
  'none-needs-other',
  'writes-apart',
  'handled',
  'passed-on',
  'few-elements',
  'limited',
  'maybe-not-started',
  'other-receiver',
  'no-known-io',
  'no-handler',
  'surely-promise',
  'likely-promise',
  'waits-at-times',
  'promise-dropped',
  'handles-failure',
  'receiver-unknown',
  'never-waits',
  'unbounded',
  'does-io',
  'constant-list',
  'snapshot',
  'used-otherwise',
  'callback-sees-array',
  'unread-effects',
  'stage-order',
  'whole-walk',
  'source-unknown',
  'pure-waste',
  'new-array',
  'stops-early',
  'kind-unknown',
  'may-have-holes',
  'array-used',
  'callers-unseen',
  'no-local-caller',
  'caller-keeps-array',
  'caller-discards',
  'caller-changes-source',
  'producer-has-effects',
  'holds-resource',
  'fails-late',
  'changes-later',
  'little-gained',
  'callers-walk',
  'caller-may-stop',
  'values-arrive',
  'walks-tree',
  'any-length',
  'producer-unknown',
  'caller-unknown',
  'stage-has-effect',
  'consumer-changes',
  'one-text',
  'no-plain-array',
  'costly-stage',
  'cheap-stages',
  'only-counted',
  'copied-each-turn',
  'counted-with',
  'partial-results',
] as const

/** Why a finding has no rewrite (`refused`). */
export const REFUSAL_CODES = [
  'needs-limiter',
  'needs-target',
  'adds-undefined',
  'sees-index',
  'partial-state',
  'releases-used',
  'loses-narrowing',
  'loses-comment',
  'element-after-loop',
  'declares-var',
  'reassigns-head',
  'promise-elements',
  'cut-inside-try',
  'appends-before',
  'yields',
  'keeps-exit',
  'no-array',
  'does-not-parse',
  'unsupported-form',
  'unsafe-capture',
  'not-async',
  'waits-for-others',
  'needs-command',
  'written-type',
  'loses-type',
] as const

export type ReasonCode =
  | (typeof SERIAL_CODES)[number]
  | (typeof FORM_CODES)[number]
  | (typeof UNKNOWN_CODES)[number]
  | (typeof POSITIVE_CODES)[number]
  | (typeof REFUSAL_CODES)[number]

export type RefusalCode = (typeof REFUSAL_CODES)[number]
