import type { Node } from '../../parse/node-types.ts'

/** Deepest nesting of questions: what takes longer chains of calls and constants is answered with null. */
const MAX_OPEN = 200

interface Answer<T> {
  readonly value: T | null
  /** Depth of the outermost question, still open, that the answer took for null; `Infinity` for none. */
  readonly restsOn: number
}

export interface Answers<T> {
  ask(node: Node, find: (node: Node) => T | null): T | null
}

/**
 * Answers about nodes, each found once. A question that comes up again while it is open (`a = f(a)`) is answered with
 * null; what rests on such an answer is kept only until the question is answered itself, so that the order of asking
 * does not count.
 */
export function createAnswers<T>(): Answers<T> {
  const kept = new Map<Node, Answer<T>>()
  const open = new Map<Node, number>()
  let restsOn = Infinity
  const find = (node: Node, depth: number, finder: (node: Node) => T | null): Answer<T> => {
    const outer = restsOn
    restsOn = Infinity
    open.set(node, depth)
    const value = finder(node)
    open.delete(node)
    const answer = { value, restsOn: restsOn < depth ? restsOn : Infinity }
    if (restsOn === depth) forget(kept, depth)
    restsOn = outer
    kept.set(node, answer)
    return answer
  }
  return {
    ask(node, finder) {
      const depth = open.size
      const isOpen = open.has(node) || depth > MAX_OPEN
      const answer = isOpen
        ? { value: null, restsOn: open.get(node) ?? 0 }
        : (kept.get(node) ?? find(node, depth, finder))
      restsOn = Math.min(restsOn, answer.restsOn)
      return answer.value
    },
  }
}

function forget<T>(kept: Map<Node, Answer<T>>, depth: number): void {
  for (const [node, answer] of kept) if (answer.restsOn >= depth && answer.restsOn !== Infinity) kept.delete(node)
}
