// Loops that wait for good reason. None of them is reported.

import { setTimeout as sleep } from 'node:timers/promises'

interface Transaction {
  query(sql: string, values: readonly unknown[]): Promise<void>
}

interface Database {
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
}

/** One connection, one statement at a time, all or nothing. */
export async function bookAll(database: Database, bookings: { seat: number; name: string }[]): Promise<void> {
  await database.transaction(async (transaction) => {
    for (const booking of bookings) {
      await transaction.query('insert into bookings (seat, name) values ($1, $2)', [booking.seat, booking.name])
    }
  })
}

/** The next attempt is made only because the one before failed. */
export async function fetchStubbornly(url: string): Promise<Response> {
  for (let attempt = 1; attempt < 5; attempt++) {
    try {
      return await fetch(url)
    } catch {
      await sleep(100 * 2 ** attempt)
    }
  }
  return fetch(url)
}

/** Only a page tells where the next one is. */
export async function fetchAllPages(first: string): Promise<unknown[]> {
  const items: unknown[] = []
  let next: string | null = first
  while (next !== null) {
    const response: Response = await fetch(next)
    const page = (await response.json()) as { items: unknown[]; next: string | null }
    items.push(...page.items)
    next = page.next
  }
  return items
}
