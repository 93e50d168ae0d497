import type { LoopForm, RewriteOptions } from './rewrite.ts'

const OF_MAPS =
  'on failure: later turns have started and may outlive the function, the first rejection wins, results are lost'

/** Says what a form does and what behaves otherwise afterwards. */
export function titleOf(form: LoopForm, { concurrency }: Pick<RewriteOptions, 'concurrency'>): string {
  switch (form) {
    case 'map-bounded':
      return `Run at most ${concurrency} turns at once with \`pMap\` (${OF_MAPS}).`
    case 'map-all':
      return `Run all turns at once with \`Promise.all\` (${OF_MAPS}).`
    case 'ordered-pipeline':
      return (
        `Fetch ahead with \`pMapIterable\`, at most ${concurrency} at a time, and handle the results in order ` +
        '(later turns start before an earlier one fails).'
      )
  }
}
