export const MARK_HANDLED =
  'Keep the order and mark the promises as handled (a failure is thrown at its `await`, and ignored if that is never ' +
  'reached).'

export const AWAIT_TOGETHER =
  'Await the promises together with `Promise.all` (the first waits for the slowest, and the first failure in time is thrown).'
