/** Thrown when a run cannot be journalled, and so writes nothing; the message is one line and says what to do. */
export class JournalError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'JournalError'
  }
}
