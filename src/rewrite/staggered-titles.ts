export const MARK_HANDLED =
  'Keep the order and mark the promises as handled (a failure is thrown where it is awaited; one that is never ' +
  'reached is ignored).'

export const AWAIT_TOGETHER =
  'Await them together with `Promise.all` (the first waits for the slowest, and the first failure in time is thrown).'
