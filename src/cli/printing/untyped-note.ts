import type { Terminal } from '../terminal.ts'
import { count } from './count.ts'

/** Says how many files no project has, where types were asked for: their answers rest on the text alone. */
export function tellUntyped(files: readonly { readonly isTyped?: boolean }[], terminal: Terminal): void {
  const untyped = files.filter(({ isTyped }) => isTyped === false).length
  if (untyped === 0) return
  const verb = untyped === 1 ? 'is' : 'are'
  terminal.note(`${untyped} of ${count(files.length, 'file')} ${verb} in no tsconfig, and ${verb} judged without types`)
}
