/** `.forEach(f`, `.map(async`; not `.map((x) =>`, `.map(x =>`, `.map(function`. A comment, or types, may stand in between. */
const CALL =
  /\.\s*(?:\/[/*]|(?:forEach|map)\b\s*(?:\?\.\s*)?(?:[</]|\((?!\s*(?:[\w$]+\s*=>|function\b|\(\s*(?:\)|[{[]|\.\.\.|[\w$]+\s*(?:[,:?=]|\)\s*(?:=>|:)))))))/

/** Whether a file with this text could hand an async function to `forEach` or `map`. Only `true` costs a parse. */
export function mayDropPromise(text: string): boolean {
  return /\basync\b/.test(text) && CALL.test(text)
}
