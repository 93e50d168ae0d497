/** What is to become of one file; texts without a byte-order mark. */
export interface Change {
  /** What is printed. */
  readonly path: string
  readonly absolute: string
  readonly before: string
  readonly after: string
}
