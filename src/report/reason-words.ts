import type { Reason } from '../verdict/verdict.ts'
import type { ReasonCode } from '../verdict/reason-codes.ts'

type Words = (data: Readonly<Record<string, string>>) => string

/** One sentence for each reason code; the only place where reasons become words. */
const WORDS: Readonly<Record<ReasonCode, Words>> = {
  'carried-value': ({ name }) => `A turn needs \`${name}\` as the turn before left it.`,
  'carried-collection': ({ name }) => `A turn reads or changes \`${name}\`, which other turns change.`,
  'early-exit': ({ name }) =>
    name ? `\`${name}\` ends the loop by what was awaited.` : 'What was awaited decides whether the loop goes on.',
  retry: () => 'The loop tries again until an attempt succeeds.',
  poll: ({ name }) => `The loop waits with \`${name}\` and looks again.`,
  pacing: ({ name }) => `\`${name}\` spaces the turns in time.`,
  batching: () => 'The turns are batches, each of which runs at once already.',
  'stateful-receiver': ({ name }) => `\`${name}\` serves one call at a time.`,
  transaction: ({ name }) => `\`${name}\` is one transaction or session, which runs one call at a time.`,
  'ordered-effect': ({ name }) => `The order in which \`${name}\` runs can be seen from outside.`,
  interactive: ({ name }) => `\`${name}\` asks a person.`,
  'worker-loop': () => 'Many of these loops run at once already.',
  stream: ({ name }) => `\`${name}\` reads a stream, piece by piece.`,
  'shared-argument': ({ name, callee }) =>
    `\`${callee}\` is handed \`${name}\`, which it may fill in the order of the turns.`,
  rollback: () => 'A failure takes back what the turns did, so none may still be running.',
  'author-says': ({ comment }) => `A comment gives a reason for the order: "${comment}".`,
  'same-call': () => 'The turns do not use the element: they repeat one operation.',
  'already-started': () => 'The loop awaits promises that were started before it.',
  'queue-grows': () => 'The turns add to the queue that the loop drains.',
  'source-changes': () => 'The turns change the collection that the loop walks.',
  'test-code': () => 'Test code runs step by step.',
  'unknown-alias': ({ name }) => `What \`${name}\` changes may be shared by the turns.`,
  handled: () => 'The promise has a handler of its own, or does not fail.',
  'passed-on': ({ name }) => `\`${name}\` is handed to other code, which may handle its failure.`,
  'few-elements': () => 'The list has few elements, or as many as the code says.',
  limited: ({ name }) => `\`${name}\` limits how many calls run at once.`,
  'no-known-io': () => 'That the calls use files, the network, a database or processes is not known.',
  'maybe-not-started': () => 'What is awaited may be no promise, or a query that starts only when it is awaited.',
  'other-receiver': ({ name }) => `What \`${name}\` does with the promise of its callback is not known.`,
  'nothing-carried': () => 'No turn needs what an earlier turn computes or changes.',
  'value-used': ({ name }) => `The value of \`${name}\` is used.`,
  'value-discarded': ({ name }) => `The value of \`${name}\` is thrown away, so it is awaited for its effect.`,
  'callee-reads': ({ name }) => `\`${name}\` only reads.`,
  'callee-writes-own-place': ({ name }) => `\`${name}\` writes, each turn at a place of its own.`,
  'callee-unknown': ({ name }) => `The body of \`${name}\` is not known.`,
  'callee-named-like-write': ({ name }) => `\`${name}\` is named like an operation that changes something.`,
  'callee-keeps-state': ({ name }) => `What is called keeps \`${name}\` for itself.`,
  'collected-in-order': () => 'The values are only collected, in order.',
  'rest-in-order': () => 'What follows the awaited work keeps its order.',
  'element-written': () => 'A turn changes only its own element.',
  'no-handler': ({ name }) => `Until \`${name}\` is awaited, nothing handles its failure.`,
  'surely-promise': ({ name }) => `\`${name}\` is a promise of work that has been started.`,
  'likely-promise': ({ name }) => `\`${name}\` is awaited later, so that it is a promise by all signs.`,
  'waits-at-times': () => 'The function waits in between on some paths only.',
  'promise-dropped': ({ name }) => `\`${name}\` drops the promise that the callback gives.`,
  'handles-failure': () => 'The callback handles whatever fails in it, so that it may be meant to run on its own.',
  'receiver-unknown': ({ name }) => `That \`${name}\` is a list of the language is not known.`,
  'never-waits': () => 'The callback is async, and awaits nothing.',
  unbounded: () => 'The list may have any length, and a call for each element starts at once.',
  'does-io': ({ name }) => `\`${name}\` uses what there is a limited number of.`,
  'constant-list': ({ name }) => `\`${name}\` is by all signs a list that is written out somewhere.`,
  snapshot: ({ name }) => `\`${name}\` may change while the copy is walked, so the copy may be meant.`,
  'used-otherwise': () => 'What is done with the array takes an array.',
  'callback-sees-array': () => 'The callback may see the array itself, or more than an element and its index.',
  'unread-effects': () => 'The generator does something that is seen, which it would not do after the walk has stopped.',
  'stage-order': () => 'A callback would run by turns with what follows, and the order of both can be told.',
  'whole-walk': () => 'All elements go through every stage, which iterators do no faster.',
  'source-unknown': ({ name }) => `What \`${name}\` is is not known well enough to be walked without a copy.`,
  'pure-waste': ({ name }) => `The array is walked once, as \`${name}\` itself could be.`,
  'stops-early': ({ name }) => `\`${name}\` may stop at the first elements, but the array is built to its end.`,
  'kind-unknown': ({ name }) => `What kind of iterable \`${name}\` is is not known.`,
  'may-have-holes': ({ name }) => `\`${name}\` may have holes, which the copy fills and the method skips.`,
  'needs-target': () =>
    'The rewrite needs iterator helpers (ES2025), or loops over any iterable, which this package may not compile to or run on.',
  'needs-limiter': () =>
    'The rewrite needs `p-map`, which does not resolve from this file: install it, or set `limiter` to "p-map".',
  'partial-state': () => 'What was gathered before a failure is read after it.',
  'releases-used': () => 'What the turns use is released when the function is left.',
  'loses-narrowing': () => 'TypeScript would lose a type that a check before the loop has narrowed.',
  'loses-comment': () => 'A comment would be lost.',
  'element-after-loop': () => "The loop's variable is used after the loop.",
  'declares-var': () => 'The body declares a `var` that is visible outside.',
  'reassigns-head': () => "The body assigns the loop's variable.",
  'promise-elements': () => 'The elements may be promises, which the rewrite would await.',
  'cut-inside-try': () => "The awaited work and the rest share the turn's own `try`.",
  'appends-before': () => 'The turn appends before it awaits, which would have to wait for its order.',
  yields: () => 'The overlapped part would have to yield.',
  'keeps-exit': () => 'The loop is left from within the overlapped part.',
  'no-array': () => 'What the loop walks may be no array.',
  'does-not-parse': () => 'The rewritten text would not parse.',
  'unsupported-form': () => 'This form of loop is not rewritten.',
  'unsafe-capture': () => 'The body reads a variable that changes while the turns overlap.',
  'waits-for-others': () => 'A call may wait for another one, which would not start.',
  'not-async': () => 'The function around is not async, and not all of its callers could wait for it.',
}

/**
 * The sentence for a reason, at most about twenty words, ending with a stop; with the file and line of the code that
 * does it, where that is in a callee.
 */
export function describeReason({ code, data }: Pick<Reason, 'code' | 'data'>): string {
  const words = WORDS[code](data)
  return data['where'] ? `${words.slice(0, -1)} (${data['where']}).` : words
}
