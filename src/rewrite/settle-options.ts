import type { Options } from '../options.ts'
import type { Parsed } from '../parse/parsed.ts'
import { settleLimiter } from './find-limiter.ts'
import type { RewriteOptions } from './rewrite.ts'
import { settleTarget } from './settle-target.ts'

const settled = new WeakMap<Parsed, WeakMap<Options, RewriteOptions>>()

/** What rewritten code of the file may use; found out once, as it reads `package.json` and `tsconfig.json` files. */
export function settleOptions(parsed: Parsed, options: Options): RewriteOptions {
  let byOptions = settled.get(parsed)
  if (!byOptions) settled.set(parsed, (byOptions = new WeakMap()))
  let found = byOptions.get(options)
  if (!found) {
    found = {
      concurrency: options.concurrency,
      target: settleTarget(options.target, parsed.filename),
      ...settleLimiter(options.limiter, parsed, options.addsLimiter),
    }
    byOptions.set(options, found)
  }
  return found
}
