import { fileStyle } from './file-style.ts'
import type { Walk } from './loop-walk.ts'
import type { Parsed } from '../parse/parsed.ts'
import type { LimiterName, LoopForm, RewriteOptions } from './rewrite.ts'

/** A call around a callback that runs for every element, some at a time. */
export interface ConcurrentCall {
  readonly form: LoopForm
  /** Up to the callback: `pMap(xs, `. */
  readonly open: string
  /** After the callback: `, { concurrency: 8 })`. */
  readonly close: string
  /** Names of p-map that the text above uses. */
  readonly skip: string | null
}

/** The call that a form makes, with p-map's names spelled as `spelled` says. */
export function concurrentCall(
  form: LoopForm,
  walk: Walk,
  spelled: Readonly<Partial<Record<LimiterName, string>>>,
  options: RewriteOptions,
  parsed: Parsed,
): ConcurrentCall {
  const skip = spelled.pMapSkip ?? null
  if (form === 'map-all') return { form, open: `await Promise.all(${walk.allAtOnce}`, close: '))', skip: null }
  const limit = `concurrency: ${options.concurrency}`
  const close = `, ${fileStyle(parsed).spacedBraces ? `{ ${limit} }` : `{${limit}}`})`
  const open =
    form === 'map-bounded' ? `await ${spelled.pMap}(${walk.iterable}, ` : `${spelled.pMapIterable}(${walk.iterable}, `
  return { form, open, close, skip }
}

/** Names of the language that the call of a form mentions. */
export function globalsOf(form: LoopForm, { iterable, allAtOnce }: Walk): readonly string[] {
  const text = form === 'map-all' ? `Promise ${allAtOnce}` : iterable
  return ['Promise', 'Array', 'Object', 'Math'].filter((name) => new RegExp(`\\b${name}\\b`).test(text))
}
