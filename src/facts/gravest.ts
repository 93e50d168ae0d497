/**
 * Of the answers to several parts the one that stands first in the order; the last of the order where there is no part.
 * No more is asked once the first of all is met.
 */
export function gravest<Part, Answer>(
  parts: readonly Part[],
  order: readonly [Answer, ...Answer[]],
  ask: (part: Part) => Answer,
): Answer {
  const found = new Set<Answer>()
  for (const part of parts) {
    const answer = ask(part)
    if (answer === order[0]) return answer
    found.add(answer)
  }
  return order.find((answer) => found.has(answer)) ?? order.at(-1)!
}
