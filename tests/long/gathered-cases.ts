export { expect } from 'vitest'

export interface Case {
  /** With the row of a table, in which the codes stand that it is about. */
  readonly title: string
  readonly run: () => unknown
}

type Add = (title: string, body: (...row: never[]) => unknown) => void

const gathered: Case[] = []
const finishing: Array<() => unknown> = []
let around = ''

/** What the tests that were imported so far have to say. */
export function casesOf(): readonly Case[] {
  return gathered
}

export const describe = withEach((title, body) => {
  const outer = around
  around += ` ${title}`
  body()
  around = outer
})

export const test = withEach((title, body) => {
  gathered.push({ title: `${around} ${title}`, run: () => finish(body) })
})

export function onTestFinished(callback: () => unknown): void {
  finishing.push(callback)
}

async function finish(body: () => unknown): Promise<void> {
  try {
    await body()
  } finally {
    for (const callback of finishing.splice(0)) await callback()
  }
}

function withEach(add: Add): Add & { each: (rows: readonly unknown[]) => Add } {
  const each = (rows: readonly unknown[]): Add => (title, body) => {
    for (const row of rows) add(`${title} ${JSON.stringify(row)}`, () => body(...((Array.isArray(row) ? row : [row]) as never[])))
  }
  return Object.assign(add, { each })
}
