// How long a hundred waits of 5 ms take, one after another and in the forms that rewrites use. Checks the results too.

import { isDeepStrictEqual } from 'node:util'
import { setTimeout as sleep } from 'node:timers/promises'
import pMap, { pMapIterable } from 'p-map'

const ROUNDS = 5
const items = Array.from({ length: 100 }, (_, index) => index)
const work = (item) => sleep(5, item * 2)

const FORMS = {
  'serial loop': async () => {
    const results = []
    // sequential: this is what the others are compared with
    for (const item of items) results.push(await work(item))
    return results
  },
  'bounded map, 8': () => pMap(items, work, { concurrency: 8 }),
  'bounded map, 16': () => pMap(items, work, { concurrency: 16 }),
  'ordered pipeline, 8': async () => {
    const results = []
    for await (const result of pMapIterable(items, work, { concurrency: 8 })) results.push(result)
    return results
  },
  'all at once': () => Promise.all(items.map(work)),
}

for (const [name, run] of Object.entries(FORMS)) {
  const times = []
  // sequential: the rounds are timed
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    const results = await run()
    times.push(performance.now() - start)
    if (!isDeepStrictEqual(results, items.map((item) => item * 2))) throw new Error(`${name} gives other results`)
  }
  const median = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]
  console.log(`${median.toFixed(0).padStart(5)} ms  ${name}`)
}
