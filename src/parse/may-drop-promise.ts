/** `forEach(`, `map(`; a comment, or types, may stand in between. */
const CALL = /\b(?:forEach|map)\b\s*(?:\?\.\s*)?[</(]/g
/** `(x) =>`, `x =>`, `function`: what begins like this is no async function, and no name of one. */
const NOT_ASYNC = /\s*(?:[\w$]+\s*=>|function\b|\(\s*(?:\)|[{[]|\.\.\.|[\w$]+\s*(?:[,:?=]|\)\s*(?:=>|:))))/y

/** Whether a file with this text could hand an async function to `forEach` or `map`. Only `true` costs a parse. */
export function mayDropPromise(text: string): boolean {
  if (!/\basync\b/.test(text)) return false
  for (const { 0: call, index } of text.matchAll(CALL)) {
    NOT_ASYNC.lastIndex = index + call.length
    if (!call.endsWith('(') || !NOT_ASYNC.test(text)) return true
  }
  return false
}
