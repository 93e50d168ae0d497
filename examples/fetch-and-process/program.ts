// A program that looks parallel because it is full of `await`, and is not: each turn waits for the one before.

import { setTimeout as sleep } from 'node:timers/promises'

const SECOND = Number(process.env['SECOND_MS'] ?? 1000)

/** What has been processed, in the order in which it was: readers of the journal rely on that order. */
export const journal: string[] = []

async function fetchData(url: string): Promise<string> {
  await sleep(1 * SECOND)
  return `data of ${url}`
}

async function processData(data: string): Promise<string> {
  await sleep(2 * SECOND)
  journal.push(data)
  return data.toUpperCase()
}

export async function fetchAndProcess(urls: string[]): Promise<string[]> {
  const results: string[] = []
  for (const url of urls) {
    const data = await fetchData(url)
    const result = await processData(data)
    results.push(result)
  }
  return results
}
